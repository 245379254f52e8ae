import { BadRequest } from './errors.ts'

/** What goes by reference: functions, streams and exposed objects. A {@link Link} keeps them. */
export interface References {
  /** What is sent instead of the value; undefined when it cannot go by reference. */
  send(value: object): unknown
  /** What a peer's reference stands for here. */
  receive(reference: unknown): unknown
}

/** How values of a class travel. */
export interface TypeCodec<T, Plain> {
  /** The same on both sides. */
  name: string
  /** Whose instances are meant. */
  class: abstract new (
    ...args: never
  ) => T
  /** A value that can travel. */
  encode: (value: T) => Plain
  /** The instance again; `plain` is from a peer, so check it. */
  decode: (plain: Plain) => T
}

interface AnyCodec {
  name: string
  class: abstract new (...args: never) => unknown
  encode: (value: unknown) => unknown
  decode: (plain: unknown) => unknown
}

/** Deeper values are refused; so are circles. */
const DEEPEST = 100
const FORBIDDEN = new Set(['__proto__', 'constructor', 'prototype'])
/** Smaller attachments share memory with other messages, so they are copied. */
const SMALL = 16_384

const byName = new Map<string, AnyCodec>()
const byPrototype = new Map<object, AnyCodec>()

/**
 * Has instances of a class travel by value. Both sides must register it.
 *
 * @example
 * ```ts
 * registerType({
 *   name: 'point',
 *   class: Point,
 *   encode: ({ x, y }) => [x, y],
 *   decode: ([x, y]: number[]) => new Point(x, y),
 * })
 * ```
 * @throws TypeError when the name is taken.
 */
export function registerType<T, Plain>(codec: TypeCodec<T, Plain>): void {
  if (byName.has(codec.name)) throw new TypeError(`The type "${codec.name}" is registered already`)
  byName.set(codec.name, codec as unknown as AnyCodec)
  byPrototype.set(codec.class.prototype as object, codec as unknown as AnyCodec)
}

/** {@link registerType} undone; whether there was such a type. */
export function unregisterType(name: string): boolean {
  const codec = byName.get(name)
  if (codec) byPrototype.delete(codec.class.prototype as object)
  return byName.delete(name)
}

type Json = unknown
const tagged = (tag: string, v?: unknown): Json => (v === undefined ? { $: tag } : { $: tag, v })

/** Makes JSON of values; binary data become frames of their own. One for each message. */
export class Encoder {
  readonly frames: Uint8Array[] = []
  readonly #references: References

  constructor(references: References) {
    this.#references = references
  }

  /** {@link encode}, but for text in the place of what cannot travel. */
  encodeOrText(value: unknown): Json {
    try {
      return this.encode(value)
    } catch {
      return String(value)
    }
  }

  /** @throws TypeError for what cannot travel. */
  encode(value: unknown, depth: number = 0): Json {
    switch (typeof value) {
      case 'string':
      case 'boolean':
        return value
      case 'number':
        return Number.isFinite(value) && !Object.is(value, -0) ? value : tagged('number', numberText(value))
      case 'undefined':
        return tagged('undefined')
      case 'bigint':
        return tagged('bigint', String(value))
      case 'symbol':
        throw new TypeError('A symbol cannot travel')
      case 'object':
      case 'function':
        return value === null ? null : this.#object(value, depth + 1)
    }
  }

