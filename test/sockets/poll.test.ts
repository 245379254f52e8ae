import assert from 'node:assert/strict'
import { setImmediate as turn } from 'node:timers/promises'
import { Pair, Pull, Push, poll, pollOnce } from '../../src/index.ts'
import { runCode } from '../helpers/child.ts'

const WAY = { CZMQ_EVENT_LOOP: process.env.CZMQ_EVENT_LOOP ?? 'addon' }
let number = 0

/** Two connected sockets: one to send, one to receive. */
function pair(): [Pair, Pair] {
  const left = new Pair()
  const right = new Pair()
  const address = `inproc://poll-${number++}`
  left.bindSync(address)
  right.connect(address)
  return [left, right]
}

describe('poll', () => {
  let a: Pair
  let b: Pair
  let toA: Pair
  let toB: Pair

  beforeEach(() => {
    ;[toA, a] = pair()
    ;[toB, b] = pair()
  })
  afterEach(() => {
    for (const each of [a, b, toA, toB]) each.close()
  })

  it('tells which sockets have a message', async () => {
    const seen: string[] = []
    await toA.send('1')
    for await (const { socket } of poll([a, b])) {
      const name = socket === a ? 'a' : 'b'
      const text = String(socket.tryReceive())
      seen.push(name + text)
      if (text === '1') await toB.send('2')
      else if (text === '2') await Promise.all([toA.send('3'), toB.send('4')])
      if (seen.length === 4) break
    }
    assert.deepEqual(seen.sort(), ['a1', 'a3', 'b2', 'b4'])
  })

  it('waits for a message', async () => {
    const iteration = poll([a, b])
    const next = iteration.next()
    await turn()
    await toB.send('late')
    assert.equal((await next).value?.socket, b)
    await iteration.return?.()
  })

  it('waits for a message that comes over the network', async () => {
    using pull = new Pull()
    using push = new Push()
    push.connect(await pull.bind('tcp://127.0.0.1:*'))
    const ready = pollOnce([a, pull], { timeout: 5000 })
    await push.send('x')
    assert.deepEqual(await ready, [pull])
  })

  it('takes turns', async () => {
    for (let each = 0; each < 10; each++) await Promise.all([toA.send('a'), toB.send('b')])
    let order = ''
    for await (const { socket } of poll([a, b])) {
      order += String(socket.tryReceive())
      if (order.length === 20) break
    }
    assert.match(order, /^(ab)+$|^(ba)+$/)
  })

  it('tells again of a message that nobody takes, without keeping timers from running', async () => {
    await toA.send('untouched')
    let fired = false
    setTimeout(() => {
      fired = true
    }, 5)
    let times = 0
    for await (const { socket } of poll([a, b])) {
      assert.equal(socket, a)
      times++
      if (fired) break
    }
    assert.ok(times > 1)
    assert.equal(String(a.tryReceive()), 'untouched')
  })

  it('leaves messages to calls that wait for them', async () => {
    const message = a.receive()
    const next = pollOnce([a], { timeout: 20 })
    await toA.send('mine')
    assert.equal(String(await message), 'mine')
    await assert.rejects(next, { code: 'EAGAIN' })
  })

  it('ends when all sockets are closed', async () => {
    const seen: unknown[] = []
    const ended = (async () => {
      for await (const { socket } of poll([a, b])) seen.push(socket)
    })()
    await turn()
    a.close()
    await turn()
    b.close()
    await ended
    assert.deepEqual(seen, [])
    assert.deepEqual(await pollOnce([a, b]), [])
    assert.deepEqual(await pollOnce([]), [])
  })

  it('goes on with the others when one is closed', async () => {
    const iteration = poll([a, b])
    const next = iteration.next()
    a.close()
    await toB.send('x')
    assert.equal((await next).value?.socket, b)
    await iteration.return?.()
  })

  it('rejects when the time is over, and can go on', async () => {
    const iteration = poll([a, b], { timeout: 1 })
    await assert.rejects(iteration.next(), { code: 'EAGAIN' })
    await toA.send('x')
    assert.equal((await iteration.next()).value?.socket, a)
    await iteration.return?.()
    await assert.rejects(pollOnce([b], { timeout: 0 }), { code: 'EAGAIN' })
  })

  it('rejects with the reason of the signal', async () => {
    const controller = new AbortController()
    const { signal } = controller
    const waiting = pollOnce([a, b], { signal })
    const iteration = poll([a, b], { signal })
    const reason = new Error('enough')
    controller.abort(reason)
    await assert.rejects(waiting, reason)
    await assert.rejects(iteration.next(), reason)
    await toA.send('still there')
    assert.equal(String(a.tryReceive()), 'still there')
  })

  it('serves every call of next that waits', async () => {
    const iteration = poll([a, b])
    const both = Promise.all([iteration.next(), iteration.next()])
    await toA.send('1')
    await toB.send('2')
    const sockets = (await both).map(({ value }) => value?.socket)
    assert.ok(sockets.includes(a))
    const pending = iteration.next()
    a.tryReceive()
    b.tryReceive()
    await pending
    const last = iteration.next()
    await iteration.return?.()
    assert.equal((await last).done, true)
    assert.equal((await iteration.next()).done, true)
  })

  it('answers all sockets that are ready', async () => {
    await Promise.all([toA.send('1'), toB.send('2')])
    assert.deepEqual(await pollOnce([b, a]), [b, a])
  })

  it('refuses what is no socket that can receive', async () => {
    using push = new Push()
    const hostile = [undefined, null, 1, 'x', {}, [push], [a, a], [a, null], [{ ...a }], [new Proxy(a, {})]]
    for (const each of hostile) {
      const code = Array.isArray(each) && each[1] === a ? 'ERR_INVALID_ARG_VALUE' : 'ERR_INVALID_ARG_TYPE'
      assert.throws(() => Reflect.apply(poll, null, [each]), { code })
      await assert.rejects(async () => await Reflect.apply(pollOnce, null, [each]), { code })
    }
  })

  it('refuses options that make no sense', async () => {
    for (const options of [null, 1, { timeout: -2 }, { timeout: '1' }, { signal: {} }]) {
      await assert.rejects(async () => await Reflect.apply(pollOnce, null, [[a], options]), { code: /^ERR_/ })
    }
  })

  it('costs nothing while nothing comes', async () => {
    const { stdout } = await runCode(
      `import { pollOnce, Pull } from '$src/index.ts'
      const pulls = Array.from({ length: 50 }, () => new Pull())
      const waiting = pollOnce(pulls, { timeout: 500 })
      const before = process.cpuUsage()
      await waiting.catch(() => undefined)
      const { user, system } = process.cpuUsage(before)
      for (const each of pulls) each.close()
      console.log((user + system) / 1000 < 200)`,
      { env: WAY },
    )
    assert.equal(stdout, 'true\n')
  })

  it('keeps the process alive while it waits, and not when it was left', async () => {
    const { stdout, code } = await runCode(
      `import { poll, Pull, Push } from '$src/index.ts'
      const pull = new Pull()
      const push = new Push()
      push.connect(await pull.bind('tcp://127.0.0.1:*'))
      await push.send('x')
      const { value } = await poll([pull, new Pull()]).next()
      console.log(String(value.socket.tryReceive()))`,
      { env: WAY },
    )
    assert.equal(stdout, 'x\n')
    assert.equal(code, 0)
  })
})
