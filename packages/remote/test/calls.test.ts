import assert from 'node:assert/strict'
import {
  assign,
  BadRequest,
  Busy,
  batch,
  batchSettled,
  Cancelled,
  type Context,
  call,
  current,
  type Daemon,
  expose,
  Gone,
  introspect,
  MethodNotFound,
  oneway,
  ping,
  type Remote,
  RemoteError,
  release,
  ServiceNotAvailable,
  Timeout,
} from '../src/index.ts'
import { deferred, opened, until } from './helpers.ts'
import { happened, Stock } from './stock.ts'

interface Untyped {
  [name: string]: (...args: unknown[]) => unknown
}

/** The name of an endpoint inside the process is free again some time after it was closed. */
let inprocs = 0

for (const transport of ['tcp://127.0.0.1:*', 'inproc://calls'] as const) {
  describe(`calls over ${transport.slice(0, transport.indexOf(':'))}`, () => {
    const { daemon: start, context } = opened()
    let daemon: Daemon
    let com: Context
    let stock: Remote<Stock>

    beforeEach(async () => {
      happened.length = 0
      daemon = await start({ address: transport.replace('calls', () => `calls-${++inprocs}`) })
      daemon.provide(Stock)
      com = context()
      stock = com.connect<Stock>(daemon.address, 'com.foo.stock')
    })

    it('answer what the method returns, with defaults for arguments', async () => {
      assert.equal(await stock.price('ZMQ'), 'ZMQ in EUR')
      assert.equal(await stock.price('ZMQ', 'USD'), 'ZMQ in USD')
    })

    if (transport.startsWith('tcp'))
      it('are carried out in their order, 10 000 of them in flight', async () => {
        const counts = await Promise.all(Array.from({ length: 10_000 }, () => stock.count()))
        assert.deepEqual(
          counts,
          Array.from({ length: 10_000 }, (_, index) => index + 1),
        )
        assert.equal(daemon.statistics.running, 0)
      })

    it('carry any number of attachments', async () => {
      const large = new Uint8Array(1_000_000).map((_, index) => index % 251)
      const floats = Float64Array.of(1.5, -0, Number.NaN)
      const sent = { list: [large, Buffer.from('small'), floats], none: new Uint8Array(0) }
      assert.deepEqual(await stock.echo(sent), sent)
      const many = Array.from({ length: 500 }, (_, index) => Buffer.from(String(index)))
      assert.deepEqual(await stock.echo(many), many)
    })

    it('stream what a generator yields', async () => {
      const seen: number[] = []
      for await (const each of stock.quotes(5000)) seen.push(each)
      assert.deepEqual(
        seen,
        Array.from({ length: 5000 }, (_, index) => index),
      )
      assert.deepEqual(happened, ['quotes ended'])
    })

    it('end a generator whose reader has left', async () => {
      for await (const each of stock.quotes(Number.POSITIVE_INFINITY)) if (each === 10) break
      await until(() => happened.includes('quotes ended'))
    })

    it('take streams as arguments', async () => {
      async function* numbers(): AsyncGenerator<number> {
        for (let each = 1; each <= 1000; each++) yield each
      }
      assert.equal(await stock.sum(numbers()), 500_500)
    })

    it('call back over the same connection', async () => {
      assert.equal(await stock.subscribe((quote) => quote * 6), 42)
      await assert.rejects(
        async () =>
          stock.subscribe(() => {
            throw new RangeError('thrown in the callback')
          }),
        { type: 'RangeError', message: 'thrown in the callback' },
      )
    })

    it('answer objects by reference, which can be called before they have arrived', async () => {
      assert.equal(await stock.order('A').total(), 'total of A')
      const order = await stock.order('B')
      assert.equal(await order.total(), 'total of B')
      assert.equal(await stock.isOwn(order), true)
      await assert.rejects(async () => (order as unknown as Untyped).secret?.(), MethodNotFound)
      release(order)
      await assert.rejects(async () => order.total(), Gone)
    })

    it('tell of errors: type, message, stack, cause, code and data', async () => {
      const error: unknown = await stock.fail().then(null, (each: unknown) => each)
      assert(error instanceof RemoteError)
      assert.deepEqual([error.type, error.message, error.code], ['TypeError', 'this is wrong', 1])
      assert(error.cause instanceof RemoteError)
      assert.deepEqual([error.cause.type, error.cause.message], ['RangeError', 'and this is why'])
      assert.match(error.stack ?? '', /thrown remotely:\n.*stock\.ts/s)
      await assert.rejects(async () => stock.reject(), {
        message: 'no such symbol',
        code: 1404,
        data: new Map([['symbol', '?']]),
      })
    })

    it('name what was probably meant', async () => {
      const loose = stock as unknown as Untyped
      await assert.rejects(async () => loose.prise?.(), {
        name: 'MethodNotFound',
        code: 2,
        message: "Method 'prise' not found in interface com.foo.stock; did you mean 'price'?",
      })
      await assert.rejects(
        async () => com.connect<Untyped>(daemon.address, 'com.foo.stok').price?.('A'),
        /Unsupported interface: com\.foo\.stok; did you mean com\.foo\.stock\?/,
      )
    })

    it('reach nothing that is not exposed', async () => {
      const loose = stock as unknown as Untyped
      for (const name of ['hidden', 'toString', 'hasOwnProperty', '__defineGetter__', 'a.b', '', '#open'])
        await assert.rejects(
          async () => {
            const member = loose[name]
            if (member === undefined) throw new MethodNotFound('not even asked for')
            return member()
          },
          MethodNotFound,
          name,
        )
    })

    it('read and set attributes', async () => {
      assert.equal(await stock.open, 1)
      await assign(stock, 'open', 5)
      assert.equal(await stock.open, 5)
      assert.throws(() => Reflect.set(stock, 'open', 6), TypeError)
    })

    it('end in time, and the method is told', async () => {
      await assert.rejects(async () => call(stock, { timeout: 50 }).untilAborted(), Timeout)
      await until(() => happened.includes('aborted'))
      const left = await call(stock, { timeout: 2000 }).remaining()
      assert(left > 0 && left <= 2000)
    })

    it('are cancelled, and the method is told', async () => {
      const stop = new AbortController()
      const running = call(stock, { signal: stop.signal }).untilAborted()
      await ping(stock)
      stop.abort(new Error('no interest'))
      await assert.rejects(
        async () => running,
        (error) => error instanceof Cancelled && (error.cause as Error).message === 'no interest',
      )
      await until(() => happened.includes('aborted'))
      await assert.rejects(async () => call(stock, { signal: stop.signal }).price('A'), Cancelled)
    })

    it('go one way', async () => {
      await stock.log('waited for its arrival')
      oneway(stock).log('not waited for')
      await until(() => happened.includes('not waited for'))
      assert.equal(happened[0], 'waited for its arrival')
    })

    it('go many in one message', async () => {
      const [a, b, size] = await batch(stock, (each) => [
        each.price('A'),
        each.count(),
        each.echo(Buffer.from('x')),
      ])
      assert.deepEqual([a, b, size], ['A in EUR', 1, Buffer.from('x')])
      await assert.rejects(
        batch(stock, (each) => [each.count(), each.fail(), each.count()]),
        { type: 'TypeError' },
      )
      assert.equal(await stock.count(), 3)
      const settled = await batchSettled(stock, (each) => [each.fail(), each.count()])
      assert.deepEqual([settled[0]?.status, settled[1]], ['rejected', { status: 'fulfilled', value: 4 }])
    })

    it('introspect', async () => {
      const { name, methods, attributes } = await introspect(stock)
      assert.equal(name, 'com.foo.stock')
      assert.deepEqual(attributes, ['open'])
      assert.deepEqual(methods.price?.required_arguments, ['symbol'])
      assert.deepEqual(methods.price?.optional_arguments, ['currency'])
      assert.deepEqual([methods.price?.idempotent, methods.log?.oneway], [true, true])
    })

    it('are never taken for a promise', async () => {
      assert.equal(await Promise.resolve(stock), stock)
      assert.equal(JSON.stringify({ stock }), '{"stock":{}}')
    })
  })
}

