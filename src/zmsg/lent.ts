import { adopt, borrow, forget, own } from '../handle.ts'
import { type Zframe, type Zmsg, zframeKind } from '../message-kinds.ts'
import { C } from '../raw/index.ts'
import type { Pointer } from '../raw/types.ts'

/**
 * The frames that messages lend to JavaScript: one handle for each C frame, as long as it is in its message. Whatever
 * takes a frame out of a message comes through here, so that no handle points to a frame that C has freed.
 */

type FramePointer = Pointer<'zframe_t'>

const lent = new WeakMap<Zmsg, Map<FramePointer, Zframe>>()

/** The handle of a frame that stays in its message; borrowed. */
export function lend(message: Zmsg, frame: FramePointer | null): Zframe | null {
  if (frame === null) return null
  const frames = lentBy(message)
  const known = frames.get(frame)
  if (known) return known
  const handle = borrow(zframeKind, frame, message)
  frames.set(frame, handle)
  return handle
}

function lentBy(message: Zmsg): Map<FramePointer, Zframe> {
  const known = lent.get(message)
  if (known) return known
  const frames = new Map<FramePointer, Zframe>()
  lent.set(message, frames)
  return frames
}

/** Whether the handle is one that this message has lent, of a frame that is still in it. */
export function isLentBy(message: Zmsg, frame: FramePointer, handle: Zframe): boolean {
  return lent.get(message)?.get(frame) === handle
}

/** The handle of a frame that C has taken out of its message: the caller owns it now. */
export function release(message: Zmsg, frame: FramePointer | null): Zframe | null {
  if (frame === null) return null
  const handle = withdraw(message, frame)
  if (!handle) return adopt(zframeKind, frame)
  own(handle)
  return handle
}

/** Frees a frame that C has taken out of its message. */
export function discard(message: Zmsg, frame: FramePointer | null): void {
  if (frame === null) return
  const handle = withdraw(message, frame)
  if (handle) forget(handle)
  C.zframe_destroy([frame])
}

/** Ends the handles of frames that are not in their message any more, because C has sent them. */
export function forgetAllBut(message: Zmsg, present: FramePointer[]): void {
  const kept = new Set(present)
  for (const [frame, handle] of lent.get(message) ?? []) {
    if (kept.has(frame)) continue
    withdraw(message, frame)
    forget(handle)
  }
}

function withdraw(message: Zmsg, frame: FramePointer): Zframe | undefined {
  const frames = lent.get(message)
  const handle = frames?.get(frame)
  frames?.delete(frame)
  return handle
}
