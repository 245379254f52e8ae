import type { Callable } from './bind.ts'
import { library } from './library.ts'
import type { Pointer } from './types.ts'

/** Enough for a `pthread_attr_t` and a `pthread_t` on every platform (56 and 8 bytes on Linux x64, 64 on macOS). */
const PTHREAD_MEMORY = 128
const PTHREAD_CREATE_JOINABLE = process.platform === 'darwin' ? 1 : 0
const PTHREAD_CREATE_DETACHED = process.platform === 'darwin' ? 2 : 1

interface Calls {
  initialise: Callable
  setDetachState: Callable
  destroy: Callable
  create: Callable
  join: Callable
}

let calls: Calls | undefined

function bound(): Calls {
  const { handle } = library()
  calls ??= {
    initialise: handle.func('int pthread_attr_init(void *)'),
    setDetachState: handle.func('int pthread_attr_setdetachstate(void *, int)'),
    destroy: handle.func('int pthread_attr_destroy(void *)'),
    create: handle.func('int pthread_create(void *, void *, void *, void *)'),
    join: handle.func('int pthread_join(size_t, void *)'),
  }
  return calls
}

/**
 * Calls `name(argument)`, a C function of one pointer, on a native thread of its own that nobody waits for: neither
 * the event loop, nor libuv's thread pool, nor the end of the process. False where no thread could be made.
 */
export function runDetached(name: string, argument: Pointer): boolean {
  return start(name, argument, PTHREAD_CREATE_DETACHED) !== null
}

/**
 * As {@link runDetached}, but waits until the call has returned, or `milliseconds` have passed; -1 waits for ever.
 * False where that cannot be done.
 */
export function runFor(name: string, argument: Pointer, milliseconds: number): boolean {
  if (process.platform !== 'linux') return false
  const thread = runJoinable(name, argument)
  if (thread === null) return false
  if (milliseconds < 0) join(thread)
  else joinWithin(thread, milliseconds)
  return true
}

/** Waits until the thread has ended, no longer than `milliseconds`; false when it has not. */
export function joinWithin(thread: bigint, milliseconds: number): boolean {
  if (process.platform !== 'linux') {
    join(thread)
    return true
  }
  const timedJoin = library().handle.func('int pthread_timedjoin_np(size_t, void *, void *)')
  return timedJoin(thread, null, deadline(milliseconds)) === 0
}

/** A `struct timespec` that far in the future. */
function deadline(milliseconds: number): BigInt64Array {
  const at = Date.now() + milliseconds
  return BigInt64Array.of(BigInt(Math.floor(at / 1000)), BigInt(at % 1000) * 1_000_000n)
}

/** As {@link runDetached}; answers the thread, for which someone must wait with {@link join}. */
export function runJoinable(name: string, argument: Pointer): bigint | null {
  return start(name, argument, PTHREAD_CREATE_JOINABLE)
}

/** Waits until the thread has ended. */
export function join(thread: bigint): void {
  bound().join(thread, null)
}

function start(name: string, argument: Pointer, detachState: number): bigint | null {
  if (process.platform === 'win32') return null
  const { initialise, setDetachState, destroy, create } = bound()
  const attributes = Buffer.alloc(PTHREAD_MEMORY)
  const thread = new BigUint64Array(PTHREAD_MEMORY / 8)
  initialise(attributes)
  setDetachState(attributes, detachState)
  const failed = create(thread, attributes, library().handle.symbol(name), argument) !== 0
  destroy(attributes)
  return failed ? null : (thread[0] ?? null)
}
