"""A peer that speaks ZeroJSON 1.0, as PyCOM does: `server`, or `client ADDRESS` with a call a line on stdin."""
import json
import sys
import uuid

import zmq


def say(value):
    print(value if isinstance(value, str) else json.dumps(value), flush=True)


def answer(request, attachment, sessions):
    """The reply to a request: its header, and an attachment."""
    if request.get("version") != "1.0" or "args" not in request:
        return {"code": 4, "error": "Field version is required"}, None
    method, args = request["method"], request["args"]
    if method == "introspect":
        names = {"echo": ["x"], "count": [], "reverse": ["data"], "fail": []}
        return {"code": 0, "result": {"name": request["interface"], "docstring": "", "data": {}, "methods": {
            name: {"required_arguments": required, "optional_arguments": [], "results": [], "docstring": "",
                   "attachments": {"incoming": "data" if name == "reverse" else None, "outgoing": None}}
            for name, required in names.items()}}}, None
    if method == "echo":
        return {"code": 0, "result": args}, None
    if method == "count":
        session = request.get("session_id") or uuid.uuid4().hex
        sessions[session] = sessions.get(session, 0) + 1
        return {"code": 0, "result": sessions[session], "session_id": session}, None
    if method == "reverse":
        return {"code": 0, "result": None}, attachment[::-1]
    if method == "fail":
        return {"code": 100500, "error": "user text"}, None
    return {"code": 2, "error": "Method '%s' not found in interface %s" % (method, request["interface"])}, None


def serve():
    socket, sessions = zmq.Context().socket(zmq.ROUTER), {}
    socket.bind("tcp://127.0.0.1:*")
    say(socket.getsockopt(zmq.LAST_ENDPOINT).decode().rstrip("\0"))
    poller = zmq.Poller()
    poller.register(socket, zmq.POLLIN)
    poller.register(sys.stdin, zmq.POLLIN)
    while sys.stdin.fileno() not in dict(poller.poll()):
        frames = socket.recv_multipart()
        end = frames.index(b"") + 1
        command, header, *attachments = frames[end:]
        assert command == b"CALL", command
        reply, attachment = answer(json.loads(header), (attachments or [None])[0], sessions)
        socket.send_multipart(frames[:end] + [b"OK", json.dumps(reply).encode()] + ([attachment] if attachment else []))


def ask(address):
    socket = zmq.Context().socket(zmq.REQ)
    socket.setsockopt(zmq.RCVTIMEO, 10000)
    socket.setsockopt(zmq.LINGER, 0)
    socket.connect(address)
    for line in sys.stdin:
        frames = json.loads(line)
        socket.send_multipart([each.encode() for each in frames])
        say([each.decode() for each in socket.recv_multipart()])


if sys.argv[1] == "server":
    serve()
else:
    ask(sys.argv[2])
