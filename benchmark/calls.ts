import { C, zctx, zframe, zmq, zsocket } from 'czmq'
import { median, table } from './measure.ts'

const CALLS = 200_000

/** Nanoseconds that one call takes. */
function cost(call: () => unknown): number {
  const start = performance.now()
  for (let made = 0; made < CALLS; made++) call()
  return ((performance.now() - start) * 1e6) / CALLS
}

/** What crossing from JavaScript to C costs. */
export function calls(runs: number): string {
  const context = zctx.new()
  const socket = zsocket.new(context, zmq.PUSH)
  const frame = zframe.new(Buffer.alloc(32))
  const { pointer } = frame as { pointer: Parameters<typeof C.zframe_size>[0] }
  const data = Buffer.alloc(32)
  const measured: Record<string, () => unknown> = {
    'an empty JavaScript function': () => undefined,
    '`C.zmq_errno()`: nothing in, a number out': () => C.zmq_errno(),
    '`C.zframe_size(pointer)`': () => C.zframe_size(pointer),
    '`zframe.size(frame)`: the same, checked': () => zframe.size(frame),
    '`C.zframe_streq(pointer, "abc")`: text in': () => C.zframe_streq(pointer, 'abc'),
    '`C.zframe_strhex(pointer)`: fresh text out': () => C.zframe_strhex(pointer),
    '`zsocket.sndhwm(socket)`: an option': () => zsocket.sndhwm(socket),
    '`C.zframe_new` and `C.zframe_destroy`, 32 bytes': () => C.zframe_destroy([C.zframe_new(data, 32)]),
    '`zframe.new` and `zframe.destroy`, 32 bytes': () => zframe.destroy(zframe.new(data)),
    '`zframe.data(frame)`: 32 bytes out': () => zframe.data(frame),
  }
  const rows = Object.entries(measured).map(([name, call]) => {
    cost(call)
    return [name, median(Array.from({ length: runs }, () => cost(call))).toFixed(0)]
  })
  frame.destroy()
  zctx.destroy(context)
  return table(['one call', 'nanoseconds'], rows)
}
