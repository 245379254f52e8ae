import { batch, Context, call, RemoteError } from '@czmq/remote'
import type { Stock } from './service.ts'

const [, , nameserver = 'tcp://127.0.0.1:2012'] = process.argv
await using com = new Context({ nameserver, connectTimeout: 500 })
const stock = await com.locate<Stock>('com.foo.stock')

console.log('price', await stock.price('ZMQ'))
for await (const quote of stock.quotes('ZMQ')) {
  console.log('quote', quote)
  if (quote > 43) break
}
await stock.watch(100, (quote) => console.log('told', quote))
console.log('watched', await stock.watched)
console.log('order', await stock.order('ZMQ').total())
console.log('bytes', await stock.size(new Uint8Array(1_000_000)))
console.log('batch', await batch(stock, (each) => [each.price('A'), each.price('AB')]))
console.log('in time', await call(stock, { timeout: 1000, retries: 1 }).price('Z'))
try {
  await com.connect<{ prise(): void }>('tcp://127.0.0.1:1', 'com.foo.stock').prise()
} catch (error) {
  if (error instanceof RemoteError) console.log('error', error.name)
}
await stock.log('goodbye')
