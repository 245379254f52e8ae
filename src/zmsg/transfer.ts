import { nothingReceived, transferFailure } from '../failure.ts'
import { adopt, ownedPointerOf, socketOf, taken } from '../handle.ts'
import { type Zmsg, zmsgKind } from '../message-kinds.ts'
import { RCVTIMEO, SNDTIMEO } from '../raw/generated/constants.ts'
import { C } from '../raw/index.ts'
import { patiently } from '../raw/patience.ts'
import { cast } from '../raw/types.ts'
import { refuseParts } from '../socket-hazards.ts'
import type { AnySocket } from '../socket-kinds.ts'
import { forgetAllBut } from './lent.ts'
import { framesOf } from './pointer.ts'

/**
 * Receives a whole message. Blocks until one comes; `null` when a signal with a listener interrupted it, so that the
 * listener can run, or when the socket's `rcvtimeo` is over. Fresh.
 *
 * C: `zmsg_recv`
 * @throws {@link CzmqError} `ETERM` when the context is ending, `EFSM`, `ENOTSUP`.
 */
export function recv(source: AnySocket): Zmsg | null {
  const socket = socketOf(source, 'source')
  const message = patiently(() => C.zmsg_recv(socket), socket, RCVTIMEO)
  return message ? adopt(zmsgKind, message) : nothingReceived('zmsg_recv', socket)
}

/**
 * Receives a whole message if one has come, else `null`. Does not block. Fresh.
 *
 * C: `zmsg_recv_nowait`
 * @throws {@link CzmqError} As {@link recv}.
 */
export function recvNowait(source: AnySocket): Zmsg | null {
  const socket = socketOf(source, 'source')
  const message = C.zmsg_recv_nowait(socket)
  return message ? adopt(zmsgKind, message) : nothingReceived('zmsg_recv_nowait', socket)
}

/**
 * Sends a message. Blocks while the high-water mark is reached. Takes the message, unless it throws. Of a message
 * without frames nothing is sent, but it is taken all the same.
 *
 * C: `zmsg_send`
 * @throws {@link CzmqError} `EAGAIN` when `sndtimeo` is over; `EINTR` when a signal came; `EHOSTUNREACH`, `EFSM`,
 *   `ENOTSUP`, `ETERM`. The message is unchanged, unless libzmq had accepted its first frames and refused a later one
 *   (`EINVAL`: too many for this type of socket; `EAGAIN`: the peer has just gone): then those are no more in it,
 *   though `contentSize` counts them.
 */
export function send(self: Zmsg, dest: AnySocket): void {
  transfer(self, dest, 'zmsg_send')
}

/**
 * Sends a message as the beginning of a longer one: end it with {@link send}. Blocks while the high-water mark is
 * reached. Takes the message, unless it throws.
 *
 * C: `zmsg_sendm`
 * @throws {@link CzmqError} As {@link send}.
 */
export function sendm(self: Zmsg, dest: AnySocket): void {
  transfer(self, dest, 'zmsg_sendm')
}

function transfer(self: Zmsg, dest: AnySocket, call: 'zmsg_send' | 'zmsg_sendm'): void {
  const message = cast<'zmsg_t'>(ownedPointerOf(zmsgKind, self))
  const socket = socketOf(dest, 'dest')
  const size = C.zmsg_size(message)
  if (size > 1) refuseParts(socket)
  if (patiently(() => C[call]([message], socket), socket, SNDTIMEO) === 0) {
    taken(self)
    return
  }
  const error = transferFailure(call, socket)
  if (C.zmsg_size(message) !== size) forgetAllBut(self, framesOf(message))
  throw error
}
