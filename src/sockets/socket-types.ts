/** The socket types of libzmq. */
export const SocketType = {
  /** C: `ZMQ_PAIR` */
  Pair: 0,
  /** C: `ZMQ_PUB` */
  Publisher: 1,
  /** C: `ZMQ_SUB` */
  Subscriber: 2,
  /** C: `ZMQ_REQ` */
  Request: 3,
  /** C: `ZMQ_REP` */
  Reply: 4,
  /** C: `ZMQ_DEALER` */
  Dealer: 5,
  /** C: `ZMQ_ROUTER` */
  Router: 6,
  /** C: `ZMQ_PULL` */
  Pull: 7,
  /** C: `ZMQ_PUSH` */
  Push: 8,
  /** C: `ZMQ_XPUB` */
  XPublisher: 9,
  /** C: `ZMQ_XSUB` */
  XSubscriber: 10,
  /** C: `ZMQ_STREAM` */
  Stream: 11,
  /** C: `ZMQ_SERVER`; draft */
  Server: 12,
  /** C: `ZMQ_CLIENT`; draft */
  Client: 13,
  /** C: `ZMQ_RADIO`; draft */
  Radio: 14,
  /** C: `ZMQ_DISH`; draft */
  Dish: 15,
  /** C: `ZMQ_GATHER`; draft */
  Gather: 16,
  /** C: `ZMQ_SCATTER`; draft */
  Scatter: 17,
  /** C: `ZMQ_DGRAM`; draft */
  Datagram: 18,
  /** C: `ZMQ_PEER`; draft */
  Peer: 19,
  /** C: `ZMQ_CHANNEL`; draft */
  Channel: 20,
} as const

/** The number of a socket type. */
export type SocketType = (typeof SocketType)[keyof typeof SocketType]

/** The name of the class of each type. */
export const typeNames: readonly string[] = Object.keys(SocketType)