describe('calls over ipc', () => {
  const { daemon: start, context } = opened()

  it('are calls', async () => {
    const daemon = await start({ address: 'ipc://*' })
    daemon.provide(Stock)
    const stock = context().connect<Stock>(daemon.address, 'com.foo.stock')
    assert.deepEqual([await stock.price('ZMQ'), await stock.count()], ['ZMQ in EUR', 1])
    assert.deepEqual(await stock.echo(Buffer.alloc(2_000_000, 7)), Buffer.alloc(2_000_000, 7))
  })
})

describe('instances', () => {
  const { daemon: start, context } = opened()

  beforeEach(() => {
    happened.length = 0
  })

  it('serve one session, and end with it', async () => {
    const daemon = await start()
    daemon.provide(Stock)
    const [one, other] = [context(), context()].map((each) =>
      each.connect<Stock>(daemon.address, 'com.foo.stock'),
    )
    assert.deepEqual([await one?.count(), await one?.count(), await other?.count()], [1, 2, 1])
  })

  it('are disposed of when the client says goodbye', async () => {
    const daemon = await start()
    daemon.provide(Stock)
    const com = context()
    await com.connect<Stock>(daemon.address, 'com.foo.stock').count()
    await com.close()
    await until(() => happened.includes('disposed') && daemon.statistics.sessions === 0)
  })

  it('serve one call', async () => {
    const daemon = await start()
    daemon.provide(Stock, { instance: 'percall' })
    const stock = context().connect<Stock>(daemon.address, 'com.foo.stock')
    assert.deepEqual([await stock.count(), await stock.count()], [1, 1])
    assert.deepEqual(happened, ['disposed', 'disposed'])
  })

  it('serve all, and are disposed of with the daemon', async () => {
    const daemon = await start()
    daemon.provide(Stock, { instance: 'single' })
    const counts = []
    for (const each of [context(), context()])
      counts.push(await each.connect<Stock>(daemon.address, 'com.foo.stock').count())
    assert.deepEqual(counts, [1, 2])
    await daemon.close()
    assert.deepEqual(happened, ['disposed'])
  })
})

