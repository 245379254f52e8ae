/**
 * Contexts of CZMQ 2 and 3. Each is a 0MQ context of its own, made with its first socket, and the owner of its
 * sockets: what is `inproc://` in one cannot be reached from another.
 *
 * @example
 * ```ts
 * const context = zctx.new()
 * const sender = zsocket.new(context, zmq.PUSH)
 * zctx.destroy(context) // closes the socket, too
 * ```
 */
import { address, integer } from '../arguments.ts'
import { failure } from '../failure.ts'
import { adopt, borrow, destroyHandle, pointerOf } from '../handle.ts'
import { C } from '../raw/index.ts'
import { cast, type Pointer } from '../raw/types.ts'
import { globalZctx } from '../socket-kinds.ts'
import { type Zctx, zctxKind } from './kind.ts'

export type { Zctx } from './kind.ts'
export { create as new }

function pointer(self: Zctx): Pointer<'zctx_t'> {
  return cast<'zctx_t'>(pointerOf(zctxKind, self))
}

/**
 * A new context: one I/O thread, no linger, 1000 messages as high-water mark of each socket. Fresh.
 *
 * C: `zctx_new`
 */
function create(): Zctx {
  return adopt(zctxKind, C.zctx_new())
}

/**
 * Closes the context's sockets and ends it. Can block: as long as its linger says when messages wait to be sent
 * ({@link setLinger}), and while sockets of a shadow are open. Takes the context; again, it does nothing.
 *
 * C: `zctx_destroy`
 */
export function destroy(self: Zctx): void {
  destroyHandle(zctxKind, self)
}

/**
 * Another context around the same 0MQ context, with its own sockets; for another part of a program. Fresh.
 *
 * C: `zctx_shadow`
 * @throws {@link CzmqError} `EMFILE` when the process has as many descriptors as it may.
 */
export function shadow(self: Zctx): Zctx {
  const made = C.zctx_shadow(pointer(self))
  if (!made) throw failure('zctx_shadow')
  return adopt(zctxKind, made, self)
}

/**
 * A context around a 0MQ context that someone else made and will terminate: C code, or another thread that gave the
 * address that {@link underlying} answers. Destroying it closes its own sockets only. Fresh; the 0MQ context is
 * borrowed and must live longer.
 *
 * C: `zctx_shadow_zmq_ctx`
 */
export function shadowZmqCtx(zmqctx: Pointer): Zctx {
  return adopt(zctxKind, C.zctx_shadow_zmq_ctx(address('zmqctx', zmqctx) as Pointer))
}

/**
 * CZMQ's own process-wide context, in which `zsock` and the actors live. All threads share it, and it ends with the
 * process. Borrowed.
 *
 * C: `zsys_init`
 */
export function global(): Zctx {
  return borrow(zctxKind, globalZctx())
}

/**
 * The number of I/O threads, one for each GB/s or so. Without effect after the first socket.
 *
 * C: `zctx_set_iothreads`
 * @param iothreads - 0 (for `inproc://` only) or more.
 */
export function setIothreads(self: Zctx, iothreads: number): void {
  C.zctx_set_iothreads(pointer(self), integer('iothreads', iothreads, 0))
}

/**
 * How long messages may wait to be sent when a socket of this context is closed. It wins over the socket's own linger.
 *
 * C: `zctx_set_linger`
 * @param linger - Milliseconds; 0 (the default) drops them, -1 waits for ever.
 */
export function setLinger(self: Zctx, linger: number): void {
  C.zctx_set_linger(pointer(self), integer('linger', linger, -1))
}

/**
 * The high-water mark of the context's internal pipes, as between a program and its actors.
 *
 * C: `zctx_set_pipehwm`
 * @param pipehwm - Messages; 0 is without limit.
 */
export function setPipehwm(self: Zctx, pipehwm: number): void {
  C.zctx_set_pipehwm(pointer(self), integer('pipehwm', pipehwm, 0))
}

/**
 * The send high-water mark of sockets made afterwards.
 *
 * C: `zctx_set_sndhwm`
 * @param sndhwm - Messages; 0 is without limit.
 */
export function setSndhwm(self: Zctx, sndhwm: number): void {
  C.zctx_set_sndhwm(pointer(self), integer('sndhwm', sndhwm, 0))
}

/**
 * The receive high-water mark of sockets made afterwards.
 *
 * C: `zctx_set_rcvhwm`
 * @param rcvhwm - Messages; 0 is without limit.
 */
export function setRcvhwm(self: Zctx, rcvhwm: number): void {
  C.zctx_set_rcvhwm(pointer(self), integer('rcvhwm', rcvhwm, 0))
}

/**
 * The 0MQ context inside, for `C.zmq_…` and for other threads; `null` before the first socket or shadow. Borrowed.
 *
 * C: `zctx_underlying`
 */
export function underlying(self: Zctx): Pointer<'void'> | null {
  return C.zctx_underlying(pointer(self))
}

/**
 * Whether CZMQ was told to stop: its variable `zctx_interrupted`, which a program may set through `C`.
 *
 * C: `zctx_interrupted`
 */
export function interrupted(): boolean {
  return C.zctx_interrupted !== 0
}
