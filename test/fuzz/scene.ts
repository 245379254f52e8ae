import { types } from 'node:util'
import * as czmq from '../../src/index.ts'
import type { Spec, Step } from './arguments.ts'
import { calm, endObject, endSoon } from './endings.ts'
import { ADDRESSES, WAITING, WITHOUT_END } from './exceptions.ts'
import { CallersError, hostile } from './hostile.ts'
import { endShared, handles, objects, type State, socketFactory } from './objects.ts'
import { complaint } from './oracle.ts'
import { classes, type Operation } from './surface.ts'

/** The objects of a few calls that follow each other: what one call answers, the next may be given. */

/** So many of what has a thread are made in one process; then the last one is used again, whatever its state. */
const MOST_COSTLY = 6
/** A call that waits is over when all is closed; it has this long for it. */
const SETTLE_MILLISECONDS = 5000
const costly = new Map<string, object[]>()
const COSTLY = Object.entries({ ...handles, ...objects }).flatMap(([name, each]) =>
  each.costly ? [name] : [],
)
const exported = [...classes()].reverse()

export class Scene {
  readonly #anything: readonly unknown[]
  readonly #objects: object[] = []
  readonly #latest = new Map<string, object>()
  readonly #pending = new Map<Promise<unknown>, string>()
  readonly #complaints: string[] = []
  readonly #nested: () => void
  /** How often a call answered, and how often it threw. */
  readonly outcome = { answered: 0, threw: 0 }

  constructor(anything: readonly unknown[], nested: () => void) {
    this.#anything = anything
    this.#nested = nested
  }

