/** One round of making and dropping each; what it answers must not keep what it made. */
import { setImmediate as turn } from 'node:timers/promises'
import { C, type Handle, liveHandles, zctx, zsock, zsocket, zstr } from '../../src/index.ts'

const PUSH = 8
const PULL = 7
const LOCAL = 'tcp://127.0.0.1:*'
/** Nobody listens on the port of the discard protocol. */
const ABSENT = 'tcp://127.0.0.1:9'

type Zctx = Handle<'zctx'>
type Zsocket = Handle<'zsocket'>

function times(count: number, make: (index: number) => void): void {
  for (let index = 0; index < count; index++) make(index)
}

async function collect(isDone: () => boolean): Promise<void> {
  const deadline = performance.now() + 10_000
  while (!isDone() && performance.now() < deadline) {
    globalThis.gc?.()
    await turn()
  }
}

function boundAndDropped(): number {
  return zsocket.bind(zsocket.new(zctx.new(), PULL), LOCAL)
}

/** The only reference to its context is the socket's own. */
function pair(): [Zsocket, Zsocket] {
  const context = zctx.new()
  const sockets: [Zsocket, Zsocket] = [zsocket.new(context, PULL), zsocket.new(context, PUSH)]
  zsocket.bind(sockets[0], 'inproc://pair')
  zsocket.connect(sockets[1], 'inproc://pair')
  return sockets
}

async function socketsOutliveVariables(): Promise<string | null> {
  const [receiver, sender] = pair()
  times(10, () => void zctx.new())
  await collect(() => liveHandles('zctx') === 1)
  zstr.send(sender, 'still there')
  return zstr.recvNowait(receiver)
}

async function contextOutlivesSockets(): Promise<string> {
  const context = zctx.new()
  times(50, () => void zsocket.new(context, PUSH))
  await collect(() => liveHandles('zsocket') === 0)
  return `${liveHandles('zsocket')} ${zsocket.typeStr(zsocket.new(context, PULL))}`
}

async function portIsFree(): Promise<boolean> {
  const port = boundAndDropped()
  const context = C.zctx_new()
  const socket = C.zsocket_new(context, PULL)
  await collect(() => C.zsocket_bind(socket, `tcp://127.0.0.1:${port}`) === port)
  const isBound = C.zsocket_unbind(socket, `tcp://127.0.0.1:${port}`) === 0
  C.zctx_destroy([context])
  return isBound
}

function pending(linger: number, endpoint: string): void {
  const context = zctx.new()
  zctx.setLinger(context, linger)
  const socket = zsocket.new(context, PUSH)
  zsocket.connect(socket, endpoint)
  zstr.send(socket, 'last words')
}

/** Who waits for the message is C, so that it is not collected itself. */
async function delivered(): Promise<string | null> {
  const context = C.zctx_new()
  const socket = C.zsocket_new(context, PULL)
  pending(-1, `tcp://127.0.0.1:${C.zsocket_bind(socket, LOCAL)}`)
  await collect(() => liveHandles() === 0)
  C.zsock_set_rcvtimeo(socket, 5000)
  const text = C.zstr_recv(socket)
  C.zctx_destroy([context])
  return text
}

function shadowed(): [Zctx, Zctx] {
  const context = zctx.new()
  const shadow = zctx.shadow(context)
  zsocket.new(shadow, PUSH)
  zsocket.new(context, PULL)
  return [context, shadow]
}

async function shadowOutlivesVariables(): Promise<string> {
  const [, shadow] = shadowed()
  await collect(() => liveHandles('zsocket') === 0)
  return `${liveHandles('zctx')} ${zsocket.typeStr(zsocket.new(shadow, PULL))}`
}

/** By name. */
export const scenarios: Record<string, (round: number) => unknown> = {
  'contexts with sockets': () => times(100, () => void zsocket.new(zctx.new(), PUSH)),
  'contexts without sockets': () => times(100, () => void zctx.new()),
  'many contexts in one turn': () => times(1000, () => void zsocket.new(zctx.new(), PUSH)),
  'connected sockets': () => times(50, () => void pair()),
  'sockets alone': socketsOutliveVariables,
  'contexts alone': contextOutlivesSockets,
  'bound ports': portIsFree,
  'messages that linger': () => times(20, () => pending(500, ABSENT)),
  'messages that can be delivered': delivered,
  shadows: () => times(50, () => void shadowed()),
  'shadows alone': shadowOutlivesVariables,
  'sockets in the global context': () => times(100, () => void zsocket.new(zctx.global(), PUSH)),
  zsocks: () => times(100, () => void zsock.newPush(`>${ABSENT}`)),
}