  #object(value: object, depth: number): Json {
    if (depth > DEEPEST)
      throw new TypeError(`A value of more than ${DEEPEST} levels, or a circle, cannot travel`)
    if (Array.isArray(value)) return this.#array(value, depth)
    const prototype: unknown = Object.getPrototypeOf(value)
    if (prototype === Object.prototype || prototype === null) return this.#plain(value, depth)
    const codec = byPrototype.get(prototype as object)
    if (codec) return tagged('type', [codec.name, this.encode(codec.encode(value), depth)])
    return this.#known(value, depth) ?? this.#reference(value)
  }

  #array(values: readonly unknown[], depth: number): Json {
    const result = new Array<Json>(values.length)
    for (let index = 0; index < values.length; index++) result[index] = this.encode(values[index], depth)
    return result
  }

  #plain(value: object, depth: number): Json {
    const reference = this.#references.send(value)
    if (reference !== undefined) return tagged('ref', reference)
    const result: Record<string, Json> = {}
    for (const key of Object.keys(value)) {
      if (FORBIDDEN.has(key)) throw new TypeError(`A key "${key}" cannot travel`)
      result[key] = this.encode((value as Record<string, unknown>)[key], depth)
    }
    return '$' in result ? tagged('object', result) : result
  }

  #known(value: object, depth: number): Json | undefined {
    if (ArrayBuffer.isView(value) || value instanceof ArrayBuffer) return this.#binary(value)
    if (value instanceof Date) return tagged('date', Number.isNaN(value.getTime()) ? null : value.getTime())
    if (value instanceof Map) return tagged('map', this.#array([...value].flat(1), depth))
    if (value instanceof Set) return tagged('set', this.#array([...value], depth))
    if (value instanceof RegExp) return tagged('regexp', [value.source, value.flags])
    if (value instanceof URL) return tagged('url', value.href)
    return value instanceof Error ? this.#error(value, depth) : undefined
  }

  #error(error: Error, depth: number): Json {
    const cause = error.cause === undefined ? undefined : this.encode(error.cause, depth)
    return tagged('error', {
      name: error.name,
      message: error.message,
      ...(cause !== undefined && { cause }),
    })
  }

  #binary(value: ArrayBufferView | ArrayBuffer): Json {
    const isView = ArrayBuffer.isView(value)
    const kind = isView ? viewName(value) : 'ArrayBuffer'
    const [buffer, offset] = isView ? [value.buffer, value.byteOffset] : [value, 0]
    return tagged('bin', [this.frames.push(new Uint8Array(buffer, offset, value.byteLength)) - 1, kind])
  }

  #reference(value: object): Json {
    const reference = this.#references.send(value)
    if (reference !== undefined) return tagged('ref', reference)
    const name = (value.constructor as { name?: string } | undefined)?.name ?? 'an unknown class'
    throw new TypeError(
      `An instance of ${name} cannot travel: registerType() sends it by value, @provides by reference`,
    )
  }
}

function numberText(value: number): string {
  return Object.is(value, -0) ? '-0' : String(value)
}

function viewName(value: ArrayBufferView): string {
  return Buffer.isBuffer(value) ? 'Buffer' : value.constructor.name
}

/**
 * The value that a peer has sent.
 *
 * @throws {@link BadRequest} for what no honest peer sends.
 */
export class Decoder {
  readonly #frames: readonly Buffer[]
  readonly #references: References

  constructor(frames: readonly Buffer[], references: References) {
    this.#frames = frames
    this.#references = references
  }

  decode(json: unknown, depth: number = 0): unknown {
    if (typeof json !== 'object' || json === null) return json
    if (depth > DEEPEST) throw new BadRequest(`The value has more than ${DEEPEST} levels`)
    if (Array.isArray(json)) return json.map((each) => this.decode(each, depth + 1))
    const { $: tag, v } = json as { $?: unknown; v?: unknown }
    return tag === undefined ? this.#plain(json, depth) : this.#tagged(tag, v, depth)
  }

