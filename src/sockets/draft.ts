import { CzmqError } from '../errors.ts'
import { C } from '../raw/index.ts'
import type { ConflateOption } from './options/directions.ts'
import type { Message, Readable } from './readable.ts'
import { Socket } from './socket.ts'
import type { SocketType } from './socket-types.ts'
import type { SocketOptions } from './types.ts'
import type { MessageLike, Writable } from './writable.ts'

/**
 * The types of sockets that are drafts in libzmq. Their classes are here so that a program which names them compiles
 * and is told what it lacks; none can be made yet. A libzmq without drafts makes such sockets all the same, but ends the
 * process when a Gather and a Scatter shake hands or a Datagram sends one frame. And all but Datagram have no descriptor
 * that the event loop could watch.
 */

/** Refuses to make a socket of a draft type. */
function refuse(name: keyof typeof SocketType): SocketType {
  if (C.zmq_has('draft') === 1) {
    throw new CzmqError('ERR_CZMQ_SYMBOL', `${name} sockets are not supported on the event loop: use zsock`)
  }
  throw new CzmqError(
    'ERR_CZMQ_SYMBOL',
    `${name} is a draft socket type: the loaded libzmq was built without drafts`,
  )
}

/** Which client a message is from or for. */
export interface ServerRoutingOptions {
  /** The number of the client. */
  routingId: number
}

/** Answers clients by the number that each has. Draft. */
export class Server extends Socket {
  /** @throws {@link CzmqError} `ERR_CZMQ_SYMBOL`: none can be made yet. */
  constructor(options?: SocketOptions<Server>) {
    super(refuse('Server'), options)
  }
}
export interface Server
  extends Readable<[Message, ServerRoutingOptions]>,
    Writable<MessageLike, [ServerRoutingOptions]> {}

/** Talks to one or more servers. Draft. */
export class Client extends Socket {
  /** @throws {@link CzmqError} `ERR_CZMQ_SYMBOL`: none can be made yet. */
  constructor(options?: SocketOptions<Client>) {
    super(refuse('Client'), options)
  }
}
export interface Client extends Readable<[Message]>, Writable<MessageLike> {}

/** Which group a message is for. */
export interface RadioGroupOptions {
  /** The name of the group. */
  group: Buffer | string
}

/** Sends to groups. Draft. */
export class Radio extends Socket {
  /** @throws {@link CzmqError} `ERR_CZMQ_SYMBOL`: none can be made yet. */
  constructor(options?: SocketOptions<Radio>) {
    super(refuse('Radio'), options)
  }
}
export interface Radio extends Writable<MessageLike, [RadioGroupOptions]> {}

/** Which group a message was sent to. */
export interface DishGroupOptions {
  /** The name of the group. */
  group: Buffer
}

/** Receives what is sent to the groups that it joined. Draft. */
export class Dish extends Socket {
  /** @throws {@link CzmqError} `ERR_CZMQ_SYMBOL`: none can be made yet. */
  constructor(options?: SocketOptions<Dish>) {
    super(refuse('Dish'), options)
  }
}
export interface Dish extends Readable<[Message, DishGroupOptions]> {
  /** Joins groups. */
  join(...groups: (Buffer | string)[]): void
  /** Leaves groups. */
  leave(...groups: (Buffer | string)[]): void
}

/** Receives from all that scatter. Draft. */
export class Gather extends Socket {
  /** @throws {@link CzmqError} `ERR_CZMQ_SYMBOL`: none can be made yet. */
  constructor(options?: SocketOptions<Gather>) {
    super(refuse('Gather'), options)
  }
}
export interface Gather extends Readable<[Message]>, ConflateOption {}

/** Sends to whoever gathers, in turn. Draft. */
export class Scatter extends Socket {
  /** @throws {@link CzmqError} `ERR_CZMQ_SYMBOL`: none can be made yet. */
  constructor(options?: SocketOptions<Scatter>) {
    super(refuse('Scatter'), options)
  }
}
export interface Scatter extends Writable<MessageLike>, ConflateOption {}

/** Talks to UDP peers: an address and data. Draft. */
export class Datagram extends Socket {
  /** @throws {@link CzmqError} `ERR_CZMQ_SYMBOL`: none can be made yet. */
  constructor(options?: SocketOptions<Datagram>) {
    super(refuse('Datagram'), options)
  }
}
export interface Datagram extends Readable<[Message, Message]>, Writable<[MessageLike, MessageLike]> {}

/** Talks to peers by the number that each has. Draft. */
export class Peer extends Socket {
  /** @throws {@link CzmqError} `ERR_CZMQ_SYMBOL`: none can be made yet. */
  constructor(options?: SocketOptions<Peer>) {
    super(refuse('Peer'), options)
  }
}
export interface Peer
  extends Readable<[Message, ServerRoutingOptions]>,
    Writable<MessageLike, [ServerRoutingOptions]> {}

/** One of two sockets that have only each other. Draft. */
export class Channel extends Socket {
  /** @throws {@link CzmqError} `ERR_CZMQ_SYMBOL`: none can be made yet. */
  constructor(options?: SocketOptions<Channel>) {
    super(refuse('Channel'), options)
  }
}
export interface Channel extends Readable<[Message]>, Writable<MessageLike> {}
