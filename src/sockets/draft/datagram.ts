import { endpoint } from '../../arguments.ts'
import { CzmqError, invalidType, invalidValue } from '../../errors.ts'
import { IPV6 } from '../../raw/generated/constants.ts'
import { readInteger } from '../../raw/socket-option-access.ts'
import type { Zsocket } from '../../socket-kinds.ts'
import { receiving, sending } from '../options/directions.ts'
import { defineOptions, open } from '../options.ts'
import { type Message, type Readable, readable } from '../readable.ts'
import { internals, Socket } from '../socket.ts'
import type { SocketOptions } from '../types.ts'
import type { WaitOptions } from '../waiting.ts'
import { type MessageLike, type Writable, writable } from '../writable.ts'
import { available } from './available.ts'
import { peerAddress, udpEndpoint } from './udp.ts'

type Datagrams = [address: MessageLike, data: MessageLike]

/**
 * Talks to UDP peers: what is sent and received is an address and data, up to 8192 bytes. It is bound, and never
 * connected. Over IPv4, because libzmq ends the process when it receives IPv6 datagrams. Draft.
 *
 * @example
 * ```ts
 * const datagram = new Datagram()
 * await datagram.bind('udp://127.0.0.1:*')
 * for await (const [address, data] of datagram) await datagram.send([address, data])
 * ```
 */
export class Datagram extends Socket {
  /**
   * A socket that is not bound; `options` are set at once.
   *
   * @throws {@link CzmqError} `ERR_CZMQ_SYMBOL` when the loaded library has no drafts.
   */
  constructor(options?: SocketOptions<Datagram>) {
    super(available('Datagram'), options)
  }

  /**
   * Takes part in what comes to an address, once: `udp://127.0.0.1:5555`; `*` as port takes a free one. The address may
   * be `*`, the name of an interface, or a multicast group, with an interface and `;` before it.
   *
   * @returns The real endpoint.
   * @throws {@link CzmqError} `EADDRINUSE`, `EADDRNOTAVAIL`, `ENODEV`, `EACCES`, `EBUSY` when it is bound already,
   *   `ENOTSUP` when {@link ipv6} is set, `EBADF` when the socket is closed.
   */
  override bindSync(address: string): string {
    const checked = endpoint('address', address)
    const pointer = open(this)
    if (internals(this).endpoints > 0)
      throw new CzmqError('EBUSY', 'The Datagram is bound already', { address })
    if (readInteger(pointer, IPV6) !== 0)
      throw new CzmqError('ENOTSUP', 'libzmq ends the process when it receives IPv6 datagrams', { address })
    const real = udpEndpoint(checked)
    super.bindSync(real)
    return real
  }

  /**
   * Not possible: the address of the peer goes with each message.
   *
   * @throws {@link CzmqError} `ENOTSUP`
   */
  override connect(address: string): void {
    endpoint('address', address)
    throw new CzmqError('ENOTSUP', 'A Datagram is bound, and each message has an address', { address })
  }

  /**
   * Not to be had, because libzmq ends the process over what the namespaces could send.
   *
   * @throws {@link CzmqError} `ENOTSUP`
   */
  override get handle(): Zsocket {
    throw new CzmqError('ENOTSUP', 'The handle of a Datagram cannot be used by the namespaces')
  }
}
export interface Datagram extends Readable<[Message, Message]>, Writable<[MessageLike, MessageLike]> {}

function checked(message: unknown): Datagrams {
  if (!Array.isArray(message)) throw invalidType('message', 'an address and data', message)
  if (message.length !== 2)
    throw invalidValue('message', `must be an address and data, not ${message.length} frames`)
  return [peerAddress('message[0]', message[0]), message[1] as MessageLike]
}

async function send(this: Socket, message: Datagrams, options?: WaitOptions): Promise<void> {
  await writable.send.call(this, checked(message), options)
}

async function sendMany(
  this: Socket,
  messages: Iterable<Datagrams> | AsyncIterable<Datagrams>,
  options?: WaitOptions,
): Promise<void> {
  for await (const message of messages) await send.call(this, message, options)
}

async function sendJson(
  this: Socket,
  value: unknown,
  options?: WaitOptions & { frames?: MessageLike[] },
): Promise<void> {
  const [address] = checked([...(options?.frames ?? []), ''])
  await writable.sendJson.call(this, value, { ...options, frames: [address] })
}

function trySend(this: Socket, message: Datagrams): boolean {
  return writable.trySend.call(this, checked(message))
}

Object.assign(Datagram.prototype, readable, { send, sendMany, sendJson, trySend })
defineOptions(Datagram.prototype, ...receiving, ...sending)
