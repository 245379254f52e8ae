import { C } from '../raw/index.ts'
import type { Lent } from '../raw/thread-end.ts'
import type { AgentCommand, AgentLink, KeySource, PasswordSource } from '../raw/zap-agent.ts'
import { ANY_KEY, KeyDirectory, KeyMap, type Keys } from '../zap/keys.ts'
import type { Answer, Told } from '../zap/link.ts'
import { NotNow } from '../zap/not-now.ts'
import { PasswordFile, PasswordMap, type Passwords } from '../zap/passwords.ts'
import { Policy } from '../zap/policy.ts'
import { encodeReply, FAILED, LATER, REFUSED, type Verdict, type ZapStatus } from '../zap/reply.ts'
import { isMalformed, parseRequest, type ZapRequest } from '../zap/request.ts'
import { RateLimit } from './limits.ts'
import { Link } from './link.ts'
import { ZapSocket } from './socket.ts'

/** A request about which somebody was asked. */
interface Pending {
  readonly envelope: Buffer[]
  readonly request: ZapRequest
  readonly timer: NodeJS.Timeout
}

const COUNTER = { 200: 'accepted', 300: 'later', 400: 'refused', 500: 'failed' } as const
const DEFAULT_PENDING = 1000

/** Answers libzmq's questions about the clients of one context. */
export class Agent {
  readonly #policy = new Policy()
  readonly #link: Link
  #socket: ZapSocket | null = null
  #verbose = false
  #leaving = false
  /** Milliseconds to wait for an answer; null when nobody is asked. */
  #timeout: number | null = null
  #mostPending = DEFAULT_PENDING
  #rate = new RateLimit(Number.POSITIVE_INFINITY)
  readonly #pending = new Map<number, Pending>()
  #questions = 0
  #moment = 0

  constructor(link: AgentLink | null) {
    this.#link = new Link(link, (answer) => this.#answered(answer))
  }

  /** Begins to answer. */
  open(lent: Lent): void {
    this.#socket = new ZapSocket(lent, (requests) => {
      this.#moment++
      for (const { envelope, frames } of requests) this.#take(envelope, frames)
    })
  }

  obey(command: Exclude<AgentCommand, { do: 'open' }>): void {
    switch (command.do) {
      case 'close':
        this.#close()
        break
      case 'allow':
        this.#policy.allowed.add(command.address)
        break
      case 'deny':
        this.#policy.denied.add(command.address)
        break
      case 'plain':
        this.#policy.passwords.set(command.domain, passwordsFrom(command.source))
        break
      case 'curve':
        this.#policy.keys.set(command.domain, keysFrom(command.source))
        break
      case 'verbose':
        this.#verbose = command.verbose
        break
      case 'ask':
        this.#timeout = command.timeout
        break
      case 'limit':
        this.#mostPending = command.pending
        this.#rate = new RateLimit(command.rate)
    }
  }

  /** Whoever waits is to try again. */
  #close(): void {
    this.#timeout = null
    this.#leaving = true
    this.#socket?.leave()
    for (const question of [...this.#pending.keys()]) this.#answered({ question, verdict: LATER })
    this.#socket?.close()
    this.#link.close()
  }

  /** Whatever goes wrong with one request, the client stays out and the next one is served. */
  #take(envelope: Buffer[], frames: Buffer[]): void {
    const parsed = parseRequest(frames)
    if (isMalformed(parsed)) {
      this.#link.count('malformed')
      if (parsed.requestId) this.#socket?.send([...envelope, ...encodeReply(parsed.requestId, REFUSED)])
      return
    }
    try {
      this.#consider(envelope, parsed)
    } catch (error) {
      this.#reply(envelope, parsed, error instanceof NotNow ? LATER : FAILED)
    }
  }

  #consider(envelope: Buffer[], request: ZapRequest): void {
    if (!this.#rate.admits(request.address, performance.now())) {
      this.#limited(envelope, request)
      return
    }
    const verdict = this.#leaving ? LATER : this.#policy.decide(request, this.#moment)
    const passes = verdict.status === 200 || this.#policy.leavesOpen(request)
    if (this.#timeout === null || !passes) this.#reply(envelope, request, verdict)
    else if (this.#pending.size >= this.#mostPending) this.#limited(envelope, request)
    else this.#ask(envelope, request, verdict, this.#timeout)
  }

  #limited(envelope: Buffer[], request: ZapRequest): void {
    this.#link.count('limited')
    this.#reply(envelope, request, LATER)
  }

  #ask(envelope: Buffer[], request: ZapRequest, verdict: Verdict, timeout: number): void {
    const question = ++this.#questions
    const timer = setTimeout(() => this.#answered({ question, verdict: LATER }), timeout)
    this.#pending.set(question, { envelope, request, timer })
    this.#link.ask({ question, request, verdict })
  }

  #answered({ question, verdict }: Answer): void {
    const asked = this.#pending.get(question)
    if (!asked) return
    this.#pending.delete(question)
    clearTimeout(asked.timer)
    this.#reply(asked.envelope, asked.request, verdict, question)
  }

  #reply(envelope: Buffer[], request: ZapRequest, verdict: Verdict, question: number | null = null): void {
    // First, so that nobody can see a client that was not counted
    this.#link.count(COUNTER[verdict.status])
    this.#socket?.send([...envelope, ...encodeReply(request.requestId, verdict)])
    this.#link.tell(() => ({ ...told(request, verdict), question }))
    if (this.#verbose) log(request, verdict)
  }
}

function passwordsFrom(source: PasswordSource): Passwords | null {
  if (source === null) return null
  return 'file' in source ? new PasswordFile(source) : new PasswordMap(source.passwords)
}

function keysFrom(source: KeySource): Keys | null {
  if (source === null) return null
  if (source === 'any') return ANY_KEY
  return 'directory' in source ? new KeyDirectory(source.directory) : new KeyMap(source.keys)
}

function told(
  { address, domain, routingId, credentials }: ZapRequest,
  verdict: Verdict,
): Omit<Told, 'question'> {
  const publicKey = credentials.mechanism === 'CURVE' ? credentials.publicKey : null
  return { address, domain, mechanism: credentials.mechanism, publicKey, routingId, ...verdict }
}

const WORDS: Record<ZapStatus, string> = { 200: 'let in', 300: 'put off', 400: 'refused', 500: 'failed' }

/** To CZMQ's log. Neither names nor keys. */
function log({ address, domain, credentials }: ZapRequest, { status }: Verdict): void {
  const line = `ZAP: ${WORDS[status]} ${credentials.mechanism} from ${JSON.stringify(address)}, domain ${JSON.stringify(domain)}`
  C.zsys_info('%s', line)
}
