import { Duplex, Readable, Writable } from 'node:stream'
import {
  checkPlain,
  checkReadable,
  checkWritable,
  type ReadableSocket,
  type WritableSocket,
} from './directed.ts'
import { internals, type Socket } from './socket.ts'
import { checkStreamOptions, type StreamOptions } from './stream-options.ts'
import type { MessageLike } from './writable.ts'

const HIGH_WATER_MARK = 16

/**
 * A Node stream of the messages that a socket receives, each an array of Buffers. It takes them as fast as it is read,
 * keeps the process alive while it waits, and ends when the socket is closed. Borrows the socket; messages that the
 * stream holds when it is destroyed are lost.
 *
 * @throws TypeError `ERR_INVALID_ARG_TYPE`, RangeError `ERR_OUT_OF_RANGE`.
 * @example
 * ```ts
 * toReadable(pull).pipe(toWritable(push))
 * ```
 */
export function toReadable(socket: ReadableSocket, options?: StreamOptions): Readable {
  checkReadable('socket', socket)
  const { signal, common } = parts(socket, options)
  return new Readable({ ...common, ...reading(socket, signal) })
}

/**
 * A Node stream whose chunks a socket sends: each is a message, which is a frame or an array of frames. It takes the
 * next one when the socket has accepted the one before. Borrows the socket; a message that waits when the stream is
 * destroyed is not sent.
 *
 * @throws TypeError `ERR_INVALID_ARG_TYPE`, RangeError `ERR_OUT_OF_RANGE`.
 */
export function toWritable(socket: WritableSocket, options?: StreamOptions): Writable {
  checkWritable('socket', socket)
  const { signal, common } = parts(socket, options)
  return new Writable({ ...common, ...writing(socket, signal) })
}

/**
 * A Node stream in both directions: {@link toReadable} and {@link toWritable} in one. Borrows the socket.
 *
 * @throws TypeError `ERR_INVALID_ARG_TYPE`, RangeError `ERR_OUT_OF_RANGE`.
 */
export function toDuplex(socket: ReadableSocket & WritableSocket, options?: StreamOptions): Duplex {
  checkReadable('socket', socket)
  checkWritable('socket', socket)
  const { signal, common } = parts(socket, options)
  return new Duplex({ ...common, ...reading(socket, signal), ...writing(socket, signal) })
}

type Done = (error?: Error | null) => void

/** What all directions have. The signal ends what waits when the stream is destroyed. */
function parts(socket: Socket, options: StreamOptions | undefined) {
  checkPlain('socket', socket)
  const { highWaterMark, autoClose } = checkStreamOptions(options, HIGH_WATER_MARK)
  const ending = new AbortController()
  const destroy = (error: Error | null, done: Done): void => {
    ending.abort()
    if (autoClose) socket.close()
    done(error)
  }
  return { signal: ending.signal, common: { objectMode: true, highWaterMark, destroy } }
}

function reading(socket: Socket, signal: AbortSignal) {
  const { receiver } = internals(socket)
  return {
    read(this: Readable): void {
      receiver.receive({ signal }).then(
        (message) => void this.push(message),
        (error: Error) => {
          if (socket.closed) this.push(null)
          else this.destroy(error)
        },
      )
    },
  }
}

function writing(socket: Socket, signal: AbortSignal) {
  const { sender } = internals(socket)
  return {
    write(message: MessageLike | MessageLike[], _encoding: BufferEncoding, done: Done): void {
      sender.send(message, { signal }).then(() => done(), done)
    },
  }
}
