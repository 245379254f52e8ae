import { invalidType, invalidValue } from '../errors.ts'
import type { Callable } from './bind.ts'
import { koffi } from './koffi.ts'
import { library } from './library.ts'
import { freeString, readPointer } from './memory.ts'
import type { Pointer, Ref, Variadic } from './types.ts'

/** How a function's variable arguments are read, as the notes of the generator name it. */
export type VariadicKind =
  | 'format'
  | 'strings'
  | 'string-refs'
  | 'matches'
  | 'pointers'
  | 'send'
  | 'recv'
  | 'bsend'
  | 'brecv'

type Pairs = unknown[]

/** A function that takes its variable arguments as C does, and gives koffi the type of each. */
export function variadic(name: string, prototype: string, kind: VariadicKind): Callable {
  const call = library().handle.func(prototype) as unknown as Callable
  const fixed = prototype.slice(prototype.indexOf('(')).split(',').length - 1
  return CALLERS[kind](call, fixed, name)
}

const CALLERS: Record<VariadicKind, (call: Callable, fixed: number, name: string) => Callable> = {
  format:
    (call, fixed, name) =>
    (...args) => {
      const format: unknown = args[fixed - 1]
      return call(...args.slice(0, fixed), ...formatPairs(name, format, args.slice(fixed)))
    },
  strings:
    (call, fixed) =>
    (...args) =>
      call(...args.slice(0, fixed), ...terminated('const char *', args.slice(fixed))),
  pointers:
    (call, fixed) =>
    (...args) =>
      call(...args.slice(0, fixed), ...terminated('void *', args.slice(fixed))),
  'string-refs': (call, fixed) => references(call, fixed, freeString),
  matches: (call, fixed) => references(call, fixed, readString),
  send:
    (call) =>
    (self, picture: unknown, ...args) =>
      call(self, picture, ...sendPairs(picture, args, SEND)),
  bsend:
    (call) =>
    (self, picture: unknown, ...args) =>
      call(self, picture, ...sendPairs(picture, args, BSEND)),
  recv:
    (call) =>
    (self, picture: unknown, ...args) =>
      receive(call, self, picture, args, RECV),
  brecv:
    (call) =>
    (self, picture: unknown, ...args) =>
      receive(call, self, picture, args, BRECV),
}

/** NULL ends the list in C; it may be given or left away. */
function terminated(type: string, args: unknown[]): Pairs {
  const end = args.indexOf(null)
  const given = end < 0 ? args : args.slice(0, end)
  return [...given.flatMap((each) => [type, each]), 'void *', null]
}

const SIGNED: Record<string, string> = {
  '': 'int',
  hh: 'int',
  h: 'int',
  l: 'long',
  ll: 'int64_t',
  z: 'size_t',
  j: 'int64_t',
  t: 'int64_t',
}
const UNSIGNED: Record<string, string> = {
  '': 'unsigned int',
  hh: 'unsigned int',
  h: 'unsigned int',
  l: 'unsigned long',
  ll: 'uint64_t',
  z: 'size_t',
  j: 'uint64_t',
  t: 'uint64_t',
}
const FLOATING: Record<string, string> = { '': 'double', l: 'double' }
/** With a length C would read wide characters. */
const PLAIN: Record<string, string> = { c: 'int', s: 'const char *', p: 'void *' }

/**
 * The types of printf arguments, from the format itself. A format that wants more or other arguments than it is
 * given would read the stack; that, and `%n`, is refused.
 */
