import type { Callable } from './bind.ts'
import { descriptorCalls } from './descriptors.ts'
import { POLLIN } from './generated/constants.ts'
import { koffi } from './koffi.ts'
import { library } from './library.ts'
import { allocate } from './memory.ts'
import type { Pointer } from './types.ts'

/**
 * Draft sockets that several threads may use have no `ZMQ_FD`. A poller of libzmq with the socket in it has: libzmq
 * counts there how often commands have come. `zmq_poller_wait` takes one of many off that count, so the descriptor
 * would stay readable; reading from it takes all. Nobody waits for the poller, so nobody misses them.
 */

/** What becomes readable when commands have come for a socket. */
export interface Signal {
  readonly descriptor: number
  /** The poller, as `zmq_poller_destroy` takes it: a `void **`. It knows the socket, so it must end before that. */
  readonly poller: Pointer
  /** It is not readable any more, until more commands come. */
  readonly clear: () => void
  /** Ends it; again, it does nothing. */
  readonly end: () => void
}

interface Calls {
  create: Callable
  add: Callable
  descriptor: Callable
  destroy: Callable
}

let calls: Calls | undefined
/** Memory for the pointers of pollers. */
const spare: Pointer[] = []

function bound(): Calls {
  const { handle } = library()
  calls ??= {
    create: handle.func('void *zmq_poller_new()'),
    add: handle.func('int zmq_poller_add(void *, void *, void *, short)'),
    descriptor: handle.func('int zmq_poller_fd(void *, void *)'),
    destroy: handle.func('int zmq_poller_destroy(void *)'),
  }
  return calls
}

/** The signal of a thread-safe socket; null when it cannot be made, and errno tells why. */
export function signalOf(socket: Pointer): Signal | null {
  const { create, add, descriptor, destroy } = bound()
  // Now, because koffi ends the process when it binds a function while a worker is terminated
  const { drain } = descriptorCalls()
  const pointer = create() as Pointer
  const poller = spare.pop() ?? allocate(8)
  koffi.encode(poller, 'void *', pointer)
  const number = new Int32Array(1)
  if (add(pointer, socket, null, POLLIN) !== 0 || descriptor(pointer, number) !== 0) {
    const errno = koffi.errno()
    destroy(poller)
    spare.push(poller)
    koffi.errno(errno)
    return null
  }
  const [found = -1] = number
  return {
    descriptor: found,
    poller,
    clear: () => drain(found),
    end: once(() => {
      destroy(poller)
      spare.push(poller)
    }),
  }
}

function once(action: () => void): () => void {
  let done = false
  return () => {
    if (!done) action()
    done = true
  }
}
