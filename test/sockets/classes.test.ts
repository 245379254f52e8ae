import assert from 'node:assert/strict'
import { connect as connectTcp } from 'node:net'
import * as classes from '../../src/sockets/classes.ts'
import type { Socket } from '../../src/sockets/socket.ts'

const {
  Dealer,
  Pair,
  Publisher,
  Pull,
  Push,
  Reply,
  Request,
  Router,
  Stream,
  Subscriber,
  XPublisher,
  XSubscriber,
} = classes

const wait = { timeout: 5000 }
const address = 'tcp://127.0.0.1:*'

async function join(binding: Socket, connecting: Socket): Promise<void> {
  connecting.connect(await binding.bind(address))
}

function texts(frames: Buffer[]): string[] {
  return frames.map(String)
}

const receivers = [Dealer, Pair, Pull, Reply, Request, Router, Stream, Subscriber, XPublisher, XSubscriber]
const senders = [Dealer, Pair, Publisher, Push, Reply, Request, Router, Stream, XPublisher, XSubscriber]

describe('socket classes', () => {
  for (const Class of Object.values(classes)) {
    it(`${Class.name} has the methods that its type can use, and no others`, () => {
      using socket = new Class()
      for (const name of [
        'receive',
        'tryReceive',
        'receiveMany',
        'receiveInto',
        'batches',
        Symbol.asyncIterator,
      ]) {
        assert.equal(name in socket, receivers.includes(Class as never), String(name))
      }
      for (const name of ['send', 'trySend', 'sendMany', 'sendJson']) {
        assert.equal(name in socket, senders.includes(Class as never), name)
      }
      for (const name of ['subscribe', 'unsubscribe'])
        assert.equal(name in socket, Class === Subscriber, name)
    })

    it(`${Class.name} takes no options but an object`, () => {
      for (const options of [1, 'x', true, null]) {
        assert.throws(() => new Class(options as never), { code: 'ERR_INVALID_ARG_TYPE' })
      }
    })
  }

  it('have the type numbers of libzmq', () => {
    const types = [
      Pair,
      Publisher,
      Subscriber,
      Request,
      Reply,
      Dealer,
      Router,
      Pull,
      Push,
      XPublisher,
      XSubscriber,
      Stream,
    ]
    types.forEach((Class, type) => {
      using socket = new Class()
      assert.equal(socket.type, type)
    })
  })
})

describe('Pair', () => {
  it('talks both ways', async () => {
    using one = new Pair()
    using other = new Pair()
    await join(one, other)
    await one.send('a')
    assert.deepEqual(texts(await other.receive(wait)), ['a'])
    await other.send(['b', 'c'])
    assert.deepEqual(texts(await one.receive(wait)), ['b', 'c'])
  })
})

describe('Push and Pull', () => {
  it('hand on messages', async () => {
    using push = new Push()
    using pull = new Pull()
    await join(pull, push)
    await push.send(['a', 'b'])
    assert.deepEqual(texts(await pull.receive(wait)), ['a', 'b'])
  })
})

describe('Request and Reply', () => {
  it('take turns', async () => {
    using request = new Request()
    using reply = new Reply()
    await join(reply, request)
    for (const each of ['one', 'two']) {
      await request.send(each)
      await assert.rejects(request.send('out of turn', { timeout: 0 }), { code: /EFSM|EAGAIN/ })
      assert.deepEqual(texts(await reply.receive(wait)), [each])
      await reply.send(`re: ${each}`)
      assert.deepEqual(texts(await request.receive(wait)), [`re: ${each}`])
    }
  })

  it('serves many requests at once in order', async () => {
    using reply = new Reply()
    const endpoint = await reply.bind(address)
    const requests = Array.from({ length: 20 }, () => new Request())
    await Promise.all(
      requests.map(async (each, index) => {
        each.connect(endpoint)
        await each.send(String(index))
      }),
    )
    for (const _ of requests) await reply.send(await reply.receive(wait))
    const answers = await Promise.all(requests.map((each) => each.receive(wait)))
    assert.deepEqual(
      answers.map(String),
      requests.map((_, index) => String(index)),
    )
    for (const each of requests) each.close()
  })
})

