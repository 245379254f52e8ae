"""The same as the C peers, with pyzmq: peer.py pull|push|publish|request|dealers …, with their arguments."""
import resource
import sys
import time

import zmq

context = zmq.Context()
context.max_sockets = 20000


def tell(text):
    print(text, flush=True)


def pull(count, size, parts, endpoint):
    socket = context.socket(zmq.PULL)
    socket.bind(endpoint)
    tell(socket.last_endpoint.decode())
    socket.recv_multipart()
    start = time.perf_counter()
    for _ in range(int(count) - 1):
        socket.recv_multipart()
    tell(time.perf_counter() - start)
    socket.close()


def push(count, size, parts, endpoint):
    socket = context.socket(zmq.PUSH)
    socket.connect(endpoint)
    message = [bytes(int(size))] * int(parts)
    for _ in range(int(count)):
        socket.send_multipart(message)
    sys.stdin.read()  # which is closed when the receiver has all
    socket.close()


def publish(count, size, subscribers):
    socket = context.socket(zmq.XPUB)
    socket.set_hwm(0)
    socket.xpub_verbose = 1
    socket.bind("tcp://127.0.0.1:*")
    tell(socket.last_endpoint.decode())
    for _ in range(int(subscribers)):
        socket.recv()
    data = bytes(int(size))
    for _ in range(int(count)):
        socket.send(data)
    sys.stdin.read()
    socket.close()


def request(count, size, endpoint):
    socket = context.socket(zmq.REQ)
    socket.connect(endpoint)
    data = bytes(int(size))
    start = 0
    for done in range(int(count) + 1):
        socket.send(data)
        socket.recv()
        if done == 0:
            start = time.perf_counter()
    tell(time.perf_counter() - start)
    socket.close()


def dealers(count, endpoint):
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    start = time.perf_counter()
    sockets = [context.socket(zmq.DEALER) for _ in range(int(count))]
    for socket in sockets:
        socket.connect(endpoint)
        socket.send(b"hello")
    for socket in sockets:
        socket.recv()
    tell(time.perf_counter() - start)
    tell((resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before) * 1024 / int(count))
    for socket in sockets:
        socket.close()


globals()[sys.argv[1]](*sys.argv[2:])
context.term()
