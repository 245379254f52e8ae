import { flag, integer } from '../arguments.ts'
import { invalidType } from '../errors.ts'
import { onDestroy } from '../handle.ts'
import { agentOf } from '../raw/compat/zauth.ts'
import { type AgentCommand, COUNTERS } from '../raw/zap-agent.ts'
import { type Passwords, passwordSource } from '../zap/sources.ts'
import { allow, deny, type Zauth } from '../zauth/index.ts'
import { open } from '../zauth/open.ts'
import { type CurveClients, curveSource } from './authenticator/clients.ts'
import type { Decision } from './authenticator/decisions.ts'
import { Desk, type Handler } from './authenticator/desk.ts'
import {
  type AuthenticationCounters,
  type AuthenticationLimits,
  type AuthenticatorOptions,
  checkNames,
  type DomainOptions,
  domainFrom,
  type PlainOptions,
  several,
  someOf,
  type UseOptions,
} from './authenticator/options.ts'
import { type Context, contextFrom } from './context.ts'

export type { ZapStatus } from '../zap/reply.ts'
export type { CurveClients } from './authenticator/clients.ts'
export type { Decision } from './authenticator/decisions.ts'
export type { Handler as AuthenticationHandler } from './authenticator/desk.ts'
export type {
  AuthenticationCounters,
  AuthenticationLimits,
  AuthenticatorOptions,
  DomainOptions,
  PlainOptions,
  UseOptions,
} from './authenticator/options.ts'
export type {
  AuthenticationRequest,
  CurveRequest,
  GssapiRequest,
  Mechanism,
  NullRequest,
  PlainRequest,
} from './authenticator/request.ts'
export type { Ruling } from './authenticator/ruling.ts'

/** The open authenticator of each context. */
const byContext = new WeakMap<Context, Authenticator>()

const TIMEOUT = 5000
const LONGEST_TIMEOUT = 2 ** 31 - 1
const PENDING = 1000
const MOST = 1_000_000
const OPTIONS = ['context', 'domain', 'allow', 'deny', 'plain', 'curve', 'limits']

/**
 * Decides who may connect to the sockets of a context. Clients by PLAIN, CURVE and GSSAPI are authenticated, and those
 * without a mechanism where the socket has a `zapDomain`. It works on a thread of its own, whatever this one does, and
 * as long as its context; it does not keep the process alive. When it is closed, everybody may come in but to sockets
 * with `zapEnforceDomain`.
 *
 * The addresses come first, then what is configured for the mechanism, then the handler ({@link use}).
 *
 * @example
 * ```ts
 * const authenticator = new Authenticator({ plain: new Map([['admin', 'secret']]), deny: '192.0.2.0/24' })
 * authenticator.use((request) => ({ status: request.accepted ? 200 : 400, metadata: { Group: 'staff' } }))
 * const socket = new Reply({ plainServer: true })
 * await socket.bind('tcp://127.0.0.1:*')
 * authenticator.close()
 * ```
 */
export class Authenticator {
  readonly #desk: Desk = new Desk()
  readonly #context: Context
  readonly #domain: string
  /** The handle, for use with `zauth`. */
  readonly handle: Zauth

