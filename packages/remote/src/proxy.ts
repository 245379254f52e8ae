import { errorFromJson } from './errors.ts'
import type { Introspection } from './provider.ts'
import { keepHere } from './references.ts'
import { Reply } from './reply.ts'
import type { CallOptions, Route } from './route.ts'
import type { AttributeNames, Received, Remote } from './types.ts'

interface Bound {
  readonly route: Route
  readonly options: CallOptions
}

const bound = new WeakMap<object, Bound>()
const INSPECT = Symbol.for('nodejs.util.inspect.custom')

/** Names that every value may be asked for; a proxy is no promise and has no JSON. */
const NEVER = new Set(['then', 'toJSON', 'constructor'])

/** A proxy that makes calls by a route. `own` is one that goes back to its owner as what it stands for. */
export function makeProxy(route: Route, options: CallOptions, own: boolean = false): object {
  const members = new Map<string, unknown>()
  const proxy: object = new Proxy(Object.create(null) as object, {
    get(_, name) {
      if (typeof name === 'symbol') return symbolMember(proxy, route, name)
      if (NEVER.has(name) || name.startsWith('_')) return undefined
      const known = members.get(name)
      if (known !== undefined) return known
      const made = memberOf(route, options, name)
      members.set(name, made)
      return made
    },
    set() {
      throw new TypeError('Attributes are set by assign(proxy, name, value), which can be awaited')
    },
  })
  bound.set(proxy, { route, options })
  if (!own) keepHere(proxy)
  return proxy
}

function symbolMember(proxy: object, route: Route, name: symbol): unknown {
  if (name === Symbol.dispose) return () => route.release(proxy)
  if (name === Symbol.asyncDispose) return async () => route.release(proxy)
  return name === INSPECT ? () => `Remote { ${route.label} }` : undefined
}

/** A method that can be called, or an attribute that can be awaited: which one only the other side knows. */
function memberOf(route: Route, options: CallOptions, name: string): unknown {
  const call = (...args: unknown[]): Reply<unknown> => {
    const { result, pipe } = route.call(name, args, options)
    return Reply.of(result, pipe && ((method, values) => pipe.call(method, values, options).result))
  }
  const get = (): Promise<unknown> => route.call(`.${name}`, [], options).result
  return Object.assign(call, {
    // biome-ignore lint/suspicious/noThenProperty: an attribute is what can be awaited
    then: (...handlers: Parameters<Promise<unknown>['then']>) => get().then(...handlers),
    catch: (handler: (error: unknown) => unknown) => get().catch(handler),
    finally: (handler: () => void) => get().finally(handler),
  })
}

function boundOf(proxy: unknown): Bound {
  const found = bound.get(proxy as object)
  if (!found) throw new TypeError('This is no remote proxy')
  return found
}

/** The same proxy with other options: `await call(stock, { timeout: 300 }).price('ZMQ')`. */
export function call<T extends object>(proxy: T, options: CallOptions): T {
  const { route, options: given } = boundOf(proxy)
  return makeProxy(route, { ...given, ...options }) as T
}

/** What {@link oneway} makes of a proxy. */
export type Oneway<T> = {
  [Name in keyof T]: T[Name] extends (...args: infer Args) => unknown ? (...args: Args) => void : never
}

/** A proxy whose calls wait for no answer; nobody learns what went wrong with them. */
export function onewayProxy<T extends object>(proxy: T): Oneway<T> {
  const { route, options } = boundOf(proxy)
  return recorder((method, args) => route.cast(method, args, options)) as Oneway<T>
}

/** Sets an attribute. */
export async function assign<T, Name extends AttributeNames<T>>(
  proxy: Remote<T>,
  name: Name,
  value: T[Name],
): Promise<void> {
  const { route, options } = boundOf(proxy)
  await route.call(`=${name}`, [value], options).result
}

/** What an interface has: methods, arguments, attributes. */
export function introspect(proxy: object): Promise<Introspection> {
  const { route, options } = boundOf(proxy)
  return route.introspect(options)
}

/** How many milliseconds the other side needs to answer. */
export function ping(proxy: object, options: CallOptions = {}): Promise<number> {
  const { route, options: given } = boundOf(proxy)
  return route.ping({ ...given, ...options })
}

/** Says that a proxy is not used any more: what it stands for may be released at the other side. */
export function release(proxy: object): void {
  boundOf(proxy).route.release(proxy)
}

/** What calls in a batch answer: a place in the list of results. */
type Recorded<T> = {
  [Name in keyof T]: T[Name] extends (...args: infer Args) => infer Result
    ? (...args: Args) => { readonly result: Awaited<Result> }
    : never
}

type Results<List extends readonly { readonly result: unknown }[]> = {
  -readonly [Index in keyof List]: Received<List[Index]['result']>
}

/** One of the results of {@link batchSettled}. */
export type Settled = PromiseSettledResult<unknown>

interface Entry {
  value?: unknown
  failure?: unknown
}

/**
 * Makes many calls in one message; they are carried out in their order.
 *
 * @example
 * ```ts
 * const [a, b] = await batch(stock, (each) => [each.price('A'), each.price('B')])
 * ```
 * @throws {@link RemoteError} (rejects with) the first that fails; calls after it are not made.
 */
export async function batch<T extends object, const List extends readonly { readonly result: unknown }[]>(
  proxy: T,
  record: (recorder: Recorded<T>) => List,
): Promise<Results<List>> {
  const entries = await send(proxy, record as never, true)
  const failed = entries.find((each) => each.failure !== undefined)
  if (failed) throw errorOf(failed)
  return entries.map((each) => each.value) as never
}

/** {@link batch}, which makes all calls and tells of each how it ended. */
export async function batchSettled<T extends object>(
  proxy: T,
  record: (recorder: Recorded<T>) => readonly { readonly result: unknown }[],
): Promise<Settled[]> {
  const entries = await send(proxy, record as never, false)
  return entries.map((each) =>
    each.failure === undefined
      ? { status: 'fulfilled', value: each.value }
      : { status: 'rejected', reason: errorOf(each) },
  )
}

async function send(proxy: object, record: (recorder: object) => unknown, stop: boolean): Promise<Entry[]> {
  const { route, options } = boundOf(proxy)
  const calls: { method: string; args: unknown[] }[] = []
  record(recorder((method, args) => ({ index: calls.push({ method, args }) })))
  return calls.length === 0 ? [] : ((await route.batch(calls, options, stop)) as Entry[])
}

function errorOf({ failure }: Entry): Error {
  return errorFromJson(failure, (data) => data)
}

/** An object all of whose methods do the same. */
function recorder(visit: (method: string, args: unknown[]) => unknown): object {
  return new Proxy(Object.create(null) as object, {
    get: (_, name) =>
      typeof name === 'symbol' || NEVER.has(name) ? undefined : (...args: unknown[]) => visit(name, args),
  })
}
