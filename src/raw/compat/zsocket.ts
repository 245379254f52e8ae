import { errnoName } from '../../errors.ts'
import * as zmq from '../generated/constants.ts'
import { hasDescriptors } from '../headroom.ts'
import { poll } from '../poll.ts'
import type { Pointer, Variadic } from '../types.ts'
import type { Composition } from './composition.ts'
import { native } from './native.ts'
import { closeSocket, contextOf, start } from './zctx.ts'

/** The socket class of CZMQ 2 and 3: a libzmq socket that a `zctx_t` closes. */
export interface ZsocketFunctions {
  /** C: `void *zsocket_new(zctx_t *self, int type)`; fresh. NULL for a bad type, or when there are too many. */
  zsocket_new(self: Pointer<'zctx_t'>, type: number): Pointer<'void'>
  /** C: `void zsocket_destroy(zctx_t *self, void *socket)`; takes socket. */
  zsocket_destroy(self: Pointer<'zctx_t'>, socket: Pointer | null): void
  /** C: `int zsocket_bind(void *socket, const char *format, ...)`; the port, 0 if there is none, or -1. */
  zsocket_bind(socket: Pointer, format: string, ...variadic: Variadic[]): number
  /** C: `int zsocket_unbind(void *socket, const char *format, ...)`. */
  zsocket_unbind(socket: Pointer, format: string, ...variadic: Variadic[]): number
  /** C: `int zsocket_connect(void *socket, const char *format, ...)`. */
  zsocket_connect(socket: Pointer, format: string, ...variadic: Variadic[]): number
  /** C: `int zsocket_disconnect(void *socket, const char *format, ...)`. */
  zsocket_disconnect(socket: Pointer, format: string, ...variadic: Variadic[]): number
  /** C: `bool zsocket_poll(void *socket, int msecs)`; can block. */
  zsocket_poll(socket: Pointer, msecs: number): boolean
  /** C: `const char *zsocket_type_str(void *socket)`; `UNKNOWN` for a type without a name. */
  zsocket_type_str(socket: Pointer): string
  /** C: `int zsocket_sendmem(void *socket, const void *data, size_t size, int flags)`; can block. */
  zsocket_sendmem(socket: Pointer, data: Uint8Array | Pointer, size: number, flags: number): number
  /** C: `int zsocket_signal(void *socket)`; can block. Sends an empty frame. */
  zsocket_signal(socket: Pointer): number
  /** C: `int zsocket_wait(void *socket)`; can block. Receives a frame. */
  zsocket_wait(socket: Pointer): number
}

/** Where CZMQ looks for a free port: the dynamic ports of IANA. */
export const DYNAMIC_PORTS = { first: 0xc000, last: 0xffff }

const TYPE_NAMES = [
  'PAIR',
  'PUB',
  'SUB',
  'REQ',
  'REP',
  'DEALER',
  'ROUTER',
  'PULL',
  'PUSH',
  'XPUB',
  'XSUB',
  'STREAM',
  'SERVER',
  'CLIENT',
  'RADIO',
  'DISH',
  'GATHER',
  'SCATTER',
  'DGRAM',
  'PEER',
  'CHANNEL',
]
/** `ZFRAME_MORE` and `ZFRAME_DONTWAIT`. */
const FRAME_MORE = 1
const FRAME_DONTWAIT = 4

/** What `printf` makes of a format; without arguments and `%` it is text. */
export function formatted(format: string, args: Variadic[]): string {
  return args.length === 0 && !format.includes('%') ? format : (native.zsys_sprintf(format, ...args) ?? '')
}

function create(self: Pointer, type: number): Pointer<'void'> | null {
  const context = contextOf(self)
  const underlying = start(context)
  const socket = underlying && (native.zmq_socket(underlying, type) as Pointer<'void'> | null)
  if (!socket) return null
  setInteger(socket, zmq.SNDHWM, context.sndhwm)
  setInteger(socket, zmq.RCVHWM, context.rcvhwm)
  context.sockets.add(socket)
  return socket
}

function setInteger(socket: Pointer, option: number, value: number): void {
  native.zmq_setsockopt(socket, option, new Uint8Array(Int32Array.of(value).buffer), 4)
}

