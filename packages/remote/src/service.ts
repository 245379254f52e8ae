import type { Channel } from './channel.ts'
import { Busy, ConnectionLost, Moved, ServiceNotAvailable } from './errors.ts'
import type { Arguments } from './invoke.ts'
import type { Link, Made } from './link.ts'
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
  /** Whether there may be more than one. */
  readonly several: boolean
}

const RETRIES = 2
const TIMEOUT = 5000

/** A call, however often it is tried. */
interface Request {
  readonly method: string
  readonly args: Arguments
  readonly options: CallOptions
  /** When nobody waits any more, as `performance.now()` counts. */
  readonly deadline: number
}

function requestOf(method: string, args: Arguments, options: CallOptions): Request {
  return { method, args, options, deadline: performance.now() + (options.timeout ?? TIMEOUT) }
}

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
    const request = requestOf(method, args, options)
    if (this.#instances.hooks.length > 0) return { result: this.#hooked(request), pipe: null }
    const first = this.#instances.pick(new Set())
    if (first instanceof Promise || first === null)
      return { result: this.#attempts(request, first), pipe: null }
    return this.#first(first, request)
  }

  /** The first attempt is made at once, so that calls go out in their order. */
  #first(channel: Channel, request: Request): Sent {
    let link: Link
    try {
      link = channel.link
    } catch (error) {
      return { result: Promise.reject(error as Error), pipe: null }
    }
    const { id, result } = this.#make(link, channel, request)
    const settled = result.catch((error: unknown) => this.#again(error, channel, request))
    return { result: settled, pipe: new LinkRoute(link, { on: id }) }
  }

  #make(link: Link, channel: Channel, { method, args, options }: Request): Made {
    const idempotent = options.idempotent ?? this.#isIdempotent(channel, method)
    const made = callOf({ interface: this.#interface }, method, args, { ...options, idempotent })
    made.elsewhere = this.#instances.several
    return link.call(made)
  }

  #isIdempotent(channel: Channel, method: string): boolean {
    return method.startsWith('.') || channel.meta(this.#interface)?.idempotent.has(method) === true
  }

  #hooked(request: Request): Promise<unknown> {
    const { method, args, options } = request
    const outgoing: OutgoingCall = { interface: this.#interface, method, args, options }
    const make = (): Promise<unknown> => this.#attempts(request, this.#instances.pick(new Set()))
    const all = this.#instances.hooks.reduceRight<() => Promise<unknown>>(
      (inner, hook) => async () => hook(outgoing, inner),
      make,
    )
    return all()
  }

  async #attempts(request: Request, picked: Channel | null | Promise<Channel | null>): Promise<unknown> {
    const channel = await picked
    if (!channel) throw this.#nobody()
    try {
      return await this.#make(channel.link, channel, request).result
    } catch (error) {
      return this.#again(error, channel, request)
    }
  }

  /** Tries others when nothing was done, or when it may be done twice. */
  async #again(error: unknown, first: Channel, request: Request): Promise<unknown> {
    const { options, deadline } = request
    const tried = new Set([first])
    let [last, channel] = [error, first]
    for (let left = options.retries ?? RETRIES; left > 0 && this.#mayRetry(last, channel, request); left--) {
      const next = await this.#instances.pick(tried)
      const timeout = deadline - performance.now()
      if (!next || tried.has(next) || timeout <= 0) break
      tried.add(next)
      channel = next
      try {
        return await this.#make(next.link, next, { ...request, options: { ...options, timeout } }).result
      } catch (problem) {
        last = problem
      }
    }
    throw last
  }

  #mayRetry(error: unknown, channel: Channel, { method, options }: Request): boolean {
    if (options.signal?.aborted) return false
    if (error instanceof ServiceNotAvailable || error instanceof Busy || error instanceof Moved) return true
    return error instanceof ConnectionLost && (options.idempotent ?? this.#isIdempotent(channel, method))
  }

  #nobody(): ServiceNotAvailable {
    return new ServiceNotAvailable(`No service provides ${this.#interface} at present`)
  }

  async #link(): Promise<Link> {
    const channel = await this.#instances.pick(new Set())
    if (!channel) throw this.#nobody()
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
