import { bytes, integer, sizeOf } from '../arguments.ts'
import { CzmqError } from '../errors.ts'
import type { ReadableOptions } from './options/directions.ts'
import type { ReceivedMessage, Receiver } from './receiver.ts'
import { type Internals, internals, type Socket } from './socket.ts'
import { checkWait, closedError, type WaitOptions } from './waiting.ts'

/** A frame as it is received. */
export type Message = Buffer

/** What sockets have that can receive. */
export interface Readable<M extends object[] = Message[]> extends ReadableOptions {
  /**
   * Receives a message. Any number of calls may wait; the first is served first.
   *
   * @returns Its frames. Small ones share memory with others: copy what is kept for long.
   * @throws {@link CzmqError} (rejects with) `EAGAIN` when the time is over or the socket was closed meanwhile, `EBADF`
   *   when it was before, `EFSM` when it is not this side's turn, `ETERM`; or with the signal's reason.
   */
  receive(options?: WaitOptions): Promise<M>
  /**
   * Receives a message if one has come and no call waits for it, else `null`.
   *
   * @throws {@link CzmqError} As {@link Readable.receive}.
   */
  tryReceive(): M | null
  /**
   * Receives what has come in one step: at least one message, for which it waits, and at most `most`.
   *
   * @throws {@link CzmqError} (rejects) as {@link Readable.receive}.
   */
  receiveMany(most: number, options?: WaitOptions): Promise<M[]>
  /**
   * Receives a message of one frame into memory of the caller.
   *
   * @returns The size of the frame in bytes.
   * @throws {@link CzmqError} (rejects with) `EMSGSIZE` when it does not fit or has more frames; these are in the
   *   error's `frames`. Else as {@link Readable.receive}.
   */
  receiveInto(buffer: Uint8Array, options?: WaitOptions): Promise<number>
  /**
   * Receives a message whose last frame is JSON, and parses that.
   *
   * @throws {@link CzmqError} (rejects with) `ERR_CZMQ_JSON` when it is not JSON; the message is in the error's
   *   `frames`. Else as {@link Readable.receive}.
   */
  receiveJson<T>(options?: WaitOptions): Promise<T>
  /**
   * Batches of the messages that have come, up to `most` in each, until the socket is closed. The options hold for each
   * batch.
   */
  batches(most?: number, options?: WaitOptions): AsyncIterableIterator<M[]>
  /** Messages until the socket is closed. */
  [Symbol.asyncIterator](): AsyncIterator<M, undefined>
}

type Done = IteratorReturnResult<undefined>
const MOST = 1_000_000
const END: Promise<Done> = Promise.resolve({ value: undefined, done: true })

function receive(this: Socket, options?: WaitOptions): Promise<ReceivedMessage> {
  const { core, receiver } = internals(this)
  return core.closed ? Promise.reject(closedError()) : receiver.receive(options)
}

function tryReceive(this: Socket): ReceivedMessage | null {
  const { core, receiver } = internals(this)
  if (core.closed) throw closedError()
  if (receiver.waiting) return null
  const message = receiver.take() ?? null
  core.kick()
  return message
}

async function receiveMany(this: Socket, most: number, options?: WaitOptions): Promise<ReceivedMessage[]> {
  const limit = integer('most', most, 1, MOST)
  const messages = [await receive.call(this, options)]
  const { core, receiver } = internals(this)
  while (messages.length < limit && !core.closed && !receiver.waiting && core.spend()) {
    const message = takeQuietly(receiver)
    if (message === undefined) break
    messages.push(message)
  }
  return messages
}

/** What goes wrong after the first message the next call will tell, so that none is lost. */
function takeQuietly(receiver: Receiver): ReceivedMessage | undefined {
  try {
    return receiver.take()
  } catch {
    return undefined
  }
}

async function receiveInto(this: Socket, buffer: Uint8Array, options?: WaitOptions): Promise<number> {
  const room = bytes('buffer', buffer)
  const { core, receiver } = internals(this)
  if (core.closed) throw closedError()
  const received = await receiver.receiveBy(() => receiver.takeInto(room), options)
  return typeof received === 'number' ? received : copyInto(room, received)
}

function copyInto(room: Uint8Array, frames: ReceivedMessage): number {
  const [frame] = frames
  if (!frame || frames.length > 1 || frame.length > sizeOf(room)) {
    throw new CzmqError('EMSGSIZE', 'EMSGSIZE: the message does not fit into the buffer', { frames })
  }
  return frame.copy(room)
}

async function receiveJson<T>(this: Socket, options?: WaitOptions): Promise<T> {
  const frames = await receive.call(this, options)
  try {
    return JSON.parse(String(frames.at(-1))) as T
  } catch (cause) {
    throw new CzmqError('ERR_CZMQ_JSON', 'The last frame of the message is not JSON', { frames, cause })
  }
}

/** Leaving it ends what it waits for; it does not close the socket, and can be begun again. */
abstract class Iteration<Item> implements AsyncIterableIterator<Item, undefined> {
  protected readonly internals: Internals
  protected readonly socket: Socket
  #leaving: AbortController | undefined

  constructor(socket: Socket) {
    this.socket = socket
    this.internals = internals(socket)
  }

  abstract next(): Promise<IteratorResult<Item, undefined>>

  /** What is received with a signal that comes when the iteration is left. */
  protected async wait(
    receive: (signal: AbortSignal) => Promise<Item>,
  ): Promise<IteratorResult<Item, undefined>> {
    this.#leaving ??= new AbortController()
    const { signal } = this.#leaving
    try {
      return { value: await receive(signal), done: false }
    } catch (error) {
      if (this.internals.core.closed || signal.aborted) return { value: undefined, done: true }
      throw error
    }
  }

  return(): Promise<Done> {
    this.#leaving?.abort()
    this.#leaving = undefined
    return END
  }

  [Symbol.asyncIterator](): this {
    return this
  }
}

class Messages extends Iteration<ReceivedMessage> {
  /** The short way makes one promise a message. */
  next(): Promise<IteratorResult<ReceivedMessage, undefined>> {
    const { core, receiver } = this.internals
    if (core.closed) return END
    try {
      const message = receiver.waiting || !core.spend() ? undefined : receiver.take()
      if (message !== undefined) return Promise.resolve({ value: message, done: false })
    } catch (error) {
      return Promise.reject(error as Error)
    }
    return this.wait((signal) => receive.call(this.socket, { signal }))
  }
}

class Batches extends Iteration<ReceivedMessage[]> {
  readonly #most: number
  readonly #options: WaitOptions

  constructor(socket: Socket, most: number, options: WaitOptions) {
    super(socket)
    this.#most = most
    this.#options = options
  }

  next(): Promise<IteratorResult<ReceivedMessage[], undefined>> {
    if (this.internals.core.closed) return END
    const { signal: given, ...rest } = this.#options
    return this.wait((leaving) => {
      const signal = given ? AbortSignal.any([given, leaving]) : leaving
      return receiveMany.call(this.socket, this.#most, { ...rest, signal })
    })
  }
}

function batches(this: Socket, most = 256, options: WaitOptions = {}): Batches {
  checkWait(options, -1)
  return new Batches(this, integer('most', most, 1, MOST), options)
}

/** The prototypes' part of {@link Readable}. */
export const readable = {
  receive,
  tryReceive,
  receiveMany,
  receiveInto,
  receiveJson,
  batches,
  [Symbol.asyncIterator](this: Socket) {
    return new Messages(this)
  },
}
