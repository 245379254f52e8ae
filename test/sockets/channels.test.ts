import assert from 'node:assert/strict'
import { AsyncLocalStorage } from 'node:async_hooks'
import { channel, subscribe, unsubscribe } from 'node:diagnostics_channel'
import { setImmediate as turn } from 'node:timers/promises'
import {
  Context,
  Gossip,
  Proxy as MessageProxy,
  Pair,
  Pull,
  Push,
  Reply,
  Request,
  type SocketChannels,
  zctx,
  zmq,
  zsocket,
} from '../../src/index.ts'

declare const gc: () => void

type Name = keyof SocketChannels
type Told = { [N in Name]: { name: N; trace: SocketChannels[N] } }[Name]

const NAMES: Name[] = [
  'czmq:socket:create',
  'czmq:socket:close',
  'czmq:socket:bind',
  'czmq:socket:unbind',
  'czmq:socket:connect',
  'czmq:socket:disconnect',
  'czmq:socket:send',
  'czmq:socket:receive',
  'czmq:socket:error',
]

describe('the channels of sockets', () => {
  let told: Told[] = []
  const listen = (trace: unknown, name: string | symbol) => void told.push({ name, trace } as Told)

  beforeEach(() => {
    told = []
    for (const name of NAMES) subscribe(name, listen)
  })

  afterEach(() => {
    for (const name of NAMES) unsubscribe(name, listen)
  })

  function tracesOf<N extends Name>(name: N): SocketChannels[N][] {
    return told.filter((each) => each.name === name).map(({ trace }) => trace as SocketChannels[N])
  }

  it('tell of the life of a socket in its order', async () => {
    const context = new Context()
    const pull = new Pull({ context })
    const push = new Push({ context })
    const endpoint = await pull.bind('tcp://127.0.0.1:*')
    push.connect(endpoint)
    push.disconnect(endpoint)
    await pull.unbind(endpoint)
    pull.close()
    pull.close()
    push.close()
    context.close()
    await turn()
    const [{ id } = { id: 0 }] = tracesOf('czmq:socket:create')
    const [one, other] = [
      { socket: pull, id, type: 'Pull' },
      { socket: push, id: id + 1, type: 'Push' },
    ]
    assert.deepEqual(told, [
      { name: 'czmq:socket:create', trace: one },
      { name: 'czmq:socket:create', trace: other },
      { name: 'czmq:socket:bind', trace: { ...one, address: 'tcp://127.0.0.1:*', endpoint } },
      { name: 'czmq:socket:connect', trace: { ...other, address: endpoint } },
      { name: 'czmq:socket:disconnect', trace: { ...other, address: endpoint } },
      { name: 'czmq:socket:unbind', trace: { ...one, address: endpoint } },
      { name: 'czmq:socket:close', trace: one },
      { name: 'czmq:socket:close', trace: other },
    ])
  })

  it('tell of every message once, however it is sent and received', async () => {
    const [one, other] = [new Pair(), new Pair()]
    other.connect(await one.bind('inproc://channels'))
    const memory = Buffer.from('changes')
    const sent = one.send(memory)
    memory.fill('x')
    await sent
    assert.ok(one.trySend(['two', Buffer.from('frames')]))
    await one.sendMany(['a', 'b', 'c', 'd'])
    await one.sendJson({ e: 1 })
    await one.send('into')
    const waits = one.receive()
    await other.send('waited for')
    await waits
    await other.receive()
    assert.ok(other.tryReceive())
    await other.receiveMany(2)
    for await (const _message of other) break
    for await (const _batch of other.batches(1)) break
    await other.receiveJson()
    await other.receiveInto(Buffer.alloc(10))
    assert.equal(other.tryReceive(), null)
    await turn()
    const expected = [['changes'], ['two', 'frames'], ['a'], ['b'], ['c'], ['d'], ['{"e":1}'], ['into']]
    const texts = (traces: { socket: unknown; message: readonly unknown[] }[], socket: Pair) =>
      traces
        .filter((each) => each.socket === socket)
        .map(({ message }) => message.map((each) => String(Buffer.from(each as string))))
    assert.deepEqual(texts(tracesOf('czmq:socket:send'), one), expected)
    assert.deepEqual(texts(tracesOf('czmq:socket:receive'), other), expected)
    assert.deepEqual(texts(tracesOf('czmq:socket:send'), other), [['waited for']])
    assert.deepEqual(texts(tracesOf('czmq:socket:receive'), one), [['waited for']])
    one.close()
    other.close()
  })

  it('tell of a message that waited when it is sent', async () => {
    const [push, pull] = [new Push({ sendHighWaterMark: 1 }), new Pull()]
    const sent = push.send('waits')
    await turn()
    assert.deepEqual(tracesOf('czmq:socket:send'), [])
    const endpoint = await pull.bind('tcp://127.0.0.1:*')
    push.connect(endpoint)
    await sent
    await turn()
    assert.deepEqual(
      tracesOf('czmq:socket:send').map(({ message }) => message),
      [['waits']],
    )
    await pull.receive()
    push.close()
    pull.close()
  })

  it('tell what libzmq refuses, and neither misuse nor time-outs', async () => {
    const [reply, other] = [new Reply(), new Reply()]
    const request = new Request({ receiveTimeout: 0 })
    const endpoint = await reply.bind('tcp://127.0.0.1:*')
    await assert.rejects(other.bind(endpoint), { code: 'EADDRINUSE' })
    assert.throws(() => other.connect('nonsense://x'), { code: 'EPROTONOSUPPORT' })
    await assert.rejects(request.receive(), { code: 'EFSM' })
    await assert.rejects(reply.send('x'), { code: 'EFSM' })
    await assert.rejects(reply.receive({ timeout: 0 }), { code: 'EAGAIN' })
    await assert.rejects(reply.receive({ signal: AbortSignal.abort() }), { name: 'AbortError' })
    assert.throws(() => other.connect(5 as never), { code: 'ERR_INVALID_ARG_TYPE' })
    await turn()
    assert.deepEqual(
      tracesOf('czmq:socket:error').map(({ socket, error }) => [socket, error.code, error.syscall]),
      [
        [other, 'EADDRINUSE', 'zmq_bind'],
        [other, 'EPROTONOSUPPORT', 'zmq_connect'],
        [request, 'EFSM', 'zmq_msg_recv'],
        [reply, 'EFSM', 'zmq_send'],
      ],
    )
    for (const each of [reply, other, request]) each.close()
  })

  it('tell of sockets around handles, and that the context has closed one', async () => {
    const context = zctx.new()
    const pull = Pull.from(zsocket.new(context, zmq.PULL))
    context.destroy()
    await turn()
    assert.deepEqual(
      told.map(({ name, trace }) => [name, trace.socket]),
      [
        ['czmq:socket:create', pull],
        ['czmq:socket:close', pull],
      ],
    )
  })

  it('tell that a socket was closed because nobody referred to it', async () => {
    ;(() => void new Push())()
    const isTold = () => tracesOf('czmq:socket:close').some(({ socket, type }) => !socket && type === 'Push')
    const deadline = performance.now() + 8000
    while (!isTold() && performance.now() < deadline) {
      told = told.filter(({ name }) => name === 'czmq:socket:close')
      gc()
      await turn()
    }
    assert.ok(isTold())
  })

  it('say nothing of observers, of gossip, and of what a proxy passes', async function () {
    this.timeout(30_000)
    const [push, pull] = [new Push(), new Pull()]
    const proxy = new MessageProxy(new Pull(), new Push())
    push.connect(await proxy.frontEnd.bind('inproc://front'))
    pull.connect(await proxy.backEnd.bind('inproc://back'))
    const running = proxy.run()
    const observed = push.events.receive()
    await push.send('through')
    await pull.receive()
    using gossip = new Gossip()
    gossip.publish('key', 'value')
    await gossip.receive()
    push.close()
    await observed.catch(() => undefined)
    proxy.terminate()
    await running
    pull.close()
    await turn()
    const sockets = [push, pull, proxy.frontEnd, proxy.backEnd]
    assert.deepEqual([tracesOf('czmq:socket:send').length, tracesOf('czmq:socket:receive').length], [1, 1])
    assert.ok(told.every(({ trace }) => sockets.some((each) => each === trace.socket)))
    assert.equal(tracesOf('czmq:socket:create').length, 4)
  })

  it('let a subscriber close the socket, its context, and use it', async () => {
    const context = new Context()
    const [one, other] = [new Pair({ context }), new Pair({ context })]
    other.connect(await one.bind('inproc://subscriber'))
    const answer = (trace: unknown) => {
      const { socket, message } = trace as SocketChannels['czmq:socket:receive']
      if (socket === one && String(message) === 'first') void one.send('answer')
      if (socket === other && String(message) === 'answer') context.close()
    }
    const again = () => context.close()
    subscribe('czmq:socket:receive', answer)
    subscribe('czmq:socket:close', again)
    try {
      const received = Promise.all([one.receive(), one.receive(), other.receive()])
      await other.sendMany(['first', 'last'])
      assert.deepEqual((await received).map(String), ['first', 'last', 'answer'])
      await turn()
      assert.deepEqual([one.closed, other.closed, context.closed], [true, true, true])
    } finally {
      unsubscribe('czmq:socket:receive', answer)
      unsubscribe('czmq:socket:close', again)
    }
  })

  it('keep the context of asynchronous calls', async () => {
    const storage = new AsyncLocalStorage<string>()
    const found: (string | undefined)[] = []
    const look = () => void found.push(storage.getStore())
    subscribe('czmq:socket:create', look)
    storage.run('here', () => new Push().close())
    await turn()
    unsubscribe('czmq:socket:create', look)
    assert.deepEqual(found, ['here'])
  })
})

describe('the channels of sockets without subscribers', () => {
  it('are told nothing', async () => {
    for (const name of NAMES) assert.equal(channel(name).hasSubscribers, false)
    let published = 0
    const original = Object.getPrototypeOf(channel('czmq:socket:send')) as { publish: () => void }
    const { publish } = original
    original.publish = () => void published++
    try {
      const [one, other] = [new Pair(), new Pair()]
      other.connect(await one.bind('inproc://quiet'))
      await one.send('x')
      await other.receive()
      one.close()
      other.close()
      await turn()
    } finally {
      original.publish = publish
    }
    assert.equal(published, 0)
  })
})
