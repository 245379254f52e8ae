import type { ReadableStream, WritableStream } from 'node:stream/web'
import {
  checkPlain,
  checkReadable,
  checkWritable,
  type ReadableSocket,
  type WritableSocket,
} from './directed.ts'
import type { Message } from './readable.ts'
import { internals } from './socket.ts'
import { checkStreamOptions, type StreamOptions } from './stream-options.ts'
import type { MessageLike } from './writable.ts'

const HIGH_WATER_MARK = 1

/**
 * A web stream of the messages that a socket receives, each an array of Buffers. It takes them as fast as it is read,
 * keeps the process alive while it waits, and ends when the socket is closed. Borrows the socket; a message that the
 * stream holds when it is cancelled is lost.
 *
 * @throws TypeError `ERR_INVALID_ARG_TYPE`, RangeError `ERR_OUT_OF_RANGE`.
 * @example
 * ```ts
 * await readableStream(pull).pipeTo(writableStream(push))
 * ```
 */
export function readableStream(socket: ReadableSocket, options?: StreamOptions): ReadableStream<Message[]> {
  checkReadable('socket', socket)
  checkPlain('socket', socket)
  const { highWaterMark, autoClose } = checkStreamOptions(options, HIGH_WATER_MARK)
  const { receiver } = internals(socket)
  const ending = new AbortController()
  return new globalThis.ReadableStream<Message[]>(
    {
      async pull(controller) {
        try {
          controller.enqueue(await receiver.receive({ signal: ending.signal }))
        } catch (error) {
          if (!socket.closed) throw error
          controller.close()
        }
      },
      cancel() {
        ending.abort()
        if (autoClose) socket.close()
      },
    },
    { highWaterMark },
  )
}

/**
 * A web stream whose chunks a socket sends: each is a message, which is a frame or an array of frames. It takes the
 * next one when the socket has accepted the one before. Borrows the socket; a message that waits when the stream is
 * aborted is not sent.
 *
 * @throws TypeError `ERR_INVALID_ARG_TYPE`, RangeError `ERR_OUT_OF_RANGE`.
 */
export function writableStream(
  socket: WritableSocket,
  options?: StreamOptions,
): WritableStream<MessageLike | MessageLike[]> {
  checkWritable('socket', socket)
  checkPlain('socket', socket)
  const { highWaterMark, autoClose } = checkStreamOptions(options, HIGH_WATER_MARK)
  const { sender } = internals(socket)
  const end = (): void => {
    if (autoClose) socket.close()
  }
  return new globalThis.WritableStream<MessageLike | MessageLike[]>(
    {
      write: (message, controller) => sender.send(message, { signal: signalOf(controller) }),
      close: end,
      abort: end,
    },
    { highWaterMark },
  )
}

/** What aborts a write that waits; the types of Node 20 do not know of it. */
function signalOf(controller: object): AbortSignal | undefined {
  const signal: unknown = Reflect.get(controller, 'signal')
  return signal instanceof AbortSignal ? signal : undefined
}
