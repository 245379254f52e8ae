/**
 * Messages of text. A frame is one string; UTF-8 on the wire, without a NUL at its end.
 *
 * @example
 * ```ts
 * zstr.sendx(sender, 'topic', 'hello')
 * zstr.recvx(receiver) // ['topic', 'hello']
 * ```
 */
import { text } from '../arguments.ts'
import { nothingReceived, transferFailure } from '../failure.ts'
import { socketOf } from '../handle.ts'
import { DONTWAIT, SNDMORE } from '../raw/generated/constants.ts'
import { moreFollows, receiveText as receiveTextFrame } from '../raw/messages.ts'
import { receiveText, sendText } from '../raw/text.ts'
import { refuseParts } from '../socket-hazards.ts'
import type { AnySocket } from '../socket-kinds.ts'

/**
 * Receives one frame as text. Blocks until one comes; `null` when a signal with a listener interrupted it, so that
 * the listener can run, or when the socket's `rcvtimeo` is over. Bytes that are not UTF-8 become U+FFFD, and NUL
 * stays where it was: receive binary with `zframe` or `zmsg`.
 *
 * C: `zstr_recv`
 * @throws {@link CzmqError} `ETERM` when the context is ending, `EFSM`, `ENOTSUP`, `EMSGSIZE` for more than a string
 *   can hold.
 */
export function recv(source: AnySocket): string | null {
  const socket = socketOf(source, 'source')
  return receiveText(socket, 0) ?? nothingReceived('zstr_recv', socket)
}

/**
 * Receives one frame as text if one has come, else `null`. Does not block.
 *
 * C: `zstr_recv_nowait`
 * @throws {@link CzmqError} As {@link recv}.
 */
export function recvNowait(source: AnySocket): string | null {
  const socket = socketOf(source, 'source')
  return receiveText(socket, DONTWAIT) ?? nothingReceived('zstr_recv_nowait', socket)
}

/**
 * Sends one frame of text. Blocks while the high-water mark is reached.
 *
 * C: `zstr_send`
 * @throws TypeError `ERR_INVALID_ARG_VALUE` for text with NUL, which C would cut.
 * @throws {@link CzmqError} `EINTR` when a signal came, `EAGAIN` when `sndtimeo` is over, `EHOSTUNREACH`, `EFSM`,
 *   `ENOTSUP`, `ETERM`; the text was not sent.
 */
export function send(dest: AnySocket, string: string): void {
  const socket = socketOf(dest, 'dest')
  if (sendText(socket, text('string', string), 0) === -1) throw transferFailure('zstr_send', socket)
}

/**
 * Sends one frame of text, which another frame of the same message follows. Blocks as {@link send}.
 *
 * C: `zstr_sendm`
 * @throws As {@link send}.
 */
export function sendm(dest: AnySocket, string: string): void {
  const socket = socketOf(dest, 'dest')
  refuseParts(socket)
  if (sendText(socket, text('string', string), SNDMORE) === -1) throw transferFailure('zstr_sendm', socket)
}

/**
 * Sends a message of one frame for each string; without strings, nothing. Blocks as {@link send}.
 *
 * C: `zstr_sendx`
 * @throws As {@link send}; then nothing was sent.
 */
export function sendx(dest: AnySocket, ...strings: string[]): void {
  const socket = socketOf(dest, 'dest')
  const checked = strings.map((each, index) => text(`strings[${index}]`, each))
  if (checked.length > 1) refuseParts(socket)
  checked.forEach((each, index) => {
    const flags = index < checked.length - 1 ? SNDMORE : 0
    if (sendText(socket, each, flags) === -1) throw transferFailure('zstr_sendx', socket)
  })
}

/**
 * Receives a whole message as text, one string for each frame. Blocks as {@link recv}, and answers `null` when that
 * does.
 *
 * C: `zstr_recvx`
 * @throws {@link CzmqError} As {@link recv}.
 */
export function recvx(source: AnySocket): string[] | null {
  const socket = socketOf(source, 'source')
  const strings: string[] = []
  do {
    const string = receiveTextFrame(socket, 0)
    if (string === null) return nothingReceived('zstr_recvx', socket)
    strings.push(string)
  } while (moreFollows())
  return strings
}
