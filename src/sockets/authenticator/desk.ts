import { MessageChannel, type MessagePort } from 'node:worker_threads'
import { type AgentLink, COUNTERS } from '../../raw/zap-agent.ts'
import type { Answer, FromAgent, Question, ToAgent, Told } from '../../zap/link.ts'
import { FAILED } from '../../zap/reply.ts'
import type { Decision } from './decisions.ts'
import { Decisions } from './decisions.ts'
import { type AuthenticationRequest, requestFrom } from './request.ts'
import { type Ruling, verdictFrom } from './ruling.ts'

/** Decides about a request that the lists and what is configured have let pass. */
export type Handler = (request: AuthenticationRequest) => Ruling | Promise<Ruling>

/** How many decisions the agent may tell before it is told to go on, and after how many it is. */
const CREDIT = 4096
const REFILL = 1024

/**
 * The program's end of the link to its agent: here questions are answered, and decisions are handed to those who want to
 * hear of them. It refers neither to the authenticator nor to its context, because the open port keeps it alive.
 */
export class Desk {
  /** What the agent gets. */
  readonly link: AgentLink
  readonly #port: MessagePort
  readonly #counters: BigInt64Array
  readonly #readers = new Set<Decisions>()
  /** Errors of handlers, until their decisions are told. */
  readonly #errors = new Map<number, unknown>()
  #handler: Handler | null = null
  #told = 0
  #ended = false

  constructor() {
    const { port1, port2 } = new MessageChannel()
    const counters = new SharedArrayBuffer(COUNTERS.length * BigInt64Array.BYTES_PER_ELEMENT)
    this.link = { port: port2, counters }
    this.#counters = new BigInt64Array(counters)
    this.#port = port1
    port1.on('message', (message: FromAgent) => {
      if ('decision' in message) this.#hear(message.decision)
      else void this.#answer(message)
    })
    // Its other end is in a thread that can end
    port1.on('close', () => this.#end())
    port1.unref()
  }

  /** Who is asked; null for nobody. */
  set handler(handler: Handler | null) {
    this.#handler = handler
  }

  count(index: number): number {
    return Number(Atomics.load(this.#counters, index))
  }

  /** Decisions from now on. While somebody reads them they keep the process alive. */
  read(): Decisions {
    const reader = new Decisions(() => this.#leave(reader))
    if (this.#readers.size === 0) {
      this.#told = 0
      this.#send({ credit: CREDIT })
      this.#port.ref()
    }
    this.#readers.add(reader)
    if (this.#ended) reader.end()
    return reader
  }

  #leave(reader: Decisions): void {
    if (!this.#readers.delete(reader) || this.#readers.size > 0) return
    this.#errors.clear()
    this.#send({ credit: null })
    this.#port.unref()
  }

  #hear(told: Told): void {
    const { question, metadata, routingId, ...rest } = told
    const decision: Decision = {
      ...rest,
      routingId: Buffer.from(routingId),
      metadata: Object.fromEntries(metadata),
    }
    if (question !== null && this.#errors.has(question)) decision.error = this.#errors.get(question)
    if (question !== null) this.#errors.delete(question)
    for (const each of this.#readers) each.push(decision)
    this.#told = (this.#told + 1) % REFILL
    if (this.#told === 0 && this.#readers.size > 0) this.#send({ credit: REFILL })
  }

  /** What a handler throws is no secret of the program, but it is the client that must not learn of it. */
  async #answer({ question, request, verdict }: Question): Promise<void> {
    try {
      if (!this.#handler) throw new Error('nobody decides')
      const ruling = await this.#handler(requestFrom(request, verdict))
      this.#send({ question, verdict: verdictFrom(ruling, request, verdict) })
    } catch (error) {
      this.#keep(question, error)
      this.#send({ question, verdict: FAILED })
    }
  }

  /** Only the latest: decisions for which the time was over have been told already, and those that are missed never are. */
  #keep(question: number, error: unknown): void {
    if (this.#readers.size === 0) return
    this.#errors.set(question, error)
    const [oldest] = this.#errors.keys()
    if (this.#errors.size > CREDIT && oldest !== undefined) this.#errors.delete(oldest)
  }

  #send(message: Answer | ToAgent): void {
    this.#port.postMessage(message)
  }

  close(): void {
    this.#end()
    this.#handler = null
    this.#port.close()
  }

  #end(): void {
    this.#ended = true
    for (const each of [...this.#readers]) each.end()
  }
}
