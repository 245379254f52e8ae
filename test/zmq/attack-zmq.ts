import { zctx, zmq, zsocket } from '../../src/index.ts'
import { attack, report } from './attack.ts'

const context = zctx.new()
const socket = () => zsocket.new(context, zmq.PULL)
const none = () => []

report(
  attack(zmq, {
    curveKeypair: none,
    curvePublic: () => [zmq.curveKeypair().secretKey],
    errno: none,
    getsockopt: () => [socket(), zmq.TYPE],
    has: () => ['curve'],
    poll: () => [[zmq.pollitem({ socket: socket() })], 0],
    pollitem: () => [{ socket: socket(), events: zmq.POLLIN }],
    setsockopt: () => [socket(), zmq.RCVHWM, Buffer.from(Int32Array.of(7).buffer)],
    strerror: () => [zmq.EINTR],
    version: none,
    z85Decode: () => ['HelloWorld'],
    z85Encode: () => [Buffer.alloc(8)],
  }),
)
