import { ConnectionLost, errorFromJson, type RemoteError } from './errors.ts'
import type { Header } from './wire.ts'

/** So many items may be on their way before the reader has asked for more. */
const WINDOW = 256
/** And so many bytes. */
const WINDOW_BYTES = 1024 * 1024
const BATCH = 64

/** What a stream needs of its connection. */
export interface StreamPort {
  /** Sends; returns how many bytes. Nothing is sent while there is no connection. */
  emit(command: 'ITEM' | 'END' | 'NEXT' | 'CANCEL', header: Header, values?: readonly unknown[]): number
  /** An error as it is sent. */
  errorHeader(error: unknown): Header
}

/** An iterator of either kind. */
export type AnyIterator = Iterator<unknown> | AsyncIterator<unknown>

/** The end of a stream that has the items: sends as many as the reader has asked for. */
export class Outflow {
  readonly id: number
  readonly #iterator: AnyIterator
  readonly #port: StreamPort
  readonly #over: () => void
  /** Items that were sent and may have to be sent again. */
  #kept: { value: unknown; bytes: number }[] = []
  #keptBytes = 0
  #batch: unknown[] = []
  /** The number of the next item that the iterator gives. */
  #seq = 0
  #limit = 0
  #pumping = false
  #flushing = false
  #end: Header | null = null
  #cancelled = false

  constructor(id: number, iterator: AnyIterator, port: StreamPort, over: () => void) {
    this.id = id
    this.#iterator = iterator
    this.#port = port
    this.#over = over
  }

