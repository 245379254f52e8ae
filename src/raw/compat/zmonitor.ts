import { randomUUID } from 'node:crypto'
import * as zmq from '../generated/constants.ts'
import { allocate, free } from '../memory.ts'
import { moreFollows, receiveBytes } from '../messages.ts'
import { poll } from '../poll.ts'
import { cast, type Pointer, type Ref } from '../types.ts'
import type { Composition } from './composition.ts'
import { native } from './native.ts'
import { closeSocket, contextOf, start } from './zctx.ts'

/** The monitor class of CZMQ 3. The library's own `zmonitor` is an actor. */
export interface ZmonitorCompatFunctions {
  /** C: `zmonitor_t *zmonitor_new(zctx_t *ctx, void *socket, int events)`; fresh; keeps socket. NULL when it cannot be. */
  zmonitor_new(ctx: Pointer<'zctx_t'>, socket: Pointer, events: number): Pointer<'zmonitor_t'> | null
  /** C: `void zmonitor_destroy(zmonitor_t **self_p)`; before its socket, or after its context. */
  zmonitor_destroy(self_p: Ref<Pointer<'zmonitor_t'>>): void
  /**
   * C: `zmsg_t *zmonitor_recv(zmonitor_t *self)`; fresh. Four frames of text: the number of the event, its value, the
   * endpoint, and a description. NULL when none comes within 500 ms.
   */
  zmonitor_recv(self: Pointer<'zmonitor_t'>): Pointer<'zmsg_t'> | null
  /** C: `void *zmonitor_socket(zmonitor_t *self)`; borrowed. For polling. */
  zmonitor_socket(self: Pointer<'zmonitor_t'>): Pointer<'void'>
  /** C: `void zmonitor_set_verbose(zmonitor_t *self, bool verbose)`; to CZMQ's log. */
  zmonitor_set_verbose(self: Pointer<'zmonitor_t'>, verbose: boolean): void
}

/** What `zmonitor_t` is here. */
interface Monitor {
  readonly context: Pointer
  readonly socket: Pointer
  readonly pair: Pointer<'void'>
  verbose: boolean
  /** Its context, and with it its sockets, are gone. */
  ended: boolean
  readonly forget: () => void
}

/** How long `zmonitor_recv` waits, in milliseconds. */
const PATIENCE = 500
const LITTLE_ENDIAN = new Uint8Array(Uint16Array.of(1).buffer)[0] === 1
const HEADER_SIZE = 6

const DESCRIPTIONS = new Map<number, string>([
  [zmq.EVENT_CONNECTED, 'connected'],
  [zmq.EVENT_CONNECT_DELAYED, 'connection is being made'],
  [zmq.EVENT_CONNECT_RETRIED, 'connection is tried again'],
  [zmq.EVENT_LISTENING, 'listening'],
  [zmq.EVENT_BIND_FAILED, 'cannot be bound'],
  [zmq.EVENT_ACCEPTED, 'a peer was accepted'],
  [zmq.EVENT_ACCEPT_FAILED, 'a peer could not be accepted'],
  [zmq.EVENT_CLOSED, 'closed'],
  [zmq.EVENT_CLOSE_FAILED, 'cannot be closed'],
  [zmq.EVENT_DISCONNECTED, 'disconnected'],
  [zmq.EVENT_MONITOR_STOPPED, 'the monitor was stopped'],
])

/** By the address of a little memory that stands for the `zmonitor_t`. */
const monitors = new Map<Pointer, Monitor>()

function monitorOf(self: Pointer): Monitor {
  const found = monitors.get(self)
  if (!found) throw new TypeError('not a zmonitor_t of this thread, or already destroyed')
  return found
}

function create(ctx: Pointer, socket: Pointer, events: number): Pointer<'zmonitor_t'> | null {
  const context = contextOf(ctx)
  const underlying = start(context)
  const pair = underlying && (native.zmq_socket(underlying, zmq.PAIR) as Pointer<'void'> | null)
  if (!pair) return null
  for (const option of [zmq.LINGER, zmq.RCVHWM]) native.zmq_setsockopt(pair, option, new Uint8Array(4), 4)
  context.sockets.add(pair)
  if (!connect(socket, pair, events)) {
    closeSocket(context, pair)
    return null
  }
  const self = cast<'zmonitor_t'>(allocate(16))
  const ending = () => void stop(self)
  context.agents.add(ending)
  const forget = () => void context.agents.delete(ending)
  monitors.set(self, { context: ctx, socket, pair, verbose: false, ended: false, forget })
  return self
}

/** Connecting first leaves no time in which an event has nowhere to go. */
function connect(socket: Pointer, pair: Pointer, events: number): boolean {
  const address = `inproc://czmq.monitor.${randomUUID()}`
  return native.zmq_connect(pair, address) === 0 && native.zmq_socket_monitor(socket, address, events) === 0
}

/** libzmq must not send to a socket that is gone; the context closes that. */
function stop(self: Pointer): void {
  const monitor = monitorOf(self)
  if (monitor.ended) return
  monitor.ended = true
  monitor.forget()
  native.zmq_socket_monitor(monitor.socket, null, 0)
}

function destroy(self: Pointer): void {
  const monitor = monitorOf(self)
  if (!monitor.ended) {
    stop(self)
    closeSocket(contextOf(monitor.context), monitor.pair)
  }
  monitors.delete(self)
  free(self)
}

function receive(self: Pointer): Pointer<'zmsg_t'> | null {
  const { pair, verbose, ended } = monitorOf(self)
  const item = { socket: pair, fd: 0, events: zmq.POLLIN, revents: 0 }
  if (ended || poll([item], PATIENCE) !== 1) return null
  const header = receiveBytes(pair, zmq.DONTWAIT)
  if (header?.length !== HEADER_SIZE) return null
  const address = moreFollows() ? (receiveBytes(pair, zmq.DONTWAIT)?.toString() ?? '') : ''
  const view = new DataView(header.buffer, header.byteOffset, HEADER_SIZE)
  const event = view.getUint16(0, LITTLE_ENDIAN)
  const value = view.getUint32(2, LITTLE_ENDIAN)
  const description = DESCRIPTIONS.get(event) ?? `event ${event}`
  if (verbose) native.zsys_info('%s', `zmonitor: ${description} ${value} ${address}`)
  return message([String(event), String(value), address, description])
}

function message(frames: readonly string[]): Pointer<'zmsg_t'> {
  const made = native.zmsg_new()
  for (const each of frames) native.zmsg_addstr(made, each)
  return made
}

export const zmonitor: Record<keyof ZmonitorCompatFunctions, Composition> = {
  zmonitor_new: { prototype: 'void * zmonitor_new(void * ctx, void * socket, int events)', compose: create },
  zmonitor_destroy: {
    prototype: 'void zmonitor_destroy(_Inout_ void ** self_p)',
    compose: (ref: Ref<Pointer<'zmonitor_t'>>) => {
      const self = ref[0]
      if (!self) return
      ref[0] = null
      destroy(self)
    },
  },
  zmonitor_recv: { prototype: 'void * zmonitor_recv(void * self)', compose: receive },
  zmonitor_socket: {
    prototype: 'void * zmonitor_socket(void * self)',
    compose: (self: Pointer) => monitorOf(self).pair,
  },
  zmonitor_set_verbose: {
    prototype: 'void zmonitor_set_verbose(void * self, bool verbose)',
    compose: (self: Pointer, verbose: boolean) => {
      monitorOf(self).verbose = verbose
    },
  },
}
