/**
 * What the channels of `node:diagnostics_channel` cost: `channels.ts LIBRARY COUNT [CHANNEL…]` subscribes to the channels,
 * sends and receives messages of 32 bytes inside the thread, and prints the nanoseconds that it takes to send one, and to
 * receive one, when nothing disturbs it: batches are too short to be interrupted often.
 */
import { subscribe } from 'node:diagnostics_channel'

const [, , library = '', count = '', ...names] = process.argv
const { Pull, Push }: typeof import('czmq') = await import(library)
const BATCH = 500

let told = 0
for (const name of names) subscribe(`czmq:socket:${name}`, () => void told++)
const [pull, push] = [new Pull(), new Push()]
await pull.bind('inproc://channels')
push.connect('inproc://channels')
const data = Buffer.alloc(32)

/** Nanoseconds to send and to receive a message, batch by batch; the event loop has its turn after each. */
async function batches(count: number): Promise<[number[], number[]]> {
  const spent: [number[], number[]] = [[], []]
  for (let batch = 0; batch < count; batch++) {
    const start = performance.now()
    for (let sent = 0; sent < BATCH; sent++) await push.send(data)
    const middle = performance.now()
    for (let received = 0; received < BATCH; received++) await pull.receive()
    spent[0].push(((middle - start) / BATCH) * 1e6)
    spent[1].push(((performance.now() - middle) / BATCH) * 1e6)
    await new Promise((resolve) => setImmediate(resolve))
  }
  return spent
}

/** Whatever else the machine does makes batches slower, never faster: the tenth part from below is told. */
function undisturbed(times: number[]): number {
  return times.sort((one, other) => one - other)[Math.floor(times.length / 10)] ?? Number.NaN
}

await batches(Math.ceil(Number(count) / BATCH / 4))
console.log((await batches(Math.ceil(Number(count) / BATCH))).map(undisturbed).join(' '))
push.close()
pull.close()
