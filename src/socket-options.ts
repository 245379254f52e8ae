import { fstatSync } from 'node:fs'
import { bytes, bytesOrText } from './arguments.ts'
import { CzmqError, invalidValue } from './errors.ts'
import { failure, failureOf } from './failure.ts'
import { lost } from './raw/compat/zsocket-options.ts'
import { C } from './raw/index.ts'
import { lastErrno } from './raw/memory.ts'
import {
  KEY_SIZE,
  KEY_TEXT_SIZE,
  readBytes,
  readInt64,
  readInteger,
  writeBytes,
  writeInteger,
} from './raw/socket-option-access.ts'
import type { OptionName, OptionsOf, SocketOption } from './raw/socket-options.ts'
import { socketOptions } from './raw/socket-options.ts'
import type { Pointer } from './raw/types.ts'
import { refuseLateOption } from './socket-hazards.ts'
import { argumentName, copyOf, encode } from './socket-option-values.ts'

/**
 * Options of libzmq sockets, for the namespaces. A value is checked against the table first, so that libzmq refuses
 * only what cannot be known before; CZMQ's own accessors, which end the process then, are never called.
 */

const strictUtf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true })

/** The value of an option that is an `int` in C or at most 2^53 - 1. */
export function numberOption(
  socket: Pointer,
  name: OptionsOf<'int' | 'flag' | 'descriptor' | 'int64', 'r'>,
): number {
  const { standsFor, type }: SocketOption = socketOptions[name]
  if (standsFor) return numberOption(socket, standsFor[0])
  const option = numberOf(name)
  const isWide = type === 'int64' || (type === 'descriptor' && process.platform === 'win32')
  const value = isWide ? readInt64(socket, option) : readInteger(socket, option)
  if (value === null) throw refused('zmq_getsockopt', name)
  return Number(value)
}

/** The value of an option that is a `uint64_t` in C. */
export function bigintOption(socket: Pointer, name: OptionsOf<'uint64', 'r'>): bigint {
  const value = readInt64(socket, numberOf(name))
  if (value === null) throw refused('zmq_getsockopt', name)
  return BigInt.asUintN(64, value)
}

/** The value of an option that is text or, if its bytes are text, bytes. */
export function textOption(socket: Pointer, name: OptionsOf<'text' | 'bytes' | 'key', 'r'>): string {
  const { type, unreadable }: SocketOption = socketOptions[name]
  if (unreadable) throw new CzmqError('ENOTSUP', `libzmq does not tell the option ${name}`)
  const value = readBytes(socket, numberOf(name), type === 'key' ? [KEY_TEXT_SIZE] : undefined)
  if (value === null) throw refused('zmq_getsockopt', name)
  return decode(name, type !== 'bytes' && value.at(-1) === 0 ? value.subarray(0, -1) : value)
}

function decode(name: OptionName, value: Buffer): string {
  try {
    if (!value.includes(0)) return strictUtf8.decode(value)
  } catch {
    // told below, with the bytes
  }
  throw new CzmqError('EILSEQ', `The option ${name} is binary, not text; see the error's frames`, {
    frames: [value],
  })
}

/** Sets an option to what a caller gave. */
export function setOption(socket: Pointer, name: OptionName, value: unknown): void {
  const option: SocketOption = socketOptions[name]
  const encoded = encode(name, value, option)
  requireType(socket, name, option)
  for (const each of option.standsFor ?? [name]) write(socket, each, encoded)
}

/** Sets a CURVE key from its 32 bytes. */
export function setKeyBin(socket: Pointer, name: OptionsOf<'key', 'w'>, value: unknown): void {
  const key = copyOf(bytes(argumentName(name), value))
  if (key.length !== KEY_SIZE)
    throw invalidValue(argumentName(name), `must have ${KEY_SIZE} bytes; it has ${key.length}`)
  write(socket, name, key)
}

const routingIds = new WeakMap<object, Set<string>>()

/**
 * Sets the routing id of the next peer that `handle` connects to. libzmq ends the process when a socket has two peers
 * of the same id, so an id can be set once.
 */
export function setRoutingId(handle: object, socket: Pointer, value: string | Uint8Array): void {
  const id = copyOf(bytesOrText('connectRid', value))
  if (id[0] === 0)
    throw invalidValue('connectRid', 'must not begin with a zero byte, as the ids do that libzmq makes')
  const used = routingIds.get(handle) ?? new Set()
  const key = Buffer.from(id).toString('latin1')
  if (used.has(key)) throw new CzmqError('EADDRINUSE', 'This socket has had a peer of that routing id')
  setOption(socket, 'connect_rid', id)
  routingIds.set(handle, used.add(key))
}

/** {@link setRoutingId} from bytes only. */
export function setRoutingIdBin(handle: object, socket: Pointer, value: unknown): void {
  setRoutingId(handle, socket, bytes('connectRid', value))
}

function write(socket: Pointer, name: OptionName, value: Uint8Array): void {
  refuseLateOption(socket, numberOf(name))
  if (writeBytes(socket, numberOf(name), value, value.length) === -1) throw refused('zmq_setsockopt', name)
}

function numberOf(name: OptionName): number {
  const { number } = socketOptions[name]
  if (number === null) throw lost(name)
  return number
}

function requireType(socket: Pointer, name: OptionName, { sockets }: SocketOption): void {
  if (!sockets) return
  const type = C.zsocket_type_str(socket)
  if (sockets.includes(type)) return
  throw new CzmqError(
    'ERR_CZMQ_SOCKET_TYPE',
    `The option ${name} is for ${sockets.join(', ')} sockets, not for ${type}`,
  )
}

/** The error of a call that has just failed. */
function refused(syscall: string, name: OptionName): CzmqError {
  const { code, message, errno = 0 } = failure(syscall)
  const { optional }: SocketOption = socketOptions[name]
  if (code !== 'EINVAL' || !optional) return new CzmqError(code, `${message} of ${name}`, { errno, syscall })
  return new CzmqError('ENOTSUP', `The loaded libzmq does not have the option ${name}`, { errno, syscall })
}

/**
 * Refuses to bind a socket whose `use_fd` is not a listening socket of the system: libzmq ends the process for it.
 *
 * @throws {@link CzmqError} `EBADF`, `ENOTSOCK`, or `EINVAL` for a socket that does not listen.
 */
export function refuseUnusableFd(socket: Pointer): void {
  const fd = readInteger(socket, socketOptions.use_fd.number) ?? -1
  if (fd === -1 || process.platform === 'win32') return
  const [level, option] = process.platform === 'linux' ? [1, 30] : [0xffff, 2]
  const listens = new Uint8Array(4)
  if (C.getsockopt(fd, level, option, listens, [4]) === -1) throw failureOf(lastErrno(), 'getsockopt')
  if (listens.every((each) => each === 0))
    throw new CzmqError('EINVAL', `The useFd ${fd} is not a listening socket`)
  if (handedOver.has(fstatSync(fd).ino))
    throw new CzmqError('EBUSY', `The useFd ${fd} was given to a socket before; libzmq would end the process`)
}

/** Listening sockets that libzmq owns, by their inodes. */
const handedOver = new Set<number>()

/** After a bind: the descriptor is libzmq's now, and must not be given to it again. */
export function handOverFd(socket: Pointer): void {
  const option = socketOptions.use_fd.number
  const fd = readInteger(socket, option) ?? -1
  if (fd === -1) return
  handedOver.add(fstatSync(fd).ino)
  writeInteger(socket, option, -1)
}