function formatPairs(name: string, format: unknown, args: unknown[]): Pairs {
  if (format === null && args.length === 0) return []
  if (typeof format !== 'string') throw invalidType('format', 'a string', format)
  const types: string[] = []
  for (const match of format.matchAll(/%([-+ #0]*)(\*|\d+)?(?:\.(\*|\d+))?(hh|h|ll|l|z|j|t)?(.)?/gs)) {
    if (match[5] === '%') continue
    if (match[2] === '*') types.push('int')
    if (match[3] === '*') types.push('int')
    types.push(conversion(match[4] ?? '', match[5] ?? ''))
  }
  if (types.length !== args.length) {
    throw invalidValue(
      'format',
      `of ${name} wants ${types.length} arguments and got ${args.length}; to give text as it is use '%s', text`,
    )
  }
  return types.flatMap((type, index) => [type, args[index]])
}

function conversion(length: string, letter: string): string {
  const type = typesOf(length, letter)
  if (type !== undefined) return type
  throw invalidValue('format', `has a conversion that is not allowed here: %${length}${letter}`)
}

function typesOf(length: string, letter: string): string | undefined {
  if (/^[di]$/.test(letter)) return SIGNED[length]
  if (/^[uxXo]$/.test(letter)) return UNSIGNED[length]
  if (/^[eEfFgGaA]$/.test(letter)) return FLOATING[length]
  return length === '' ? PLAIN[letter] : undefined
}

function references(call: Callable, fixed: number, read: (pointer: Pointer) => string | null): Callable {
  return (...args) => {
    const first = fixed - 1
    const refs = args.slice(first).filter((each) => each !== null) as Ref<string>[]
    const cells = refs.map(() => new BigUint64Array(1))
    const [head, ...rest] = cells
    const result = call(...args.slice(0, first), head ?? null, ...terminated('void *', rest)) as number
    refs.forEach((ref, index) => {
      const pointer = readPointer(cells[index] as BigUint64Array)
      ref[0] = pointer === null ? null : read(pointer)
    })
    return result
  }
}

function readString(pointer: Pointer): string | null {
  return koffi.decode(pointer, 'char', -1) as string
}

const SEND: Record<string, string[]> = {
  i: ['int'],
  1: ['int'],
  2: ['int'],
  4: ['uint32_t'],
  8: ['uint64_t'],
  u: ['unsigned int'],
  s: ['const char *'],
  b: ['void *', 'size_t'],
  c: ['void *'],
  f: ['void *'],
  h: ['void *'],
  l: ['void *'],
  U: ['void *'],
  p: ['void *'],
  m: ['void *'],
  z: [],
}
const BSEND: Record<string, string[]> = {
  1: ['int'],
  2: ['int'],
  4: ['uint32_t'],
  8: ['uint64_t'],
  s: ['const char *'],
  S: ['const char *'],
  c: ['void *'],
  f: ['void *'],
  u: ['void *'],
  m: ['void *'],
  p: ['void *'],
}

function sendPairs(picture: unknown, args: Variadic[], letters: Record<string, string[]>): Pairs {
  const types = pictureLetters(picture, letters).flatMap((letter) => letters[letter] ?? [])
  if (types.length !== args.length) throw pictureCount(picture, types.length, args.length)
  return types.flatMap((type, index) => [type, args[index]])
}

function pictureLetters(picture: unknown, letters: object): string[] {
  if (typeof picture !== 'string') throw invalidType('picture', 'a string', picture)
  const unknown = [...picture].find((letter) => !Object.hasOwn(letters, letter))
  if (unknown !== undefined)
    throw invalidValue('picture', `has a letter that this function does not know: '${unknown}'`)
  return [...picture]
}

function pictureCount(picture: unknown, wanted: number, got: number): TypeError {
  return invalidValue('picture', `'${String(picture)}' wants ${wanted} arguments and got ${got}`)
}

/** Where C writes one value of a picture, and how it is read from there. */
interface Slot {
  /** How many arguments the letter takes: `b` takes the bytes and their size. */
  arguments: number
  cells: () => NodeJS.TypedArray[]
  read: (cells: NodeJS.TypedArray[]) => unknown[]
}

const number = (cell: () => Int32Array | Uint8Array | Uint16Array | Uint32Array): Slot => ({
  arguments: 1,
  cells: () => [cell()],
  read: ([value]) => [value?.[0]],
})
const pointer: Slot = {
  arguments: 1,
  cells: () => [new BigUint64Array(1)],
  read: ([cell]) => [readPointer(cell as BigUint64Array)],
}
const word: Slot = { arguments: 1, cells: () => [new BigUint64Array(1)], read: ([cell]) => [cell?.[0]] }
const freshString: Slot = { ...pointer, read: ([cell]) => [textOf(cell as BigUint64Array, freeString)] }
const borrowedString: Slot = { ...pointer, read: ([cell]) => [textOf(cell as BigUint64Array, readString)] }
const bytes: Slot = {
  arguments: 2,
  cells: () => [new BigUint64Array(1), new BigUint64Array(1)],
  read: ([data, size]) => {
    const length = Number(size?.[0] ?? 0)
    const from = readPointer(data as BigUint64Array)
    return [from === null ? null : freeBytes(from, length), length]
  },
}
const RECV: Record<string, Slot> = {
  i: number(() => new Int32Array(1)),
  1: number(() => new Uint8Array(1)),
  2: number(() => new Uint16Array(1)),
  4: number(() => new Uint32Array(1)),
  8: word,
  u: number(() => new Uint32Array(1)),
  s: freshString,
  b: bytes,
  c: pointer,
  f: pointer,
  h: pointer,
  l: pointer,
  U: pointer,
  p: pointer,
  m: pointer,
  z: { arguments: 0, cells: () => [], read: () => [] },
}
const BRECV: Record<string, Slot> = {
  1: RECV[1] as Slot,
  2: RECV[2] as Slot,
  4: RECV[4] as Slot,
  8: word,
  s: borrowedString,
  S: freshString,
  c: pointer,
  f: pointer,
  u: pointer,
  m: pointer,
  p: pointer,
}

function textOf(cell: BigUint64Array, read: (pointer: Pointer) => string | null): string | null {
  const from = readPointer(cell)
  return from === null ? null : read(from)
}

function freeBytes(from: Pointer, length: number): Buffer {
  const copy = Buffer.from(koffi.decode(from, 'uint8_t', length) as Uint8Array)
  koffi.free(from)
  return copy
}

/** Gives C a cell for each value, and when it succeeded moves the values into the caller's references. */
function receive(
  call: Callable,
  self: unknown,
  picture: unknown,
  args: unknown[],
  letters: Record<string, Slot>,
): number {
  const slots = pictureLetters(picture, letters).map((letter) => letters[letter] as Slot)
  const wanted = slots.reduce((sum, slot) => sum + slot.arguments, 0)
  if (wanted !== args.length) throw pictureCount(picture, wanted, args.length)
  const cells = slots.map((slot) => slot.cells())
  const result = call(self, picture, ...cells.flat().flatMap((cell) => ['void *', cell])) as number
  if (result !== 0) return result
  slots
    .flatMap((slot, index) => slot.read(cells[index] ?? []))
    .forEach((value, index) => {
      const ref = args[index] as Ref<unknown> | null
      if (ref !== null) ref[0] = value ?? null
    })
  return result
}
