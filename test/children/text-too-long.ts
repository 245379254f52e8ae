/** Receives a frame longer than any string (V8 allows 2^29 - 24 characters), then one that is only very long. */
import { CzmqError, zctx, zmq, zsocket, zstr } from '../../src/index.ts'
import { sendBytes } from '../../src/raw/messages.ts'

const context = zctx.new()
const left = zsocket.new(context, zmq.PAIR)
const right = zsocket.new(context, zmq.PAIR)
zsocket.bind(left, 'inproc://text')
zsocket.connect(right, 'inproc://text')
const frame = Buffer.alloc(2 ** 29 - 23, 'x')
sendBytes(left.pointer, frame, frame.length, 0)
sendBytes(left.pointer, frame, 300_000_000, 0)
try {
  zstr.recv(right)
} catch (error) {
  if (error instanceof CzmqError) console.log(error.code, error.frames?.[0]?.length)
}
console.log(zstr.recv(right)?.length)
zctx.destroy(context)
