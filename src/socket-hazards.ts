import { integer } from './arguments.ts'
import { CzmqError, invalidType, invalidValue } from './errors.ts'
import { refuseDisconnectInside } from './inproc-hazards.ts'
import {
  CONFLATE,
  DGRAM,
  DISH,
  IMMEDIATE,
  PUB,
  RADIO,
  RCVHWM,
  RCVMORE,
  SNDHWM,
  SOCKS_PROXY,
  STREAM,
  SUB,
  TYPE,
  XSUB,
} from './raw/generated/constants.ts'
import { C } from './raw/index.ts'
import { readBytes, readInteger } from './raw/socket-option-access.ts'
import type { Pointer } from './raw/types.ts'

/**
 * What makes libzmq end the process, and is refused before. Each was seen with libzmq 4.3.4; where it says so in a
 * message of its own, that is named.
 */

const ZAP_ENDPOINT = 'inproc://zeromq.zap.01'
const ZAP_TYPES = ['REP', 'ROUTER', 'SERVER']
const LONGEST_SUBSCRIPTION = 65_535
/** The longest name of a group of RADIO and DISH sockets in bytes. */
export const LARGEST_GROUP = 255
/** The last libzmq that was seen to abort over a SOCKS proxy (`epoll.cpp:113`). */
const LAST_ABORTING = [4, 3, 4] as const

/** What a socket cannot be bound to. */
export function refuseBind(socket: Pointer, address: string): void {
  refuseZapEndpoint(socket, address)
  refuseStreamInside(socket, address)
  refuseUdpGroups(socket, address)
  refuseThreadSafeInside(socket, address)
}

/** What a socket cannot be connected to. */
export function refuseConnect(socket: Pointer, address: string): void {
  refuseSocksProxy(socket, address)
  refuseUdpGroups(socket, address)
  refuseThreadSafeInside(socket, address)
  refuseStreamInside(socket, address)
  refuseConflatingPublisher(socket, address)
}

/**
 * A connection cannot end while a message of it is received: `!_more (fq.cpp:112)`.
 *
 * @throws {@link CzmqError} `EBUSY`
 */
export function refuseDisconnect(socket: Pointer, address: string): void {
  refuseDisconnectInside(socket, address)
  if (readInteger(socket, RCVMORE) !== 1) return
  throw new CzmqError(
    'EBUSY',
    'More frames of a message are to be received before the socket can disconnect',
    { address },
  )
}

/**
 * A high-water mark is told to all connections, also to those whose peer has gone, and that is a segmentation fault.
 * A connection that was made while `immediate` was set, and breaks when it is not, ends the process:
 * `false (socket_base.cpp:1673)`; subscribers alone do not mind.
 *
 * @throws {@link CzmqError} `EBUSY`
 */
export function refuseLateOption(socket: Pointer, option: number): void {
  if (option !== SNDHWM && option !== RCVHWM && option !== IMMEDIATE) return
  if (C.zsock_last_endpoint(socket) === '') return
  if (option !== IMMEDIATE)
    throw late('High-water marks can be set before the socket is bound or connected, not after')
  if (readInteger(socket, IMMEDIATE) !== 1 || [SUB, XSUB].includes(readInteger(socket, TYPE) ?? -1)) return
  throw late('immediate is set, and cannot be changed any more once the socket is bound or connected')
}

function late(message: string): CzmqError {
  return new CzmqError('EBUSY', message)
}

/**
 * A socket that conflates keeps one frame, not one message. When a connection breaks between two frames, that ends the
 * process: `session_base.cpp:260`.
 *
 * @throws {@link CzmqError} `ENOTSUP`
 */
export function refuseParts(socket: Pointer): void {
  if (readInteger(socket, CONFLATE) !== 1) return
  throw new CzmqError('ENOTSUP', 'A socket that conflates sends messages of one frame only')
}

/** libzmq keeps subscriptions in a tree as deep as they are long, and destroys it recursively; 200 kB are too much. */
export function refuseLongSubscription(name: string, prefix: Uint8Array): void {
  if (prefix.length > LONGEST_SUBSCRIPTION) {
    throw invalidValue(name, `must have at most ${LONGEST_SUBSCRIPTION} bytes; it has ${prefix.length}`)
  }
}

/** A STREAM socket has TCP peers only: `stream.cpp:201`. */
function refuseStreamInside(socket: Pointer, address: string): void {
  if (address.startsWith('inproc://') && readInteger(socket, TYPE) === STREAM) {
    throw invalidValue('address', 'must be tcp:// for a STREAM socket')
  }
}

