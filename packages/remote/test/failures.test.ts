import assert from 'node:assert/strict'
import { once } from 'node:events'
import { createServer, connect as dial, type Socket as TcpSocket } from 'node:net'
import { join } from 'node:path'
import { Dealer } from 'czmq'
import {
  ConnectionLost,
  type Context,
  type ContextOptions,
  call,
  current,
  type Daemon,
  Moved,
  Nameserver,
  ping,
  type Remote,
  SessionExpired,
  Timeout,
} from '../src/index.ts'
import { deferred, opened, until } from './helpers.ts'
import { type Program, typescript } from './programs.ts'

interface Worker {
  pid(): number
  again(): number
  count(): number
  never(): Promise<void>
  later(milliseconds: number): Promise<number>
  busy(milliseconds: number): string
  ticks(): AsyncGenerator<number>
}

const SERVICE = join(import.meta.dirname, 'service.ts')
const HEARTBEAT = { interval: 200, timeout: 800 }

/** A cable: what passes can be cut, as when a network breaks, and mended. */
class Cable {
  readonly #server = createServer((near) => this.#join(near))
  readonly #ends = new Set<TcpSocket>()
  readonly #port: number
  #cut = false

  constructor(port: number) {
    this.#port = port
  }

  async start(): Promise<string> {
    this.#server.listen(0, '127.0.0.1')
    await once(this.#server, 'listening')
    const address = this.#server.address()
    return `tcp://127.0.0.1:${typeof address === 'object' ? address?.port : ''}`
  }

  #join(near: TcpSocket): void {
    if (this.#cut) {
      near.destroy()
      return
    }
    const far = dial(this.#port, '127.0.0.1')
    for (const each of [near, far]) {
      this.#ends.add(each)
      each.on('error', () => undefined).on('close', () => this.#ends.delete(each))
    }
    near.pipe(far).pipe(near)
  }

  cut(): void {
    this.#cut = true
    for (const each of this.#ends) each.destroy()
  }

  mend(): void {
    this.#cut = false
  }

  close(): void {
    this.cut()
    this.#server.close()
  }
}

const portOf = (address: string): number => Number(/\d+$/.exec(address)?.[0])

describe('when a service fails', function () {
  this.timeout(60_000)
  const { context, also } = opened()

  const program = (...args: string[]): Program => also(typescript(SERVICE, args))
  const client = (options: ContextOptions = {}): Context =>
    context({ heartbeat: HEARTBEAT, patience: 300, ...options })

  it('killed: calls in flight are lost at once, and others go to its successor', async () => {
    const first = program()
    const address = await first.says()
    const worker = client().connect<Worker>(address, 'com.foo.worker')
    await ping(worker)
    const flying = [worker.never(), call(worker, { idempotent: true, timeout: 30_000 }).later(1)]
    const stream = worker.ticks()
    const iterator = stream[Symbol.asyncIterator]()
    assert.equal((await iterator.next()).value, 0)
    first.process.kill('SIGKILL')
    const [lost] = await Promise.allSettled(flying.slice(0, 1))
    assert(lost?.status === 'rejected' && lost.reason instanceof ConnectionLost)
    assert.equal(lost.reason.delivered, 'unknown')
    const waiting = call(worker, { timeout: 30_000 }).again()
    const second = program(address)
    await second.says()
    assert.equal(await waiting, second.process.pid)
    await assert.rejects(async () => {
      for (;;) await iterator.next()
    }, ConnectionLost)
  })

  it('stopped: it is noticed by its heartbeat; a busy one is not taken for dead', async () => {
    const peer = program()
    const worker = client().connect<Worker>(await peer.says(), 'com.foo.worker')
    assert.equal(await call(worker, { timeout: 20_000 }).busy(1200), 'done')
    const flying = call(worker, { timeout: 20_000 }).never()
    await ping(worker)
    peer.process.kill('SIGSTOP')
    await assert.rejects(async () => flying, ConnectionLost)
    peer.process.kill('SIGCONT')
    assert.equal(await call(worker, { timeout: 20_000 }).pid(), peer.process.pid)
  })

  it('told to end: it ends in good order, and its nameserver knows', async () => {
    const names = also(await Nameserver.start({ address: 'tcp://127.0.0.1:*' }))
    const peers = [program('tcp://127.0.0.1:*', names.address), program('tcp://127.0.0.1:*', names.address)]
    for (const each of peers) await each.says()
    const com = client({ nameserver: names.address, cache: 0 })
    const worker = await com.locate<Worker>('com.foo.worker', { balance: 'roundRobin' })
    const [one, two] = [await worker.pid(), await worker.pid()]
    assert.notEqual(one, two)
    const last = [worker.later(300), worker.later(300)]
    await Promise.all([ping(worker), ping(worker)])
    peers[0]?.process.kill('SIGTERM')
    assert.equal(await peers[0]?.exit(), 0)
    assert.deepEqual(new Set(await Promise.all(last)), new Set([one, two]))
    assert.deepEqual([await worker.pid(), await worker.pid()], [peers[1]?.process.pid, peers[1]?.process.pid])
    assert.equal((await com.lookup('com.foo.worker')).length, 1)
  })

  it('killed, and another one provides the same: idempotent calls go there', async () => {
    const names = also(await Nameserver.start({ address: 'tcp://127.0.0.1:*' }))
    const peers = [program('tcp://127.0.0.1:*', names.address), program('tcp://127.0.0.1:*', names.address)]
    for (const each of peers) await each.says()
    const com = client({ nameserver: names.address, connectTimeout: 500 })
    const worker = call(await com.locate<Worker>('com.foo.worker', { balance: 'roundRobin' }), {
      timeout: 20_000,
    })
    await Promise.all([worker.pid(), worker.pid()])
    peers[0]?.process.kill('SIGKILL')
    const answers = await Promise.all(Array.from({ length: 10 }, () => worker.again()))
    assert.deepEqual(new Set(answers), new Set([peers[1]?.process.pid]))
  })
})

describe('when a connection breaks', function () {
  this.timeout(60_000)
  const { daemon: start, context, also } = opened()
  let daemon: Daemon
  let cable: Cable
  let worker: Remote<{
    count(): number
    gated(): Promise<number>
    numbers(count: number): AsyncGenerator<number>
  }>
  let gate = deferred()
  let calls = 0

  beforeEach(async () => {
    calls = 0
    gate = deferred()
    daemon = await start({ heartbeat: HEARTBEAT, linger: 20_000 })
    daemon.provide('com.foo.worker', {
      count: () => ++calls,
      gated: async () => {
        calls++
        await gate.promise
        return calls
      },
      async *numbers(count: number) {
        for (let each = 0; each < count; each++) {
          if (each === 1000) await gate.promise
          yield each
        }
      },
    })
    cable = also(new Cable(portOf(daemon.address)))
    const com = context({ heartbeat: HEARTBEAT, patience: 15_000, timeout: 20_000 })
    worker = com.connect(await cable.start(), 'com.foo.worker')
  })

  it('a call that runs is answered after it, and is not made twice', async () => {
    const running = worker.gated()
    await until(() => calls === 1)
    cable.cut()
    gate.resolve()
    await until(() => daemon.statistics.running === 0)
    cable.mend()
    assert.equal(await running, 1)
    assert.equal(await worker.count(), 2)
    assert.equal(daemon.statistics.sessions, 1)
  })

  it('a call that was made meanwhile waits for the next one', async () => {
    assert.equal(await worker.count(), 1)
    cable.cut()
    const waiting = worker.count()
    cable.mend()
    assert.equal(await waiting, 2)
  })

  it('a stream goes on where it was', async () => {
    const seen: number[] = []
    for await (const each of worker.numbers(3000)) {
      seen.push(each)
      if (each !== 900) continue
      cable.cut()
      gate.resolve()
      setTimeout(() => cable.mend(), 50)
    }
    assert.deepEqual(
      seen,
      Array.from({ length: 3000 }, (_, index) => index),
    )
  })

  it('and does not come back, calls are lost', async () => {
    const com = context({ heartbeat: HEARTBEAT, patience: 100, connectTimeout: 100 })
    const other = com.connect<{ gated(): Promise<number> }>(
      await also(new Cable(portOf(daemon.address)))
        .start()
        .then((address) => address),
      'com.foo.worker',
    )
    const running = other.gated()
    await until(() => calls === 1)
    await daemon.close()
    await assert.rejects(async () => running, ConnectionLost)
  })
})

describe('when a client', function () {
  this.timeout(60_000)
  const { daemon: start, also } = opened()

  const ends = (signal: NodeJS.Signals) => async () => {
    const daemon = await start({ heartbeat: HEARTBEAT, linger: 200 })
    const events: string[] = []
    daemon.provide('com.foo.tracker', {
      track: () => current().track({ close: () => events.push('released') }),
      async *endless() {
        try {
          for (;;) yield 1
        } finally {
          events.push('stream ended')
        }
      },
      never: () =>
        new Promise<void>((resolve) => {
          current().signal.addEventListener('abort', () => {
            events.push('aborted')
            resolve()
          })
        }),
    })
    const client = also(typescript(join(import.meta.dirname, 'caller.ts'), [daemon.address]))
    assert.equal(await client.says(), 'ready')
    assert.deepEqual([daemon.statistics.sessions, daemon.statistics.running], [1, 1])
    client.process.kill(signal)
    await until(() => daemon.statistics.sessions === 0 && events.length === 5, 20_000)
    assert.deepEqual(events.sort(), ['aborted', 'released', 'released', 'stream ended', 'stream ended'])
  }

  it('is killed, all that it held is released', ends('SIGKILL'))
  it('is stopped, all that it held is released', ends('SIGSTOP'))
})

describe('when a daemon ends', () => {
  const { daemon: start, context } = opened()

  it('new calls are refused, and those that run are finished', async () => {
    const daemon = await start({ grace: 5000 })
    const gate = deferred()
    daemon.provide('com.foo.gate', { wait: () => gate.promise.then(() => 'finished') })
    const proxy = context().connect<{ wait(): Promise<string> }>(daemon.address, 'com.foo.gate')
    const running = proxy.wait()
    await ping(proxy)
    const closing = daemon.close()
    await assert.rejects(async () => call(proxy, { retries: 0 }).wait(), Moved)
    gate.resolve()
    assert.equal(await running, 'finished')
    await closing
  })

  it('calls that do not end are lost when its grace is over', async () => {
    const daemon = await start({ grace: 50 })
    daemon.provide('com.foo.gate', { wait: () => new Promise<void>(() => undefined) })
    const proxy = context().connect<{ wait(): Promise<void> }>(daemon.address, 'com.foo.gate')
    const running = proxy.wait()
    await ping(proxy)
    await daemon.close()
    await assert.rejects(async () => running, ConnectionLost)
  })
})

describe('strangers', function () {
  this.timeout(30_000)
  const { daemon: start, context, also } = opened()

  /** Numbers that are the same in every run. */
  function* random(seed: number): Generator<number, never> {
    for (let state = seed; ; ) {
      state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
      yield state / 2 ** 32
    }
  }

  it('that send garbage end nothing', async () => {
    const daemon = await start()
    daemon.provide('com.foo.adder', { add: (a: number, b: number) => a + b })
    const numbers = random(20_260_101)
    const next = (most: number): number => Math.floor(numbers.next().value * most)
    const commands = [
      'HELLO',
      'CALL',
      'CAST',
      'BATCH',
      'CANCEL',
      'NEXT',
      'ITEM',
      'END',
      'OK',
      'FAIL',
      'DROP',
      'PING',
      'BYE',
      'X',
      '',
    ]
    const values = [
      '1',
      '-1',
      'null',
      '"x"',
      '[]',
      '{}',
      '{"$":"ref","v":{"yours":1}}',
      '{"$":"bin","v":[9,"Buffer"]}',
      '{"$":"__proto__"}',
      '1e400',
      '[[[[]]]]',
    ]
    const names = [
      'id',
      'method',
      'interface',
      'args',
      'object',
      'on',
      'refs',
      'seq',
      'credit',
      'from',
      'calls',
      'version',
      'session_id',
      'ack',
      'again',
      'extensions',
      'ttl',
      'stream',
      'values',
      '__proto__',
    ]
    const header = (): string =>
      `{${Array.from({ length: next(6) }, () => `"${names[next(names.length)]}":${values[next(values.length)]}`)}}`
    const stranger = also(new Dealer({ linger: 0 }))
    stranger.connect(daemon.address)
    await stranger.send(['', 'HELLO', '{"version":"2.0"}'])
    for (let each = 0; each < 5000; each++) {
      const text = header()
      const frames = [
        next(20) ? '' : 'x',
        commands[next(commands.length)] ?? '',
        next(10) ? text : text.slice(next(text.length)),
      ]
      await stranger.send(next(8) ? frames : [...frames, Buffer.from([next(256)])])
      while (stranger.tryReceive());
    }
    const adder = context().connect<{ add(a: number, b: number): number }>(daemon.address, 'com.foo.adder')
    assert.equal(await call(adder, { timeout: 20_000 }).add(1, 2), 3)
    assert(daemon.statistics.malformed > 100)
  })

  it('without a session are told so', async () => {
    const daemon = await start()
    const stranger = also(new Dealer({ linger: 0 }))
    stranger.connect(daemon.address)
    await stranger.send(['', 'CALL', '{"id":7,"interface":"a.b","method":"m","args":[]}'])
    const [, command, json] = (await stranger.receive({ timeout: 10_000 })).map(String)
    assert.equal(command, 'FAIL')
    assert.deepEqual(JSON.parse(json ?? ''), { id: 7, code: 6, error: 'The session has expired' })
    assert.equal(new SessionExpired('').code, 6)
  })

  it('that read nothing hold up nobody', async () => {
    const daemon = await start()
    daemon.provide('com.foo.many', {
      async *many() {
        for (;;) yield Buffer.alloc(100_000)
      },
      quick: () => 1,
    })
    interface Many {
      many(): AsyncGenerator<Buffer>
      quick(): number
    }
    const greedy = context().connect<Many>(daemon.address, 'com.foo.many')
    const iterator = greedy.many()[Symbol.asyncIterator]()
    await iterator.next()
    const before = process.memoryUsage().rss
    const other = context().connect<Many>(daemon.address, 'com.foo.many')
    for (let each = 0; each < 200; each++) await other.quick()
    assert(process.memoryUsage().rss - before < 200e6)
    await iterator.return?.()
    await assert.rejects(async () => call(greedy, { timeout: 0 }).quick(), Timeout)
  })
})
