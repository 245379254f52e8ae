import assert from 'node:assert/strict'
import { C, type Pointer, zmq } from '../../src/index.ts'

type Loop = Pointer<'zloop_t'>
type Sock = Pointer<'zsock_t'>

describe("C's zloop, as in CZMQ's self-test", () => {
  let loop: Loop
  let input: Sock
  let output: Sock
  let count = 0

  beforeEach(() => {
    // A closed socket may hold its address a little longer
    const endpoint = `inproc://raw-zloop-${++count}`
    output = made(C.zsock_new(zmq.PAIR))
    input = made(C.zsock_new(zmq.PAIR))
    assert.equal(C.zsock_bind(output, '%s', endpoint), 0)
    assert.equal(C.zsock_connect(input, '%s', endpoint), 0)
    loop = C.zloop_new()
  })
  afterEach(() => {
    C.zloop_destroy([loop])
    C.zsock_destroy([input])
    C.zsock_destroy([output])
  })

  function made(sock: Sock | null): Sock {
    assert.ok(sock)
    return sock
  }

  it('calls timers, tickets and readers', () => {
    const calls: string[] = []
    const cancelled = C.zloop_timer(loop, 1000, 1, () => calls.push('cancelled'), null)
    C.zloop_timer(loop, 5, 1, (itself: Loop) => C.zloop_timer_end(itself, cancelled), null)
    C.zloop_timer(loop, 20, 1, () => C.zstr_send(output, 'PING'), null)
    C.zloop_set_ticket_delay(loop, 10_000)
    const tickets = [1, 2, 3].map(() => C.zloop_ticket(loop, () => calls.push('ticket'), null))
    const read = (_: Loop, reader: Sock) => {
      calls.push(String(C.zstr_recv(reader)))
      return -1
    }
    assert.equal(C.zloop_reader(loop, input, read, null), 0)
    C.zloop_reader_set_tolerant(loop, input)
    assert.equal(C.zloop_start(loop), -1)
    for (const each of tickets) C.zloop_ticket_delete(loop, each)
    assert.deepEqual(calls, ['PING'])
  })

  it('stops when CZMQ is told to, unless it is nonstop', () => {
    let calls = 0
    const call = () => {
      calls++
      return -1
    }
    C.zloop_timer(loop, 1, 1, call, null)
    C.zsys_interrupted = 1
    assert.equal(C.zloop_start(loop), 0)
    assert.equal(calls, 0)
    C.zloop_set_nonstop(loop, true)
    assert.equal(C.zloop_start(loop), -1)
    assert.equal(calls, 1)
    C.zsys_interrupted = 0
  })

  it('does not call a reader that a timer has removed', () => {
    let calls = 0
    C.zloop_reader(loop, input, () => calls++, null)
    C.zloop_timer(
      loop,
      0,
      1,
      (itself: Loop) => {
        C.zloop_reader_end(itself, input)
        return -1
      },
      null,
    )
    C.zstr_send(output, 'PING')
    C.zloop_start(loop)
    assert.equal(calls, 0)
  })
})
