import assert from 'node:assert/strict'
import { closeSync, openSync } from 'node:fs'
import { C, type Zctx, type Zsocket, zctx, zmq, zsocket, zstr } from '../../src/index.ts'

describe('zmq.poll', () => {
  let context: Zctx
  let receiver: Zsocket
  let sender: Zsocket

  beforeEach(() => {
    context = zctx.new()
    receiver = zsocket.new(context, zmq.PULL)
    sender = zsocket.new(context, zmq.PUSH)
    zsocket.bind(receiver, 'inproc://poll')
    zsocket.connect(sender, 'inproc://poll')
  })
  afterEach(() => zctx.destroy(context))

  it('answers how many items something happened to, and writes what', () => {
    const items = [
      zmq.pollitem({ socket: receiver }),
      zmq.pollitem({ socket: sender, events: zmq.POLLIN | zmq.POLLOUT }),
    ]
    assert.equal(zmq.poll(items, 0), 1)
    assert.deepEqual(revents(items), [0, zmq.POLLOUT])
    zstr.send(sender, 'hello')
    assert.equal(zmq.poll(items, 1000), 2)
    assert.deepEqual(revents(items), [zmq.POLLIN, zmq.POLLOUT])
    assert.equal(zstr.recv(receiver), 'hello')
    assert.equal(zmq.poll(items.slice(0, 1), 0), 0)
    assert.deepEqual(revents(items), [0, zmq.POLLOUT], 'what was written before is overwritten')
  })

  function revents(items: { revents: number }[]): number[] {
    return items.map((each) => each.revents)
  }

  it('polls descriptors', () => {
    const fd = openSync('/dev/null', 'r')
    const item = zmq.pollitem({ fd })
    assert.deepEqual(item, { socket: null, fd, events: zmq.POLLIN, revents: 0 })
    assert.equal(zmq.poll([item], 1000), 1)
    assert.equal(item.revents, zmq.POLLIN)
    closeSync(fd)
  })

  it('answers 0 at once for nothing, and refuses to wait for it for ever', () => {
    assert.equal(zmq.poll([], 0), 0)
    assert.throws(() => zmq.poll([], -1), { code: 'ERR_INVALID_ARG_VALUE' })
  })

  it('refuses what is no item', () => {
    assert.throws(() => Reflect.apply(zmq.poll, undefined, [{}, 0]), { code: 'ERR_INVALID_ARG_TYPE' })
    assert.throws(() => Reflect.apply(zmq.poll, undefined, [[1], 0]), { code: 'ERR_INVALID_ARG_TYPE' })
    assert.throws(() => Reflect.apply(zmq.pollitem, undefined, [7]), { code: 'ERR_INVALID_ARG_TYPE' })
    assert.throws(() => Reflect.apply(zmq.pollitem, undefined, [{}]), { code: 'ERR_INVALID_ARG_VALUE' })
    assert.throws(() => zmq.pollitem({ fd: -1 }), { code: 'ERR_OUT_OF_RANGE' })
    assert.throws(() => zmq.pollitem({ socket: receiver, events: 16 }), { code: 'ERR_OUT_OF_RANGE' })
  })

  it('refuses a socket that was destroyed, even by the getter of another item', () => {
    const item = zmq.pollitem({ socket: receiver })
    const hostile = {
      socket: null,
      fd: 0,
      revents: 0,
      get events() {
        zsocket.destroy(context, receiver)
        return zmq.POLLIN
      },
    }
    assert.throws(() => zmq.poll([item, hostile], 0), { code: 'ERR_CZMQ_DESTROYED' })
    assert.throws(() => zmq.poll([item], 0), { code: 'ERR_CZMQ_DESTROYED' })
  })

  it('throws EINVAL for a socket that cannot be polled, ETERM when its context is ending', () => {
    const underlying = zctx.underlying(context)
    assert.ok(underlying)
    const draft = C.zmq_socket(underlying, zmq.SERVER)
    assert.throws(() => zmq.poll([zmq.pollitem({ socket: zsocket.wrap(draft) })], 0), {
      code: 'EINVAL',
      syscall: 'zmq_poll',
    })
    C.zmq_close(draft)
    C.zmq_ctx_shutdown(underlying)
    assert.throws(() => zmq.poll([zmq.pollitem({ socket: receiver })], 0), { code: 'ETERM' })
  })
})
