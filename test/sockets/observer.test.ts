import assert from 'node:assert/strict'
import { once } from 'node:events'
import { liveHandles } from '../../src/index.ts'
import { Pull, Push, Reply } from '../../src/sockets/classes.ts'
import { Context } from '../../src/sockets/context.ts'
import { type Event, type EventOfType, type EventType, Observer } from '../../src/sockets/observer.ts'
import { runCode } from '../helpers/child.ts'

const DEADLINE = { timeout: 5000 }

/** Events up to the first of a type. */
async function until(observer: Observer, last: EventType): Promise<Event[]> {
  const events: Event[] = []
  do events.push(await observer.receive(DEADLINE))
  while (events.at(-1)?.type !== last)
  return events
}

function find<E extends EventType>(events: Event[], type: E): EventOfType<E> | undefined {
  return events.find((each) => each.type === type) as EventOfType<E> | undefined
}

describe('socket.events', () => {
  it('is the same object whenever it is asked for', () => {
    using socket = new Pull()
    assert.equal(socket.events, socket.events)
    assert.ok(socket.events instanceof Observer)
  })

  it('tells of binding, accepting and shaking hands with the real endpoint', async () => {
    using server = new Pull()
    using client = new Push()
    void server.events
    void client.events
    const address = await server.bind('tcp://127.0.0.1:*')
    client.connect(address)
    const [seen, sought] = [await until(server.events, 'handshake'), await until(client.events, 'handshake')]
    assert.deepEqual(
      seen.map((each) => each.type),
      ['bind', 'accept', 'handshake'],
    )
    assert.deepEqual(
      sought.map((each) => each.type),
      ['connect:delay', 'connect', 'handshake'],
    )
    assert.deepEqual(find(seen, 'bind'), { type: 'bind', address })
    assert.deepEqual(find(sought, 'connect'), { type: 'connect', address })
  })

  it('tells of a port that is taken, with the error', async () => {
    using first = new Pull()
    using second = new Pull()
    const { events } = second
    const address = await first.bind('tcp://127.0.0.1:*')
    await assert.rejects(second.bind(address), { code: 'EADDRINUSE' })
    const failed = find(await until(events, 'bind:error'), 'bind:error')
    assert.ok(failed?.error instanceof Error)
    assert.equal(failed.error.code, 'EADDRINUSE')
    assert.equal(typeof failed.error.errno, 'number')
    assert.ok(address.includes(failed.address))
  })

  it('tells when a connection is tried again, and how many milliseconds later', async () => {
    using server = new Pull()
    using client = new Push()
    const address = await server.bind('tcp://127.0.0.1:*')
    server.close()
    client.connect(address)
    const retried = find(await until(client.events, 'connect:retry'), 'connect:retry')
    assert.equal(typeof retried?.interval, 'number')
    assert.equal(retried?.address, address)
  })

  it('tells that a peer has gone', async () => {
    using server = new Pull()
    using client = new Push()
    void server.events
    client.connect(await server.bind('tcp://127.0.0.1:*'))
    await until(server.events, 'handshake')
    client.close()
    assert.ok(find(await until(server.events, 'disconnect'), 'disconnect'))
  })

  it('keeps thousands of events until they are read, and blocks nobody', async () => {
    using socket = new Pull()
    const { events } = socket
    for (let count = 0; count < 1500; count++) socket.unbindSync(socket.bindSync('tcp://127.0.0.1:*'))
    socket.close()
    let bound = 0
    for await (const event of events) if (event.type === 'bind') bound++
    assert.equal(bound, 1500)
  })

  it('throws EBADF when the socket is closed and was not observed', () => {
    const socket = new Pull()
    socket.close()
    assert.throws(() => socket.events, { code: 'EBADF' })
  })
})

describe('Observer', () => {
  it('refuses what is no socket', () => {
    for (const value of [undefined, null, 1, 'socket', {}, { handle: {} }, new Context()]) {
      assert.throws(() => new Observer(value as never), { code: 'ERR_INVALID_ARG_TYPE' })
    }
  })

  it('replaces the one that a socket had, which ends', async () => {
    using socket = new Pull()
    const first = socket.events
    const second = new Observer(socket)
    assert.equal((await first.receive(DEADLINE)).type, 'end')
    assert.equal(first.closed, true)
    assert.equal(socket.events, second)
    await socket.bind('tcp://127.0.0.1:*')
    assert.equal((await second.receive(DEADLINE)).type, 'bind')
  })
})

