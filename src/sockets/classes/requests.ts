import { type ProbeRouterOption, type RoutingIdOptions, receiving, sending } from '../options/directions.ts'
import { defineOptions, limitPrefetch } from '../options.ts'
import { type Readable, readable } from '../readable.ts'
import { Socket } from '../socket.ts'
import { SocketType } from '../socket-types.ts'
import type { SocketOptions } from '../types.ts'
import { type Writable, writable } from '../writable.ts'

/**
 * Asks, and waits for the reply.
 *
 * @example
 * ```ts
 * const reply = new Reply()
 * const request = new Request()
 * request.connect(await reply.bind('tcp://127.0.0.1:*'))
 * await request.send('question')
 * const [question] = await reply.receive()
 * await reply.send('answer')
 * const [answer] = await request.receive()
 * ```
 */
export class Request extends Socket {
  /** A socket that is neither bound nor connected; `options` are set at once. */
  constructor(options?: SocketOptions<Request>) {
    super(SocketType.Request, options)
    limitPrefetch(this)
  }
}
export interface Request extends Readable, Writable, RoutingIdOptions, ProbeRouterOption {
  /**
   * Whether replies carry the number of their request, so that a late one is dropped; `false` at first; at once.
   *
   * C: `ZMQ_REQ_CORRELATE`
   */
  correlate: boolean
  /**
   * Whether a new request may be sent before the reply came; `false` at first; at once.
   *
   * C: `ZMQ_REQ_RELAXED`
   */
  relaxed: boolean
}
Object.assign(Request.prototype, readable, writable)
defineOptions(
  Request.prototype,
  ...receiving,
  ...sending,
  'routingId',
  'routingIdBytes',
  'probeRouter',
  'correlate',
  'relaxed',
)

/** Answers requests, one after the other. */
export class Reply extends Socket {
  /** A socket that is neither bound nor connected; `options` are set at once. */
  constructor(options?: SocketOptions<Reply>) {
    super(SocketType.Reply, options)
    limitPrefetch(this)
  }
}
export interface Reply extends Readable, Writable, RoutingIdOptions {}
Object.assign(Reply.prototype, readable, writable)
defineOptions(Reply.prototype, ...receiving, ...sending, 'routingId', 'routingIdBytes')
