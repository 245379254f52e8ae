import { Pull } from 'czmq'
import type { Worker } from './crew.ts'
import { type Answer, answerIn, type Result } from './messages.ts'

/** Pulls the answers of all workers. */
export class Sink {
  /** What they found, in the order of files; a hole for each file that is not finished. */
  readonly results: Result[] = []
  /** Files finished so far. */
  finished = 0
  /** Answers pulled so far, but for the first of each worker. */
  messages = 0
  readonly #socket = new Pull()

  /** Answers where workers push their answers. */
  async bind(): Promise<string> {
    return this.#socket.bind('tcp://127.0.0.1:*')
  }

  /** Notes all answers that come until the sink is closed, and tells of each. */
  async collect(workers: Worker[], onAnswer: () => void): Promise<void> {
    for await (const message of this.#socket) {
      const answer = answerIn(message)
      const worker = answer && workers[answer.worker - 1]
      if (worker) this.#note(worker, answer)
      onAnswer()
    }
  }

  close(): void {
    this.#socket.close()
  }

  #note(worker: Worker, answer: Answer): void {
    worker.hasAnswered()
    if (answer.kind !== 'ready') this.messages++
    // A lost worker has no files any more: they are done again by another one.
    if (answer.kind !== 'done' || !worker.files.delete(answer.result.file)) return
    this.results[answer.result.file] = answer.result
    this.finished++
    worker.done.files++
    worker.done.bytes += answer.result.bytes
  }
}