describe('plain objects', () => {
  const { daemon: start, context } = opened()

  it('are called by position or by name, checked where arguments are declared', async () => {
    const daemon = await start()
    const add = (a: number, b: number): number => a + b
    daemon.provide('com.foo.adder', { add, _hidden: () => 0 }, { methods: { add: { args: ['a', 'b'] } } })
    const adder = context().connect<{ add: typeof add; _hidden: unknown }>(daemon.address, 'com.foo.adder')
    assert.equal(await adder.add(1, 2), 3)
    const loose = adder as unknown as Untyped
    await assert.rejects(async () => loose.add?.(1), {
      code: 4,
      message: "Method 'add' takes 2 arguments, got 1",
    })
    assert.equal(loose._hidden, undefined)
  })

  it('refuse what exposes nothing, bad names, and the same name twice', async () => {
    const daemon = await start()
    assert.throws(() => daemon.provide('com.foo.nothing', { value: 1 }), /no functions to expose/)
    assert.throws(() => daemon.provide('com foo', { run: () => 1 }), /not the name of an interface/)
    assert.throws(
      () => daemon.provide('com.foo.x', Object.fromEntries([['then', () => 1]])),
      /cannot be exposed/,
    )
    daemon.provide('com.foo.x', { run: () => 1 })
    assert.throws(() => daemon.provide('com.foo.x', { run: () => 1 }), /provided already/)
    assert.throws(() => daemon.provide(class Bare {}), /exposes nothing/)
  })

  it('travel by reference when they are exposed', async () => {
    const daemon = await start()
    const counter = (): { next: () => number } => {
      let count = 0
      return expose({ next: () => ++count })
    }
    daemon.provide('com.foo.counters', { counter })
    const counters = context().connect<{ counter: typeof counter }>(daemon.address, 'com.foo.counters')
    const one = await counters.counter()
    assert.deepEqual([await one.next(), await one.next()], [1, 2])
  })
})