describe('Subscriber', () => {
  const subscriptions: [title: string, prefixes: (string | Uint8Array)[], expected: string[]][] = [
    ['all without a prefix', [], ['apple', 'banana', 'end']],
    ['all for an empty one', [''], ['apple', 'banana', 'end']],
    ['what begins with a prefix', ['ap', 'end'], ['apple', 'end']],
    ['a prefix of bytes', [Buffer.from('ba'), Uint8Array.from([101])], ['banana', 'end']],
  ]
  for (const [title, prefixes, expected] of subscriptions) {
    it(`receives ${title}`, async () => {
      using publisher = new XPublisher()
      using subscriber = new Subscriber()
      subscriber.subscribe(...prefixes)
      await join(publisher, subscriber)
      for (const _ of prefixes.length === 0 ? [''] : prefixes) await publisher.receive(wait)
      for (const each of ['apple', 'banana', 'end']) await publisher.send(each)
      const received = []
      do received.push(String(await subscriber.receive(wait)))
      while (received.at(-1) !== 'end')
      assert.deepEqual(received, expected)
    })
  }

  it('tells the publisher when it ends a subscription', async () => {
    using publisher = new XPublisher()
    using subscriber = new Subscriber()
    subscriber.subscribe('a', 'b')
    await join(publisher, subscriber)
    const requests = [await publisher.receive(wait), await publisher.receive(wait)]
    subscriber.unsubscribe('a')
    requests.push(await publisher.receive(wait))
    assert.deepEqual(texts(requests.flat()), ['\x01a', '\x01b', '\x00a'])
  })

  it('changes nothing when one of the prefixes is refused', async () => {
    using publisher = new XPublisher()
    using subscriber = new Subscriber()
    for (const bad of [1, null, undefined, {}, Symbol('x'), new Proxy(Buffer.from('a'), {})]) {
      assert.throws(() => subscriber.subscribe('a', bad as never), {
        code: 'ERR_INVALID_ARG_TYPE',
        message: /prefixes\[1\]/,
      })
      assert.throws(() => subscriber.unsubscribe('a', bad as never), { code: 'ERR_INVALID_ARG_TYPE' })
    }
    subscriber.subscribe('b')
    await join(publisher, subscriber)
    assert.deepEqual(texts(await publisher.receive(wait)), ['\x01b'])
  })

  it('cannot subscribe when it is closed', () => {
    const subscriber = new Subscriber()
    subscriber.close()
    assert.throws(() => subscriber.subscribe('a'), { code: 'EBADF' })
    assert.throws(() => subscriber.unsubscribe('a'), { code: 'EBADF' })
  })
})

describe('Publisher', () => {
  it('sends to all subscribers', async () => {
    using publisher = new XPublisher({ verbosity: 'allSubs' })
    const endpoint = await publisher.bind(address)
    const subscribers = [new Subscriber(), new Subscriber()]
    for (const each of subscribers) {
      each.subscribe()
      each.connect(endpoint)
      await publisher.receive(wait)
    }
    await publisher.send('news')
    for (const each of subscribers) {
      assert.deepEqual(texts(await each.receive(wait)), ['news'])
      each.close()
    }
  })

  it('drops what nobody has subscribed to', async () => {
    using publisher = new Publisher()
    await publisher.bind(address)
    await publisher.send('nobody')
    assert.equal(publisher.writable, true)
  })
})

