import type { Identity, Context as SocketContext } from 'czmq'
import { type Balance, choose } from './balance.ts'
import { Channel } from './channel.ts'
import { HEARTBEAT, type Heartbeat } from './endpoint.ts'
import { ConfigurationError, ServiceNotAvailable, ServiceNotFound } from './errors.ts'
import { interfaceName } from './expose.ts'
import { LegacyRoute } from './legacy.ts'
import type { NameRecord, NameserverApi } from './names.ts'
import { NAMESERVER } from './names.ts'
import { call, makeProxy } from './proxy.ts'
import { splitKey } from './security.ts'
import { type ClientHook, type Instances, ServiceRoute } from './service.ts'
import type { Remote } from './types.ts'

/** What a client can be told; times are in milliseconds. */
export interface ContextOptions {
  /** Where names are looked up, with the public key if there is one: `tcp://10.0.0.2:2012#<key>`; several are tried in turn. */
  nameserver?: string | readonly string[]
  /** The client's certificate, with its secret key; or the path of its files. New keys if absent. */
  certificate?: Identity
  /** So long an answer is waited for; 5000 if absent. */
  timeout?: number
  /** So long a connection is waited for; 5000 if absent. */
  connectTimeout?: number
  /** So long calls that may not be done twice wait for a lost connection; 1000 if absent. */
  patience?: number
  /** So long a session waits for it; 30 000 if absent. */
  linger?: number
  /** Which of several instances gets a call: the one with fewer calls in flight of two, if absent. */
  balance?: Balance
  /** So long what a nameserver has answered is used; 5000 if absent. */
  cache?: number
  heartbeat?: Heartbeat
  /** The context of the sockets. */
  context?: SocketContext
}

/** What {@link Context.connect} takes besides. */
export interface ConnectOptions {
  /** `'1.0'` for a service of PyCOM; it gets plain JSON, one call at a time. */
  version?: '1.0' | '2.0'
  /** The public key of the service; the address can have it, too. */
  key?: string
}

/** What {@link Context.locate} takes besides. */
export interface LocateOptions {
  /** Only this service. */
  service?: string
  /** Only services with all these tags. */
  tags?: readonly string[]
  balance?: Balance
  /** So long a service is waited for that nobody has registered; 0 if absent. */
  lookupDelay?: number
}

interface Located {
  channels: Channel[]
  at: number
}

/**
 * A client: connects to services, by address or by name. It keeps the process alive while it is connected, so close it.
 *
 * @example
 * ```ts
 * await using com = new Context()
 * const adder = com.connect<{ add(a: number, b: number): number }>(address, 'com.foo.adder')
 * await adder.add(1, 2)
 * ```
 */
export class Context {
  readonly #options: ContextOptions
  readonly #channels = new Map<string, Channel>()
  readonly #legacy = new Set<LegacyRoute>()
  readonly #hooks: ClientHook[] = []
  #nameservers: readonly string[]
  #closed = false

  constructor(options: ContextOptions = {}) {
    this.#options = options
    const { nameserver = [] } = options
    this.#nameservers = typeof nameserver === 'string' ? [nameserver] : nameserver
  }

  /** Adds what is done around every call of an interface; the first is the outermost. */
  use(hook: ClientHook): void {
    this.#hooks.push(hook)
  }

