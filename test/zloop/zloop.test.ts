import assert from 'node:assert/strict'
import { closeSync, openSync } from 'node:fs'
import {
  C,
  type Zctx,
  type Zloop,
  type Zsocket,
  zctx,
  zloop,
  zmq,
  zsocket,
  zstr,
  zsys,
} from '../../src/index.ts'

describe('zloop', () => {
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
  })
  afterEach(() => {
    zloop.destroy(loop)
    zctx.destroy(context)
  })

  it("passes CZMQ's self-test: timers, tickets and a reader", () => {
    const calls: string[] = []
    const cancelled = zloop.timer(loop, 1000, 1, () => calls.push('cancelled'))
    zloop.timer(loop, 5, 1, () => zloop.timerEnd(loop, cancelled))
    zloop.timer(loop, 20, 1, () => zstr.send(output, 'PING'))
    zloop.setTicketDelay(loop, 10_000)
    const tickets = [1, 2, 3].map(() => zloop.ticket(loop, () => calls.push('ticket')))
    zloop.reader(loop, input, (_, socket) => {
      calls.push(String(zstr.recv(socket)))
      return -1
    })
    zloop.readerSetTolerant(loop, input)
    assert.equal(zloop.start(loop), -1)
    for (const each of tickets) zloop.ticketDelete(loop, each)
    assert.deepEqual(calls, ['PING'])
  })

  it("passes CZMQ's self-test: the flag that tells CZMQ to stop, and a loop that goes on", () => {
    let calls = 0
    zloop.timer(loop, 1, 1, () => {
      calls++
      return -1
    })
    zsys.setInterrupted(true)
    try {
      assert.equal(zloop.start(loop), 0)
      assert.equal(calls, 0)
      zloop.setNonstop(loop, true)
      assert.equal(zloop.start(loop), -1)
      assert.equal(calls, 1)
    } finally {
      zsys.setInterrupted(false)
    }
  })

  it("passes CZMQ's self-test: a reader that a timer removes is not called", () => {
    let calls = 0
    zloop.reader(loop, input, () => calls++)
    zloop.timer(loop, 0, 1, () => zloop.readerEnd(loop, input))
    zloop.timer(loop, 20, 1, () => -1)
    zstr.send(output, 'PING')
    zloop.start(loop)
    assert.equal(calls, 0)
  })

  it('gives handlers the loop and the very socket', () => {
    zstr.send(output, 'hello')
    zloop.reader(loop, input, (itself, socket) => {
      assert.equal(itself, loop)
      assert.equal(socket, input)
      return false
    })
    assert.equal(zloop.start(loop), -1)
  })

  it('ends by itself when nothing is left', () => {
    assert.equal(zloop.start(loop), 0)
    let calls = 0
    zloop.timer(loop, 1, 3, () => calls++)
    assert.equal(zloop.start(loop), 0)
    assert.equal(calls, 3)
    zloop.reader(loop, input, () => zloop.readerEnd(loop, input))
    zstr.send(output, 'hello')
    assert.equal(zloop.start(loop), 0)
  })

  it('calls timers in the order of their times, and those of the same time as they were made', () => {
    const calls: number[] = []
    for (const delay of [30, 0, 10, 0, 20]) zloop.timer(loop, delay, 1, (_, id) => calls.push(id))
    zloop.start(loop)
    assert.deepEqual(calls, [2, 4, 3, 5, 1])
  })

  it('does not call a timer early', () => {
    const before = performance.now()
    zloop.timer(loop, 50, 2, () => {})
    zloop.start(loop)
    assert.ok(performance.now() - before >= 100)
  })

  it('calls a timer of 0 times until it ends itself, and readers between', () => {
    let calls = 0
    zloop.reader(loop, input, (_, socket) => void zstr.recv(socket))
    zloop.timer(loop, 0, 0, (itself, id) => {
      zstr.send(output, String(calls))
      if (++calls === 100) zloop.timerEnd(itself, id)
      if (calls === 100) zloop.timer(itself, 20, 1, () => -1)
    })
    assert.equal(zloop.start(loop), -1)
    assert.equal(calls, 100)
    assert.equal(zstr.recvNowait(input), null)
  })

  it('starts again, and delays begin anew', () => {
    let calls = 0
    const count = () => {
      calls++
      return -1
    }
    zloop.timer(loop, 5, 2, count)
    assert.deepEqual([zloop.start(loop), zloop.start(loop), zloop.start(loop)], [-1, -1, 0])
    assert.equal(calls, 2)
  })

  it('throws what a handler throws, and can go on', () => {
    const error = new RangeError('from a handler')
    zloop.reader(loop, input, () => {
      throw error
    })
    zstr.send(output, 'hello')
    assert.throws(() => zloop.start(loop), error)
    assert.throws(() => zloop.start(loop), error)
    assert.equal(zstr.recv(input), 'hello')
    zloop.timer(loop, 0, 1, () => -1)
    assert.equal(zloop.start(loop), -1)
  })

  it('refuses async handlers, of which nobody would see the end', () => {
    zloop.timer(loop, 0, 1, async () => {})
    assert.throws(() => zloop.start(loop), { code: 'ERR_INVALID_ARG_TYPE' })
  })

  it('has many thousand timers and tickets', () => {
    let calls = 0
    zloop.setTicketDelay(loop, 1)
    for (let each = 0; each < 20_000; each++) zloop.timer(loop, each % 50, 1, () => calls++)
    for (let each = 0; each < 20_000; each++) zloop.ticket(loop, () => calls++)
    assert.equal(zloop.start(loop), 0)
    assert.equal(calls, 40_000)
  }).timeout(10_000)

  it('makes one timer after the other, more than C has room for callbacks', () => {
    let calls = 0
    const again = () => void (++calls < 20_000 && zloop.timer(loop, 0, 1, again))
    zloop.timer(loop, 0, 1, again)
    zloop.start(loop)
    assert.equal(calls, 20_000)
  }).timeout(10_000)

  it('takes several readers of one socket, and ends them together', () => {
    const calls: string[] = []
    for (const name of ['one', 'two'])
      zloop.reader(loop, input, (_, socket) => void calls.push(`${name} ${zstr.recvNowait(socket)}`))
    zstr.send(output, 'a')
    zstr.send(output, 'b')
    zloop.timer(loop, 20, 1, () => -1)
    zloop.start(loop)
    assert.deepEqual(calls, ['one a', 'two b'])
    zloop.readerEnd(loop, input)
    assert.equal(zloop.start(loop), 0)
    zloop.readerEnd(loop, input)
  })

  it('polls sockets for writing, and readers come first', () => {
    const calls: unknown[] = []
    const item = zmq.pollitem({ socket: output, events: zmq.POLLOUT | zmq.POLLIN })
    zloop.poller(loop, item, (_, got) => {
      calls.push(got.socket, got.revents)
      return -1
    })
    zloop.reader(loop, input, (_, socket) => void calls.push(zstr.recv(socket)))
    zstr.send(output, 'hello')
    zloop.start(loop)
    assert.deepEqual(calls, ['hello', output, zmq.POLLOUT])
    zloop.pollerEnd(loop, item)
    zloop.readerEnd(loop, input)
    assert.equal(zloop.start(loop), 0)
  })

  it('polls descriptors', () => {
    const fd = openSync('/dev/null', 'r')
    zloop.poller(loop, zmq.pollitem({ fd }), (itself, item) => {
      assert.deepEqual(item, { socket: null, fd, events: zmq.POLLIN, revents: zmq.POLLIN })
      zloop.pollerEnd(itself, item)
    })
    assert.equal(zloop.start(loop), 0)
    closeSync(fd)
  })

  it('calls the handler of a broken descriptor once, unless it is tolerated', () => {
    const item = zmq.pollitem({ fd: openSync('/dev/null', 'r') })
    closeSync(item.fd)
    let calls = 0
    zloop.poller(loop, item, (_, { revents }) => {
      assert.equal(revents, zmq.POLLERR)
      return ++calls === 5 ? -1 : 0
    })
    assert.equal(zloop.start(loop), 0)
    assert.equal(calls, 1)
    zloop.poller(loop, item, () => (++calls === 5 ? -1 : 0))
    zloop.pollerSetTolerant(loop, item)
    assert.equal(zloop.start(loop), -1)
    assert.equal(calls, 5)
  })

  it('ends when the context of a socket is ending', () => {
    const other = zctx.new()
    zloop.reader(loop, zsocket.new(other, zmq.PULL), () => 0)
    const underlying = zctx.underlying(other)
    assert.ok(underlying)
    zloop.timer(loop, 5, 1, () => void C.zmq_ctx_shutdown(underlying))
    assert.equal(zloop.start(loop), 0)
    zctx.destroy(other)
  })

  it('calls a ticket once, after its delay, from the last time it was reset', () => {
    const calls: number[] = []
    zloop.setTicketDelay(loop, 40)
    const first = zloop.ticket(loop, (_, id) => calls.push(id))
    const second = zloop.ticket(loop, (_, id) => calls.push(id))
    const third = zloop.ticket(loop, (_, id) => calls.push(id))
    zloop.timer(loop, 20, 1, () => {
      zloop.ticketReset(loop, first)
      zloop.ticketDelete(loop, third)
    })
    assert.equal(zloop.start(loop), 0)
    assert.deepEqual(calls, [second, first])
    assert.throws(() => zloop.ticketReset(loop, first), { code: 'ERR_CZMQ_DESTROYED' })
    assert.throws(() => zloop.ticketReset(loop, third), { code: 'ERR_CZMQ_DESTROYED' })
    zloop.ticketDelete(loop, first)
  })

  it('refuses tickets before their delay is set, and mixing them up with timers', () => {
    assert.throws(() => zloop.ticket(loop, () => 0), { code: 'ERR_INVALID_ARG_VALUE' })
    zloop.setTicketDelay(loop, 5)
    const ticket = zloop.ticket(loop, () => 0)
    const timer = zloop.timer(loop, 5, 1, () => 0)
    assert.throws(() => zloop.timerEnd(loop, ticket), { code: 'ERR_INVALID_ARG_VALUE' })
    assert.throws(() => zloop.ticketReset(loop, timer), { code: 'ERR_INVALID_ARG_VALUE' })
    assert.throws(() => zloop.ticketDelete(loop, timer), { code: 'ERR_INVALID_ARG_VALUE' })
    for (const delay of [0, -1, 2 ** 31, 0.5])
      assert.throws(() => zloop.setTicketDelay(loop, delay), { code: 'ERR_OUT_OF_RANGE' })
  })

  it('makes no more timers than it may', () => {
    zloop.setMaxTimers(loop, 2)
    const first = zloop.timer(loop, 0, 1, () => 0)
    zloop.timer(loop, 0, 1, () => 0)
    assert.throws(() => zloop.timer(loop, 0, 1, () => 0), { code: 'ENOBUFS', syscall: 'zloop_timer' })
    zloop.timerEnd(loop, first)
    zloop.timer(loop, 0, 1, () => 0)
    zloop.start(loop)
    zloop.timer(loop, 0, 1, () => 0)
  })

  it('refuses delays and numbers that C cannot hold', () => {
    for (const value of [-1, 0.5, 2 ** 31, Number.NaN]) {
      assert.throws(() => zloop.timer(loop, value, 1, () => 0), { code: 'ERR_OUT_OF_RANGE' })
      assert.throws(() => zloop.timer(loop, 1, value, () => 0), { code: 'ERR_OUT_OF_RANGE' })
      assert.throws(() => zloop.setMaxTimers(loop, value), { code: 'ERR_OUT_OF_RANGE' })
    }
    zloop.timer(loop, 2 ** 31 - 1, 2 ** 31 - 1, () => 0)
    zloop.timer(loop, 5, 1, () => -1)
    assert.equal(zloop.start(loop), -1)
  })

  it('refuses a socket that cannot be polled', () => {
    const underlying = zctx.underlying(context)
    assert.ok(underlying)
    const pointer = C.zmq_socket(underlying, zmq.SERVER)
    const draft = zsocket.wrap(pointer)
    assert.throws(() => zloop.reader(loop, draft, () => 0), { code: 'ERR_CZMQ_SOCKET_TYPE' })
    assert.equal(zloop.start(loop), 0)
    C.zmq_close(pointer)
  })
})
