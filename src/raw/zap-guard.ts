import { native } from './compat/native.ts'
import { LINGER, ROUTER } from './generated/constants.ts'
import { hasDescriptors } from './headroom.ts'
import { lastErrno } from './memory.ts'
import { closeAtThreadEnd, closeEarly } from './thread-end.ts'
import type { Pointer } from './types.ts'

/** The endpoint of authentication in every context. */
export const ZAP_ENDPOINT = 'inproc://zeromq.zap.01'
/** `EADDRINUSE`. */
const TAKEN: readonly number[] = [98, 48]
/** Milliseconds that libzmq is given to close the socket of a thread that has ended; it needs microseconds. */
const PATIENCE = 1000

/**
 * Holds the endpoint of authentication without ever answering, in the place of an agent that is no more: where nobody is
 * asked, libzmq lets in whoever comes; where there is no answer, nobody.
 */
export class ZapGuard {
  readonly #pointer: Pointer

  private constructor(pointer: Pointer) {
    this.#pointer = pointer
  }

  /** Null when the context has ended or something else authenticates already; and when there are no descriptors. */
  static open(context: Pointer): ZapGuard | null {
    const pointer = hasDescriptors() ? native.zmq_socket(context, ROUTER) : null
    if (!pointer) return null
    native.zmq_setsockopt(pointer, LINGER, new Uint8Array(4), 4)
    closeAtThreadEnd(pointer)
    const guard = new ZapGuard(pointer)
    if (bound(pointer)) return guard
    guard.close()
    return null
  }

  close(): void {
    if (!closeEarly(this.#pointer)) native.zmq_close(this.#pointer)
  }
}

function bound(pointer: Pointer): boolean {
  const nothing = new Int32Array(new SharedArrayBuffer(4))
  for (let tries = 0; tries < PATIENCE; tries++) {
    if (native.zmq_bind(pointer, ZAP_ENDPOINT) === 0) return true
    if (!TAKEN.includes(lastErrno())) return false
    Atomics.wait(nothing, 0, 0, 1)
  }
  return false
}
