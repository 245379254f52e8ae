/**
 * Random calls on a handful of sockets of all classes. Arguments: the seed, and for how many milliseconds. The process
 * must survive, every error must be one of ours, and every promise must be settled once all sockets are closed. Writes
 * what went wrong, or how much was done.
 */
import { setTimeout as sleep, setImmediate as turn } from 'node:timers/promises'
import * as czmq from '../../src/index.ts'
import { Random } from '../attacks/random.ts'

type Method = (...values: unknown[]) => unknown
type Target = czmq.Socket & Record<string, Method | undefined>
type Step = (socket: Target, random: Random) => unknown

const MOST = 10
const MISUSE = [
  'ERR_INVALID_ARG_TYPE',
  'ERR_INVALID_ARG_VALUE',
  'ERR_OUT_OF_RANGE',
  'ERR_STREAM_PREMATURE_CLOSE',
]
const random = new Random(Number(process.argv[2]))
const end = performance.now() + Number(process.argv[3])
const sockets: Target[] = []
const endpoints = ['inproc://a', 'inproc://b', 'tcp://127.0.0.1:9']
const aborts: AbortController[] = []
const trace: string[] = []
const pending = new Set<string>()
let steps = 0

function fail(what: string, error?: unknown): never {
  console.log(`${what} after ${steps} steps\n${trace.slice(-30).join('\n')}\n`, error ?? '')
  process.exit(1)
}

function check(name: string, error: unknown): void {
  if (error instanceof czmq.CzmqError && error.code !== 'UNKNOWN') return
  if (error instanceof Error && (error.name === 'TimeoutError' || error.name === 'AbortError')) return
  if (error === 'given up') return
  if (error instanceof Error && MISUSE.includes((error as { code?: string }).code ?? '')) return
  fail(`${name} made an error that is not ours`, error)
}

function follow(name: string, promise: Promise<unknown>): void {
  const call = `${steps}: ${name}`
  pending.add(call)
  promise.catch((error: unknown) => check(name, error)).finally(() => pending.delete(call))
}

function frame(random: Random): unknown {
  const size = random.pick(0, 1, 10, 100, 1000, 5000, 70_000, 1)
  return random.pick<unknown>(
    random.bytes(Math.min(size, 1000)),
    'x'.repeat(size),
    size,
    null,
    Buffer.alloc(size),
  )
}

function message(random: Random): unknown {
  if (random.chance(30)) return frame(random)
  const frames = Array.from({ length: random.below(5) }, () => frame(random))
  return random.chance(10) ? [random.pick<unknown>('127.0.0.1:9', 'a', Buffer.of(0, 1)), ...frames] : frames
}

/** Options of a call that waits. */
function waiting(random: Random): object {
  const options: Record<string, unknown> = {}
  if (random.chance(60)) options.timeout = random.pick(0, 1, 5, 20, 50)
  if (random.chance(30)) {
    const controller = new AbortController()
    aborts.push(controller)
    options.signal = controller.signal
  }
  return options
}

/** A label where the class wants one. */
function labelled(socket: Target, random: Random): object {
  const { type } = socket
  const { Server, Peer, Radio } = { Server: 12, Peer: 19, Radio: 14 }
  if (type === Radio) return { group: random.pick('one', 'two') }
  return type === Server || type === Peer ? { routingId: random.pick(1, 2, 3, known) } : {}
}

let known = 1
let received = 0

/** What was received, and who sent it. */
function note(message: unknown): void {
  if (!Array.isArray(message)) return
  received++
  const label = message.at(-1) as { routingId?: number } | undefined
  if (typeof label?.routingId === 'number') known = label.routingId
}

async function iterate(messages: AsyncIterable<unknown>, most: number): Promise<void> {
  for await (const each of messages) {
    note(each)
    if (--most <= 0) return
  }
}

function readable(): czmq.ReadableSocket[] {
  return sockets.filter((each) => 'tryReceive' in each) as never
}

const OPTIONS: Record<string, readonly unknown[]> = {
  linger: [0, 5],
  sendTimeout: [-1, 0, 10],
  receiveTimeout: [-1, 0, 10],
  sendHighWaterMark: [0, 1, 1000],
  receiveHighWaterMark: [0, 1, 1000],
  immediate: [true, false],
  maxMessageSize: [-1, 100, 100_000],
  reconnectInterval: [1, 100, -1],
  heartbeatInterval: [0, 10],
  handshakeInterval: [10, 30_000],
  routingId: ['me', 'you'],
  conflate: [true, false],
  probeRouter: [true],
  correlate: [true, false],
  relaxed: [true, false],
  mandatory: [true, false],
  handover: [true, false],
  noDrop: [true, false],
  manual: [true, false],
  invertMatching: [true, false],
  ipv6: [true, false],
  welcomeMessage: ['hi', null],
  verbosity: ['allSubs', null],
}

