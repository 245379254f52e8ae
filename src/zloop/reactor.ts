import { types } from 'node:util'
import { CzmqError, invalidType } from '../errors.ts'
import { failure } from '../failure.ts'
import { C } from '../raw/index.ts'
import { waitPatiently } from '../raw/patience.ts'
import { poll } from '../raw/poll.ts'
import { Agenda, type Appointment } from './agenda.ts'
import { isHopeless, type Source, Sources } from './sources.ts'

/** How a run ended: a handler said so (-1), or CZMQ was told to stop or nothing was left (0). */
export type Outcome = -1 | 0

/** The longest wait at once, in milliseconds: longer ones C cannot count in microseconds. */
const LONGEST_WAIT = 3_600_000

/**
 * What a loop does. It is not `zloop_start`, whose handlers would be called by C: JavaScript could not be ended inside
 * of it, a worker could not be terminated, and each timer would take one of the few trampolines for good.
 */
export class Reactor {
  readonly agenda: Agenda = new Agenda()
  readonly sources: Sources = new Sources()
  ticketDelay = 0
  maxTimers = 0
  nonstop = false
  verbose = false
  #lastId = 0
  #running = false
  #ended = false

  nextId(): number {
    this.#lastId += 1
    return this.#lastId
  }

  log(what: string): void {
    if (this.verbose) C.zsys_debug('%s', `zloop: ${what}`)
  }

  /** The loop is being destroyed, perhaps by a handler of it. */
  end(): void {
    this.#ended = true
    this.agenda.clear()
    this.sources.end(() => true)
  }

  run(): Outcome {
    if (this.#running) throw new CzmqError('ERR_CZMQ_BUSY', 'This zloop runs already')
    this.#running = true
    try {
      this.#restart()
      let outcome: Outcome | null = null
      while (outcome === null) outcome = this.#turn()
      return outcome
    } finally {
      this.#running = false
    }
  }

  /** The delays of timers begin with the run, those of tickets when they are made. */
  #restart(): void {
    const now = performance.now()
    for (const each of this.agenda.all) if (!each.isTicket) this.agenda.put(each, now + each.delay)
  }

  get #interrupted(): boolean {
    return !this.nonstop && C.zsys_interrupted !== 0
  }

  /** Waits once, and calls all whose time has come. Null when the run goes on. */
  #turn(): Outcome | null {
    if (this.#interrupted || (this.sources.empty && this.agenda.size === 0)) return 0
    const sources = this.sources.all
    if (this.#wait(sources) === -1) return stopped()
    if (this.#interrupted) return 0
    return this.#callTimers() ?? this.#callSources(sources)
  }

  #wait(sources: readonly Source[]): number {
    const left = Math.ceil(
      Math.max(0, (this.agenda.first?.when ?? Number.POSITIVE_INFINITY) - performance.now()),
    )
    const items = sources.map((each) => each.item)
    const isOver = (count: number) => count === 0 && !this.#interrupted
    return waitPatiently(Math.min(left, LONGEST_WAIT), (slice) => poll(items, slice), isOver)
  }

  /** What is put on the agenda meanwhile waits for the next turn, so that sockets get theirs. */
  #callTimers(): Outcome | null {
    const now = performance.now()
    const { order } = this.agenda
    for (let each = this.agenda.first; each; each = this.agenda.first) {
      if (each.when > now || each.order >= order) return null
      const { appointment, when } = each
      this.log(`call ${appointment.isTicket ? 'ticket' : 'timer'} handler id=${appointment.id}`)
      this.#advance(appointment, when, now)
      const outcome = this.#outcome(appointment.call())
      if (outcome !== null) return outcome
    }
    return null
  }

  /** Before its handler is called, which may end it or reset it. One without delay must not always be the first. */
  #advance(each: Appointment, when: number, now: number): void {
    if (each.left === 1) this.agenda.remove(each)
    else this.agenda.put(each, each.delay === 0 ? now : when + each.delay)
    if (each.left > 0) each.left -= 1
  }

  #callSources(sources: readonly Source[]): Outcome | null {
    for (const each of sources) {
      const { revents } = each.item
      if (revents === 0 || each.ended) continue
      if (isHopeless(each, revents)) {
        this.sources.end((other) => other === each)
        this.log("can't poll: removed after errors")
        continue
      }
      this.log(`call ${each.isReader ? 'reader' : 'poller'} handler`)
      const outcome = this.#outcome(each.call(revents))
      if (outcome !== null) return outcome
    }
    return null
  }

  #outcome(result: unknown): Outcome | null {
    if (types.isPromise(result)) throw invalidType('handler', 'a function that is not async', result)
    return result === -1 || result === false || this.#ended ? -1 : null
  }
}

/** A signal came, or a context is ending. */
function stopped(): Outcome {
  const error = failure('zmq_poll')
  if (error.code === 'EINTR' || error.code === 'ETERM') return 0
  throw error
}