  /** Does one call; what it should not have done is in what {@link end} answers. */
  call(operation: Operation, { self, args }: Step): void {
    let receiver: unknown
    let values: unknown[]
    try {
      receiver = self && this.#value(self)
      values = args.map((each) => this.#value(each))
    } catch (error) {
      // Not what is tried here: there may be no more sockets, or a setting of before does not allow it
      this.#judge(`making the arguments of ${operation.name}`, error)
      return
    }
    this.invoke(operation, receiver, values)
  }

  /** Calls with values that are there. */
  invoke(operation: Operation, receiver: unknown, values: unknown[]): void {
    this.#restrict(operation, values)
    for (const each of [receiver, ...values]) calm(each)
    if (operation.name === 'zloop.start') endSoon(values[0])
    try {
      const answer = operation.run(receiver, values)
      this.outcome.answered++
      // Methods of classes have JavaScript's own check of their receiver
      if (!isWrong(operation, receiver)) this.#keep(operation.name, answer)
      else if (types.isPromise(answer)) answer.catch(() => undefined)
    } catch (error) {
      this.outcome.threw++
      if (error instanceof TypeError && isWrong(operation, receiver)) return
      this.#judge(operation.name, error)
    }
  }

  /** Destroys everything, waits for what is pending, and answers what was wrong. */
  async end(): Promise<string[]> {
    for (const each of this.#objects.reverse()) {
      if (!isCostly(each)) this.#guard('the end', () => endObject(each))
    }
    endShared()
    if (this.#pending.size > 0) await this.#settle()
    return this.#complaints
  }

  async #settle(): Promise<void> {
    let timer: NodeJS.Timeout | undefined
    const late = new Promise((resolve) => {
      timer = setTimeout(resolve, SETTLE_MILLISECONDS)
    })
    await Promise.race([late, Promise.allSettled(this.#pending.keys())])
    clearTimeout(timer)
    for (const name of this.#pending.values()) this.#complaints.push(`${name} is never settled`)
  }

  #judge(name: string, error: unknown): void {
    const wrong = complaint(error)
    if (wrong !== null) this.#complaints.push(`${name} ${wrong}`)
  }

  #guard(name: string, act: () => unknown): void {
    try {
      act()
    } catch (error) {
      this.#judge(name, error)
    }
  }

  /** What a description stands for. */
  value(spec: Spec): unknown {
    return this.#value(spec)
  }

  /** An object of a kind in a state; it ends with the case. */
  object(kind: string, state: State, n: number): unknown {
    return this.#object(kind, state, n, false)
  }

  /** Something that ends with the case. */
  own<T extends object>(made: T): T {
    this.#objects.push(made)
    return made
  }

  /** A promise that must be settled at the end. */
  follow(name: string, promise: Promise<unknown>): void {
    this.#follow(name, promise)
  }

  #value(spec: Spec): unknown {
    if ('plain' in spec) return spec.plain
    if ('hostile' in spec) return hostile[spec.hostile]?.()
    if ('anything' in spec) return this.#anything[spec.anything]
    if ('bytes' in spec) return Buffer.alloc(spec.bytes, 7)
    if ('list' in spec) return spec.list.map((each) => this.#value(each))
    if ('callback' in spec) return this.#callback(spec.callback)
    if ('object' in spec) return this.#object(spec.object, spec.state, spec.n, spec.again)
    return Object.fromEntries(Object.entries(spec.record).map(([key, each]) => [key, this.#value(each)]))
  }

  #object(kind: string, state: State, n: number, again: boolean): unknown {
    const known = this.#latest.get(kind)
    if (known && (again || (isCostly(known) && (costly.get(kind)?.length ?? 0) >= MOST_COSTLY))) return known
    const made = this.#make(kind, state, n)
    if (made) this.#remember(kind, made)
    return made
  }

  #make(kind: string, state: State, n: number): object | undefined {
    const factory = handles[kind] ?? objects[kind] ?? socketFactory(kind)
    if (!factory) return undefined
    if (factory.costly) return this.#makeCostly(kind, factory.fresh, n)
    if (factory.owned && (state === 'borrowed' || state === 'orphaned')) {
      const [made, owner] = factory.owned(n)
      this.#objects.push(owner)
      if (state === 'orphaned') owner.destroy()
      return made
    }
    const made = state === 'fresh' ? factory.fresh(n) : (factory.used ?? factory.fresh)(n)
    if (state === 'destroyed') endObject(made)
    return made
  }

  #makeCostly(kind: string, make: (n: number) => object, n: number): object {
    const made = costly.get(kind) ?? []
    costly.set(kind, made)
    const last = made.at(-1)
    if (last && (!isGone(last) || made.length >= MOST_COSTLY)) return last
    const another = make(n)
    made.push(another)
    return another
  }

  #remember(kind: string, made: object): void {
    this.#objects.push(made)
    this.#latest.set(kind, made)
  }

  #keep(name: string, answer: unknown): void {
    if (typeof answer !== 'object' || answer === null || types.isProxy(answer)) return
    const kind = kindOf(answer)
    if (types.isPromise(answer)) this.#follow(name, answer)
    else if (kind !== null && answer !== czmq.context) this.#remember(kind, answer)
    else if (Array.isArray(answer)) for (const each of answer.slice(0, 4)) this.#keep(name, each)
    else this.#use(name, answer)
  }

  #follow(name: string, promise: Promise<unknown>): void {
    const followed = promise.then(
      (value) => this.#keep(name, value),
      (error: unknown) => this.#judge(name, error),
    )
    // What waits at an object that stays is not over with the case
    if (COSTLY.some((each) => name.startsWith(each)) || name in WITHOUT_END) return
    this.#pending.set(followed, name)
    void followed.then(() => this.#pending.delete(followed))
  }

  /** Streams and iterators are asked for one thing, and ended with the rest. */
  #use(name: string, answer: object): void {
    if ('destroy' in answer && 'on' in answer && typeof answer.on === 'function') {
      answer.on('error', (error: unknown) => this.#judge(name, error))
      this.#objects.push(answer)
    } else if ('next' in answer && typeof answer.next === 'function' && Symbol.asyncIterator in answer) {
      const next: unknown = answer.next()
      if (types.isPromise(next)) this.#follow(`${name}, next`, next)
    }
  }

  #callback(what: string): (...args: unknown[]) => unknown {
    let left = 50
    return (...args) => {
      if (left-- <= 0) return -1
      if (what === 'throws') throw new CallersError('thrown by a callback')
      if (what === 'rejects') return Promise.reject(new CallersError('rejected by a callback'))
      if (what === 'destroys its arguments') for (const each of args) this.#guard(what, () => endObject(each))
      if (what === 'destroys all')
        for (const each of [...this.#objects]) this.#guard(what, () => endObject(each))
      if (what === 'calls') this.#nested()
      return what === 'returns 0' ? 0 : -1
    }
  }

  /** No address that nobody made; no waiting that is meant. */
  #restrict({ name, parameters }: Operation, values: unknown[]): void {
    const pointer = parameters.indexOf(ADDRESSES[name] ?? '')
    if (pointer >= 0 && typeof values[pointer] === 'bigint') values[pointer] = 0n
    const time = parameters.indexOf(WAITING[name] ?? '')
    const value = values[time]
    if (typeof value === 'number' && (value === -1 || value > 20)) values[time] = 5
  }
}

const receivers = new Map(exported)

/** Whether a method is called on what is not of its class. */
function isWrong({ way, group }: Operation, receiver: unknown): boolean {
  if (way !== 'method' && way !== 'get' && way !== 'set') return false
  const owner = receivers.get(group)
  return owner === undefined || types.isProxy(receiver) || !(receiver instanceof owner)
}

/** What stays from case to case, because it has a thread. */
function isCostly(value: object): boolean {
  return [...costly.values()].some((each) => each.includes(value))
}

/** Ends what has a thread, at the end of all. */
export function endCostly(): void {
  for (const each of [...costly.values()].flat()) endObject(each)
}

function kindOf(value: object): string | null {
  if (value instanceof czmq.Handle) return value.kind
  const found = exported.find(([, each]) => value instanceof each)
  return found ? found[0] : null
}

function isGone(value: object): boolean {
  return Reflect.get(value, value instanceof czmq.Handle ? 'destroyed' : 'closed') === true
}
