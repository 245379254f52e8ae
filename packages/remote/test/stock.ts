import { behavior, current, idempotent, method, oneway, provides, RemoteError } from '../src/index.ts'

/** What travels by reference. */
export class Order {
  readonly #symbol: string

  constructor(symbol: string) {
    this.#symbol = symbol
  }

  @method total(): string {
    return `total of ${this.#symbol}`
  }

  secret(): string {
    return 'not exposed'
  }
}

/** What has happened in instances of {@link Stock}. */
export const happened: string[] = []

@provides('com.foo.stock')
@behavior({ instance: 'session' })
export class Stock {
  #open = 1
  #count = 0

  @method @idempotent price(symbol: string, currency: string = 'EUR'): string {
    return `${symbol} in ${currency}`
  }

  @method count(): number {
    return ++this.#count
  }

  @method async *quotes(count: number): AsyncGenerator<number> {
    try {
      for (let quote = 0; quote < count; quote++) yield quote
    } finally {
      happened.push('quotes ended')
    }
  }

  @oneway log(line: string): void {
    happened.push(line)
  }

  @method async subscribe(callback: (quote: number) => unknown): Promise<unknown> {
    return callback(7)
  }

  @method order(symbol: string): Order {
    return new Order(symbol)
  }

  @method isOwn(order: object): boolean {
    return order instanceof Order
  }

  @method async sum(numbers: AsyncIterable<number>): Promise<number> {
    let total = 0
    for await (const each of numbers) total += each
    return total
  }

  @method echo(value: unknown): unknown {
    return value
  }

  @method get open(): number {
    return this.#open
  }

  @method set open(value: number) {
    this.#open = value
  }

  @method fail(): void {
    throw new TypeError('this is wrong', { cause: new RangeError('and this is why') })
  }

  @method reject(): void {
    throw new RemoteError('no such symbol', { code: 1404, data: new Map([['symbol', '?']]) })
  }

  @method untilAborted(): Promise<string> {
    const { signal } = current()
    return new Promise((resolve) => {
      signal.addEventListener('abort', () => {
        happened.push('aborted')
        resolve('aborted')
      })
    })
  }

  @method remaining(): number {
    return current().remaining
  }

  hidden(): string {
    return 'not exposed'
  }

  [Symbol.dispose](): void {
    happened.push('disposed')
  }
}
