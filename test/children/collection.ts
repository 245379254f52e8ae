/**
 * The argument names what is made and dropped. Prints one line of JSON: what the scenario found out, and how many
 * handles, descriptors, threads and bytes there are more at the end than after the first round.
 */
import { readdirSync } from 'node:fs'
import { C, liveHandles } from '../../src/index.ts'
import { scenarios } from './collection-scenarios.ts'

/** What the process has. */
interface Holdings {
  handles: number
  descriptors: number
  threads: number
  rss: number
}

const DEADLINE = 20_000
const round = scenarios[process.argv[2] ?? '']
const rounds = Number(process.argv[3] ?? 1)
if (!round) throw new Error('no such scenario')

function holdings(): Holdings {
  return {
    handles: liveHandles(),
    descriptors: readdirSync('/proc/self/fd').length,
    threads: readdirSync('/proc/self/task').length,
    rss: process.memoryUsage.rss(),
  }
}

/** Collects until everything is given back that was taken since `before`, one turn of the event loop after another. */
async function settle(before: Holdings): Promise<Holdings> {
  const deadline = performance.now() + DEADLINE
  for (;;) {
    globalThis.gc?.()
    await new Promise(setImmediate)
    const now = holdings()
    const isSettled =
      now.handles === 0 && now.descriptors <= before.descriptors && now.threads <= before.threads
    if (isSettled || performance.now() > deadline) return now
  }
}

/** How long the event loop was held up at most, in milliseconds. */
let longestTurn = 0
let last = performance.now()
setInterval(() => {
  longestTurn = Math.max(longestTurn, performance.now() - last)
  last = performance.now()
}, 1).unref()

const unused = holdings()
C.zsock_destroy([C.zsock_new(8)])
const results = [await round(0)]
const first = await settle({
  ...holdings(),
  descriptors: Number.POSITIVE_INFINITY,
  threads: Number.POSITIVE_INFINITY,
})
const start = await settle({ ...first, descriptors: unused.descriptors + 10, threads: unused.threads + 2 })
longestTurn = 0
for (let index = 1; index < rounds; index++) {
  results.push(await round(index))
  await settle(start)
}
const end = await settle(start)
const more = Object.fromEntries(
  Object.entries(end).map(([key, value]) => [key, value - start[key as keyof Holdings]]),
)
process.stdout.write(
  `${JSON.stringify({ result: results.at(-1) ?? null, ...more, live: end.handles, longestTurn })}\n`,
)