describe('XPublisher and XSubscriber', () => {
  async function pair(options: ConstructorParameters<typeof XPublisher>[0]) {
    const publisher = new XPublisher(options)
    const subscriber = new XSubscriber()
    await join(publisher, subscriber)
    return { publisher, subscriber }
  }

  async function requestsAfter(verbosity: null | 'allSubs' | 'allSubsUnsubs'): Promise<string[]> {
    using publisher = new XPublisher({ verbosity })
    const endpoint = await publisher.bind(address)
    using one = new XSubscriber()
    using other = new XSubscriber()
    const seen: string[] = []
    const see = async (): Promise<void> => void seen.push(String(await publisher.receive(wait)))
    one.connect(endpoint)
    await one.send('\x01a')
    await see()
    other.connect(endpoint)
    // What is marked is always seen, and comes after what is asked about.
    for (const each of ['\x01a', '\x01mark', '\x00a', '\x00mark']) await other.send(each)
    do await see()
    while (seen.at(-1) !== '\x00mark')
    return seen.filter((each) => each.endsWith('a'))
  }

  it('see each subscription once', async () => assert.deepEqual(await requestsAfter(null), ['\x01a']))
  it('see all subscriptions', async () =>
    assert.deepEqual(await requestsAfter('allSubs'), ['\x01a', '\x01a']))
  it('see all subscriptions and their ends', async () =>
    assert.deepEqual(await requestsAfter('allSubsUnsubs'), ['\x01a', '\x01a', '\x00a']))

  it('welcome subscribers', async () => {
    const { publisher, subscriber } = await pair({ welcomeMessage: 'hello' })
    await subscriber.send('\x01hello')
    await publisher.receive(wait)
    assert.deepEqual(texts(await subscriber.receive(wait)), ['hello'])
    publisher.close()
    subscriber.close()
  })
})

describe('Router', () => {
  it('answers the peer whose id comes first', async () => {
    using router = new Router({ mandatory: true })
    using one = new Dealer({ routingId: 'one' })
    using other = new Dealer({ routingIdBytes: Buffer.from([1, 0, 2]) })
    const endpoint = await router.bind(address)
    one.connect(endpoint)
    other.connect(endpoint)
    await one.send('from one')
    assert.deepEqual(texts(await router.receive(wait)), ['one', 'from one'])
    await other.send('from other')
    const [id, body] = await router.receive(wait)
    assert.deepEqual(id, Buffer.from([1, 0, 2]))
    assert.equal(String(body), 'from other')
    await router.send([Buffer.from([1, 0, 2]), 'to other'])
    assert.deepEqual(texts(await other.receive(wait)), ['to other'])
  })

  it('that is mandatory says when there is no such peer', async () => {
    using router = new Router({ mandatory: true })
    await assert.rejects(router.send(['nobody', 'x']), { code: 'EHOSTUNREACH' })
  })

  it('drops what is for no peer', async () => {
    using router = new Router()
    await router.send(['nobody', 'x'])
  })

  for (const [title, routingId] of [
    ['text', 'peer'],
    ['bytes', Buffer.from([7, 0, 7])],
  ] as const) {
    it(`calls the peer that it connects to by ${title}`, async () => {
      using router = new Router({ mandatory: true, linger: 0 })
      using dealer = new Dealer()
      router.connect(await dealer.bind(address), { routingId })
      await router.send([routingId, 'hello'])
      assert.deepEqual(texts(await dealer.receive(wait)), ['hello'])
    })
  }
})

for (const Class of [Router, Stream]) {
  describe(`${Class.name}.connect`, () => {
    it('gives an id to one peer only', () => {
      using socket = new Class({ linger: 0 })
      socket.connect('tcp://127.0.0.1:1', { routingId: 'peer' })
      assert.throws(() => socket.connect('tcp://127.0.0.1:1', { routingId: 'peer' }), { code: 'EADDRINUSE' })
    })

    for (const [options, code] of [
      [{ routingId: '' }, 'ERR_INVALID_ARG_VALUE'],
      [{ routingId: '\0a' }, 'ERR_INVALID_ARG_VALUE'],
      [{ routingId: 'x'.repeat(256) }, 'ERR_INVALID_ARG_VALUE'],
      [{ routingId: 1 }, 'ERR_INVALID_ARG_TYPE'],
      [{ routingId: null }, 'ERR_INVALID_ARG_TYPE'],
      [null, 'ERR_INVALID_ARG_TYPE'],
      ['peer', 'ERR_INVALID_ARG_TYPE'],
    ] as const) {
      it(`refuses ${JSON.stringify(options)?.slice(0, 30)}`, () => {
        using socket = new Class({ linger: 0 })
        assert.throws(() => socket.connect('tcp://127.0.0.1:1', options as never), { code })
      })
    }

    it('refuses a bad address before it keeps the id', async () => {
      using socket = new Class({ linger: 0 })
      assert.throws(() => socket.connect('nowhere', { routingId: 'peer' }), { code: 'ERR_INVALID_ARG_VALUE' })
      socket.connect('tcp://127.0.0.1:1', { routingId: 'peer' })
    })

    it('needs an open socket', () => {
      const socket = new Class()
      socket.close()
      assert.throws(() => socket.connect('tcp://127.0.0.1:1', { routingId: 'peer' }), { code: 'EBADF' })
    })
  })
}

