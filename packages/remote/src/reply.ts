/** Calls a method of a result that has not arrived. */
export type Pipe = (method: string, args: readonly unknown[]) => Promise<unknown>

/** Names that are asked for by code that only looks what a value is. */
const NEVER = new Set(['toJSON', 'inspect', 'nodeType', 'asymmetricMatch'])
const pipes = new WeakMap<object, Pipe>()

/**
 * The answer to a call: a promise; a stream that can be iterated before it has arrived; an object whose methods can be
 * called before it has arrived.
 */
export class Reply<T> extends Promise<T> implements AsyncIterable<unknown> {
  /** What `then` makes is an ordinary promise. */
  static override get [Symbol.species](): PromiseConstructor {
    return Promise
  }

  /** The answer that a promise stands for. */
  static of(result: Promise<unknown>, pipe: Pipe | null): Reply<unknown> {
    const reply = new Reply<unknown>((resolve, reject) => void result.then(resolve, reject))
    pipes.set(reply, pipe ?? (async (method, args) => callMember(await result, method, args)))
    return reply
  }

  [Symbol.asyncIterator](): AsyncIterator<unknown> {
    return new Late(this)
  }
}

/** Only what no promise has comes here, so an ordinary `await` costs nothing more. */
const fallback = new Proxy(Promise.prototype, {
  get(target, name, receiver) {
    const pipe = pipes.get(receiver as object)
    if (typeof name === 'symbol' || name in target || NEVER.has(name) || !pipe)
      return Reflect.get(target, name, receiver)
    return (...args: unknown[]) => {
      const result = pipe(name, args)
      return Reply.of(result, null)
    }
  },
})
Object.setPrototypeOf(Reply.prototype, fallback)

/** Calls a method of a result, when that is there. */
function callMember(value: unknown, method: string, args: readonly unknown[]): unknown {
  const body: unknown = Reflect.get(Object(value), method)
  if (typeof body !== 'function') throw new TypeError(`The result has no method '${method}'`)
  return Reflect.apply(body, value, args)
}

/** Iterates a stream that has not arrived. */
class Late implements AsyncIterator<unknown> {
  readonly #reply: Promise<unknown>
  #iterator: AsyncIterator<unknown> | null = null

  constructor(reply: Promise<unknown>) {
    this.#reply = reply
  }

  next(): Promise<IteratorResult<unknown>> {
    return this.#iterator?.next() ?? this.#first()
  }

  async #first(): Promise<IteratorResult<unknown>> {
    const value = await this.#reply
    if (typeof value !== 'object' || value === null || !(Symbol.asyncIterator in value))
      throw new TypeError('The result is no stream')
    this.#iterator = (value as AsyncIterable<unknown>)[Symbol.asyncIterator]()
    return this.#iterator.next()
  }

  async return(): Promise<IteratorResult<unknown>> {
    const iterator =
      this.#iterator ??
      (await this.#reply.then(
        () => null,
        () => null,
      ))
    await iterator?.return?.()
    return { value: undefined, done: true }
  }
}
