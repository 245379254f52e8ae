import { endpoint, integer } from '../../arguments.ts'
import { CzmqError, invalidType } from '../../errors.ts'
import { failure } from '../../failure.ts'
import { C } from '../../raw/index.ts'
import { refuseConnect } from '../../socket-hazards.ts'
import { channels } from '../channels.ts'
import { receiving, sending } from '../options/directions.ts'
import { defineOptions, open } from '../options.ts'
import type { Message } from '../readable.ts'
import { internals, Socket } from '../socket.ts'
import type { SocketOptions } from '../types.ts'
import { available } from './available.ts'
import { type LabelledReadable, type LabelledWritable, labelledReadable, labelledWritable } from './labels.ts'

/** The draft types that know each peer by a number. */

/** Which peer a message is from or for. */
export interface ServerRoutingOptions {
  /** The number of the peer, from 1 to 4294967295; it is another one when the peer connects again. */
  routingId: number
}

const HIGHEST_ID = 2 ** 32 - 1

function read(label: Buffer): ServerRoutingOptions {
  return { routingId: label.readUInt32LE() }
}

function write(options: ServerRoutingOptions | undefined): Uint8Array {
  if (typeof options !== 'object' || options === null)
    throw invalidType('options', 'an object with a routingId', options)
  const label = Buffer.alloc(4)
  label.writeUInt32LE(integer('options.routingId', options.routingId, 1, HIGHEST_ID))
  return label
}

/**
 * Answers clients by the number that each has. A message for a number that no client has, or not any more, is refused
 * with `EHOSTUNREACH`. Draft.
 *
 * @example
 * ```ts
 * const server = new Server()
 * await server.bind('tcp://127.0.0.1:*')
 * for await (const [question, { routingId }] of server) await server.send('answer', { routingId })
 * ```
 */
export class Server extends Socket {
  /**
   * A socket that is neither bound nor connected; `options` are set at once.
   *
   * @throws {@link CzmqError} `ERR_CZMQ_SYMBOL` when the loaded library has no drafts.
   */
  constructor(options?: SocketOptions<Server>) {
    super(available('Server'), options)
  }
}
export interface Server
  extends LabelledReadable<[Message, ServerRoutingOptions]>,
    LabelledWritable<ServerRoutingOptions> {}
Object.assign(Server.prototype, labelledReadable(read), labelledWritable('routingId', write))
defineOptions(Server.prototype, ...receiving, ...sending)

/** Talks to peers of its kind by the number that each has, as {@link Server} does. Draft. */
export class Peer extends Socket {
  /**
   * A socket that is neither bound nor connected; `options` are set at once.
   *
   * @throws {@link CzmqError} `ERR_CZMQ_SYMBOL` when the loaded library has no drafts.
   */
  constructor(options?: SocketOptions<Peer>) {
    super(available('Peer'), options)
  }

  /**
   * Connects to an address, as {@link Socket.connect}.
   *
   * C: `zmq_connect_peer`
   * @returns The number of the peer, at once.
   * @throws {@link CzmqError} As {@link Socket.connect}; `ENOTSUP` when {@link immediate} is set, because then there is
   *   no number yet.
   */
  override connect(address: string): number {
    const checked = endpoint('address', address)
    const pointer = open(this)
    refuseConnect(pointer, checked)
    if (this.immediate)
      throw new CzmqError('ENOTSUP', 'A Peer with `immediate` has no number when it connects')
    const routingId = C.zmq_connect_peer(pointer, checked)
    const parts = internals(this)
    if (routingId === 0) throw parts.core.failed(failure('zmq_connect_peer', { address: checked }))
    parts.endpoints++
    parts.core.kick()
    if (channels.connect.hasSubscribers) parts.core.tell('connect', { address: checked })
    return routingId
  }
}
export interface Peer
  extends LabelledReadable<[Message, ServerRoutingOptions]>,
    LabelledWritable<ServerRoutingOptions> {}
Object.assign(Peer.prototype, labelledReadable(read), labelledWritable('routingId', write))
defineOptions(Peer.prototype, ...receiving, ...sending)
