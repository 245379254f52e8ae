import { POLLIN } from '../raw/generated/constants.ts'
import type { Core, Direction } from './core.ts'
import type { Internals } from './socket.ts'

const known = new WeakMap<Core, Readiness>()

/** What tells when a socket is readable; one for each socket. */
export function readinessOf({ core, receiver }: Internals): Readiness {
  const found = known.get(core) ?? new Readiness(core, receiver)
  known.set(core, found)
  return found
}

/** The part of a receiver that is needed here. */
interface Inbox {
  readonly waiting: boolean
  readonly hasMessage: boolean
}

/** Tells when a socket has a message that no call waits for, and takes nothing. */
export class Readiness implements Direction {
  readonly #core: Core
  readonly #inbox: Inbox
  readonly #watchers = new Set<() => void>()
  /** POLLIN, if that was not set. */
  missing = 0

  constructor(core: Core, inbox: Inbox) {
    this.#core = core
    this.#inbox = inbox
    core.add(this)
  }

  get waiting(): boolean {
    return this.#watchers.size > 0
  }

  get closed(): boolean {
    return this.#core.closed
  }

  /** Whether a message can be taken at once, in this turn of the event loop. */
  get readable(): boolean {
    return this.#core.hasBudget && this.hasMessage
  }

  /** Whether there is a message that no call waits for. */
  get hasMessage(): boolean {
    if (this.#core.closed || this.#inbox.waiting) return false
    if (this.#inbox.hasMessage) return true
    this.missing = ~this.#core.events() & POLLIN
    this.#core.touched(this)
    return this.missing === 0
  }

  /** Takes one step from the turn's budget. */
  spend(): void {
    this.#core.spend()
  }

  /** Has `watcher` called once, when the socket is readable or closed. It keeps the process alive until then. */
  watch(watcher: () => void): void {
    this.#watchers.add(watcher)
    try {
      this.#core.wait()
    } catch (error) {
      this.#watchers.delete(watcher)
      throw error
    }
  }

  /** `watcher` is not to be called any more. */
  unwatch(watcher: () => void): void {
    if (this.#watchers.delete(watcher) && !this.#core.closed) this.#core.kick()
  }

  advance(): void {
    if (this.readable) this.end()
    else this.#core.wait()
  }

  end(): void {
    const watchers = [...this.#watchers]
    this.#watchers.clear()
    for (const each of watchers) each()
  }
}
