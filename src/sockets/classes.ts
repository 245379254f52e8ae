/** The classes of sockets. */
export { Pair, Pull, Push } from './classes/pipeline.ts'
export { Publisher, Subscriber, XPublisher, XSubscriber } from './classes/publishing.ts'
export { Reply, Request } from './classes/requests.ts'
export {
  Dealer,
  Router,
  type RouterConnectOptions,
  Stream,
  type StreamConnectOptions,
} from './classes/routing.ts'