describe('the context of a call', () => {
  const { daemon: start, context } = opened()

  it('has the session, annotations, and the id of all calls that belong together', async () => {
    const daemon = await start()
    const com = context()
    daemon.provide('com.foo.inner', { id: () => current().correlationId, left: () => current().remaining })
    const inner = com.connect<{ id(): string; left(): number }>(daemon.address, 'com.foo.inner')
    daemon.provide('com.foo.outer', {
      ids: async () => [current().correlationId, await inner.id()],
      left: () => inner.left(),
      note: () => current().annotations.note,
      visits: () => {
        const { session } = current()
        session.set('visits', ((session.get('visits') as number | undefined) ?? 0) + 1)
        return session.get('visits')
      },
    })
    const outer = context().connect<{ ids(): string[]; left(): number; note(): unknown; visits(): number }>(
      daemon.address,
      'com.foo.outer',
    )
    const [own, nested] = await outer.ids()
    assert.equal(own, nested)
    assert((await call(outer, { timeout: 700 }).left()) <= 700)
    assert.deepEqual(await call(outer, { annotations: { note: [1n] } }).note(), [1n])
    assert.deepEqual([await outer.visits(), await outer.visits()], [1, 2])
    assert.throws(() => current(), /for code that a remote call runs/)
  })

  it('cancels nested calls', async () => {
    const daemon = await start()
    happened.length = 0
    daemon.provide(Stock)
    const com = context()
    const stock = com.connect<Stock>(daemon.address, 'com.foo.stock')
    daemon.provide('com.foo.outer', { run: () => stock.untilAborted() })
    const outer = context().connect<{ run(): Promise<string> }>(daemon.address, 'com.foo.outer')
    await assert.rejects(async () => call(outer, { timeout: 100 }).run(), Timeout)
    await until(() => happened.includes('aborted'))
  })

  it('releases what is tracked when the session ends', async () => {
    const daemon = await start()
    const released = deferred()
    daemon.provide('com.foo.tracker', { track: () => current().track({ close: released.resolve }) })
    const com = context()
    await com.connect<{ track(): void }>(daemon.address, 'com.foo.tracker').track()
    await com.close()
    await released.promise
  })
})

describe('hooks', () => {
  const { daemon: start, context } = opened()

  it('are around calls on both sides, the first outermost', async () => {
    const daemon = await start()
    const order: string[] = []
    daemon.use(async ({ interface: name, method }, next) => {
      order.push(`daemon ${name}.${method}`)
      return `[${await next()}]`
    })
    daemon.provide('com.foo.hooked', { run: () => 'run' })
    const com = context()
    for (const name of ['outer', 'inner'])
      com.use(async ({ method }, next) => {
        order.push(`${name} ${method}`)
        return `${name}(${await next()})`
      })
    const hooked = com.connect<{ run(): string }>(daemon.address, 'com.foo.hooked')
    assert.equal(await hooked.run(), 'outer(inner([run]))')
    assert.deepEqual(order, ['outer run', 'inner run', 'daemon com.foo.hooked.run'])
  })
})

