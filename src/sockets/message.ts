import { invalidType } from '../errors.ts'
import { isHandle, ownedPointerOf } from '../handle.ts'
import { type Zmsg, zmsgKind } from '../message-kinds.ts'
import { messageOf } from '../zmsg/codec.ts'
import * as zmsg from '../zmsg/index.ts'
import {
  checkPlain,
  checkReadable,
  checkWritable,
  type ReadableSocket,
  type WritableSocket,
} from './directed.ts'
import { Frame } from './frame.ts'
import { type Internals, internals } from './socket.ts'
import { closedError, type WaitOptions } from './waiting.ts'

/** What a frame of a {@link Message} can be made of: a {@link Frame}, which is taken, or content, which is copied. */
export type Part = Frame | Uint8Array | string

/**
 * A message as an object: what `zmsg` does, as methods. As a `zmsg` it is not collected: it is sent or destroyed, or
 * declared with `using`. It owns its frames, and lends them.
 *
 * @example
 * ```ts
 * using message = await types.Message.recv(pull)
 * message.metadata('Peer-Address') // '127.0.0.1'
 * for (const frame of message) console.log(frame.size)
 * ```
 */
export class Message {
  /** The handle, for use with the namespaces. */
  readonly handle: Zmsg

  /**
   * A message of these frames. Fresh. Or an object around the handle of a message, whose owner stays responsible for it.
   *
   * @throws TypeError `ERR_INVALID_ARG_TYPE`; {@link CzmqError} `ERR_CZMQ_DESTROYED`, `ERR_CZMQ_TAKEN`,
   *   `ERR_CZMQ_BORROWED` for a frame of another message, `ENOMEM`.
   */
  constructor(content: Iterable<Part> | Zmsg = []) {
    this.handle = isHandle(zmsgKind, content) ? content : zmsg.new()
    if (this.handle === content) zmsg.size(this.handle)
    else this.#fill(content as Iterable<Part>)
  }

