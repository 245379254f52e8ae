/** Arguments: `messages` or `sockets`, and how many. Prints how resident memory grew, in bytes for each of them. */
import { Dealer, Pull, Push } from '../../src/index.ts'

const [, , what = '', amount = '0'] = process.argv
const COUNT = Number(amount)
const SAMPLES = 40
const BURST = 250

declare const gc: () => void

/** The slope of the straight line through the samples of the second half, when everything has found its size. */
function slope(samples: readonly number[], step: number): number {
  const rest = samples.slice(samples.length / 2)
  const middle = (rest.length - 1) / 2
  const mean = rest.reduce((sum, each) => sum + each, 0) / rest.length
  const above = rest.reduce((sum, each, index) => sum + (index - middle) * (each - mean), 0)
  return above / rest.reduce((sum, _, index) => sum + (index - middle) ** 2, 0) / step
}

/** Each goes out and comes in again, in bursts. */
async function messages(count: number, [one, other]: [Dealer, Dealer]): Promise<void> {
  for (let done = 0; done < count; done += BURST) {
    for (let index = 0; index < BURST; index++)
      await one.send(index % 10 ? 'a small message' : ['two', 'frames'])
    for (let left = BURST; left > 0; ) left -= (await other.receiveMany(left)).length
  }
}

/** libzmq ends sockets in the background, and has room for a thousand. */
async function makePush(): Promise<Push> {
  for (;;) {
    try {
      return new Push({ linger: 0 })
    } catch (error) {
      if ((error as { code?: string }).code !== 'EMFILE') throw error
      await settle()
    }
  }
}

/** Half of them are closed, the others are left to the collector. */
async function sockets(count: number): Promise<void> {
  const pull = new Pull()
  const address = await pull.bind('tcp://127.0.0.1:*')
  for (let index = 0; index < count; index++) {
    const push = await makePush()
    push.connect(address)
    if (index % 2) push.close()
    if (index % 100 === 99) await settle()
  }
  pull.close()
}

/** What was dropped is collected, and what was closed is gone. */
async function settle(): Promise<void> {
  for (let turn = 0; turn < 3; turn++) {
    gc()
    await new Promise((resolve) => setImmediate(resolve))
  }
}

const dealers: [Dealer, Dealer] = [
  new Dealer({ sendHighWaterMark: 0 }),
  new Dealer({ receiveHighWaterMark: 0 }),
]
dealers[0].connect(await dealers[1].bind('tcp://127.0.0.1:*'))
const samples: number[] = []
const began = performance.now()
for (let sample = 0; sample < SAMPLES; sample++) {
  const part = Math.ceil(COUNT / SAMPLES)
  await (what === 'messages' ? messages(part, dealers) : sockets(part))
  await settle()
  samples.push(process.memoryUsage.rss())
}
for (const each of dealers) each.close()
const seconds = (performance.now() - began) / 1000
const growth = slope(samples, COUNT / SAMPLES)
process.stdout.write(
  `${JSON.stringify({ what, count: COUNT, seconds, first: samples[0], middle: samples[SAMPLES / 2], last: samples.at(-1), growth })}\n`,
)
