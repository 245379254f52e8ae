import { invalidType, invalidValue } from '../errors.ts'
import { checkReadable, type ReadableSocket } from './directed.ts'
import { Queue } from './queue.ts'
import { type Readiness, readinessOf } from './readiness.ts'
import { internals } from './socket.ts'
import { checkWait, Waiter, type WaitOptions } from './waiting.ts'

/** What {@link poll} tells. */
export interface PollEvent<S extends ReadableSocket> {
  /** It has a message, unless someone has taken it meanwhile. */
  socket: S
}

interface Member<S> {
  readonly socket: S
  readonly readiness: Readiness
  readonly wake: () => void
}

/**
 * Tells which of some sockets has a message, again and again and each in its turn: an iteration that ends when all of
 * them are closed. It takes no messages; a socket whose message nobody takes is told of again.
 *
 * @param options - `signal` ends it; `timeout` is the longest time without a message.
 * @throws TypeError `ERR_INVALID_ARG_TYPE` for what is no socket that can receive, `ERR_INVALID_ARG_VALUE` for one that
 *   is there twice.
 * @throws {@link CzmqError} (the iteration) `EAGAIN` when the time is over; or the signal's reason, or what is wrong
 *   with the options.
 * @example
 * ```ts
 * for await (const { socket } of poll([orders, commands])) {
 *   const message = socket.tryReceive()
 * }
 * ```
 */
export function poll<S extends ReadableSocket>(
  sockets: Iterable<S>,
  options?: WaitOptions,
): AsyncIterableIterator<PollEvent<S>, undefined> {
  return new Poll(readableSockets(sockets), options)
}

/**
 * Waits until at least one of some sockets has a message.
 *
 * @returns All that have one, in their order; none when all sockets are closed.
 * @throws TypeError, RangeError (rejects) As {@link poll}.
 * @throws {@link CzmqError} (rejects with) `EAGAIN` when the time is over; or the signal's reason.
 */
export async function pollOnce<S extends ReadableSocket>(
  sockets: Iterable<S>,
  options?: WaitOptions,
): Promise<S[]> {
  const checked = readableSockets(sockets)
  const iteration = new Poll(checked, options)
  try {
    for (;;) {
      const { done } = await iteration.next()
      const ready = checked.filter((each) => readinessOf(internals(each)).hasMessage)
      if (done || ready.length > 0) return ready
    }
  } finally {
    await iteration.return()
  }
}

/** The sockets that are to be polled. */
function readableSockets<S extends ReadableSocket>(sockets: Iterable<S>): S[] {
  if (typeof sockets !== 'object' || sockets === null || !(Symbol.iterator in sockets))
    throw invalidType('sockets', 'an iterable of sockets', sockets)
  const list = [...sockets]
  list.forEach((each, index) => {
    checkReadable(`sockets[${index}]`, each)
    if (list.indexOf(each) < index) throw invalidValue(`sockets[${index}]`, 'is there twice')
  })
  return list
}

type Result<S extends ReadableSocket> = IteratorResult<PollEvent<S>, undefined>

class Poll<S extends ReadableSocket> implements AsyncIterableIterator<PollEvent<S>, undefined> {
  readonly #options: WaitOptions | undefined
  readonly #waiters = new Queue<Waiter<Result<S>>>()
  /** To be looked at, in this order. */
  readonly #candidates = new Queue<Member<S>>()
  /** Who calls when there is something to look at. */
  readonly #watching = new Set<Member<S>>()
  #parking = false

  constructor(sockets: S[], options: WaitOptions | undefined) {
    this.#options = options
    for (const socket of sockets) this.#candidates.push(this.#member(socket))
  }

  #member(socket: S): Member<S> {
    const member: Member<S> = {
      socket,
      readiness: readinessOf(internals(socket)),
      wake: () => {
        this.#watching.delete(member)
        this.#candidates.push(member)
        this.#serve()
      },
    }
    return member
  }

  async next(): Promise<Result<S>> {
    const timeout = checkWait(this.#options, -1)
    const waiter = new Waiter<Result<S>>()
    this.#waiters.push(waiter)
    this.#serve()
    if (this.#waiters.size > 0) {
      waiter.limit(timeout, this.#options?.signal, () => {
        this.#waiters.remove(waiter)
        this.#parkLater()
      })
    }
    return waiter.promise
  }

  async return(): Promise<IteratorReturnResult<undefined>> {
    this.#park()
    this.#candidates.drain()
    this.#serve()
    return { value: undefined, done: true }
  }

  [Symbol.asyncIterator](): this {
    return this
  }

  #serve(): void {
    while (this.#waiters.size > 0) {
      const member = this.#nextReady()
      if (member) this.#waiters.shift()?.resolve({ value: { socket: member.socket }, done: false })
      else if (this.#watching.size > 0) return
      else this.#waiters.shift()?.resolve({ value: undefined, done: true })
    }
    this.#parkLater()
  }

  /** Looks at each candidate once: those that are not ready will call, and those that are closed are forgotten. */
  #nextReady(): Member<S> | undefined {
    for (let member = this.#candidates.shift(); member; member = this.#candidates.shift()) {
      if (member.readiness.readable) {
        member.readiness.spend()
        this.#candidates.push(member)
        return member
      }
      if (!member.readiness.closed) this.#watch(member)
    }
    return undefined
  }

  #watch(member: Member<S>): void {
    this.#watching.add(member)
    member.readiness.watch(member.wake)
  }

  /** What nobody asks for in the next turn must not keep the process alive; until then it is cheaper to go on watching. */
  #parkLater(): void {
    if (this.#parking || this.#watching.size === 0) return
    this.#parking = true
    setImmediate(() => {
      this.#parking = false
      if (this.#waiters.size === 0) this.#park()
    })
  }

  #park(): void {
    const members = [...this.#watching]
    this.#watching.clear()
    for (const each of members) {
      each.readiness.unwatch(each.wake)
      this.#candidates.push(each)
    }
  }
}