describe('what goes by reference', () => {
  const { daemon: start, context } = opened()
  const collect = (globalThis as { gc?: () => void }).gc ?? (() => undefined)

  /** Collections come when the engine likes; what is reported comes later still. */
  async function collected(condition: () => boolean): Promise<void> {
    await until(() => {
      collect()
      return condition()
    })
  }

  it('is released when nobody refers to it any more', async () => {
    const daemon = await start()
    let ended = 0
    const list: WeakRef<object>[] = []
    daemon.provide('com.foo.makes', {
      object: () => {
        const made = expose({ run: () => 1 })
        list.push(new WeakRef(made))
        return made
      },
      unread: (_: AsyncIterable<number>) => 1,
    })
    const proxy = context().connect<{
      object(): { run(): number }
      unread(_: AsyncIterable<number>): number
    }>(daemon.address, 'com.foo.makes')
    await (async () => {
      for (let each = 0; each < 10; each++) assert.equal(await proxy.object().run(), 1)
      const stream = {
        [Symbol.asyncIterator]: () => ({
          next: async () => ({ value: 1, done: false as const }),
          return: async () => {
            ended++
            return { value: undefined, done: true as const }
          },
        }),
      }
      await proxy.unread(stream)
    })()
    // An answer is kept until the caller has acknowledged a later one
    await batch(proxy, (each) => Array.from({ length: 2 }, () => each.unread([] as never)))
    for (let each = 0; each < 200; each++) await proxy.unread([] as never)
    await collected(() => list.every((each) => each.deref() === undefined) && ended === 1)
  })
})

describe('streams that fail', () => {
  const { daemon: start, context } = opened()

  it('tell why: what the generator throws, what cannot travel, and what is not there any more', async () => {
    const daemon = await start()
    daemon.provide('com.foo.streams', {
      *thrown() {
        yield 1
        throw Object.assign(new RangeError('no more'), { data: Symbol('cannot travel') })
      },
      *strange() {
        yield 1
        yield Symbol('cannot travel')
      },
      *forever() {
        for (;;) yield 1
      },
    })
    interface Streams {
      thrown(): Generator<number>
      strange(): Generator<number>
      forever(): Generator<number>
    }
    const streams = context().connect<Streams>(daemon.address, 'com.foo.streams')
    const read = async (stream: AsyncIterable<number>): Promise<void> => {
      for await (const each of stream) assert.equal(each, 1)
    }
    await assert.rejects(read(streams.thrown()), {
      type: 'RangeError',
      message: 'no more',
      data: 'Symbol(cannot travel)',
    })
    await assert.rejects(read(streams.strange()), { type: 'TypeError', message: 'A symbol cannot travel' })
    const stream = await streams.forever()
    assert.equal((await stream.next()).value, 1)
    await daemon.close()
    await assert.rejects(read(stream), RemoteError)
  })
})

describe('limits', () => {
  const { daemon: start, context } = opened()

  it('refuse calls beyond maxInFlight', async () => {
    const daemon = await start({ maxInFlight: 2 })
    const gate = deferred()
    daemon.provide('com.foo.gate', { wait: () => gate.promise })
    const proxy = context().connect<{ wait(): Promise<void> }>(daemon.address, 'com.foo.gate')
    const running = [proxy.wait(), proxy.wait()]
    await ping(proxy)
    await assert.rejects(async () => call(proxy, { retries: 0 }).wait(), Busy)
    gate.resolve()
    await Promise.all(running)
  })

  it('say where nobody answers', async () => {
    const com = context({ connectTimeout: 100 })
    const nobody = com.connect<{ run(): void }>('tcp://127.0.0.1:1', 'com.foo.nobody')
    await assert.rejects(
      async () => nobody.run(),
      (error) => error instanceof ServiceNotAvailable && error.delivered === false,
    )
  })

  it('are for values, too: what cannot travel is refused on this side', async () => {
    const daemon = await start()
    daemon.provide(Stock)
    const loose = context().connect<Untyped>(daemon.address, 'com.foo.stock')
    const circle: { self?: object } = {}
    circle.self = circle
    for (const value of [
      Symbol('x'),
      circle,
      new (class Foo {})(),
      new WeakMap(),
      { __proto__x: Symbol('y') },
    ])
      await assert.rejects(async () => loose.echo?.(value), TypeError)
    await assert.rejects(async () => loose.echo?.(JSON.parse('{"constructor": 1}')), TypeError)
    assert.equal(BadRequest.name, 'BadRequest')
  })
})
