import type { Worker } from './crew.ts'

/** So often within the patience it is looked whether answers have come. */
const LOOKS = 10

/**
 * Gives up workers that owe an answer when none has come for too long. It counts the times it has looked, not the
 * time: when this process did not run, the workers need not be to blame.
 */
export class Patience {
  readonly #timer: NodeJS.Timeout
  #looks = 0

  /** @param milliseconds - How long a silence may be. */
  constructor(workers: Pick<Worker, 'owesAnswers' | 'lose'>[], milliseconds: number) {
    const reason = `did not answer for ${milliseconds / 1000} s and was ended`
    this.#timer = setInterval(() => {
      if (++this.#looks < LOOKS) return
      this.renew()
      for (const worker of workers) if (worker.owesAnswers) worker.lose(reason)
    }, milliseconds / LOOKS)
  }

  /** An answer has come. */
  renew(): void {
    this.#looks = 0
  }

  end(): void {
    clearInterval(this.#timer)
  }
}
