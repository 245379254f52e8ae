import assert from 'node:assert/strict'
import { closeSync, openSync } from 'node:fs'
import { C, type Pointer, zmq } from '../../src/index.ts'
import { allocate } from '../../src/raw/memory.ts'

type Sock = Pointer<'zsock_t'>

describe('C.zpoller', () => {
  let made: Sock[]

  beforeEach(() => {
    made = []
  })
  afterEach(() => {
    for (const each of made) C.zsock_destroy([each])
  })

  function socket(type: number): Sock {
    const fresh = C.zsock_new(type)
    made.push(fresh)
    return fresh
  }

  function pipeline(): [Sock, Sock] {
    const receiver = socket(zmq.PULL)
    const sender = socket(zmq.PUSH)
    const port = C.zsock_bind(receiver, 'tcp://127.0.0.1:*')
    C.zsock_connect(sender, 'tcp://127.0.0.1:%d', port)
    return [receiver, sender]
  }

  function polling(readers: Pointer[], use: (poller: Pointer<'zpoller_t'>) => void): void {
    const [head = null, ...rest] = readers
    const self: [Pointer<'zpoller_t'> | null] = [C.zpoller_new(head, ...rest)]
    assert.ok(self[0])
    use(self[0])
    C.zpoller_destroy(self)
    assert.equal(self[0], null)
    C.zpoller_destroy(self)
  }

  it('answers the zsock that has a message', () => {
    const [receiver, sender] = pipeline()
    polling([socket(zmq.PULL), receiver, null as never], (poller) => {
      C.zstr_send(sender, 'hello')
      assert.equal(C.zpoller_wait(poller, 5000), receiver)
      assert.equal(C.zstr_recv(receiver), 'hello')
      assert.equal(C.zpoller_expired(poller), false)
      assert.equal(C.zpoller_terminated(poller), false)
    })
  })

  it('answers NULL when the time is over', () => {
    polling([socket(zmq.PULL)], (poller) => {
      assert.equal(C.zpoller_wait(poller, 0), null)
      assert.equal(C.zpoller_expired(poller), true)
      assert.equal(C.zpoller_terminated(poller), false)
    })
  })

  it('adds and removes zsocks and libzmq sockets', () => {
    const [receiver, sender] = pipeline()
    const raw = C.zsock_resolve(receiver)
    assert.ok(raw)
    polling([], (poller) => {
      C.zstr_send(sender, 'hello')
      for (const reader of [receiver, raw]) {
        assert.equal(C.zpoller_add(poller, reader), 0)
        assert.equal(C.zpoller_wait(poller, 5000), reader)
        assert.equal(C.zpoller_remove(poller, reader), 0)
        assert.equal(C.zpoller_wait(poller, 0), null)
      }
    })
  })

  it('polls memory with a descriptor in it', () => {
    const file = openSync('/dev/null', 'r')
    const descriptor = allocate(16)
    const scratch = socket(zmq.PULL)
    const raw = C.zsock_resolve(scratch)
    assert.ok(raw)
    C.zsock_set_rcvhwm(scratch, file)
    C.zmq_getsockopt(raw, zmq.RCVHWM, descriptor, [4])
    polling([descriptor], (poller) => assert.equal(C.zpoller_wait(poller, 5000), descriptor))
    closeSync(file)
    C.free(descriptor)
  })

  it('does not remove what it does not have', () => {
    polling([socket(zmq.PULL)], (poller) => {
      assert.equal(C.zpoller_remove(poller, socket(zmq.PULL)), -1)
      assert.equal(C.zmq_errno(), zmq.EINVAL)
    })
  })

  it('is terminated while zsys_interrupted is set, unless it is nonstop', () => {
    const [receiver, sender] = pipeline()
    polling([receiver], (poller) => {
      C.zstr_send(sender, 'hello')
      C.zsys_interrupted = 1
      assert.equal(C.zpoller_wait(poller, 1000), null)
      assert.equal(C.zpoller_terminated(poller), true)
      C.zpoller_set_nonstop(poller, true)
      assert.equal(C.zpoller_wait(poller, 5000), receiver)
      assert.equal(C.zpoller_terminated(poller), false)
      C.zsys_interrupted = 0
    })
  })
})
