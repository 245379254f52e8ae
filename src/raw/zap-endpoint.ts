import { native } from './compat/native.ts'
import { LINGER, ROUTER } from './generated/constants.ts'
import { hasDescriptors } from './headroom.ts'
import { lastErrno } from './memory.ts'
import { isLent, type Lent, lend, takeBack } from './thread-end.ts'
import type { Pointer } from './types.ts'

/** The endpoint of authentication in every context. */
export const ZAP_ENDPOINT = 'inproc://zeromq.zap.01'

/**
 * Where libzmq asks in one context. The thread that opens an agent makes it, and the agent's thread uses it. Should that
 * thread end, it stays bound and does not answer: where nobody is asked, libzmq lets in whoever comes; where there is no
 * answer, nobody.
 */
export class ZapEndpoint {
  /** What the agent's thread gets. */
  readonly lent: Lent

  private constructor(lent: Lent) {
    this.lent = lent
  }

  /** The endpoint, bound; or errno. */
  static open(context: Pointer): ZapEndpoint | number {
    const socket = hasDescriptors() ? native.zmq_socket(context, ROUTER) : null
    if (!socket) return lastErrno()
    native.zmq_setsockopt(socket, LINGER, new Uint8Array(4), 4)
    const endpoint = new ZapEndpoint(lend(socket))
    if (native.zmq_bind(socket, ZAP_ENDPOINT) === 0) return endpoint
    const errno = lastErrno()
    endpoint.close()
    return errno
  }

  /** Once the agent does not use it any more, or its thread has ended. Unbinding frees it at once, which closing does not. */
  close(): void {
    if (isLent(this.lent)) native.zmq_unbind(this.lent.socket, ZAP_ENDPOINT)
    takeBack(this.lent)
  }
}