  /**
   * A proxy of an interface at an address. The connection is made by the first call.
   *
   * @throws {@link ConfigurationError} for what is no name or no address, and when the context is closed.
   */
  connect<T extends object>(address: string, name: string, options: ConnectOptions = {}): Remote<T> {
    this.#checkOpen()
    interfaceName(name)
    const { endpoint, key } = splitKey(address)
    if (!/^(tcp|ipc|inproc):\/\/./.test(endpoint))
      throw new ConfigurationError(`'${address}' is not an address`)
    const { timeout = 5000 } = this.#options
    if (options.version === '1.0')
      return makeProxy(this.#old(endpoint, name, options.key ?? key), { timeout }) as Remote<T>
    const channel = this.#channel(endpoint, options.key ?? key)
    const instances: Instances = {
      pick: () => channel,
      hooks: this.#hooks,
      label: `at ${endpoint}`,
      several: false,
    }
    return makeProxy(new ServiceRoute(name, instances), { timeout }) as Remote<T>
  }

  #old(endpoint: string, name: string, key: string | undefined): LegacyRoute {
    const { certificate, context } = this.#options
    const route = new LegacyRoute({ endpoint, interface: name, key, certificate, context })
    this.#legacy.add(route)
    return route
  }

  /** A proxy for `com.foo.stock@tcp://10.0.0.2:2013`, or with `#<key>` at its end. */
  proxy<T extends object>(uri: string): Remote<T> {
    const [, name = '', address = ''] = /^([^@]+)@(.+)$/s.exec(uri) ?? []
    if (name === '') throw new ConfigurationError(`'${uri}' is not interface@address`)
    return this.connect<T>(address, name)
  }

  #checkOpen(): void {
    if (this.#closed) throw new ConfigurationError('The context is closed')
  }

