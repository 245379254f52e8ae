import type { Callable } from './bind.ts'
import { koffi } from './koffi.ts'
import { allocate, free } from './memory.ts'
import { join, runJoinable } from './threads.ts'
import type { Pointer } from './types.ts'

/**
 * libzmq ends the process when it can neither open a descriptor for the machinery of a context nor start a thread of
 * it (`Too many open files (src/epoll.cpp:65)`). So it is tried before, by opening and starting as many of them.
 */

/** A mailbox takes two descriptors where there is no eventfd, a poll set one; the context and its reaper, and a socket. */
const CONTEXT_DESCRIPTORS = 7
const IO_THREAD_DESCRIPTORS = 3
/**
 * What a context takes before it starts, and a socket when it is bound: to tell an address from the name of an
 * interface, libzmq asks the system with a descriptor of its own, and ends the process without one.
 */
const FEW = 2
/** Enough for a `pthread_rwlock_t` on every platform (56 bytes on Linux x64, 200 on macOS). */
const LOCK_MEMORY = 256

interface Calls {
  pipe: Callable
  close: Callable
  initialise: Callable
  lock: Callable
  unlock: Callable
  destroy: Callable
}

let calls: Calls | undefined

function bound(): Calls {
  const libc = koffi.load(null)
  calls ??= {
    pipe: libc.func('int pipe(void *)'),
    close: libc.func('int close(int)'),
    initialise: libc.func('int pthread_rwlock_init(void *, void *)'),
    lock: libc.func('int pthread_rwlock_wrlock(void *)'),
    unlock: libc.func('int pthread_rwlock_unlock(void *)'),
    destroy: libc.func('int pthread_rwlock_destroy(void *)'),
  }
  return calls
}

/**
 * Whether a 0MQ context of so many I/O threads can start, with a first socket; errno says why not. Another thread may
 * take the room away until then.
 */
export function hasRoomFor(iothreads: number): boolean {
  if (process.platform === 'win32') return true
  return canOpen(CONTEXT_DESCRIPTORS + IO_THREAD_DESCRIPTORS * iothreads) && canStart(iothreads + 1)
}

/** A worker thread of Node without descriptors or threads would end the process, or not start; it needs less than this. */
const WORKER = 8

/** Whether a worker thread can start; errno says why not. */
export function hasRoomForWorker(): boolean {
  return hasRoomFor(WORKER)
}

/** Whether a few descriptors can be opened; if not, errno says why. Another thread may take them until then. */
export function hasDescriptors(): boolean {
  return process.platform === 'win32' || canOpen(FEW)
}

function canOpen(count: number): boolean {
  const { pipe, close } = bound()
  const opened: number[] = []
  const pair = new Int32Array(2)
  while (opened.length < count && pipe(pair) === 0) opened.push(...pair)
  const errno = koffi.errno()
  for (const each of opened) close(each)
  koffi.errno(errno)
  return opened.length >= count
}

/** Threads that wait for a lock until all of them exist. */
function canStart(count: number): boolean {
  const { initialise, lock, unlock, destroy } = bound()
  const memory = allocate(LOCK_MEMORY)
  initialise(memory, null)
  lock(memory)
  const threads = startAll(count, memory)
  unlock(memory)
  for (const each of threads) join(each)
  destroy(memory)
  free(memory)
  koffi.errno(EAGAIN)
  return threads.length === count
}

function startAll(count: number, memory: Pointer): bigint[] {
  const threads: bigint[] = []
  while (threads.length < count) {
    const thread = runJoinable('pthread_rwlock_rdlock', memory)
    if (thread === null) break
    threads.push(thread)
  }
  return threads
}

/** What `pthread_create` answers when there are too many threads. */
const EAGAIN = process.platform === 'darwin' ? 35 : 11
