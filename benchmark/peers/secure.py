"""The same as secure.c with pyzmq: secure.py serve|pull|push MECHANISM …, with its arguments."""
import sys
import time

import zmq
from zmq.auth.thread import ThreadAuthenticator

SERVER = (b"rq:rM>}U?@Lns47E1%kR.o@n%FcmmsL/@{H8]yf7", b"JTKVSB%%)wK0E.X)V>+}o?pNmC{O&4W4b!Ni{Lh6")
CLIENT = (b"Yne@$w-vo<fVvi]a<NY6T1ed:M$fCG*[IaLV{hID", b"D:)Q[IlAW!ahhC2ac:9*A}h:p?([4%wOTJ%JR%cs")
context = zmq.Context()


def tell(text):
    print(text, flush=True)


def be_server(socket, mechanism):
    socket.zap_domain = b"global"
    if mechanism == "plain":
        socket.plain_server = True
    if mechanism == "curve":
        socket.curve_server = True
        socket.curve_publickey, socket.curve_secretkey = SERVER


def serve(mechanism):
    authenticator = ThreadAuthenticator(context)
    authenticator.start()
    authenticator.configure_plain(domain="global", passwords={"admin": "secret"})
    authenticator.configure_curve(domain="global", location=zmq.auth.CURVE_ALLOW_ANY)
    router = context.socket(zmq.ROUTER)
    router.linger = 0
    be_server(router, mechanism)
    router.bind("tcp://127.0.0.1:*")
    tell(router.last_endpoint.decode())
    poller = zmq.Poller()
    poller.register(router, zmq.POLLIN)
    poller.register(sys.stdin.fileno(), zmq.POLLIN)
    while sys.stdin.fileno() not in dict(poller.poll()):
        router.send_multipart(router.recv_multipart())
    router.close()
    authenticator.stop()


def pull(mechanism, count, size):
    socket = context.socket(zmq.PULL)
    be_server(socket, mechanism)
    socket.bind("tcp://127.0.0.1:*")
    tell(socket.last_endpoint.decode())
    socket.recv()
    start = time.perf_counter()
    for _ in range(int(count) - 1):
        socket.recv()
    tell(time.perf_counter() - start)
    socket.close()


def push(mechanism, count, size, endpoint):
    socket = context.socket(zmq.PUSH)
    if mechanism == "curve":
        socket.curve_serverkey = SERVER[0]
        socket.curve_publickey, socket.curve_secretkey = CLIENT
    socket.connect(endpoint)
    data = bytes(int(size))
    for _ in range(int(count)):
        socket.send(data)
    sys.stdin.read()
    socket.close()


globals()[sys.argv[1]](*sys.argv[2:])
context.term()
