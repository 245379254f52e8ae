import { CzmqError, errnoName, invalidType } from '../../errors.ts'
import { lastErrno } from '../memory.ts'
import * as access from '../socket-option-access.ts'
import { type OptionName, type SocketOption, socketOptions } from '../socket-options.ts'
import type { Memory, Pointer } from '../types.ts'
import type { Composition } from './composition.ts'
import { native } from './native.ts'
import type { ZsocketOptionFunctions } from './zsocket-option-functions.ts'

/** The options that have a setter for 32 bytes besides the one for text. */
export const binaryOptions = ['connect_rid', 'curve_publickey', 'curve_secretkey', 'curve_serverkey'] as const

const TEXTS: readonly string[] = ['text', 'bytes', 'key']

/** What the C function returns. */
export function readOption(zocket: Pointer, name: OptionName): number | string {
  const { number, type, unreadable, standsFor }: SocketOption = socketOptions[name]
  if (standsFor) return readOption(zocket, standsFor[0])
  if (unreadable) return ''
  if (number === null) throw lost(name)
  const value = TEXTS.includes(type) ? readText(zocket, number, type) : readNumber(zocket, number, type)
  if (value === null) throw refused(name, 'zmq_getsockopt')
  return value
}

function readNumber(zocket: Pointer, option: number, type: string): number | null {
  if (!type.endsWith('64') && !isWindowsDescriptor(type)) return access.readInteger(zocket, option)
  const value = access.readInt64(zocket, option)
  return value === null ? null : Number(BigInt.asIntN(32, value))
}

function isWindowsDescriptor(type: string): boolean {
  return type === 'descriptor' && process.platform === 'win32'
}

function readText(zocket: Pointer, option: number, type: string): string | null {
  const bytes = access.readBytes(zocket, option, type === 'key' ? [access.KEY_TEXT_SIZE] : undefined)
  return bytes && untilNul(bytes.toString())
}

function untilNul(value: string): string {
  return value.split('\0', 1)[0] ?? ''
}

/** Does what the C function does; a context that is ending is no error. */
export function writeOption(zocket: Pointer, name: OptionName, value: number | string | Pointer): void {
  const { number, type, standsFor }: SocketOption = socketOptions[name]
  for (const each of standsFor ?? []) writeOption(zocket, each, value)
  if (standsFor) return
  if (number === null) throw lost(name)
  if (write(zocket, number, type, value) === -1) complain(name)
}

function write(zocket: Pointer, option: number, type: string, value: unknown): number {
  if (type === 'frame') return writeFrame(zocket, option, value as Pointer<'zframe_t'>)
  if (TEXTS.includes(type)) return writeText(zocket, option, value)
  if (typeof value !== 'number' && typeof value !== 'bigint') throw invalidType('value', 'a number', value)
  if (type.endsWith('64')) return access.writeInt64(zocket, option, BigInt(value))
  return access.writeInteger(zocket, option, Number(value))
}

function writeText(zocket: Pointer, option: number, value: unknown): number {
  if (typeof value !== 'string') throw invalidType('value', 'a string', value)
  const bytes = Buffer.from(untilNul(value))
  return access.writeBytes(zocket, option, bytes, bytes.length)
}

function writeFrame(zocket: Pointer, option: number, frame: Pointer<'zframe_t'>): number {
  return access.writeBytes(
    zocket,
    option,
    native.zframe_data(frame) ?? new Uint8Array(0),
    native.zframe_size(frame),
  )
}

/** C reads 32 bytes, however few there are. */
function writeBinary(zocket: Pointer, name: (typeof binaryOptions)[number], value: Memory): void {
  if (typeof value !== 'bigint' && value.length < access.KEY_SIZE)
    throw new RangeError(`${name}: fewer than 32 bytes`)
  if (access.writeBytes(zocket, socketOptions[name].number, value, access.KEY_SIZE) === -1) complain(name)
}

function complain(name: OptionName): void {
  const error = refused(name, 'zmq_setsockopt')
  if (error.code !== 'ETERM') throw error
}

function refused(name: OptionName, syscall: string): CzmqError {
  const errno = lastErrno()
  const code = errnoName(errno)
  return new CzmqError(code, `${code}: ${native.zmq_strerror(errno)}, ${syscall} ${name}`, { errno, syscall })
}

/** An option of libzmq 2 that libzmq 4 does not have. */
export function lost(name: OptionName): CzmqError {
  const { successor }: SocketOption = socketOptions[name]
  return new CzmqError('ENOTSUP', `libzmq has no ${name} since version 3; use ${successor}`)
}

function getter(name: OptionName, type: string): [string, Composition] {
  const prototype = `${TEXTS.includes(type) ? 'str!' : 'int'} zsocket_${name}(void * zocket)`
  return [`zsocket_${name}`, { prototype, compose: (zocket: Pointer) => readOption(zocket, name) }]
}

function setter(name: OptionName, type: string): [string, Composition] {
  const parameter = type === 'frame' ? 'void *' : TEXTS.includes(type) ? 'const char *' : 'int'
  const prototype = `void zsocket_set_${name}(void * zocket, ${parameter} ${name})`
  const compose = (zocket: Pointer, value: number | string) => writeOption(zocket, name, value)
  return [`zsocket_set_${name}`, { prototype, compose }]
}

function binarySetter(name: (typeof binaryOptions)[number]): [string, Composition] {
  const prototype = `void zsocket_set_${name}_bin(void * zocket, void * ${name})`
  const compose = (zocket: Pointer, value: Memory) => writeBinary(zocket, name, value)
  return [`zsocket_set_${name}_bin`, { prototype, compose }]
}

function accessors(name: OptionName): [string, Composition][] {
  const { type, access }: SocketOption = socketOptions[name]
  const both = [getter(name, type), setter(name, type)]
  return access === 'rw' ? both : both.slice(access === 'r' ? 0 : 1, access === 'r' ? 1 : 2)
}

const names = Object.keys(socketOptions) as OptionName[]

/** By name. The interface is made from the same table. */
export const zsocketOptions = Object.fromEntries([
  ...names.flatMap(accessors),
  ...binaryOptions.map(binarySetter),
]) as Record<keyof ZsocketOptionFunctions, Composition>
