import { integer } from '../arguments.ts'
import { CzmqError, invalidType } from '../errors.ts'
import { checkReadable, type ReadableSocket } from './directed.ts'
import { type Readiness, readinessOf } from './readiness.ts'
import { internals } from './socket.ts'
import { checkWait, Waiter, type WaitOptions } from './waiting.ts'

/** A reader or a timer of a {@link Loop}. */
export interface LoopEntry {
  /** Does it no more; a handler that runs is not interrupted. */
  end(): void
}

/** What is called. Its promise is awaited before it is called again; what it throws ends the loop. */
export type Handler<Argument> = (argument: Argument) => unknown

/** One reader or timer. */
abstract class Entry implements LoopEntry {
  readonly #loop: Running
  ended = false
  #busy = false

  constructor(loop: Running) {
    this.#loop = loop
  }

  /** Waits for the next time. */
  abstract arm(): void
  /** Waits no more. */
  abstract disarm(): void
  /** Calls the handler. */
  protected abstract call(): unknown

  end(): void {
    if (this.ended) return
    this.ended = true
    this.disarm()
    this.#loop.remove(this)
  }

  /** Its time has come. */
  protected async fire(): Promise<void> {
    if (!this.idle) return
    this.#busy = true
    try {
      await Promise.resolve()
      if (this.#loop.running && !this.ended) await this.call()
    } catch (error) {
      this.#loop.fail(error)
    }
    this.#busy = false
    if (this.#loop.running && !this.ended) this.arm()
  }

  /** Whether no handler of it runs. */
  get idle(): boolean {
    return !this.#busy
  }
}

/** What entries know of their loop. */
interface Running {
  readonly running: boolean
  remove(entry: Entry): void
  fail(error: unknown): void
}

class Reader<S extends ReadableSocket> extends Entry {
  readonly #readiness: Readiness
  readonly #socket: S
  readonly #handler: Handler<S>

  constructor(loop: Running, socket: S, handler: Handler<S>) {
    super(loop)
    this.#readiness = readinessOf(internals(socket))
    this.#socket = socket
    this.#handler = handler
  }

  readonly #wake = (): void => {
    if (this.#readiness.closed) this.end()
    else void this.fire()
  }

  arm(): void {
    if (this.#readiness.closed) this.end()
    else if (this.#readiness.readable) void this.fire()
    else this.#readiness.watch(this.#wake)
  }

  disarm(): void {
    this.#readiness.unwatch(this.#wake)
  }

  protected call(): unknown {
    this.#readiness.spend()
    return this.#handler(this.#socket)
  }
}

class Timer extends Entry {
  readonly #delay: number
  readonly #handler: Handler<LoopEntry>
  #left: number
  #due = 0
  #timeout: NodeJS.Timeout | undefined

  constructor(loop: Running, delay: number, times: number, handler: Handler<LoopEntry>) {
    super(loop)
    this.#delay = delay
    this.#left = times === 0 ? Number.POSITIVE_INFINITY : times
    this.#handler = handler
  }

  /** A time that has passed meanwhile is not made up for. */
  arm(): void {
    const now = performance.now()
    this.#due = Math.max(now, (this.#due || now) + this.#delay)
    this.#timeout = setTimeout(() => void this.fire(), this.#due - now)
  }

  disarm(): void {
    clearTimeout(this.#timeout)
    this.#due = 0
  }

  protected async call(): Promise<void> {
    this.#left--
    await this.#handler(this)
    if (this.#left === 0) this.end()
  }
}

/**
 * A reactor on the event loop: it calls handlers when sockets have messages and when times have come, until it is
 * stopped or nothing is left that it could wait for. Borrows its sockets; one that is closed is forgotten.
 *
 * @example
 * ```ts
 * const loop = new types.Loop()
 * loop.reader(pull, (socket) => console.log(socket.tryReceive()))
 * loop.timer(1000, 0, () => loop.stop())
 * await loop.run()
 * ```
 */
export class Loop {
  readonly #entries = new Set<Entry>()
  /** Settles the call of {@link run}; null when there is none. */
  #run: Waiter<void> | null = null
  readonly #access: Running

  /** A loop that does nothing until {@link run}. */
  constructor() {
    const isRunning = () => this.running
    this.#access = {
      get running() {
        return isRunning()
      },
      remove: (entry) => this.#remove(entry),
      fail: (error) => this.#fail(error),
    }
  }

  /** Whether it runs. */
  get running(): boolean {
    return this.#run !== null
  }

  /**
   * Calls a handler whenever a socket has a message, which the handler takes, until the entry is ended or the socket
   * closed.
   *
   * C: `zloop_reader`
   * @throws TypeError `ERR_INVALID_ARG_TYPE`.
   */
  reader<S extends ReadableSocket>(socket: S, handler: Handler<S>): LoopEntry {
    checkReadable('socket', socket)
    return this.#add(new Reader(this.#access, socket, checkHandler(handler)))
  }

  /**
   * Calls a handler after `delay` milliseconds, and then so many `times` altogether; 0 times is for ever. The time
   * begins with {@link run}.
   *
   * C: `zloop_timer`
   * @throws TypeError `ERR_INVALID_ARG_TYPE`, RangeError `ERR_OUT_OF_RANGE`.
   */
  timer(delay: number, times: number, handler: Handler<LoopEntry>): LoopEntry {
    integer('delay', delay, 0)
    integer('times', times, 0)
    return this.#add(new Timer(this.#access, delay, times, checkHandler(handler)))
  }

  #add(entry: Entry): LoopEntry {
    this.#entries.add(entry)
    if (this.running) entry.arm()
    return entry
  }

  #remove(entry: Entry): void {
    this.#entries.delete(entry)
    if (this.#entries.size === 0) this.stop()
  }

  /** After the run there is nobody whom it could be told. */
  #fail(error: unknown): void {
    const run = this.#halt()
    if (run) run.reject(error)
    else
      queueMicrotask(() => {
        throw error
      })
  }

  /**
   * Calls the handlers until {@link stop}, or until there is neither a reader nor a timer any more. It can run again.
   *
   * C: `zloop_start`
   * @throws (rejects) What a handler throws; {@link CzmqError} `EBUSY` when it runs already, `EAGAIN` when the time is
   *   over; or the signal's reason.
   */
  async run(options?: WaitOptions): Promise<void> {
    const timeout = checkWait(options, -1)
    if (this.running) throw new CzmqError('EBUSY', 'EBUSY: the loop runs', { errno: 16 })
    if (this.#entries.size === 0) return
    const run = new Waiter<void>()
    this.#run = run
    run.limit(timeout, options?.signal, () => void this.#halt())
    this.#armAll()
    await run.promise
  }

  #armAll(): void {
    try {
      for (const each of [...this.#entries]) if (each.idle) each.arm()
    } catch (error) {
      this.#fail(error)
    }
  }

  /** Ends {@link run}; a handler that runs is not interrupted. Without a run it does nothing. */
  stop(): void {
    this.#halt()?.resolve()
  }

  #halt(): Waiter<void> | null {
    const run = this.#run
    this.#run = null
    if (run) for (const each of this.#entries) each.disarm()
    return run
  }
}

function checkHandler<Argument>(handler: Handler<Argument>): Handler<Argument> {
  if (typeof handler !== 'function') throw invalidType('handler', 'a function', handler)
  return handler
}
