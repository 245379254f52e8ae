import { bytesOrText, sizeOf } from '../arguments.ts'
import { invalidValue } from '../errors.ts'

/** What a datagram of a beacon holds (`UDP_FRAME_MAX`); CZMQ ends the process over more. */
const MOST = 255

/** What a beacon announces: a copy. */
export function transmitBytes(value: unknown): Uint8Array {
  return bounded('transmit', value, 1)
}

/** How what it receives begins: a copy. */
export function filterBytes(value: unknown): Uint8Array {
  return bounded('filter', value, 0)
}

function bounded(name: string, value: unknown, least: number): Uint8Array {
  const given = bytesOrText(name, value)
  const size = sizeOf(given)
  if (size < least || size > MOST)
    throw invalidValue(name, `must have ${least} to ${MOST} bytes; it has ${size}`)
  const copy = new Uint8Array(size)
  // One whose memory is gone has size 0
  if (size > 0) copy.set(given)
  return copy
}
