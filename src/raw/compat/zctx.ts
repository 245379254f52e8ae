import { writeSync } from 'node:fs'
import { isMainThread } from 'node:worker_threads'
import { hasDescriptors, hasRoomFor } from '../headroom.ts'
import { allocate, free } from '../memory.ts'
import { SLICE } from '../patience.ts'
import { closeEarly } from '../thread-end.ts'
import { join, joinWithin, runDetached, runFor, runJoinable } from '../threads.ts'
import { cast, type Pointer, type Ref } from '../types.ts'
import type { Composition } from './composition.ts'
import { native } from './native.ts'

/** The context class of CZMQ 2 and 3. */
export interface ZctxFunctions {
  /** C: `zctx_t *zctx_new(void)`; fresh. The 0MQ context is made with the first socket or shadow. */
  zctx_new(): Pointer<'zctx_t'>
  /** C: `void zctx_destroy(zctx_t **self_p)`; can block while messages linger. Closes the context's sockets. */
  zctx_destroy(self_p: Ref<Pointer<'zctx_t'>>): void
  /** C: `zctx_t *zctx_shadow(zctx_t *self)`; fresh. Another context around the same 0MQ context; NULL without one. */
  zctx_shadow(self: Pointer<'zctx_t'>): Pointer<'zctx_t'> | null
  /** C: `zctx_t *zctx_shadow_zmq_ctx(void *zmqctx)`; fresh. */
  zctx_shadow_zmq_ctx(zmqctx: Pointer): Pointer<'zctx_t'>
  /** C: `void zctx_set_iothreads(zctx_t *self, int iothreads)`; without effect after the first socket. */
  zctx_set_iothreads(self: Pointer<'zctx_t'>, iothreads: number): void
  /** C: `void zctx_set_linger(zctx_t *self, int linger)`; milliseconds, for each socket when it is closed. */
  zctx_set_linger(self: Pointer<'zctx_t'>, linger: number): void
  /** C: `void zctx_set_pipehwm(zctx_t *self, int pipehwm)`; messages. */
  zctx_set_pipehwm(self: Pointer<'zctx_t'>, pipehwm: number): void
  /** C: `void zctx_set_sndhwm(zctx_t *self, int sndhwm)`; messages, for sockets made afterwards. */
  zctx_set_sndhwm(self: Pointer<'zctx_t'>, sndhwm: number): void
  /** C: `void zctx_set_rcvhwm(zctx_t *self, int rcvhwm)`; messages, for sockets made afterwards. */
  zctx_set_rcvhwm(self: Pointer<'zctx_t'>, rcvhwm: number): void
  /** C: `void *zctx_underlying(zctx_t *self)`; borrowed. NULL before the first socket or shadow. */
  zctx_underlying(self: Pointer<'zctx_t'>): Pointer<'void'> | null
  /** C: `int zctx_test(bool verbose)`. */
  zctx_test(verbose: boolean): number
}

/** What `zctx_t` is in CZMQ 3. */
export interface Context {
  underlying: Pointer<'void'> | null
  shadow: boolean
  /** A socket was made in it, and with the first one its threads. */
  started: boolean
  iothreads: number
  /** `null` leaves each socket its own. */
  linger: number | null
  pipehwm: number
  sndhwm: number
  rcvhwm: number
  sockets: Set<Pointer>
  /** What ends agents of this context, which must not outlive it. */
  agents: Set<() => void>
}

/** By the address of a little memory that stands for the `zctx_t`, so that a pointer is never reused while it lives. */
const contexts = new Map<Pointer, Context>()

/** The context behind a `zctx_t *`; like C, there is no way on without one. */
export function contextOf(self: Pointer): Context {
  const found = contexts.get(self)
  if (!found) throw new TypeError('not a zctx_t of this thread, or already destroyed')
  return found
}

