import { behavior, current, Daemon, idempotent, method, oneway, provides } from '@czmq/remote'

class Order {
  readonly #symbol: string

  constructor(symbol: string) {
    this.#symbol = symbol
  }

  @method total(): string {
    return `a ${this.#symbol} is 42`
  }
}

@provides('com.foo.stock')
@behavior({ instance: 'session' })
export class Stock {
  #watched = 0

  @method @idempotent price(symbol: string): number {
    return symbol.length * 14
  }

  @method async *quotes(symbol: string): AsyncGenerator<number> {
    for (let quote = this.price(symbol); !current().signal.aborted; quote++) yield quote
  }

  @method async watch(limit: number, tell: (quote: number) => unknown): Promise<void> {
    this.#watched++
    await tell(limit)
  }

  @method order(symbol: string): Order {
    return new Order(symbol)
  }

  @method size(csv: Uint8Array): number {
    return csv.length
  }

  @method get watched(): number {
    return this.#watched
  }

  @oneway log(line: string): void {
    console.log(`a client says: ${line}`)
  }
}

const [, , nameserver = 'tcp://127.0.0.1:2012'] = process.argv
const daemon = await Daemon.start({ service: '/com/foo/stock/1', address: 'tcp://127.0.0.1:*', nameserver })
daemon.provide(Stock)
daemon.provide('com.foo.adder', { add: (a: number, b: number) => a + b })
await daemon.registered
process.once('SIGTERM', () => void daemon.close())
console.log('the service is ready')