/** A PAIR that binds where several wait may end the process, see the guide to reliability. */
function insideFor(socket: Target): string[] {
  return socket instanceof czmq.Pair ? [] : ['inproc://a', 'inproc://b']
}

const actions: Record<string, Step> = {
  bind: (socket, random) =>
    (socket.bind as unknown as (address: string) => Promise<string>)(
      random.pick('tcp://127.0.0.1:*', 'ipc://*', ...insideFor(socket), 'udp://127.0.0.1:*'),
    ).then((endpoint) => endpoints.push(endpoint)),
  connect: (socket, random) => socket.connect(anEndpoint(random)),
  join: joined,
  'join again': joined,
  unbind: (socket, random) => socket.unbind(anEndpoint(random)),
  disconnect: (socket, random) => socket.disconnect(anEndpoint(random)),
  send: (socket, random) =>
    socket.send?.(message(random), { ...waiting(random), ...labelled(socket, random) }),
  'send again': (socket, random) =>
    socket.send?.('again', { ...waiting(random), ...labelled(socket, random) }),
  trySend: (socket, random) => socket.trySend?.(message(random), labelled(socket, random)),
  sendMany: (socket, random) =>
    socket.sendMany?.(
      Array.from({ length: random.below(50) }, () => message(random)),
      { ...waiting(random), ...labelled(socket, random) },
    ),
  sendJson: (socket, random) =>
    socket.sendJson?.({ a: [1] }, { ...waiting(random), ...labelled(socket, random) }),
  receive: (socket, random) =>
    (socket.receive?.(waiting(random)) as Promise<unknown> | undefined)?.then(note),
  'receive again': (socket, random) => socket.receive?.(waiting(random)),
  tryReceive: (socket) => note(socket.tryReceive?.()),
  receiveMany: (socket, random) => socket.receiveMany?.(1 + random.below(300), waiting(random)),
  receiveInto: (socket, random) => socket.receiveInto?.(Buffer.alloc(random.below(5000)), waiting(random)),
  receiveJson: (socket, random) => socket.receiveJson?.(waiting(random)),
  iterate: (socket, random) => 'receive' in socket && iterate(socket as never, 1 + random.below(20)),
  batches: (socket, random) => 'batches' in socket && iterate(socket.batches?.(5) as never, random.below(5)),
  pollOnce: (_, random) => czmq.pollOnce(readable().slice(0, random.below(6)), waiting(random)),
  poll: (_, random) => iterate(czmq.poll(readable().slice(0, 3), waiting(random)), random.below(5)),
  abort: () => void aborts.splice(random.below(aborts.length || 1), 1)[0]?.abort('given up'),
  subscribe: (socket, random) => socket.subscribe?.(random.pick('', 'x', 'a')),
  unsubscribe: (socket, random) => socket.unsubscribe?.(random.pick('', 'x', 'a')),
  'join a group': (socket, random) => socket.join?.(random.pick('one', 'two')),
  'leave a group': (socket, random) => socket.leave?.(random.pick('one', 'two')),
  set: setOption,
  look: (socket) => [socket.readable, socket.writable, socket.lastEndpoint, socket.events.closed],
  observe: (socket, random) => socket.events.receive().then(() => random),
  'end observing': (socket) => socket.events.close(),
  handle: useHandle,
  stream: readStream,
  metadata: (socket, random) =>
    czmq.types.Message.recv(socket as never, waiting(random)).then((each) => each.destroy()),
  proxy: runProxy,
  collect: () => globalThis.gc?.(),
  close: (socket, random) => {
    if (random.chance(40)) remove(socket)
  },
}

function anEndpoint(random: Random): string {
  return endpoints[random.below(endpoints.length)] ?? 'inproc://a'
}

function setOption(socket: Target, random: Random): void {
  // A peer's message of several frames is too much for a socket that conflates, see the guide to attacks
  const names = Object.keys(OPTIONS).filter(
    (name) => name in socket && !(name === 'conflate' && 'receive' in socket),
  )
  const name = names[random.below(names.length)] ?? 'linger'
  const values = OPTIONS[name] ?? [0]
  Reflect.set(socket, name, values[random.below(values.length)])
}

