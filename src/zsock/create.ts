import { address, bytesOrText, sizeOf } from '../arguments.ts'
import { failure } from '../failure.ts'
import { adopt, borrow, destroyHandle, socketOf } from '../handle.ts'
import * as zmq from '../raw/generated/constants.ts'
import { C } from '../raw/index.ts'
import type { Pointer } from '../raw/types.ts'
import { refuseLongSubscription, socketType } from '../socket-hazards.ts'
import { type Zsock, zsockKind } from '../socket-kinds.ts'
import { type Attachment, attach } from './endpoints.ts'
import { requireRoom } from './room.ts'

/**
 * A new socket in CZMQ's process-wide context. Fresh.
 *
 * C: `zsock_new`
 * @param type - `zmq.PUSH`, `zmq.PULL`, …
 * @throws {@link CzmqError} `EMFILE` when there are as many sockets as may be (`zsys.maxSockets`), or no more file
 *   descriptors, `EAGAIN` when no thread can be started; `ERR_CZMQ_SYMBOL` for a draft
 *   type that the loaded library does not have; `ETERM` when the context is ending.
 */
export function create(type: number): Zsock {
  const checked = socketType('type', type)
  requireRoom(checked)
  return adopt(zsockKind, C.zsock_new(checked))
}

/** A new socket that is attached already, or does not exist. */
export function attached(
  type: number,
  endpoints: string | undefined,
  otherwise: Attachment,
  prepare?: (self: Zsock) => void,
): Zsock {
  const self = create(type)
  try {
    prepare?.(self)
    if (endpoints !== undefined) attach(self, endpoints, otherwise)
    return self
  } catch (error) {
    self.destroy()
    throw error
  }
}

/**
 * A new PUB socket, attached to endpoints as {@link attach} reads them; those without `@` or `>` are bound. Fresh.
 *
 * C: `zsock_new_pub`
 * @throws As {@link create} and {@link attach}; then there is no socket.
 */
export function newPub(endpoints?: string): Zsock {
  return attached(zmq.PUB, endpoints, 'bind')
}

/**
 * A new SUB socket, subscribed and then attached to endpoints; those without `@` or `>` are connected. Fresh.
 *
 * C: `zsock_new_sub`
 * @param subscribe - What messages must begin with; `''` is all of them. Without it there is no subscription yet.
 * @throws As {@link newPub}.
 */
export function newSub(endpoints?: string, subscribe?: string | Uint8Array): Zsock {
  const prefix = subscribe === undefined ? null : bytesOrText('subscribe', subscribe)
  return attached(zmq.SUB, endpoints, 'connect', (self) => {
    if (prefix === null) return
    refuseLongSubscription('subscribe', prefix)
    const rc = C.zmq_setsockopt(socketOf(self, 'self'), zmq.SUBSCRIBE, prefix, sizeOf(prefix))
    if (rc === -1) throw failure('zmq_setsockopt')
  })
}

/**
 * A new REQ socket, attached to endpoints; those without `@` or `>` are connected. Fresh.
 *
 * C: `zsock_new_req`
 * @throws As {@link newPub}.
 */
export function newReq(endpoints?: string): Zsock {
  return attached(zmq.REQ, endpoints, 'connect')
}

/**
 * A new REP socket, attached to endpoints; those without `@` or `>` are bound. Fresh.
 *
 * C: `zsock_new_rep`
 * @throws As {@link newPub}.
 */
export function newRep(endpoints?: string): Zsock {
  return attached(zmq.REP, endpoints, 'bind')
}

/**
 * A new DEALER socket, attached to endpoints; those without `@` or `>` are connected. Fresh.
 *
 * C: `zsock_new_dealer`
 * @throws As {@link newPub}.
 */
export function newDealer(endpoints?: string): Zsock {
  return attached(zmq.DEALER, endpoints, 'connect')
}

/**
 * A new ROUTER socket, attached to endpoints; those without `@` or `>` are bound. Fresh.
 *
 * C: `zsock_new_router`
 * @throws As {@link newPub}.
 */
export function newRouter(endpoints?: string): Zsock {
  return attached(zmq.ROUTER, endpoints, 'bind')
}

/**
 * A new PUSH socket, attached to endpoints; those without `@` or `>` are connected. Fresh.
 *
 * C: `zsock_new_push`
 * @throws As {@link newPub}.
 */
export function newPush(endpoints?: string): Zsock {
  return attached(zmq.PUSH, endpoints, 'connect')
}

/**
 * A new PULL socket, attached to endpoints; those without `@` or `>` are bound. Fresh.
 *
 * C: `zsock_new_pull`
 * @throws As {@link newPub}.
 */
export function newPull(endpoints?: string): Zsock {
  return attached(zmq.PULL, endpoints, 'bind')
}

/**
 * A new XPUB socket, attached to endpoints; those without `@` or `>` are bound. Fresh.
 *
 * C: `zsock_new_xpub`
 * @throws As {@link newPub}.
 */
export function newXpub(endpoints?: string): Zsock {
  return attached(zmq.XPUB, endpoints, 'bind')
}

/**
 * A new XSUB socket, attached to endpoints; those without `@` or `>` are connected. Fresh.
 *
 * C: `zsock_new_xsub`
 * @throws As {@link newPub}.
 */
export function newXsub(endpoints?: string): Zsock {
  return attached(zmq.XSUB, endpoints, 'connect')
}

/**
 * A new PAIR socket, attached to endpoints; those without `@` or `>` are connected. Fresh.
 *
 * C: `zsock_new_pair`
 * @throws As {@link newPub}.
 */
export function newPair(endpoints?: string): Zsock {
  return attached(zmq.PAIR, endpoints, 'connect')
}

/**
 * A new STREAM socket, attached to endpoints; those without `@` or `>` are connected. Fresh.
 *
 * C: `zsock_new_stream`
 * @throws As {@link newPub}.
 */
export function newStream(endpoints?: string): Zsock {
  return attached(zmq.STREAM, endpoints, 'connect')
}

/**
 * Closes a socket. Messages that it has accepted are sent as long as its linger says (by default not at all). Takes
 * the socket; again, it does nothing. Of a socket that was {@link wrap | wrapped} only the handle ends.
 *
 * C: `zsock_destroy`
 */
export function destroy(self: Zsock): void {
  destroyHandle(zsockKind, self, 'self')
}

/**
 * A handle for a `zsock_t` that someone else owns, for example one that C code gave. Destroying the handle does not
 * close the socket. Borrowed: nothing can tell whether the address is right, and a wrong one crashes.
 *
 * @param pointer - A `zsock_t *`; a libzmq socket is for `zsocket.wrap`.
 */
export function wrap(pointer: Pointer): Zsock {
  return borrow(zsockKind, address('pointer', pointer) as Pointer)
}
