import { isMainThread } from 'node:worker_threads'
import type { Callable } from './bind.ts'
import { DONTWAIT } from './generated/constants.ts'
import { koffi } from './koffi.ts'
import { library } from './library.ts'
import type { Pointer } from './types.ts'

/**
 * Blocking calls in Worker threads. Node ends a Worker (`worker.terminate()`, `process.exit()` of the main thread)
 * only between two steps of JavaScript and waits for that, so a Worker blocked in C would hang the whole process.
 * There every wait is cut into slices. The main thread needs none: a signal interrupts its calls.
 */

/** Milliseconds until a blocked Worker notices that it shall end. */
export const SLICE = 50
const EAGAIN = 11
const EAGAIN_DARWIN = 35

interface Options {
  get: Callable
  set: Callable
}

let options: Options | undefined

function bound(): Options {
  const { handle } = library()
  options ??= {
    get: handle.func('int zmq_getsockopt(void * s, int option, void * value, void * size)'),
    set: handle.func('int zmq_setsockopt(void * s, int option, void * value, size_t size)'),
  }
  return options
}

/** Binds what waits need: koffi ends the process when it binds a function while a Worker is being terminated. */
export function bindPatience(): void {
  bound()
}

/**
 * Makes a function of libzmq patient, whose last argument are flags.
 *
 * @param socketAt - Which argument is the socket.
 * @param option - Its timeout: `RCVTIMEO` or `SNDTIMEO`.
 */
export function patient(call: Callable, socketAt: number, option: number): Callable {
  if (isMainThread) return call
  return (...args) => {
    const flags = args.at(-1) as number
    if (flags & DONTWAIT) return call(...args)
    const result: unknown = call(...args.slice(0, -1), flags | DONTWAIT)
    return wouldBlock(result) ? sliced(() => call(...args), args[socketAt] as Pointer, option) : result
  }
}

/**
 * Makes one call patient that takes no flags. It fails with -1 or NULL.
 *
 * @param option - The socket's timeout: `RCVTIMEO` or `SNDTIMEO`.
 */
export function patiently<Result>(call: () => Result, socket: Pointer, option: number): Result {
  return isMainThread ? call() : sliced(call, socket, option)
}

/**
 * Makes a wait patient whose time is an argument.
 *
 * @param milliseconds - The whole time; -1 waits for ever.
 * @param wait - Waits so many milliseconds.
 * @param isNothing - Whether its time is over without anything.
 */
export function waitPatiently<Result>(
  milliseconds: number,
  wait: (milliseconds: number) => Result,
  isNothing: (result: Result) => boolean,
): Result {
  if (isMainThread) return wait(milliseconds)
  const deadline = milliseconds < 0 ? Number.POSITIVE_INFINITY : performance.now() + milliseconds
  let result: Result
  do {
    result = wait(Math.ceil(Math.max(0, Math.min(SLICE, deadline - performance.now()))))
  } while (isNothing(result) && performance.now() < deadline)
  return result
}

function wouldBlock(result: unknown): boolean {
  return (
    (result === -1 || result === null) &&
    koffi.errno() === (process.platform === 'darwin' ? EAGAIN_DARWIN : EAGAIN)
  )
}

/** Lets libzmq wait itself, with a short timeout again and again, until the socket's own one is over. */
function sliced<Result>(attempt: () => Result, socket: Pointer, option: number): Result {
  const timeout = timeoutOf(socket, option)
  const deadline = timeout < 0 ? Number.POSITIVE_INFINITY : performance.now() + timeout
  let result: Result
  do {
    setTimeoutOf(socket, option, Math.ceil(Math.max(0, Math.min(SLICE, deadline - performance.now()))))
    result = attempt()
  } while (wouldBlock(result) && performance.now() < deadline)
  const errno = koffi.errno()
  setTimeoutOf(socket, option, timeout)
  koffi.errno(errno)
  return result
}

function timeoutOf(socket: Pointer, option: number): number {
  const value = new Int32Array(1)
  bound().get(socket, option, value, BigUint64Array.of(4n))
  return value[0] ?? -1
}

function setTimeoutOf(socket: Pointer, option: number, value: number): void {
  bound().set(socket, option, Int32Array.of(value), 4)
}
