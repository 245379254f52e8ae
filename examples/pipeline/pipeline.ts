import { setImmediate } from 'node:timers/promises'
import { zctx } from 'czmq'
import { dismissCrew, lose, startCrew, type Worker } from './crew.ts'
import type { Problem } from './files.ts'
import type { Result } from './messages.ts'
import { Sink } from './sink.ts'
import { Ventilator } from './ventilator.ts'

/** How long to wait for an answer before Node may look for signals and workers that ended, in milliseconds. */
const TURN = 20

/** What to do, and how. */
export interface Work {
  folder: string
  workers: number
  /** After so many milliseconds without any answer, workers that owe one are taken for dead. */
  patience: number
}

/** What came out. */
export interface Outcome {
  /** In the order of files; a hole for each file without a result. */
  results: Result[]
  problems: Problem[]
  workers: Worker[]
  /** Files that nobody was left to finish. */
  unfinished: number
  /** From the first message to the last. */
  seconds: number
  messages: number
}

/** Whom to tell how far the work is. */
export interface Observer {
  show(finished: number): void
}

/** Hashes files in worker processes. Only losing all workers keeps it from finishing, and nothing from ending. */
export async function runPipeline(work: Work, files: Buffer[], observer: Observer): Promise<Outcome> {
  const context = zctx.new()
  try {
    const sink = new Sink(context)
    const workers = startCrew(context, files.length === 0 ? 0 : work.workers, sink.endpoint)
    const pipeline = new Pipeline(sink, new Ventilator(work.folder, files), workers, work.patience)
    await pipeline.untilReady()
    const start = performance.now()
    await pipeline.untilFinished(files.length, observer)
    const outcome = pipeline.outcome(files.length, (performance.now() - start) / 1000)
    await dismissCrew(workers)
    return outcome
  } finally {
    zctx.destroy(context)
  }
}

/** The ventilator, the workers and the sink at work. */
class Pipeline {
  readonly #sink: Sink
  readonly #ventilator: Ventilator
  readonly #workers: Worker[]
  readonly #patience: number
  /** For how many milliseconds nothing has come, not counting those in which this process did not run. */
  #silence = 0

  constructor(sink: Sink, ventilator: Ventilator, workers: Worker[], patience: number) {
    this.#sink = sink
    this.#ventilator = ventilator
    this.#workers = workers
    this.#patience = patience
  }

  /** Waits until each worker is ready or lost: the first one to come would do all the work otherwise. */
  async untilReady(): Promise<void> {
    while (this.#workers.some(({ ready, lost }) => !ready && lost === null)) await this.#turn()
  }

  /** Pushes files to the workers and pulls what they answer, until all is done or nobody is left to do it. */
  async untilFinished(files: number, observer: Observer): Promise<void> {
    while (this.#open(files) > 0 && this.#workers.some(({ lost }) => lost === null)) {
      for (const worker of this.#workers) if (worker.lost !== null) this.#ventilator.takeBack(worker)
      this.#ventilator.feed(this.#workers)
      if (this.#open(files) > 0) await this.#turn()
      observer.show(this.#sink.finished)
    }
  }

  outcome(files: number, seconds: number): Outcome {
    return {
      results: this.#sink.results,
      problems: this.#ventilator.problems,
      workers: this.#workers,
      unfinished: this.#open(files),
      seconds,
      messages: this.#ventilator.messages + this.#sink.messages,
    }
  }

  #open(files: number): number {
    return files - this.#sink.finished - this.#ventilator.problems.length
  }

  /** Lets answers come in, then lets Node do its work. */
  async #turn(): Promise<void> {
    const answers = this.#sink.drain(this.#workers, TURN)
    this.#silence = answers > 0 ? 0 : this.#silence + TURN
    if (this.#silence >= this.#patience) this.#loseSilent()
    await setImmediate()
  }

  #loseSilent(): void {
    this.#silence = 0
    for (const worker of this.#workers) {
      if (worker.unanswered > 0) lose(worker, `did not answer for ${this.#patience / 1000} s and was ended`)
    }
  }
}
