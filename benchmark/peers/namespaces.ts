/**
 * The same as `throughput.c`, with the namespaces (`zstr`) or the raw functions (`raw`) of czmq:
 * `zstr.ts zstr|raw pull|push COUNT SIZE ENDPOINT`.
 */
import { C, zctx, zmq, zsocket, zstr } from 'czmq'

const [storey, direction, countText, sizeText, endpoint = ''] = process.argv.slice(2)
const count = Number(countText)
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

function push(send: (text: string) => unknown): void {
  zsocket.connect(socket, endpoint)
  const text = 'x'.repeat(Number(sizeText))
  for (let sent = 0; sent < count; sent++) send(text)
}

const { pointer } = socket
if (direction === 'pull') pull(storey === 'raw' ? () => C.zstr_recv(pointer) : () => zstr.recv(socket))
else push(storey === 'raw' ? (text) => C.zstr_send(pointer, text) : (text) => zstr.send(socket, text))
zctx.destroy(context)
