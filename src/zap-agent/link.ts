import type { MessagePort } from 'node:worker_threads'
import { type AgentLink, COUNTERS } from '../raw/zap-agent.ts'
import type { Answer, FromAgent, Question, ToAgent, Told } from '../zap/link.ts'

type Counter = (typeof COUNTERS)[number]

/** The agent's end of its link; without one it counts nothing and tells nobody. */
export class Link {
  readonly #port: MessagePort | null
  readonly #counters: BigInt64Array
  #credit: number | null = null

  constructor(link: AgentLink | null, onAnswer: (answer: Answer) => void) {
    this.#port = link?.port ?? null
    this.#counters = new BigInt64Array(link?.counters ?? new SharedArrayBuffer(COUNTERS.length * 8))
    this.#port?.on('message', (message: ToAgent) => {
      if (!('credit' in message)) onAnswer(message)
      else this.#credit = message.credit === null ? null : (this.#credit ?? 0) + message.credit
    })
  }

  count(counter: Counter): void {
    Atomics.add(this.#counters, COUNTERS.indexOf(counter), 1n)
  }

  ask(question: Question): void {
    this.#port?.postMessage(question satisfies FromAgent)
  }

  /** A reader that is slow misses some, rather than that they pile up. */
  tell(decision: () => Told): void {
    if (this.#credit === null) return
    if (this.#credit === 0) {
      this.count('missed')
      return
    }
    this.#credit--
    this.#port?.postMessage({ decision: decision() } satisfies FromAgent)
  }

  close(): void {
    this.#port?.close()
  }
}
