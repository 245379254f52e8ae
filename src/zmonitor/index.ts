/**
 * Monitors: what happens to a socket, its connections above all, is received from a monitor as from a socket. Events
 * are only of connections by `tcp://` and `ipc://`.
 *
 * It is not CZMQ's actor, which makes the socket hang when nobody receives the events: here they wait without limit.
 *
 * @example
 * ```ts
 * const monitor = zmonitor.new(server)
 * zmonitor.listen(monitor, 'LISTENING', 'ACCEPTED')
 * zmonitor.start(monitor)
 * zsock.bind(server, 'tcp://127.0.0.1:*')
 * zmonitor.recv(monitor)?.event // 'LISTENING'
 * zmonitor.destroy(monitor)
 * ```
 */
import { randomUUID } from 'node:crypto'
import { CzmqError, invalidValue } from '../errors.ts'
import { failure, nothingReceived } from '../failure.ts'
import { type AnyHandle, adopt, destroyHandle, onDestroy, pointerOf, socketOf } from '../handle.ts'
import * as zmq from '../raw/generated/constants.ts'
import { C } from '../raw/index.ts'
import { moreFollows, receiveBytes } from '../raw/messages.ts'
import { cast, type Pointer } from '../raw/types.ts'
import { type AnySocket, globalZctx, type Zmonitor } from '../socket-kinds.ts'
import { eventIn, maskOf, type ZmonitorEvent, type ZmonitorEventName } from './events.ts'
import { zmonitorKind } from './kind.ts'

export type { Zmonitor } from '../socket-kinds.ts'
export type { ZmonitorEvent, ZmonitorEventName } from './events.ts'
export { create as new }

/** What is known about a monitor; referred to only by its handle. */
interface Progress {
  readonly socket: AnySocket
  /** The events that were asked for. */
  mask: number
  started: boolean
  /** The last event has come. */
  ended: boolean
  verbose: boolean
}

const progress = new WeakMap<AnyHandle, Progress>()
/** Which monitor libzmq tells of a socket; it tells one only. */
const monitors = new WeakMap<AnyHandle, WeakRef<Zmonitor>>()

function pointer(self: Zmonitor): Pointer {
  return pointerOf(zmonitorKind, self, 'self')
}

function progressOf(self: Zmonitor): Progress {
  pointer(self)
  return progress.get(self) as Progress
}

/**
 * A new monitor of a socket of any class. It tells nothing before {@link start}. Fresh; keeps the socket.
 *
 * C: `zactor_new (zmonitor, socket)`
 * @throws TypeError `ERR_INVALID_ARG_VALUE` for a socket that C code made in a context of its own.
 * @throws {@link CzmqError} `EMFILE`, `ETERM`.
 */
function create(socket: AnySocket): Zmonitor {
  socketOf(socket, 'socket')
  const self = adopt(zmonitorKind, newPair(socket), socket.owner)
  progress.set(self, { socket, mask: 0, started: false, ended: false, verbose: false })
  return self
}

/** The end of the events in the socket's own context, because `inproc://` connects nothing else. No event may wait for it. */
function newPair({ kind, owner }: AnySocket): Pointer {
  if (owner === null && kind === 'zsocket') throw invalidValue('socket', 'has a context that is not known')
  const isGlobal = owner === null || owner.pointer === globalZctx()
  const pair: Pointer | null = isGlobal
    ? C.zsys_socket(zmq.PAIR, null, 0)
    : C.zsocket_new(cast<'zctx_t'>(owner.pointer), zmq.PAIR)
  if (!pair) throw failure('zmq_socket')
  for (const option of [zmq.LINGER, zmq.RCVHWM]) C.zmq_setsockopt(pair, option, new Uint8Array(4), 4)
  return pair
}

/**
 * Ends a monitor; the socket stays as it is. Takes the monitor; again, it does nothing.
 *
 * C: `zactor_destroy`
 */
export function destroy(self: Zmonitor): void {
  destroyHandle(zmonitorKind, self, 'self')
}

/**
 * Adds to the events that are told.
 *
 * C: `LISTEN`
 * @param events - Names as in {@link ZmonitorEventName}, or `'ALL'`.
 * @throws TypeError `ERR_INVALID_ARG_VALUE` for an event that does not exist.
 * @throws {@link CzmqError} `EALREADY` when it was started.
 */
