import { bytes, integer, sizeOf } from '../arguments.ts'
import { CzmqError, invalidValue } from '../errors.ts'
import { failure, failureOf } from '../failure.ts'
import { socketOf } from '../handle.ts'
import {
  CONNECT_ROUTING_ID,
  SOCKS_PROXY,
  SUBSCRIBE,
  UNSUBSCRIBE,
  USE_FD,
} from '../raw/generated/constants.ts'
import { C } from '../raw/index.ts'
import { lastErrno } from '../raw/memory.ts'
import { type SocketOption, socketOptions } from '../raw/socket-options.ts'
import type { Pointer, Ref } from '../raw/types.ts'
import { refuseLateOption, refuseLongSubscription } from '../socket-hazards.ts'
import type { AnySocket } from '../socket-kinds.ts'
import { EINVAL } from './errno.ts'

/** libzmq wants an int's own size, or room enough for text; it never fills in less than there is. */
const SIZES = [4, 8, 32, 256, 4096]

/**
 * Options that libzmq takes from anyone and that end the process later: a descriptor that epoll does not want at
 * `bind`, a proxy that refuses the connection at `connect`, a second peer of the same routing id.
 */
const DANGEROUS = [USE_FD, SOCKS_PROXY, CONNECT_ROUTING_ID]

/**
 * The value of any option of a socket, as bytes: a number in the machine's byte order, text with a NUL at its end.
 * Prefer the option's own function, like `zsocket.linger`. A copy.
 *
 * C: `zmq_getsockopt`
 * @param option - `zmq.LINGER`, …
 * @throws {@link CzmqError} `EINVAL` for an option that libzmq does not know or that cannot be read, `ETERM`.
 */
export function getsockopt(socket: AnySocket, option: number): Buffer {
  const pointer = socketOf(socket, 'socket')
  const checked = integer('option', option)
  const value = Buffer.alloc(4096)
  for (const room of SIZES) {
    const size: Ref<number> = [room]
    if (C.zmq_getsockopt(pointer, checked, value, size) === 0)
      return Buffer.from(value.subarray(0, size[0] ?? 0))
    const errno = lastErrno()
    if (errno !== EINVAL || room === value.length) throw failureOf(errno, 'zmq_getsockopt')
  }
  return value
}

/**
 * Sets any option of a socket to bytes: a number in the machine's byte order, text without NUL. Prefer the option's own
 * function, like `zsocket.setLinger`, which knows what libzmq takes.
 *
 * C: `zmq_setsockopt`
 * @param option - `zmq.LINGER`, …; not `USE_FD`, `SOCKS_PROXY` and `CONNECT_ROUTING_ID`, with which a wrong value ends the process
 *   later.
 * @param value - Copied.
 * @throws {@link CzmqError} `EINVAL` for an option or a value that libzmq does not take, `ERR_CZMQ_SOCKET_TYPE` for one
 *   that does not fit the socket's type, `EBUSY` for a high-water mark once the socket was bound or connected, `ETERM`.
 */
export function setsockopt(socket: AnySocket, option: number, value: Uint8Array): void {
  const pointer = socketOf(socket, 'socket')
  const checked = integer('option', option)
  const data = bytes('value', value)
  if (DANGEROUS.includes(checked))
    throw invalidValue('option', 'can end the process; set it through C.zmq_setsockopt')
  refuseLateOption(pointer, checked)
  refuseOtherTypes(pointer, checked)
  if (checked === SUBSCRIBE || checked === UNSUBSCRIBE) refuseLongSubscription('value', data)
  if (C.zmq_setsockopt(pointer, checked, data, sizeOf(data)) === -1) throw failure('zmq_setsockopt')
}

/** libzmq lets a REP socket be raw, and then ends the process (`fq.cpp:112`). */
function refuseOtherTypes(socket: Pointer, option: number): void {
  const known: SocketOption | undefined = Object.values(socketOptions).find(({ number }) => number === option)
  const type = C.zsocket_type_str(socket)
  if (!known?.sockets || known.sockets.includes(type)) return
  throw new CzmqError('ERR_CZMQ_SOCKET_TYPE', `The option ${option} does not fit a ${type} socket`)
}
