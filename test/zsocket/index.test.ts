import assert from 'node:assert/strict'
import { once } from 'node:events'
import { createServer, type Server } from 'node:net'
import { C, type Pointer, zctx, zframe, zsock, zsocket, zstr } from '../../src/index.ts'
import { DEALER, PAIR, PULL, PUSH, REP, ROUTER } from '../../src/raw/generated/constants.ts'

type Zctx = ReturnType<typeof zctx.new>
type Zsocket = ReturnType<typeof zsocket.new>

/** Listens on the port after one that the socket binds. Where another program has that port already, the next is taken. */
async function listenBehind(socket: Zsocket, server: Server): Promise<number> {
  for (;;) {
    const port = zsocket.bind(socket, 'tcp://127.0.0.1:*') + 1
    try {
      await once(server.listen(port, '127.0.0.1'), 'listening')
      return port
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EADDRINUSE') throw error
    }
  }
}

describe('zsocket', () => {
  let context: Zctx
  let sender: Zsocket
  let receiver: Zsocket
  beforeEach(() => {
    context = zctx.new()
    sender = zsocket.new(context, PUSH)
    receiver = zsocket.new(context, PULL)
    for (const each of [sender, receiver]) {
      zsocket.setRcvtimeo(each, 5000)
      zsocket.setSndtimeo(each, 5000)
    }
  })
  afterEach(() => zctx.destroy(context))

  function join(): void {
    zsocket.bind(receiver, 'inproc://here')
    zsocket.connect(sender, 'inproc://here')
  }

  describe('new', () => {
    it('makes a socket of every type', () => {
      const names = [
        'PAIR',
        'PUB',
        'SUB',
        'REQ',
        'REP',
        'DEALER',
        'ROUTER',
        'PULL',
        'PUSH',
        'XPUB',
        'XSUB',
        'STREAM',
      ]
      names.forEach((name, type) => {
        const socket = zsocket.new(context, type)
        assert.deepEqual(
          [zsocket.typeStr(socket), zsocket.type(socket), socket.kind],
          [name, type, 'zsocket'],
        )
      })
    })

    it('refuses types that do not exist', () => {
      for (const type of [-1, 21, 0.5, Number.NaN]) {
        assert.throws(() => zsocket.new(context, type), { name: 'RangeError', code: 'ERR_OUT_OF_RANGE' })
      }
    })
  })

  describe('destroy', () => {
    it('closes the socket once, however often that is asked', () => {
      zsocket.destroy(context, sender)
      zsocket.destroy(context, sender)
      assert.ok(sender.destroyed)
    })

    it('refuses the socket of another context', () => {
      const other = zctx.new()
      assert.throws(() => zsocket.destroy(other, sender), {
        name: 'TypeError',
        code: 'ERR_INVALID_ARG_VALUE',
      })
      assert.ok(!sender.destroyed)
      zctx.destroy(other)
    })

    it('leaves nothing to use', () => {
      zsocket.destroy(context, sender)
      const attempts = [
        () => zsocket.bind(sender, 'inproc://a'),
        () => zsocket.connect(sender, 'inproc://a'),
        () => zsocket.unbind(sender, 'inproc://a'),
        () => zsocket.disconnect(sender, 'inproc://a'),
        () => zsocket.poll(sender, 0),
        () => zsocket.typeStr(sender),
        () => zsocket.sendmem(sender, Buffer.alloc(1)),
        () => zsocket.signal(sender),
        () => zsocket.wait(sender),
        () => zsocket.sndhwm(sender),
        () => zsocket.setSndhwm(sender, 1),
        () => sender.pointer,
      ]
      for (const attempt of attempts)
        assert.throws(attempt, { name: 'CzmqError', code: 'ERR_CZMQ_DESTROYED' })
    })
  })

  describe('wrap', () => {
    it('borrows a socket, which it does not close', () => {
      const foreign = C.zmq_ctx_new()
      const pointer = C.zmq_socket(foreign, PAIR) as Pointer
      const wrapped = zsocket.wrap(pointer)
      assert.equal(zsocket.typeStr(wrapped), 'PAIR')
      wrapped.destroy()
      assert.equal(C.zsocket_type_str(pointer), 'PAIR')
      C.zmq_close(pointer)
      C.zmq_ctx_term(foreign)
    })
  })

  describe('bind', () => {
    it('takes the first dynamic port that is free, and then the next', () => {
      const first = zsocket.bind(receiver, 'tcp://127.0.0.1:*')
      const second = zsocket.bind(receiver, 'tcp://127.0.0.1:*')
      assert.ok(first >= 49152 && second > first && second <= 65535, `${first}, ${second}`)
      assert.equal(zsocket.lastEndpoint(receiver), `tcp://127.0.0.1:${second}`)
    })

    it('skips a port that another program uses', async () => {
      const server = createServer()
      try {
        const used = await listenBehind(receiver, server)
        const next = zsocket.bind(receiver, 'tcp://127.0.0.1:*')
        assert.ok(next > used, `${next}, ${used}`)
      } finally {
        server.close()
      }
    })

    it('answers the port that the system chose', () => {
      const port = zsocket.bind(receiver, 'tcp://127.0.0.1:0')
      assert.equal(zsocket.lastEndpoint(receiver), `tcp://127.0.0.1:${port}`)
    })

    it('answers 0 where there are no ports', () => {
      assert.equal(zsocket.bind(receiver, 'inproc://number:5'), 0)
    })

    it('throws EADDRINUSE when the port is taken', () => {
      const port = zsocket.bind(receiver, 'tcp://127.0.0.1:*')
      const address = `tcp://127.0.0.1:${port}`
      const other = zsocket.new(context, PULL)
      assert.throws(() => zsocket.bind(other, address), { name: 'CzmqError', code: 'EADDRINUSE', address })
    })

    it('throws for what libzmq cannot bind', () => {
      assert.throws(() => zsocket.bind(receiver, 'bogus://here'), { code: 'EPROTONOSUPPORT' })
      assert.throws(() => zsocket.bind(receiver, 'tcp://no-such-device:*'), { code: 'ENODEV' })
    })

    it('takes an endpoint as it is, whatever printf would make of it', () => {
      zsocket.bind(receiver, 'inproc://%s%n%d')
      zsocket.connect(sender, 'inproc://%s%n%d')
      zstr.send(sender, '%s%n')
      assert.equal(zstr.recv(receiver), '%s%n')
    })

    it('refuses what is no endpoint', () => {
      for (const address of ['', 'bogus', '://x', 'inproc://a\0b']) {
        assert.throws(() => zsocket.bind(receiver, address), { code: 'ERR_INVALID_ARG_VALUE' }, address)
        assert.throws(() => zsocket.connect(sender, address), { code: 'ERR_INVALID_ARG_VALUE' }, address)
      }
      assert.throws(() => zsocket.bind(receiver, 'tcp://*:65536'), { code: 'ERR_OUT_OF_RANGE' })
    })

    it('keeps the endpoint of authentication for sockets that can serve it', () => {
      assert.throws(() => zsocket.bind(receiver, 'inproc://zeromq.zap.01'), { code: 'ERR_INVALID_ARG_VALUE' })
      assert.equal(zsocket.bind(zsocket.new(context, REP), 'inproc://zeromq.zap.01'), 0)
    })
  })

  describe('unbind and disconnect', () => {
    it('end what was bound and connected', () => {
      zsocket.bind(receiver, 'tcp://127.0.0.1:*')
      const endpoint = zsocket.lastEndpoint(receiver)
      zsocket.connect(sender, endpoint)
      zsocket.disconnect(sender, endpoint)
      zsocket.unbind(receiver, endpoint)
      assert.throws(() => zsocket.unbind(receiver, endpoint), { name: 'CzmqError', code: 'ENOENT' })
      assert.throws(() => zsocket.disconnect(sender, endpoint), { name: 'CzmqError', code: 'ENOENT' })
    })
  })

  describe('poll', () => {
    it('tells whether there is something to receive', () => {
      join()
      assert.equal(zsocket.poll(receiver, 0), false)
      zstr.send(sender, 'hello')
      assert.equal(zsocket.poll(receiver, 5000), true)
    })

    it('refuses times that are none', () => {
      for (const time of [-2, 0.5, Number.NaN]) {
        assert.throws(() => zsocket.poll(receiver, time), { code: 'ERR_OUT_OF_RANGE' })
      }
    })
  })

  describe('sendmem', () => {
    it('sends bytes as frames', () => {
      join()
      zsocket.sendmem(sender, Buffer.from('one'), zframe.MORE)
      zsocket.sendmem(sender, new Uint8Array(0))
      assert.deepEqual(zstr.recvx(receiver), ['one', ''])
    })

    it('throws EAGAIN when it would block', () => {
      assert.throws(() => zsocket.sendmem(sender, Buffer.alloc(1), zframe.DONTWAIT), { code: 'EAGAIN' })
      zsocket.setSndtimeo(sender, 1)
      assert.throws(() => zsocket.sendmem(sender, Buffer.alloc(1)), { code: 'EAGAIN' })
    })

    it('throws ENOTSUP on a socket that cannot send', () => {
      assert.throws(() => zsocket.sendmem(receiver, Buffer.alloc(1)), { code: 'ENOTSUP' })
    })

    it('refuses flags that do not exist and what is not binary', () => {
      assert.throws(() => zsocket.sendmem(sender, Buffer.alloc(1), 8), { code: 'ERR_OUT_OF_RANGE' })
      assert.throws(() => zsocket.sendmem(sender, 'text' as never), { code: 'ERR_INVALID_ARG_TYPE' })
    })

    it('sends nothing of a buffer that was detached', () => {
      join()
      const detached = new Uint8Array(8)
      structuredClone(detached.buffer, { transfer: [detached.buffer] })
      zsocket.sendmem(sender, detached)
      assert.equal(zstr.recv(receiver), '')
    })
  })

  describe('signal and wait', () => {
    it('are an empty frame', () => {
      join()
      zsocket.signal(sender)
      zsocket.wait(receiver)
      zsocket.signal(sender)
      assert.equal(zstr.recv(receiver), '')
    })

    it('throw when nothing comes or nothing can be sent', () => {
      zsocket.setRcvtimeo(receiver, 1)
      zsocket.setSndtimeo(sender, 1)
      assert.throws(() => zsocket.wait(receiver), { name: 'CzmqError', code: 'EAGAIN' })
      assert.throws(() => zsocket.signal(sender), { name: 'CzmqError', code: 'EAGAIN' })
    })

    it('throw EFSM in the wrong state', () => {
      assert.throws(() => zsocket.signal(zsocket.new(context, REP)), { code: 'EFSM' })
    })
  })

  it('sends to the peer of an identity', () => {
    const [router, dealer] = [zsocket.new(context, ROUTER), zsocket.new(context, DEALER)]
    zsocket.setIdentity(dealer, 'dealer')
    zsocket.setRouterMandatory(router, true)
    zsocket.setRcvtimeo(router, 5000)
    zsocket.bind(router, 'inproc://router')
    zsocket.connect(dealer, 'inproc://router')
    zstr.send(dealer, 'hello')
    assert.equal(zstr.recv(router), 'dealer')
    assert.equal(zsocket.rcvmore(router), 1)
    assert.equal(zstr.recv(router), 'hello')
    assert.throws(() => zsocket.sendmem(router, Buffer.from('nobody'), zframe.MORE), { code: 'EHOSTUNREACH' })
  })

  it('connects to a peer under a routing id', () => {
    const [router, dealer] = [zsocket.new(context, ROUTER), zsocket.new(context, DEALER)]
    zsocket.setRcvtimeo(dealer, 5000)
    zsocket.bind(dealer, 'inproc://dealer')
    zsocket.setConnectRid(router, 'peer')
    zsocket.connect(router, 'inproc://dealer')
    zstr.sendx(router, 'peer', 'hello')
    assert.equal(zstr.recv(dealer), 'hello')
  })

  it('does not take a zsock, nor zsock a zsocket', () => {
    const other = zsock.new(PUSH)
    assert.throws(() => zsocket.sndhwm(other as never), { code: 'ERR_INVALID_ARG_TYPE' })
    assert.throws(() => zsock.sndhwm(sender as never), { code: 'ERR_INVALID_ARG_TYPE' })
    zsock.destroy(other)
  })
})
