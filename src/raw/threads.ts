import { library } from './library.ts'
import type { Pointer } from './types.ts'

/** Enough for a `pthread_attr_t` and a `pthread_t` on every platform (56 and 8 bytes on Linux x64, 64 on macOS). */
const PTHREAD_MEMORY = 128
const PTHREAD_CREATE_JOINABLE = process.platform === 'darwin' ? 1 : 0
const PTHREAD_CREATE_DETACHED = process.platform === 'darwin' ? 2 : 1

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
  const thread = start(name, argument, PTHREAD_CREATE_JOINABLE)
  if (thread === null) return false
  const { handle } = library()
  if (milliseconds < 0) handle.func('int pthread_join(size_t, void *)')(thread, null)
  else handle.func('int pthread_timedjoin_np(size_t, void *, void *)')(thread, null, deadline(milliseconds))
  return true
}

/** A `struct timespec` that far in the future. */
function deadline(milliseconds: number): BigInt64Array {
  const at = Date.now() + milliseconds
  return BigInt64Array.of(BigInt(Math.floor(at / 1000)), BigInt(at % 1000) * 1_000_000n)
}

function start(name: string, argument: Pointer, detachState: number): bigint | null {
  if (process.platform === 'win32') return null
  const { handle } = library()
  const attributes = Buffer.alloc(PTHREAD_MEMORY)
  const thread = new BigUint64Array(PTHREAD_MEMORY / 8)
  handle.func('int pthread_attr_init(void *)')(attributes)
  handle.func('int pthread_attr_setdetachstate(void *, int)')(attributes, detachState)
  const create = handle.func('int pthread_create(void *, void *, void *, void *)')
  const failed = create(thread, attributes, handle.symbol(name), argument) !== 0
  handle.func('int pthread_attr_destroy(void *)')(attributes)
  return failed ? null : (thread[0] ?? null)
}