  #plain(json: object, depth: number): object {
    const result: Record<string, unknown> = {}
    for (const key of Object.keys(json)) {
      if (FORBIDDEN.has(key)) throw new BadRequest(`The key "${key}" is refused`)
      result[key] = this.decode((json as Record<string, unknown>)[key], depth + 1)
    }
    return result
  }

  #tagged(tag: unknown, v: unknown, depth: number): unknown {
    const decode = typeof tag === 'string' && Object.hasOwn(DECODERS, tag) ? DECODERS[tag] : undefined
    if (decode) return sanely(tag, () => decode(v))
    const list = (): unknown[] => arrayOf(v).map((each) => this.decode(each, depth + 1))
    switch (tag) {
      case 'bin':
        return sanely(tag, () => this.#binary(arrayOf(v)))
      case 'map':
        return pairs(list())
      case 'set':
        return new Set(list())
      case 'object':
        return this.#plain(objectOf(v), depth + 1)
      case 'error':
        return this.#error(objectOf(v), depth)
      case 'ref':
        return this.#references.receive(v)
      case 'type':
        return this.#registered(arrayOf(v), depth)
      default:
        throw new BadRequest(`The tag ${JSON.stringify(tag)} is unknown`)
    }
  }

  #registered([name, plain]: unknown[], depth: number): unknown {
    const codec = byName.get(String(name))
    if (!codec) throw new BadRequest(`The type ${JSON.stringify(name)} is not registered here`)
    return codec.decode(this.decode(plain, depth + 1))
  }

  #error(json: Record<string, unknown>, depth: number): Error {
    const options = 'cause' in json ? { cause: this.decode(json.cause, depth + 1) } : undefined
    const error = new Error(String(json.message), options)
    error.name = String(json.name)
    return error
  }

  #binary([index, kind]: unknown[]): unknown {
    const frame = this.#frames[Number(index)]
    const make = typeof kind === 'string' && Object.hasOwn(VIEWS, kind) ? VIEWS[kind] : undefined
    if (!frame || !make) throw new BadRequest(`There is no attachment ${JSON.stringify([index, kind])}`)
    return make(frame)
  }
}

function sanely<T>(tag: unknown, decode: () => T): T {
  try {
    return decode()
  } catch (cause) {
    throw new BadRequest(`The value of the tag "${tag}" is malformed`, { cause })
  }
}

function arrayOf(value: unknown): unknown[] {
  if (!Array.isArray(value)) throw new BadRequest('An array was expected')
  return value
}

function objectOf(value: unknown): Record<string, unknown> {
  if (typeof value !== 'object' || value === null) throw new BadRequest('An object was expected')
  return value as Record<string, unknown>
}

/** Keys and values take turns. */
function pairs(list: unknown[]): Map<unknown, unknown> {
  const map = new Map<unknown, unknown>()
  for (let index = 0; index + 1 < list.length; index += 2) map.set(list[index], list[index + 1])
  return map
}

const NUMBERS = new Map([
  ['NaN', Number.NaN],
  ['Infinity', Number.POSITIVE_INFINITY],
  ['-Infinity', Number.NEGATIVE_INFINITY],
  ['-0', -0],
])

const DECODERS: Record<string, (v: unknown) => unknown> = {
  undefined: () => undefined,
  number: (v) => {
    const number = NUMBERS.get(v as string)
    if (number === undefined) throw new RangeError('no such number')
    return number
  },
  bigint: (v) => {
    if (typeof v !== 'string' || !/^-?\d{1,10000}$/.test(v)) throw new RangeError('no bigint')
    return BigInt(v)
  },
  date: (v) => new Date(v === null ? Number.NaN : Number(v)),
  regexp: (v) => {
    const [source, flags] = arrayOf(v)
    return new RegExp(String(source), String(flags))
  },
  url: (v) => new URL(String(v)),
}

type Elements = new (buffer: ArrayBuffer) => unknown

/** Elements must begin where their size says, so these are copied. */
const copied = (Class: Elements) => (frame: Buffer) => new Class(new Uint8Array(frame).buffer)

/** Small frames share memory, which one that is kept would keep. */
const owned = (frame: Buffer): Buffer => (frame.length < SMALL ? Buffer.from(frame) : frame)

const VIEWS: Record<string, (frame: Buffer) => unknown> = {
  Buffer: owned,
  Uint8Array: (frame) =>
    frame.length < SMALL
      ? new Uint8Array(frame)
      : new Uint8Array(frame.buffer, frame.byteOffset, frame.length),
  ArrayBuffer: (frame) => new Uint8Array(frame).buffer,
  Int8Array: copied(Int8Array),
  Uint8ClampedArray: copied(Uint8ClampedArray),
  Int16Array: copied(Int16Array),
  Uint16Array: copied(Uint16Array),
  Int32Array: copied(Int32Array),
  Uint32Array: copied(Uint32Array),
  Float32Array: copied(Float32Array),
  Float64Array: copied(Float64Array),
  BigInt64Array: copied(BigInt64Array),
  BigUint64Array: copied(BigUint64Array),
  DataView: copied(DataView),
}
