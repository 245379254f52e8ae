import type { ConflateOption } from '../options/directions.ts'
import { receiving, sending } from '../options/directions.ts'
import { defineOptions } from '../options.ts'
import { type Readable, readable } from '../readable.ts'
import { Socket } from '../socket.ts'
import { SocketType } from '../socket-types.ts'
import type { SocketOptions } from '../types.ts'
import { type Writable, writable } from '../writable.ts'

/**
 * A socket of a pipeline that sends to whoever pulls, in turn. It waits while nobody does.
 *
 * @example
 * ```ts
 * const push = new Push({ sendHighWaterMark: 10 })
 * const endpoint = await push.bind('tcp://127.0.0.1:*')
 * const pull = new Pull()
 * pull.connect(endpoint)
 * await push.send(['name', 'content'])
 * const [name, content] = await pull.receive()
 * ```
 */
export class Push extends Socket {
  /** A socket that is neither bound nor connected; `options` are set at once. */
  constructor(options?: SocketOptions<Push>) {
    super(SocketType.Push, options)
  }
}
export interface Push extends Writable, ConflateOption {}
Object.assign(Push.prototype, writable)
defineOptions(Push.prototype, ...sending, 'conflate')

/** A socket of a pipeline that receives from all that push, each in its turn. */
export class Pull extends Socket {
  /** A socket that is neither bound nor connected; `options` are set at once. */
  constructor(options?: SocketOptions<Pull>) {
    super(SocketType.Pull, options)
  }
}
export interface Pull extends Readable, ConflateOption {}
Object.assign(Pull.prototype, readable)
defineOptions(Pull.prototype, ...receiving, 'conflate')

/** One of two sockets that have only each other. */
export class Pair extends Socket {
  /** A socket that is neither bound nor connected; `options` are set at once. */
  constructor(options?: SocketOptions<Pair>) {
    super(SocketType.Pair, options)
  }
}
export interface Pair extends Readable, Writable {}
Object.assign(Pair.prototype, readable, writable)
defineOptions(Pair.prototype, ...receiving, ...sending)
