import { type ConcreteClass, setClassOf } from './class-of.ts'
import * as classes from './classes.ts'
import * as draft from './draft.ts'
import { SocketType } from './socket-types.ts'

/** The classes by name. */
export interface SocketClasses {
  /** Of `ZMQ_PAIR` sockets. */
  Pair: typeof classes.Pair
  /** Of `ZMQ_PUB` sockets. */
  Publisher: typeof classes.Publisher
  /** Of `ZMQ_SUB` sockets. */
  Subscriber: typeof classes.Subscriber
  /** Of `ZMQ_REQ` sockets. */
  Request: typeof classes.Request
  /** Of `ZMQ_REP` sockets. */
  Reply: typeof classes.Reply
  /** Of `ZMQ_DEALER` sockets. */
  Dealer: typeof classes.Dealer
  /** Of `ZMQ_ROUTER` sockets. */
  Router: typeof classes.Router
  /** Of `ZMQ_PULL` sockets. */
  Pull: typeof classes.Pull
  /** Of `ZMQ_PUSH` sockets. */
  Push: typeof classes.Push
  /** Of `ZMQ_XPUB` sockets. */
  XPublisher: typeof classes.XPublisher
  /** Of `ZMQ_XSUB` sockets. */
  XSubscriber: typeof classes.XSubscriber
  /** Of `ZMQ_STREAM` sockets. */
  Stream: typeof classes.Stream
  /** Of `ZMQ_SERVER` sockets. */
  Server: typeof draft.Server
  /** Of `ZMQ_CLIENT` sockets. */
  Client: typeof draft.Client
  /** Of `ZMQ_RADIO` sockets. */
  Radio: typeof draft.Radio
  /** Of `ZMQ_DISH` sockets. */
  Dish: typeof draft.Dish
  /** Of `ZMQ_GATHER` sockets. */
  Gather: typeof draft.Gather
  /** Of `ZMQ_SCATTER` sockets. */
  Scatter: typeof draft.Scatter
  /** Of `ZMQ_DGRAM` sockets. */
  Datagram: typeof draft.Datagram
  /** Of `ZMQ_PEER` sockets. */
  Peer: typeof draft.Peer
  /** Of `ZMQ_CHANNEL` sockets. */
  Channel: typeof draft.Channel
}

/** The object that each type of socket makes. */
export type SocketByType = {
  [Name in keyof typeof SocketType as (typeof SocketType)[Name]]: InstanceType<SocketClasses[Name]>
}

const found: Partial<Record<string, ConcreteClass>> = { ...classes, ...draft } satisfies SocketClasses
for (const [name, type] of Object.entries(SocketType)) {
  const socketClass = found[name]
  if (socketClass) setClassOf(type, socketClass)
}
