import type { Worker } from './crew.ts'
import { type Problem, readParts, reasonOf } from './files.ts'
import type { Part } from './messages.ts'

/** The size of a part of a file in bytes. */
const PART_SIZE = 256 * 1024

/** Reads files and pushes them to the workers, part by part. */
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

  /** Pushes all files; what lost workers have not finished goes to the others, as long as there is one. */
  async distribute(workers: Worker[]): Promise<void> {
    let present = workers
    while (this.#waiting.length > 0 && present.length > 0) {
      await Promise.all(present.map(async (worker) => this.#supply(worker)))
      present = workers.filter(({ lost }) => lost === null)
    }
  }

  /** Pushes to a worker until nothing is left and it has answered everything, or it is lost. */
  async #supply(worker: Worker): Promise<void> {
    try {
      for (const part of this.#partsFor(worker)) {
        await worker.push(part)
        this.messages++
      }
      await worker.whenIdle()
    } catch (error) {
      if (worker.lost === null) throw error
      this.#waiting.push(...worker.files)
      worker.files.clear()
    }
  }

  /** Parts of files that no worker had, which are this worker's now. Each is in the memory of the one before. */
  *#partsFor(worker: Worker): Generator<Part> {
    const buffer = Buffer.allocUnsafeSlow(PART_SIZE)
    for (let file = this.#waiting.pop(); file !== undefined; file = this.#waiting.pop()) {
      const path = this.#paths[file] ?? Buffer.alloc(0)
      worker.files.add(file)
      try {
        for (const part of readParts(this.#folder, path, buffer)) yield { file, ...part }
      } catch (error) {
        worker.files.delete(file)
        this.problems.push({ path, reason: reasonOf(error) })
      }
    }
  }
}
