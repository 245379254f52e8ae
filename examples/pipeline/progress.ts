import type { WriteStream } from 'node:tty'

/** Between two lines of progress, in milliseconds. */
const INTERVAL = 50
const CLEAR_LINE = '\r\x1b[K'

/** Shows on a terminal how far the work is; elsewhere it says only what is done. */
export class Progress {
  readonly #stream: Pick<WriteStream, 'write' | 'isTTY'>
  readonly #files: number
  #last = 0

  constructor(stream: Pick<WriteStream, 'write' | 'isTTY'>, files: number) {
    this.#stream = stream
    this.#files = files
  }

  begin({ folder, workers }: { folder: string; workers: number }): void {
    this.#stream.write(
      `Hashing ${counted(this.#files, 'file')} of ${folder} with ${counted(workers, 'worker')}\n`,
    )
  }

  show(finished: number): void {
    const now = performance.now()
    if (!this.#stream.isTTY || now - this.#last < INTERVAL) return
    this.#last = now
    const percent = Math.floor((100 * finished) / this.#files)
    this.#stream.write(`${CLEAR_LINE}${finished} of ${this.#files} files, ${percent} %`)
  }

  end(): void {
    if (this.#stream.isTTY && this.#last > 0) this.#stream.write(CLEAR_LINE)
    this.#last = 0
  }
}

function counted(number: number, noun: string): string {
  return number === 1 ? `1 ${noun}` : `${number} ${noun}s`
}
