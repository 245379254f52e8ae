import { sockets } from './contestants.ts'
import { cProgram, medianLists, type Program, start, table, whole, withArguments } from './measure.ts'

const SECONDS = 2
/** More than anyone receives in that time. */
const COUNT = 100_000_000

async function delays(receiver: Program, sender: Program): Promise<number[]> {
  const pull = start(receiver, 'flood', SECONDS, 'tcp://127.0.0.1:*')
  const push = start(sender, 'push', COUNT, 32, 1, await pull.line())
  const values = (await pull.line()).split(' ').map(Number)
  await pull.ended
  push.stop()
  await push.ended
  return values
}

/** How late timers are while C sends as fast as it can. */
export async function flood(runs: number): Promise<string> {
  const sender = withArguments(cProgram('throughput'), 'zmq')
  const all = Object.entries(sockets()).map(
    ([name, program]) => [name, () => delays(program, sender)] as const,
  )
  const results = await medianLists(runs, Object.fromEntries(all))
  const rows = Object.entries(results).map(([name, [middle = 0, late = 0, most = 0, rate = 0]]) => [
    name,
    middle.toFixed(2),
    late.toFixed(2),
    most.toFixed(2),
    whole(rate),
  ])
  return table(
    ['a timer of 1 ms during a flood of 32 B', 'median, ms', '99th percentile', 'longest', 'messages/s'],
    rows,
  )
}
