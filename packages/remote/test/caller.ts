// A client in a process of its own: `caller.ts ADDRESS`. Takes what the daemon tracks, reads a stream, and then waits.
import { Context } from '../src/index.ts'

interface Tracker {
  track(): void
  endless(): AsyncGenerator<number>
  never(): Promise<void>
}

const [, , address = ''] = process.argv
const com = new Context({ heartbeat: { interval: 200, timeout: 800 } })
const tracker = com.connect<Tracker>(address, 'com.foo.tracker')
await tracker.track()
for await (const _ of tracker.endless()) break
const stream = await tracker.endless()
await stream.next()
tracker.never().catch(() => undefined)
await tracker.track()
console.log('ready')
