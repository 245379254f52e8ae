import type { ReceivedBeacon } from '../../zbeacon/index.ts'
import type { BeaconCore } from './core.ts'

type Done = IteratorReturnResult<undefined>
const END: Done = { value: undefined, done: true }

/** Announcements until the beacon is closed. It can be iterated again, because leaving a loop does not close the beacon. */
export class Announcements implements AsyncIterableIterator<ReceivedBeacon, undefined> {
  readonly #core: BeaconCore
  /** Not collected as long as somebody iterates. */
  readonly owner: object

  constructor(core: BeaconCore, owner: object) {
    this.#core = core
    this.owner = owner
  }

  async next(): Promise<IteratorResult<ReceivedBeacon, undefined>> {
    const { inbox } = this.#core
    try {
      return this.#hasEnded ? END : { value: await inbox.receive(), done: false }
    } catch (error) {
      if (this.#hasEnded) return END
      throw error
    }
  }

  /** One that has ended by itself says why instead. */
  get #hasEnded(): boolean {
    return this.#core.closed && !this.#core.failure
  }

  async return(): Promise<Done> {
    return END
  }

  [Symbol.asyncIterator](): this {
    return this
  }
}
