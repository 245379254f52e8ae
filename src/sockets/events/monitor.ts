import { CzmqError, invalidValue } from '../../errors.ts'
import { failure } from '../../failure.ts'
import { isHandle, onDestroy, socketOf } from '../../handle.ts'
import { PAIR } from '../../raw/generated/constants.ts'
import { C } from '../../raw/index.ts'
import type { Zsocket } from '../../socket-kinds.ts'
import { type Zctx, zctxKind } from '../../zctx/kind.ts'
import { connect, new as create, setLinger, setRcvhwm } from '../../zsocket/index.ts'

/** Which socket receives the events of a socket; libzmq sends them to one only. */
const monitors = new WeakMap<Zsocket, Zsocket>()

/**
 * Has libzmq tell what happens to a socket: to a new PAIR socket, with a frame that {@link decodeEvent} understands
 * and one with an endpoint. libzmq sends events by blocking calls on its own threads and on the socket's, so nothing
 * may limit them: the PAIR takes any number, and whenever it is closed the socket is told first to send no more.
 */
export function monitor(socket: Zsocket): Zsocket {
  if (socket.destroyed) throw new CzmqError('EBADF', 'EBADF: the socket is closed', { errno: 9 })
  const pair = create(contextOf(socket), PAIR)
  try {
    start(socket, pair)
  } catch (error) {
    pair.destroy()
    throw error
  }
  monitors.set(socket, pair)
  onDestroy(pair, () => stopMonitor(socket, pair))
  return pair
}

function contextOf(socket: Zsocket): Zctx {
  const { owner } = socket
  if (!isHandle(zctxKind, owner)) throw invalidValue('socket', 'has a context that is not known')
  return owner
}

/** Connecting first leaves no time in which an event has nowhere to go. */
function start(socket: Zsocket, pair: Zsocket): void {
  const address = `inproc://czmq.events.${crypto.randomUUID()}`
  setRcvhwm(pair, 0)
  setLinger(pair, 0)
  connect(pair, address)
  const observed = socketOf(socket, 'socket')
  // What monitored it until now gets its last event
  C.zmq_socket_monitor(observed, null, 0)
  if (C.zmq_socket_monitor(observed, address, ALL) === -1) throw failure('zmq_socket_monitor')
}

/** The events of version 1. */
const ALL = 0xffff

/** Ends the events, which gets the last of them sent. A socket that is closed already does so by itself. */
export function stopMonitor(socket: Zsocket, pair: Zsocket): void {
  if (socket.destroyed || monitors.get(socket) !== pair) return
  monitors.delete(socket)
  C.zmq_socket_monitor(socketOf(socket, 'socket'), null, 0)
}
