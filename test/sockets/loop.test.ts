import assert from 'node:assert/strict'
import { once } from 'node:events'
import { setImmediate as turn } from 'node:timers/promises'
import { Pair, Push, types } from '../../src/index.ts'

let number = 0

describe('Loop', () => {
  let left: Pair
  let right: Pair
  let loop: types.Loop

  beforeEach(() => {
    left = new Pair()
    right = new Pair()
    const address = `inproc://loop-${number++}`
    left.bindSync(address)
    right.connect(address)
    loop = new types.Loop()
  })
  afterEach(() => {
    left.close()
    right.close()
  })

  it('calls a reader for each message', async () => {
    const seen: string[] = []
    loop.reader(right, (socket) => {
      seen.push(String(socket.tryReceive()))
      if (seen.length === 600) loop.stop()
    })
    for (let each = 0; each < 600; each++) await left.send(String(each))
    await loop.run({ timeout: 5000 })
    assert.deepEqual(
      seen,
      Array.from({ length: 600 }, (_, index) => String(index)),
    )
  })

  it('waits for messages that come later', async () => {
    loop.reader(right, (socket) => {
      assert.equal(String(socket.tryReceive()), 'late')
      loop.stop()
    })
    const done = loop.run({ timeout: 5000 })
    await turn()
    await left.send('late')
    await done
    assert.equal(loop.running, false)
  })

  it('does not call a handler again before its promise is settled', async () => {
    let running = 0
    let calls = 0
    loop.reader(right, async (socket) => {
      assert.equal(++running, 1)
      socket.tryReceive()
      await turn()
      running--
      if (++calls === 3) loop.stop()
    })
    for (let each = 0; each < 3; each++) await left.send('x')
    await loop.run({ timeout: 5000 })
    assert.equal(calls, 3)
  })

  it('calls a timer so many times, and ends when nothing is left', async () => {
    let calls = 0
    const start = performance.now()
    loop.timer(5, 3, () => {
      calls++
    })
    await loop.run({ timeout: 5000 })
    assert.equal(calls, 3)
    assert.ok(performance.now() - start >= 13)
  })

  it('calls a timer for ever when its times are 0, until it is ended', async () => {
    let calls = 0
    loop.timer(0, 0, (timer) => {
      if (++calls === 20) timer.end()
    })
    await loop.run({ timeout: 5000 })
    assert.equal(calls, 20)
  })

  it('serves timers beside a socket whose message nobody takes', async () => {
    await left.send('untouched')
    let calls = 0
    loop.reader(right, () => {
      calls++
    })
    loop.timer(5, 1, () => loop.stop())
    await loop.run({ timeout: 5000 })
    assert.ok(calls > 1)
  })

  it('takes readers and timers while it runs', async () => {
    loop.timer(0, 1, () => {
      loop.reader(right, () => loop.stop())
      loop.timer(0, 1, async () => left.send('x'))
    })
    await loop.run({ timeout: 5000 })
  })

  it('ends a reader with its socket', async () => {
    loop.reader(right, () => undefined)
    const done = loop.run({ timeout: 5000 })
    await turn()
    right.close()
    await done
    const closed = loop.reader(right, () => undefined)
    await loop.run({ timeout: 5000 })
    closed.end()
  })

  it('rejects with what a handler throws', async () => {
    const error = new Error('broken')
    loop.timer(0, 1, () => {
      throw error
    })
    loop.reader(right, () => undefined)
    await assert.rejects(loop.run({ timeout: 5000 }), error)
    assert.equal(loop.running, false)
  })

  it('rejects with the reason of the signal, and when the time is over; it can run again', async () => {
    loop.reader(right, () => loop.stop())
    const controller = new AbortController()
    const aborted = loop.run({ signal: controller.signal })
    await turn()
    controller.abort(new Error('enough'))
    await assert.rejects(aborted, /enough/)
    await assert.rejects(loop.run({ timeout: 1 }), { code: 'EAGAIN' })
    await left.send('x')
    await loop.run({ timeout: 5000 })
  })

  it('runs once at a time', async () => {
    loop.timer(1000, 0, () => undefined)
    const done = loop.run()
    await assert.rejects(loop.run(), { code: 'EBUSY' })
    loop.stop()
    loop.stop()
    await done
  })

  it('does not swallow what a handler throws after the run', async () => {
    const listeners = process.listeners('uncaughtException')
    process.removeAllListeners('uncaughtException')
    const uncaught = once(process, 'uncaughtException')
    loop.timer(0, 1, async () => {
      loop.stop()
      await turn()
      throw new Error('late')
    })
    await loop.run({ timeout: 5000 })
    const [error] = await uncaught
    for (const each of listeners) process.on('uncaughtException', each)
    assert.match(String(error), /late/)
  })

  it('ends at once when there is nothing to do', async () => {
    await loop.run()
  })

  it('throws typed errors, whatever it is given', async () => {
    using push = new Push()
    const nothing = () => undefined
    for (const each of [undefined, null, 1, {}, push, right.handle, new Proxy(right, {})])
      assert.throws(() => Reflect.apply(loop.reader, loop, [each, nothing]), { code: 'ERR_INVALID_ARG_TYPE' })
    for (const each of [undefined, null, 1, {}, 'x'])
      assert.throws(() => Reflect.apply(loop.reader, loop, [right, each]), { code: 'ERR_INVALID_ARG_TYPE' })
    for (const each of [undefined, '1', -1, 1.5, Number.NaN, 2 ** 40, 1n]) {
      assert.throws(() => Reflect.apply(loop.timer, loop, [each, 1, nothing]), { code: /^ERR_/ })
      assert.throws(() => Reflect.apply(loop.timer, loop, [1, each, nothing]), { code: /^ERR_/ })
    }
    assert.throws(() => Reflect.apply(loop.timer, loop, [1, 1, null]), { code: 'ERR_INVALID_ARG_TYPE' })
    await assert.rejects(async () => await Reflect.apply(loop.run, loop, [null]), {
      code: 'ERR_INVALID_ARG_TYPE',
    })
  })
})
