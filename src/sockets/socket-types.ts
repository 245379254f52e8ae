/** The socket types of libzmq. */
export const SocketType = {
  Pair: 0,
  Publisher: 1,
  Subscriber: 2,
  Request: 3,
  Reply: 4,
  Dealer: 5,
  Router: 6,
  Pull: 7,
  Push: 8,
  XPublisher: 9,
  XSubscriber: 10,
  Stream: 11,
  Server: 12,
  Client: 13,
  Radio: 14,
  Dish: 15,
  Gather: 16,
  Scatter: 17,
  Datagram: 18,
  Peer: 19,
  Channel: 20,
} as const

/** The number of a socket type. */
export type SocketType = (typeof SocketType)[keyof typeof SocketType]

/** The name of the class of each type. */
export const typeNames: readonly string[] = Object.keys(SocketType)
