import { type Readable, readable } from '../readable.ts'
import type { ReceivedMessage } from '../receiver.ts'
import type { MessageLike } from '../sender.ts'
import type { Socket } from '../socket.ts'
import type { WaitOptions } from '../waiting.ts'
import { type Writable, writable } from '../writable.ts'

/**
 * Sending and receiving where a message has a label: to the program it is an option and an object behind the frame, to
 * the socket a frame before or behind it.
 */

/** What a socket has that receives labelled messages. Memory of the caller and JSON have no room for the label. */
export type LabelledReadable<M extends object[]> = Omit<Readable<M>, 'receiveInto' | 'receiveJson'>

/** What a socket has that sends labelled messages. */
export type LabelledWritable<O extends object> = Writable<MessageLike, [O]>

type Labelled<O> = (WaitOptions & O) | undefined

/** The prototypes' part of {@link LabelledReadable}; `read` makes what the program gets of the label. */
export function labelledReadable<L extends object>(read: (label: Buffer) => L) {
  type M = [Buffer, L]
  const told = ([content, label]: ReceivedMessage): M => [content as Buffer, read(label as Buffer)]
  return {
    receive(this: Socket, options?: WaitOptions): Promise<M> {
      return readable.receive.call(this, options).then(told)
    },
    tryReceive(this: Socket): M | null {
      const message = readable.tryReceive.call(this)
      return message && told(message)
    },
    async receiveMany(this: Socket, most: number, options?: WaitOptions): Promise<M[]> {
      return (await readable.receiveMany.call(this, most, options)).map(told)
    },
    async *batches(this: Socket, most?: number): AsyncGenerator<M[], undefined, undefined> {
      for await (const batch of readable.batches.call(this, most)) yield batch.map(told)
    },
    [Symbol.asyncIterator](this: Socket) {
      return new Told(readable[Symbol.asyncIterator].call(this), told)
    },
  }
}

class Told<M> implements AsyncIterableIterator<M, undefined> {
  readonly #messages: AsyncIterator<ReceivedMessage, undefined>
  readonly #told: (message: ReceivedMessage) => M

  constructor(messages: AsyncIterator<ReceivedMessage, undefined>, told: (message: ReceivedMessage) => M) {
    this.#messages = messages
    this.#told = told
  }

  async next(): Promise<IteratorResult<M, undefined>> {
    const { value, done } = await this.#messages.next()
    return done || value === undefined ? END : { value: this.#told(value), done: false }
  }

  async return(): Promise<IteratorReturnResult<undefined>> {
    return END
  }

  [Symbol.asyncIterator](): this {
    return this
  }
}

const END: IteratorReturnResult<undefined> = { value: undefined, done: true }

/**
 * The prototypes' part of {@link LabelledWritable}; `write` makes the label of the options, where it is called `name`, or
 * throws.
 */
export function labelledWritable<O>(name: keyof O & string, write: (options: Labelled<O>) => Uint8Array) {
  async function send(this: Socket, message: MessageLike, options?: Labelled<O>): Promise<void> {
    await writable.send.call(this, [write(options), message], without(name, options))
  }
  return {
    send,
    trySend(this: Socket, message: MessageLike, options?: Labelled<O>): boolean {
      return writable.trySend.call(this, [write(options), message])
    },
    async sendMany(
      this: Socket,
      messages: Iterable<MessageLike> | AsyncIterable<MessageLike>,
      options?: Labelled<O>,
    ): Promise<void> {
      for await (const message of messages) await send.call(this, message, options)
    },
    async sendJson(this: Socket, value: unknown, options?: Labelled<O>): Promise<void> {
      await writable.sendJson.call(this, value, { ...without(name, options), frames: [write(options)] })
    },
  }
}

/** The options that every call has. */
function without<O>(label: keyof O & string, options: Labelled<O>): WaitOptions {
  const { [label]: _, ...others } = { ...options } as Record<string, unknown>
  return others
}
