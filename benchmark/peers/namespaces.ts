/**
 * The same as `throughput.c`, with the namespaces (`zstr`, `zframe`) or the raw functions (`raw`) of czmq:
 * `namespaces.ts zstr|zframe|raw pull|push COUNT SIZE PARTS ENDPOINT`. `zstr` and `raw` know one part only.
 */
import { readFileSync } from 'node:fs'
import { C, zctx, zframe, zmq, zsocket, zstr } from 'czmq'

const [storey = '', direction, countText, sizeText, partsText, endpoint = ''] = process.argv.slice(2)
const [count, size, parts] = [Number(countText), Number(sizeText), Number(partsText)]
const context = zctx.new()
zctx.setLinger(context, -1)
const socket = zsocket.new(context, direction === 'pull' ? zmq.PULL : zmq.PUSH)

function pull(receive: () => unknown): void {
  zsocket.bind(socket, endpoint)
  console.log(zsocket.lastEndpoint(socket))
  let start = 0
  for (let received = 0; received < count; received++) {
    receive()
    if (received === 0) start = performance.now()
  }
  console.log((performance.now() - start) / 1000)
}

function push(send: () => unknown): void {
  zsocket.connect(socket, endpoint)
  for (let sent = 0; sent < count; sent++) send()
  readFileSync(0) // which is closed when the receiver has all
}

function receiveFrames(): void {
  for (let more = true; more; ) {
    const frame = zframe.recv(socket)
    if (!frame) throw new Error('nothing was received')
    zframe.data(frame)
    more = zframe.more(frame)
    zframe.destroy(frame)
  }
}

const { pointer } = socket
const text = 'x'.repeat(size)
const frame = zframe.new(Buffer.alloc(size))

function sendFrames(): void {
  for (let part = 1; part < parts; part++) zframe.send(frame, socket, zframe.REUSE | zframe.MORE)
  zframe.send(frame, socket, zframe.REUSE)
}

const receivers: Record<string, () => unknown> = {
  zstr: () => zstr.recv(socket),
  zframe: receiveFrames,
  raw: () => C.zstr_recv(pointer),
}
const senders: Record<string, () => unknown> = {
  zstr: () => zstr.send(socket, text),
  zframe: sendFrames,
  raw: () => C.zstr_send(pointer, text),
}
const work = (direction === 'pull' ? receivers : senders)[storey]
if (!work) throw new Error(`there is no ${storey}`)
if (direction === 'pull') pull(work)
else push(work)
zframe.destroy(frame)
zctx.destroy(context)
