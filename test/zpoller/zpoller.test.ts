import assert from 'node:assert/strict'
import {
  C,
  type Zctx,
  type Zpoller,
  type Zsocket,
  zctx,
  zmq,
  zpoller,
  zsocket,
  zstr,
  zsys,
} from '../../src/index.ts'

describe('zpoller', () => {
  let context: Zctx
  let first: Zsocket
  let second: Zsocket
  let toFirst: Zsocket
  let toSecond: Zsocket

  beforeEach(() => {
    context = zctx.new()
    ;[first, toFirst] = pipeline('inproc://first')
    ;[second, toSecond] = pipeline('inproc://second')
  })
  afterEach(() => zctx.destroy(context))

  function pipeline(address: string): [Zsocket, Zsocket] {
    const receiver = zsocket.new(context, zmq.PULL)
    const sender = zsocket.new(context, zmq.PUSH)
    zsocket.bind(receiver, address)
    zsocket.connect(sender, address)
    return [receiver, sender]
  }

  function polling(readers: Zsocket[], use: (poller: Zpoller) => void): void {
    const poller = zpoller.new(...readers)
    try {
      use(poller)
    } finally {
      zpoller.destroy(poller)
    }
  }

  it('answers the very reader that has a message, and the next one when that was read', () => {
    polling([first, second], (poller) => {
      zstr.send(toSecond, 'two')
      assert.equal(zpoller.wait(poller, 1000), second)
      zstr.send(toFirst, 'one')
      assert.equal(zpoller.wait(poller, 1000), first, 'the one added first wins')
      assert.equal(zstr.recvNowait(first), 'one')
      assert.equal(zpoller.wait(poller, 1000), second)
    })
  })

  it('answers null when the time is over, and says why', () => {
    polling([first], (poller) => {
      assert.equal(zpoller.wait(poller, 0), null)
      assert.equal(zpoller.expired(poller), true)
      assert.equal(zpoller.terminated(poller), false)
      zstr.send(toFirst, 'one')
      assert.equal(zpoller.wait(poller, -1), first)
      assert.equal(zpoller.expired(poller), false)
    })
  })

  it('polls readers over tcp', () => {
    const port = zsocket.bind(first, 'tcp://127.0.0.1:*')
    const sender = zsocket.new(context, zmq.PUSH)
    zsocket.connect(sender, `tcp://127.0.0.1:${port}`)
    polling([second, first], (poller) => {
      zstr.send(sender, 'hello')
      assert.equal(zpoller.wait(poller, 5000), first)
      assert.equal(zstr.recv(first), 'hello')
    })
  })

  it('begins without readers and takes them later', () => {
    polling([], (poller) => {
      zstr.send(toFirst, 'one')
      assert.equal(zpoller.wait(poller, 0), null)
      assert.equal(zpoller.expired(poller), true)
      zpoller.add(poller, first)
      assert.equal(zpoller.wait(poller, 1000), first)
    })
  })

  it('does not poll a reader that was removed, until it is added again', () => {
    polling([first, second], (poller) => {
      zstr.send(toFirst, 'one')
      zpoller.remove(poller, first)
      assert.equal(zpoller.wait(poller, 0), null)
      zpoller.add(poller, first)
      assert.equal(zpoller.wait(poller, 1000), first)
    })
  })

  it('refuses a reader that it has', () => {
    polling([first], (poller) => {
      assert.throws(() => zpoller.add(poller, first), { code: 'ERR_INVALID_ARG_VALUE' })
    })
    assert.throws(() => zpoller.new(first, first), { code: 'ERR_INVALID_ARG_VALUE' })
  })

  it('refuses to remove a reader that it does not have', () => {
    polling([first], (poller) => {
      assert.throws(() => zpoller.remove(poller, second), { code: 'ERR_INVALID_ARG_VALUE' })
    })
  })

  it('refuses to wait for ever without readers', () => {
    polling([], (poller) => {
      assert.throws(() => zpoller.wait(poller, -1), { code: 'ERR_INVALID_ARG_VALUE' })
    })
  })

  it('refuses a socket that cannot be polled', () => {
    const underlying = zctx.underlying(context)
    assert.ok(underlying)
    const pointer = C.zmq_socket(underlying, zmq.SERVER)
    const draft = zsocket.wrap(pointer)
    assert.throws(() => zpoller.new(draft), { code: 'ERR_CZMQ_SOCKET_TYPE', message: /SERVER/ })
    polling([], (poller) => assert.throws(() => zpoller.add(poller, draft), { code: 'ERR_CZMQ_SOCKET_TYPE' }))
    C.zmq_close(pointer)
  })

  it('lets several pollers have the same reader', () => {
    polling([first], (one) => {
      polling([first], (other) => {
        zstr.send(toFirst, 'one')
        assert.equal(zpoller.wait(one, 1000), first)
        assert.equal(zpoller.wait(other, 1000), first)
      })
      assert.equal(zpoller.wait(one, 1000), first, 'the end of the other one changes nothing')
    })
  })

  it('ends its wait when the context of a reader is ended', () => {
    const other = zctx.new()
    const reader = zsocket.new(other, zmq.PULL)
    polling([reader], (poller) => {
      const underlying = zctx.underlying(other)
      assert.ok(underlying)
      C.zmq_ctx_shutdown(underlying)
      assert.equal(zpoller.wait(poller, 1000), null)
      assert.equal(zpoller.terminated(poller), true)
      assert.throws(() => zpoller.new(reader), { code: 'ETERM' })
    })
    zctx.destroy(other)
  })

  describe('when CZMQ was told to stop', () => {
    beforeEach(() => zsys.setInterrupted(true))
    afterEach(() => zsys.setInterrupted(false))

    it('waits no more', () => {
      polling([first], (poller) => {
        zstr.send(toFirst, 'one')
        assert.equal(zpoller.wait(poller, 1000), null)
        assert.equal(zpoller.terminated(poller), true)
        assert.equal(zpoller.expired(poller), false)
        zsys.setInterrupted(false)
        assert.equal(zpoller.wait(poller, 1000), first)
        assert.equal(zpoller.terminated(poller), false)
      })
    })

    it('waits as ever with nonstop', () => {
      polling([first], (poller) => {
        zpoller.setNonstop(poller, true)
        zstr.send(toFirst, 'one')
        assert.equal(zpoller.wait(poller, 1000), first)
        zpoller.setNonstop(poller, false)
        assert.equal(zpoller.wait(poller, 1000), null)
      })
    })
  })
})
