import { startCrew, type Worker } from './crew.ts'
import type { Problem } from './files.ts'
import type { Result } from './messages.ts'
import { Patience } from './patience.ts'
import { Sink } from './sink.ts'
import { Ventilator } from './ventilator.ts'

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
  const sink = new Sink()
  const ventilator = new Ventilator(work.folder, files)
  const workers = await startCrew(files.length === 0 ? 0 : work.workers, await sink.bind())
  const patience = new Patience(workers, work.patience)
  const collected = sink.collect(workers, () => {
    patience.renew()
    observer.show(sink.finished)
  })
  const seconds = await conduct(ventilator, workers)
  patience.end()
  sink.close()
  await collected
  return {
    results: sink.results,
    problems: ventilator.problems,
    workers,
    unfinished: files.length - sink.finished - ventilator.problems.length,
    seconds,
    messages: ventilator.messages + sink.messages,
  }
}

/** Answers how many seconds the work took, from the first message to the last. */
async function conduct(ventilator: Ventilator, workers: Worker[]): Promise<number> {
  // Each is ready or lost: the first one to come would do all the work otherwise.
  await Promise.allSettled(workers.map(async (worker) => worker.whenIdle()))
  const start = performance.now()
  await ventilator.distribute(workers)
  const seconds = (performance.now() - start) / 1000
  const present = workers.filter(({ lost }) => lost === null)
  await Promise.all(present.map(async (worker) => worker.dismiss()))
  return seconds
}