describe('the end of events', () => {
  it('is an event, the last one, when the socket is closed while someone iterates', async () => {
    const socket = new Pull()
    const types: string[] = []
    const reading = (async () => {
      for await (const { type } of socket.events) types.push(type)
    })()
    socket.close()
    await reading
    assert.deepEqual(types, ['end'])
    assert.equal(socket.events.closed, true)
  })

  it('comes after what was not read when nobody reads', async () => {
    const socket = new Reply()
    const { events } = socket
    const address = await socket.bind('tcp://127.0.0.1:*')
    socket.close()
    assert.equal(events.closed, false)
    assert.deepEqual(await events.receive(), { type: 'bind', address })
    assert.deepEqual(await events.receive(), { type: 'end' })
    assert.equal(events.closed, true)
    await assert.rejects(events.receive(), { code: 'EBADF' })
  })

  it('comes with the end of the context', async () => {
    const context = new Context()
    const socket = new Pull({ context })
    const { events } = socket
    const waiting = events.receive()
    context.close()
    await assert.rejects(waiting, { code: 'EAGAIN' })
    assert.equal(events.closed, true)
  })

  it('can be chosen: close settles what waits, and the socket works on', async () => {
    using server = new Pull()
    using client = new Push()
    const { events } = server
    const waiting = events.receive()
    const iterating = events[Symbol.asyncIterator]().next()
    events.close()
    events.close()
    assert.equal(events.closed, true)
    await assert.rejects(waiting, { code: 'EAGAIN' })
    assert.deepEqual(await iterating, { value: undefined, done: true })
    await assert.rejects(events.receive(), { code: 'EBADF' })
    // libzmq would block here if it had to tell someone who is gone
    client.connect(await server.bind('tcp://127.0.0.1:*'))
    await client.send('on')
    assert.equal(String(await server.receive(DEADLINE)), 'on')
  })

  it('leaves no socket behind, whoever is closed first', () => {
    const socket = new Pull()
    void socket.events
    assert.equal(liveHandles('zsocket'), 2)
    socket.events.close()
    assert.equal(liveHandles('zsocket'), 1)
    socket.close()
    const other = new Pull()
    void other.events
    other.close()
    assert.equal(liveHandles('zsocket'), 0)
  })
})

describe('events.receive', () => {
  it('serves calls in their order', async () => {
    using socket = new Pull()
    const [first, second] = [socket.events.receive(DEADLINE), socket.events.receive(DEADLINE)]
    const address = await socket.bind('tcp://127.0.0.1:*')
    await socket.unbind(address)
    assert.equal((await first).type, 'bind')
    assert.equal((await second).type, 'close')
  })

  it('can be given up by a time-out or a signal', async () => {
    using socket = new Pull()
    await assert.rejects(socket.events.receive({ timeout: 0 }), { code: 'EAGAIN' })
    await assert.rejects(socket.events.receive({ signal: AbortSignal.abort() }), { name: 'AbortError' })
  })

  it('rejects options that make no sense', async () => {
    using socket = new Pull()
    for (const options of [null, 1, { timeout: 'long' }, { signal: {} }]) {
      await assert.rejects(socket.events.receive(options as never), { code: 'ERR_INVALID_ARG_TYPE' })
    }
    await assert.rejects(socket.events.receive({ timeout: -2 }), { code: 'ERR_OUT_OF_RANGE' })
  })

  it('rejects with EBUSY once there was a listener', async () => {
    using socket = new Pull()
    const listener = () => undefined
    socket.events.on('bind', listener).off('bind', listener)
    await assert.rejects(socket.events.receive(), { code: 'EBUSY', message: /event emitter mode/ })
    await assert.rejects(socket.events[Symbol.asyncIterator]().next(), { code: 'EBUSY' })
  })
})

