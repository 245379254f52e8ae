import { constants } from 'node:buffer'
import { constants as system } from 'node:os'
import { isMainThread } from 'node:worker_threads'
import { type Addon, addon } from './addon.ts'
import { DONTWAIT } from './generated/constants.ts'
import { koffi } from './koffi.ts'
import { receiveText as receiveByKoffi, sendText as sendByKoffi, tooLong } from './messages.ts'
import type { Pointer } from './types.ts'

/**
 * Frames of text by one call of the addon, which costs a third of the three calls through koffi; by koffi where there
 * is no addon. `CZMQ_EVENT_LOOP=poll` chooses that too.
 */

/** How the addon speaks to one socket. */
interface Line {
  receive: ReturnType<Addon['receiver']>
  send: ReturnType<Addon['sender']>
  sendPlain: ReturnType<Addon['textSender']>
}

const MOST_LINES = 256
/** By address, so one serves whatever socket is there: whoever gives a pointer here has proved it alive. */
const lines = new Map<Pointer, Line>()
let last: Pointer | undefined
let lastLine: Line | null = null

/** The line to a socket; mostly it is the one of the call before. */
function lineTo(socket: Pointer): Line | null {
  if (socket !== last) {
    last = socket
    lastLine = lines.get(socket) ?? newLine(socket)
  }
  return lastLine
}

function newLine(socket: Pointer): Line | null {
  const found = process.env.CZMQ_EVENT_LOOP === 'poll' ? null : addon()
  if (!found) return null
  if (lines.size >= MOST_LINES) lines.clear()
  const made = {
    receive: found.receiver(socket),
    send: found.sender(socket),
    sendPlain: found.textSender(socket),
  }
  lines.set(socket, made)
  return made
}

/** In a Worker a wait must be cut into slices (patience.ts), so a call of the addon may not wait there. */
const WAIT = isMainThread ? 0 : DONTWAIT

/** Sends one frame; -1 when it failed, and errno says why. `text` must not contain NUL. */
export function sendText(socket: Pointer, text: string, flags: number): number {
  const line = lineTo(socket)
  if (line === null) return sendByKoffi(socket, text, flags)
  const how = flags | WAIT
  const errno = how === 0 ? line.sendPlain(text) : line.send(text, how)
  if (errno === undefined) return 0
  if (mayWait(errno, flags)) return sendByKoffi(socket, text, flags)
  koffi.errno(errno)
  return -1
}

/**
 * Receives one frame as text; null when it failed, and errno says why.
 *
 * @throws {@link CzmqError} `EMSGSIZE` for a frame that no string can hold; the frame is in its `frames`.
 */
export function receiveText(socket: Pointer, flags: number): string | null {
  const result = lineTo(socket)?.receive(flags | WAIT)
  if (typeof result === 'string') return result
  if (result === undefined) return receiveByKoffi(socket, flags)
  if (typeof result !== 'number') return decoded(result)
  if (mayWait(-result, flags)) return receiveByKoffi(socket, flags)
  koffi.errno(-result)
  return null
}

/** Whether it failed only because this thread must wait in another way. */
function mayWait(errno: number, flags: number): boolean {
  return WAIT !== 0 && (flags & DONTWAIT) === 0 && errno === system.errno.EAGAIN
}

function decoded(frame: Buffer): string {
  if (frame.length > constants.MAX_STRING_LENGTH) throw tooLong(frame)
  return frame.toString()
}
