import assert from 'node:assert/strict'
import { Pull, Push, Reply, Request } from '../../src/sockets/classes.ts'
import { Context } from '../../src/sockets/context.ts'
// biome-ignore lint/suspicious/noShadowRestrictedNames: this is its name in ZeroMQ
import { Proxy } from '../../src/sockets/proxy.ts'
import { runCode } from '../helpers/child.ts'

const DEADLINE = { timeout: 5000 }
const ANY = 'tcp://127.0.0.1:*'

/** A proxy of a pipeline, with one who pushes and one who pulls. */
class Line {
  readonly source = new Push()
  readonly target = new Pull()
  readonly captured = new Pull()
  readonly capture = new Push()
  readonly proxy: Proxy<Pull, Push>

  constructor(captures?: 'captures') {
    this.proxy = new Proxy(new Pull(), new Push(), captures ? { capture: this.capture } : {})
    this.source.connect(this.proxy.frontEnd.bindSync(ANY))
    this.target.connect(this.proxy.backEnd.bindSync(ANY))
    this.captured.connect(this.capture.bindSync(ANY))
  }

  [Symbol.dispose](): void {
    const { frontEnd, backEnd } = this.proxy
    for (const each of [this.source, this.target, this.capture, this.captured, frontEnd, backEnd])
      each.close()
  }
}

describe('new Proxy', () => {
  it('has the sockets that it was given', () => {
    using line = new Line('captures')
    assert.ok(line.proxy.frontEnd instanceof Pull)
    assert.ok(line.proxy.backEnd instanceof Push)
    assert.equal(line.proxy.capture, line.capture)
    using other = new Line()
    assert.equal(other.proxy.capture, null)
  })

  it('refuses what is no socket', () => {
    using socket = new Pull()
    for (const value of [undefined, null, 1, 'socket', {}, new Context()]) {
      assert.throws(() => new Proxy(value as never, socket), { code: 'ERR_INVALID_ARG_TYPE' })
      assert.throws(() => new Proxy(socket, value as never), { code: 'ERR_INVALID_ARG_TYPE' })
      if (value === undefined) continue
      assert.throws(() => new Proxy(socket, socket, { capture: value as never }), {
        code: 'ERR_INVALID_ARG_TYPE',
      })
    }
    for (const options of [null, 1, 'options'])
      assert.throws(() => new Proxy(socket, socket, options as never), { code: 'ERR_INVALID_ARG_TYPE' })
  })

  it('refuses to capture with an end, and with a socket that cannot send freely', () => {
    using front = new Pull()
    using back = new Push()
    using other = new Pull()
    using request = new Request()
    for (const capture of [back, other, request])
      assert.throws(() => new Proxy(front, back, { capture }), { code: 'ERR_INVALID_ARG_VALUE' })
  })
})