  #channel(endpoint: string, key: string | undefined): Channel {
    const id = `${endpoint}#${key ?? ''}`
    const known = this.#channels.get(id)
    if (known) return known
    const { certificate, context, heartbeat = HEARTBEAT, connectTimeout = 5000 } = this.#options
    const { patience = 1000, linger = 30_000 } = this.#options
    const made = new Channel({
      endpoint,
      key,
      certificate,
      context,
      heartbeat,
      connectTimeout,
      patience,
      linger,
    })
    this.#channels.set(id, made)
    return made
  }

  /**
   * A proxy of an interface, of whichever services provide it: calls are shared out among them, and go to another one
   * when nothing was done. An interface with sessions stays with one.
   *
   * @throws {@link ServiceNotFound} (rejects with) when nobody provides it; {@link ServiceNotAvailable} when no
   *   nameserver answers; {@link ConfigurationError}.
   */
  async locate<T extends object>(name: string, options: LocateOptions = {}): Promise<Remote<T>> {
    this.#checkOpen()
    interfaceName(name)
    const group = new Group(
      () => this.#find(name, options),
      options.balance ?? this.#options.balance,
      this.#hooks,
      this.#options.cache,
    )
    await group.refresh()
    const { timeout = 5000 } = this.#options
    const sticky = await group.stickyFor(name)
    return makeProxy(new ServiceRoute(name, sticky ?? group), { timeout }) as Remote<T>
  }

  async #find(name: string, options: LocateOptions): Promise<Channel[]> {
    const end = Date.now() + (options.lookupDelay ?? 0)
    for (;;) {
      const records = (await this.lookup(name)).filter((each) => matches(each, options))
      if (records.length > 0) return records.flatMap((each) => this.#channelOf(each))
      if (Date.now() >= end) throw new ServiceNotFound(`No service provides ${name}`)
      await new Promise((resolve) => setTimeout(resolve, Math.min(100, end - Date.now())))
    }
  }

  #channelOf({ address, key }: NameRecord): Channel[] {
    const [first] = address
    return first === undefined ? [] : [this.#channel(first, key ?? undefined)]
  }

  /** The records of all services that provide an interface. */
  async lookup(name: string): Promise<NameRecord[]> {
    return this.#ask((nameserver) => nameserver.lookup(name))
  }

  /** The records of all services with all, or any, of these tags. */
  async yplookup(tags: { all?: readonly string[]; any?: readonly string[] }): Promise<NameRecord[]> {
    return this.#ask((nameserver) => nameserver.yplookup(tags))
  }

  /** The first nameserver that answers. */
  async #ask<Result>(question: (nameserver: Remote<NameserverApi>) => PromiseLike<Result>): Promise<Result> {
    if (this.#nameservers.length === 0) throw new ConfigurationError('The context has no nameserver')
    let problem: unknown
    for (const each of this.#nameservers) {
      try {
        const answer = await question(this.#patiently(each))
        // The one that has answered is asked first from now on
        this.#nameservers = [each, ...this.#nameservers.filter((other) => other !== each)]
        return answer
      } catch (error) {
        problem = error
      }
    }
    throw problem instanceof ServiceNotAvailable
      ? new ServiceNotAvailable('No nameserver answers', { cause: problem })
      : problem
  }

  /** With others to ask none is waited for long. */
  #patiently(address: string): Remote<NameserverApi> {
    const timeout = this.#nameservers.length > 1 ? 2000 : (this.#options.timeout ?? 5000)
    return call(this.connect<NameserverApi>(address, NAMESERVER), { timeout, idempotent: true })
  }

  /** The nameserver. */
  nameserver(): Remote<NameserverApi> {
    const [first] = this.#nameservers
    if (first === undefined) throw new ConfigurationError('The context has no nameserver')
    return this.connect<NameserverApi>(first, NAMESERVER)
  }

  /** Ends all connections; calls in flight are lost. Again, it does nothing. */
  async close(): Promise<void> {
    this.#closed = true
    for (const each of this.#channels.values()) each.close()
    for (const each of this.#legacy) each.close()
    this.#channels.clear()
    this.#legacy.clear()
  }

  /** {@link close}, for `await using`. */
  [Symbol.asyncDispose](): Promise<void> {
    return this.close()
  }
}

function matches(record: NameRecord, { service, tags = [] }: LocateOptions): boolean {
  if (service !== undefined && record.service !== service) return false
  return tags.every((each) => record.metadata.includes(each))
}

/** The services that provide an interface, as the nameserver has said lately. */
class Group implements Instances {
  readonly hooks: readonly ClientHook[]
  readonly label = '(located)'
  readonly several = true
  readonly #find: () => Promise<Channel[]>
  readonly #balance: Balance
  readonly #cache: number
  #located: Located = { channels: [], at: 0 }
  #refreshing: Promise<void> | null = null

  constructor(
    find: () => Promise<Channel[]>,
    balance: Balance = 'leastPending',
    hooks: readonly ClientHook[],
    cache: number = 5000,
  ) {
    this.#find = find
    this.#balance = balance
    this.hooks = hooks
    this.#cache = cache
  }

  refresh(): Promise<void> {
    this.#refreshing ??= this.#refresh().finally(() => {
      this.#refreshing = null
    })
    return this.#refreshing
  }

  async #refresh(): Promise<void> {
    this.#located = { channels: await this.#find(), at: Date.now() }
  }

  /** What is known goes on being used when no nameserver answers. */
  pick(tried: ReadonlySet<Channel>): Channel | null | Promise<Channel | null> {
    const { channels, at } = this.#located
    const left = tried.size > 0 ? channels.filter((each) => !tried.has(each)) : channels
    if (left.length === 0) return this.#pickAnew(tried)
    if (Date.now() - at > this.#cache) {
      this.#located.at = Date.now()
      this.refresh().catch(() => undefined)
    }
    return choose(left, this.#balance)
  }

  async #pickAnew(tried: ReadonlySet<Channel>): Promise<Channel | null> {
    await this.refresh().catch(() => undefined)
    const { channels } = this.#located
    return choose(
      channels.filter((each) => !tried.has(each)),
      this.#balance,
    )
  }

  /** One instance for good, when the interface has sessions. */
  async stickyFor(name: string): Promise<Instances | null> {
    const channel = await this.pick(new Set())
    if (!channel) return null
    await channel.link.ping(5000).catch(() => undefined)
    if (!channel.meta(name)?.session) return null
    return {
      pick: (tried) => (tried.size > 0 ? null : channel),
      hooks: this.hooks,
      label: `at ${channel.endpoint}`,
      several: false,
    }
  }
}
