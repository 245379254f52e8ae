import assert from 'node:assert/strict'
import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { Dealer, Pair, Publisher, Pull, Push, Router, Subscriber } from '../../src/index.ts'
import { runCompiled } from '../helpers/child.ts'
import { compiledPath } from '../helpers/compiled.ts'
import { closeAll, codeOf, freeAddress, join, open, transports, turn, upTo } from './ends.ts'

const children = new Set<ChildProcess>()

function start(program: string, address: string, amount = 0): ChildProcess {
  const file = compiledPath('test/children/sockets-adversity.ts')
  const child = spawn(process.execPath, [file, program, address, String(amount)], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  children.add(child)
  return child
}

async function kill(child: ChildProcess): Promise<void> {
  child.kill('SIGKILL')
  if (child.exitCode === null && child.signalCode === null) await once(child, 'close')
  children.delete(child)
}

/** Sees to it that what comes from each source is complete, in order, and comes once. */
class Ledger {
  readonly #last = new Map<string, number>()

  /** How many messages came from a source. */
  countOf(source: ChildProcess): number {
    return (this.#last.get(String(source.pid)) ?? -1) + 1
  }

  note(frame: Buffer | undefined): void {
    const [source = '', index = ''] = String(frame).split(' ')
    assert.equal(Number(index), (this.#last.get(source) ?? -1) + 1, `from ${source}`)
    this.#last.set(source, Number(index))
  }
}

describe('asynchronous sockets in adversity', function () {
  this.timeout(60_000)

  afterEach(async () => {
    closeAll()
    for (const each of children) await kill(each)
  })

  it('receive all that a peer sent before it was killed, in order and once', async () => {
    const pull = open(new Pull({ receiveTimeout: 20_000 }))
    const address = await pull.bind('tcp://127.0.0.1:*')
    const ledger = new Ledger()
    for (const _ of upTo(3)) {
      const source = start('source', address)
      while (ledger.countOf(source) < 2000) ledger.note((await pull.receive())[0])
      await kill(source)
    }
  })

  it('go on with peers that come after others were killed', async () => {
    const dealer = open(new Dealer({ receiveTimeout: 20_000, linger: 0 }))
    const there = await dealer.bind('tcp://127.0.0.1:*')
    for (const round of upTo(3)) {
      const echo = start('echo', there)
      await dealer.send(`hello ${round}`)
      assert.equal(String(await dealer.receive()), `hello ${round}`)
      await kill(echo)
      while (dealer.writable) await turn()
    }
    const waiting = dealer.send('for the next one')
    start('echo', there)
    await waiting
    assert.equal(String(await dealer.receive()), 'for the next one')
  })

  it('wait for a peer that is stopped, and lose nothing', async () => {
    const pull = open(new Pull({ receiveTimeout: 20_000, receiveHighWaterMark: 10 }))
    const ledger = new Ledger()
    const source = start('source', await pull.bind('tcp://127.0.0.1:*'))
    for (const _ of upTo(500)) ledger.note((await pull.receive())[0])
    source.kill('SIGSTOP')
    for (let next = await codeless(pull); next; next = await codeless(pull)) ledger.note(next[0])
    assert.equal(await codeOf(pull.receive({ timeout: 50 })), 'EAGAIN')
    const waiting = pull.receive()
    source.kill('SIGCONT')
    ledger.note((await waiting)[0])
    for (const _ of upTo(500)) ledger.note((await pull.receive())[0])
  })

  it('wait for a receiver that is stopped, without blocking the event loop', async () => {
    const dealer = open(new Dealer({ receiveTimeout: 20_000, sendHighWaterMark: 5, linger: 0 }))
    const echo = start('echo', await dealer.bind('tcp://127.0.0.1:*'))
    await dealer.send('ready')
    await dealer.receive()
    echo.kill('SIGSTOP')
    const frame = Buffer.alloc(100_000)
    let sent = 0
    while (dealer.trySend(frame)) await turn()
    const waiting = upTo(300).map(() => dealer.send(frame).then(() => sent++))
    assert.equal(await codeOf(dealer.send(frame, { timeout: 50 })), 'EAGAIN')
    assert.ok(sent < 300)
    echo.kill('SIGCONT')
    let received = 0
    const drain = (async () => {
      for await (const [each] of dealer) if (each?.length === frame.length && ++received >= 300) break
    })()
    await Promise.all([...waiting, drain])
    assert.equal(sent, 300)
  })

  it('reconnect, and deliver each message at most once and in order', async () => {
    const push = open(new Push({ linger: 0, reconnectInterval: 5, sendHighWaterMark: 0 }))
    let pull = open(new Pull({ receiveTimeout: 20_000 }))
    const address = await pull.bind('tcp://127.0.0.1:*')
    push.connect(address)
    let next = 0
    let last = -1
    for (const _ of upTo(5)) {
      for (let fresh = 0; fresh < 50; ) {
        await push.send(next++)
        const message = pull.tryReceive()
        if (!message) {
          await turn()
          continue
        }
        assert.ok(Number(message[0]) > last)
        last = Number(message[0])
        fresh++
      }
      pull.close()
      pull = open(new Pull({ receiveTimeout: 20_000 }))
      while ((await codeOf(pull.bind(address))) === 'EADDRINUSE') await turn()
    }
  })

  it('serve ten thousand connections', async function () {
    const count = await roomForConnections()
    if (count < 10_000) this.skip()
    const router = open(new Router({ receiveTimeout: 50_000, backlog: 10_000 }))
    const address = await router.bind('tcp://127.0.0.1:*')
    const peers = start('connections', address, 10_000)
    assert.ok(peers.stdout)
    const [text] = (await once(peers.stdout.setEncoding('utf8'), 'data')) as [string]
    assert.equal(text, 'connected\n')
    const dealer = open(new Dealer())
    dealer.connect(address)
    for (const index of upTo(100)) {
      await dealer.send(index)
      await router.send(await router.receive())
      assert.equal(Number((await dealer.receive())[0]), index)
    }
    await kill(peers)
    await dealer.send('after')
    await router.send(await router.receive())
    assert.equal(String(await dealer.receive()), 'after')
  })

  it('tell that a port is taken, and go on', async () => {
    const [first, second] = [open(new Pull()), open(new Pull())]
    const address = await first.bind('tcp://127.0.0.1:*')
    await assert.rejects(second.bind(address), { code: 'EADDRINUSE', address })
    assert.throws(() => second.bindSync(address), { code: 'EADDRINUSE' })
    const push = open(new Push())
    await join(second, push)
    await push.send('x')
    assert.equal(String(await second.receive()), 'x')
  })

  for (const transport of transports) {
    it(`settle everything, whenever they are closed, over ${transport}`, async () => {
      for (const moment of upTo(12)) {
        const [one, other] = [open(new Dealer({ linger: 0 })), open(new Dealer({ linger: 0 }))]
        await join(one, other, transport)
        const results = [one, other].flatMap((each) => [
          ...upTo(20).map(() => codeOf(each.send('x'.repeat(moment * 5000)))),
          ...upTo(20).map(() => codeOf(each.receive())),
          codeOf(each.receiveMany(5)),
          codeOf(each.send('y', { timeout: 5000, signal: new AbortController().signal })),
          codeOf(each.bind(freeAddress(transport))),
          codeOf(each[Symbol.asyncIterator]().next()),
        ])
        const close = () => {
          one.close()
          other.close()
        }
        if (moment === 0) close()
        else if (moment === 1) queueMicrotask(close)
        else if (moment === 2) process.nextTick(close)
        else if (moment === 3) setImmediate(close)
        else void results[moment * 3]?.then(close)
        setTimeout(close, 200)
        const codes = new Set(await Promise.all(results))
        for (const each of codes) assert.ok([undefined, 'EAGAIN', 'EBADF'].includes(each), each)
      }
    })
  }

  it('survive that they are closed while one of their messages is handled', async () => {
    const [pull, push] = [open(new Pull()), open(new Push())]
    await join(pull, push)
    const handled: string[] = []
    const first = pull.receive().then((message) => {
      handled.push(String(message))
      pull.close()
      push.close()
    })
    const others = upTo(10).map(() => codeOf(pull.receive()))
    for (const index of upTo(11)) push.trySend(index)
    await first
    const codes = await Promise.all(others)
    assert.ok(codes.every((each) => each === undefined || each === 'EAGAIN'))
    assert.deepEqual(handled, ['0'])
  })

  it('end with their handle', async () => {
    const pair = open(new Pair())
    const waiting = codeOf(pair.receive())
    pair.handle.destroy()
    assert.equal(await waiting, 'EAGAIN')
    assert.equal(pair.closed, true)
    assert.equal(await codeOf(pair.send('x')), 'EBADF')
  })

  it('pass every message to one of many that wait, or to none that gave up', async () => {
    const [pull, push] = [open(new Pull()), open(new Push())]
    await join(pull, push)
    const seen: number[] = []
    const count = 3000
    const readers = upTo(30).map(async (reader) => {
      while (seen.length < count) {
        const signal = reader % 3 === 0 ? AbortSignal.timeout(reader % 7) : undefined
        const message = await pull
          .receive(reader % 2 ? { timeout: reader % 5 } : { signal, timeout: 500 })
          .catch(() => null)
        if (message) seen.push(Number(message[0]))
        await turn()
      }
    })
    for (const index of upTo(count)) {
      await push.send(index)
      if (index % 50 === 0) await turn()
    }
    await Promise.all(readers)
    assert.deepEqual(
      seen.sort((one, other) => one - other),
      upTo(count),
    )
  })

  it('send what was not aborted, once and in order', async () => {
    const [pull, push] = [
      open(new Pull({ receiveTimeout: 10_000 })),
      open(new Push({ sendHighWaterMark: 3 })),
    ]
    push.connect('inproc://abort-at-every-stage')
    const accepted: number[] = []
    const sends = upTo(2000).map(async (index) => {
      const controller = new AbortController()
      const sent = push.send(index, { signal: controller.signal })
      if (index % 3 === 0) setImmediate(() => controller.abort())
      if (index % 3 === 1 && index % 2) setTimeout(() => controller.abort(), index % 20)
      await sent.then(
        () => accepted.push(index),
        () => undefined,
      )
    })
    await turn()
    await pull.bind('inproc://abort-at-every-stage')
    const received: number[] = []
    const drain = (async () => {
      for await (const [frame] of pull) received.push(Number(frame))
    })()
    await Promise.all(sends)
    while (received.length < accepted.length) await turn()
    await turn()
    assert.deepEqual(received, accepted)
    pull.close()
    await drain
  })

  it('do not wait for a slow subscriber', async () => {
    const publisher = open(new Publisher({ sendHighWaterMark: 10 }))
    const subscriber = open(new Subscriber({ receiveHighWaterMark: 10, receiveTimeout: 10_000 }))
    subscriber.subscribe()
    await join(publisher, subscriber, 'inproc')
    while (!(await codeless(subscriber))) await publisher.send('x')
    for (const index of upTo(5000)) await publisher.send(index)
    let count = 0
    while (subscriber.tryReceive()) count++
    assert.ok(count < 1000)
  })

  for (const way of ['addon', 'poll']) {
    describe(`in processes of their own (${way})`, () => {
      const programs: [string, string, number, (result: unknown) => void][] = [
        [
          'use no processor time while they wait',
          'idle',
          100,
          (time) => assert.ok(Number(time) < 60, String(time)),
        ],
        [
          'are closed when dropped, but not while a call waits',
          'dropped',
          1200,
          isJust([true, 'still there']),
        ],
        ['reach sockets of other threads over inproc', 'inproc', 5000, isJust(true)],
        ['leave nothing behind in terminated workers', 'terminated', 5, isJust([15, true])],
        ['are closed in terminated workers, however many', 'manyInWorker', 1500, isJust([1500, 1500, 1500])],
      ]
      for (const [behaviour, program, amount, check] of programs) {
        it(behaviour, async () => {
          const outcome = await runCompiled('sockets-adversity.ts', {
            args: [program, '-', String(amount)],
            env: { CZMQ_EVENT_LOOP: way },
            execArgv: ['--expose-gc'],
            deadline: 50_000,
          })
          assert.deepEqual([outcome.code, outcome.signal, outcome.stderr], [0, null, ''])
          check(JSON.parse(outcome.stdout))
        })
      }
    })
  }
})

function isJust(expected: unknown): (result: unknown) => void {
  return (result) => assert.deepEqual(result, expected)
}

/** What comes within a moment, else null. */
function codeless(socket: Pull | Subscriber): Promise<Buffer[] | null> {
  return socket.receive({ timeout: 30 }).catch(() => null)
}

/** How many descriptors this process may have, less what it needs itself. */
async function roomForConnections(): Promise<number> {
  const { readFile } = await import('node:fs/promises')
  const limits = await readFile('/proc/self/limits', 'utf8').catch(() => '')
  return Number(/Max open files\s+(\d+)/.exec(limits)?.[1] ?? 0) - 1000
}
