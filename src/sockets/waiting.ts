import { CzmqError, invalidType, invalidValue, outOfRange } from '../errors.ts'

/** How long to wait, on every call that waits. */
export interface WaitOptions {
  /** Ends the waiting: the call rejects with the signal's reason, and nothing was sent or received. */
  signal?: AbortSignal | undefined
  /** The longest time to wait in milliseconds; the call then rejects with `EAGAIN`. 0 does not wait, -1 waits for ever. */
  timeout?: number | undefined
}

/** A call that waits: settled once, by what it waits for, its time-out, its signal, or the socket's end. */
export class Waiter<T> {
  readonly promise: Promise<T>
  #resolve: (value: T) => void
  #reject: (reason: unknown) => void
  #timer: NodeJS.Timeout | undefined
  #forgetSignal: (() => void) | undefined

  constructor() {
    let resolve: (value: T) => void = () => undefined
    let reject: (reason: unknown) => void = () => undefined
    this.promise = new Promise<T>((onValue, onReason) => {
      resolve = onValue
      reject = onReason
    })
    this.#resolve = resolve
    this.#reject = reject
  }

  resolve(value: T): void {
    this.#release()
    this.#resolve(value)
  }

  reject(reason: unknown): void {
    this.#release()
    this.#reject(reason)
  }

  /** Rejects when the time is over or the signal comes; `remove` first takes the waiter from its queue. */
  limit(timeout: number, signal: AbortSignal | undefined, remove: () => void): void {
    if (timeout >= 0) {
      this.#timer = setTimeout(() => {
        remove()
        this.reject(timedOut())
      }, timeout)
    }
    if (signal) {
      this.#forgetSignal = onAbort(signal, () => {
        remove()
        this.reject(signal.reason)
      })
    }
  }

  #release(): void {
    if (this.#timer) clearTimeout(this.#timer)
    this.#forgetSignal?.()
  }
}

/** Who waits for a signal: Node warns of a leak when a signal has many listeners, so it gets one for all calls. */
const aborting = new WeakMap<AbortSignal, Set<() => void>>()

/** Calls back when the signal comes. Returns how to stop that. */
function onAbort(signal: AbortSignal, callback: () => void): () => void {
  const callbacks = aborting.get(signal) ?? listenTo(signal)
  callbacks.add(callback)
  return () => callbacks.delete(callback)
}

/** The listener stays, as the next call often brings the same signal; it refers to nothing but the calls. */
function listenTo(signal: AbortSignal): Set<() => void> {
  const callbacks = new Set<() => void>()
  const abort = () => {
    for (const each of callbacks) each()
  }
  signal.addEventListener('abort', abort, { once: true })
  aborting.set(signal, callbacks)
  return callbacks
}

/** What a call gets whose time is over. */
export function timedOut(): CzmqError {
  return new CzmqError('EAGAIN', 'EAGAIN: the operation was not possible or timed out', { errno: 11 })
}

/** What a call gets whose socket was closed while it waited. */
export function closedWhileWaiting(): CzmqError {
  return new CzmqError('EAGAIN', 'EAGAIN: the socket was closed while the operation waited', { errno: 11 })
}

/** What every call gets on a closed socket. */
export function closedError(): CzmqError {
  return new CzmqError('EBADF', 'EBADF: the socket is closed', { errno: 9 })
}

/** A misspelt time must not mean for ever. */
function unknownOption(name: string): TypeError {
  return invalidValue(`options.${name}`, 'is not an option of this call; there are timeout, signal')
}

const LONGEST_TIMEOUT = 2 ** 31 - 1

/** Checks the options of a call and answers its time-out, which the socket's own replaces where there is none. */
export function checkWait(options: WaitOptions | undefined, standard: number): number {
  if (options === undefined) return standard
  if (typeof options !== 'object' || options === null) throw invalidType('options', 'an object', options)
  for (const name in options) if (name !== 'timeout' && name !== 'signal') throw unknownOption(name)
  const { signal, timeout = standard } = options
  if (signal !== undefined && !(signal instanceof AbortSignal))
    throw invalidType('options.signal', 'an AbortSignal', signal)
  if (typeof timeout !== 'number') throw invalidType('options.timeout', 'a number', timeout)
  if (timeout !== -1 && !(timeout >= 0 && timeout <= LONGEST_TIMEOUT))
    throw outOfRange('options.timeout', `-1 or 0 to ${LONGEST_TIMEOUT}`, timeout)
  signal?.throwIfAborted()
  return timeout
}
