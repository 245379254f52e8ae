import { randomUUID } from 'node:crypto'
import type { Context as SocketContext } from 'czmq'
import { Endpoint, HEARTBEAT, type Heartbeat } from './endpoint.ts'
import { BadRequest, ConfigurationError, Moved, RemoteError, SessionExpired } from './errors.ts'
import { disposeOf, type Hook, type ProvideOptions, Provider } from './provider.ts'
import { Registration, type RegistrationOptions } from './registration.ts'
import type { Host } from './running.ts'
import { isLocal, type ServerSecurity } from './security.ts'
import { addressed, Session, SessionTable, SessionTable10 } from './session.ts'
import { stubFor } from './stubs.ts'
import { type Header, isCommand, pack, parseHeader, splitAddress, unpack, VERSION } from './wire.ts'
import { Answerer10 } from './zerojson10.ts'

/** What a daemon can be told; times are in milliseconds. */
export interface DaemonOptions extends ServerSecurity, RegistrationOptions {
  /** Where it listens: `tcp://127.0.0.1:*`, `ipc://…`, `inproc://…`; several if need be. */
  address: string | readonly string[]
  /** Whether callers are told the stacks of errors; if absent, when nobody else than this machine can call. */
  stacks?: boolean
  /** So many calls of one client may run at once; 16 384 if absent. */
  maxInFlight?: number
  /** So long a client whose connection broke can come back to its session; 30 000 if absent. */
  linger?: number
  /** So long {@link Daemon.close} waits for calls that run; 5000 if absent. */
  grace?: number
  /** 1000 and 3000 if absent. */
  heartbeat?: Heartbeat
  /** The largest frame in bytes; -1 (if absent) is no limit. */
  maxMessageSize?: number
  /** The context of the sockets. */
  context?: SocketContext
}

type AnyClass = abstract new (...args: never) => object

/**
 * A process's server: objects and classes are provided under the names of interfaces, and clients call them.
 *
 * @example
 * ```ts
 * await using daemon = await Daemon.start({ address: 'tcp://127.0.0.1:*' })
 * daemon.provide('com.foo.adder', { add: (a: number, b: number) => a + b })
 * ```
 */
export class Daemon {
  /** Tells this daemon from others, also from one that was here before. */
  readonly boot: string = randomUUID()
  /** The name of the service: `/com/foo/stock/1`. */
  readonly service: string
  readonly #endpoint: Endpoint
  readonly #provider = new Provider()
  readonly #sessions: SessionTable
  readonly #sessions10 = new SessionTable10()
  readonly #answerer = new Answerer10(this.#provider, this.#sessions10)
  readonly #registration: Registration | null
  readonly #options: DaemonOptions
  readonly #sweeper: NodeJS.Timeout
  readonly #served: Promise<void>
  readonly #stacks: boolean
  readonly #running10 = new Set<Promise<void>>()
  #malformed = 0
  #draining = false
  #closing: Promise<void> | null = null

