import assert from 'node:assert/strict'
import {
  Dealer,
  Pair,
  Publisher,
  Pull,
  Push,
  Reply,
  Request,
  Router,
  Subscriber,
} from '../../src/sockets/classes.ts'
import { closeAll, codeOf, join, open, transports, turn, upTo } from './ends.ts'

async function pipeline(transport: (typeof transports)[number] = 'tcp'): Promise<[Pull, Push]> {
  const [pull, push] = [open(new Pull()), open(new Push())]
  await join(pull, push, transport)
  return [pull, push]
}

describe('receive', () => {
  afterEach(closeAll)

  it('serves calls in the order in which they came', async () => {
    const [pull, push] = await pipeline()
    const order: number[] = []
    const received = upTo(3000).map(async (index) => {
      const [frame] = await pull.receive()
      order.push(index)
      return Number(frame)
    })
    assert.equal(pull.tryReceive(), null)
    for (const index of upTo(3000)) await push.send(index)
    assert.deepEqual(await Promise.all(received), upTo(3000))
    assert.deepEqual(order, upTo(3000))
  })

  it('keeps the bounds of messages whatever the slabs and drains', async () => {
    const [pull, push] = await pipeline()
    const messages = upTo(700).map((index) =>
      upTo(1 + ((index * 7) % 13)).map((part) =>
        Buffer.alloc((index * 131 + part * 977) % 5000, index + part),
      ),
    )
    const sent = Promise.all(messages.map((each) => push.send(each)))
    for (const each of messages) assert.deepEqual(await pull.receive(), each)
    await sent
  })

  it('gives memory that later messages leave alone', async () => {
    const [pull, push] = await pipeline()
    const kept: Buffer[] = []
    for (const index of upTo(2000)) {
      await push.send(Buffer.alloc(100, index))
      kept.push(...(await pull.receive()))
    }
    for (const index of upTo(2000)) assert.deepEqual(kept[index], Buffer.alloc(100, index))
    kept[0]?.fill(255)
    assert.deepEqual(kept[1], Buffer.alloc(100, 1))
  })

  it('rejects with EAGAIN when the time is over, and takes no message then', async () => {
    const [pull, push] = await pipeline('inproc')
    pull.receiveTimeout = 10
    assert.equal(await codeOf(pull.receive()), 'EAGAIN')
    assert.equal(await codeOf(pull.receive({ timeout: 0 })), 'EAGAIN')
    pull.receiveTimeout = 0
    assert.equal(await codeOf(pull.receive()), 'EAGAIN')
    const [first, second, third] = [
      pull.receive({ timeout: -1 }),
      codeOf(pull.receive({ timeout: 1 })),
      pull.receive({ timeout: 5000 }),
    ]
    assert.equal(await second, 'EAGAIN')
    await push.send('1')
    await push.send('2')
    assert.deepEqual([String(await first), String(await third)], ['1', '2'])
  })

  it('rejects with the reason of its signal at every stage, and takes no message then', async () => {
    const [pull, push] = await pipeline()
    const reason = new Error('enough')
    await push.send('kept')
    await assert.rejects(pull.receive({ signal: AbortSignal.abort(reason) }), reason)
    assert.equal(String(await pull.receive()), 'kept')
    const controller = new AbortController()
    const { signal } = controller
    const [first, second, third] = [pull.receive(), pull.receive({ signal, timeout: 5000 }), pull.receive()]
    controller.abort(reason)
    await assert.rejects(second, reason)
    await push.send('1')
    await push.send('2')
    assert.deepEqual([String(await first), String(await third)], ['1', '2'])
    const late = new AbortController()
    const fourth = pull.receive({ signal: late.signal })
    await push.send('3')
    assert.equal(String(await fourth), '3')
    late.abort(reason)
    await push.send('4')
    assert.equal(String(await pull.receive()), '4')
  })

  it('is settled once when signal, time and message come together', async () => {
    const [pull, push] = await pipeline('inproc')
    const counts = { received: 0, aborted: 0 }
    for (const index of upTo(300)) {
      const controller = new AbortController()
      const waiting = pull.receive({ signal: controller.signal, timeout: index % 3 })
      const sent = push.send('x')
      setImmediate(() => controller.abort())
      await waiting.then(
        () => counts.received++,
        () => counts.aborted++,
      )
      await sent
    }
    while (pull.tryReceive()) counts.received++
    assert.equal(counts.received, 300)
  })

  it('lets thousands wait for one signal, and for their own times', async () => {
    const [pull] = await pipeline('inproc')
    const controller = new AbortController()
    const waiting = upTo(5000).map((index) =>
      codeOf(pull.receive(index % 2 ? { signal: controller.signal } : { timeout: index % 50 })),
    )
    setTimeout(() => controller.abort(), 20)
    const codes = await Promise.all(waiting)
    assert.equal(codes.filter((each) => each === 'EAGAIN').length, 2500)
    assert.equal(pull.readable, false)
  })

  it('takes nothing for an iteration that was left', async () => {
    const [pull, push] = await pipeline()
    for (const iteration of [pull[Symbol.asyncIterator](), pull.batches(5)]) {
      const waiting = iteration.next()
      assert.deepEqual(await iteration.return?.(), { value: undefined, done: true })
      assert.deepEqual(await waiting, { value: undefined, done: true })
    }
    await push.send('kept')
    assert.equal(String(await pull.receive()), 'kept')
  })

  it('may begin an iteration again that was left', async () => {
    const [pull, push] = await pipeline()
    const iteration = pull[Symbol.asyncIterator]()
    await iteration.return?.()
    const waiting = iteration.next()
    await push.send('again')
    assert.equal(String((await waiting).value), 'again')
  })

  it('has batches that end by a signal or a time', async () => {
    const [pull] = await pipeline()
    const controller = new AbortController()
    const aborted = codeOf(pull.batches(5, { signal: controller.signal }).next())
    controller.abort(Object.assign(new Error('enough'), { code: 'ENOUGH' }))
    assert.equal(await aborted, 'ENOUGH')
    assert.equal(await codeOf(pull.batches(5, { timeout: 5 }).next()), 'EAGAIN')
    assert.throws(() => pull.batches(0), { code: 'ERR_OUT_OF_RANGE' })
    assert.throws(() => pull.batches(5, { timeout: 'long' as never }), { code: 'ERR_INVALID_ARG_TYPE' })
  })

  it('is refused by a closed socket, and cancelled by closing', async () => {
    const [pull, push] = await pipeline()
    const waiting = upTo(100).map(() => codeOf(pull.receive()))
    const iteration = pull[Symbol.asyncIterator]().next()
    const batch = pull.batches().next()
    pull.close()
    assert.deepEqual(new Set(await Promise.all(waiting)), new Set(['EAGAIN']))
    assert.deepEqual(await iteration, { value: undefined, done: true })
    assert.deepEqual(await batch, { value: undefined, done: true })
    assert.equal(await codeOf(pull.receive()), 'EBADF')
    assert.equal(await codeOf(pull.receiveMany(5)), 'EBADF')
    assert.equal(await codeOf(pull.receiveInto(new Uint8Array(5))), 'EBADF')
    assert.equal(await codeOf(pull.receiveJson()), 'EBADF')
    assert.throws(() => pull.tryReceive(), { code: 'EBADF' })
    assert.deepEqual(await pull[Symbol.asyncIterator]().next(), { value: undefined, done: true })
    assert.equal(pull.readable, false)
    push.close()
  })

  it('survives options that close the socket', async () => {
    const [pull] = await pipeline()
    const options = Object.defineProperty({}, 'timeout', { get: () => pull.close() ?? 5 })
    assert.equal(await codeOf(pull.receive(options)), 'EBADF')
  })

  it('ends iterations when the socket is closed between two messages', async () => {
    const [pull, push] = await pipeline()
    for (const index of upTo(10)) await push.send(index)
    const seen: number[] = []
    for await (const [frame] of pull) {
      seen.push(Number(frame))
      if (seen.length === 3) pull.close()
    }
    assert.deepEqual(seen, [0, 1, 2])
  })

  it('goes on after an iteration was left', async () => {
    const [pull, push] = await pipeline()
    for (const index of upTo(4)) await push.send(index)
    for await (const [frame] of pull) if (Number(frame) === 1) break
    assert.equal(pull.closed, false)
    assert.equal(String(await pull.receive()), '2')
  })

  it('passes other errors on to an iteration', async () => {
    const reply = open(new Reply({ linger: 0 }))
    const request = open(new Request({ linger: 0 }))
    await join(reply, request, 'inproc')
    await request.send('question')
    await assert.rejects(
      async () => {
        for await (const _ of reply) assert.ok(_)
      },
      { code: 'EFSM' },
    )
  })

  it('fails with EFSM when it is not the turn of a request or reply', async () => {
    const [reply, request] = [open(new Reply()), open(new Request())]
    await join(reply, request, 'inproc')
    assert.equal(await codeOf(request.receive()), 'EFSM')
    assert.throws(() => request.tryReceive(), { code: 'EFSM' })
    assert.equal(await codeOf(reply.send('nobody asked')), 'EFSM')
    await request.send('question')
    assert.deepEqual((await reply.receive()).map(String), ['question'])
    assert.equal(await codeOf(reply.receive()), 'EFSM')
    await reply.send('answer')
    assert.deepEqual((await request.receive()).map(String), ['answer'])
  })

  it('takes late answers for none when requests are relaxed and correlated', async () => {
    const router = open(new Router())
    const request = open(new Request({ relaxed: true, correlate: true, linger: 0 }))
    await join(router, request)
    await request.send('first')
    const first = await router.receive()
    assert.equal(await codeOf(request.receive({ timeout: 1 })), 'EAGAIN')
    await request.send('second')
    const second = await router.receive()
    await router.send([...first.slice(0, -1), 'late'])
    await router.send([...second.slice(0, -1), 'in time'])
    assert.equal(String(await request.receive()), 'in time')
  })

  it('gives what had come when a batch ends in an error', async () => {
    const [reply, request] = [open(new Reply({ linger: 0 })), open(new Request({ linger: 0 }))]
    await join(reply, request, 'inproc')
    await request.send('question')
    assert.deepEqual((await reply.receiveMany(5)).flat().map(String), ['question'])
    assert.equal(await codeOf(reply.receiveMany(5)), 'EFSM')
  })

  it('does not mix up what several ways of receiving take', async () => {
    const [pull, push] = await pipeline()
    for (const index of upTo(2000)) await push.send(index)
    const seen: number[] = []
    const note = (messages: Buffer[][]) => seen.push(...messages.map(([frame]) => Number(frame)))
    const ways = [
      async () => note([await pull.receive()]),
      async () => note(await pull.receiveMany(7)),
      async () => note([pull.tryReceive() ?? []].filter((each) => each.length > 0)),
      async () => note([(await pull[Symbol.asyncIterator]().next()).value ?? []]),
      async () => note((await pull.batches(3).next()).value ?? []),
    ]
    for (let step = 0; seen.length < 2000; step++) await ways[step % ways.length]?.()
    assert.deepEqual(seen, upTo(2000))
  })

  for (const [name, make] of [
    ['PAIR', () => [open(new Pair()), open(new Pair())]],
    ['DEALER', () => [open(new Dealer()), open(new Dealer())]],
  ] as [string, () => [Pair, Pair]][]) {
    for (const transport of transports) {
      it(`never misses a message while a ${name} sends, too, over ${transport}`, async () => {
        const [one, other] = make()
        await join(one, other, transport)
        const receive = async (socket: Pair) => {
          for (const index of upTo(3000)) assert.equal(Number((await socket.receive())[0]), index)
        }
        const send = async (socket: Pair) => {
          for (const index of upTo(3000)) {
            await socket.send(index)
            if (index % 100 === 0) await turn()
          }
        }
        await Promise.all([receive(one), receive(other), send(one), send(other)])
      })
    }
  }

  it('never misses a message of a ROUTER that sends and receives', async () => {
    const router = open(new Router())
    const dealers = upTo(5).map(() => open(new Dealer()))
    const address = await router.bind('tcp://127.0.0.1:*')
    for (const each of dealers) each.connect(address)
    const echo = (async () => {
      for await (const message of router) void router.send(message)
    })()
    await Promise.all(
      dealers.map(async (dealer) => {
        for (const index of upTo(500)) {
          const answer = dealer.receive()
          await dealer.send(index)
          assert.equal(Number((await answer)[0]), index)
        }
      }),
    )
    router.close()
    await echo
  })

  it('delivers to each subscriber what it subscribed to', async () => {
    const publisher = open(new Publisher({ sendHighWaterMark: 0 }))
    const subscribers = upTo(3).map(() => open(new Subscriber({ receiveHighWaterMark: 0 })))
    const address = await publisher.bind('tcp://127.0.0.1:*')
    subscribers.forEach((each, index) => {
      each.subscribe(`only ${index}`, 'all')
      each.connect(address)
    })
    const arrived = subscribers.map((each) => each.receive())
    let ready = false
    void Promise.all(arrived).then(() => {
      ready = true
    })
    while (!ready) {
      await publisher.send('all')
      await turn()
    }
    for (const index of upTo(3)) await publisher.send(`only ${index}`)
    await publisher.send('nobody')
    await publisher.send('all end')
    for (const [index, each] of subscribers.entries()) {
      let text = 'all'
      while (text === 'all') text = String(await each.receive())
      assert.equal(text, `only ${index}`)
      assert.equal(String(await each.receive()), 'all end')
    }
  })

  for (const [name, read] of [
    ['receive', async (pull: Pull) => void (await pull.receive())],
    ['batches', async (pull: Pull) => void (await pull.receiveMany(1_000_000))],
  ] as const) {
    it(`does not starve timers under a flood: ${name}`, async () => {
      const [pull, push] = await pipeline('inproc')
      let [ticks, ended, longest, last] = [0, false, 0, performance.now()]
      const tick = () => {
        const now = performance.now()
        ;[longest, last] = [Math.max(longest, now - last), now]
        if (++ticks < 20) setTimeout(tick, 1)
        else ended = true
      }
      setTimeout(tick, 1)
      const feed = (async () => {
        while (!ended) await push.send('x')
      })()
      while (!ended) await read(pull)
      assert.ok(longest < 500, `a timer was late by ${longest} ms`)
      push.close()
      await feed.catch(() => undefined)
    })
  }
})
