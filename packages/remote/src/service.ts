import type { Channel } from './channel.ts'
import { Busy, ConnectionLost, Moved, ServiceNotAvailable } from './errors.ts'
import type { Arguments } from './invoke.ts'
import type { Link } from './link.ts'
import type { Introspection } from './provider.ts'
import { type CallOptions, callOf, LinkRoute, type Route, type Sent } from './route.ts'

/** A call of an interface as hooks of a client see it. */
export interface OutgoingCall {
  readonly interface: string
  readonly method: string
  readonly args: Arguments
  readonly options: CallOptions
}

/** Something that is done around every call of a client; `next` makes it, or asks the next hook. */
export type ClientHook = (call: OutgoingCall, next: () => Promise<unknown>) => Promise<unknown>

/** Where a call goes. */
export interface Instances {
  /** The channel for the next call; not one of `tried`, if there are others. Null when there is none. */
  pick(tried: ReadonlySet<Channel>): Channel | null | Promise<Channel | null>
  /** What is done around every call. */
  readonly hooks: readonly ClientHook[]
  /** What a proxy is called. */
  readonly label: string
}

const RETRIES = 2

/** A way to an interface: of one daemon, or of whichever provides it. */
export class ServiceRoute implements Route {
  readonly #interface: string
  readonly #instances: Instances

  constructor(name: string, instances: Instances) {
    this.#interface = name
    this.#instances = instances
  }

  get label(): string {
    return `${this.#interface} ${this.#instances.label}`
  }

  call(method: string, args: Arguments, options: CallOptions): Sent {
    const { hooks } = this.#instances
    if (hooks.length > 0) return { result: this.#hooked(method, args, options), pipe: null }
    const first = this.#instances.pick(new Set())
    if (first instanceof Promise || first === null)
      return { result: this.#attempts(method, args, options, first), pipe: null }
    return this.#first(first, method, args, options)
  }

  /** The first attempt is made at once, so that calls go out in their order. */
  #first(channel: Channel, method: string, args: Arguments, options: CallOptions): Sent {
    let link: Link
    try {
      link = channel.link
    } catch (error) {
      return { result: Promise.reject(error as Error), pipe: null }
    }
    const { id, result } = this.#make(link, channel, method, args, options)
    const settled = result.catch((error: unknown) => this.#again(error, channel, method, args, options))
    return { result: settled, pipe: new LinkRoute(link, { on: id }) }
  }

  #make(
    link: Link,
    channel: Channel,
    method: string,
    args: Arguments,
    options: CallOptions,
  ): { id: number; result: Promise<unknown> } {
    const idempotent = options.idempotent ?? this.#isIdempotent(channel, method)
    return link.call(callOf({ interface: this.#interface }, method, args, { ...options, idempotent }))
  }

  #isIdempotent(channel: Channel, method: string): boolean {
    return method.startsWith('.') || channel.meta(this.#interface)?.idempotent.has(method) === true
  }

  #hooked(method: string, args: Arguments, options: CallOptions): Promise<unknown> {
    const outgoing: OutgoingCall = { interface: this.#interface, method, args, options }
    const make = (): Promise<unknown> =>
      this.#attempts(method, args, options, this.#instances.pick(new Set()))
    const all = this.#instances.hooks.reduceRight<() => Promise<unknown>>(
      (inner, hook) => async () => hook(outgoing, inner),
      make,
    )
    return all()
  }

  async #attempts(
    method: string,
    args: Arguments,
    options: CallOptions,
    picked: Channel | null | Promise<Channel | null>,
  ): Promise<unknown> {
    const channel = await picked
    if (!channel) throw new ServiceNotAvailable(`No service provides ${this.#interface} at present`)
    try {
      return await this.#make(channel.link, channel, method, args, options).result
    } catch (error) {
      return this.#again(error, channel, method, args, options)
    }
  }

  /** Tries others when nothing was done, or when it may be done twice. */
  async #again(
    error: unknown,
    first: Channel,
    method: string,
    args: Arguments,
    options: CallOptions,
  ): Promise<unknown> {
    const tried = new Set([first])
    let last = error
    let channel = first
    for (
      let left = options.retries ?? RETRIES;
      left > 0 && this.#mayRetry(last, channel, method, options);
      left--
    ) {
      const next = await this.#instances.pick(tried)
      if (!next || tried.has(next)) break
      tried.add(next)
      channel = next
      try {
        return await this.#make(next.link, next, method, args, options).result
      } catch (problem) {
        last = problem
      }
    }
    throw last
  }

  #mayRetry(error: unknown, channel: Channel, method: string, { idempotent, signal }: CallOptions): boolean {
    if (signal?.aborted) return false
    if (error instanceof ServiceNotAvailable || error instanceof Busy || error instanceof Moved) return true
    return error instanceof ConnectionLost && (idempotent ?? this.#isIdempotent(channel, method))
  }

  async #link(): Promise<Link> {
    const channel = await this.#instances.pick(new Set())
    if (!channel) throw new ServiceNotAvailable(`No service provides ${this.#interface} at present`)
    return channel.link
  }

  async batch(
    calls: readonly { method: string; args: Arguments }[],
    options: CallOptions,
    stop: boolean,
  ): Promise<unknown> {
    return (await this.#link()).batch(callOf({ interface: this.#interface }, '', [], options), calls, stop)
  }

  cast(method: string, args: Arguments, options: CallOptions): void {
    const picked = this.#instances.pick(new Set())
    if (picked instanceof Promise) void picked.then((channel) => this.#cast(channel, method, args, options))
    else this.#cast(picked, method, args, options)
  }

  /** Before there is a connection it is a call whose answer nobody reads. */
  #cast(channel: Channel | null, method: string, args: Arguments, options: CallOptions): void {
    if (!channel) return
    const made = callOf({ interface: this.#interface }, method, args, options)
    if (!channel.link.cast(made)) channel.link.call(made).result.catch(() => undefined)
  }

  async ping({ timeout = 5000 }: CallOptions): Promise<number> {
    return (await this.#link()).ping(timeout)
  }

  introspect(options: CallOptions): Promise<Introspection> {
    return this.call('introspect', [], { ...options, idempotent: true }).result as Promise<Introspection>
  }

  /** Connections belong to the {@link Context}, and others may use them. */
  release(): void {
    // Nothing is kept for a proxy of an interface
  }
}
