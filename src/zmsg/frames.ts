import { ownedPointerOf, pointerOf, taken } from '../handle.ts'
import { type Zframe, type Zmsg, zframeKind } from '../message-kinds.ts'
import { C } from '../raw/index.ts'
import { cast, type Pointer } from '../raw/types.ts'
import { discard, isLentBy, lend, release } from './lent.ts'
import { framesOf, pointer } from './pointer.ts'

/** A frame that its caller may give away. */
function ownFrame(frame: Zframe): Pointer<'zframe_t'> {
  return cast<'zframe_t'>(ownedPointerOf(zframeKind, frame, 'frame'))
}

/**
 * Puts a frame behind all others. Takes the frame.
 *
 * C: `zmsg_append`
 * @throws {@link CzmqError} `ERR_CZMQ_BORROWED` for a frame that belongs to a message.
 */
export function append(self: Zmsg, frame: Zframe): void {
  C.zmsg_append(pointer(self), [ownFrame(frame)])
  taken(frame)
}

/**
 * {@link append}, by its older name. Takes the frame.
 *
 * C: `zmsg_add`
 * @throws {@link CzmqError} As {@link append}.
 */
export function add(self: Zmsg, frame: Zframe): void {
  C.zmsg_add(pointer(self), ownFrame(frame))
  taken(frame)
}

/**
 * Puts a frame before all others. Takes the frame.
 *
 * C: `zmsg_prepend`
 * @throws {@link CzmqError} As {@link append}.
 */
export function prepend(self: Zmsg, frame: Zframe): void {
  C.zmsg_prepend(pointer(self), [ownFrame(frame)])
  taken(frame)
}

/**
 * {@link prepend}, by its older name. Takes the frame.
 *
 * C: `zmsg_push`
 * @throws {@link CzmqError} As {@link append}.
 */
export function push(self: Zmsg, frame: Zframe): void {
  C.zmsg_push(pointer(self), ownFrame(frame))
  taken(frame)
}

/**
 * Puts a frame and an empty one before all others: an address and the delimiter behind it. Takes the frame.
 *
 * C: `zmsg_wrap`
 * @throws {@link CzmqError} As {@link append}.
 */
export function wrap(self: Zmsg, frame: Zframe): void {
  C.zmsg_wrap(pointer(self), ownFrame(frame))
  taken(frame)
}

/**
 * Takes the first frame out of a message, and drops the next when that is empty: what {@link wrap} put there. `null`
 * when there is none. Fresh.
 *
 * C: `zmsg_unwrap`
 */
export function unwrap(self: Zmsg): Zframe | null {
  const message = pointer(self)
  const frame = pop(self)
  const delimiter = C.zmsg_first(message)
  if (delimiter !== null && C.zframe_size(delimiter) === 0) discard(self, C.zmsg_pop(message))
  return frame
}

/**
 * Takes the first frame out of a message; `null` when there is none. A frame that the message had lent stays the same
 * object, and belongs to the caller from now on. Fresh.
 *
 * C: `zmsg_pop`
 */
export function pop(self: Zmsg): Zframe | null {
  return release(self, C.zmsg_pop(pointer(self)))
}

/**
 * Takes a frame that {@link first}, {@link next} or {@link last} lent out of its message, and answers it; `null`, and
 * nothing happens, when it is not in this message. Fresh: the same object belongs to the caller from now on.
 *
 * C: `zmsg_remove`
 */
export function remove(self: Zmsg, frame: Zframe): Zframe | null {
  const message = pointer(self)
  const removed = cast<'zframe_t'>(pointerOf(zframeKind, frame, 'frame'))
  if (!isLentBy(self, removed, frame)) return null
  C.zmsg_remove(message, removed)
  return release(self, removed)
}

/**
 * Moves the cursor to the first frame and lends it; `null` when there is none. Borrowed.
 *
 * C: `zmsg_first`
 */
export function first(self: Zmsg): Zframe | null {
  return lend(self, C.zmsg_first(pointer(self)))
}

/**
 * Moves the cursor to the next frame and lends it; `null` behind the last, and after that it begins again. Borrowed.
 * The cursor is also moved by {@link frames}, `dup`, `eq`, `encode`, `save` and `print`; and {@link pop} resets it.
 *
 * C: `zmsg_next`
 */
export function next(self: Zmsg): Zframe | null {
  return lend(self, C.zmsg_next(pointer(self)))
}

/**
 * Moves the cursor to the last frame and lends it; `null` when there is none. Borrowed.
 *
 * C: `zmsg_last`
 */
export function last(self: Zmsg): Zframe | null {
  return lend(self, C.zmsg_last(pointer(self)))
}

/**
 * All frames, from the first: what {@link first} and {@link next} lend one after the other. Borrowed.
 *
 * C: `zmsg_first`, `zmsg_next`
 */
export function frames(self: Zmsg): Zframe[] {
  return framesOf(pointer(self)).flatMap((each) => lend(self, each) ?? [])
}
