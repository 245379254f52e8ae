import { C_NAME, waiters } from './contestants.ts'
import { cProgram, medianLists, medians, type Program, ratio, start, table, whole } from './measure.ts'

const TRIPS = 10_000
const SIZE = 32
const DEALERS = 1000

/** Runs a program against an echo in C, which ends after it, and answers the numbers it prints. */
async function againstEcho(
  program: Program,
  numbers: number,
  ...args: (string | number)[]
): Promise<number[]> {
  const echo = start(cProgram('requests'), 'echo', 'tcp://127.0.0.1:*')
  const running = start(program, ...args, await echo.line())
  const values: number[] = []
  while (values.length < numbers) values.push(Number(await running.line()))
  await running.ended
  echo.finish()
  await echo.ended
  return values
}

/** Microseconds that each waits for the answer of an echo in C. */
export async function roundTrip(runs: number): Promise<string> {
  const measure = async (program: Program) => {
    const [seconds = Number.NaN] = await againstEcho(program, 1, 'request', TRIPS, SIZE)
    return (seconds * 1e6) / TRIPS
  }
  const all = Object.entries(waiters('requests')).map(
    ([name, program]) => [name, () => measure(program)] as const,
  )
  const times = await medians(runs, Object.fromEntries(all))
  const rows = Object.entries(times).map(([name, time]) => [
    name,
    time.toFixed(1),
    ratio(time, times[C_NAME]),
    ratio(time, times['zeromq.js']),
  ])
  return table([`round trip of ${SIZE} B, tcp`, 'microseconds', '÷ C', '÷ zeromq.js'], rows)
}

/** Many sockets in one process: each connects, sends, and gets its answer. */
export async function manySockets(runs: number): Promise<string> {
  const all = Object.entries(waiters('requests')).map(
    ([name, program]) => [name, () => againstEcho(program, 2, 'dealers', DEALERS)] as const,
  )
  const results = await medianLists(runs, Object.fromEntries(all))
  const [cTime] = results[C_NAME] ?? []
  const rows = Object.entries(results).map(([name, [seconds = Number.NaN, bytes = Number.NaN]]) => [
    name,
    whole(seconds * 1000),
    ratio(seconds, cTime),
    (bytes / 1024).toFixed(1),
  ])
  return table(
    [`${whole(DEALERS)} sockets, one round trip each`, 'milliseconds', '÷ C', 'KiB a socket'],
    rows,
  )
}
