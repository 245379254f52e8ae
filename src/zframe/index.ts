/**
 * Single frames of messages, in memory of C. A frame is not collected: whoever makes or receives one sends it, gives
 * it to a message, or destroys it. With `CZMQ_DEBUG=handles` in the environment a frame left behind is reported.
 *
 * @example
 * ```ts
 * const frame = zframe.new(Buffer.from('hello'))
 * zframe.send(frame, sender) // takes the frame
 * const received = zframe.recv(receiver)
 * if (received) {
 *   zframe.data(received) // <Buffer 68 65 6c 6c 6f>
 *   zframe.destroy(received)
 * }
 * ```
 */
import { boundedText, bytes, flag, integer, sizeOf, text, utf8 } from '../arguments.ts'
import { invalidType } from '../errors.ts'
import { failure, nothingReceived, transferFailure } from '../failure.ts'
import { adopt, destroyHandle, isHandle, ownedPointerOf, pointerOf, socketOf, taken } from '../handle.ts'
import { type Zframe, zframeKind } from '../message-kinds.ts'
import { RCVTIMEO, SNDTIMEO } from '../raw/generated/constants.ts'
import { C } from '../raw/index.ts'
import { patiently } from '../raw/patience.ts'
import { cast, type Pointer } from '../raw/types.ts'
import { refuseParts } from '../socket-hazards.ts'
import type { AnySocket } from '../socket-kinds.ts'
import { contentOf, newFrame, reserve } from './content.ts'

export type { Zframe } from '../message-kinds.ts'
export { fprint, type Output, print } from './print.ts'
export { create as new }

/** Flag of {@link send}: another frame of the same message follows. */
export const MORE = 1
/** Flag of {@link send}: the frame stays the caller's, to be sent again. */
export const REUSE = 2
/** Flag of {@link send}: it fails with `EAGAIN` instead of blocking. */
export const DONTWAIT = 4

const UINT32_MAX = 2 ** 32 - 1
const LONGEST_GROUP = 255
/** What C takes for no data. */
const NOTHING = Buffer.alloc(1)

function pointer(self: Zframe): Pointer<'zframe_t'> {
  return cast<'zframe_t'>(pointerOf(zframeKind, self))
}

/**
 * A new frame around a copy of `data`; empty without it. Fresh.
 *
 * C: `zframe_new`
 * @throws {@link CzmqError} `ENOMEM`.
 */
function create(data?: Uint8Array): Zframe {
  if (data === undefined) return newEmpty()
  if (typeof data === 'string') throw invalidType('data', 'a Uint8Array; zframe.from takes text', data)
  return adopt(zframeKind, newFrame(bytes('data', data)))
}

/**
 * A new frame without content. Fresh.
 *
 * C: `zframe_new_empty`
 */
export function newEmpty(): Zframe {
  return adopt(zframeKind, C.zframe_new_empty())
}

/**
 * A new frame with the UTF-8 of a string, in which NUL is kept. Fresh.
 *
 * C: `zframe_from`
 */
export function from(string: string): Zframe {
  return adopt(zframeKind, newFrame(utf8('string', string)))
}

/**
 * Destroys a frame. Takes the frame; again, and for a frame that was sent or given to a message, it does nothing.
 *
 * C: `zframe_destroy`
 * @throws {@link CzmqError} `ERR_CZMQ_BORROWED` for a frame that belongs to a message.
 */
export function destroy(self: Zframe): void {
  destroyHandle(zframeKind, self)
}

/**
 * Receives one frame. Blocks until one comes; `null` when a signal with a listener interrupted it, so that the
 * listener can run, or when the socket's `rcvtimeo` is over. Fresh.
 *
 * C: `zframe_recv`
 * @throws {@link CzmqError} `ETERM` when the context is ending, `EFSM`, `ENOTSUP`.
 */
export function recv(source: AnySocket): Zframe | null {
  const socket = socketOf(source, 'source')
  const frame = patiently(() => C.zframe_recv(socket), socket, RCVTIMEO)
  return frame ? adopt(zframeKind, frame) : nothingReceived('zframe_recv', socket)
}

/**
 * Receives one frame if one has come, else `null`. Does not block. Fresh.
 *
 * C: `zframe_recv_nowait`
 * @throws {@link CzmqError} As {@link recv}.
 */
export function recvNowait(source: AnySocket): Zframe | null {
  const socket = socketOf(source, 'source')
  const frame = C.zframe_recv_nowait(socket)
  return frame ? adopt(zframeKind, frame) : nothingReceived('zframe_recv_nowait', socket)
}

/**
 * Sends a frame. Blocks while the high-water mark is reached, unless {@link DONTWAIT} is in the flags. Takes the frame,
 * unless {@link REUSE} is in the flags or it throws; with {@link REUSE} it may be a frame that belongs to a message.
 *
 * C: `zframe_send`
 * @param flags - {@link MORE}, {@link REUSE} and {@link DONTWAIT}, added.
 * @throws {@link CzmqError} `EAGAIN` when it would block, or `sndtimeo` is over; `EINTR` when a signal came;
 *   `EHOSTUNREACH`, `EFSM`, `ENOTSUP`, `ETERM`; `ERR_CZMQ_BORROWED`. The frame was not sent and is unchanged.
 */
export function send(self: Zframe, dest: AnySocket, flags = 0): void {
  const checked = integer('flags', flags, 0, MORE + REUSE + DONTWAIT)
  const reused = (checked & REUSE) !== 0
  const frame = reused ? pointer(self) : cast<'zframe_t'>(ownedPointerOf(zframeKind, self))
  const socket = socketOf(dest, 'dest')
  if (checked & MORE) refuseParts(socket)
  const call = () => C.zframe_send([frame], socket, checked)
  const result = checked & DONTWAIT ? call() : patiently(call, socket, SNDTIMEO)
  if (result === -1) throw transferFailure('zframe_send', socket)
  if (!reused) taken(self)
}