  /**
   * An authenticator that works from now on. Blocks until its thread has started, some 50 ms for the first one.
   *
   * @throws TypeError `ERR_INVALID_ARG_TYPE`, `ERR_INVALID_ARG_VALUE`.
   * @throws {@link CzmqError} `EADDRINUSE` when the context has one already, here or in another thread; `EMFILE`, `ETERM`.
   */
  constructor(options: AuthenticatorOptions = {}) {
    checkNames('options', options, OPTIONS)
    this.#context = contextFrom(options.context)
    this.#domain = domainFrom('options.domain', options.domain)
    try {
      this.handle = open(this.#context.handle, this.#desk.link)
    } catch (error) {
      this.#desk.close()
      throw error
    }
    const desk = this.#desk
    onDestroy(this.handle, () => desk.close())
    byContext.set(this.#context, this)
    this.#configure(options)
  }

  /** A mistake in the options leaves no authenticator behind. */
  #configure({ allow, deny, plain, curve, limits }: AuthenticatorOptions): void {
    try {
      for (const each of someOf('options.allow', allow)) this.allow(each)
      for (const each of several('options.deny', deny)) this.deny(each)
      if (plain !== undefined) this.plain(plain)
      if (curve !== undefined) this.curve(curve)
      if (limits !== undefined) this.limit(limits)
    } catch (error) {
      this.close()
      throw error
    }
  }

  /** The context whose clients it authenticates. */
  get context(): Context {
    return this.#context
  }

  /** Whether it was closed, or its context. */
  get closed(): boolean {
    return this.handle.destroyed
  }

  /** How many requests were decided. */
  get counters(): AuthenticationCounters {
    const counts = COUNTERS.map((name, index) => [name, this.#desk.count(index)] as const)
    return Object.fromEntries(counts) as unknown as AuthenticationCounters
  }

  /**
   * Allows an address. From the first on all others are denied, also clients by ipc, which have none; what is allowed
   * cannot be denied.
   *
   * C: `zauth_allow`
   * @param address - IPv4 or IPv6, or a range: `'127.0.0.1'`, `'10.0.0.0/8'`, `'2001:db8::/32'`. No range of IPv6 has
   *   addresses of IPv4: `'::/0'` is all of IPv6, and `'0.0.0.0/0'` all of IPv4, whether the socket has both or not.
   * @throws TypeError `ERR_INVALID_ARG_TYPE`, `ERR_INVALID_ARG_VALUE`; {@link CzmqError} `ERR_CZMQ_DESTROYED`.
   */
  allow(address: string): void {
    allow(this.handle, address)
  }

  /**
   * Denies an address, as long as none is allowed. Clients by ipc have no address, so none is denied.
   *
   * C: `zauth_deny`
   * @throws As {@link allow}.
   */
  deny(address: string): void {
    deny(this.handle, address)
  }

  /**
   * Says who may come in with PLAIN, in place of what was said before for the domain; at first nobody.
   *
   * C: `zauth_configure_plain`
   * @param passwords - By user; or the path of a file of lines `user=password`, which is read again when it changes;
   *   `null` takes back what was said: then it is as for all domains, and where that is `null` nobody but whom a handler
   *   lets in.
   * @throws TypeError `ERR_INVALID_ARG_TYPE`, `ERR_INVALID_ARG_VALUE`; {@link CzmqError} `ERR_CZMQ_DESTROYED`,
   *   `ERR_CZMQ_EXPOSED` when every user of the system can read or change the file, `ENOENT`, `EACCES`, `EISDIR`. If
   *   that comes later, nobody comes in.
   */
  plain(passwords: Passwords | null, options: PlainOptions = {}): void {
    checkNames('options', options, ['domain', 'allowExposed'])
    const { domain, allowExposed = false } = options
    const refuseExposed = flag('options.allowExposed', allowExposed) === 0
    const source = passwords === null ? null : passwordSource(passwords, { refuseExposed })
    this.#order({ do: 'plain', domain: domainFrom('options.domain', domain, this.#domain), source })
  }

  /**
   * Says who may come in with CURVE, in place of what was said before for the domain; at first nobody. The application is
   * told the client's public key as `'User-Id'`, and the metadata of its certificate.
   *
   * C: `zauth_configure_curve`
   * @param clients - `'*'` for whoever knows the server's public key; or a directory of certificates, as a path or a
   *   store, which is read again when it changes; or certificates or public keys, as they are now; `null` takes
   *   back what was said, as for {@link plain}.
   * @throws TypeError `ERR_INVALID_ARG_TYPE`, `ERR_INVALID_ARG_VALUE`; {@link CzmqError} `ERR_CZMQ_DESTROYED`.
   */
  curve(clients: CurveClients | null, options: DomainOptions = {}): void {
    const source = clients === null ? null : curveSource('clients', clients)
    this.#order({ do: 'curve', domain: this.#domainOf(options), source })
  }

  /**
   * Has a function decide about clients that the addresses and what is configured let pass; also about those with PLAIN or
   * CURVE for whose domain nothing is configured. What it throws, and a decision that makes no sense, keeps the client out
   * (500). It runs on this thread: while that blocks, clients wait until the time is over. `null` ends it.
   *
   * @throws TypeError `ERR_INVALID_ARG_TYPE`, RangeError `ERR_OUT_OF_RANGE`; {@link CzmqError} `ERR_CZMQ_DESTROYED`.
   */
  use(handler: Handler | null, options: UseOptions = {}): this {
    if (handler !== null && typeof handler !== 'function') throw invalidType('handler', 'a function', handler)
    checkNames('options', options, ['timeout'])
    const timeout = integer('options.timeout', options.timeout ?? TIMEOUT, 1, LONGEST_TIMEOUT)
    this.#desk.handler = handler
    this.#order({ do: 'ask', timeout: handler && timeout })
    return this
  }

  /**
   * Limits how many clients may ask to be let in, in place of what was said before.
   *
   * @throws TypeError `ERR_INVALID_ARG_TYPE`, RangeError `ERR_OUT_OF_RANGE`; {@link CzmqError} `ERR_CZMQ_DESTROYED`.
   */
  limit(limits: AuthenticationLimits): void {
    checkNames('limits', limits, ['pending', 'rate'])
    const pending = integer('limits.pending', limits.pending ?? PENDING, 1, MOST)
    const rate = limits.rate === undefined ? Infinity : integer('limits.rate', limits.rate, 1, MOST)
    this.#order({ do: 'limit', pending, rate })
  }

  /** Decisions from now on, until it is closed. While somebody reads them they keep the process alive. */
  [Symbol.asyncIterator](): AsyncIterableIterator<Decision, undefined> {
    const decisions = this.#desk.read()
    if (this.closed) decisions.end()
    return decisions
  }

  #order(command: AgentCommand): void {
    agentOf(this.handle.pointer).order(command)
  }

  #domainOf(options: DomainOptions): string {
    checkNames('options', options, ['domain'])
    return domainFrom('options.domain', options.domain, this.#domain)
  }

  /** Ends it; again, it does nothing. Connections stay; who comes now is let in but where a domain is enforced. */
  close(): void {
    this.handle.destroy()
  }

  /** {@link close}, for `using`. */
  [Symbol.dispose](): void {
    this.close()
  }

  /** {@link close}, for `await using`. */
  async [Symbol.asyncDispose](): Promise<void> {
    this.close()
  }

  /** What `console.log` shows. */
  [Symbol.for('nodejs.util.inspect.custom')](): string {
    return `Authenticator { ${this.closed ? 'closed' : 'open'} }`
  }
}

/** The open authenticator of a context. */
export function authenticatorOf(context: Context): Authenticator | null {
  const found = byContext.get(context)
  return found && !found.closed ? found : null
}
