import { bytes, bytesOrText, flag, integer, sizeOf, text } from './arguments.ts'
import { invalidType, invalidValue, outOfRange } from './errors.ts'
import type { OptionType, SocketOption } from './raw/socket-options.ts'

/** What callers give for socket options, checked and as the bytes that libzmq wants. */

/** A Z85 key; each group of five characters has to be less than 2^32, which libzmq checks. */
const Z85_KEY = /^[0-9A-Za-z.\-:+=^!/*?&<>()[\]{}@%$#]{40}$/

/**
 * The bytes of a value for an option.
 *
 * @throws TypeError `ERR_INVALID_ARG_TYPE`, `ERR_INVALID_ARG_VALUE`, RangeError `ERR_OUT_OF_RANGE`.
 */
export function encode(name: string, value: unknown, option: SocketOption): Uint8Array {
  return ENCODERS[option.type](argumentName(name), value, option)
}

type Encoder = (name: string, value: unknown, option: SocketOption) => Uint8Array

const ENCODERS: Record<OptionType, Encoder> = {
  int: (name, value, { least, most }) => encodeInt(integer(name, value, least, most)),
  descriptor: (name, value) => encodeInt(integer(name, value)),
  flag: (name, value) => encodeInt(flag(name, value)),
  int64: (name, value, { least }) => encodeInt64(BigInt(wholeNumber(name, value, least ?? 0))),
  uint64: (name, value) => encodeInt64(unsigned(name, value)),
  text: (name, value, option) => withinSize(name, Buffer.from(text(name, value)), option),
  bytes: (name, value, option) => withinSize(name, copyOf(bytesOrText(name, value)), option),
  frame: (name, value) => copyOf(bytes(name, value)),
  key: encodeKey,
}

function encodeInt(value: number): Uint8Array {
  return new Uint8Array(Int32Array.of(value).buffer)
}

function encodeInt64(value: bigint): Uint8Array {
  return new Uint8Array(BigInt64Array.of(value).buffer)
}

function encodeKey(name: string, value: unknown): Uint8Array {
  if (!Z85_KEY.test(text(name, value))) throw invalidValue(name, 'must be 40 characters of Z85')
  return Buffer.from(text(name, value))
}

function wholeNumber(name: string, value: unknown, least: number): number {
  if (typeof value !== 'number') throw invalidType(name, 'a number', value)
  if (!Number.isSafeInteger(value) || value < least)
    throw outOfRange(name, `an integer from ${least} to 2^53 - 1`, value)
  return value
}

function unsigned(name: string, value: unknown): bigint {
  if (typeof value !== 'bigint') return BigInt(wholeNumber(name, value, 0))
  if (value < 0n || value >= 2n ** 64n) throw outOfRange(name, 'from 0 to 2^64 - 1', value)
  return value
}

function withinSize(
  name: string,
  value: Uint8Array,
  { least = 0, most = Infinity }: SocketOption,
): Uint8Array {
  if (value.length >= least && value.length <= most) return value
  throw invalidValue(name, `must have ${least} to ${most} bytes; it has ${value.length}`)
}

/** What C reads; neither the caller nor another thread can change its size. */
export function copyOf(value: Uint8Array): Uint8Array {
  const copy = new Uint8Array(sizeOf(value))
  if (copy.length > 0) copy.set(value)
  return copy
}

/** What an option's value is called in JavaScript. */
export function argumentName(name: string): string {
  return name.replace(/_(\w)/g, (_, letter: string) => letter.toUpperCase())
}
