import type { Handle, Kind } from './handle.ts'
import { C } from './raw/index.ts'
import { cast, type Pointer } from './raw/types.ts'

/**
 * The classes whose handles are sockets. They stand below the namespaces, because every namespace that sends or
 * receives takes all of them.
 */

/** A socket of CZMQ 2 and 3: a libzmq socket that belongs to a `zctx`. */
export type Zsocket = Handle<'zsocket'>

/** A socket of CZMQ 4, in CZMQ's process-wide context. */
export type Zsock = Handle<'zsock'>

/** What tells of the events of a socket; itself a socket, from which they are received. */
export type Zmonitor = Handle<'zmonitor'>

/** A node of a gossip network; itself a socket, from which its news is received. */
export type Zgossip = Handle<'zgossip'>

/** An actor of C code; itself a socket, by which it is talked to. */
export type Zactor = Handle<'zactor'>

/** Whatever can send and receive. */
export type AnySocket = Zsocket | Zsock | Zmonitor | Zgossip | Zactor

let global: Pointer | undefined

/** CZMQ's own 0MQ context, one a process; it ends with the process. */
export function globalContext(): Pointer {
  const started = C.zsys_init()
  if (!started) throw new Error('zsys_init failed')
  return started
}

/** The `zctx_t` around {@link globalContext}, made once. */
export function globalZctx(): Pointer<'zctx_t'> {
  global ??= C.zctx_shadow_zmq_ctx(globalContext())
  return cast<'zctx_t'>(global)
}

export const zsocketKind: Kind<'zsocket'> = {
  name: 'zsocket',
  collected: true,
  endsAtExit: true,
  socket: (pointer) => pointer,
  release: (pointer, _reason, context) => {
    if (context === globalZctx()) C.zsys_close(pointer, null, 0)
    else if (context) C.zsocket_destroy(cast<'zctx_t'>(context), pointer)
  },
}

export const zsockKind: Kind<'zsock'> = {
  name: 'zsock',
  collected: true,
  endsAtExit: true,
  socket: (pointer) => C.zsock_resolve(cast<'zsock_t'>(pointer)) ?? pointer,
  release: (pointer) => C.zsock_destroy([cast<'zsock_t'>(pointer)]),
}