export function listen(self: Zmonitor, ...events: (ZmonitorEventName | 'ALL')[]): void {
  const mine = progressOf(self)
  const masks = events.map((each, index) => maskOf(`events[${index}]`, each))
  if (mine.started) throw already('The monitor was started: what it tells cannot be changed any more')
  mine.mask = masks.reduce((sum, each) => sum | each, mine.mask)
}

function already(message: string): CzmqError {
  return new CzmqError('EALREADY', message)
}

/**
 * Has the events told from now on.
 *
 * C: `START`
 * @throws {@link CzmqError} `EINVAL` when no event was asked for, `EALREADY` when it was started, `EBUSY` when another
 *   monitor tells of the socket, `ERR_CZMQ_DESTROYED` when the socket is gone.
 */
export function start(self: Zmonitor): void {
  const mine = progressOf(self)
  const socket = socketOf(mine.socket, 'socket')
  if (mine.started) throw already('The monitor was started already')
  if (mine.mask === 0) throw new CzmqError('EINVAL', 'The monitor listens to no events')
  if (monitorOf(mine.socket)) throw new CzmqError('EBUSY', 'Another monitor tells of this socket')
  connect(self, socket, mine.mask)
  mine.started = true
  monitors.set(mine.socket, new WeakRef(self))
  onDestroy(self, stopping(mine.socket))
}

function monitorOf(socket: AnySocket): Zmonitor | null {
  const found = monitors.get(socket)?.deref()
  return found && !found.destroyed ? found : null
}

/** Connecting first leaves no time in which an event has nowhere to go. */
function connect(self: Zmonitor, socket: Pointer, mask: number): void {
  const address = `inproc://czmq.monitor.${randomUUID()}`
  if (C.zmq_connect(pointer(self), address) === -1) throw failure('zmq_connect')
  if (C.zmq_socket_monitor(socket, address, mask | zmq.EVENT_MONITOR_STOPPED) === -1)
    throw failure('zmq_socket_monitor')
}

/** The socket must send nothing to a monitor that is gone. It may be collected, so its handle is not kept by this. */
function stopping(socket: AnySocket): () => void {
  return () => {
    if (socket.destroyed) return
    monitors.delete(socket)
    C.zmq_socket_monitor(socketOf(socket, 'socket'), null, 0)
  }
}

/**
 * Receives the next event. Blocks until there is one; `null` when the socket was destroyed and its last event has come,
 * when a signal with a listener came, and when the monitor was not started.
 *
 * C: `zmsg_recv`
 * @throws {@link CzmqError} `ETERM` when the context is ending.
 */
export function recv(self: Zmonitor): ZmonitorEvent | null {
  return next(self, 0)
}

/**
 * Receives an event if one has come, else `null`. Does not block.
 *
 * C: `zmsg_recv_nowait`
 * @throws {@link CzmqError} `ETERM` when the context is ending.
 */
export function recvNowait(self: Zmonitor): ZmonitorEvent | null {
  return next(self, zmq.DONTWAIT)
}

function next(self: Zmonitor, flags: number): ZmonitorEvent | null {
  const mine = progressOf(self)
  if (!mine.started || mine.ended) return null
  const frames = receive(pointer(self), flags)
  if (frames === null) return null
  const event = eventIn(frames)
  if (mine.verbose) C.zsys_info('%s', `zmonitor: ${event.event} ${event.value} ${event.address}`)
  if (event.event !== 'MONITOR_STOPPED') return event
  mine.ended = true
  return mine.mask & zmq.EVENT_MONITOR_STOPPED ? event : null
}

function receive(socket: Pointer, flags: number): Buffer[] | null {
  const frames: Buffer[] = []
  do {
    const frame = receiveBytes(socket, flags)
    if (frame === null) return nothingReceived('zmq_msg_recv')
    frames.push(frame)
  } while (moreFollows())
  return frames
}

/**
 * Writes each event that is received to CZMQ's log, too.
 *
 * C: `VERBOSE`
 */
export function verbose(self: Zmonitor): void {
  progressOf(self).verbose = true
}
