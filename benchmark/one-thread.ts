import { sockets } from './contestants.ts'
import { cProgram, medians, type Program, start } from './measure.ts'
import { rateTable } from './throughput.ts'

const SIZES: Record<string, { size: number; count: number; batch: number }> = {
  '32 B': { size: 32, count: 200_000, batch: 100 },
  '1 KiB': { size: 1024, count: 200_000, batch: 100 },
  '64 KiB': { size: 65_536, count: 20_000, batch: 20 },
  '1 MiB': { size: 1_048_576, count: 1000, batch: 4 },
}

async function rate(program: Program, { size, count, batch }: (typeof SIZES)[string]): Promise<number> {
  const running = start(program, 'inproc', count, size, batch)
  const seconds = Number(await running.line())
  await running.ended
  return count / seconds
}

/** Both ends of an inproc pair in one thread: sends some, receives them, and again. */
export async function inproc(runs: number): Promise<string> {
  const all = { 'C, libzmq': cProgram('one-thread'), ...sockets() }
  const tables: string[] = []
  for (const [name, work] of Object.entries(SIZES)) {
    const measurements = Object.entries(all).map(
      ([who, program]) => [who, () => rate(program, work)] as const,
    )
    const rates = await medians(runs, Object.fromEntries(measurements))
    tables.push(rateTable(`sends and receives ${name}, inproc, one thread`, rates, work.size / 2 ** 20))
  }
  return tables.join('\n\n')
}
