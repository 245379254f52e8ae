import { randomInt } from 'node:crypto'
import type { References } from './codec.ts'
import { BadRequest, Gone } from './errors.ts'
import { membersOf } from './expose.ts'
import { type AnyIterator, Inflow, Outflow, type StreamPort } from './stream.ts'

/** What the table of references needs of its connection. */
export interface ReferencePort extends StreamPort {
  /** Says that references are not used any more. */
  drop(id: number, count: number): void
  /** A function, or an object with remote methods, for what the other side has under `id`. */
  stub(id: number, kind: 'function' | 'object'): object
  /** What an iterator that is sent away belongs to; its signal is aborted with the stream. */
  wrapIterator(iterator: AnyIterator): { iterator: AnyIterator; over: () => void }
}

interface Exported {
  value: object
  count: number
}

interface Imported {
  stub: WeakRef<object>
  count: number
}

/** Which table and id a stub stands for. */
interface Origin {
  /** Null for a proxy of an interface. */
  table: ReferenceTable | null
  id: number
}

const origins = new WeakMap<object, Origin>()

/** Ids are never those of another connection: who has an old one is told so. */
const firstId = (): number => randomInt(2 ** 47)

/** What one end of a connection has sent by reference, and what it has received. */
export class ReferenceTable implements References {
  readonly outflows: Map<number, Outflow> = new Map()
  readonly inflows: Map<number, Inflow> = new Map()
  readonly #port: ReferencePort
  readonly #exported = new Map<number, Exported>()
  readonly #ids = new Map<object, number>()
  readonly #imported = new Map<number, Imported>()
  readonly #collected = new FinalizationRegistry<number>((id) => this.#forgetCollected(id))
  /** Streams that were collected without having been read: the other side need not keep them. */
  readonly #unread = new FinalizationRegistry<number>((id) => {
    if (!this.#ended) this.#port.emit('CANCEL', { stream: id })
  })
  #nextId = firstId()
  #ended = false

  constructor(port: ReferencePort) {
    this.#port = port
  }

  /** How many functions and objects the other side has references to. */
  get size(): number {
    return this.#exported.size
  }

  send(value: object): unknown {
    const origin = origins.get(value)
    if (origin?.table === this) return { yours: origin.id }
    if (origin) throw new TypeError('A proxy cannot travel over another connection than its own')
    if (typeof value === 'function') return { function: this.export(value) }
    const iterator = iteratorOf(value)
    if (iterator) return { stream: this.#stream(iterator) }
    return membersOf(value) ? { object: this.export(value) } : undefined
  }

  /** The id of an object that is sent once more. */
  export(value: object): number {
    const known = this.#ids.get(value)
    const entry = known === undefined ? undefined : this.#exported.get(known)
    if (known !== undefined && entry) {
      entry.count++
      return known
    }
    const id = this.#nextId++
    this.#ids.set(value, id)
    this.#exported.set(id, { value, count: 1 })
    return id
  }

  #stream(source: AnyIterator): number {
    const id = this.#nextId++
    const { iterator, over } = this.#port.wrapIterator(source)
    this.outflows.set(
      id,
      new Outflow(id, iterator, this.#port, () => {
        this.outflows.delete(id)
        over()
      }),
    )
    return id
  }

  receive(reference: unknown): unknown {
    const { yours, function: callable, object, stream } = (reference ?? {}) as Record<string, unknown>
    if (typeof yours === 'number') return this.object(yours)
    if (typeof stream === 'number') return this.#inflow(stream)
    if (typeof callable === 'number') return this.#import(callable, 'function')
    if (typeof object === 'number') return this.#import(object, 'object')
    throw new BadRequest('The reference is malformed')
  }

  #inflow(id: number): Inflow {
    const inflow = new Inflow(id, this.#port, {
      begun: (self) => {
        this.#unread.unregister(self)
        this.inflows.set(id, self)
        if (this.#ended) self.fail()
      },
      over: (self) => {
        this.#unread.unregister(self)
        this.inflows.delete(id)
      },
    })
    this.#unread.register(inflow, id, inflow)
    return inflow
  }

  #import(id: number, kind: 'function' | 'object'): object {
    const known = this.#imported.get(id)
    const stub = known?.stub.deref()
    if (known) known.count++
    if (stub) return stub
    const made = this.#port.stub(id, kind)
    origins.set(made, { table: this, id })
    if (known) known.stub = new WeakRef(made)
    else this.#imported.set(id, { stub: new WeakRef(made), count: 1 })
    this.#collected.register(made, id, made)
    return made
  }

  #forgetCollected(id: number): void {
    if (this.#imported.get(id)?.stub.deref() === undefined) this.#release(id)
  }

  #release(id: number): void {
    const known = this.#imported.get(id)
    if (!known) return
    this.#imported.delete(id)
    this.#port.drop(id, known.count)
  }

  /** Tells the other side that a stub is not used any more; whether it was one of this table. */
  releaseStub(stub: object): boolean {
    const origin = origins.get(stub)
    if (origin?.table !== this) return false
    this.#collected.unregister(stub)
    this.#release(origin.id)
    return true
  }

  /** What the other side may call under `id`. Throws {@link Gone}. */
  object(id: unknown): object {
    const entry = this.#exported.get(id as number)
    if (!entry) throw new Gone('The object was released')
    return entry.value
  }

  /** The other side does not use references any more. */
  dropped(refs: unknown): void {
    if (!Array.isArray(refs)) return
    for (const [id, count] of refs.filter(Array.isArray)) {
      const entry = this.#exported.get(id)
      if (!entry || !(Number(count) > 0)) continue
      entry.count -= Number(count)
      if (entry.count > 0) continue
      this.#exported.delete(id)
      this.#ids.delete(entry.value)
    }
  }

  /** The connection has ended for good. */
  clear(): void {
    this.#exported.clear()
    this.#ids.clear()
    this.#imported.clear()
    for (const each of [...this.outflows.values()]) each.cancel()
    for (const each of [...this.inflows.values()]) each.fail()
  }

  /** {@link clear}, for good. */
  end(): void {
    this.#ended = true
    this.clear()
  }
}

/** Has a proxy refused as an argument. */
export function keepHere(proxy: object): void {
  origins.set(proxy, { table: null, id: 0 })
}

/** Whether a value is read as a stream: what has an asynchronous iterator, and generators. */
function iteratorOf(value: object): AnyIterator | null {
  if (Symbol.asyncIterator in value) return (value as AsyncIterable<unknown>)[Symbol.asyncIterator]()
  const isGenerator = Symbol.iterator in value && typeof (value as { next?: unknown }).next === 'function'
  return isGenerator ? (value as unknown as Iterator<unknown>) : null
}
