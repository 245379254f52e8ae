import { AsyncLocalStorage } from 'node:async_hooks'
import { randomUUID } from 'node:crypto'
import { Cancelled, Timeout } from './errors.ts'

/** Who has called. */
export interface Caller {
  /** The public key of the caller, where CURVE says so. */
  readonly key: string | null
  /** The token of `org.pycom.auth` that came with the call. */
  readonly token: string | null
}

type Resource = Disposable | AsyncDisposable | { close(): unknown }

/** What a session keeps: values of the methods, and what must be released with it. */
export interface Store {
  readonly values: Map<string, unknown>
  readonly resources: Set<Resource>
}

/** What a call is told about itself; {@link current} answers it. */
export class CallContext {
  readonly caller: Caller
  /** The id that all calls have which came of the same first one. */
  readonly correlationId: string
  /** When nobody waits any more, as `Date.now()` counts; Infinity without a limit. */
  readonly deadline: number
  /** What the caller has sent along: by name, values. */
  readonly annotations: Readonly<Record<string, unknown>>
  readonly #store: Store
  #controller: AbortController | null = null
  #timer: NodeJS.Timeout | undefined
  #reason: unknown

  /** @internal */
  constructor(options: {
    caller: Caller
    deadline: number
    store: Store
    correlationId?: string | undefined
    annotations?: Readonly<Record<string, unknown>> | undefined
  }) {
    this.caller = options.caller
    this.deadline = options.deadline
    this.correlationId = options.correlationId ?? randomUUID()
    this.annotations = options.annotations ?? {}
    this.#store = options.store
  }

  /** The caller's session: values under names, until it ends. */
  get session(): Map<string, unknown> {
    return this.#store.values
  }

  /** Aborted when the caller cancels, when its time is over, and when it has gone. */
  get signal(): AbortSignal {
    if (this.#controller) return this.#controller.signal
    this.#controller = new AbortController()
    if (this.#reason !== undefined) this.#controller.abort(this.#reason)
    else if (this.deadline !== Number.POSITIVE_INFINITY) this.#limit()
    return this.#controller.signal
  }

  #limit(): void {
    const late = (): void => this.abort(new Timeout('The time for the call is over'))
    this.#timer = setTimeout(late, Math.max(0, this.deadline - Date.now())).unref()
  }

  /** Milliseconds until the deadline: at least 0. */
  get remaining(): number {
    return Math.max(0, this.deadline - Date.now())
  }

  /** Has something released when the session ends, unless {@link untrack} is called before. */
  track(resource: Resource): void {
    this.#store.resources.add(resource)
  }

  /** {@link track} undone. */
  untrack(resource: Resource): void {
    this.#store.resources.delete(resource)
  }

  /** A context of the same call for what outlives its answer. @internal */
  derived(): CallContext {
    return new CallContext({
      caller: this.caller,
      deadline: Number.POSITIVE_INFINITY,
      store: this.#store,
      correlationId: this.correlationId,
      annotations: this.annotations,
    })
  }

  /** @internal */
  abort(reason: unknown = new Cancelled('The caller has cancelled the call')): void {
    this.#reason ??= reason
    clearTimeout(this.#timer)
    this.#controller?.abort(reason)
  }

  /** @internal */
  end(): void {
    clearTimeout(this.#timer)
  }
}

const storage = new AsyncLocalStorage<CallContext>()

/**
 * The call that runs.
 *
 * @throws Error outside of a call.
 */
export function current(): CallContext {
  const context = storage.getStore()
  if (!context) throw new Error('current() is for code that a remote call runs')
  return context
}

/** {@link current}, or undefined outside of a call. */
export function currentOrNone(): CallContext | undefined {
  return storage.getStore()
}

/** Runs a function as part of a call. */
export function runAs<Result>(context: CallContext, body: () => Result): Result {
  return storage.run(context, body)
}

/** Releases what was tracked. What goes wrong with one does not keep the others. */
export async function release(resources: Iterable<Resource>): Promise<void> {
  for (const each of resources) {
    try {
      if (Symbol.asyncDispose in each) await each[Symbol.asyncDispose]()
      else if (Symbol.dispose in each) each[Symbol.dispose]()
      else await each.close()
    } catch {
      // Nobody is there any more who could be told
    }
  }
}
