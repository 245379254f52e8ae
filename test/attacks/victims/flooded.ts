/**
 * A PULL that gets more messages than fit before it reads any, and PINGs behind them; then its peer resets. What libzmq's
 * thread has noticed is seen in the list of what it polls.
 */
import { readdirSync, readFileSync } from 'node:fs'
import { Pull, type SocketOptions } from '../../../src/index.ts'
import { Peer } from '../peer.ts'
import * as zmtp from '../zmtp.ts'

const MESSAGES = 12
const DEADLINE = 10_000
const { pings, full, reads, options } = JSON.parse(process.env.FLOOD ?? '{}') as {
  pings: number
  full: boolean
  reads: boolean
  options: SocketOptions<Pull>
}

/** What all threads poll: for each file what is waited for, in hexadecimal digits. */
function polled(): string[] {
  return readdirSync('/proc/self/fdinfo').flatMap((name) => {
    try {
      const text = readFileSync(`/proc/self/fdinfo/${name}`, 'latin1')
      return [...text.matchAll(/^tfd:.*events: +(\w+)/gm)].map(([, events = '']) => events)
    } catch {
      return []
    }
  })
}

const notRead = () => polled().filter((events) => (Number.parseInt(events, 16) & 1) === 0).length

async function until(condition: () => boolean): Promise<void> {
  const end = performance.now() + DEADLINE
  while (!condition()) {
    if (performance.now() > end) throw new Error(`not so: ${condition}`)
    await new Promise((resolve) => setTimeout(resolve, 5))
  }
}

const server = new Pull({ linger: 0, ...options })
const { events } = server
const peer = new Peer(await server.bind('tcp://127.0.0.1:*'))
peer.write(zmtp.greeting('NULL'))
peer.write(zmtp.command('READY', zmtp.metadata('PUSH')))
while ((await events.receive({ timeout: DEADLINE })).type !== 'handshake');
const before = notRead()
const ping = zmtp.command('PING', Buffer.alloc(2))
const message = zmtp.frame('x')
peer.write(Buffer.concat([...Array(MESSAGES).fill(message), ...Array(pings).fill(ping)]))
if (full) await until(() => notRead() > before)
peer.reset()
await peer.gone()
if (full) await until(() => notRead() <= before)
for (let count = 0; reads && count < MESSAGES; count++) await server.receive({ timeout: DEADLINE })
while ((await events.receive({ timeout: DEADLINE })).type !== 'disconnect');
console.log('alive')
server.close()
