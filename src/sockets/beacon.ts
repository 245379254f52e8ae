import { flag } from '../arguments.ts'
import type { ReceivedBeacon } from '../zbeacon/index.ts'
import { Announcements } from './beacon/announcements.ts'
import { BeaconCore } from './beacon/core.ts'
import {
  type BeaconOptions,
  beaconBytes,
  intervalOf,
  type PublishOptions,
  placeOf,
} from './beacon/options.ts'
import { closedError, type WaitOptions } from './waiting.ts'

export type { BeaconOptions, PublishOptions } from './beacon/options.ts'

const registry = new FinalizationRegistry<BeaconCore>((core) => core.close())

/**
 * A beacon: it announces up to 255 bytes in the local network again and again, and receives what others announce on the
 * same port, among them programs that use CZMQ's `zbeacon`. While a call waits it keeps the process alive; announcing
 * alone does not. One that neither announces nor is referred to any more is closed.
 *
 * @example
 * ```ts
 * const beacon = new Beacon({ port: 9999 })
 * beacon.publish('service:49152', { interval: 500 })
 * beacon.subscribe('service:')
 * for await (const { address, data } of beacon) console.log(address, String(data))
 * ```
 */
export class Beacon {
  readonly #core: BeaconCore

  /**
   * A beacon that neither announces nor receives yet.
   *
   * @throws TypeError `ERR_INVALID_ARG_TYPE`, `ERR_INVALID_ARG_VALUE`, RangeError `ERR_OUT_OF_RANGE`.
   * @throws {@link CzmqError} `ENODEV` when there is no such interface, `EADDRINUSE` when a program has the port for
   *   itself, `EACCES`, `EMFILE`.
   */
  constructor(options: BeaconOptions) {
    this.#core = new BeaconCore(placeOf(options), this)
    registry.register(this, this.#core, this.#core)
  }

  /** The IP address of the interface, at which others can reach this host; with several, that of the newest. */
  get hostname(): string {
    return this.#core.hostname
  }

  /** Whether it was closed. */
  get closed(): boolean {
    return this.#core.closed
  }

  /** Whether it does not receive its own announcements; it does at first. Those of others that are the same it does. */
  get noEcho(): boolean {
    return this.#core.noEcho
  }

  /** Whether not to receive its own announcements. */
  set noEcho(value: boolean) {
    this.#core.noEcho = flag('noEcho', value) === 1
  }

  /**
   * Announces this from now on, instead of what it announced before; now for the first time. What cannot be sent,
   * because the interface is down, is lost, and so sent again after the interval.
   *
   * C: `zbeacon_publish`
   * @param data - 1 to 255 bytes; text becomes its UTF-8. A copy is made.
   * @throws TypeError `ERR_INVALID_ARG_TYPE`, `ERR_INVALID_ARG_VALUE`, RangeError `ERR_OUT_OF_RANGE`.
   * @throws {@link CzmqError} `EBADF` when it is closed.
   */
  publish(data: Uint8Array | string, options: PublishOptions = {}): void {
    const bytes = beaconBytes('data', data, 1)
    const interval = intervalOf(options)
    this.#open().announce(bytes, interval)
  }

  /**
   * Announces nothing any more.
   *
   * C: `zbeacon_silence`
   * @throws {@link CzmqError} `EBADF` when it is closed.
   */
  silence(): void {
    this.#open().silence()
  }

  /**
   * Receives announcements that begin with this from now on, instead of those it received before. Up to 1000 wait to be
   * received, more are dropped.
   *
   * C: `zbeacon_subscribe`
   * @param prefix - At most 255 bytes; text becomes its UTF-8. Nothing receives all.
   * @throws TypeError `ERR_INVALID_ARG_TYPE`, `ERR_INVALID_ARG_VALUE`.
   * @throws {@link CzmqError} `EBADF` when it is closed.
   */
  subscribe(prefix: Uint8Array | string = ''): void {
    const filter = beaconBytes('prefix', prefix, 0)
    this.#open().filter = filter
  }

  /**
   * Receives no announcements any more; those that came before can still be received.
   *
   * C: `zbeacon_unsubscribe`
   * @throws {@link CzmqError} `EBADF` when it is closed.
   */
  unsubscribe(): void {
    this.#open().filter = null
  }

  #open(): BeaconCore {
    if (this.#core.closed) throw closedError()
    return this.#core
  }

  /**
   * Receives an announcement. Any number of calls may wait; the first is served first.
   *
   * @throws {@link CzmqError} (rejects with) `EAGAIN` when the time is over or the beacon was closed meanwhile, `EBADF`
   *   when it was before; or with the signal's reason.
   */
  receive(options?: WaitOptions): Promise<ReceivedBeacon> {
    return this.#core.inbox.receive(options)
  }

  /**
   * Receives an announcement if one has come, else `null`.
   *
   * @throws {@link CzmqError} `EBADF` when the beacon is closed.
   */
  tryReceive(): ReceivedBeacon | null {
    return this.#core.inbox.take()
  }

  /** Announcements until the beacon is closed. Leaving the loop does not close it. */
  [Symbol.asyncIterator](): AsyncIterableIterator<ReceivedBeacon, undefined> {
    return new Announcements(this.#core, this)
  }

  /** Closes the beacon; again, it does nothing. Calls that wait reject with `EAGAIN`, and iterations end. */
  close(): void {
    registry.unregister(this.#core)
    this.#core.close()
  }

  /** {@link close}, for `using`. */
  [Symbol.dispose](): void {
    this.close()
  }

  /** {@link close}, for `await using`. */
  async [Symbol.asyncDispose](): Promise<void> {
    this.close()
  }

  /** What `console.log` shows. */
  [Symbol.for('nodejs.util.inspect.custom')](): string {
    return `Beacon { ${this.closed ? 'closed' : 'open'} }`
  }
}
