import type { Callable } from './bind.ts'
import * as zmq from './generated/constants.ts'
import { library } from './library.ts'
import type { Pointer } from './types.ts'

const value = new Int32Array(1)
const size = new BigUint64Array(1)
let getsockopt: Callable | undefined

function integerOption(socket: Pointer, option: number): number {
  getsockopt ??= library().handle.func('int zmq_getsockopt(void *, int, void *, void *)')
  size[0] = 4n
  return getsockopt(socket, option, value, size) === 0 ? (value[0] ?? 0) : -1
}

/**
 * `ZMQ_EVENTS`: takes in pending commands and answers `ZMQ_POLLIN` and `ZMQ_POLLOUT`; both when the socket is ending, because
 * the next operation will tell.
 */
export function eventsOf(socket: Pointer): number {
  const events = integerOption(socket, zmq.EVENTS)
  return events < 0 ? zmq.POLLIN | zmq.POLLOUT : events
}

/** `ZMQ_TYPE`; -1 when the socket is ending. */
export function typeOf(socket: Pointer): number {
  return integerOption(socket, zmq.TYPE)
}

/** `ZMQ_FD`: readable when commands have come for the socket; -1 when it has none. */
export function descriptorOf(socket: Pointer): number {
  return integerOption(socket, zmq.FD)
}