  /** The reader has all items before `from` and wants `credit` more. */
  next({ from, credit, resume }: Header): void {
    const first = Number(from)
    if (!Number.isSafeInteger(first) || first > this.#seq || !(Number(credit) >= 0)) return
    this.#forget(first)
    this.#limit = Math.max(this.#limit, first + Math.min(Number(credit), WINDOW * 4))
    if (resume === true) this.#repeat(first)
    void this.#pump()
  }

  #forget(before: number): void {
    const count = this.#kept.length - (this.#seq - before)
    if (count <= 0) return
    for (const { bytes } of this.#kept.splice(0, count)) this.#keptBytes -= bytes
  }

  #repeat(first: number): void {
    this.#batch = []
    const values = this.#kept.map(({ value }) => value)
    if (values.length > 0) this.#port.emit('ITEM', { id: this.id, seq: first }, values)
    if (this.#end) this.#port.emit('END', this.#end)
  }

  async #pump(): Promise<void> {
    if (this.#pumping) return
    this.#pumping = true
    try {
      while (!this.#end && this.#seq < this.#limit && this.#keptBytes < WINDOW_BYTES) await this.#step()
    } finally {
      this.#pumping = false
    }
  }

  async #step(): Promise<void> {
    try {
      const { value, done } = await this.#iterator.next()
      if (this.#cancelled) return
      if (done) this.#finish({ id: this.id, seq: this.#seq })
      else this.#push(value)
    } catch (error) {
      this.#finish({ id: this.id, seq: this.#seq, ...this.#port.errorHeader(error) })
    }
  }

  #push(value: unknown): void {
    this.#seq++
    this.#kept.push({ value, bytes: 0 })
    this.#batch.push(value)
    if (this.#batch.length >= BATCH) this.#flush()
    else if (!this.#flushing) this.#flushSoon()
  }

  /** What comes in one turn of the event loop goes in one message. */
  #flushSoon(): void {
    this.#flushing = true
    setImmediate(() => {
      this.#flushing = false
      try {
        this.#flush()
      } catch (error) {
        this.#finish({ id: this.id, seq: this.#seq, ...this.#port.errorHeader(error) })
      }
    })
  }

  #flush(): void {
    const values = this.#batch
    if (values.length === 0 || this.#cancelled) return
    this.#batch = []
    const bytes = this.#port.emit('ITEM', { id: this.id, seq: this.#seq - values.length }, values)
    const last = this.#kept.at(-1)
    if (last) last.bytes = bytes
    this.#keptBytes += last ? bytes : 0
  }

  #finish(end: Header): void {
    if (this.#end) return
    this.#end = end
    try {
      if (end.code === undefined) this.#flush()
    } catch (error) {
      this.#end = { ...end, ...this.#port.errorHeader(error) }
    }
    this.#batch = []
    this.#port.emit('END', this.#end)
  }

  /** The reader has left, or has gone: the iterator is told. */
  cancel(): void {
    if (this.#cancelled) return
    this.#cancelled = true
    const ended = this.#end !== null
    this.#end ??= { id: this.id, seq: this.#seq }
    this.#kept = []
    this.#batch = []
    this.#over()
    if (!ended) void Promise.resolve(this.#iterator.return?.()).catch(() => undefined)
  }
}

interface Waiting {
  resolve: (result: IteratorResult<unknown>) => void
  reject: (error: Error) => void
}

/** What keeps a stream that is read: until the first item is asked for nobody does, so it can be collected. */
export interface ReaderState {
  begun(inflow: Inflow): void
  over(inflow: Inflow): void
}

/** The end of a stream that reads; leaving a `for await` over it ends the stream at the other side. */
export class Inflow implements AsyncIterableIterator<unknown> {
  readonly #id: number
  readonly #port: StreamPort
  readonly #state: ReaderState
  readonly #waiting: Waiting[] = []
  #batches: { values: unknown[]; next: number; bytes: number }[] = []
  #received = 0
  #consumed = 0
  #granted = 0
  #bytes = 0
  #end: Error | 'done' | null = null

  constructor(id: number, port: StreamPort, state: ReaderState) {
    this.#id = id
    this.#port = port
    this.#state = state
  }

  [Symbol.asyncIterator](): this {
    return this
  }

  next(): Promise<IteratorResult<unknown>> {
    const batch = this.#batches[0]
    if (batch) return Promise.resolve({ value: this.#take(batch), done: false })
    if (this.#end === 'done') return Promise.resolve({ value: undefined, done: true })
    if (this.#end) {
      const error = this.#end
      this.#end = 'done'
      return Promise.reject(error)
    }
    const result = new Promise<IteratorResult<unknown>>((resolve, reject) =>
      this.#waiting.push({ resolve, reject }),
    )
    if (this.#granted === 0) this.#begin()
    return result
  }

  #begin(): void {
    this.#state.begun(this)
    this.#grant(false)
  }

  #take(batch: { values: unknown[]; next: number; bytes: number }): unknown {
    const value = batch.values[batch.next++]
    this.#consumed++
    if (batch.next === batch.values.length) {
      this.#bytes += batch.bytes
      this.#batches.shift()
    }
    if (this.#granted - this.#consumed < WINDOW / 2 || this.#bytes > WINDOW_BYTES / 4) this.#grant(false)
    return value
  }

  #grant(resume: boolean): void {
    if (this.#end) return
    this.#granted = this.#consumed + WINDOW
    this.#bytes = 0
    const credit = this.#granted - this.#received
    const header = { id: this.#id, from: this.#received, credit }
    this.#port.emit('NEXT', resume ? { ...header, resume } : header)
  }

  /** Items have come; those that are here already, after a reconnection, are passed over. */
  items({ seq }: Header, values: unknown[], bytes: number): void {
    const known = this.#received - Number(seq)
    if (!(known >= 0) || this.#end) return
    const fresh = known > 0 ? values.slice(known) : values
    if (fresh.length === 0) return
    this.#received += fresh.length
    const batch = { values: fresh, next: 0, bytes }
    this.#batches.push(batch)
    while (this.#waiting.length > 0 && batch.next < fresh.length)
      this.#waiting.shift()?.resolve({ value: this.#take(batch), done: false })
  }

  /** The other side has no more items. */
  ended(header: Header, decode: (data: unknown) => unknown): void {
    this.#settle(typeof header.code === 'number' ? errorFromJson(header, decode) : null)
    this.#port.emit('CANCEL', { stream: this.#id })
  }

  /** The connection will not come back. */
  fail(error: RemoteError = new ConnectionLost('The connection was lost')): void {
    this.#settle(error)
  }

  /** There is a connection again: asks for what is missing. */
  resume(): void {
    if (this.#granted > 0) this.#grant(true)
  }

  #settle(error: Error | null): void {
    if (this.#end) return
    const [first, ...others] = this.#waiting.splice(0)
    this.#end = error !== null && !first ? error : 'done'
    if (error) first?.reject(error)
    else first?.resolve({ value: undefined, done: true })
    for (const each of others) each.resolve({ value: undefined, done: true })
    this.#state.over(this)
  }

  return(): Promise<IteratorResult<unknown>> {
    this.#batches = []
    if (!this.#end) {
      this.#settle(null)
      this.#port.emit('CANCEL', { stream: this.#id })
    }
    return Promise.resolve({ value: undefined, done: true })
  }
}
