/** Exchanges frames of text in every way in which they can be odd, and prints what came of each as JSON. */
import { C, CzmqError, zctx, zmq, zsocket, zstr } from '../../src/index.ts'
import { sendBytes } from '../../src/raw/messages.ts'

function codeOf(action: () => unknown): unknown {
  try {
    return action()
  } catch (error) {
    return error instanceof CzmqError ? [error.code, error.errno, error.syscall] : String(error)
  }
}

const context = zctx.new()
const left = zsocket.new(context, zmq.PAIR)
const right = zsocket.new(context, zmq.PAIR)
zsocket.bind(left, 'inproc://text')
zsocket.connect(right, 'inproc://text')
zsocket.setRcvtimeo(right, 10)
zsocket.setSndtimeo(left, 10)

const long = 'äöü€😀'.repeat(50_000)
const texts = [
  '',
  'x',
  'x'.repeat(1019),
  'x'.repeat(1023),
  'x'.repeat(1024),
  'é'.repeat(600),
  '😀',
  '\ud800',
  long,
]
const answers: unknown[] = texts.map((text) => {
  zstr.send(left, text)
  const received = zstr.recv(right)
  return [received?.length, received?.slice(0, 4), received === Buffer.from(text).toString()]
})

const frames = [
  [0],
  [65, 0, 66],
  [0xff, 0xfe],
  [0xc3],
  [0xed, 0xa0, 0x80],
  [0xf0, 0x9f, 0x98],
  Array(70_000).fill(0xe9),
]
for (const frame of frames) {
  sendBytes(left.pointer, Uint8Array.from(frame), frame.length, 0)
  answers.push(zstr.recv(right)?.slice(0, 9))
}

zstr.sendm(left, 'first')
zstr.send(left, 'second')
answers.push(
  zstr.recv(right),
  zsocket.rcvmore(right),
  zstr.recvx(right),
  zstr.recvNowait(right),
  zstr.recv(right),
)

const lone = zsocket.new(context, zmq.PUSH)
zsocket.setSndtimeo(lone, 10)
answers.push(
  codeOf(() => zstr.send(lone, 'nobody')),
  codeOf(() => zstr.recv(lone)),
)
answers.push(codeOf(() => zstr.send(left, 'a\0b')))

/** More sockets than there are lines kept, each used in turn. */
const many = Array.from({ length: 300 }, () => zsocket.new(context, zmq.REQ))
for (const each of many) zsocket.setSndtimeo(each, 0)
answers.push(new Set(many.map((each) => String(codeOf(() => zstr.recv(each))))).size)

const inner = zctx.underlying(context)
if (inner) C.zmq_ctx_shutdown(inner)
answers.push(
  codeOf(() => zstr.send(left, 'late')),
  codeOf(() => zstr.recv(right)),
)
zctx.destroy(context)
console.log(JSON.stringify(answers))
