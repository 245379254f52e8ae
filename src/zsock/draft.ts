import { boundedText, integer } from '../arguments.ts'
import { failure } from '../failure.ts'
import * as zmq from '../raw/generated/constants.ts'
import { C, type CFunctions } from '../raw/index.ts'
import type { Zsock } from '../socket-kinds.ts'
import { attached } from './create.ts'
import type { Attachment } from './endpoints.ts'
import { zsockPointer } from './pointer.ts'

/** What CZMQ calls draft: there only where libczmq was built with its draft API, else `ERR_CZMQ_SYMBOL`. */

function draft(
  name: keyof CFunctions,
  type: number,
  endpoints: string | undefined,
  otherwise: Attachment,
): Zsock {
  void C[name]
  return attached(type, endpoints, otherwise)
}

/**
 * A new SERVER socket, attached to endpoints; those without `@` or `>` are bound. Fresh. Draft.
 *
 * C: `zsock_new_server`
 * @throws {@link CzmqError} `ERR_CZMQ_SYMBOL`; else as `newPub`.
 */
export function newServer(endpoints?: string): Zsock {
  return draft('zsock_new_server', zmq.SERVER, endpoints, 'bind')
}

/**
 * A new CLIENT socket, attached to endpoints; those without `@` or `>` are connected. Fresh. Draft.
 *
 * C: `zsock_new_client`
 * @throws As {@link newServer}.
 */
export function newClient(endpoints?: string): Zsock {
  return draft('zsock_new_client', zmq.CLIENT, endpoints, 'connect')
}

/**
 * A new RADIO socket, attached to endpoints; those without `@` or `>` are bound. Fresh. Draft.
 *
 * C: `zsock_new_radio`
 * @throws As {@link newServer}.
 */
export function newRadio(endpoints?: string): Zsock {
  return draft('zsock_new_radio', zmq.RADIO, endpoints, 'bind')
}

/**
 * A new DISH socket, attached to endpoints; those without `@` or `>` are connected. Fresh. Draft.
 *
 * C: `zsock_new_dish`
 * @throws As {@link newServer}.
 */
export function newDish(endpoints?: string): Zsock {
  return draft('zsock_new_dish', zmq.DISH, endpoints, 'connect')
}

/**
 * A new GATHER socket, attached to endpoints; those without `@` or `>` are bound. Fresh. Draft.
 *
 * C: `zsock_new_gather`
 * @throws As {@link newServer}.
 */
export function newGather(endpoints?: string): Zsock {
  return draft('zsock_new_gather', zmq.GATHER, endpoints, 'bind')
}

/**
 * A new SCATTER socket, attached to endpoints; those without `@` or `>` are connected. Fresh. Draft.
 *
 * C: `zsock_new_scatter`
 * @throws As {@link newServer}.
 */
export function newScatter(endpoints?: string): Zsock {
  return draft('zsock_new_scatter', zmq.SCATTER, endpoints, 'connect')
}

/**
 * A new DGRAM socket, attached to `udp://` endpoints; those without `@` or `>` are bound. Fresh. Draft.
 *
 * C: `zsock_new_dgram`
 * @throws As {@link newServer}.
 */
export function newDgram(endpoints?: string): Zsock {
  return draft('zsock_new_dgram', zmq.DGRAM, endpoints, 'bind')
}

/**
 * Joins a group on a DISH socket: it receives what RADIO sockets send to it. Draft.
 *
 * C: `zsock_join`
 * @param group - 1 to 255 bytes of UTF-8; before libzmq 4.3.5 1 to 15.
 * @throws {@link CzmqError} `ERR_CZMQ_SYMBOL`, `ENOTSUP` for other types of sockets, `EINVAL`.
 */
export function join(self: Zsock, group: string): void {
  const pointer = zsockPointer(self)
  const checked = boundedText('group', group, 255)
  if (C.zsock_join(pointer, checked) === -1) throw failure('zsock_join')
}

/**
 * Leaves a group on a DISH socket. Draft.
 *
 * C: `zsock_leave`
 * @throws As {@link join}.
 */
export function leave(self: Zsock, group: string): void {
  const pointer = zsockPointer(self)
  const checked = boundedText('group', group, 255)
  if (C.zsock_leave(pointer, checked) === -1) throw failure('zsock_leave')
}

/**
 * Who sent the last message that a SERVER socket received. Draft.
 *
 * C: `zsock_routing_id`
 * @throws {@link CzmqError} `ERR_CZMQ_SYMBOL`.
 */
export function routingId(self: Zsock): number {
  const pointer = zsockPointer(self)
  return C.zsock_routing_id(pointer)
}

/**
 * Who gets the next message that a SERVER socket sends. Draft.
 *
 * C: `zsock_set_routing_id`
 * @param id - 0 to 2³²−1, as {@link routingId} told it.
 * @throws {@link CzmqError} `ERR_CZMQ_SYMBOL`.
 */
export function setRoutingId(self: Zsock, id: number): void {
  const pointer = zsockPointer(self)
  const checked = integer('id', id, 0, 2 ** 32 - 1)
  C.zsock_set_routing_id(pointer, checked)
}

/**
 * Whether a message can be received. Draft; `zpoller` does it with every library.
 *
 * C: `zsock_has_in`
 * @throws {@link CzmqError} `ERR_CZMQ_SYMBOL`.
 */
export function hasIn(self: Zsock): boolean {
  const pointer = zsockPointer(self)
  return C.zsock_has_in(pointer)
}
