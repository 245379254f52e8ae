import { endpoint } from '../../arguments.ts'
import { invalidType } from '../../errors.ts'
import { setRoutingId } from '../../socket-options.ts'
import {
  type ConflateOption,
  type ProbeRouterOption,
  type RoutingIdOptions,
  receiving,
  sending,
} from '../options/directions.ts'
import { defineOptions, open } from '../options.ts'
import { type Message, type Readable, readable } from '../readable.ts'
import { internals, Socket } from '../socket.ts'
import { SocketType } from '../socket-types.ts'
import type { SocketOptions } from '../types.ts'
import { type MessageLike, type Writable, writable } from '../writable.ts'

/** Asks and answers without taking turns. */
export class Dealer extends Socket {
  /** A socket that is neither bound nor connected; `options` are set at once. */
  constructor(options?: SocketOptions<Dealer>) {
    super(SocketType.Dealer, options)
  }
}
export interface Dealer extends Readable, Writable, RoutingIdOptions, ProbeRouterOption, ConflateOption {}
Object.assign(Dealer.prototype, readable, writable)
defineOptions(
  Dealer.prototype,
  ...receiving,
  ...sending,
  'routingId',
  'routingIdBytes',
  'probeRouter',
  'conflate',
)

/** How {@link Router.connect} connects. */
export interface RouterConnectOptions {
  /** What the peer is called here: 1 to 255 bytes, not beginning with a zero byte, and each id once. */
  routingId?: string | Uint8Array | undefined
}

/**
 * Puts the id of the peer before each message that it receives, and sends to the peer whose id comes first.
 *
 * @example
 * ```ts
 * const router = new Router({ mandatory: true })
 * for await (const [id, ...frames] of router) await router.send([id, ...frames])
 * ```
 */
export class Router extends Socket {
  /** A socket that is neither bound nor connected; `options` are set at once. */
  constructor(options?: SocketOptions<Router>) {
    super(SocketType.Router, options)
  }

  /**
   * Connects to an address, as {@link Socket.connect}; `options.routingId` names the peer.
   *
   * @throws {@link CzmqError} As {@link Socket.connect}; `EADDRINUSE` when there was a peer of that id.
   */
  override connect(address: string, options?: RouterConnectOptions): void {
    nameNextPeer(this, address, options)
    super.connect(address)
  }
}
export interface Router extends Readable, Writable, RoutingIdOptions, ProbeRouterOption {
  /**
   * Whether sending to an unknown peer fails with `EHOSTUNREACH`, and waits for a full one; `false` (at first) drops
   * the message; at once.
   *
   * C: `ZMQ_ROUTER_MANDATORY`
   */
  mandatory: boolean
  /**
   * Whether a new peer takes the id of one that has it; `false` (at first) refuses it; at once.
   *
   * C: `ZMQ_ROUTER_HANDOVER`
   */
  handover: boolean
  /**
   * Which events are received as an id and an empty frame, a sum: 1 a peer came, 2 it went; 0 at first. Draft.
   *
   * C: `ZMQ_ROUTER_NOTIFY`
   */
  notify: number
}
Object.assign(Router.prototype, readable, writable)
defineOptions(
  Router.prototype,
  ...receiving,
  ...sending,
  'routingId',
  'routingIdBytes',
  'probeRouter',
  'mandatory',
  'handover',
  ['notify', 'routerNotify'],
)

/** How {@link Stream.connect} connects. */
export interface StreamConnectOptions extends RouterConnectOptions {}

/** Talks to TCP peers that do not speak ZMTP: what is sent and received is the id of the connection, and data. */
export class Stream extends Socket {
  /** A socket that is neither bound nor connected; `options` are set at once. */
  constructor(options?: SocketOptions<Stream>) {
    super(SocketType.Stream, options)
  }

  /**
   * Connects to an address, as {@link Socket.connect}; `options.routingId` names the connection.
   *
   * @throws {@link CzmqError} As {@link Socket.connect}; `EADDRINUSE` when there was a connection of that id.
   */
  override connect(address: string, options?: StreamConnectOptions): void {
    nameNextPeer(this, address, options)
    super.connect(address)
  }
}
export interface Stream extends Readable<[Message, Message]>, Writable<[MessageLike, MessageLike]> {
  /**
   * Whether a connection that comes or goes is told by an empty frame; `true` at first.
   *
   * C: `ZMQ_STREAM_NOTIFY`
   */
  notify: boolean
}
Object.assign(Stream.prototype, readable, writable)
defineOptions(Stream.prototype, ...receiving, ...sending, ['notify', 'streamNotify'])

/** The address is checked before, because libzmq keeps the name for whatever it connects to next. */
function nameNextPeer(socket: Router | Stream, address: string, options: RouterConnectOptions = {}): void {
  if (typeof options !== 'object' || options === null) throw invalidType('options', 'an object', options)
  const { routingId } = options
  endpoint('address', address)
  const pointer = open(socket)
  if (routingId !== undefined) setRoutingId(internals(socket).core.handle, pointer, routingId)
}
