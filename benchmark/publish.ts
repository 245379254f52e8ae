import { waiters } from './contestants.ts'
import { cProgram, medians, type Program, start } from './measure.ts'
import { rateTable } from './throughput.ts'

const COUNT = 100_000
const SIZE = 32
const SUBSCRIBERS = 10

async function rate(publisher: Program, subscribers: Program): Promise<number> {
  const publishing = start(publisher, 'publish', COUNT, SIZE, SUBSCRIBERS)
  const receiving = start(subscribers, 'subscribe', COUNT, SUBSCRIBERS, await publishing.line())
  const seconds = Number(await receiving.line())
  publishing.finish()
  await Promise.all([publishing.ended, receiving.ended])
  return COUNT / seconds
}

/** Each publishes to ten subscribers in one process of C, until the last has all. */
export async function publish(runs: number): Promise<string> {
  const subscribers = cProgram('publish')
  const measurements = Object.entries(waiters('publish')).map(
    ([name, program]) => [name, () => rate(program, subscribers)] as const,
  )
  const rates = await medians(runs, Object.fromEntries(measurements))
  return rateTable(
    `publishes ${SIZE} B to ${SUBSCRIBERS} subscribers, tcp`,
    rates,
    (SIZE * SUBSCRIBERS) / 2 ** 20,
  )
}
