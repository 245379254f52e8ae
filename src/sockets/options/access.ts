import { CzmqError, invalidType, invalidValue } from '../../errors.ts'
import { failure } from '../../failure.ts'
import { MECHANISM } from '../../raw/generated/constants.ts'
import { C } from '../../raw/index.ts'
import {
  KEY_TEXT_SIZE,
  readBytes,
  readInt64,
  readInteger,
  writeBytes,
} from '../../raw/socket-option-access.ts'
import type { SocketOption } from '../../raw/socket-options.ts'
import type { Pointer } from '../../raw/types.ts'
import { refuseLateOption } from '../../socket-hazards.ts'
import { encode } from '../../socket-option-values.ts'
import type { Property } from './table.ts'

/** What the value of an option can be in JavaScript. */
export type OptionValue = number | boolean | string | Buffer | null

const UNSET_KEY = '0'.repeat(KEY_TEXT_SIZE - 1)

/** Whether libzmq does not tell the option, so that what was set has to be remembered. */
export function mustRemember({ access, unreadable }: SocketOption): boolean {
  return access === 'w' || unreadable === true
}

/** What an option is before it is set, where libzmq does not tell it. */
export function initialValue({ option, initial }: Property): OptionValue {
  return option.type === 'flag' ? initial === true : null
}

/** Reads an option from libzmq. */
export function read(pointer: Pointer, name: string, property: Property): OptionValue {
  const { type } = property.option
  if (property.mechanism !== undefined && readInteger(pointer, MECHANISM) !== property.mechanism) return null
  if (type === 'text' || type === 'bytes' || type === 'key') return readText(pointer, name, property)
  const value = readNumber(pointer, name, property.option)
  if (type === 'flag') return value !== 0
  return property.names ? (property.names[value] ?? null) : value
}

function readNumber(pointer: Pointer, name: string, option: SocketOption): number {
  const wide = option.type === 'int64' || option.type === 'uint64'
  const value = wide ? readInt64(pointer, numberOf(option)) : readInteger(pointer, numberOf(option))
  if (value === null) throw refused('zmq_getsockopt', name, option)
  return Number(typeof value === 'bigint' && option.type === 'uint64' ? BigInt.asUintN(64, value) : value)
}

function readText(pointer: Pointer, name: string, { option, binary }: Property): string | Buffer | null {
  const value = readBytes(pointer, numberOf(option), option.type === 'key' ? [KEY_TEXT_SIZE] : undefined)
  if (value === null) throw refused('zmq_getsockopt', name, option)
  const content = option.type !== 'bytes' && value.at(-1) === 0 ? value.subarray(0, -1) : value
  if (content.length === 0) return null
  if (binary) return Buffer.from(content)
  const text = content.toString()
  return option.type === 'key' && text === UNSET_KEY ? null : text
}

/** Writes an option to libzmq; answers what it is now. */
export function write(pointer: Pointer, name: string, property: Property, value: unknown): OptionValue {
  const { option, names } = property
  const encoded = encode(name, names ? indexOf(name, names, value) : value, option)
  refuseLateOption(pointer, numberOf(option))
  if (writeBytes(pointer, numberOf(option), encoded, encoded.length) === -1)
    throw refused('zmq_setsockopt', name, option)
  return option.type === 'frame' ? Buffer.from(encoded) : decoded(option, value, encoded)
}

function decoded({ type }: SocketOption, value: unknown, encoded: Uint8Array): OptionValue {
  if (type === 'flag') return encoded[0] !== 0
  if (type === 'bytes' || type === 'text' || type === 'key') return Buffer.from(encoded).toString() || null
  return Number(value)
}

function indexOf(name: string, names: readonly (string | null)[], value: unknown): number {
  if (typeof value !== 'string') throw invalidType(name, 'a string', value)
  const index = names.indexOf(value)
  if (index < 0) throw invalidValue(name, `must be one of ${names.join(', ')}`)
  return index
}

/** Unsets an option that has a value. */
export function unset(pointer: Pointer, name: string, { option, canUnset }: Property): void {
  if (!canUnset) throw invalidValue(name, 'cannot be unset once it has a value')
  if (C.zmq_setsockopt(pointer, numberOf(option), null, 0) === -1)
    throw refused('zmq_setsockopt', name, option)
}

/** Whether an option can be `null`. */
export function isNullable({ option, names }: Property): boolean {
  return !names && ['text', 'bytes', 'key', 'frame'].includes(option.type)
}

function numberOf({ number }: SocketOption): number {
  return number ?? -1
}

/** The error of the call that has just failed. */
function refused(syscall: string, name: string, { optional }: SocketOption): CzmqError {
  const { code, message, errno = 0 } = failure(syscall)
  if (code !== 'EINVAL' || !optional) return new CzmqError(code, `${message} of ${name}`, { errno, syscall })
  return new CzmqError('ENOTSUP', `The loaded libzmq does not have the option ${name}`, { errno, syscall })
}