describe('listeners', () => {
  it('get the events of their type, also those from before they were added', async () => {
    using socket = new Pull()
    void socket.events
    const address = await socket.bind('tcp://127.0.0.1:*')
    const types: string[] = []
    const closed = new Promise<void>((resolve) => {
      socket.events.on('bind', (event) => types.push(`${event.type} ${event.address}`))
      socket.events.on('close', (event) => types.push(event.type)).on('end', () => resolve())
    })
    await socket.unbind(address)
    socket.close()
    await closed
    assert.deepEqual(types, [`bind ${address}`, 'close'])
    assert.equal(socket.events.closed, true)
  })

  it('are called once when that was asked for, and no more after off', async () => {
    using socket = new Pull()
    const types: string[] = []
    const gone = () => types.push('gone')
    socket.events.on('bind', gone).once('bind', () => types.push('once'))
    socket.events.off('bind', gone)
    const seen = new Promise<void>((resolve) => socket.events.once('end', () => resolve()))
    await socket.unbind(await socket.bind('tcp://127.0.0.1:*'))
    await socket.bind('tcp://127.0.0.1:*')
    socket.close()
    await seen
    assert.deepEqual(types, ['once'])
  })

  it('get what came while there were none', async () => {
    using socket = new Pull()
    const listener = () => assert.fail('it was removed')
    socket.events.on('bind', listener)
    socket.events.off('bind', listener)
    await socket.bind('tcp://127.0.0.1:*')
    const bound = new Promise<string>((resolve) =>
      socket.events.once('bind', ({ address }) => resolve(address)),
    )
    assert.match(await bound, /^tcp:/)
  })

  it('are refused for types that do not exist, and when they are no functions', () => {
    using socket = new Pull()
    const { events } = socket
    for (const method of ['on', 'once', 'off'] as const) {
      for (const type of ['conect', 'newListener', ''])
        assert.throws(() => events[method](type as never, () => undefined), { code: 'ERR_INVALID_ARG_VALUE' })
      for (const type of [undefined, null, 1, Symbol('bind'), { toString: () => 'bind' }])
        assert.throws(() => events[method](type as never, () => undefined), { code: 'ERR_INVALID_ARG_TYPE' })
      assert.throws(() => events[method]('bind', 'listener' as never), { code: 'ERR_INVALID_ARG_TYPE' })
    }
  })

  it('that throw do not end the events: the exception is uncaught, as in any listener', async () => {
    using socket = new Pull()
    const handlers = process.listeners('uncaughtException')
    process.removeAllListeners('uncaughtException')
    const caught = once(process, 'uncaughtException')
    try {
      const ended = new Promise<void>((resolve) => socket.events.on('end', () => resolve()))
      socket.events.on('bind', () => {
        throw new Error('of the listener')
      })
      await socket.bind('tcp://127.0.0.1:*')
      assert.match(String((await caught)[0]), /of the listener/)
      socket.close()
      await ended
    } finally {
      for (const each of handlers) process.on('uncaughtException', each)
    }
  })
})

describe('a process', () => {
  const IMPORT = "import { Pull } from '$src/sockets/classes.ts'\nconst socket = new Pull()\n"

  it('ends when events are only kept', async () => {
    const { code, stderr } = await runCode(`${IMPORT}socket.events; socket.bindSync('tcp://127.0.0.1:*')`)
    assert.deepEqual({ code, stderr }, { code: 0, stderr: '' })
  })

  it('ends with a socket that libzmq keeps, because nobody is bound where it is connected', async () => {
    for (const place of [
      "connect('inproc://nobody')",
      "bindSync('inproc://here'); peer.connect('inproc://here')",
    ]) {
      const { code, stdout, stderr } = await runCode(`${IMPORT}
        const peer = new Pull()
        socket.${place}
        socket.events.on('end', () => console.log('end'))
        socket.close()`)
      assert.deepEqual({ code, stdout, stderr }, { code: 0, stdout: 'end\n', stderr: '' })
    }
  })

  it('stays while they are read or listened to, and ends with the socket', async () => {
    for (const read of ["socket.events.on('end', () => console.log('end'))", 'void loop()']) {
      const { code, stdout, stderr } = await runCode(`${IMPORT}
        async function loop() { for await (const { type } of socket.events) console.log(type) }
        ${read}
        setTimeout(() => socket.close(), 50).unref()`)
      assert.deepEqual({ code, stdout, stderr }, { code: 0, stdout: 'end\n', stderr: '' })
    }
  })

  it('ends at once by process.exit while events are read', async () => {
    const { code, stderr } = await runCode(`${IMPORT}
      socket.events.on('end', () => undefined)
      socket.bindSync('tcp://127.0.0.1:*')
      setImmediate(() => process.exit(3))`)
    assert.deepEqual({ code, stderr }, { code: 3, stderr: '' })
  })

  it('ends when the last listener was removed', async () => {
    const { code, stderr } = await runCode(`${IMPORT}
      socket.events.once('bind', () => undefined)
      socket.bindSync('tcp://127.0.0.1:*')`)
    assert.deepEqual({ code, stderr }, { code: 0, stderr: '' })
  })
})