function register(values: Partial<Context>): Pointer<'zctx_t'> {
  const self = cast<'zctx_t'>(allocate(16))
  const defaults = {
    underlying: null,
    shadow: false,
    started: false,
    iothreads: 1,
    linger: 0,
    pipehwm: 1000,
    sndhwm: 1000,
    rcvhwm: 1000,
  }
  contexts.set(self, { ...defaults, ...values, sockets: new Set(), agents: new Set() })
  return self
}

/** The 0MQ context, made now if it was not yet; null when it cannot be made. */
export function instantiate(context: Context): Pointer<'void'> | null {
  if (context.underlying === null && hasDescriptors()) context.underlying = native.zmq_init(context.iothreads)
  return context.underlying
}

/** The 0MQ context, ready for a socket; null when it cannot be made, or the system has no room for its threads. */
export function start(context: Context): Pointer<'void'> | null {
  const underlying = instantiate(context)
  if (!underlying || context.started) return underlying
  if (!hasRoomFor(native.zmq_ctx_get(underlying, ZMQ_IO_THREADS))) return null
  context.started = true
  return underlying
}

/** A `zctx_t` around a 0MQ context that others share, whose sockets keep their own linger. */
export function shareContext(underlying: Pointer<'void'>): Pointer<'zctx_t'> {
  return register({ underlying, shadow: true, linger: null })
}

/** A `zctx_t` with a 0MQ context of its own, whose sockets keep their own linger. */
export function newContext(): Pointer<'zctx_t'> {
  return register({ underlying: native.zmq_ctx_new() as Pointer<'void'>, linger: null })
}

/** Whether the system has room for the threads of a context; one that the library made itself knows. */
export function canStart(self: Pointer): boolean {
  const context = contexts.get(self)
  return context === undefined || start(context) !== null
}

/** Closes a socket; the linger of its context wins over its own. */
export function closeSocket(context: Context, socket: Pointer): void {
  if (context.linger !== null) {
    native.zmq_setsockopt(socket, ZMQ_LINGER, new Uint8Array(Int32Array.of(context.linger).buffer), 4)
  }
  if (!closeEarly(socket)) native.zmq_close(socket)
  context.sockets.delete(socket)
}

const ZMQ_LINGER = 17
const ZMQ_IO_THREADS = 1
const EINTR = 4

/** Ends everything in the context and forgets it; answers the 0MQ context that is left to be terminated, if any. */
function dismantle(self: Pointer<'zctx_t'>): Pointer<'void'> | null {
  const context = contextOf(self)
  for (const end of context.agents) end()
  for (const socket of context.sockets) closeSocket(context, socket)
  contexts.delete(self)
  free(self)
  return context.shadow ? null : context.underlying
}

/**
 * Waits until a context has ended. A signal ends the waiting, so that its listener can run, and so does the end of a
 * Worker; then a native thread waits alone.
 */
function terminate(underlying: Pointer<'void'>): void {
  if (!isMainThread && terminatePatiently(underlying)) return
  while (native.zmq_ctx_term(underlying) === -1 && native.zmq_errno() === EINTR) {
    if (runDetached('zmq_ctx_term', underlying)) return
  }
}

/** False where that cannot be done. */
function terminatePatiently(underlying: Pointer<'void'>): boolean {
  const thread = runJoinable('zmq_ctx_term', underlying)
  if (thread === null) return false
  while (!joinWithin(thread, SLICE));
  return true
}

/**
 * Destroys a context without waiting for messages that linger: the collector must not block the program. A native
 * thread waits instead; when the process ends first, those messages are lost. False if the library made it itself.
 */
export function abandon(self: Pointer<'zctx_t'>): boolean {
  if (!contexts.has(self)) return false
  const underlying = dismantle(self)
  if (underlying && !runDetached('zmq_ctx_term', underlying)) terminate(underlying)
  return true
}

/** What a context that lingers gets for closing its connections, besides the time to linger. */
const GRACE = 1000

/**
 * Closes the sockets of a context at the end of the process, and waits for messages as long as its linger says.
 * Nothing else is waited for, because the system takes the rest back: not for sockets that other threads have in a
 * shadow of it. False if the library made it itself.
 */
