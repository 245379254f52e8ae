/**
 * The types of CZMQ as objects: messages, frames and the reactor.
 *
 * @example
 * ```ts
 * using message = new types.Message(['topic', Buffer.from([1, 2, 3])])
 * await message.send(push)
 * ```
 */
export { Frame } from './frame.ts'
export { type Handler, Loop, type LoopEntry } from './loop.ts'
export { Message, type Part } from './message.ts'
