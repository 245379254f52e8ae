import { type zctx, zmq, zsocket } from 'czmq'
import type { Worker } from './crew.ts'
import { type Answer, type Result, receiveAnswer } from './messages.ts'

/** Pulls the answers of all workers. */
export class Sink {
  /** Where workers push their answers. */
  readonly endpoint: string
  /** What they found, in the order of files; a hole for each file that is not finished. */
  readonly results: Result[] = []
  /** Files finished so far. */
  finished = 0
  /** Answers pulled so far, but for the first of each worker. */
  messages = 0
  readonly #socket: zsocket.Zsocket

  constructor(context: zctx.Zctx) {
    this.#socket = zsocket.new(context, zmq.PULL)
    this.endpoint = `tcp://127.0.0.1:${zsocket.bind(this.#socket, 'tcp://127.0.0.1:*')}`
  }

  /** Pulls all answers that have come. Blocks until there is one, but no longer than `patience` milliseconds. */
  drain(workers: Worker[], patience: number): number {
    let answers = 0
    while (zsocket.poll(this.#socket, answers === 0 ? patience : 0)) {
      const answer = receiveAnswer(this.#socket)
      if (answer !== null) this.#note(workers[answer.worker - 1], answer)
      answers++
    }
    return answers
  }

  #note(worker: Worker | undefined, answer: Answer): void {
    if (worker === undefined) return
    worker.unanswered--
    if (answer.kind === 'ready') worker.ready = true
    else this.messages++
    // A lost worker has no files any more: they are done again by another one.
    if (answer.kind !== 'done' || !worker.files.delete(answer.result.file)) return
    this.results[answer.result.file] = answer.result
    this.finished++
    worker.done.files++
    worker.done.bytes += answer.result.bytes
  }
}
