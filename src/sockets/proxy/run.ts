import { POLLIN, POLLOUT } from '../../raw/generated/constants.ts'
import type { Direction } from '../core.ts'
import type { Internals } from '../socket.ts'
import { Lane, type Traffic } from './lane.ts'

/** The sockets of a proxy. */
export interface Ends {
  readonly front: Internals
  readonly back: Internals
  readonly capture: Internals | null
}

/** A proxy at work, until one of its sockets is closed or fails. */
export class Run implements Direction {
  readonly done: Promise<void>
  readonly #ends: Ends
  readonly #sockets: Internals[]
  readonly #forth: Lane
  readonly #back: Lane | null
  #resolve: () => void = () => undefined
  #reject: (reason: unknown) => void = () => undefined
  #paused = false
  #ended = false

  constructor(ends: Ends) {
    const { front, back, capture } = ends
    this.#ends = ends
    this.#sockets = [...new Set(capture ? [front, back, capture] : [front, back])]
    this.#forth = new Lane(front, back, capture)
    this.#back = front === back ? null : new Lane(back, front, capture)
    this.done = new Promise((resolve, reject) => {
      this.#resolve = resolve
      this.#reject = reject
    })
    for (const { core } of this.#sockets) core.add(this)
  }

  /** What went from the front-end to the back-end, and the other way. */
  get traffic(): { forth: Traffic; back: Traffic } {
    return { forth: this.#forth.traffic, back: (this.#back ?? this.#forth).traffic }
  }

  /** Whether it waits for messages. */
  get waiting(): boolean {
    return !this.#ended && !this.#paused
  }

  get ended(): boolean {
    return this.#ended
  }

  /** Moves what there is, and waits for more: on all sockets, because one that was full may have room again. */
  advance(): void {
    if (!this.waiting) return
    try {
      this.#moveAll()
    } catch (error) {
      this.#finish(error)
      return
    }
    for (const { core } of this.#sockets) core.wait()
  }

  /** Nothing moving once may be chance: a socket was ready and is not any more. */
  #moveAll(): void {
    for (let idle = 0; idle < 2; ) {
      const ready = this.#ready
      if (ready.length === 0) return
      idle = ready.filter((lane) => lane.move()).length > 0 ? 0 : idle + 1
    }
  }

  /**
   * The ways that are open. Each socket is asked once and after everything else, because asking takes in what its
   * descriptor would tell: a change that nobody looks at is never heard of again.
   */
  get #ready(): Lane[] {
    const front = this.#ends.front.core.events()
    const back = this.#ends.back.core.events()
    const capture = this.#ends.capture?.core.events() ?? POLLOUT
    if (!(capture & POLLOUT)) return []
    const ready = []
    if ((front & POLLIN || this.#forth.hasAhead) && back & POLLOUT) ready.push(this.#forth)
    if (this.#back && (back & POLLIN || this.#back.hasAhead) && front & POLLOUT) ready.push(this.#back)
    return ready.filter((lane) => lane.hasBudget)
  }

  pause(): void {
    this.#paused = true
    for (const { core } of this.#sockets) core.kick()
  }

  resume(): void {
    this.#paused = false
    this.advance()
  }

  /** One of the sockets was closed. */
  end(): void {
    this.#finish()
  }

  #finish(error?: unknown): void {
    if (this.#ended) return
    this.#ended = true
    this.#forth.end()
    this.#back?.end()
    for (const { core } of [this.#ends.front, this.#ends.back]) if (!core.closed) core.close()
    if (error === undefined) this.#resolve()
    else this.#reject(error)
  }
}
