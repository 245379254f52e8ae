import { type Channel, channel } from 'node:diagnostics_channel'
import type { CzmqError } from '../errors.ts'
import type { Socket } from './socket.ts'

/**
 * Channels of `node:diagnostics_channel`, for programs that watch what sockets do. What is told is told in a microtask
 * of its own: a subscriber may do anything with the socket, and it never runs while the socket is at work.
 */

/** What is told on `czmq:socket:create` and `czmq:socket:close`, and on the other channels besides their own. */
export interface SocketTrace {
  /** The socket; `null` when it was closed because nobody referred to it any more. */
  readonly socket: Socket | null
  /** Its number in this thread, which no other socket gets. */
  readonly id: number
  /** The name of its type: `'Push'`, … */
  readonly type: string
}

/** What is told on `czmq:socket:connect`, `czmq:socket:unbind` and `czmq:socket:disconnect`. */
export interface AddressTrace extends SocketTrace {
  /** As the program gave it. */
  readonly address: string
}

/** What is told on `czmq:socket:bind`. */
export interface BindTrace extends AddressTrace {
  /** The real endpoint: `'tcp://127.0.0.1:49152'`. */
  readonly endpoint: string
}

/** What is told on `czmq:socket:send`. */
export interface SendTrace extends SocketTrace {
  /** Its frames: copies. A draft socket has its routing id or group among them. */
  readonly message: readonly (Uint8Array | string)[]
}

/** What is told on `czmq:socket:receive`. */
export interface ReceiveTrace extends SocketTrace {
  /** Its frames, the same that the program gets. A draft socket has its routing id or group among them. */
  readonly message: readonly Uint8Array[]
}

/** What is told on `czmq:socket:error`. */
export interface ErrorTrace extends SocketTrace {
  /** What the program gets; its `syscall` says what failed. */
  readonly error: CzmqError
}

/**
 * What each channel tells. A message counts as sent when libzmq has accepted it, and as received when the program gets it;
 * messages that a {@link Proxy} passes are neither. Errors are those that libzmq answers: not misuse, and not that a time is
 * over or a signal came.
 *
 * @example
 * ```ts
 * import { subscribe } from 'node:diagnostics_channel'
 *
 * subscribe('czmq:socket:send', (trace) => {
 *   const { type, id, message } = trace as SocketChannels['czmq:socket:send']
 *   console.log(`${type} ${id} has sent ${message.length} frames`)
 * })
 * ```
 */
export interface SocketChannels {
  /** A socket was made. */
  'czmq:socket:create': SocketTrace
  /** A socket was closed, or the object of the namespaces inside it was destroyed; not at the end of the process. */
  'czmq:socket:close': SocketTrace
  /** A socket was bound. */
  'czmq:socket:bind': BindTrace
  /** A socket is bound no more. */
  'czmq:socket:unbind': AddressTrace
  /** A socket was told to connect; whether it has, {@link Socket.events} tells. */
  'czmq:socket:connect': AddressTrace
  /** A socket was told not to be connected any more. */
  'czmq:socket:disconnect': AddressTrace
  /** A message was sent. */
  'czmq:socket:send': SendTrace
  /** A message was received. */
  'czmq:socket:receive': ReceiveTrace
  /** libzmq has refused what a program asked of a socket. */
  'czmq:socket:error': ErrorTrace
}

/** Which socket it is that something is told of. */
export type Identity = Pick<SocketTrace, 'id' | 'type'>

type ShortNames = {
  [Name in keyof SocketChannels as Name extends `czmq:socket:${infer Short}` ? Short : never]: Name
}

/** The name of a channel without what they begin with. */
export type ChannelName = keyof ShortNames

/** What a channel tells besides which socket it is. */
export type Details<Name extends ChannelName> = Omit<SocketChannels[ShortNames[Name]], keyof SocketTrace>

/** They are asked for `hasSubscribers` wherever there may be something to tell: a load and a comparison. */
export const channels: Readonly<Record<ChannelName, Channel>> = {
  create: channel('czmq:socket:create'),
  close: channel('czmq:socket:close'),
  bind: channel('czmq:socket:bind'),
  unbind: channel('czmq:socket:unbind'),
  connect: channel('czmq:socket:connect'),
  disconnect: channel('czmq:socket:disconnect'),
  send: channel('czmq:socket:send'),
  receive: channel('czmq:socket:receive'),
  error: channel('czmq:socket:error'),
}

let made = 0

/** The number of the next socket. */
export function nextId(): number {
  made += 1
  return made
}
