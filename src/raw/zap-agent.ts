import type { MessagePort } from 'node:worker_threads'
import { CzmqError } from '../errors.ts'
import { hasRoomForWorker } from './headroom.ts'
import { ProgramThread } from './launch.ts'
import { lastErrno } from './memory.ts'
import type { Lent } from './thread-end.ts'
import type { Pointer } from './types.ts'
import { ZapEndpoint } from './zap-endpoint.ts'

/**
 * This thread's side of the agent that answers libzmq's questions about clients (ZAP, RFC 27). It is one worker thread
 * for all contexts, started when first used, so that clients are let in while this thread blocks in C. It never keeps
 * the process alive. Its program is `src/zap-agent`; nothing here knows what that does.
 */

/** A file of passwords, and whether it is none when every user of the system can read or change it. */
export interface PasswordFileSource {
  readonly file: string
  readonly refuseExposed: boolean
}
/** Who may come in with PLAIN; null for nobody. */
export type PasswordSource = PasswordFileSource | { passwords: ReadonlyMap<string, string> } | null
/** Who may come in with CURVE, by public keys of 40 characters of Z85; null for nobody. */
export type KeySource =
  | 'any'
  | { directory: string }
  | { keys: ReadonlyMap<string, ReadonlyMap<string, string>> }
  | null

/** What an agent is told to do. */
export type AgentCommand =
  | { do: 'open'; lent: Lent; link: AgentLink | null }
  | { do: 'close' }
  | { do: 'allow' | 'deny'; address: string }
  | { do: 'plain'; domain: string; source: PasswordSource }
  | { do: 'curve'; domain: string; source: KeySource }
  | { do: 'verbose'; verbose: boolean }
  /** Requests that pass are to be asked about; milliseconds to wait for the answer, or null to ask no more. */
  | { do: 'ask'; timeout: number | null }
  | { do: 'limit'; pending: number; rate: number }

/** How an agent talks to whoever opened it, besides the answers to commands. */
export interface AgentLink {
  /** Where it asks and tells of decisions. */
  readonly port: MessagePort
  /** As many 64-bit numbers as there are {@link COUNTERS}. */
  readonly counters: SharedArrayBuffer
}

/** What an agent counts, in the order of its memory. */
export const COUNTERS = ['accepted', 'later', 'refused', 'failed', 'malformed', 'limited', 'missed'] as const

/** What the worker gets: the command, for which agent, and where it says that it is done; null when nobody waits. */
export interface AgentOrder {
  readonly agent: number
  readonly command: AgentCommand
  readonly reply: SharedArrayBuffer | null
}

/** Indexes of 32-bit numbers in a reply. */
export const DONE = 0
export const ERRNO = 1
/** Milliseconds; it takes 50 to start, and microseconds for a command. */
const PATIENCE = 20_000
/** Milliseconds after which it is looked whether the thread still exists. */
const SLICE = 20
const TIMED_OUT = 'ETIMEDOUT: the authentication thread does not answer'
const ENDED = 'EPIPE: the authentication thread has ended; destroy this authentication and make another one'

const EPIPE = 32

let host: Host | undefined
let agents = 0

/** The worker thread. */
class Host {
  readonly #thread = new ProgramThread('zap-agent')
  #reply: Int32Array<SharedArrayBuffer> = newReply()
  /** Endpoints that their agents have been told to close; nobody waits for that. */
  readonly #abandoned = new Map<Int32Array, ZapEndpoint>()
  #told = false

  constructor() {
    this.#thread.worker.on('error', (error) => this.#end(error))
    this.#thread.worker.on('exit', (code) => this.#end(new Error(`exit code ${code}`)))
  }

  get ended(): boolean {
    return this.#thread.ended
  }

  /** Sends a command and waits until it is carried out; answers errno, 0 when all went well. */
  order(agent: number, command: AgentCommand, transfer: MessagePort[] = []): number {
    const reply = this.#reply
    Atomics.store(reply, DONE, 0)
    this.#post({ agent, command, reply: reply.buffer }, transfer)
    for (let waited = 0; waited < PATIENCE; waited += SLICE) {
      // Before looking, so that what it has done last still counts
      const last = waited > 0 && this.ended
      if (Atomics.wait(reply, DONE, 0, last ? 0 : SLICE) !== 'timed-out') return reply[ERRNO] ?? 0
      if (last) throw new CzmqError('EPIPE', ENDED, { errno: EPIPE })
    }
    // What it says later is not the answer to another command
    this.#reply = newReply()
    throw new CzmqError('ETIMEDOUT', TIMED_OUT)
  }

