import assert from 'node:assert/strict'
import { capability, zctx, zmq, zsocket } from '../../src/index.ts'
import * as draft from '../../src/sockets/draft.ts'
import { closeAll, codeOf, freeAddress, join, open, type Transport, turn, upTo } from './ends.ts'

const { Channel, Client, Dish, Gather, Peer, Radio, Scatter, Server } = draft
type Radio = InstanceType<typeof Radio>
type Dish = InstanceType<typeof Dish>

/** A radio that a dish hears: groups are joined in the background. */
async function tuned(transport: Transport, groups: string[]): Promise<[Radio, Dish]> {
  const [radio, dish] = [open(new Radio()), open(new Dish())]
  dish.join(...groups)
  await join(radio, dish, transport)
  const heard = dish.receive({ timeout: 5000 })
  const calling = setInterval(() => radio.trySend('hello', { group: groups[0] ?? '' }), 5)
  await heard.finally(() => clearInterval(calling))
  while (dish.tryReceive()) await turn()
  return [radio, dish]
}

describe('draft sockets', () => {
  afterEach(closeAll)

  it('are all that libzmq has', () => {
    const names = ['Channel', 'Client', 'Datagram', 'Dish', 'Gather', 'Peer', 'Radio', 'Scatter', 'Server']
    assert.deepEqual(Object.keys(draft).sort(), names)
  })

  if (!capability.draft) {
    for (const [name, Class] of Object.entries(draft)) {
      it(`${name} says that the library lacks it`, () => {
        assert.throws(() => new Class(), {
          name: 'CzmqError',
          code: 'ERR_CZMQ_SYMBOL',
          message: new RegExp(`${name}.*without drafts`),
        })
      })
    }
    return
  }

  for (const transport of ['tcp', 'ipc'] as const) {
    describe(`over ${transport}`, () => {
      it('a Server answers its clients', async () => {
        const server = open(new Server())
        const clients = [open(new Client()), open(new Client())]
        const address = await server.bind(freeAddress(transport))
        for (const [index, client] of clients.entries()) {
          client.connect(address)
          await client.send(`question ${index}`)
        }
        for (const _ of clients) {
          const [question, { routingId }] = await server.receive()
          await server.send(String(question).replace('question', 'answer'), { routingId })
        }
        for (const [index, client] of clients.entries())
          assert.deepEqual((await client.receive()).map(String), [`answer ${index}`])
      })

      it('a Dish hears the groups that it has joined', async () => {
        const [radio, dish] = await tuned(transport, ['sport', 'x'.repeat(255)])
        await radio.send('lost', { group: 'politics' })
        await radio.send('one', { group: Buffer.from('sport') })
        await radio.send('two', { group: 'x'.repeat(255) })
        const heard = await dish.receive()
        assert.deepEqual([String(heard[0]), heard[1]], ['one', { group: Buffer.from('sport') }])
        assert.deepEqual(String((await dish.receive())[0]), 'two')
      })

      it('what scatters is gathered, in order', async () => {
        const [scatter, gather] = [open(new Scatter()), open(new Gather())]
        await join(scatter, gather, transport)
        const sent = scatter.sendMany(upTo(5000).map(String))
        for (const index of upTo(5000)) assert.deepEqual((await gather.receive()).map(String), [`${index}`])
        await sent
      })

      it('a Channel talks in both directions', async () => {
        const [left, right] = [open(new Channel()), open(new Channel())]
        await join(left, right, transport)
        await Promise.all([left.send('from left'), right.send('from right')])
        assert.equal(String(await right.receive()), 'from left')
        assert.equal(String(await left.receive()), 'from right')
      })

      it('a Peer knows who it has connected to', async () => {
        const [home, guest] = [open(new Peer()), open(new Peer())]
        const routingId = guest.connect(await home.bind(freeAddress(transport)))
        await guest.send('knock', { routingId })
        const [message, from] = await home.receive()
        assert.equal(String(message), 'knock')
        await home.send('come in', from)
        const [answer, sender] = await guest.receive()
        assert.deepEqual([String(answer), sender], ['come in', { routingId }])
      })
    })
  }

  it('wait at the high-water mark, and go on', async () => {
    const [left, right] = [
      open(new Channel({ sendHighWaterMark: 5 })),
      open(new Channel({ receiveHighWaterMark: 5 })),
    ]
    await join(left, right)
    // More than the system has room for
    const messages = upTo(200).map((index) => Buffer.alloc(100_000, index))
    const sent = messages.map((each) => left.send(each))
    assert.equal(left.trySend('too much'), false)
    for (const each of messages) assert.ok((await right.receive())[0].equals(each))
    await Promise.all(sent)
    assert.equal(left.trySend('room again'), true)
  })

  it('a Radio that must not drop waits for its Dish', async () => {
    const radio = open(new Radio({ noDrop: true, sendHighWaterMark: 2 }))
    const dish = open(new Dish({ receiveHighWaterMark: 2 }))
    dish.join('all')
    await join(radio, dish)
    const heard = dish.receive({ timeout: 5000 })
    const calling = setInterval(() => radio.trySend('hello', { group: 'all' }), 5)
    await heard.finally(() => clearInterval(calling))
    const messages = upTo(200).map((index) => Buffer.alloc(100_000, index))
    const sent = messages.map((each) => radio.send(each, { group: 'all' }))
    let [received] = await dish.receive()
    while (received.length === 5) [received] = await dish.receive()
    for (const each of messages) {
      assert.ok(received.equals(each))
      if (each !== messages.at(-1)) [received] = await dish.receive()
    }
    await Promise.all(sent)
  })

  it('a Server is told when there is no such client, or no more', async () => {
    const server = open(new Server())
    assert.equal(await codeOf(server.send('hello', { routingId: 1 })), 'EHOSTUNREACH')
    assert.throws(() => server.trySend('hello', { routingId: 4_294_967_295 }), { code: 'EHOSTUNREACH' })
    const client = open(new Client())
    await join(server, client)
    const gone = new Promise((resolve) => server.events.on('disconnect', resolve))
    await client.send('hello')
    const [, { routingId }] = await server.receive()
    client.close()
    await gone
    while ((await codeOf(server.send('still there?', { routingId }))) === undefined) await turn()
    assert.equal(await codeOf(server.send('hello', { routingId })), 'EHOSTUNREACH')
  })

  it('a Dish leaves a group', async () => {
    const [radio, dish] = await tuned('tcp', ['one', 'two'])
    dish.leave('one')
    while (radio.trySend('gone?', { group: 'one' }) && dish.tryReceive()) await turn()
    await radio.send('news', { group: 'two' })
    let [message] = await dish.receive()
    while (String(message) === 'gone?') [message] = await dish.receive()
    assert.equal(String(message), 'news')
    assert.throws(() => dish.leave('one'), { code: 'EINVAL' })
    assert.throws(() => dish.join('two'), { code: 'EINVAL' })
  })

  it('give messages in every form', async () => {
    const server = open(new Server())
    const client = open(new Client())
    await join(server, client)
    await client.sendMany(upTo(20).map(String))
    const texts: string[] = []
    const [first, { routingId }] = await server.receive()
    texts.push(String(first))
    while (texts.length < 5) for (const [each] of await server.receiveMany(4)) texts.push(String(each))
    for await (const [each, from] of server) {
      texts.push(String(each))
      assert.deepEqual(from, { routingId })
      if (texts.length === 15) break
    }
    for await (const batch of server.batches(3)) {
      texts.push(...batch.map(([each]) => String(each)))
      if (texts.length === 20) break
    }
    assert.deepEqual(texts, upTo(20).map(String))
    assert.equal(server.tryReceive(), null)
    await server.sendMany(['a', Buffer.from('b'), null], { routingId })
    await server.sendJson({ c: 1 }, { routingId })
    for (const wanted of ['a', 'b', '']) assert.equal(String(await client.receive()), wanted)
    assert.deepEqual(await client.receiveJson(), { c: 1 })
    const memory = Buffer.alloc(16)
    await server.send('into', { routingId })
    assert.equal(await client.receiveInto(memory), 4)
  })

  it('carry large and empty messages', async () => {
    const [server, client] = [open(new Server()), open(new Client())]
    await join(server, client)
    for (const size of [0, 1, 4096, 65_536, 3_000_000]) {
      const content = Buffer.alloc(size, size % 251)
      await client.send(content)
      const [received, from] = await server.receive()
      assert.ok(received.equals(content))
      await server.send(received, from)
      assert.ok((await client.receive())[0].equals(content))
    }
  })

  it('are made of handles, too', async () => {
    using context = zctx.new()
    const [left, right] = [zsocket.new(context, zmq.SERVER), zsocket.new(context, zmq.CLIENT)]
    zsocket.bind(left, 'ipc://*')
    zsocket.connect(right, zsocket.lastEndpoint(left))
    const [server, client] = [open(Server.from(left)), open(Client.from(right))]
    await client.send('hello')
    const [message, from] = await server.receive()
    await server.send(message, from)
    assert.equal(String(await client.receive()), 'hello')
    using radio = zsocket.new(context, zmq.RADIO)
    assert.equal(open(Radio.from(radio)).maxMessageSize, -1)
  })

  it('refuse messages of several frames', async () => {
    const [left, right] = [open(new Channel()), open(new Channel())]
    await join(left, right)
    assert.equal(await codeOf(left.send(['one', 'two'] as never)), 'EINVAL')
    const server = open(new Server())
    assert.equal(await codeOf(server.send(['one'] as never, { routingId: 1 })), 'ERR_INVALID_ARG_TYPE')
  })

  it('refuse wrong labels before C is asked', async () => {
    const server = open(new Server())
    for (const [options, code] of [
      [undefined, 'ERR_INVALID_ARG_TYPE'],
      [{}, 'ERR_INVALID_ARG_TYPE'],
      [{ routingId: '1' }, 'ERR_INVALID_ARG_TYPE'],
      [{ routingId: 0 }, 'ERR_OUT_OF_RANGE'],
      [{ routingId: 1.5 }, 'ERR_OUT_OF_RANGE'],
      [{ routingId: 2 ** 32 }, 'ERR_OUT_OF_RANGE'],
    ] as const) {
      assert.equal(await codeOf(server.send('x', options as never)), code)
      assert.throws(() => server.trySend('x', options as never), { code })
      assert.equal(await codeOf(server.sendJson('x', options as never)), code)
    }
    const [radio, dish] = [open(new Radio()), open(new Dish())]
    for (const group of ['', 'x'.repeat(256), 'a\0b', 5, null, undefined]) {
      const code = typeof group === 'string' ? 'ERR_INVALID_ARG_VALUE' : 'ERR_INVALID_ARG_TYPE'
      assert.equal(await codeOf(radio.send('x', { group } as never)), code)
      assert.throws(() => dish.join(group as never), { code })
      assert.throws(() => dish.leave(group as never), { code })
    }
  })
})
