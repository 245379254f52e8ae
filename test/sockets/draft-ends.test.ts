import assert from 'node:assert/strict'
import { createServer, connect as dial } from 'node:net'
import {
  CzmqError,
  capability,
  Proxy as Forwarder,
  Pull,
  Push,
  toDuplex,
  toReadable,
  types,
  zctx,
  zmq,
  zsock,
  zsocket,
} from '../../src/index.ts'
import * as draft from '../../src/sockets/draft.ts'
import { runCode, runCompiled } from '../helpers/child.ts'
import { closeAll, codeOf, join, open } from './ends.ts'

const { Channel, Client, Dish, Gather, Peer, Radio, Server } = draft
const WAYS = ['addon', 'poll'] as const

describe('the end of draft sockets', () => {
  before(function () {
    if (!capability.draft) this.skip()
  })
  afterEach(closeAll)

  const receivers = { Channel, Client, Dish, Gather, Peer, Server }
  for (const [name, Class] of Object.entries(receivers)) {
    describe(name, () => {
      it('settles what waits when it is closed', async () => {
        const socket = open(new Class())
        await socket.bind('tcp://127.0.0.1:*')
        const waiting = [socket.receive(), socket.receive(), socket.receiveMany(5)].map(codeOf)
        const iterated = (async () => {
          for await (const _ of socket as AsyncIterable<unknown>) assert.fail('nothing was sent')
          return 'ended'
        })()
        await new Promise((resolve) => setImmediate(resolve))
        socket.close()
        assert.deepEqual(await Promise.all(waiting), ['EAGAIN', 'EAGAIN', 'EAGAIN'])
        assert.equal(await iterated, 'ended')
        assert.equal(await codeOf(socket.receive()), 'EBADF')
        assert.throws(() => socket.tryReceive(), { code: 'EBADF' })
      })

      it('can be asked for a while, or until a signal', async () => {
        const socket = open(new Class())
        await socket.bind('ipc://*')
        assert.equal(await codeOf(socket.receive({ timeout: 0 })), 'EAGAIN')
        assert.equal(await codeOf(socket.receive({ timeout: 10 })), 'EAGAIN')
        await assert.rejects(socket.receive({ signal: AbortSignal.timeout(10) }), { name: 'TimeoutError' })
        const ending = new AbortController()
        const waiting = socket.receive({ signal: ending.signal })
        ending.abort(new CzmqError('UNKNOWN', 'mine'))
        assert.equal(await codeOf(waiting), 'UNKNOWN')
      })
    })
  }

  it('are not for proxies, streams and Message where a label would be lost', async () => {
    const [server, push, pull] = [open(new Server()), open(new Push()), open(new Pull())]
    const radio = open(new Radio())
    const refusal = { code: 'ERR_INVALID_ARG_TYPE', message: /messages are only frames/ }
    assert.throws(() => new Forwarder(server, push), refusal)
    assert.throws(() => new Forwarder(pull, radio), refusal)
    assert.throws(() => toReadable(server), refusal)
    assert.throws(() => toDuplex(server as never), refusal)
    assert.equal(await codeOf(types.Message.recv(server)), 'ERR_INVALID_ARG_TYPE')
    using message = new types.Message(['a'])
    assert.equal(await codeOf(message.send(radio as never)), 'ERR_INVALID_ARG_TYPE')
  })

  it('pass a proxy that has only frames', async () => {
    const proxy = new Forwarder(open(new Gather()), open(new draft.Scatter()))
    const [scatter, gather] = [open(new draft.Scatter()), open(new Gather())]
    scatter.connect(await proxy.frontEnd.bind('tcp://127.0.0.1:*'))
    gather.connect(await proxy.backEnd.bind('tcp://127.0.0.1:*'))
    const running = proxy.run()
    await scatter.send('through')
    assert.equal(String(await gather.receive()), 'through')
    proxy.terminate()
    await running
  })

  for (const way of WAYS) {
    const env = { CZMQ_EVENT_LOOP: way }

    it(`costs no processor time while nothing comes (${way})`, async () => {
      const { stdout } = await runCode(
        `import { Client, Server } from '$src/index.ts'
        const [server, client] = [new Server(), new Client()]
        client.connect(await server.bind('tcp://127.0.0.1:*'))
        for (let index = 0; index < 1000; index++) {
          await client.send('question')
          const [question, from] = await server.receive()
          await server.send(question, from)
          await client.receive()
        }
        const waiting = [server.receive({ timeout: 1000 }), client.receive({ timeout: 1000 })]
        await new Promise(setImmediate)
        const before = process.cpuUsage()
        let turns = 0
        const counting = setInterval(() => turns++, 100)
        await Promise.allSettled(waiting)
        clearInterval(counting)
        const { user, system } = process.cpuUsage(before)
        server.close()
        client.close()
        console.log((user + system) / 1000 < 200)`,
        { env },
      )
      assert.equal(stdout, 'true\n')
    })

    it(`the process ends with idle sockets, and not while one waits (${way})`, async () => {
      const { code, stdout, stderr } = await runCode(
        `import { Channel, Client, Server } from '$src/index.ts'
        const [server, client] = [new Server(), new Client()]
        const idle = new Channel()
        await idle.bind('tcp://127.0.0.1:*')
        const address = await server.bind('tcp://127.0.0.1:*')
        server.receive().then(([message]) => console.log(String(message)))
        setTimeout(() => {
          client.connect(address)
          client.send('at last')
        }, 300)`,
        { env },
      )
      assert.deepEqual({ code, stdout, stderr }, { code: 0, stdout: 'at last\n', stderr: '' })
    })

    it(`process.exit does not wait for one that receives (${way})`, async () => {
      const outcome = await runCode(
        `import { Dish, Gather } from '$src/index.ts'
        const dish = new Dish()
        dish.join('news')
        await dish.bind('tcp://127.0.0.1:*')
        dish.receive()
        const gather = new Gather()
        gather.receive()
        setImmediate(() => process.exit(3))`,
        { env },
      )
      assert.deepEqual(outcome, { code: 3, signal: null, stdout: '', stderr: '' })
    })

    it(`a worker can be terminated while they receive, and leaves nothing (${way})`, async function () {
      this.timeout(60_000)
      const outcome = await runCompiled('draft-worker.ts', { env, deadline: 30_000 })
      assert.deepEqual(outcome, { code: 0, signal: null, stdout: 'true\n', stderr: '' })
    })
  }

  it('what is collected is closed', async () => {
    const outcome = await runCode(
      `import { readdirSync } from 'node:fs'
      import { Server } from '$src/index.ts'
      const count = () => readdirSync('/proc/self/fd').length
      const make = () => { for (let index = 0; index < 50; index++) new Server() }
      new Server()
      const before = count()
      make()
      const most = count()
      for (let round = 0; round < 50 && count() > before; round++) {
        gc()
        await new Promise((resolve) => setTimeout(resolve, 20))
      }
      console.log(most - before >= 50, count() <= before)`,
      { execArgv: ['--expose-gc'] },
    )
    assert.deepEqual(outcome, { code: 0, signal: null, stdout: 'true true\n', stderr: '' })
  })

  it('a stranger who joins a group with too long a name ends nothing', async () => {
    const outcome = await runCode(
      `import { connect } from 'node:net'
      import { Dish, Radio } from '$src/index.ts'
      const radio = new Radio()
      const address = await radio.bind('tcp://127.0.0.1:*')
      const stranger = connect(Number(address.split(':').at(-1)), '127.0.0.1')
      const greeting = Buffer.alloc(64)
      greeting.set([0xff, 0, 0, 0, 0, 0, 0, 0, 1, 0x7f, 3, 1])
      greeting.write('NULL', 12)
      const ready = Buffer.from('\\x05READY\\x0bSocket-Type\\0\\0\\0\\x04DISH', 'latin1')
      const joining = Buffer.concat([Buffer.from('\\x04JOIN'), Buffer.alloc(300, 'x')])
      const size = Buffer.alloc(8)
      size.writeBigUInt64BE(BigInt(joining.length))
      stranger.write(greeting)
      stranger.write(Buffer.concat([Buffer.from([4, ready.length]), ready]))
      stranger.write(Buffer.concat([Buffer.from([6]), size, joining]))
      stranger.on('error', () => undefined).resume()
      await new Promise((resolve) => stranger.once('close', resolve))
      const dish = new Dish()
      dish.join('x'.repeat(255))
      dish.connect(address)
      const calling = setInterval(() => radio.trySend('hello', { group: 'x'.repeat(255) }), 5)
      console.log(String((await dish.receive())[0]))
      clearInterval(calling)`,
    )
    assert.deepEqual(outcome, { code: 0, signal: null, stdout: 'hello\n', stderr: '' })
  })

  it('a connection that vanishes does not disturb the others', async () => {
    const server = open(new Server())
    const address = await server.bind('tcp://127.0.0.1:*')
    const stranger = dial(Number(address.split(':').at(-1)), '127.0.0.1')
    stranger.on('error', () => undefined)
    await new Promise((resolve) => stranger.once('connect', resolve))
    stranger.write(Buffer.from('GET / HTTP/1.1\r\n\r\n'))
    await new Promise((resolve) => stranger.destroy().once('close', resolve))
    const client = open(new Client())
    client.connect(address)
    await client.send('hello')
    assert.equal(String((await server.receive())[0]), 'hello')
  })

  it('a Client that is there first waits for its Server', async () => {
    const probe = createServer()
    await new Promise<void>((resolve) => probe.listen(0, '127.0.0.1', resolve))
    const { port } = probe.address() as { port: number }
    await new Promise((resolve) => probe.close(resolve))
    const [server, client] = [open(new Server()), open(new Client({ reconnectInterval: 10 }))]
    client.connect(`tcp://127.0.0.1:${port}`)
    await client.send('early')
    await server.bind(`tcp://127.0.0.1:${port}`)
    assert.equal(String((await server.receive())[0]), 'early')
  })

  it('a Peer with immediate cannot tell the number', () => {
    const peer = open(new Peer({ immediate: true }))
    assert.throws(() => peer.connect('tcp://127.0.0.1:9'), { code: 'ENOTSUP' })
    assert.throws(() => open(new Peer()).connect('nonsense'), { code: 'ERR_INVALID_ARG_VALUE' })
    assert.throws(() => open(new Peer()).connect('tcp://nonsense'), { code: 'EINVAL' })
  })

  it('do not meet inside the process', async () => {
    for (const [name, Class] of Object.entries(draft)) {
      if (name === 'Datagram') continue
      const socket = open(new Class())
      assert.equal(await codeOf(socket.bind('inproc://draft')), 'ENOTSUP', name)
      assert.throws(() => socket.connect('inproc://draft'), { code: 'ENOTSUP', message: /ipc/ }, name)
    }
    using context = zctx.new()
    const socket = zsocket.new(context, zmq.DISH)
    assert.throws(() => zsocket.bind(socket, 'inproc://draft'), { code: 'ENOTSUP' })
    assert.throws(() => zsocket.connect(socket, 'inproc://draft'), { code: 'ENOTSUP' })
    using plain = zsock.newDish()
    assert.throws(() => zsock.bind(plain, 'inproc://draft'), { code: 'ENOTSUP' })
  })

  it('groups are not for UDP', async () => {
    assert.throws(() => open(new Radio()).connect('udp://127.0.0.1:5555'), { code: 'ENOTSUP' })
    assert.equal(await codeOf(open(new Dish()).bind('udp://127.0.0.1:5555')), 'ENOTSUP')
    const [pull, channel] = [open(new Pull()), open(new Channel())]
    await join(pull, open(new Push()))
    assert.throws(() => channel.connect('udp://127.0.0.1:5555'), { code: 'ENOCOMPATPROTO' })
  })
})