  private constructor(endpoint: Endpoint, options: DaemonOptions) {
    this.#endpoint = endpoint
    this.#options = options
    this.service = options.service ?? `/auto/${this.boot}`
    this.#stacks = options.stacks ?? endpoint.addresses.every(isLocal)
    this.#sessions = new SessionTable(options.linger ?? 30_000, (session) =>
      this.#send(session, pack('PING', {})),
    )
    const { interval } = options.heartbeat ?? HEARTBEAT
    this.#sweeper = setInterval(() => this.#sweep(), interval).unref()
    this.#served = endpoint.serve((frames, key) => this.#receive(frames, key))
    this.#registration = options.nameserver === undefined ? null : new Registration(this, options)
  }

  /**
   * Starts a daemon. With a nameserver it is registered there as soon as it provides something.
   *
   * @throws {@link ConfigurationError} (rejects with) when it would be reachable from other machines without CURVE; what
   *   `bind` of `czmq` rejects with.
   */
  static async start(options: DaemonOptions): Promise<Daemon> {
    const addresses = typeof options.address === 'string' ? [options.address] : options.address
    if (!Array.isArray(addresses) || addresses.length === 0)
      throw new ConfigurationError('A daemon needs an address')
    checkAdvertised(addresses, options)
    const { heartbeat = HEARTBEAT, maxMessageSize = -1, context } = options
    return new Daemon(
      await Endpoint.bind({ ...options, addresses, heartbeat, maxMessageSize, context }),
      options,
    )
  }

  /** Where it listens: with real ports. */
  get addresses(): readonly string[] {
    return this.#endpoint.addresses
  }

  /** The first of {@link addresses}. */
  get address(): string {
    return this.#endpoint.addresses[0] ?? ''
  }

  /** The names of the interfaces that it provides. */
  get interfaces(): string[] {
    return this.#provider.names
  }

  /** What it has to do: sessions, calls that run, and messages that no honest peer sends. */
  get statistics(): { sessions: number; running: number; malformed: number } {
    return { sessions: this.#sessions.size, running: this.#running, malformed: this.#malformed }
  }

  /** When its nameservers know of the interfaces that it provides now; at once without a nameserver. */
  get registered(): Promise<void> {
    return this.#registration?.registered ?? Promise.resolve()
  }

  get #running(): number {
    return [...this.#sessions].reduce((sum, { link }) => sum + link.running.size, this.#running10.size)
  }

  /**
   * Provides a class with `@provides`, or a class or object under a name. Of a plain object its functions are called,
   * but for those whose names begin with `_`.
   *
   * @throws {@link ConfigurationError} when the name is taken or no name, and when nothing is exposed.
   */
  provide(target: AnyClass | object, options?: ProvideOptions): void
  provide<T extends object>(name: string, target: T, options?: ProvideOptions<T>): void
  provide(first: string | object, second?: object, third: ProvideOptions = {}): void {
    if (typeof first === 'string') this.#provider.provide(first, second as object, third)
    else this.#provider.provide(undefined, first, (second ?? {}) as ProvideOptions)
    this.#registration?.changed()
  }

  /** Adds what is done around every call; the first is the outermost. */
  use(hook: Hook): void {
    this.#provider.use(hook)
  }

  #receive(frames: Buffer[], key: string | null): void {
    const parts = splitAddress(frames)
    if (!parts || parts.body.length === 0) {
      this.#malformed++
      return
    }
    try {
      this.#dispatch(parts.address, parts.body, key)
    } catch (error) {
      this.#malformed++
      this.#refuse(parts.address, parts.body, error)
    }
  }

  #dispatch(address: Buffer[], body: Buffer[], key: string | null): void {
    const session = this.#sessions.at(address)
    if (String(body[0]) === 'HELLO') {
      this.#hello(address, unpack(body).header, key)
      return
    }
    if (!session) {
      this.#withoutSession(address, body, key)
      return
    }
    const packet = unpack(body)
    if (packet.command === 'BYE') {
      this.#sessions.end(session)
      return
    }
    session.link.receive(packet)
  }

  /** A message without a session is of 1.0, or of a client of 2.0 that was away for too long. */
  #withoutSession(address: Buffer[], body: Buffer[], key: string | null): void {
    const command = String(body[0])
    if (isCommand(command) && command !== 'CALL') {
      this.#expired(address, body)
      return
    }
    if (command === 'CALL' && 'id' in headerOrEmpty(body[1])) {
      this.#expired(address, body)
      return
    }
    if (this.#draining) {
      this.#refuse(address, body, new Moved('The daemon is about to end'))
      return
    }
    const answering = this.#answerer.answer(body, key).then((frames) => {
      this.#running10.delete(answering)
      this.#endpoint.send(addressed(address, ['', ...frames]))
    })
    this.#running10.add(answering)
  }

  #expired(address: Buffer[], body: Buffer[]): void {
    this.#refuse(address, body, new SessionExpired('The session has expired'))
  }

  #hello(address: Buffer[], header: Header, key: string | null): void {
    if (header.version !== VERSION) throw new BadRequest(`Only version ${VERSION} says HELLO`)
    const known = this.#sessions.at(address)
    const resumed = known ?? this.#sessions.resume(header.session_id, key, address)
    const session = resumed ?? this.#newSession(header.session_id, address, key)
    const { boot, service } = this
    const answer = { code: 0, session_id: session.id, boot, service, resumed: resumed !== undefined }
    this.#send(session, pack('OK', { ...answer, meta: this.#provider.meta() }))
    if (resumed) session.link.resume()
  }

  #newSession(id: unknown, address: Buffer[], key: string | null): Session {
    const session = new Session(this.#sessions.idFor(id), address, key, (made) => ({
      send: (frames) => this.#send(made, frames),
      host: this.#hostFor(made),
      caller: { key, token: null },
      stub: stubFor,
    }))
    this.#sessions.add(session)
    return session
  }

  #hostFor({ instances }: Session): Host {
    const provider = this.#provider
    const isDraining = (): boolean => this.#draining
    return {
      invoke: (invocation) => provider.invoke(invocation, instances),
      around: (invocation, next) => provider.around(invocation, next),
      traits: (name, method) => provider.traits(name, method),
      stacks: this.#stacks,
      maxInFlight: this.#options.maxInFlight ?? 16_384,
      get draining() {
        return isDraining()
      },
    }
  }

  /** A client that cannot be reached has lost its connection. */
  #send(session: Session, frames: (Uint8Array | string)[]): boolean {
    if (!session.address) return false
    const sent = this.#endpoint.send(addressed(session.address, frames))
    if (!sent) this.#sessions.park(session)
    return sent
  }

  #refuse(address: Buffer[], body: Buffer[], error: unknown): void {
    const { id } = headerOrEmpty(body[1])
    const known = error instanceof RemoteError ? error : new BadRequest('The message is malformed')
    const header = { ...(typeof id === 'number' && { id }), code: known.code, error: known.message }
    this.#endpoint.send(addressed(address, pack('FAIL', header)))
  }

  #sweep(): void {
    this.#sessions.sweep()
    this.#sessions10.sweep()
  }

  /**
   * Ends it in good order: the nameserver is told, new calls are refused with {@link Moved}, those that run may finish
   * within the time of `grace`, clients are told, and instances that it has made are disposed of. Again, it does nothing.
   */
  close(): Promise<void> {
    this.#closing ??= this.#close()
    return this.#closing
  }

  async #close(): Promise<void> {
    this.#draining = true
    await this.#registration?.end()
    await this.#finish(this.#options.grace ?? 5000)
    clearInterval(this.#sweeper)
    for (const session of [...this.#sessions]) {
      this.#send(session, pack('BYE', { latest: session.link.running.latest }))
      this.#sessions.end(session)
    }
    this.#sessions10.clear()
    this.#endpoint.close()
    await this.#served
    for (const each of this.#provider.instances) await disposeOf(each)
  }

  async #finish(grace: number): Promise<void> {
    let timer: NodeJS.Timeout | undefined
    const late = new Promise<void>((resolve) => {
      timer = setTimeout(resolve, grace)
    })
    const running = Promise.all([
      ...[...this.#sessions].map(({ link }) => link.running.settled()),
      ...this.#running10,
    ])
    await Promise.race([running, late])
    clearTimeout(timer)
    // What a call has answered is sent in the turn after it
    await new Promise((resolve) => setImmediate(resolve))
  }

  /** {@link close}, for `await using`. */
  [Symbol.asyncDispose](): Promise<void> {
    return this.close()
  }
}

/** Nobody can connect to "all interfaces". */
function checkAdvertised(addresses: readonly string[], { nameserver, advertise }: DaemonOptions): void {
  const wide = addresses.find((each) => /^tcp:\/\/(\*|0\.0\.0\.0|\[::\]):/.test(each))
  if (wide !== undefined && nameserver !== undefined && advertise === undefined)
    throw new ConfigurationError(`${wide} is no address for clients: say in advertise where they reach it`)
}

function headerOrEmpty(json: Buffer | undefined): Header {
  try {
    return parseHeader(json)
  } catch {
    return {}
  }
}
