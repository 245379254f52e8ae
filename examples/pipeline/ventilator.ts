import type { Worker } from './crew.ts'
import { FileReader, type Problem, reasonOf } from './files.ts'
import { type Part, sendPart } from './messages.ts'

/** So many messages a worker may have unanswered: enough to be always busy, few enough to share fairly. */
const WINDOW = 8

/** Reads files and pushes them to the workers that have the least to do. */
export class Ventilator {
  /** Files that could not be read. */
  readonly problems: Problem[] = []
  /** Parts pushed so far. */
  messages = 0
  readonly #folder: string
  readonly #paths: Buffer[]
  /** Files that no worker has; the next one is the last. */
  readonly #waiting: number[]

  constructor(folder: string, paths: Buffer[]) {
    this.#folder = folder
    this.#paths = paths
    this.#waiting = paths.map((_, file) => file).reverse()
  }

  /** Pushes parts to the workers, in turn, until each has as many as it may or nothing is left. Does not block. */
  feed(workers: Worker[]): void {
    let hungry = workers.filter(({ lost }) => lost === null)
    while (hungry.length > 0) hungry = hungry.filter((worker) => this.#push(worker))
  }

  /** Takes back what a lost worker has not finished. */
  takeBack(worker: Worker): void {
    this.#close(worker)
    worker.pending = null
    this.#waiting.push(...worker.files)
    worker.files.clear()
  }

  /** Whether there was a part for this worker that it could take. */
  #push(worker: Worker): boolean {
    if (worker.unanswered >= WINDOW) return false
    worker.pending ??= this.#nextPart(worker)
    if (worker.pending === null || !sendPart(worker.jobs, worker.pending)) return false
    worker.pending = null
    worker.unanswered++
    this.messages++
    return true
  }

  #nextPart(worker: Worker): Part | null {
    for (;;) {
      const file = worker.current?.file ?? this.#waiting.pop()
      if (file === undefined) return null
      worker.files.add(file)
      try {
        return this.#read(worker, file)
      } catch (error) {
        this.#giveUp(worker, file, reasonOf(error))
      }
    }
  }

  #read(worker: Worker, file: number): Part {
    worker.current ??= { file, reader: new FileReader(this.#folder, this.#pathOf(file)) }
    const content = worker.current.reader.read(worker.buffer)
    const last = content.length < worker.buffer.length
    if (last) this.#close(worker)
    return { file, last, content }
  }

  #giveUp(worker: Worker, file: number, reason: string): void {
    this.#close(worker)
    worker.files.delete(file)
    this.problems.push({ path: this.#pathOf(file), reason })
  }

  #close(worker: Worker): void {
    worker.current?.reader.close()
    worker.current = null
  }

  #pathOf(file: number): Buffer {
    return this.#paths[file] ?? Buffer.alloc(0)
  }
}
