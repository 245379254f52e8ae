/**
 * Calls every function of zctx, zsocket and the options of zsock with arguments that nobody would give, in a process
 * of its own: whatever happens, it throws an Error with a code or returns.
 */
import { CzmqError, zctx, zframe, zsock, zsocket } from '../../src/index.ts'
import * as zsockOptions from '../../src/zsock/options.ts'

const MISUSE = ['ERR_INVALID_ARG_TYPE', 'ERR_INVALID_ARG_VALUE', 'ERR_OUT_OF_RANGE', 'ERR_MISSING_ARGS']
/** Waits for ever when it is asked to. */
const BLOCKING = ['wait', 'poll']
/** Trusts its caller, as its documentation says. */
const UNSAFE = ['wrap', 'shadowZmqCtx']

const context = zctx.new()
const socket = zsocket.new(context, 6)
const other = zsock.new(5)
const destroyed = zsocket.new(context, 6)
zsocket.destroy(context, destroyed)
const frame = zframe.new(Buffer.from('x'))
const detached = new Uint8Array(4)
structuredClone(detached.buffer, { transfer: [detached.buffer] })
const boom = () => {
  throw new Error('code of an argument was run')
}
const traps = new Proxy({}, { get: boom, has: boom, getPrototypeOf: boom, ownKeys: boom })
const booby = Object.defineProperties(
  {},
  { pointer: { get: boom }, kind: { get: boom }, length: { get: boom } },
)

const hostile: unknown[] = [
  undefined,
  null,
  true,
  false,
  0,
  1,
  -1,
  0.5,
  Number.NaN,
  Number.POSITIVE_INFINITY,
  2 ** 31,
  2 ** 53,
  -(2 ** 31),
  1n,
  -1n,
  2n ** 64n,
  '',
  'x',
  '%s%n',
  'a\0b',
  '\ud800',
  'x'.repeat(100_000),
  'tcp://127.0.0.1:%s%n',
  'inproc://',
  Symbol('s'),
  {},
  [],
  () => 0,
  traps,
  booby,
  new Proxy(socket, {}),
  Object.create(socket),
  new Uint8Array(0),
  Buffer.alloc(40),
  new Uint8Array(300),
  detached,
  new DataView(new ArrayBuffer(4)),
  new SharedArrayBuffer(4),
  new Date(),
  /x/,
  new Map(),
  destroyed,
  frame,
]

function attempt(name: string, call: (...args: unknown[]) => unknown, args: unknown[]): void {
  try {
    call(...args)
  } catch (error) {
    if (error instanceof CzmqError) return
    const code = (error as { code?: string }).code ?? ''
    if (!MISUSE.includes(code)) throw new Error(`${name} threw ${String(error)}`, { cause: error })
  }
}

let calls = 0
const spaces = { zctx, zsocket, zsock: zsockOptions }
for (const [space, functions] of Object.entries(spaces)) {
  for (const [name, value] of Object.entries(functions)) {
    if (typeof value !== 'function' || UNSAFE.includes(name)) continue
    const call = value as (...args: unknown[]) => unknown
    for (const first of hostile) {
      for (const second of [undefined, 1, 'x']) {
        attempt(`${space}.${name}`, call, [first, second])
        calls++
      }
    }
    if (name === 'destroy' || BLOCKING.includes(name) || name === 'new') continue
    const self = space === 'zctx' ? context : space === 'zsock' ? other : socket
    for (const second of hostile) {
      // nothing may be left that makes a later call wait, or the end of the process
      attempt(`${space}.${name}`, call, [self, second])
      calls++
    }
  }
}
for (const value of hostile) {
  for (const name of ['zctx', 'zsocket'] as const)
    attempt(`${name}.wrap`, (name === 'zctx' ? zctx.shadowZmqCtx : zsocket.wrap) as never, [
      typeof value === 'bigint' ? -1n : value,
    ])
}
zframe.destroy(frame)
zsock.destroy(other)
zctx.setLinger(context, 0)
zctx.destroy(context)
console.log(calls > 10_000 ? 'survived' : `only ${calls} calls`)
