import {
  cProgram,
  medians,
  nodeProgram,
  type Program,
  ratio,
  table,
  throughput,
  whole,
  withArguments,
} from './measure.ts'

const COUNT = 1_000_000
const SIZE = 32

/** `zstr` loops over tcp between two processes: C, the namespaces, the raw functions. */
export async function strings(runs: number): Promise<string> {
  const c = withArguments(cProgram('throughput'), 'zstr')
  const namespace = withArguments(nodeProgram('namespaces.ts'), 'zstr')
  const raw = withArguments(nodeProgram('namespaces.ts'), 'raw')
  const run = (receiver: Program, sender: Program) => () =>
    throughput(receiver, sender, { count: COUNT, size: SIZE })
  const rates = await medians(runs, {
    c: run(c, c),
    namespaceReceives: run(namespace, c),
    rawReceives: run(raw, c),
    namespaceSends: run(c, namespace),
    rawSends: run(c, raw),
  })
  const row = (name: string, rate: number) => [name, whole(rate), ratio(rate, rates.c)]
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
