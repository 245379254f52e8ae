import { socketOf } from '../handle.ts'
import { POLLIN } from '../raw/generated/constants.ts'
import type { AnySocket } from '../socket-kinds.ts'
import { type Pollable, type PollRequest, pollitem } from '../zmq/poll.ts'
import type { Zloop } from './kind.ts'
import { handler as checked, reactorOf } from './reactors.ts'
import type { Source } from './sources.ts'

/** What a loop calls when a socket has a message: with the loop and that socket. -1 or `false` ends the loop. */
export type ReaderHandler<Socket extends AnySocket = AnySocket> = (loop: Zloop, reader: Socket) => unknown

/** What a loop calls when something happened to an item; it is in the `revents` of what it gets. -1 or `false` ends the loop. */
export type PollerHandler = (loop: Zloop, item: Pollable) => unknown

/**
 * Calls a handler whenever a socket has a message, which the handler takes. A socket may have several. Keeps the
 * socket, until {@link readerEnd}, or until it is destroyed or the loop ends.
 *
 * C: `zloop_reader`
 * @throws {@link CzmqError} `ERR_CZMQ_SOCKET_TYPE` for a draft socket type that cannot be polled, `ETERM`.
 * @throws RangeError `ERR_OUT_OF_RANGE` for more sockets than the process may open files.
 */
export function reader<Socket extends AnySocket>(
  self: Zloop,
  socket: Socket,
  handler: ReaderHandler<Socket>,
): void {
  const reactor = reactorOf(self)
  const pointer = socketOf(socket, 'socket')
  const call = checked(handler)
  reactor.sources.add({
    ...fresh,
    socket,
    isReader: true,
    item: { socket: pointer, fd: 0, events: POLLIN, revents: 0 },
    call: () => call(self, socket),
  })
  reactor.log('register reader')
}

const fresh = { tolerant: false, errors: 0, ended: false }

/**
 * Calls the handlers of this socket no more. A socket without any is left as it is.
 *
 * C: `zloop_reader_end`
 */
export function readerEnd(self: Zloop, socket: AnySocket): void {
  const reactor = reactorOf(self)
  reactor.sources.end(isReader(socket))
  reactor.log('cancel reader')
}

/**
 * Keeps the readers of a socket in the loop although the system reports errors of it.
 *
 * C: `zloop_reader_set_tolerant`
 */
export function readerSetTolerant(self: Zloop, socket: AnySocket): void {
  const { sources } = reactorOf(self)
  for (const each of sources.filter(isReader(socket))) each.tolerant = true
}

function isReader(socket: AnySocket): (source: Source) => boolean {
  const pointer = socketOf(socket, 'socket')
  return (source) => source.isReader && source.item.socket === pointer
}

/**
 * Calls a handler whenever something happens to an item: a socket, or a file descriptor. A descriptor of which the
 * system reports errors twice in a row is polled no more, unless {@link pollerSetTolerant} was called. Keeps the item's
 * socket, until {@link pollerEnd}, or until it is destroyed or the loop ends.
 *
 * C: `zloop_poller`
 * @param item - From `zmq.pollitem`. Later changes of it have no effect.
 * @throws {@link CzmqError} `ERR_CZMQ_SOCKET_TYPE` for a draft socket type that cannot be polled, `ETERM`.
 * @throws RangeError `ERR_OUT_OF_RANGE` for more items than the process may open files.
 */
export function poller(self: Zloop, item: Pollable, handler: PollerHandler): void {
  const reactor = reactorOf(self)
  const { socket, fd, events } = pollitem(item as PollRequest)
  const call = checked(handler)
  reactor.sources.add({
    ...fresh,
    socket,
    isReader: false,
    item: { socket: socket && socketOf(socket, 'item.socket'), fd, events, revents: 0 },
    call: (revents) => call(self, { socket, fd, events, revents }),
  })
  reactor.log('register poller')
}

/**
 * Calls the handlers of this item's socket or descriptor no more. An item without any is left as it is.
 *
 * C: `zloop_poller_end`
 */
export function pollerEnd(self: Zloop, item: Pollable): void {
  const reactor = reactorOf(self)
  reactor.sources.end(isPoller(item))
  reactor.log('cancel poller')
}

/**
 * Keeps the pollers of an item's socket or descriptor in the loop although the system reports errors of it.
 *
 * C: `zloop_poller_set_tolerant`
 */
export function pollerSetTolerant(self: Zloop, item: Pollable): void {
  const { sources } = reactorOf(self)
  for (const each of sources.filter(isPoller(item))) each.tolerant = true
}

function isPoller(item: Pollable): (source: Source) => boolean {
  const { socket, fd } = pollitem(item as PollRequest)
  const pointer = socket && socketOf(socket, 'item.socket')
  return ({ isReader, item }) => !isReader && item.socket === pointer && (pointer !== null || item.fd === fd)
}