/** `ok (ctx.cpp:809)` */
function refuseConflatingPublisher(socket: Pointer, address: string): void {
  if (!address.startsWith('inproc://') || readInteger(socket, TYPE) !== PUB) return
  if (readInteger(socket, CONFLATE) === 1) {
    throw invalidValue('address', 'must not be inproc:// for a PUB socket that conflates; bind it instead')
  }
}

/** Another type of socket cannot be bound to the endpoint of authentication (RFC 27). */
function refuseZapEndpoint(socket: Pointer, address: string): void {
  if (address === ZAP_ENDPOINT && !ZAP_TYPES.includes(C.zsocket_type_str(socket))) {
    throw invalidValue('address', `${ZAP_ENDPOINT} is for sockets of type ${ZAP_TYPES.join(', ')} only`)
  }
}

/**
 * A datagram that begins with a byte above 127 ends the process of a DISH (`udp_engine.cpp:520`); a RADIO copies messages
 * of any size to 8192 bytes of memory.
 *
 * @throws {@link CzmqError} `ENOTSUP`
 */
function refuseUdpGroups(socket: Pointer, address: string): void {
  if (!address.startsWith('udp://')) return
  const type = readInteger(socket, TYPE)
  if (type !== RADIO && type !== DISH) return
  throw new CzmqError('ENOTSUP', 'libzmq ends the process over datagrams that RADIO and DISH sockets get', {
    address,
  })
}

/**
 * Two sockets of the process that several threads may use lock each other out: each holds its lock while it waits for
 * the other's, for example when one is closed and the other receives. And whoever receives that a DISH joins a group
 * ends the process unless it is a RADIO (`msg.cpp:426`), but inside the process sockets do not ask for their types.
 *
 * @throws {@link CzmqError} `ENOTSUP`
 */
function refuseThreadSafeInside(socket: Pointer, address: string): void {
  if (!address.startsWith('inproc://') || (readInteger(socket, TYPE) ?? 0) <= STREAM) return
  throw new CzmqError('ENOTSUP', 'libzmq can hang when draft sockets meet inside the process; use ipc://', {
    address,
  })
}

/** The highest socket type that libzmq knows: CHANNEL. */
const LAST_TYPE = 20

/**
 * A socket type that the loaded library can make.
 *
 * @throws TypeError, RangeError
 * @throws {@link CzmqError} `ERR_CZMQ_SYMBOL`, `ENOTSUP`
 */
export function socketType(name: string, value: unknown): number {
  if (typeof value !== 'number') throw invalidType(name, 'a socket type like zmq.PUSH', value)
  const type = integer(name, value, 0, LAST_TYPE)
  refuseMissingDraft(type)
  refuseDatagrams(type)
  return type
}

/**
 * libzmq ends the process when a DGRAM socket sends and is not bound, copies what it sends to 8192 bytes of memory, and
 * binds a taken port for ever. The class `Datagram` of the asynchronous sockets asks first.
 *
 * @throws {@link CzmqError} `ENOTSUP`
 */
function refuseDatagrams(type: number): void {
  if (type !== DGRAM) return
  throw new CzmqError('ENOTSUP', 'libzmq can end the process over DGRAM sockets; use Datagram')
}

/**
 * A libzmq without drafts makes sockets of draft types, and aborts when they meet a peer (`mechanism.cpp:118`).
 *
 * @throws {@link CzmqError} `ERR_CZMQ_SYMBOL`
 */
function refuseMissingDraft(type: number): void {
  if (type <= STREAM || C.zmq_has('draft') === 1) return
  throw new CzmqError(
    'ERR_CZMQ_SYMBOL',
    `The loaded libzmq has no draft sockets, of which type ${type} is one`,
  )
}

/**
 * libzmq up to 4.3.4 aborts when a SOCKS proxy, or the target behind it, refuses a connection.
 *
 * @throws {@link CzmqError} `ENOTSUP`
 */
function refuseSocksProxy(socket: Pointer, address: string): void {
  if (!address.startsWith('tcp://') || !abortsOverSocks()) return
  const proxy = readBytes(socket, SOCKS_PROXY)
  if (proxy === null || proxy.length <= 1) return
  throw new CzmqError(
    'ENOTSUP',
    'This libzmq ends the process when a SOCKS proxy refuses; 4.3.5 or later is needed',
    {
      address,
    },
  )
}

function abortsOverSocks(): boolean {
  const major: [number] = [0]
  const minor: [number] = [0]
  const patch: [number] = [0]
  C.zmq_version(major, minor, patch)
  const found = [major[0], minor[0], patch[0]]
  const first = found.findIndex((part, index) => part !== LAST_ABORTING[index])
  return first < 0 || (found[first] ?? 0) < (LAST_ABORTING[first] ?? 0)
}