/** The namespaces use the same socket. */
function useHandle(socket: Target, random: Random): void {
  const { handle } = socket
  random.pick<(socket: czmq.Zsocket) => unknown>(
    czmq.zsocket.events,
    czmq.zstr.recvNowait,
    czmq.zsocket.lastEndpoint,
  )(handle)
}

async function readStream(socket: Target): Promise<void> {
  const stream = czmq.toReadable(socket as never, { autoClose: false } as never)
  stream.on('error', (error) => check('stream', error))
  const one = iterate(stream, 2)
  await Promise.race([one, sleep(5)])
  stream.destroy()
  await one
}

async function runProxy(_: Target, random: Random): Promise<void> {
  const [front, back] = [create(random), create(random)]
  const proxy = new czmq.Proxy(front, back)
  await front.bind('tcp://127.0.0.1:*').then((endpoint) => endpoints.push(endpoint))
  await back.bind('tcp://127.0.0.1:*').then((endpoint) => endpoints.push(endpoint))
  const running = proxy.run()
  await Promise.race([running, sleep(random.below(20))])
  proxy.terminate()
  await running
}

function create(random: Random): Target {
  return make(random.below(czmq.capability.draft ? 21 : 12))
}

function make(type: number): Target {
  const socket = czmq.context.socket(type as 0, { linger: 0 }) as unknown as Target
  sockets.push(socket)
  return socket
}

const MATES = [0, 2, 1, 4, 3, 6, 5, 8, 7, 10, 9, 11, 13, 12, 15, 14, 17, 16, 18, 19, 20]

/** Two that can talk, so that there is something to receive. */
async function joined(socket: Target, random: Random): Promise<void> {
  const mate = make(MATES[socket.type] ?? 0)
  const inside =
    socket instanceof czmq.Pair ? `inproc://pair.${random.next()}` : `inproc://${random.below(20)}`
  const place = random.pick('tcp://127.0.0.1:*', 'ipc://*', inside)
  const [bound, connected] = random.chance(50) ? [socket, mate] : [mate, socket]
  connected.connect(await bound.bind(place))
  for (const each of [socket, mate]) {
    each.subscribe?.()
    each.join?.('one')
  }
}

function remove(socket: Target): void {
  socket.close()
  const at = sockets.indexOf(socket)
  if (at >= 0 && random.chance(70)) sockets.splice(at, 1)
}

function step(): void {
  steps++
  const names = Object.keys(actions)
  const open = sockets.filter((each) => !each.closed).length
  try {
    if (open < 2 || (open < MOST && random.chance(10))) create(random)
  } catch (error) {
    // libzmq's reaper is behind on a busy machine
    check('create', error)
    if (sockets.length === 0) return
  }
  const socket = sockets[random.below(sockets.length)] as Target
  const name = names[random.below(names.length)] as keyof typeof actions & string
  trace.push(`${socket.constructor.name} ${name}`)
  try {
    const result = actions[name]?.(socket, random)
    if (result instanceof Promise) follow(`${socket.constructor.name} ${name}`, result)
  } catch (error) {
    check(name, error)
  }
  if (steps % 200 === 0) release()
  if (endpoints.length > 30) endpoints.splice(3, 10)
  if (sockets.length > 3 * MOST) for (const each of sockets.splice(0, MOST)) each.close()
}

/**
 * libzmq keeps a closed socket as long as nobody has been bound where it was connected inside the process; there are
 * 1023 sockets.
 */
function release(): void {
  const names = ['inproc://a', 'inproc://b', ...Array.from({ length: 20 }, (_, index) => `inproc://${index}`)]
  for (const name of names) {
    try {
      using dealer = new czmq.Dealer({ linger: 0 })
      dealer.bindSync(name)
    } catch (error) {
      check('release', error)
    }
  }
}

process.on('uncaughtException', (error) => fail('an exception that nobody caught', error))

while (performance.now() < end) {
  for (let count = random.below(10); count >= 0; count--) step()
  if (random.chance(5)) await sleep(1)
  else await turn()
}
for (const each of sockets) each.close()
for (let round = 0; pending.size > 0 && round < 200; round++) await sleep(10)
if (pending.size > 0) fail(`not settled: ${[...pending].join(', ')}`)
console.log(`settled: ${steps} calls, ${received} messages`)
