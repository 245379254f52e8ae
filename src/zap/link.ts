import type { Verdict, ZapStatus } from './reply.ts'
import type { Credentials, ZapRequest } from './request.ts'

/** What an agent asks: about a request that has passed so far. */
export interface Question {
  readonly question: number
  readonly request: ZapRequest
  /** What the agent would answer by itself. */
  readonly verdict: Verdict
}

/** The answer to a question. */
export interface Answer {
  readonly question: number
  readonly verdict: Verdict
}

/** What was decided about a request; it has neither password nor key of the server. */
export interface Told {
  readonly address: string
  readonly domain: string
  readonly mechanism: Credentials['mechanism']
  /** The client's, with CURVE. */
  readonly publicKey: string | null
  readonly routingId: Uint8Array
  readonly status: ZapStatus
  readonly text: string
  readonly userId: string
  readonly metadata: ReadonlyMap<string, string>
  /** The question that this is the answer to. */
  readonly question: number | null
}

/** From the agent. */
export type FromAgent = Question | { decision: Told }
/** To the agent; so many more decisions it may tell, null when nobody wants to hear of them any more. */
export type ToAgent = Answer | { credit: number | null }
