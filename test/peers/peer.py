"""A peer in Python: says on stdout, line by line, what it sees, and ends when its input does."""

import sys
import threading

import zmq
import zmq.auth
from zmq.auth.thread import ThreadAuthenticator
from zmq.utils.monitor import recv_monitor_message

context = zmq.Context()


def say(*words):
    print(*words, flush=True)


def socket(kind):
    made = context.socket(kind)
    made.linger = 0
    made.rcvtimeo = 15000
    made.sndtimeo = 15000
    return made


def load(path):
    return zmq.auth.load_certificate(path)


def use(made, mechanism, args):
    """Credentials of a client."""
    if mechanism == "curve":
        made.curve_publickey, made.curve_secretkey = load(args[0])
        made.curve_serverkey = load(args[1])[0]
    if mechanism == "plain":
        made.plain_username, made.plain_password = args[0].encode(), args[1].encode()


def client(mechanism, address, *args):
    made = socket(zmq.REQ)
    use(made, mechanism, args)
    made.connect(address)
    made.send(b"question")
    say(made.recv().decode())


def server(mechanism, *args):
    authenticator = ThreadAuthenticator(context)
    authenticator.start()
    made = socket(zmq.REP)
    if mechanism == "curve":
        authenticator.configure_curve(domain="*", location=args[1])
        made.curve_publickey, made.curve_secretkey = load(args[0])
        made.curve_server = True
    if mechanism == "plain":
        authenticator.configure_plain(domain="*", passwords={args[0]: args[1]})
        made.plain_server = True
    made.bind("tcp://127.0.0.1:*")
    say(made.last_endpoint.decode())
    poller = zmq.Poller()
    poller.register(made, zmq.POLLIN)
    while not ended.is_set():
        if poller.poll(50):
            frame = made.recv(copy=False)
            say(frame["User-Id"], frame["Peer-Address"], frame["Socket-Type"])
            made.send(b"answer to " + frame.bytes)
    made.close()
    authenticator.stop()


def monitor(mechanism, address, *args):
    made = socket(zmq.DEALER)
    use(made, mechanism, args)
    events = made.get_monitor_socket()
    made.connect(address)
    names = {getattr(zmq, name): name for name in dir(zmq) if name.startswith("EVENT_")}
    while events.poll(15000):
        name = names[recv_monitor_message(events)["event"]]
        say(name)
        if "HANDSHAKE" in name:
            break
    made.disable_monitor()


def dealer(address, identity):
    made = socket(zmq.DEALER)
    made.identity = bytes.fromhex(identity)
    made.connect(address)
    made.send_multipart([b"hello", b"", b"\0\xff"])
    say(b"|".join(made.recv_multipart()).hex())


def router():
    made = socket(zmq.ROUTER)
    made.bind("tcp://127.0.0.1:*")
    say(made.last_endpoint.decode())
    frames = made.recv_multipart()
    say(b"|".join(frames).hex())
    made.send_multipart([frames[0], b"back", b"", b"\0\xff"])
    ended.wait()


def certificate(path):
    public, secret = load(path)
    say(public.decode(), secret.decode() if secret else "none")


def create(folder, name, key, value):
    zmq.auth.create_certificates(folder, name, metadata={key: value})
    say("done")


ended = threading.Event()


def watch_input():
    sys.stdin.read()
    ended.set()


threading.Thread(target=watch_input, daemon=True).start()
globals()[sys.argv[1]](*sys.argv[2:])
context.destroy(linger=1000)
