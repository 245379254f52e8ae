import { execFileSync } from 'node:child_process'
import { medians, table } from './measure.ts'

/** Milliseconds that a whole process takes that runs this module text. */
function processTime(code: string): number {
  const start = performance.now()
  execFileSync(process.execPath, ['--input-type=module', '--eval', code], { cwd: import.meta.dirname })
  return performance.now() - start
}

/** What importing the package adds to the start of a program. */
export async function importTime(runs: number): Promise<string> {
  const times = await medians(runs * 5, {
    bare: () => processTime(''),
    koffi: () => processTime("import 'koffi'"),
    czmq: () => processTime("import 'czmq'"),
    namespace: () =>
      processTime("import { zctx, zmq, zsocket } from 'czmq'; zsocket.new(zctx.new(), zmq.PUSH)"),
    socket: () => processTime("import { Push } from 'czmq'; new Push()"),
    zeromq: () => processTime("import 'zeromq'"),
    zeromqSocket: () => processTime("import { Push } from 'zeromq'; new Push()"),
  })
  const row = (name: string, time: number) => [name, time.toFixed(1), (time - times.bare).toFixed(1)]
  return table(
    ['a whole process', 'milliseconds', 'over bare Node'],
    [
      row('`node` with an empty module', times.bare),
      row("`import 'koffi'`", times.koffi),
      row("`import 'czmq'`", times.czmq),
      row("`import 'czmq'` and a first `zsocket.new`", times.namespace),
      row("`import 'czmq'` and a first `new Push()`", times.socket),
      row("`import 'zeromq'`", times.zeromq),
      row("`import 'zeromq'` and a first `new Push()`", times.zeromqSocket),
    ],
  )
}
