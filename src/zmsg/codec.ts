import { invalidValue, outOfRange } from '../errors.ts'
import { adopt, ownedPointerOf, pointerOf, taken } from '../handle.ts'
import { type Zframe, type Zmsg, zframeKind, zmsgKind } from '../message-kinds.ts'
import { C } from '../raw/index.ts'
import { cast, type Pointer } from '../raw/types.ts'
import { contentOf, reserve } from '../zframe/content.ts'
import { assemble, build, type Visit } from './assemble.ts'
import { discard } from './lent.ts'
import { pointer } from './pointer.ts'

/** A length below this is one byte; otherwise the byte has this value, and four bytes in network order follow. */
const LONG = 0xff
const LONG_SIZE = 4
/** What four bytes cannot say. */
const TOO_LARGE = 2 ** 32

/**
 * One frame that holds a whole message: each of its frames with its length before it, in one byte up to 254, or in
 * the byte 255 and four bytes in network order. {@link decode} refuses more than 100 000 frames. Fresh.
 *
 * C: `zmsg_encode`
 * @throws RangeError `ERR_OUT_OF_RANGE` for a message of 4 GiB or more; {@link CzmqError} `ENOMEM`.
 */
export function encode(self: Zmsg): Zframe {
  return adopt(zframeKind, encoded(pointer(self)))
}

function encoded(message: Pointer<'zmsg_t'>): Pointer<'zframe_t'> {
  const size = C.zmsg_content_size(message)
  if (size >= TOO_LARGE) throw outOfRange('zmsg', 'smaller than 4 GiB', size)
  reserve(size)
  return C.zmsg_encode(message)
}

/**
 * The message that {@link encode} put into a frame; `null` when the frame holds something else. Bytes of a stranger do
 * no harm: a message of more than 100 000 frames is refused before anything is made of it. Fresh.
 *
 * C: `zmsg_decode`
 * @throws {@link CzmqError} `EMSGSIZE` for more than 100 000 frames; `ENOMEM`.
 */
export function decode(frame: Zframe): Zmsg | null {
  return decoded(cast<'zframe_t'>(pointerOf(zframeKind, frame, 'frame')), 'zmsg_decode')
}

/** C's own decoder can exhaust the heap, and does not understand frames of 2 GiB and more. */
function decoded(frame: Pointer<'zframe_t'>, syscall: string): Zmsg | null {
  return assemble(contentOf(frame), walk, syscall)
}

function walk(content: Buffer, visit: Visit): boolean {
  for (let at = 0; at < content.length; ) {
    let size = content.readUInt8(at++)
    if (size === LONG) {
      if (at + LONG_SIZE > content.length) return false
      size = content.readUInt32BE(at)
      at += LONG_SIZE
    }
    const end = at + size
    if (end > content.length) return false
    visit(at, end)
    at = end
  }
  return true
}

/** A new message with these frames; fresh. */
export function messageOf(parts: Uint8Array[]): Zmsg {
  return build((append) => parts.forEach(append))
}

/**
 * Puts another message, as {@link encode} makes one frame of it, behind all frames. Takes the other message.
 *
 * C: `zmsg_addmsg`
 * @throws TypeError `ERR_INVALID_ARG_VALUE` when both are the same message.
 * @throws RangeError As {@link encode}.
 */
export function addmsg(self: Zmsg, submessage: Zmsg): void {
  const message = pointer(self)
  const added = cast<'zmsg_t'>(ownedPointerOf(zmsgKind, submessage, 'submessage'))
  if (message === added) throw invalidValue('submessage', 'must be another message')
  C.zmsg_append(message, [encoded(added)])
  taken(submessage)
  C.zmsg_destroy([added])
}

/**
 * Drops the first frame and answers the message that {@link addmsg} put into it; `null` when there is no frame, or it
 * holds something else. When it throws, the frame stays the first. Fresh.
 *
 * C: `zmsg_popmsg`
 * @throws {@link CzmqError} `EMSGSIZE` for more than 100 000 frames; `ENOMEM`.
 */
export function popmsg(self: Zmsg): Zmsg | null {
  const message = pointer(self)
  const frame = C.zmsg_first(message)
  if (frame === null) return null
  const submessage = decoded(frame, 'zmsg_popmsg')
  discard(self, C.zmsg_pop(message))
  return submessage
}