function bind(socket: Pointer, endpoint: string): number {
  if (!hasDescriptors()) return -1
  if (endpoint.endsWith(':*')) return bindDynamic(socket, endpoint.slice(0, -1))
  if (native.zmq_bind(socket, endpoint) !== 0) return -1
  return Number.parseInt(endpoint.slice(endpoint.lastIndexOf(':') + 1), 10) || 0
}

/** The first free port from 49152 on; a failure that no other port would mend ends the search. */
function bindDynamic(socket: Pointer, prefix: string): number {
  for (let port = DYNAMIC_PORTS.first; port <= DYNAMIC_PORTS.last; port++) {
    if (native.zmq_bind(socket, prefix + port) === 0) return port
    if (errnoName(native.zmq_errno()) !== 'EADDRINUSE') return -1
  }
  return -1
}

function isReadable(socket: Pointer, msecs: number): boolean {
  const item = { socket, fd: 0, events: zmq.POLLIN, revents: 0 }
  return poll([item], msecs) !== -1 && (item.revents & zmq.POLLIN) !== 0
}

function typeName(socket: Pointer): string {
  const value = new Int32Array(1)
  if (native.zmq_getsockopt(socket, zmq.TYPE, new Uint8Array(value.buffer), [4]) !== 0) return 'UNKNOWN'
  return TYPE_NAMES[value[0] ?? -1] ?? 'UNKNOWN'
}

function send(socket: Pointer, data: Uint8Array | Pointer, size: number, flags: number): number {
  const more = flags & FRAME_MORE ? zmq.SNDMORE : 0
  const dontwait = flags & FRAME_DONTWAIT ? zmq.DONTWAIT : 0
  return native.zmq_send(socket, data, size, more | dontwait) === -1 ? -1 : 0
}

export const zsocket: Record<keyof ZsocketFunctions, Composition> = {
  zsocket_new: { prototype: 'void * zsocket_new(void * self, int type)', compose: create },
  zsocket_destroy: {
    prototype: 'void zsocket_destroy(void * self, void * socket)',
    compose: (self: Pointer, socket: Pointer | null) => {
      if (socket) closeSocket(contextOf(self), socket)
    },
  },
  zsocket_bind: {
    prototype: 'int zsocket_bind(void * socket, const char * format, ...)',
    variadic: 'format',
    compose: (socket: Pointer, format: string, ...args: Variadic[]) => bind(socket, formatted(format, args)),
  },
  zsocket_unbind: {
    prototype: 'int zsocket_unbind(void * socket, const char * format, ...)',
    variadic: 'format',
    compose: (socket: Pointer, format: string, ...args: Variadic[]) =>
      native.zmq_unbind(socket, formatted(format, args)),
  },
  zsocket_connect: {
    prototype: 'int zsocket_connect(void * socket, const char * format, ...)',
    variadic: 'format',
    compose: (socket: Pointer, format: string, ...args: Variadic[]) =>
      native.zmq_connect(socket, formatted(format, args)),
  },
  zsocket_disconnect: {
    prototype: 'int zsocket_disconnect(void * socket, const char * format, ...)',
    variadic: 'format',
    compose: (socket: Pointer, format: string, ...args: Variadic[]) =>
      native.zmq_disconnect(socket, formatted(format, args)),
  },
  zsocket_poll: { prototype: 'bool zsocket_poll(void * socket, int msecs)', compose: isReadable },
  zsocket_type_str: { prototype: 'const char * zsocket_type_str(void * socket)', compose: typeName },
  zsocket_sendmem: {
    prototype: 'int zsocket_sendmem(void * socket, void * data, size_t size, int flags)',
    compose: send,
  },
  zsocket_signal: {
    prototype: 'int zsocket_signal(void * socket)',
    compose: (socket: Pointer) => send(socket, new Uint8Array(0), 0, 0),
  },
  zsocket_wait: {
    prototype: 'int zsocket_wait(void * socket)',
    compose: (socket: Pointer) => (native.zmq_recv(socket, null, 0, 0) === -1 ? -1 : 0),
  },
}
