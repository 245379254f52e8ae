import assert from 'node:assert/strict'
import {
  liveHandles,
  type Zctx,
  type Zloop,
  type Zsocket,
  zctx,
  zloop,
  zmq,
  zsocket,
  zstr,
} from '../../src/index.ts'

/** What handlers may do to what their loop works with. */
describe('handlers of a zloop', () => {
  let context: Zctx
  let input: Zsocket
  let output: Zsocket
  let loop: Zloop

  beforeEach(() => {
    context = zctx.new()
    input = zsocket.new(context, zmq.PAIR)
    output = zsocket.new(context, zmq.PAIR)
    zsocket.bind(input, 'inproc://zloop')
    zsocket.connect(output, 'inproc://zloop')
    loop = zloop.new()
    zstr.send(output, 'hello')
  })
  afterEach(() => {
    zloop.destroy(loop)
    zctx.destroy(context)
  })

  const WAYS: Record<string, (use: () => unknown) => void> = {
    'a reader': (use) => zloop.reader(loop, input, use),
    'a poller': (use) => zloop.poller(loop, zmq.pollitem({ socket: input }), use),
    'a timer': (use) => void zloop.timer(loop, 0, 0, use),
    'a ticket': (use) => {
      zloop.setTicketDelay(loop, 1)
      zloop.ticket(loop, use)
    },
  }

  for (const [way, handle] of Object.entries(WAYS)) {
    it(`may destroy the loop, in ${way}`, () => {
      let calls = 0
      handle(() => {
        calls++
        zloop.destroy(loop)
      })
      zloop.timer(loop, 20, 0, () => calls++)
      assert.equal(zloop.start(loop), -1)
      assert.equal(calls, 1)
      assert.equal(liveHandles('zloop'), 0)
      assert.throws(() => zloop.start(loop), { code: 'ERR_CZMQ_DESTROYED' })
      assert.equal(zstr.recv(input), 'hello')
    })

    it(`may destroy the socket, in ${way}`, () => {
      zloop.reader(loop, output, () => assert.fail('nothing came'))
      handle(() => zsocket.destroy(context, input))
      zloop.timer(loop, 10, 1, () => -1)
      assert.equal(zloop.start(loop), -1)
      assert.throws(() => zloop.readerEnd(loop, input), { code: 'ERR_CZMQ_DESTROYED' })
    })

    it(`may destroy the context, in ${way}`, () => {
      zloop.reader(loop, output, () => assert.fail('nothing came'))
      handle(() => zctx.destroy(context))
      zloop.timer(loop, 10, 1, () => -1)
      assert.equal(zloop.start(loop), -1)
    })

    it(`may add and end everything, in ${way}`, () => {
      const calls: string[] = []
      handle(() => {
        if (calls.push('first') > 1) return -1
        zloop.readerEnd(loop, input)
        zloop.pollerEnd(loop, zmq.pollitem({ socket: input }))
        zloop.timer(loop, 1, 1, () => void calls.push('timer'))
        zloop.reader(loop, input, () => {
          calls.push(String(zstr.recv(input)))
          zloop.readerEnd(loop, input)
          zloop.timer(loop, 5, 1, () => -1)
        })
        return 0
      })
      assert.equal(zloop.start(loop), -1)
      assert.ok(calls.includes('first'))
    })

    it(`may not start the loop again, in ${way}, but another one`, () => {
      const other = zloop.new()
      zloop.timer(other, 1, 1, () => -1)
      handle(() => {
        assert.throws(() => zloop.start(loop), { code: 'ERR_CZMQ_BUSY' })
        assert.equal(zloop.start(other), -1)
        return -1
      })
      assert.equal(zloop.start(loop), -1)
      zloop.destroy(other)
    })
  }

  it('may end a timer that is due at the same time', () => {
    const calls: number[] = []
    const first = zloop.timer(loop, 1, 1, () => zloop.timerEnd(loop, second))
    const second = zloop.timer(loop, 1, 1, (_, id) => calls.push(id))
    zloop.start(loop)
    assert.deepEqual([calls, first < second], [[], true])
  })

  it('may end a reader that has a message at the same time', () => {
    const other = zsocket.new(context, zmq.PULL)
    const sender = zsocket.new(context, zmq.PUSH)
    zsocket.bind(other, 'inproc://other')
    zsocket.connect(sender, 'inproc://other')
    zstr.send(sender, 'hello')
    zloop.reader(loop, input, () => zsocket.destroy(context, other))
    zloop.reader(loop, other, () => assert.fail('it was destroyed'))
    zloop.timer(loop, 5, 1, () => -1)
    assert.equal(zloop.start(loop), -1)
  })

  it('may destroy the loop that waits for the end of theirs', () => {
    const other = zloop.new()
    zloop.timer(other, 1, 1, () => {
      zloop.destroy(loop)
      return -1
    })
    zloop.timer(loop, 1, 1, () => void zloop.start(other))
    zloop.timer(loop, 1, 1, () => assert.fail('the loop is gone'))
    assert.equal(zloop.start(loop), -1)
    zloop.destroy(other)
  })
})
