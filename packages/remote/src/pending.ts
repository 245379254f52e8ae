import { Cancelled, ConnectionLost, type RemoteError, ServiceNotAvailable, Timeout } from './errors.ts'
import type { Frame } from './wire.ts'

/** A call that waits for its answer. */
export interface Pending {
  readonly id: number
  /** As it was sent, to be sent again. */
  readonly frames: Frame[]
  readonly idempotent: boolean
  readonly elsewhere: boolean
  sent: boolean
  readonly resolve: (value: unknown) => void
  readonly reject: (error: unknown) => void
  release: () => void
}

/** What limits a call. */
export interface CallLimits {
  /** Milliseconds; Infinity for ever. */
  timeout: number
  signal?: AbortSignal | undefined
  idempotent: boolean
  /** Whether others can be called instead, so that it need not wait for a lost connection. */
  elsewhere?: boolean | undefined
}

/** How a connection sends; false when there is none. */
export type Send = (frames: Frame[]) => boolean

/** The calls of one end of a connection that wait for answers. They outlive a connection that comes back. */
export class PendingCalls {
  readonly #calls = new Map<number, Pending>()
  readonly #send: Send
  readonly #cancel: (id: number) => void
  #nextId = 1

  constructor(send: Send, cancel: (id: number) => void) {
    this.#send = send
    this.#cancel = cancel
  }

  get size(): number {
    return this.#calls.size
  }

  /** The id of the next call. */
  newId(): number {
    return this.#nextId++
  }

  /** All calls up to this id are settled. */
  get settled(): number {
    const first = this.#calls.keys().next()
    return (first.done ? this.#nextId : first.value) - 1
  }

  /** Sends a call, now or as soon as there is a connection. */
  start(id: number, frames: Frame[], limits: CallLimits): Promise<unknown> {
    return new Promise((resolve, reject) => {
      const { idempotent, elsewhere = false } = limits
      const pending = {
        id,
        frames,
        idempotent,
        elsewhere,
        sent: false,
        resolve,
        reject,
        release: () => undefined,
      }
      this.#calls.set(id, pending)
      this.#limit(pending, limits)
      if (this.#calls.has(id)) pending.sent = this.#send(frames)
    })
  }

  #limit(pending: Pending, { timeout, signal }: CallLimits): void {
    const timer = timeout < 2 ** 31 ? setTimeout(() => this.#late(pending, timeout), timeout) : undefined
    const abort = (): void =>
      this.#giveUp(pending, new Cancelled('The call was cancelled', { cause: signal?.reason }))
    const forget = signal && !signal.aborted ? onAbort(signal, abort) : undefined
    pending.release = () => {
      clearTimeout(timer)
      forget?.()
    }
    if (signal?.aborted) abort()
  }

  #late(pending: Pending, timeout: number): void {
    const text = `within ${timeout} ms`
    const error = pending.sent
      ? new Timeout(`There was no answer ${text}`)
      : new ServiceNotAvailable(`The service could not be reached ${text}`)
    this.#giveUp(pending, error)
  }

  #giveUp(pending: Pending, error: RemoteError): void {
    if (this.take(pending.id) && pending.sent) this.#cancel(pending.id)
    pending.reject(error)
  }

  /** The call that an answer is for; it waits no more. */
  take(id: unknown): Pending | undefined {
    const pending = this.#calls.get(id as number)
    if (!pending) return undefined
    this.#calls.delete(pending.id)
    pending.release()
    return pending
  }

  /** There is a connection: sends what was not sent, and again what may have been lost. */
  resend(again: (frames: Frame[]) => Frame[]): void {
    for (const each of this.#calls.values()) {
      const sent = this.#send(each.sent ? again(each.frames) : each.frames)
      each.sent ||= sent
    }
  }

  /** The other side has refused a call because it does not know us: it is sent again. */
  notDone(id: unknown): void {
    const pending = this.#calls.get(id as number)
    if (pending) pending.sent = false
  }

  /** The other side has ended, and has not got what came after this call. */
  notDoneAfter(latest: number): void {
    for (const each of this.#calls.values()) if (each.id > latest) each.sent = false
  }

  /** The connection is away for too long: fails calls that may have been done, and may not be done twice or elsewhere. */
  giveUp(): void {
    for (const each of [...this.#calls.values()]) {
      if (!each.sent && each.elsewhere) this.#fail(each, new ServiceNotAvailable('The connection was lost'))
      if (each.sent && (each.elsewhere || !each.idempotent))
        this.#fail(each, new ConnectionLost('The connection was lost while the call was in flight'))
    }
  }

  /** Fails calls that were never sent. */
  giveUpUnsent(error: RemoteError): void {
    for (const each of [...this.#calls.values()]) if (!each.sent) this.#fail(each, error)
  }

  /** The other side has forgotten everything: what may not be done twice is lost. */
  restart(): void {
    for (const each of [...this.#calls.values()]) {
      if (each.idempotent || !each.sent) each.sent = false
      else this.#fail(each, new ConnectionLost('The service was restarted while the call was in flight'))
    }
  }

  /** The connection will not come back. */
  end(unsent: RemoteError, sent: RemoteError): void {
    for (const each of [...this.#calls.values()]) this.#fail(each, each.sent ? sent : unsent)
  }

  #fail(pending: Pending, error: RemoteError): void {
    if (this.take(pending.id)) pending.reject(error)
  }
}

/** Who waits for a signal: Node warns of a leak when a signal has many listeners, so it gets one for all calls. */
const aborting = new WeakMap<AbortSignal, Set<() => void>>()

/** Calls back when the signal comes. Returns how to stop that. */
function onAbort(signal: AbortSignal, callback: () => void): () => void {
  const callbacks = aborting.get(signal) ?? listenTo(signal)
  callbacks.add(callback)
  return () => callbacks.delete(callback)
}

function listenTo(signal: AbortSignal): Set<() => void> {
  const callbacks = new Set<() => void>()
  const abort = (): void => {
    for (const each of [...callbacks]) each()
  }
  signal.addEventListener('abort', abort, { once: true })
  aborting.set(signal, callbacks)
  return callbacks
}
