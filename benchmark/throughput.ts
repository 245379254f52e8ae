import { C_NAME, type Contestants, flows, reusingMemory } from './contestants.ts'
import { type Flow, medians, ratio, table, throughput, whole } from './measure.ts'

/** Messages of each size that take one to two seconds where they are slow. */
const SIZES: Record<string, Flow> = {
  '32 B': { size: 32, count: 500_000 },
  '1 KiB': { size: 1024, count: 200_000 },
  '64 KiB': { size: 65_536, count: 10_000 },
  '1 MiB': { size: 1_048_576, count: 1000 },
}
/** From here on it matters whose memory a message is in. */
const LARGE = 65_536
const ENDPOINTS = { tcp: 'tcp://127.0.0.1:*', ipc: 'ipc://*' }

type Direction = 'receives' | 'sends'

/** C sends to each, with `for await` where there is that, for each size over tcp and ipc. */
export function receiving(runs: number): Promise<string> {
  return everySize(runs, 'receives')
}

/** Each sends to C, with `await send` where there is that, for each size over tcp and ipc. */
export function sending(runs: number): Promise<string> {
  return everySize(runs, 'sends')
}

async function everySize(runs: number, direction: Direction): Promise<string> {
  const tables: string[] = []
  for (const [size, flow] of Object.entries(SIZES)) {
    for (const [transport, endpoint] of Object.entries(ENDPOINTS)) {
      tables.push(
        await compared(`${direction} ${size}, ${transport}`, runs, direction, { ...flow, endpoint }),
      )
    }
  }
  return tables.join('\n\n')
}

/** Messages of three frames, both ways. */
export async function multipart(runs: number): Promise<string> {
  const flow = { size: 32, count: 200_000, parts: 3 }
  const received = await compared('receives 3 × 32 B, tcp', runs, 'receives', flow)
  return `${received}\n\n${await compared('sends 3 × 32 B, tcp', runs, 'sends', flow)}`
}

async function compared(title: string, runs: number, direction: Direction, flow: Flow): Promise<string> {
  const all = direction === 'receives' && flow.size >= LARGE ? { ...flows(), ...reusingMemory() } : flows()
  const rates = await medians(runs, measurements(all, direction, flow))
  return rateTable(title, rates, (flow.size * (flow.parts ?? 1)) / 2 ** 20)
}

function measurements(
  all: Contestants,
  direction: Direction,
  flow: Flow,
): Record<string, () => Promise<number>> {
  const c = all[C_NAME]
  if (!c) throw new Error('C is missing')
  return Object.fromEntries(
    Object.entries(all).map(([name, program]) => [
      name,
      () => (direction === 'receives' ? throughput(program, c, flow) : throughput(c, program, flow)),
    ]),
  )
}

/** A row for each contestant: messages and MiB a second, and how that compares to C and zeromq.js. */
export function rateTable(title: string, rates: Record<string, number>, mebibytes: number): string {
  const rows = Object.entries(rates).map(([name, rate]) => [
    name,
    whole(rate),
    (rate * mebibytes).toFixed(mebibytes * rate < 100 ? 1 : 0),
    ratio(rate, rates[C_NAME]),
    ratio(rate, rates['zeromq.js']),
  ])
  return table([title, 'messages/s', 'MiB/s', '÷ C', '÷ zeromq.js'], rows)
}
