import { constants } from 'node:buffer'
import { isMainThread } from 'node:worker_threads'
import { sizeOf } from '../arguments.ts'
import { CzmqError } from '../errors.ts'
import type { Callable } from './bind.ts'
import { RCVTIMEO, SNDTIMEO } from './generated/constants.ts'
import { koffi } from './koffi.ts'
import { library } from './library.ts'
import { copyBytes } from './memory.ts'
import { bindPatience, patient } from './patience.ts'
import { MSG_T_SIZE, type Pointer } from './types.ts'

/**
 * The shortest way of one frame between JavaScript and libzmq. `zstr_recv` ends text at its first NUL; receiving here
 * knows its size. `benchmark/` says what each costs beside C.
 */

/** A message above this size is freed at once instead of when the next one is received. */
const KEPT_SIZE = 1 << 16

interface Calls {
  send: Callable
  sendText: Callable
  /** In a Worker a wait must be cut into slices, which `zstr_send` cannot be. */
  sendString: Callable | null
  receive: Callable
  data: Callable
  more: Callable
  close: Callable
  initialise: Callable
}

/** One `zmq_msg_t` a thread: no JavaScript runs between a receive and the copy of what it received. */
const message = Buffer.alloc(MSG_T_SIZE)
let calls: Calls | undefined
/** What a message that was freed already said about the next frame. */
let droppedMore: boolean | null = null

function bound(): Calls {
  if (calls) return calls
  const { handle } = library()
  calls = {
    send: patient(handle.func('int zmq_send(void * s, void * buf, size_t len, int flags)'), 0, SNDTIMEO),
    sendText: patient(handle.func('zmq_send', 'int', ['void *', 'str', 'size_t', 'int']), 0, SNDTIMEO),
    sendString: isMainThread ? handle.func('int zstr_send(void *, const char *)') : null,
    receive: patient(handle.func('int zmq_msg_recv(void * msg, void * s, int flags)'), 1, RCVTIMEO),
    data: handle.func('void * zmq_msg_data(void * msg)'),
    more: handle.func('int zmq_msg_more(void * msg)'),
    close: handle.func('int zmq_msg_close(void * msg)'),
    initialise: handle.func('int zmq_msg_init(void * msg)'),
  }
  calls.initialise(message)
  if (!isMainThread) bindPatience()
  return calls
}

/** Binds what this needs. */
export function bindMessages(): void {
  bound()
}

/** Sends one frame; -1 when it failed. `text` must not contain NUL. */
export function sendText(socket: Pointer, text: string, flags: number): number {
  const { sendText, sendString } = bound()
  if (flags === 0 && sendString) return sendString(socket, text)
  return sendText(socket, text, Buffer.byteLength(text), flags)
}

/** Sends one frame of `size` bytes; -1 when it failed. */
export function sendBytes(socket: Pointer, data: Uint8Array, size: number, flags: number): number {
  return bound().send(socket, data, size, flags)
}

/** Sends one frame, text or bytes: undefined, or errno. */
export function sendFrame(socket: Pointer, frame: Uint8Array | string, flags: number): number | undefined {
  const result =
    typeof frame === 'string'
      ? sendText(socket, frame, flags)
      : sendBytes(socket, frame, sizeOf(frame), flags)
  return result < 0 ? koffi.errno() : undefined
}

/**
 * Receives one frame as text; null when it failed.
 *
 * @throws {@link CzmqError} `EMSGSIZE` for a frame that no string can hold; the frame is in its `frames`.
 */
export function receiveText(socket: Pointer, flags: number): string | null {
  const { receive, data } = bound()
  const size = receive(message, socket, flags) as number
  if (size < 0) return null
  droppedMore = null
  if (size === 0) return ''
  if (size > constants.MAX_STRING_LENGTH) throw tooLong(copyBytes(data(message), size))
  const text = koffi.decode.string(data(message), size) as string
  if (size > KEPT_SIZE) drop()
  return text
}

/** The error for a frame that no string can hold. */
export function tooLong(frame: Buffer): CzmqError {
  return new CzmqError('EMSGSIZE', `A frame of ${frame.length} bytes does not fit into a string`, {
    frames: [frame],
  })
}

/** Receives one frame as a copy; null when it failed. */
export function receiveBytes(socket: Pointer, flags: number): Buffer | null {
  const { receive, data } = bound()
  const size = receive(message, socket, flags) as number
  if (size < 0) return null
  droppedMore = null
  const copy = size === 0 ? Buffer.alloc(0) : copyBytes(data(message), size)
  if (size > KEPT_SIZE) drop()
  return copy
}

/** Whether more frames of the same message follow the one received last. */
export function moreFollows(): boolean {
  return droppedMore ?? bound().more(message) !== 0
}

/** Frees the memory of the message received last, keeping what is known about it. */
function drop(): void {
  const { close, initialise, more } = bound()
  droppedMore = more(message) !== 0
  close(message)
  initialise(message)
}
