/**
 * The asynchronous sockets, of czmq or of another package with the same interface:
 *
 *     sockets.ts czmq|zeromq pull COUNT SIZE PARTS ENDPOINT    prints the endpoint, then the seconds
 *     sockets.ts czmq|zeromq push COUNT SIZE PARTS ENDPOINT
 *     sockets.ts czmq|zeromq inproc COUNT SIZE BATCH           prints the seconds
 *     sockets.ts czmq|zeromq publish COUNT SIZE SUBSCRIBERS    prints the endpoint
 *     sockets.ts czmq|zeromq request COUNT SIZE ENDPOINT       prints the seconds
 *     sockets.ts czmq|zeromq dealers COUNT ENDPOINT            prints the seconds and the bytes of memory of each
 *     sockets.ts czmq|zeromq flood SECONDS ENDPOINT            prints the endpoint, then the delays of the event loop
 */
import { monitorEventLoopDelay } from 'node:perf_hooks'

const [library = '', mode = '', ...args] = process.argv.slice(2)
const { Context, Dealer, Pull, Push, Request, XPublisher }: typeof import('czmq') = await import(library)

const modes: Record<string, (...args: string[]) => Promise<void>> = {
  pull: (count, size, _parts, endpoint) => pull(Number(count), Number(size), String(endpoint)),
  push: (count, size, parts, endpoint) => push(Number(count), Number(size), Number(parts), String(endpoint)),
  inproc: (count, size, batch) => inproc(Number(count), Number(size), Number(batch)),
  publish: (count, size, subscribers) => publish(Number(count), Number(size), Number(subscribers)),
  request: (count, size, endpoint) => request(Number(count), Number(size), String(endpoint)),
  dealers: (count, endpoint) => dealers(Number(count), String(endpoint)),
  flood: (seconds, endpoint) => flood(Number(seconds), String(endpoint)),
}
await modes[mode]?.(...args)

function secondsSince(start: number): number {
  return (performance.now() - start) / 1000
}

/** The input is closed when the receiver has all. */
async function receiverIsDone(): Promise<void> {
  for await (const _ of process.stdin);
}

async function pull(count: number, size: number, endpoint: string): Promise<void> {
  const socket = new Pull()
  await socket.bind(endpoint)
  console.log(socket.lastEndpoint)
  await socket.receive()
  const start = performance.now()
  if (process.env.RECEIVE_INTO) await receiveInto(socket, count - 1, Buffer.alloc(size))
  else await iterate(socket, count - 1)
  console.log(secondsSince(start))
  socket.close()
}

async function iterate(socket: AsyncIterable<unknown>, count: number): Promise<void> {
  let received = 0
  for await (const _message of socket) if (++received === count) break
}

async function receiveInto(socket: InstanceType<typeof Pull>, count: number, room: Buffer): Promise<void> {
  for (let received = 0; received < count; received++) await socket.receiveInto(room)
}

async function push(count: number, size: number, parts: number, endpoint: string): Promise<void> {
  const socket = new Push()
  socket.connect(endpoint)
  const data = Buffer.alloc(size)
  const message = parts === 1 ? data : Array.from({ length: parts }, () => data)
  for (let sent = 0; sent < count; sent++) await socket.send(message)
  await receiverIsDone()
  socket.close()
}

async function inproc(count: number, size: number, batch: number): Promise<void> {
  const [receiver, sender] = [new Pull(), new Push()]
  await receiver.bind('inproc://benchmark')
  sender.connect('inproc://benchmark')
  const data = Buffer.alloc(size)
  const start = performance.now()
  for (let done = 0; done < count; done += batch) {
    for (let sent = 0; sent < batch; sent++) await sender.send(data)
    for (let received = 0; received < batch; received++) await receiver.receive()
  }
  console.log(secondsSince(start))
  receiver.close()
  sender.close()
}

async function publish(count: number, size: number, subscribers: number): Promise<void> {
  const socket = new XPublisher({ sendHighWaterMark: 0, verbosity: 'allSubs' })
  await socket.bind('tcp://127.0.0.1:*')
  console.log(socket.lastEndpoint)
  for (let subscribed = 0; subscribed < subscribers; subscribed++) await socket.receive()
  const data = Buffer.alloc(size)
  for (let sent = 0; sent < count; sent++) await socket.send(data)
  await receiverIsDone()
  socket.close()
}

async function request(count: number, size: number, endpoint: string): Promise<void> {
  const socket = new Request()
  socket.connect(endpoint)
  const data = Buffer.alloc(size)
  let start = 0
  for (let done = 0; done <= count; done++) {
    await socket.send(data)
    await socket.receive()
    if (done === 0) start = performance.now()
  }
  console.log(secondsSince(start))
  socket.close()
}

async function dealers(count: number, endpoint: string): Promise<void> {
  const context = new Context({ maxSockets: 20_000 })
  const before = process.memoryUsage().rss
  const start = performance.now()
  const sockets = Array.from({ length: count }, () => new Dealer({ context }))
  await Promise.all(
    sockets.map(async (socket) => {
      socket.connect(endpoint)
      await socket.send('hello')
      await socket.receive()
    }),
  )
  console.log(secondsSince(start))
  console.log((process.memoryUsage().rss - before) / count)
  for (const socket of sockets) socket.close()
}

/** Prints the 50th and 99th percentile and the longest delay in milliseconds, and the messages a second. */
async function flood(seconds: number, endpoint: string): Promise<void> {
  const socket = new Pull()
  await socket.bind(endpoint)
  console.log(socket.lastEndpoint)
  await socket.receive()
  const delays = monitorEventLoopDelay({ resolution: 1 })
  delays.enable()
  let received = 0
  const end = performance.now() + seconds * 1000
  for await (const _message of socket) {
    if (++received % 1000 === 0 && performance.now() > end) break
  }
  delays.disable()
  const values = [delays.percentile(50), delays.percentile(99), delays.max].map((each) => each / 1e6)
  console.log([...values, received / seconds].join(' '))
  socket.close()
}
