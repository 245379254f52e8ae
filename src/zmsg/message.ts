import { integer } from '../arguments.ts'
import { adopt, destroyHandle, isHandle } from '../handle.ts'
import { type Zmsg, zmsgKind } from '../message-kinds.ts'
import { C } from '../raw/index.ts'
import { reserve } from '../zframe/content.ts'
import { pointer } from './pointer.ts'

const UINT8_MAX = 2 ** 8 - 1
const UINT32_MAX = 2 ** 32 - 1

/**
 * A new message without frames. Fresh.
 *
 * C: `zmsg_new`
 */
export function create(): Zmsg {
  return adopt(zmsgKind, C.zmsg_new())
}

/**
 * A message that {@link signal} recognises. Fresh.
 *
 * C: `zmsg_new_signal`
 * @param status - 0 to 255; 0 is success by convention.
 */
export function newSignal(status: number): Zmsg {
  return adopt(zmsgKind, C.zmsg_new_signal(integer('status', status, 0, UINT8_MAX)))
}

/**
 * Destroys a message and its frames. Takes the message; again, and for one that was sent, it does nothing.
 *
 * C: `zmsg_destroy`
 */
export function destroy(self: Zmsg): void {
  destroyHandle(zmsgKind, self)
}

/**
 * The number of frames.
 *
 * C: `zmsg_size`
 */
export function size(self: Zmsg): number {
  return C.zmsg_size(pointer(self))
}

/**
 * The size of all frames together, in bytes.
 *
 * C: `zmsg_content_size`
 */
export function contentSize(self: Zmsg): number {
  return C.zmsg_content_size(pointer(self))
}

/**
 * A copy of a message and its frames. Fresh.
 *
 * C: `zmsg_dup`
 * @throws {@link CzmqError} `ENOMEM`.
 */
export function dup(self: Zmsg): Zmsg {
  const message = pointer(self)
  reserve(C.zmsg_content_size(message))
  return adopt(zmsgKind, C.zmsg_dup(message) ?? C.zmsg_new())
}

/**
 * Whether two messages have the same number of frames with the same bytes; false when either is `null`.
 *
 * C: `zmsg_eq`
 */
export function eq(self: Zmsg | null, other: Zmsg | null): boolean {
  return C.zmsg_eq(self === null ? null : pointer(self), other === null ? null : pointer(other, 'other'))
}

/**
 * The status of a signal, as made by {@link newSignal} or sent by `zsock.signal`; `null` for any other message.
 *
 * C: `zmsg_signal`
 */
export function signal(self: Zmsg): number | null {
  const status = C.zmsg_signal(pointer(self))
  return status === -1 ? null : status
}

/**
 * Whether a value is a message that was neither destroyed nor taken.
 *
 * C: `zmsg_is`
 */
export function is(value: unknown): boolean {
  return isHandle(zmsgKind, value) && !value.destroyed
}

/**
 * The routing id of a message that a SERVER socket received; 0 of any other. A draft.
 *
 * C: `zmsg_routing_id`
 * @throws {@link CzmqError} `ERR_CZMQ_SYMBOL` when the loaded library was built without drafts.
 */
export function routingId(self: Zmsg): number {
  const message = pointer(self)
  return C.zmsg_routing_id(message)
}

/**
 * Sets to which client a SERVER socket sends a message. A draft.
 *
 * C: `zmsg_set_routing_id`
 * @throws {@link CzmqError} `ERR_CZMQ_SYMBOL` when the loaded library was built without drafts.
 */
export function setRoutingId(self: Zmsg, routingId: number): void {
  const message = pointer(self)
  const checked = integer('routingId', routingId, 0, UINT32_MAX)
  C.zmsg_set_routing_id(message, checked)
}
