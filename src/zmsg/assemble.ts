import { CzmqError } from '../errors.ts'
import { failure } from '../failure.ts'
import { adopt } from '../handle.ts'
import { type Zmsg, zmsgKind } from '../message-kinds.ts'
import { C } from '../raw/index.ts'
import { reserve } from '../zframe/content.ts'

/** More frames are refused: a single byte of a stranger can mean an empty frame, for which C takes some hundred. */
const MOST_FRAMES = 100_000
/** More than a frame takes besides its content. */
const FRAME_COST = 512

/** Told about a frame: the bytes from `start` up to `end`. */
export type Visit = (start: number, end: number) => void

/** Goes through the frames in these bytes, from the first; false when it comes to something else. */
export type Walk = (content: Buffer, visit: Visit) => boolean

/**
 * The message in these bytes; `null` when something else is in them. Nothing is made before they have been walked once.
 * Fresh.
 *
 * @throws {@link CzmqError} `EMSGSIZE` for more than 100 000 frames, whatever follows them; `ENOMEM`.
 */
export function assemble(content: Buffer, walk: Walk, syscall: string): Zmsg | null {
  let count = 0
  const isMessage = walk(content, () => {
    if (++count > MOST_FRAMES) throw tooMany(syscall)
  })
  if (!isMessage) return null
  reserve(content.length + count * FRAME_COST)
  return build((append) => walk(content, (start, end) => append(content.subarray(start, end))))
}

function tooMany(syscall: string): CzmqError {
  return new CzmqError('EMSGSIZE', `EMSGSIZE: the message has more than ${MOST_FRAMES} frames, ${syscall}`, {
    syscall,
  })
}

/** A new message with the frames that `fill` appends; fresh. When that fails, the message is freed. */
export function build(fill: (append: (data: Uint8Array) => void) => void): Zmsg {
  const message = C.zmsg_new()
  try {
    fill((data) => {
      const size = data.length
      if (C.zmsg_addmem(message, size === 0 ? null : data, size) === -1) throw failure('zmsg_addmem')
    })
  } catch (error) {
    C.zmsg_destroy([message])
    throw error
  }
  return adopt(zmsgKind, message)
}
