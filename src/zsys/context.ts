import { integer } from '../arguments.ts'
import { CzmqError } from '../errors.ts'
import { failure } from '../failure.ts'
import { liveHandles } from '../handle.ts'
import { IO_THREADS, MAX_SOCKETS } from '../raw/generated/constants.ts'
import { C } from '../raw/index.ts'
import { init } from './system.ts'

/**
 * Settings of CZMQ's own context. CZMQ's functions end the process when any thread has a socket open; libzmq's, which
 * they call, never do, and come to the same otherwise. A socket of this thread is an error; one that nobody here can
 * know of, of another thread or of C code, makes the setting come too late without a word.
 */
function setContext(option: number, value: number, name: string): void {
  if (liveHandles('zsock') + liveHandles('zactor') > 0) {
    throw new CzmqError('EBUSY', `EBUSY: ${name} must be called before the first zsock or zactor is made`)
  }
  if (C.zmq_ctx_set(init(), option, value) === -1) throw failure('zmq_ctx_set')
}

/** Each has two descriptors, and libzmq ends the process when it gets none. */
const MOST_THREADS = 64

/**
 * The number of I/O threads of CZMQ's own context; 1 at first. Without effect after its first socket.
 *
 * C: `zsys_set_io_threads`
 * @param ioThreads - 0 (for `inproc://` only) to 64; one for each GB/s or so.
 * @throws {@link CzmqError} `EBUSY` when this thread has a zsock or a zactor.
 */
export function setIoThreads(ioThreads: number): void {
  setContext(IO_THREADS, integer('ioThreads', ioThreads, 0, MOST_THREADS), 'setIoThreads')
}

/**
 * How many sockets CZMQ's own context may have at once; 1024 at first. Without effect after its first socket.
 *
 * C: `zsys_set_max_sockets`
 * @param maxSockets - At most {@link socketLimit}, which 0 stands for.
 * @throws {@link CzmqError} `EBUSY` when this thread has a zsock or a zactor.
 */
export function setMaxSockets(maxSockets: number): void {
  const limit = socketLimit()
  setContext(MAX_SOCKETS, integer('maxSockets', maxSockets, 0, limit) || limit, 'setMaxSockets')
}

/**
 * How many sockets the system supports.
 *
 * C: `zsys_socket_limit`
 */
export function socketLimit(): number {
  return C.zsys_socket_limit()
}

/**
 * The largest message that may be sent in CZMQ's own context. The larger one is refused with `EMSGSIZE`.
 *
 * C: `zsys_set_max_msgsz`
 * @param maxMsgsz - Bytes.
 */
export function setMaxMsgsz(maxMsgsz: number): void {
  C.zsys_set_max_msgsz(integer('maxMsgsz', maxMsgsz, 0))
}

/**
 * The largest message that may be sent, in bytes.
 *
 * C: `zsys_max_msgsz`
 */
export function maxMsgsz(): number {
  return C.zsys_max_msgsz()
}
