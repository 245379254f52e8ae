import { invalidType, invalidValue } from '../errors.ts'
import type { WritableOptions } from './options/directions.ts'
import type { MessageLike } from './sender.ts'
import { internals, type Socket } from './socket.ts'
import { closedError, type WaitOptions } from './waiting.ts'

export type { MessageLike } from './sender.ts'

/** What {@link Writable.send} takes besides the message: {@link WaitOptions}, and what the type of socket needs. */
export type SendOptions<O extends object[]> = O extends [infer Needed]
  ? [options: Needed & WaitOptions]
  : [options?: WaitOptions]

/** What {@link Writable.sendJson} takes besides the value; messages that need an option have no other frames. */
export type JsonOptions<O extends object[]> = O extends [infer Needed]
  ? [options: Needed & WaitOptions]
  : [options?: JsonSendOptions]

/** What {@link Writable.sendJson} can be told. */
export interface JsonSendOptions extends WaitOptions {
  /** Frames before the JSON. */
  frames?: MessageLike[]
}

/** What sockets have that can send. */
export interface Writable<
  M extends MessageLike | MessageLike[] = MessageLike | MessageLike[],
  O extends object[] = [],
> extends WritableOptions {
  /**
   * Sends a message: a frame, or an array of frames. At the high-water mark it waits, behind those that wait already;
   * memory may be reused as soon as the call has returned.
   *
   * @throws {@link CzmqError} (rejects with) `EAGAIN` when the time is over or the socket was closed meanwhile, `EBADF`
   *   when it was before, `EHOSTUNREACH`, `EFSM` when it is not this side's turn, `ETERM`; or with the signal's reason.
   *   Then nothing was sent.
   */
  send(message: M, ...options: SendOptions<O>): Promise<void>
  /**
   * Sends a message if that is possible at once.
   *
   * @returns Whether it was sent.
   * @throws {@link CzmqError} As {@link Writable.send}.
   */
  trySend(message: M, ...options: O): boolean
  /**
   * Sends messages in their order.
   *
   * @returns When all were sent.
   * @throws {@link CzmqError} (rejects) as {@link Writable.send} for the first that was not sent; none after it was.
   */
  sendMany(messages: Iterable<M> | AsyncIterable<M>, ...options: SendOptions<O>): Promise<void>
  /** Sends a value as JSON, in one frame; `frames` go before it. Else as {@link Writable.send}. */
  sendJson(value: unknown, ...options: JsonOptions<O>): Promise<void>
}

function send(this: Socket, message: MessageLike | MessageLike[], options?: WaitOptions): Promise<void> {
  const { core, sender } = internals(this)
  return core.closed ? Promise.reject(closedError()) : sender.send(message, options)
}

function trySend(this: Socket, message: MessageLike | MessageLike[]): boolean {
  const { core, sender } = internals(this)
  if (core.closed) throw closedError()
  return sender.trySend(message)
}

async function sendMany(
  this: Socket,
  messages: Iterable<MessageLike | MessageLike[]> | AsyncIterable<MessageLike | MessageLike[]>,
  options?: WaitOptions,
): Promise<void> {
  if (!isIterable(messages)) throw invalidType('messages', 'an iterable or an async iterable', messages)
  for await (const message of messages) await send.call(this, message, options)
}

function isIterable(value: unknown): boolean {
  if (value === null || value === undefined) return false
  const { [Symbol.asyncIterator]: later, [Symbol.iterator]: now } = value as Partial<
    AsyncIterable<unknown> & Iterable<unknown>
  >
  return typeof (later ?? now) === 'function'
}

/** What V8 says. */
const TOO_LONG = 'Invalid string length'

function jsonOf(value: unknown): string {
  try {
    const text = JSON.stringify(value) as string | undefined
    if (text !== undefined) return text
  } catch (error) {
    // A circle, a bigint, or more than a string can hold; what else is thrown comes from the value itself
    const isOurs = error instanceof TypeError || (error instanceof RangeError && error.message === TOO_LONG)
    if (!isOurs || 'code' in error) throw error
    throw Object.assign(invalidValue('value', 'has no JSON'), { cause: error })
  }
  throw invalidValue('value', 'has no JSON')
}

async function sendJson(
  this: Socket,
  value: unknown,
  options: WaitOptions & { frames?: MessageLike[] } = {},
): Promise<void> {
  if (typeof options !== 'object' || options === null) throw invalidType('options', 'an object', options)
  const { frames = [], ...wait } = options
  if (!Array.isArray(frames)) throw invalidType('options.frames', 'an array', frames)
  await send.call(this, [...frames, jsonOf(value)], wait)
}

/** The prototypes' part of {@link Writable}. */
export const writable = { send, trySend, sendMany, sendJson }
