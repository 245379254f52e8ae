import assert from 'node:assert/strict'
import { Gossip, zmq } from '../../src/index.ts'
import { runCode } from '../helpers/child.ts'

const inTime = { timeout: 10_000 }

describe('Gossip', () => {
  let nodes: Gossip[]
  beforeEach(() => {
    nodes = []
  })
  afterEach(() => {
    for (const each of nodes) each.close()
  })

  function node(options?: ConstructorParameters<typeof Gossip>[0]): Gossip {
    const made = new Gossip(options)
    nodes.push(made)
    return made
  }

  it('tells all nodes what one has published', async () => {
    const base = node({ name: 'base' })
    const endpoint = await base.bind('tcp://127.0.0.1:*')
    assert.equal(endpoint, `tcp://127.0.0.1:${base.port}`)
    const [one, other] = [node(), node()]
    one.connect(endpoint)
    other.connect(endpoint)
    one.publish('service', 'tcp://127.0.0.1:9000')
    for (const each of nodes)
      assert.deepEqual(await each.receive(inTime), { key: 'service', value: 'tcp://127.0.0.1:9000' })
    for (const each of nodes) assert.equal(each.status(), 1)
  })

  it('is iterated until it is closed', async () => {
    const base = node()
    const found: string[] = []
    for (const key of ['a', 'b', 'c']) base.publish(key, key)
    for await (const { key } of base) {
      found.push(key)
      if (key === 'b') break
    }
    for await (const { key } of base) {
      found.push(key)
      base.close()
    }
    assert.deepEqual(found, ['a', 'b', 'c'])
  })

  it('ends calls that wait when it is closed', async () => {
    const base = node()
    const waiting = base.receive()
    base.close()
    await assert.rejects(waiting, { code: 'EAGAIN' })
    base.close()
    await assert.rejects(base.receive(), { code: 'EBADF' })
    await assert.rejects(base.bind('inproc://gossip-face'), { code: 'EBADF' })
    for (const use of [() => base.publish('a', 'b'), () => base.status(), () => base.port])
      assert.throws(use, { code: 'EBADF' })
    assert.equal(base.closed, true)
  })

  it('gives up when the time is over, or the signal comes', async () => {
    const base = node()
    await assert.rejects(base.receive({ timeout: 10 }), { code: 'EAGAIN' })
    const controller = new AbortController()
    const waiting = base.receive({ signal: controller.signal })
    controller.abort(new Error('enough'))
    await assert.rejects(waiting, { message: 'enough' })
  })

  it('refuses an endpoint that is taken', async () => {
    const [one, other] = [node(), node()]
    const endpoint = await one.bind('tcp://127.0.0.1:*')
    await assert.rejects(other.bind(endpoint), { code: 'EADDRINUSE' })
    await one.bind('inproc://gossip-face')
    await assert.rejects(other.bind('inproc://gossip-face'), { code: 'EADDRINUSE' })
  })

  it('encrypts with its keys', async () => {
    const keys = zmq.curveKeypair()
    const base = node({ keys })
    const endpoint = await base.bind('tcp://127.0.0.1:*')
    const friend = node({ keys: zmq.curveKeypair() })
    friend.connect(endpoint, { serverKey: keys.publicKey })
    friend.publish('sealed', 'yes')
    assert.deepEqual(await base.receive(inTime), { key: 'sealed', value: 'yes' })
    assert.throws(() => node().connect(endpoint, { serverKey: keys.publicKey }), {
      code: 'ERR_INVALID_ARG_VALUE',
    })
  })

  it('refuses mistakes in its options and leaves nothing behind', () => {
    for (const options of [
      null,
      1,
      { name: 1 },
      { keys: null },
      { zapDomain: 1 },
      { keys: { publicKey: 1 } },
    ])
      assert.throws(() => Reflect.construct(Gossip, [options]), { code: 'ERR_INVALID_ARG_TYPE' })
    assert.throws(() => new Gossip({ zapDomain: '' }), { code: 'ERR_INVALID_ARG_VALUE' })
  })

  it('ends with its block', async () => {
    const base = node()
    await base[Symbol.asyncDispose]()
    assert.equal(base.closed, true)
  })

  for (const way of ['addon', 'poll'])
    it(`keeps the process alive only while a call waits, and is collected (${way})`, async () => {
      const { stdout, stderr, code } = await runCode(
        `
        import { Gossip, liveHandles } from '$src/index.ts'
        import { setImmediate } from 'node:timers/promises'
        const idle = new Gossip()
        await (async () => {
          const dropped = new Gossip()
          await dropped.receive({ timeout: 10 }).catch((error) => console.log(error.code))
          new Gossip()
        })()
        for (let round = 0; round < 200 && liveHandles() > 1; round++) { gc(); await setImmediate() }
        console.log(liveHandles())
        setTimeout(() => idle.publish('late', 'but it comes'), 50)
        console.log(await idle.receive())`,
        { execArgv: ['--expose-gc'], env: { CZMQ_EVENT_LOOP: way } },
      )
      assert.deepEqual(
        { stdout, stderr, code },
        { stdout: "EAGAIN\n1\n{ key: 'late', value: 'but it comes' }\n", stderr: '', code: 0 },
      )
    }).timeout(30_000)
})
