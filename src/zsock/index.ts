/**
 * Sockets of CZMQ 4. They live in CZMQ's process-wide context, so that `inproc://` connects all of them, and each
 * belongs to the thread that made it. The constructors know whether their type binds or connects; `@` and `>` before
 * an endpoint say it otherwise.
 *
 * @example
 * ```ts
 * const receiver = zsock.newPull('@tcp://127.0.0.1:*')
 * const sender = zsock.newPush(zsock.endpoint(receiver) ?? '')
 * zsock.send(sender, 'si', 'answer', 42)
 * zsock.recv(receiver, 'si') // ['answer', 42]
 * zsock.destroy(sender)
 * zsock.destroy(receiver)
 * ```
 */
export type { Socket, Zsock } from '../socket-kinds.ts'
export {
  create as new,
  destroy,
  newDealer,
  newPair,
  newPub,
  newPull,
  newPush,
  newRep,
  newReq,
  newRouter,
  newStream,
  newSub,
  newXpub,
  newXsub,
  wrap,
} from './create.ts'
export {
  hasIn,
  join,
  leave,
  newClient,
  newDgram,
  newDish,
  newGather,
  newRadio,
  newScatter,
  newServer,
  routingId,
  setRoutingId,
} from './draft.ts'
export { type Attachment, attach, bind, connect, disconnect, endpoint, unbind } from './endpoints.ts'
export { brecv, bsend, recv, send } from './messages.ts'
export type {
  BrecvTypes,
  BrecvValues,
  BsendTypes,
  BsendValues,
  RecvTypes,
  RecvValues,
  SendTypes,
  SendValues,
} from './picture.ts'
export { flush, is, resolve, setUnbounded, signal, typeStr, wait } from './signals.ts'
