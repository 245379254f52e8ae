import assert from 'node:assert/strict'
import { createSocket, type Socket as UdpSocket } from 'node:dgram'
import { once } from 'node:events'
import {
  C,
  capability,
  Datagram,
  Proxy as Forwarder,
  Push,
  toReadable,
  zctx,
  zmq,
  zsock,
  zsocket,
} from '../../src/index.ts'
import { runCode } from '../helpers/child.ts'
import { closeAll, codeOf, open, upTo } from './ends.ts'

describe('Datagram', () => {
  before(function () {
    if (!capability.draft) this.skip()
  })
  const sockets: UdpSocket[] = []
  afterEach(() => {
    closeAll()
    for (const each of sockets.splice(0)) each.close()
  })

  /** A UDP socket of Node's own. */
  async function stranger(): Promise<[UdpSocket, address: string]> {
    const socket = createSocket('udp4')
    sockets.push(socket)
    socket.bind(0, '127.0.0.1')
    await once(socket, 'listening')
    return [socket, `127.0.0.1:${socket.address().port}`]
  }

  it('talks to its like', async () => {
    const [left, right] = [open(new Datagram()), open(new Datagram())]
    const endpoints = [await left.bind('udp://127.0.0.1:*'), await right.bind('udp://127.0.0.1:*')]
    assert.match(endpoints.join(), /^udp:\/\/127\.0\.0\.1:\d+,udp:\/\/127\.0\.0\.1:\d+$/)
    await left.send([String(endpoints[1]).slice(6), 'hello'])
    const [address, data] = await right.receive()
    assert.equal(`udp://${String(address).replace('\0', '')}`, endpoints[0])
    assert.equal(String(data), 'hello')
    await right.send([address, data])
    assert.equal(String((await left.receive())[1]), 'hello')
  })

  it('talks to programs that know nothing of ZeroMQ', async () => {
    const datagram = open(new Datagram())
    const endpoint = await datagram.bind('udp://127.0.0.1:*')
    const [peer, address] = await stranger()
    peer.send(Buffer.from([255, 0, 128]), Number(endpoint.split(':').at(-1)), '127.0.0.1')
    const [from, data] = await datagram.receive()
    assert.deepEqual([String(from), [...data]], [`${address}\0`, [255, 0, 128]])
    const heard = once(peer, 'message')
    assert.equal(datagram.trySend([address, Buffer.alloc(8192, 1)]), true)
    assert.deepEqual((await heard)[0], Buffer.alloc(8192, 1))
    const json = once(peer, 'message')
    await datagram.sendJson({ a: 1 }, { frames: [address] })
    assert.equal(String((await json)[0]), '{"a":1}')
    const many: string[] = []
    const all = new Promise<void>((resolve) => {
      peer.on('message', (message) => {
        if (many.push(String(message)) === 3) resolve()
      })
    })
    await datagram.sendMany(upTo(3).map((index): [string, string] => [address, `${index}`]))
    await all
    assert.deepEqual(many, ['0', '1', '2'])
  })

  it('takes empty datagrams, and cuts those that libzmq has no room for', async () => {
    const datagram = open(new Datagram())
    const port = Number((await datagram.bind('udp://127.0.0.1:*')).split(':').at(-1))
    const [peer] = await stranger()
    for (const size of [0, 8192, 9000]) {
      peer.send(Buffer.alloc(size), port, '127.0.0.1')
      assert.equal((await datagram.receive())[1].length, Math.min(size, 8192))
    }
  })

  it('is refused what libzmq would copy behind the end of its memory', async () => {
    const datagram = open(new Datagram())
    await datagram.bind('udp://127.0.0.1:*')
    const [, address] = await stranger()
    assert.equal(await codeOf(datagram.send([address, Buffer.alloc(8193)])), 'EMSGSIZE')
    assert.throws(() => datagram.trySend([address, 'ä'.repeat(4097)]), { code: 'EMSGSIZE' })
    assert.equal(await codeOf(datagram.send([address, 'x'])), undefined)
  })

  it('cannot send before it is bound', async () => {
    const datagram = open(new Datagram())
    assert.equal(await codeOf(datagram.send(['127.0.0.1:5555', 'x'])), 'ENOTCONN')
    assert.throws(() => datagram.trySend(['127.0.0.1:5555', 'x']), { code: 'ENOTCONN' })
    await datagram.bind('udp://127.0.0.1:*')
    const [peer, address] = await stranger()
    const heard = once(peer, 'message')
    await datagram.send([address, 'now'])
    assert.equal(String((await heard)[0]), 'now')
  })

  it('refuses messages that are no address and data', async () => {
    const datagram = open(new Datagram())
    await datagram.bind('udp://127.0.0.1:*')
    for (const message of ['x', null, 5, new Uint8Array(3)])
      assert.equal(await codeOf(datagram.send(message as never)), 'ERR_INVALID_ARG_TYPE')
    for (const message of [[], ['127.0.0.1:5'], ['127.0.0.1:5', 'a', 'b']])
      assert.equal(await codeOf(datagram.send(message as never)), 'ERR_INVALID_ARG_VALUE')
    for (const address of [
      '',
      'localhost:5',
      '1.2.3:5',
      '256.1.1.1:5',
      '1.2.3.4:0',
      '1.2.3.4:65536',
      '[::1]:5',
    ])
      assert.throws(() => datagram.trySend([address, 'x']), { code: 'ERR_INVALID_ARG_VALUE' })
    assert.throws(() => datagram.trySend([5, 'x']), { code: 'ERR_INVALID_ARG_TYPE' })
    assert.equal(await codeOf(datagram.send(['1.2.3.4:5', {} as never])), 'ERR_INVALID_ARG_TYPE')
    assert.equal(await codeOf(datagram.sendJson(1)), 'ERR_INVALID_ARG_VALUE')
  })

  it('says why it cannot be bound', async () => {
    const [peer, address] = await stranger()
    assert.equal(await codeOf(open(new Datagram()).bind(`udp://${address}`)), 'EADDRINUSE')
    for (const [place, code] of [
      ['udp://192.0.2.1:5555', 'EADDRNOTAVAIL'],
      ['udp://no-such-interface:5555', 'ENODEV'],
      ['udp://[::1]:5555', 'ENODEV'],
      ['tcp://127.0.0.1:*', 'ERR_INVALID_ARG_VALUE'],
      ['udp://127.0.0.1', 'ERR_INVALID_ARG_VALUE'],
      ['udp://127.0.0.1:65536', 'ERR_OUT_OF_RANGE'],
    ] as const) {
      assert.equal(await codeOf(open(new Datagram()).bind(place)), code, place)
    }
    assert.equal(await codeOf(open(new Datagram({ ipv6: true })).bind('udp://127.0.0.1:*')), 'ENOTSUP')
    const datagram = open(new Datagram())
    await datagram.bind('udp://127.0.0.1:*')
    assert.equal(await codeOf(datagram.bind('udp://127.0.0.1:*')), 'EBUSY')
    assert.throws(() => datagram.connect('udp://127.0.0.1:5555'), { code: 'ENOTSUP' })
    peer.unref()
  })

  it('can be bound to an interface and a multicast group', async () => {
    const [left, right] = [open(new Datagram()), open(new Datagram())]
    const endpoint = await left.bind('udp://lo:*')
    await right.bind('udp://127.0.0.1;239.255.7.7:*')
    await right.send([`127.0.0.1:${endpoint.split(':').at(-1)}`, 'over lo'])
    assert.equal(String((await left.receive())[1]), 'over lo')
  })

  it('goes on after the system has refused a datagram', async () => {
    const outcome = await runCode(
      `import { Datagram } from '$src/index.ts'
      const [left, right] = [new Datagram(), new Datagram()]
      await left.bind('udp://127.0.0.1:*')
      const address = (await right.bind('udp://127.0.0.1:*')).slice(6)
      let heard = 0
      right.receive().then(() => heard++)
      for (const far of ['255.255.255.254:5', '0.0.0.1:5', '240.0.0.1:5']) await left.send([far, 'x'])
      for (let round = 0; heard === 0 && round < 200; round++) {
        await left.send([address, 'still there'])
        await new Promise((resolve) => setTimeout(resolve, 10))
      }
      console.log(heard)
      left.close()
      right.close()`,
    )
    assert.deepEqual(outcome, { code: 0, signal: null, stdout: '1\n', stderr: '' })
  })

  it('is kept from what would end the process', () => {
    const datagram = open(new Datagram())
    assert.throws(() => datagram.handle, { code: 'ENOTSUP' })
    assert.throws(() => new Forwarder(datagram, open(new Push())), { code: 'ERR_INVALID_ARG_TYPE' })
    using context = zctx.new()
    assert.throws(() => zsocket.new(context, zmq.DGRAM), { code: 'ENOTSUP', message: /Datagram/ })
    assert.throws(() => zsock.new(zmq.DGRAM), { code: 'ENOTSUP' })
    assert.equal(C.zmq_has('draft'), 1)
  })

  it('is a stream of addresses and data', async () => {
    const datagram = open(new Datagram())
    const port = Number((await datagram.bind('udp://127.0.0.1:*')).split(':').at(-1))
    const [peer, address] = await stranger()
    peer.send('in a stream', port, '127.0.0.1')
    for await (const message of toReadable(datagram)) {
      assert.deepEqual((message as Buffer[]).map(String), [`${address}\0`, 'in a stream'])
      break
    }
  })

  it('ends what waits when it is closed', async () => {
    const datagram = open(new Datagram())
    await datagram.bind('udp://127.0.0.1:*')
    const waiting = codeOf(datagram.receive())
    await assert.rejects(datagram.receive({ signal: AbortSignal.timeout(10) }), { name: 'TimeoutError' })
    datagram.close()
    assert.equal(await waiting, 'EAGAIN')
    assert.equal(await codeOf(datagram.send(['127.0.0.1:5', 'x'])), 'EBADF')
  })
})
