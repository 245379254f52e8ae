import fc from 'fast-check'

/** What nobody should give to a function. Every value is made anew, so that nothing which happens to one reaches another. */

/** Thrown by what belongs to the caller: getters, traps, callbacks. It comes back as it is. */
export class CallersError extends Error {
  readonly code = 'CALLERS'
}

function throwing(): never {
  throw new CallersError('thrown by something of the caller')
}

const traps = { get: throwing, has: throwing, getPrototypeOf: throwing, ownKeys: throwing } as const

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

/** A view whose size changes with its buffer, when somebody asks for the property. */
function resizable(): Uint8Array {
  const buffer: ArrayBuffer = Reflect.construct(ArrayBuffer, [16, { maxByteLength: 4096 }])
  return Object.defineProperty(new Uint8Array(buffer), 'length', {
    get: () => Reflect.apply(Reflect.get(buffer, 'resize'), buffer, [0]),
  })
}

function lyingAboutItsSize(): Uint8Array {
  return Object.defineProperties(new Uint8Array(4), {
    byteLength: { value: 2 ** 40 },
    length: { value: 2 ** 40 },
  })
}

function withHoles(): unknown[] {
  const holes: unknown[] = ['a', 'b']
  holes[5] = 'c'
  return holes
}

function cyclic(): unknown[] {
  const list: unknown[] = []
  list.push(list)
  return list
}

/** An array whose length changes while it is read. */
function shrinking(): unknown[] {
  const list: unknown[] = ['a', 'b', 'c']
  Object.defineProperty(list, 0, {
    get: () => {
      list.length = 1
      return 'a'
    },
  })
  return list
}

function endless(): Iterable<string> {
  return { [Symbol.iterator]: () => ({ next: throwing }) }
}

/** Numbers that are no use anywhere; as a time none of them is long to wait. */
const NUMBERS = [
  Number.NaN,
  Number.POSITIVE_INFINITY,
  Number.NEGATIVE_INFINITY,
  -0,
  -2,
  0.5,
  2 ** 31,
  -(2 ** 31),
  -(2 ** 31) - 1,
  2 ** 32,
  2 ** 53,
  -(2 ** 53),
  1e308,
  5e-324,
]
const BIGINTS = [0n, 1n, -1n, 2n ** 63n, 2n ** 64n, -(2n ** 200n)]
const TEXTS: Record<string, string> = {
  'no text': '',
  'a format': '%s%n%s%n%p',
  'a NUL': 'a\0b',
  'half a character': '\ud800',
  'the other half': 'a\udc00b',
  '1 MiB of text': 'x'.repeat(2 ** 20),
  '70 000 of €': '€'.repeat(70_000),
  lines: 'a\nb\r\n\t= "',
  'a wrong port': 'tcp://127.0.0.1:99999999',
  'no port': 'tcp://127.0.0.1',
  'no name': 'inproc://',
  'a long name': `inproc://${'n'.repeat(300)}`,
  'a long path': `ipc://${'p'.repeat(300)}`,
  'no address': '://',
  'a host with a NUL': 'tcp://127.0.0.1\0:1',
  'several addresses': '@tcp://127.0.0.1:*,>inproc://a,,',
  'a prototype': '__proto__',
}

/** By name, so that a call can be told and repeated. */
export const hostile: Readonly<Record<string, () => unknown>> = {
  undefined: () => undefined,
  null: () => null,
  true: () => true,
  false: () => false,
  ...Object.fromEntries(NUMBERS.map((each) => [Object.is(each, -0) ? '-0' : `${each}`, () => each])),
  ...Object.fromEntries(BIGINTS.map((each) => [`${each}n`, () => each])),
  ...Object.fromEntries(Object.entries(TEXTS).map(([name, each]) => [name, () => each])),
  'a symbol': () => Symbol('fuzz'),
  'a function': () => () => undefined,
  'a function that throws': () => throwing,
  'a class': () => class {},
  'an object': () => ({}),
  'an object without prototype': () => Object.create(null),
  'a boxed number': () => Object(1),
  'a boxed text': () => Object('tcp://127.0.0.1:*'),
  'a revoked proxy': () => {
    const { proxy, revoke } = Proxy.revocable({}, {})
    revoke()
    return proxy
  },
  'a proxy whose traps throw': () => new Proxy({}, traps),
  'a proxy of a function': () => new Proxy(() => undefined, traps),
  'a proxy of bytes': () => new Proxy(new Uint8Array(4), {}),
  'an object that cannot be text': () => ({
    toString: throwing,
    valueOf: throwing,
    [Symbol.toPrimitive]: throwing,
  }),
  'options that throw': () =>
    Object.defineProperties(
      {},
      Object.fromEntries(
        [
          'timeout',
          'signal',
          'context',
          'linger',
          'socket',
          'domain',
          'port',
          'interface',
          'then',
          'length',
        ].map((key) => [key, { get: throwing, enumerable: true }]),
      ),
    ),
  // biome-ignore lint/suspicious/noThenProperty: that is what is tried
  'a thenable': () => ({ then: (use: (value: unknown) => void) => use('a') }),
  // biome-ignore lint/suspicious/noThenProperty: that is what is tried
  'a thenable that throws': () => ({ then: throwing }),
  'an empty array': () => [],
  'an array with holes': withHoles,
  'an array in itself': cyclic,
  'an array that shrinks': shrinking,
  'a huge empty array': () => Reflect.construct(Array, [2 ** 32 - 1]),
  'arrays in arrays': () => [[['a']], null],
  'something endless': endless,
  'a map': () => new Map([['a', 'b']]),
  'a set': () => new Set(['a']),
  'a wrong date': () => new Date(Number.NaN),
  'a regular expression': () => /a/g,
  'an error': () => new Error('a'),
  'no bytes': () => new Uint8Array(0),
  '7 bytes': () => new Uint8Array(7),
  'detached bytes': detached,
  'bytes out of bounds': outOfBounds,
  'bytes that shrink': resizable,
  'bytes that lie': lyingAboutItsSize,
  'bytes that lie a little': () =>
    Object.defineProperties(new Uint8Array(4), { byteLength: { value: 5000 }, length: { value: 5000 } }),
  'shared bytes': () => new Uint8Array(new SharedArrayBuffer(8)),
  '1 MiB': () => Buffer.alloc(2 ** 20),
  'a buffer of 4 bytes': () => new ArrayBuffer(4),
  'pairs of bytes': () => new Uint16Array(3),
  'a view': () => new DataView(new ArrayBuffer(4)),
  'a signal that has come': () => AbortSignal.abort(new CallersError('aborted')),
  'a false signal': () => ({ aborted: false, addEventListener: throwing }),
}

export const hostileNames: readonly string[] = Object.keys(hostile)

/** Anything that fast-check thinks of; always the same for the same seed. */
export function anything(seed: number, count: number): readonly unknown[] {
  const arbitrary = fc.anything({
    maxDepth: 2,
    maxKeys: 5,
    withBigInt: true,
    withBoxedValues: true,
    withDate: true,
    withMap: true,
    withSet: true,
    withNullPrototype: true,
    withObjectString: true,
    withSparseArray: true,
    withTypedArray: true,
  })
  return fc.sample(arbitrary, { seed, numRuns: count })
}
