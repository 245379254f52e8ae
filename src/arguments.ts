import { types } from 'node:util'
import { invalidType, invalidValue, outOfRange } from './errors.ts'

/**
 * Checks of what callers give, made before C is entered. They trust nothing that a caller could redefine: neither
 * `instanceof` nor an object's own `byteLength`.
 */

const INT_MIN = -(2 ** 31)
const INT_MAX = 2 ** 31 - 1
const byteLengthOf = Object.getOwnPropertyDescriptor(
  Object.getPrototypeOf(Uint8Array.prototype),
  'byteLength',
)?.get as (this: Uint8Array) => number

const bufferOf = Object.getOwnPropertyDescriptor(Object.getPrototypeOf(Uint8Array.prototype), 'buffer')
  ?.get as (this: Uint8Array) => ArrayBufferLike
const byteOffsetOf = Object.getOwnPropertyDescriptor(
  Object.getPrototypeOf(Uint8Array.prototype),
  'byteOffset',
)?.get as (this: Uint8Array) => number

/** A C `int` from `least` to `most`. */
export function integer(
  name: string,
  value: unknown,
  least: number = INT_MIN,
  most: number = INT_MAX,
): number {
  if (typeof value !== 'number') throw invalidType(name, 'a number', value)
  if (!Number.isInteger(value) || value < least || value > most) {
    throw outOfRange(name, `an integer from ${least} to ${most}`, value)
  }
  return value
}

/** Text for C, which ends it at the first NUL: one inside is refused, never cut. */
export function text(name: string, value: unknown): string {
  if (typeof value !== 'string') throw invalidType(name, 'a string', value)
  if (value.includes('\0'))
    throw invalidValue(name, 'must not contain a NUL character; send binary as a frame')
  return value
}

/** {@link text} of at least one character and at most `most` bytes of UTF-8. */
export function boundedText(name: string, value: unknown, most: number): string {
  const checked = text(name, value)
  const size = Buffer.byteLength(checked)
  if (size === 0 || size > most)
    throw invalidValue(name, `must have 1 to ${most} bytes of UTF-8; it has ${size}`)
  return checked
}

/** Binary: a Uint8Array, of which Buffer is one. */
export function bytes(name: string, value: unknown): Uint8Array {
  if (!types.isUint8Array(value)) throw invalidType(name, 'a Uint8Array', value)
  return value
}

/** The size of a Uint8Array in bytes, whatever its own properties say; 0 when its buffer was detached. */
export function sizeOf(value: Uint8Array): number {
  return byteLengthOf.call(value)
}

/** The same bytes without properties that a caller has redefined; none when their buffer was detached. */
export function plainView(value: Uint8Array): Uint8Array {
  const size = sizeOf(value)
  return size === 0 ? new Uint8Array(0) : new Uint8Array(bufferOf.call(value), byteOffsetOf.call(value), size)
}

/** Binary, or text that becomes its UTF-8. Text may contain NUL, because its size goes with it. */
export function bytesOrText(name: string, value: unknown): Uint8Array {
  if (typeof value === 'string') return Buffer.from(value)
  if (!types.isUint8Array(value)) throw invalidType(name, 'a string or a Uint8Array', value)
  return value
}

/** The UTF-8 of text. It may contain NUL, because its size goes with it. */
export function utf8(name: string, value: unknown): Buffer {
  if (typeof value !== 'string') throw invalidType(name, 'a string', value)
  return Buffer.from(value)
}

/** `true` and `false`, or 1 and 0 as in C. */
export function flag(name: string, value: unknown): 0 | 1 {
  if (value === true || value === 1) return 1
  if (value === false || value === 0) return 0
  throw typeof value === 'number'
    ? outOfRange(name, 'true, false, 1 or 0', value)
    : invalidType(name, 'a boolean, 1 or 0', value)
}

/** A time in milliseconds; -1 is for ever. */
export function milliseconds(name: string, value: unknown): number {
  return integer(name, value, -1)
}

/** A C pointer, as the raw layer gives it. */
export function address(name: string, value: unknown): bigint {
  if (typeof value !== 'bigint') throw invalidType(name, 'a pointer of the raw layer (a bigint)', value)
  if (value <= 0n || value >= 2n ** 64n) throw outOfRange(name, 'the address of a C object', value)
  return value
}

/** `transport://address`, with a port from 0 to 65535 where there is one. */
export function endpoint(name: string, value: unknown): string {
  const checked = text(name, value)
  if (!/^[a-z][a-z0-9+.-]*:\/\/./is.test(checked)) {
    throw invalidValue(name, "must be like 'tcp://127.0.0.1:5555', 'ipc:///tmp/socket' or 'inproc://name'")
  }
  const port = /^(?:tcp|udp|ws|wss):\/\/.*:(\d+)(?:\/.*)?$/is.exec(checked)?.[1]
  if (port !== undefined && Number(port) > 65535)
    throw outOfRange(`${name}'s port`, '0 to 65535', Number(port))
  if (/^(norm|e?pgm):/i.test(checked)) throw invalidValue(name, UNSAFE_TRANSPORT)
  return checked
}

/** Wrong interfaces, rates and sizes of packets end the process or hang it (`session_base.cpp:723`, `rate_control.c:45`). */
const UNSAFE_TRANSPORT =
  'uses a transport (norm, pgm) with which libzmq can end the process; use it through C'
