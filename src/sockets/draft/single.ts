import type { ConflateOption } from '../options/directions.ts'
import { receiving, sending } from '../options/directions.ts'
import { defineOptions } from '../options.ts'
import { type Message, type Readable, readable } from '../readable.ts'
import { Socket } from '../socket.ts'
import type { SocketOptions } from '../types.ts'
import { type MessageLike, type Writable, writable } from '../writable.ts'
import { available } from './available.ts'

/** The draft types whose messages are one frame, and nothing else. */

/** Talks to one or more {@link Server} sockets, in turn, and receives from all of them. Draft. */
export class Client extends Socket {
  /**
   * A socket that is neither bound nor connected; `options` are set at once.
   *
   * @throws {@link CzmqError} `ERR_CZMQ_SYMBOL` when the loaded library has no drafts.
   */
  constructor(options?: SocketOptions<Client>) {
    super(available('Client'), options)
  }
}
export interface Client extends Readable<[Message]>, Writable<MessageLike> {}
Object.assign(Client.prototype, readable, writable)
defineOptions(Client.prototype, ...receiving, ...sending)

/** Receives from all that scatter, each in its turn. Draft. */
export class Gather extends Socket {
  /**
   * A socket that is neither bound nor connected; `options` are set at once.
   *
   * @throws {@link CzmqError} `ERR_CZMQ_SYMBOL` when the loaded library has no drafts.
   */
  constructor(options?: SocketOptions<Gather>) {
    super(available('Gather'), options)
  }
}
export interface Gather extends Readable<[Message]>, ConflateOption {}
Object.assign(Gather.prototype, readable)
defineOptions(Gather.prototype, ...receiving, 'conflate')

/** Sends to whoever gathers, in turn. It waits while nobody does. Draft. */
export class Scatter extends Socket {
  /**
   * A socket that is neither bound nor connected; `options` are set at once.
   *
   * @throws {@link CzmqError} `ERR_CZMQ_SYMBOL` when the loaded library has no drafts.
   */
  constructor(options?: SocketOptions<Scatter>) {
    super(available('Scatter'), options)
  }
}
export interface Scatter extends Writable<MessageLike>, ConflateOption {}
Object.assign(Scatter.prototype, writable)
defineOptions(Scatter.prototype, ...sending, 'conflate')

/** One of two sockets that have only each other. Draft. */
export class Channel extends Socket {
  /**
   * A socket that is neither bound nor connected; `options` are set at once.
   *
   * @throws {@link CzmqError} `ERR_CZMQ_SYMBOL` when the loaded library has no drafts.
   */
  constructor(options?: SocketOptions<Channel>) {
    super(available('Channel'), options)
  }
}
export interface Channel extends Readable<[Message]>, Writable<MessageLike> {}
Object.assign(Channel.prototype, readable, writable)
defineOptions(Channel.prototype, ...receiving, ...sending)