  #fill(parts: Iterable<Part>): void {
    try {
      if (!isIterable(parts)) throw invalidType('content', 'an array of frames', parts)
      for (const each of parts) this.append(each)
    } catch (error) {
      this.destroy()
      throw error
    }
  }

  /**
   * Receives a message with what its connection says about it, see {@link metadata}: in turn with the calls of
   * `receive`. Fresh. It costs 3 to 5 µs, some three times a `receive`, and from the first call on libzmq is not asked for
   * messages ahead, which makes `receive` as slow; messages that the socket had taken before have no metadata.
   *
   * C: `zmsg_recv`
   * @throws {@link CzmqError} (rejects) As `receive`.
   */
  static async recv(socket: ReadableSocket, options?: WaitOptions): Promise<Message> {
    checkReadable('socket', socket)
    checkPlain('socket', socket)
    const parts = internals(socket)
    if (parts.core.closed) throw closedError()
    parts.receiver.share()
    return new Message(await parts.receiver.receiveBy(() => takeFrom(parts), options))
  }

  /**
   * Reads a message from a file that {@link save} wrote. Fresh.
   *
   * C: `zmsg_load`
   * @throws {@link CzmqError} As `zmsg.load`.
   */
  static load(file: string): Message {
    return new Message(zmsg.load(file))
  }

  /**
   * Sends the frames, as they are now, as a message; of one without frames nothing is sent. Takes the message when that
   * was done; when it rejects, the message is unchanged.
   *
   * C: `zmsg_send`
   * @throws {@link CzmqError} (rejects) As `send`; `ERR_CZMQ_TAKEN`, `ERR_CZMQ_DESTROYED`.
   */
  async send(socket: WritableSocket, options?: WaitOptions): Promise<void> {
    checkWritable('socket', socket)
    checkPlain('socket', socket)
    ownedPointerOf(zmsgKind, this.handle)
    const { core, sender } = internals(socket)
    if (core.closed) throw closedError()
    if (this.size > 0) await sender.send(this.contents, options)
    this.destroy()
  }

  /** Writes the message to a file. C: `zmsg_save` */
  save(file: string): void {
    zmsg.save(this.handle, file)
  }

  /** The number of frames. */
  get size(): number {
    return zmsg.size(this.handle)
  }

  /** The size of all frames together, in bytes. */
  get contentSize(): number {
    return zmsg.contentSize(this.handle)
  }

  /** The frames, from the first. Borrowed. */
  get frames(): Frame[] {
    return zmsg.frames(this.handle).map((each) => new Frame(each))
  }

  /** What the frames hold, copied. */
  get contents(): Buffer[] {
    return this.frames.map((each) => each.data)
  }

  /** The frames, from the first. Borrowed. */
  [Symbol.iterator](): IterableIterator<Frame> {
    return this.frames.values()
  }

  /**
   * What the connection says about a received message: its `'Peer-Address'`, `'Socket-Type'`, `'User-Id'`, …; `null`
   * when it does not know the property. {@link Frame.metadata} says which of them can be trusted.
   *
   * C: `zframe_meta`
   */
  metadata(property: string): string | null {
    const [first] = this
    return first ? first.metadata(property) : null
  }

  /**
   * Puts a frame before all others. Takes a {@link Frame}; copies content.
   *
   * C: `zmsg_push`
   * @throws TypeError `ERR_INVALID_ARG_TYPE`; {@link CzmqError} `ERR_CZMQ_BORROWED` for a frame of a message, `ENOMEM`.
   */
  push(part: Part): void {
    if (part instanceof Frame) zmsg.push(this.handle, part.handle)
    else if (typeof part === 'string') zmsg.pushstr(this.handle, part)
    else zmsg.pushmem(this.handle, part)
  }

  /**
   * Puts a frame behind all others. Takes a {@link Frame}; copies content.
   *
   * C: `zmsg_append`
   * @throws TypeError, {@link CzmqError} As {@link push}.
   */
  append(part: Part): void {
    if (part instanceof Frame) zmsg.append(this.handle, part.handle)
    else if (typeof part === 'string') zmsg.addstr(this.handle, part)
    else zmsg.addmem(this.handle, part)
  }

  /** Takes the first frame out; `null` when there is none. Fresh. C: `zmsg_pop` */
  pop(): Frame | null {
    const frame = zmsg.pop(this.handle)
    return frame && new Frame(frame)
  }

  /** Takes a frame of this message out of it; `null` when it is not one. Fresh. C: `zmsg_remove` */
  remove(frame: Frame): Frame | null {
    if (!(frame instanceof Frame)) throw invalidType('frame', 'a Frame', frame)
    return zmsg.remove(this.handle, frame.handle) && frame
  }

  /** A copy. Fresh. C: `zmsg_dup` */
  dup(): Message {
    return new Message(zmsg.dup(this.handle))
  }

  /** Whether another message has the same frames. C: `zmsg_eq` */
  equals(other: Message): boolean {
    if (!(other instanceof Message)) throw invalidType('other', 'a Message', other)
    return zmsg.eq(this.handle, other.handle)
  }

  /** Destroys it and its frames; again, and after it was sent, it does nothing. */
  destroy(): void {
    zmsg.destroy(this.handle)
  }

  /** {@link destroy}, for `using`. */
  [Symbol.dispose](): void {
    this.destroy()
  }
}

function isIterable(value: unknown): value is Iterable<unknown> {
  return typeof value === 'object' && value !== null && Symbol.iterator in value
}

/** The next message; what the socket had taken already comes first. */
function takeFrom({ core, receiver }: Internals): Zmsg | undefined {
  if (receiver.hasMessage) return messageOf(receiver.take() ?? [])
  const message = zmsg.recvNowait(core.handle) ?? undefined
  core.touched(receiver)
  return message
}
