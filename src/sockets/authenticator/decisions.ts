import type { ZapStatus } from '../../zap/reply.ts'
import { Queue } from '../queue.ts'
import { Waiter } from '../waiting.ts'
import type { Mechanism } from './request.ts'

/** What was decided about a client. It has neither passwords nor secret keys. */
export interface Decision {
  /** 200: let in, 300: put off, 400: kept out, 500: kept out because the authenticator itself failed. */
  readonly status: ZapStatus
  /** A word for people. */
  readonly text: string
  /** The client's IP address. */
  readonly address: string
  /** The ZAP domain of the socket; may be empty. */
  readonly domain: string
  /** What the client has used. */
  readonly mechanism: Mechanism
  /** With CURVE the client's public key, 40 characters of Z85, whether it was let in or not; else `null`. */
  readonly publicKey: string | null
  /** The routing id of the socket that the client wants to connect to: libzmq never tells the client's own. May be empty. */
  readonly routingId: Buffer
  /** Who the client is, when it was let in: its user name, its public key, or what the handler says. */
  readonly userId: string
  /** What else the application is told about the client. */
  readonly metadata: Readonly<Record<string, string>>
  /** What the handler has thrown. */
  error?: unknown
}

type Result = IteratorResult<Decision, undefined>
const DONE: Result = { value: undefined, done: true }
/** A reader that never reads must not fill the memory: it keeps the newest. */
const MOST = 10_000

/** Decisions that one reader has not read yet. */
export class Decisions implements AsyncIterableIterator<Decision, undefined> {
  readonly #waiting = new Queue<Decision>()
  readonly #calls = new Queue<Waiter<Result>>()
  readonly #onEnd: () => void
  #ended = false

  constructor(onEnd: () => void) {
    this.#onEnd = onEnd
  }

  push(decision: Decision): void {
    const call = this.#calls.shift()
    if (call) {
      call.resolve({ value: decision, done: false })
      return
    }
    this.#waiting.push(decision)
    if (this.#waiting.size > MOST) this.#waiting.shift()
  }

  async next(): Promise<Result> {
    const decision = this.#waiting.shift()
    if (decision) return { value: decision, done: false }
    if (this.#ended) return DONE
    const call = new Waiter<Result>()
    this.#calls.push(call)
    return call.promise
  }

  async return(): Promise<Result> {
    this.end()
    this.#waiting.drain()
    return DONE
  }

  /** No more will come. */
  end(): void {
    if (this.#ended) return
    this.#ended = true
    this.#onEnd()
    for (const each of this.#calls.drain()) each.resolve(DONE)
  }

  [Symbol.asyncIterator](): this {
    return this
  }
}