describe('proxy.run', () => {
  it('passes messages with all their frames, in order', async () => {
    using line = new Line()
    const done = line.proxy.run()
    await line.source.send(['one', '', 'three'])
    await line.source.send(Buffer.alloc(100_000, 7))
    assert.deepEqual((await line.target.receive(DEADLINE)).map(String), ['one', '', 'three'])
    assert.deepEqual(await line.target.receive(DEADLINE), [Buffer.alloc(100_000, 7)])
    line.proxy.terminate()
    await done
  })

  it('passes questions one way and answers the other', async () => {
    using client = new Request()
    using server = new Reply()
    const proxy = new Proxy(new Reply(), new Request())
    client.connect(proxy.frontEnd.bindSync(ANY))
    server.connect(proxy.backEnd.bindSync(ANY))
    const done = proxy.run()
    for (const word of ['first', 'second']) {
      await client.send(word)
      const [question] = await server.receive(DEADLINE)
      await server.send(`${question}!`)
      assert.equal(String(await client.receive(DEADLINE)), `${word}!`)
    }
    assert.deepEqual(proxy.statistics, {
      frontEnd: { received: { messages: 2, bytes: 11 }, sent: { messages: 2, bytes: 13 } },
      backEnd: { received: { messages: 2, bytes: 13 }, sent: { messages: 2, bytes: 11 } },
    })
    proxy.terminate()
    await done
  })

  it('moves far more than fits into a turn, and loses nothing', async () => {
    using line = new Line()
    const done = line.proxy.run()
    const COUNT = 20_000
    const sending = (async () => {
      for (let index = 0; index < COUNT; index++) await line.source.send(String(index))
    })()
    for (let index = 0; index < COUNT; index++) {
      const [frame] = await line.target.receive(DEADLINE)
      assert.equal(String(frame), String(index))
    }
    await sending
    line.proxy.terminate()
    await done
  })

  it('leaves timers and I/O their turns', async () => {
    using line = new Line()
    const done = line.proxy.run()
    let going = true
    const sending = (async () => {
      while (going) await line.source.send('flood')
    })()
    const receiving = (async () => {
      for await (const _ of line.target) if (!going) break
    })()
    for (let turn = 0; turn < 20; turn++) await new Promise((resolve) => setTimeout(resolve, 0))
    going = false
    await Promise.all([sending, receiving])
    line.proxy.terminate()
    await done
  })

  it('begins with messages that the socket has taken and not handed out', async () => {
    using line = new Line()
    for (const word of ['own', 'other', 'last']) await line.source.send(word)
    assert.equal(String(await line.proxy.frontEnd.receive(DEADLINE)), 'own')
    const done = line.proxy.run()
    assert.equal(String(await line.target.receive(DEADLINE)), 'other')
    assert.equal(String(await line.target.receive(DEADLINE)), 'last')
    line.proxy.terminate()
    await done
  })

  it('shows every message to the capture socket', async () => {
    using line = new Line('captures')
    const done = line.proxy.run()
    await line.source.send(['a', 'b'])
    assert.deepEqual((await line.captured.receive(DEADLINE)).map(String), ['a', 'b'])
    assert.deepEqual((await line.target.receive(DEADLINE)).map(String), ['a', 'b'])
    line.proxy.terminate()
    await done
    assert.equal(line.capture.closed, false)
  })

  it('rejects with EINVAL when a socket has no endpoint or is closed', async () => {
    using front = new Pull()
    using back = new Push()
    using capture = new Push()
    const proxy = new Proxy(front, back, { capture })
    await assert.rejects(proxy.run(), { code: 'EINVAL', message: /front-end/ })
    await front.bind(ANY)
    await assert.rejects(proxy.run(), { code: 'EINVAL', message: /back-end/ })
    await back.bind(ANY)
    await assert.rejects(proxy.run(), { code: 'EINVAL', message: /capture/ })
    front.close()
    await assert.rejects(proxy.run(), { code: 'EINVAL', message: /front-end/ })
  })

  it('rejects with EBUSY while it runs', async () => {
    using line = new Line()
    const done = line.proxy.run()
    await assert.rejects(line.proxy.run(), { code: 'EBUSY' })
    line.proxy.terminate()
    await done
  })

  it('resolves when one of the sockets is closed, and closes both ends', async () => {
    for (const end of ['frontEnd', 'backEnd'] as const) {
      using line = new Line()
      const done = line.proxy.run()
      line.proxy[end].close()
      await done
      assert.equal(line.proxy.frontEnd.closed, true)
      assert.equal(line.proxy.backEnd.closed, true)
    }
    using line = new Line('captures')
    const done = line.proxy.run()
    line.capture.close()
    await done
    assert.equal(line.proxy.frontEnd.closed, true)
  })

  it('resolves when the context is closed', async () => {
    const context = new Context()
    const proxy = new Proxy(new Pull({ context }), new Push({ context }))
    proxy.frontEnd.bindSync('inproc://front')
    proxy.backEnd.bindSync('inproc://back')
    const done = proxy.run()
    context.close()
    await done
  })
})

describe('proxy.pause', () => {
  it('lets messages wait until resume', async () => {
    using line = new Line()
    const done = line.proxy.run()
    line.proxy.pause()
    await line.source.send('patience')
    await assert.rejects(line.target.receive({ timeout: 50 }), { code: 'EAGAIN' })
    assert.equal(line.proxy.statistics.frontEnd.received.messages, 0)
    line.proxy.resume()
    assert.equal(String(await line.target.receive(DEADLINE)), 'patience')
    line.proxy.terminate()
    await done
  })
})

describe('proxy.pause, resume and terminate', () => {
  it('throw EBADF when it does not run', async () => {
    using line = new Line()
    const { proxy } = line
    const refuse = () => {
      for (const method of ['pause', 'resume', 'terminate'] as const)
        assert.throws(() => proxy[method](), { code: 'EBADF' })
    }
    refuse()
    const done = proxy.run()
    proxy.terminate()
    refuse()
    await done
  })
})

describe('a process with a proxy', () => {
  const PROXY = `import { Pull, Push } from '$src/sockets/classes.ts'
    import { Proxy } from '$src/sockets/proxy.ts'
    const proxy = new Proxy(new Pull(), new Push())
    proxy.frontEnd.bindSync('${ANY}')
    proxy.backEnd.bindSync('${ANY}')
    proxy.run().then(() => console.log('done'))
    `

  it('stays until it is terminated', async () => {
    const { code, stdout, stderr } = await runCode(`${PROXY}setTimeout(() => proxy.terminate(), 50).unref()`)
    assert.deepEqual({ code, stdout, stderr }, { code: 0, stdout: 'done\n', stderr: '' })
  })

  it('ends by process.exit, and while the proxy is paused', async () => {
    const exit = await runCode(`${PROXY}setImmediate(() => process.exit(3))`)
    assert.deepEqual({ code: exit.code, stderr: exit.stderr }, { code: 3, stderr: '' })
    const pause = await runCode(`${PROXY}proxy.pause()`)
    assert.deepEqual({ code: pause.code, stderr: pause.stderr }, { code: 0, stderr: '' })
  })
})
