import { C_NAME, type Contestants, python } from './contestants.ts'
import { cProgram, medians, nodeProgram, type Program, ratio, start, table, whole } from './measure.ts'

const HANDSHAKES = 2000
const MECHANISMS = ['null', 'plain', 'curve']
/** Messages of each size that take about a second. */
const FLOWS = { '32 B': { size: 32, count: 200_000 }, '64 KiB': { size: 65_536, count: 4000 } }

type Measurements = Record<string, () => Promise<number>>

function contestants(): Contestants {
  const czmq = nodeProgram('secure.ts')
  return { [C_NAME]: cProgram('secure'), czmq, ...python('secure.py') }
}

/** How many clients a second each lets in that connect, ask and leave: 50 at once, in a process of C. */
export async function handshakes(runs: number): Promise<string> {
  const tables: string[] = []
  for (const mechanism of MECHANISMS) {
    const rates = await medians(runs, servers(mechanism))
    const rows = Object.entries(rates).map(([name, rate]) => [name, whole(rate), ratio(rate, rates[C_NAME])])
    tables.push(table([`${mechanism.toUpperCase()}, lets in`, 'clients/s', '÷ C'], rows))
  }
  return tables.join('\n\n')
}

function servers(mechanism: string): Measurements {
  const all = Object.entries(contestants()).map(
    ([name, program]) => [name, () => letsIn(program, 'serve', mechanism)] as const,
  )
  return {
    ...Object.fromEntries(all),
    'czmq, with a handler': () => letsIn(nodeProgram('secure.ts'), 'handler', mechanism),
  }
}

async function letsIn(program: Program, mode: string, mechanism: string): Promise<number> {
  const server = start(program, mode, mechanism)
  const clients = start(cProgram('secure'), 'connect', mechanism, HANDSHAKES, await server.line())
  const seconds = Number(await clients.line())
  await clients.ended
  server.finish()
  await server.ended
  return HANDSHAKES / seconds
}

/** Messages a second with and without CURVE: C sends to each, and each sends to C. */
export async function curve(runs: number): Promise<string> {
  const tables: string[] = []
  for (const [size, flow] of Object.entries(FLOWS)) {
    for (const direction of ['receives', 'sends'] as const)
      tables.push(await flowTable(runs, `${direction} ${size}, tcp`, direction, flow))
  }
  return tables.join('\n\n')
}

interface Flow {
  size: number
  count: number
}

async function flowTable(
  runs: number,
  title: string,
  direction: 'receives' | 'sends',
  flow: Flow,
): Promise<string> {
  const c = cProgram('secure')
  const measure = (mechanism: string): Measurements =>
    Object.fromEntries(
      Object.entries(contestants()).map(([name, program]) => [
        name,
        () =>
          direction === 'receives' ? rate(program, c, mechanism, flow) : rate(c, program, mechanism, flow),
      ]),
    )
  const plain = await medians(runs, measure('null'))
  const secure = await medians(runs, measure('curve'))
  const rows = Object.entries(secure).map(([name, value]) => [
    name,
    whole(value),
    ratio(value, secure[C_NAME]),
    whole(plain[name] ?? Number.NaN),
    ratio(value, plain[name]),
  ])
  return table([title, 'CURVE, messages/s', '÷ C', 'without', 'CURVE ÷ without'], rows)
}

async function rate(
  receiver: Program,
  sender: Program,
  mechanism: string,
  { size, count }: Flow,
): Promise<number> {
  const pull = start(receiver, 'pull', mechanism, count, size)
  const push = start(sender, 'push', mechanism, count, size, await pull.line())
  const seconds = Number(await pull.line())
  push.finish()
  await Promise.all([pull.ended, push.ended])
  return count / seconds
}
