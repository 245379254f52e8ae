import { cProgram, medians, nodeProgram, type Program, table, throughput } from './measure.ts'

const COUNT = 1_000_000
const SIZE = 32

function of(program: Program, storey: string): Program {
  return { ...program, args: [...program.args, storey] }
}

/** `zstr` loops over tcp between two processes: C, the namespaces, the raw functions. */
export async function strings(runs: number): Promise<string> {
  const c = of(cProgram('throughput'), 'zstr')
  const namespace = of(nodeProgram('zstr.ts'), 'zstr')
  const raw = of(nodeProgram('zstr.ts'), 'raw')
  const run = (receiver: Program, sender: Program) => async () =>
    COUNT / (await throughput(receiver, sender, COUNT, SIZE, 'tcp://127.0.0.1:*'))
  const rates = await medians(runs, {
    c: run(c, c),
    namespaceReceives: run(namespace, c),
    rawReceives: run(raw, c),
    namespaceSends: run(c, namespace),
    rawSends: run(c, raw),
  })
  const row = (name: string, rate: number) => [
    name,
    Math.round(rate).toLocaleString('en'),
    (rate / rates.c).toFixed(2),
  ]
  return table(
    ['32-byte strings over tcp, two processes', 'messages/s', 'ratio to C'],
    [
      row('C `zstr_send` → C `zstr_recv`', rates.c),
      row('C → `zstr.recv`', rates.namespaceReceives),
      row('C → `C.zstr_recv`', rates.rawReceives),
      row('`zstr.send` → C', rates.namespaceSends),
      row('`C.zstr_send` → C', rates.rawSends),
    ],
  )
}
