import { currentOrNone } from './current.ts'
import type { Arguments } from './invoke.ts'
import type { Call, Link, Target } from './link.ts'
import type { Introspection } from './provider.ts'

/** What can be said about calls; times are in milliseconds. */
export interface CallOptions {
  /** So long an answer is waited for; 5000 if nobody says otherwise, `Infinity` for ever. */
  timeout?: number | undefined
  /** Cancels the call, also at the other side. */
  signal?: AbortSignal | undefined
  /** Says that the calls may be done twice, whatever the interface says. */
  idempotent?: boolean | undefined
  /** So many times another instance, or the same one, is tried when nothing was done; 2 if absent. */
  retries?: number | undefined
  /** Goes along with the calls: `current().annotations` has it. */
  annotations?: Readonly<Record<string, unknown>> | undefined
}

/** A call that is made, and what can be called of its result before that has come. */
export interface Sent {
  result: Promise<unknown>
  /** Null where it cannot be told which connection takes the call. */
  pipe: Route | null
}

/** A way to something that can be called. */
export interface Route {
  call(method: string, args: Arguments, options: CallOptions): Sent
  batch(
    calls: readonly { method: string; args: Arguments }[],
    options: CallOptions,
    stop: boolean,
  ): Promise<unknown>
  cast(method: string, args: Arguments, options: CallOptions): void
  ping(options: CallOptions): Promise<number>
  introspect(options: CallOptions): Promise<Introspection>
  release(proxy: object): void
  /** What `console.log` shows. */
  readonly label: string
}

const TIMEOUT = 5000

/** The call that options describe; one inside of another call ends with that. */
export function callOf(target: Target, method: string, args: Arguments, options: CallOptions): Call {
  const { timeout = TIMEOUT, signal, idempotent = false, annotations } = options
  const outer = currentOrNone()
  const limits = outer
    ? { timeout: Math.min(timeout, outer.remaining), signal: both(signal, outer.signal) }
    : { timeout, signal }
  return { target, method, args, idempotent, annotations, ...limits }
}

function both(one: AbortSignal | undefined, other: AbortSignal): AbortSignal {
  return one ? AbortSignal.any([one, other]) : other
}

/** A way to something behind a connection: an object by reference, or the result of a call. */
export class LinkRoute implements Route {
  readonly #link: Link
  readonly #target: Target

  constructor(link: Link, target: Target) {
    this.#link = link
    this.#target = target
  }

  get label(): string {
    return 'object'
  }

  call(method: string, args: Arguments, options: CallOptions): Sent {
    const { id, result } = this.#link.call(callOf(this.#target, method, args, options))
    return { result, pipe: new LinkRoute(this.#link, { on: id }) }
  }

  batch(
    calls: readonly { method: string; args: Arguments }[],
    options: CallOptions,
    stop: boolean,
  ): Promise<unknown> {
    return this.#link.batch(callOf(this.#target, '', [], options), calls, stop)
  }

  cast(method: string, args: Arguments, options: CallOptions): void {
    this.#link.cast(callOf(this.#target, method, args, options))
  }

  ping({ timeout = TIMEOUT }: CallOptions): Promise<number> {
    return this.#link.ping(timeout)
  }

  introspect(): Promise<Introspection> {
    return Promise.reject(new TypeError('Only interfaces can be introspected'))
  }

  release(proxy: object): void {
    this.#link.table.releaseStub(proxy)
  }
}