/**
 * The size of a frame in bytes.
 *
 * C: `zframe_size`
 */
export function size(self: Zframe): number {
  return C.zframe_size(pointer(self))
}

/**
 * The content of a frame, copied.
 *
 * C: `zframe_data`
 */
export function data(self: Zframe): Buffer {
  return contentOf(pointer(self))
}

/**
 * What the connection says about a frame that was received over it, for example its `'Socket-Type'`, `'Peer-Address'`
 * or `'User-Id'`; `null` when it does not know the property. The address is the system's word. All else is the peer's own
 * claim, unless authentication has said something about the same property: `'User-Id'` it always does, so without
 * authentication trust none.
 *
 * C: `zframe_meta`
 */
export function meta(self: Zframe, property: string): string | null {
  return C.zframe_meta(pointer(self), text('property', property))
}

/**
 * A copy of a frame, also of one that belongs to a message. Fresh.
 *
 * C: `zframe_dup`
 */
export function dup(self: Zframe): Zframe {
  const frame = pointer(self)
  const size = C.zframe_size(frame)
  reserve(size)
  return adopt(zframeKind, C.zframe_new(C.zframe_data(frame), size))
}

/**
 * The content as upper-case hexadecimal digits.
 *
 * C: `zframe_strhex`
 */
export function strhex(self: Zframe): string {
  return data(self).toString('hex').toUpperCase()
}

/**
 * The content as text. Bytes that are not UTF-8 become U+FFFD, and NUL stays where it was.
 *
 * C: `zframe_strdup`
 */
export function strdup(self: Zframe): string {
  return data(self).toString()
}

/**
 * Whether the content is the UTF-8 of `string`.
 *
 * C: `zframe_streq`
 */
export function streq(self: Zframe, string: string): boolean {
  const frame = pointer(self)
  const expected = utf8('string', string)
  return C.zframe_size(frame) === expected.length && contentOf(frame).equals(expected)
}

/**
 * Whether more frames of the same message followed when this one was received, or what {@link setMore} said.
 *
 * C: `zframe_more`
 */
export function more(self: Zframe): boolean {
  return C.zframe_more(pointer(self)) !== 0
}

/**
 * Sets what `zframe.more` answers. {@link send} looks at its flags instead.
 *
 * C: `zframe_set_more`
 */
export function setMore(self: Zframe, more: boolean | 0 | 1): void {
  C.zframe_set_more(pointer(self), flag('more', more))
}

/**
 * Whether two frames hold the same bytes; false when either is `null`.
 *
 * C: `zframe_eq`
 */
export function eq(self: Zframe | null, other: Zframe | null): boolean {
  const left = self === null ? null : pointer(self)
  const right = other === null ? null : cast<'zframe_t'>(pointerOf(zframeKind, other, 'other'))
  return C.zframe_eq(left, right)
}

/**
 * Gives a frame new content, a copy of `data`.
 *
 * C: `zframe_reset`
 * @throws {@link CzmqError} `ERR_CZMQ_BORROWED` for a frame that belongs to a message, `ENOMEM`.
 */
export function reset(self: Zframe, data: Uint8Array): void {
  const frame = cast<'zframe_t'>(ownedPointerOf(zframeKind, self))
  const size = sizeOf(bytes('data', data))
  reserve(size)
  C.zframe_reset(frame, size === 0 ? NOTHING : data, size)
}

/**
 * Whether a value is a frame that was neither destroyed nor taken.
 *
 * C: `zframe_is`
 */
export function is(value: unknown): boolean {
  return isHandle(zframeKind, value) && !value.destroyed
}

/**
 * The routing id of a frame that a SERVER socket received; 0 of any other. A draft.
 *
 * C: `zframe_routing_id`
 * @throws {@link CzmqError} `ERR_CZMQ_SYMBOL` when the loaded library was built without drafts.
 */
export function routingId(self: Zframe): number {
  const frame = pointer(self)
  return C.zframe_routing_id(frame)
}

/**
 * Sets to which client a SERVER socket sends a frame. A draft.
 *
 * C: `zframe_set_routing_id`
 * @throws {@link CzmqError} `ERR_CZMQ_SYMBOL` when the loaded library was built without drafts.
 */
export function setRoutingId(self: Zframe, routingId: number): void {
  const frame = pointer(self)
  const checked = integer('routingId', routingId, 0, UINT32_MAX)
  C.zframe_set_routing_id(frame, checked)
}

/**
 * The group of a frame that a DISH socket received. A draft.
 *
 * C: `zframe_group`
 * @throws {@link CzmqError} `ERR_CZMQ_SYMBOL` when the loaded library was built without drafts.
 */
export function group(self: Zframe): string | null {
  const frame = pointer(self)
  return C.zframe_group(frame)
}

/**
 * Sets to which group a RADIO socket sends a frame. A draft.
 *
 * C: `zframe_set_group`
 * @throws {@link CzmqError} `EINVAL` for a group that is too long, `ENOTSUP`, `ERR_CZMQ_SYMBOL` when the loaded library
 *   was built without drafts.
 */
export function setGroup(self: Zframe, group: string): void {
  const frame = pointer(self)
  const checked = boundedText('group', group, LONGEST_GROUP)
  if (C.zframe_set_group(frame, checked) === -1) throw failure('zframe_set_group')
}
