import type { ReceivedBeacon } from '../../zbeacon/index.ts'
import { Queue } from '../queue.ts'
import { checkWait, closedError, closedWhileWaiting, timedOut, Waiter, type WaitOptions } from '../waiting.ts'

/** So many announcements wait to be received; more are dropped, because they will come again. */
const MOST = 1000

/** Announcements that wait for calls, or calls that wait for announcements. */
export class Inbox {
  readonly #beacons = new Queue<ReceivedBeacon>()
  readonly #waiters = new Queue<Waiter<ReceivedBeacon>>()
  readonly #onChange: (waiting: boolean) => void
  #failure: Error | null = null

  /** `onChange` is told whether calls wait. */
  constructor(onChange: (waiting: boolean) => void) {
    this.#onChange = onChange
  }

  get waiting(): boolean {
    return this.#waiters.size > 0
  }

  put(beacon: ReceivedBeacon): void {
    const waiter = this.#waiters.shift()
    if (!waiter) {
      if (this.#beacons.size < MOST) this.#beacons.push(beacon)
      return
    }
    waiter.resolve(beacon)
    this.#onChange(this.waiting)
  }

  /** The next announcement if there is one, else null. */
  take(): ReceivedBeacon | null {
    if (this.#failure) throw this.#failure
    return this.#beacons.shift() ?? null
  }

  /** The next announcement. */
  async receive(options?: WaitOptions): Promise<ReceivedBeacon> {
    const timeout = checkWait(options, -1)
    const beacon = this.take()
    if (beacon) return beacon
    if (timeout === 0) throw timedOut()
    const waiter = new Waiter<ReceivedBeacon>()
    this.#waiters.push(waiter)
    waiter.limit(timeout, options?.signal, () => {
      this.#waiters.remove(waiter)
      this.#onChange(this.waiting)
    })
    this.#onChange(true)
    return waiter.promise
  }

  /** Nothing comes any more: calls that wait are told why, later ones as well. */
  end(failure?: Error): void {
    if (this.#failure) return
    this.#failure = failure ?? closedError()
    this.#beacons.drain()
    for (const each of this.#waiters.drain()) each.reject(failure ?? closedWhileWaiting())
    this.#onChange(false)
  }
}
