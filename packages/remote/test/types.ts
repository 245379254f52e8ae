// What compiles, and what must not: `tsc` is the test.
import { type Answer, batch, call, type Remote } from '../src/index.ts'
import type { Order, Stock } from './stock.ts'

type Same<A, B> = (<T>() => T extends A ? 1 : 2) extends <T>() => T extends B ? 1 : 2 ? true : false
declare function is<T extends true>(): T

interface Everything {
  plain(a: number, b?: string): { x: number; when: Date }
  later(): Promise<Map<string, number>>
  order(): Order
  stream(): AsyncGenerator<number>
  callback(on: (quote: number) => void): void
  symbol(value: symbol): void
  weak(value: WeakMap<object, number>): void
  bytes(value: Uint8Array): Buffer
  readonly size: number
  _private(): void
  then(): void
}

declare const everything: Remote<Everything>
declare const stock: Remote<Stock>

export async function compiles(): Promise<void> {
  is<Same<Answer<number>, Promise<number>>>()
  const { x, when }: { x: number; when: Date } = await everything.plain(1)
  const later: Map<string, number> = await everything.later()
  const total: string = await everything.order().total()
  const order: Remote<Order> = await everything.order()
  for await (const each of everything.stream()) each.toFixed()
  await everything.callback((quote) => quote.toFixed())
  const size: number = await everything.size
  const bytes: Buffer = await everything.bytes(new Uint8Array(1))
  const [price, count]: [string, number] = await batch(stock, (each) => [each.price('A'), each.count()])
  await call(stock, { timeout: 10 }).price('A')
  void [x, when, later, total, order, size, bytes, price, count]
}

export async function doesNot(): Promise<void> {
  // @ts-expect-error: a wrong argument
  await everything.plain('1')
  // @ts-expect-error: an argument too few
  await everything.plain()
  // @ts-expect-error: no such method
  await everything.other()
  // @ts-expect-error: symbols cannot travel
  await everything.symbol(Symbol('x'))
  // @ts-expect-error: nor can weak maps
  await everything.weak(new WeakMap())
  // @ts-expect-error: names with _ are not reached
  everything._private
  // @ts-expect-error: a proxy is no promise
  everything.then
  // @ts-expect-error: attributes are set by assign()
  everything.size = 5
  // @ts-expect-error: an attribute must be awaited
  everything.size.toFixed()
  // @ts-expect-error: the option is misspelt
  call(stock, { timeOut: 10 })
}
