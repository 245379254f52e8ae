import { isMainThread } from 'node:worker_threads'
import * as zmq from '../generated/constants.ts'
import { shutDownAtThreadEnd, shutDownEarly } from '../thread-end.ts'
import type { Pointer } from '../types.ts'
import { native } from './native.ts'

/**
 * The 0MQ context of an actor's sockets. In the main thread it is CZMQ's own, which ends with the process. A worker that
 * is terminated runs no more JavaScript: there it is one of the actor's own, which the system shuts down, and that ends
 * the actor.
 */
export interface Home {
  /** A socket; null when there are too many. */
  readonly open: (type: number) => Pointer<'void'> | null
  readonly close: (socket: Pointer) => void
  /** After its sockets were closed. */
  readonly end: () => void
}

export function newHome(): Home {
  return isMainThread ? PROCESS : contextOfItsOwn()
}

/** zsys makes and closes them, because it counts them. */
const PROCESS: Home = {
  open: (type) => native.zsys_socket(type, null, 0),
  close: (socket) => native.zsys_close(socket, null, 0),
  end: () => undefined,
}

/** Without I/O threads, because it has `inproc://` alone. */
function contextOfItsOwn(): Home {
  const context = native.zmq_ctx_new() as Pointer<'void'>
  native.zmq_ctx_set(context, zmq.IO_THREADS, 0)
  shutDownAtThreadEnd(context)
  return {
    open: (type) => native.zmq_socket(context, type),
    close: (socket) => native.zmq_close(socket),
    end: () => {
      shutDownEarly(context)
      native.zmq_ctx_term(context)
    },
  }
}
