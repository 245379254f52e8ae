import { sizeOf } from '../arguments.ts'
import { transferFailure } from '../failure.ts'
import { SNDMORE } from '../raw/generated/constants.ts'
import { moreFollows, receiveBytes, sendBytes } from '../raw/messages.ts'
import type { Pointer } from '../raw/types.ts'
import { refuseParts } from '../socket-hazards.ts'

/** Sends frames as one message; without frames, nothing. */
export function sendFrames(socket: Pointer, frames: Uint8Array[], syscall: string): void {
  if (frames.length > 1) refuseParts(socket)
  frames.forEach((frame, index) => {
    const flags = index < frames.length - 1 ? SNDMORE : 0
    if (sendBytes(socket, frame, sizeOf(frame), flags) === -1) throw transferFailure(syscall, socket)
  })
}

/**
 * Receives a whole message; null when that failed. libzmq delivers it whole, so later frames are there already, unless
 * the context ends in between.
 */
export function receiveFrames(socket: Pointer): Buffer[] | null {
  const frames: Buffer[] = []
  do {
    const frame = receiveBytes(socket, 0)
    if (frame === null) return null
    frames.push(frame)
  } while (moreFollows())
  return frames
}
