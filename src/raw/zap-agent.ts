import { type MessagePort, Worker } from 'node:worker_threads'
import { CzmqError } from '../errors.ts'
import { hasRoomForWorker } from './headroom.ts'
import { lastErrno } from './memory.ts'
import type { Pointer } from './types.ts'
import { ZapGuard } from './zap-guard.ts'

/**
 * This thread's side of the agent that answers libzmq's questions about clients (ZAP, RFC 27). It is one worker thread
 * for all contexts, started when first used, so that clients are let in while this thread blocks in C. It never keeps
 * the process alive. Its program is `src/zap-agent`; nothing here knows what that does.
 */

/** Who may come in with PLAIN; null for nobody. */
export type PasswordSource = { file: string } | { passwords: ReadonlyMap<string, string> } | null
/** Who may come in with CURVE, by public keys of 40 characters of Z85; null for nobody. */
export type KeySource =
  | 'any'
  | { directory: string }
  | { keys: ReadonlyMap<string, ReadonlyMap<string, string>> }
  | null

/** What an agent is told to do. */
export type AgentCommand =
  | { do: 'open'; context: bigint; link: AgentLink | null }
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
const TIMED_OUT = 'ETIMEDOUT: the authentication thread does not answer'
const ENDED = 'EPIPE: the authentication thread has ended; destroy this authentication and make another one'

const EPIPE = 32

let host: Host | undefined
let agents = 0

/** The worker thread. */
class Host {
  readonly #worker: Worker = startWorker()
  #reply: Int32Array<SharedArrayBuffer> = newReply()
  #ended = false
  /** Those that must know when the thread ends. */
  readonly agents = new Set<ZapAgent>()

  get ended(): boolean {
    return this.#ended
  }

  constructor() {
    this.#worker.unref()
    this.#worker.on('error', (error) => this.#end(error))
    this.#worker.on('exit', (code) => this.#end(new Error(`exit code ${code}`)))
  }

  /** Sends a command and waits until it is carried out; answers errno, 0 when all went well. */
  order(agent: number, command: AgentCommand, transfer: MessagePort[] = []): number {
    if (this.#ended) throw new CzmqError('EPIPE', ENDED, { errno: EPIPE })
    const reply = this.#reply
    Atomics.store(reply, DONE, 0)
    this.#worker.postMessage({ agent, command, reply: reply.buffer } satisfies AgentOrder, transfer)
    if (Atomics.wait(reply, DONE, 0, PATIENCE) !== 'timed-out') return reply[ERRNO] ?? 0
    // What it says later is not the answer to another command
    this.#reply = newReply()
    throw new CzmqError('ETIMEDOUT', TIMED_OUT)
  }

  /** Sends a command and does not wait. */
  tell(agent: number, command: AgentCommand): void {
    this.#worker.postMessage({ agent, command, reply: null } satisfies AgentOrder)
  }

  /** Nobody comes in until there is another one; and whoever relies on it must hear of it. */
  #end(reason: unknown): void {
    if (this.#ended) return
    this.#ended = true
    if (host === this) host = undefined
    for (const each of this.agents) each.guard()
    process.emitWarning(`The authentication thread has ended: ${String(reason)}`, {
      type: 'CzmqWarning',
      code: 'CZMQ_AUTHENTICATION',
    })
  }
}

function newReply(): Int32Array<SharedArrayBuffer> {
  return new Int32Array(new SharedArrayBuffer(8))
}

/** It gets none of this process's own options: a worker cannot have some of them. */
function startWorker(): Worker {
  const entry = entryPoint()
  if (!entry.pathname.endsWith('.ts')) return new Worker(entry, { execArgv: [] })
  const loader = JSON.stringify(import.meta.resolve('tsx/esm/api'))
  const code = `import(${loader}).then(({ register }) => { register(); return import(${JSON.stringify(entry)}) })`
  return new Worker(code, { eval: true, execArgv: [] })
}

/** Beside the bundle, or in the folder of its sources. */
function entryPoint(): URL {
  const { url } = import.meta
  const [, extension] = /\/raw\/zap-agent\.([jt]s)$/.exec(url) ?? []
  return new URL(extension === undefined ? './zap-agent.js' : `../zap-agent/main.${extension}`, url)
}

/** The agent of one context, until it is closed. */
export class ZapAgent {
  readonly #host: Host
  readonly #id: number
  readonly #context: Pointer
  #closed = false
  #guard: ZapGuard | null = null

  /** @internal */
  constructor(host: Host, id: number, context: Pointer) {
    this.#host = host
    this.#id = id
    this.#context = context
    host.agents.add(this)
  }

  get closed(): boolean {
    return this.#closed
  }

  /** Blocks until it is carried out, which takes microseconds. */
  order(command: AgentCommand): void {
    this.#host.order(this.#id, command)
  }

  /** {@link order}, without waiting for it, and whether or not it was closed. */
  tell(command: AgentCommand): void {
    this.#host.tell(this.#id, command)
  }

  /** Its thread has ended: holds its endpoint until it is closed, so that nobody comes in unasked. */
  guard(): void {
    this.#guard = ZapGuard.open(this.#context)
  }

  /** Ends it, and its endpoint is free; again, it does nothing. */
  close(): void {
    if (!this.#leave()) return
    this.#host.order(this.#id, { do: 'close' })
  }

  /** {@link close}, without waiting for it. */
  abandon(): void {
    if (!this.#leave()) return
    this.#host.tell(this.#id, { do: 'close' })
  }

  /** Whether the thread is still to be told. */
  #leave(): boolean {
    if (this.#closed) return false
    this.#closed = true
    this.#host.agents.delete(this)
    this.#guard?.close()
    return !this.#host.ended
  }
}

/**
 * Opens an agent for a 0MQ context, which must live until it is closed: the agent, or errno. `EADDRINUSE` says that the
 * context has one already.
 */
export function openAgent(context: Pointer, link: AgentLink | null = null): ZapAgent | number {
  if (!host && !hasRoomForWorker()) return lastErrno()
  host ??= new Host()
  const id = ++agents
  const errno = opened(host, id, context, link)
  return errno === 0 ? new ZapAgent(host, id, context) : errno
}

/** One that is given up must not have the endpoint afterwards. */
function opened(host: Host, id: number, context: Pointer, link: AgentLink | null): number {
  try {
    return host.order(id, { do: 'open', context, link }, link ? [link.port] : [])
  } catch (error) {
    host.tell(id, { do: 'close' })
    throw error
  }
}
