import { medianLists, nodeProgram, start, table, withArguments } from './measure.ts'

const COUNT = 250_000
/** Who listens to what. */
const LISTENERS: Record<string, string[]> = {
  'no subscribers': [],
  'subscribers of `create`, `close`': ['create', 'close'],
  'subscribers of `send`, `receive`': ['send', 'receive'],
}

async function cost(names: string[]): Promise<number[]> {
  const running = start(withArguments(nodeProgram('channels.ts'), 'czmq', String(COUNT), ...names))
  const times = await running.line()
  await running.ended
  return times.split(' ').map(Number)
}

/** What the channels of `node:diagnostics_channel` cost a message. */
export async function channels(runs: number): Promise<string> {
  const measurements = Object.entries(LISTENERS).map(([who, names]) => [who, () => cost(names)] as const)
  const times = await medianLists(runs, Object.fromEntries(measurements))
  const rows = Object.entries(times).map(([who, spent]) => [who, ...spent.map((each) => each.toFixed(0))])
  return table(['nanoseconds a message of 32 B, inproc, one thread', 'sends', 'receives'], rows)
}