describe('Stream', () => {
  it('talks to plain TCP', async () => {
    using stream = new Stream()
    const endpoint = new URL(await stream.bind(address))
    const tcp = connectTcp(Number(endpoint.port), endpoint.hostname)
    const [id, nothing] = await stream.receive(wait)
    assert.equal(nothing.length, 0)
    const answer = new Promise<string>((resolve) => tcp.once('data', (data) => resolve(String(data))))
    await stream.send([id, 'hello'])
    assert.equal(await answer, 'hello')
    tcp.write('bye')
    assert.deepEqual(await stream.receive(wait), [id, Buffer.from('bye')])
    const end = new Promise((resolve) => tcp.once('close', resolve))
    await stream.send([id, ''])
    // libzmq closes the connection when the socket is looked at again, as a waiting call does.
    const rest = assert.rejects(stream.receive(wait), { code: 'EAGAIN' })
    await end
    stream.close()
    await rest
  })

  it('that does not notify tells of no connection', async () => {
    using stream = new Stream({ notify: false })
    const endpoint = new URL(await stream.bind(address))
    const tcp = connectTcp(Number(endpoint.port), endpoint.hostname)
    tcp.write('first')
    const [, data] = await stream.receive(wait)
    assert.equal(String(data), 'first')
    const end = new Promise((resolve) => tcp.once('close', resolve))
    tcp.destroy()
    await end
  })
})

describe('options that change what a class does', () => {
  it('conflate keeps the last message only', async () => {
    using pull = new Pull({ conflate: true })
    using push = new Push({ conflate: true })
    await pull.bind('inproc://conflate')
    push.connect('inproc://conflate')
    for (const each of ['1', '2', '3']) await push.send(each)
    assert.deepEqual(texts(await pull.receive(wait)), ['3'])
    assert.equal(pull.tryReceive(), null)
  })

  it('relaxed lets a Request ask again, and correlate drops the late reply', async () => {
    using request = new Request({ relaxed: true, correlate: true })
    using reply = new Reply()
    await join(reply, request)
    await request.send('one')
    assert.deepEqual(texts(await reply.receive(wait)), ['one'])
    await request.send('two')
    await reply.send('re: one')
    assert.deepEqual(texts(await reply.receive(wait)), ['two'])
    await reply.send('re: two')
    assert.deepEqual(texts(await request.receive(wait)), ['re: two'])
  })

  it('probeRouter introduces a Dealer to a Router', async () => {
    using router = new Router()
    using dealer = new Dealer({ routingId: 'me', probeRouter: true })
    await join(router, dealer)
    assert.deepEqual(texts(await router.receive(wait)), ['me', ''])
  })

  it('a small receiveHighWaterMark stops the sender', async () => {
    using pull = new Pull({ receiveHighWaterMark: 2 })
    using push = new Push({ sendHighWaterMark: 2, linger: 0 })
    await pull.bind('inproc://high-water')
    push.connect('inproc://high-water')
    let sent = 0
    while (push.trySend('x')) sent++
    assert.equal(sent, 4)
  })

  it('invertMatching sends what does not match', async () => {
    using publisher = new XPublisher({ invertMatching: true })
    using subscriber = new Subscriber({ invertMatching: true })
    subscriber.subscribe('a')
    await join(publisher, subscriber)
    await publisher.receive(wait)
    for (const each of ['apple', 'banana']) await publisher.send(each)
    assert.deepEqual(texts(await subscriber.receive(wait)), ['banana'])
  })
})