export function endAtExit(self: Pointer<'zctx_t'>): boolean {
  const context = contexts.get(self)
  if (!context) return false
  const underlying = dismantle(self)
  if (!underlying || context.linger === 0) return true
  if (context.linger === null) return waitForSockets(underlying)
  const patience = context.linger < 0 ? -1 : context.linger + GRACE
  if (!runFor('zmq_ctx_term', underlying, patience)) terminate(underlying)
  return true
}

/** When to say that the process waits. */
const WARNING_AFTER = 500
const WARNING =
  'czmq: waiting for queued messages to be delivered. Set linger, or blocky of the context to false, to drop them.\n'

/** Terminates a 0MQ context whose sockets are closed, as long as their own linger lets it take. */
export function waitForSockets(underlying: Pointer<'void'>): true {
  const thread = runJoinable('zmq_ctx_term', underlying)
  if (thread === null) terminate(underlying)
  else if (!joinWithin(thread, WARNING_AFTER)) {
    writeSync(2, WARNING)
    join(thread)
  }
  return true
}

function setting(name: 'iothreads' | 'linger' | 'pipehwm' | 'sndhwm' | 'rcvhwm'): Composition {
  return {
    prototype: `void zctx_set_${name}(void * self, int ${name})`,
    compose: (self: Pointer, value: number) => {
      contextOf(self)[name] = value
    },
  }
}

export const zctx: Record<keyof ZctxFunctions, Composition> = {
  zctx_new: { prototype: 'void * zctx_new()', compose: () => register({}) },
  zctx_destroy: {
    prototype: 'void zctx_destroy(_Inout_ void ** self_p)',
    compose: (ref: Ref<Pointer<'zctx_t'>>) => {
      const self = ref[0]
      if (!self) return
      ref[0] = null
      const underlying = dismantle(self)
      if (underlying) terminate(underlying)
    },
  },
  zctx_shadow: {
    prototype: 'void * zctx_shadow(void * self)',
    compose: (self: Pointer) => {
      const context = contextOf(self)
      const underlying = instantiate(context)
      return underlying && register({ ...context, underlying, shadow: true, started: false })
    },
  },
  zctx_shadow_zmq_ctx: {
    prototype: 'void * zctx_shadow_zmq_ctx(void * zmqctx)',
    compose: (underlying: Pointer<'void'>) => register({ underlying, shadow: true }),
  },
  zctx_set_iothreads: setting('iothreads'),
  zctx_set_linger: setting('linger'),
  zctx_set_pipehwm: setting('pipehwm'),
  zctx_set_sndhwm: setting('sndhwm'),
  zctx_set_rcvhwm: setting('rcvhwm'),
  zctx_underlying: {
    prototype: 'void * zctx_underlying(void * self)',
    compose: (self: Pointer) => contextOf(self).underlying,
  },
  zctx_test: { prototype: 'int zctx_test(bool verbose)', compose: selfTest },
}

/** What a self-test found wrong; C would end the process. */
function expect(condition: boolean, what: string): void {
  if (!condition) throw new Error(`zctx_test: ${what}`)
}

/** A context instantiates lazily, shadows share it, sockets get its marks, destroying twice is harmless. */
function selfTest(): number {
  const ref: Ref<Pointer<'zctx_t'>> = [register({ iothreads: 1, linger: 5 })]
  const context = contextOf(ref[0] as Pointer)
  expect(context.underlying === null, 'is lazy')
  const shadow: Ref<Pointer<'zctx_t'>> = [zctx.zctx_shadow.compose(ref[0])]
  const shared = contextOf(shadow[0] as Pointer)
  expect(
    shared.underlying === context.underlying && context.underlying !== null,
    'a shadow shares the 0MQ context',
  )
  expect(shared.linger === 5 && shared.shadow, 'a shadow copies the settings')
  for (const each of [shadow, ref, ref]) zctx.zctx_destroy.compose(each)
  expect(ref[0] === null && shadow[0] === null, 'destroy writes NULL')
  return 0
}
