import { writeSync } from 'node:fs'
import { CzmqError, zctx, zmq, zsocket } from '../../src/index.ts'

/** Calls functions with arguments that nobody should give, in a process that may die of it. */

const MISUSE = ['ERR_INVALID_ARG_TYPE', 'ERR_INVALID_ARG_VALUE', 'ERR_OUT_OF_RANGE', 'ERR_MISSING_ARGS']
const OWN_GETTER = 'a getter of the caller threw'

function throwing(): never {
  throw new Error(OWN_GETTER)
}

function detached(): Uint8Array {
  const bytes = new Uint8Array(8)
  structuredClone(bytes.buffer, { transfer: [bytes.buffer] })
  return bytes
}

/** A view that lies outside of its buffer since that was made smaller. */
function outOfBounds(): Uint8Array {
  const buffer: ArrayBuffer = Reflect.construct(ArrayBuffer, [16, { maxByteLength: 16 }])
  const view = new Uint8Array(buffer, 8, 8)
  Reflect.apply(Reflect.get(buffer, 'resize'), buffer, [4])
  return view
}

function lyingAboutItsSize(): Uint8Array {
  return Object.defineProperties(new Uint8Array(4), {
    byteLength: { value: 2 ** 40 },
    length: { value: 2 ** 40 },
  })
}

function destroyedSocket(): unknown {
  const context = zctx.new()
  const socket = zsocket.new(context, zmq.PULL)
  zctx.destroy(context)
  return socket
}

/** Values of every kind. No number among them is a long time to wait. */
export function hostileValues(): unknown[] {
  const context = zctx.new()
  const socket = zsocket.new(context, zmq.PULL)
  // biome-ignore format: one line for each kind
  return [
    undefined, null, true, Number.NaN, Number.POSITIVE_INFINITY, -0, -2, 0.5, 2 ** 31, -(2 ** 31) - 1, 2 ** 53, 1e308,
    0n, 1n, -1n, 2n ** 64n, 2n ** 200n, Symbol('s'), () => 0, throwing, class {},
    '', '%s%n%s%n', 'a\0b', '\ud800', 'x'.repeat(100_000), 'tcp://127.0.0.1:99999999', 'inproc://', '127.0.0.1',
    {}, [], [[]], Object.create(null), new Date(Number.NaN), new Map(), new Proxy({}, { get: throwing, has: throwing }),
    Object.defineProperty({}, 'socket', { get: throwing, enumerable: true }), { socket: {}, fd: 0, events: 1 },
    { socket: null, fd: -1, events: 1 }, { socket: null, fd: 0, events: 99 }, { fd: Number.NaN }, [{}], [null],
    Reflect.construct(Array, [2 ** 32 - 1]), new ArrayBuffer(4), new Uint16Array(3), new DataView(new ArrayBuffer(4)),
    new Uint8Array(0), new Uint8Array(7), detached(), outOfBounds(), lyingAboutItsSize(),
    new Uint8Array(new SharedArrayBuffer(8)), new Proxy(new Uint8Array(4), {}), Buffer.alloc(100_000),
    context, new Proxy(socket, {}), Object.create(socket), { __proto__: socket }, destroyedSocket(),
  ]
}

/** Calls each function with each hostile value for each of its arguments; answers what went otherwise than it should. */
export function attack(functions: object, valid: Record<string, () => unknown[]>): string[] {
  const complaints: string[] = []
  for (const [name, call] of Object.entries(functions)) {
    if (!isFunction(call)) continue
    writeSync(1, `${name} `)
    const good = valid[name]
    if (!good) complaints.push(`${name} is not attacked`)
    else for (const args of argumentLists(good)) complaints.push(...attempt(name, call, args))
  }
  return complaints
}

function isFunction(value: unknown): value is () => unknown {
  return typeof value === 'function'
}

function* argumentLists(good: () => unknown[]): Generator<unknown[]> {
  yield []
  for (let position = 0; position <= good().length; position++) {
    for (const value of hostileValues()) yield good().toSpliced(position, 1, value)
  }
}

function attempt(name: string, call: () => unknown, args: unknown[]): string[] {
  try {
    const undo: unknown = Reflect.apply(call, undefined, args)
    if (typeof undo === 'function') undo()
    return []
  } catch (error) {
    return isTyped(error) ? [] : [`${name}: ${String(error)}`]
  }
}

function isTyped(error: unknown): boolean {
  if (error instanceof CzmqError) return true
  if (!(error instanceof Error)) return false
  return error.message === OWN_GETTER || MISUSE.includes(String(Reflect.get(error, 'code')))
}

/** Says how an attack went, as the last line of output. */
export function report(complaints: string[]): void {
  writeSync(1, `\n${complaints.length === 0 ? 'survived' : complaints.join('\n')}`)
}
