import { CzmqError, invalidValue } from '../errors.ts'
import { RCVTIMEO, SNDTIMEO } from '../raw/generated/constants.ts'
import { readInteger } from '../raw/socket-option-access.ts'
import type { Pointer } from '../raw/types.ts'
import type { Zsocket } from '../socket-kinds.ts'
import { type as typeOf } from '../zsocket/index.ts'
import { type ConcreteClass, classOf } from './class-of.ts'
import type { Core } from './core.ts'
import type { Socket } from './socket.ts'

/** A class of sockets, or `Socket` itself, whose constructor is protected. */
export interface SocketClass<S extends Socket> {
  /** What its objects are. */
  readonly prototype: S
}

/** The asynchronous sockets whose handles someone else knows. */
const known = new WeakMap<Zsocket, { socket: WeakRef<Socket>; core: Core }>()

/** Remembers which socket is around a handle. */
export function asynchronous(handle: Zsocket, socket: Socket, core: Core): void {
  known.set(handle, { socket: new WeakRef(socket), core })
}

/** The socket around a handle, of a class: the one that there is, or a new one. */
export function socketFrom<S extends Socket>(wanted: SocketClass<S>, handle: Zsocket): S {
  const type = typeOf(handle)
  const socket = openSocketOf(handle) ?? make(wanted, classOf(type), handle)
  if (!isOf(wanted, socket)) throw otherClass()
  return socket
}

function make(wanted: SocketClass<Socket>, socketClass: ConcreteClass, handle: Zsocket): Socket {
  if (!isOf(wanted, socketClass.prototype) && socketClass !== wanted) throw otherClass()
  return new socketClass(handle)
}

function isOf<S extends Socket>(wanted: SocketClass<S>, value: unknown): value is S {
  return (
    typeof value === 'object' &&
    value !== null &&
    Object.prototype.isPrototypeOf.call(wanted.prototype, value)
  )
}

/** Of one that was collected the rest is ended now: a descriptor is watched once only. */
function openSocketOf(handle: Zsocket): Socket | null {
  const found = known.get(handle)
  if (!found || found.core.closed) return null
  const socket = found.socket.deref()
  if (!socket) found.core.close()
  return socket ?? null
}

/** A handle that a new socket of this type may borrow. */
export function checkBorrowed(handle: Zsocket, type: number): Zsocket {
  if (typeOf(handle) !== type) throw otherClass()
  if (openSocketOf(handle)) throw invalidValue('handle', 'has an asynchronous socket already')
  return handle
}

function otherClass(): CzmqError {
  return new CzmqError('ERR_CZMQ_SOCKET_TYPE', 'The handle is a socket of another type')
}

/** How long calls wait to receive and to send, as the socket's options say. */
export function timeoutsOf(socket: Pointer): [receive: number, send: number] {
  const timeout = (option: number) => Number(readInteger(socket, option) ?? -1)
  return [timeout(RCVTIMEO), timeout(SNDTIMEO)]
}
