/** Values that arrive as they are. */
type Plain =
  | string
  | number
  | boolean
  | bigint
  | null
  | undefined
  | undefined
  | Date
  | RegExp
  | URL
  | Error
  | ArrayBuffer
  | ArrayBufferView

type AnyFunction = (...args: never) => unknown

/** Whether a type has methods, so that its values travel by reference. */
type HasMethods<T> = { [Name in keyof T]: T[Name] extends AnyFunction ? Name : never }[keyof T]

type IsAny<T> = 0 extends 1 & T ? true : false

/** What arrives of a value: functions answer promises, objects with methods are remote. */
export type Received<T> =
  IsAny<T> extends true
    ? T
    : T extends Plain
      ? T
      : T extends AsyncIterable<infer Item> | Generator<infer Item>
        ? AsyncIterableIterator<Received<Item>>
        : T extends (...args: infer Args) => infer Result
          ? (...args: Args) => Promise<Received<Awaited<Result>>>
          : T extends ReadonlyMap<infer Key, infer Value>
            ? Map<Received<Key>, Received<Value>>
            : T extends ReadonlySet<infer Item>
              ? Set<Received<Item>>
              : T extends readonly unknown[]
                ? { [Index in keyof T]: Received<T[Index]> }
                : [HasMethods<T>] extends [never]
                  ? { [Name in keyof T]: Received<T[Name]> }
                  : Remote<T>

/** What can be an argument; `never` for what cannot travel. */
export type Sent<T> = T extends symbol | WeakMap<WeakKey, unknown> | WeakSet<WeakKey> | Promise<unknown>
  ? never
  : T

type SentAll<Args extends readonly unknown[]> = { [Index in keyof Args]: Sent<Args[Index]> }

/** The answer to a call. A stream can be iterated at once; methods of an object can be called before it has arrived. */
export type Answer<T> =
  IsAny<T> extends true
    ? Promise<T>
    : T extends Plain
      ? Promise<T>
      : T extends AsyncIterable<infer Item> | Generator<infer Item>
        ? Promise<AsyncIterableIterator<Received<Item>>> & AsyncIterable<Received<Item>>
        : T extends readonly unknown[] | ReadonlyMap<unknown, unknown> | ReadonlySet<unknown> | AnyFunction
          ? Promise<Received<T>>
          : [HasMethods<T>] extends [never]
            ? Promise<Received<T>>
            : Promise<Received<T>> & Omit<Remote<T>, keyof Promise<unknown>>

type Hidden = `_${string}` | 'then' | 'constructor' | 'introspect' | 'toJSON'

/** The members that a proxy has: symbols, private ones and names with `_` are not reached. */
type Reachable<T> = {
  [Name in keyof T]: Name extends string ? (Name extends Hidden ? never : Name) : never
}[keyof T]

/**
 * The remote side of `T`: methods answer promises, generators are streams, attributes are awaited.
 *
 * @example
 * ```ts
 * const stock: Remote<Stock> = await com.locate<Stock>('com.foo.stock')
 * const price: number = await stock.price('ZMQ')
 * for await (const quote of stock.quotes('ZMQ')) break
 * const open: number = await stock.open
 * ```
 */
export type Remote<T> = {
  readonly [Name in Reachable<T>]: T[Name] extends (...args: infer Args) => infer Result
    ? (...args: SentAll<Args>) => Answer<Awaited<Result>>
    : PromiseLike<Received<T[Name]>>
} & Disposable &
  AsyncDisposable

/** The names of the attributes of `T`. */
export type AttributeNames<T> = {
  [Name in Reachable<T>]: T[Name] extends AnyFunction ? never : Name
}[Reachable<T>]