  /** Sends a command and does not wait. */
  tell(agent: number, command: AgentCommand): void {
    this.#post({ agent, command, reply: null })
  }

  /** Has an agent closed, and its endpoint afterwards, without waiting for it. */
  abandon(agent: number, endpoint: ZapEndpoint): void {
    const reply = newReply()
    this.#abandoned.set(reply, endpoint)
    this.#post({ agent, command: { do: 'close' }, reply: reply.buffer })
    this.#sweep()
  }

  #post(order: AgentOrder, transfer: MessagePort[] = []): void {
    this.#thread.worker.postMessage(order, transfer)
  }

  #sweep(): void {
    for (const [reply, endpoint] of this.#abandoned) {
      if (Atomics.load(reply, DONE) === 0 && !this.ended) continue
      this.#abandoned.delete(reply)
      endpoint.close()
    }
  }

  /** Nobody comes in until there is another one; and whoever relies on it must hear of it. */
  #end(reason: unknown): void {
    if (this.#told) return
    this.#told = true
    if (host === this) host = undefined
    this.#sweep()
    process.emitWarning(`The authentication thread has ended: ${String(reason)}`, {
      type: 'CzmqWarning',
      code: 'CZMQ_AUTHENTICATION',
    })
  }
}

function newReply(): Int32Array<SharedArrayBuffer> {
  return new Int32Array(new SharedArrayBuffer(8))
}

/** The agent of one context, until it is closed. */
export class ZapAgent {
  readonly #host: Host
  readonly #id: number
  readonly #endpoint: ZapEndpoint
  #closed = false

  /** @internal */
  constructor(host: Host, id: number, endpoint: ZapEndpoint) {
    this.#host = host
    this.#id = id
    this.#endpoint = endpoint
  }

  get closed(): boolean {
    return this.#closed
  }

  /**
   * Blocks until it is carried out, which takes microseconds.
   *
   * @throws {@link CzmqError} `EPIPE` when its thread has ended, `ETIMEDOUT`.
   */
  order(command: AgentCommand): void {
    this.#host.order(this.#id, command)
  }

  /** {@link order}, without waiting for it, and whether or not it was closed. */
  tell(command: AgentCommand): void {
    this.#host.tell(this.#id, command)
  }

  /** Ends it, and its endpoint is free; again, it does nothing. */
  close(): void {
    if (this.#closed) return
    this.#closed = true
    if (!this.#host.ended) this.#finish()
    this.#endpoint.close()
  }

  /** It need not be there any more. */
  #finish(): void {
    try {
      this.#host.order(this.#id, { do: 'close' })
    } catch (error) {
      if ((error as CzmqError).code !== 'EPIPE') throw error
    }
  }

  /** {@link close}, without waiting for it. */
  abandon(): void {
    if (this.#closed) return
    this.#closed = true
    this.#host.abandon(this.#id, this.#endpoint)
  }
}

/**
 * Opens an agent for a 0MQ context, which must live until it is closed: the agent, or errno. `EADDRINUSE` says that the
 * context has one already.
 *
 * @throws {@link CzmqError} `EPIPE` when its thread ends while it starts, `ETIMEDOUT`.
 */
export function openAgent(context: Pointer, link: AgentLink | null = null): ZapAgent | number {
  if (host?.ended) host = undefined
  if (!host && !hasRoomForWorker()) return lastErrno()
  const endpoint = ZapEndpoint.open(context)
  if (typeof endpoint === 'number') return endpoint
  host ??= new Host()
  const id = ++agents
  const errno = opened(host, id, endpoint, link)
  if (errno === 0) return new ZapAgent(host, id, endpoint)
  endpoint.close()
  return errno
}

/** One that is given up must not have the endpoint afterwards. */
function opened(host: Host, id: number, endpoint: ZapEndpoint, link: AgentLink | null): number {
  try {
    return host.order(id, { do: 'open', lent: endpoint.lent, link }, link ? [link.port] : [])
  } catch (error) {
    host.abandon(id, endpoint)
    throw error
  }
}
