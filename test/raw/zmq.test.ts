import assert from 'node:assert/strict'
import { C, type Pointer, type Ref, zmq } from '../../src/index.ts'

describe('C.zmq', () => {
  let context: Pointer<'void'> | null
  let opened: Pointer<'void'>[]

  beforeEach(() => {
    context = C.zmq_ctx_new()
    opened = []
  })
  afterEach(() => {
    for (const each of opened) C.zmq_close(each)
    if (context) C.zmq_ctx_term(context)
  })

  function socket(type: number): Pointer<'void'> {
    assert.ok(context)
    const fresh = C.zmq_socket(context, type)
    assert.ok(fresh)
    C.zmq_setsockopt(fresh, zmq.LINGER, Buffer.alloc(4), 4)
    C.zmq_setsockopt(fresh, zmq.RCVTIMEO, Buffer.from(Int32Array.of(5000).buffer), 4)
    opened.push(fresh)
    return fresh
  }

  function pair(): [Pointer<'void'>, Pointer<'void'>] {
    const [one, other] = [socket(zmq.PAIR), socket(zmq.PAIR)]
    assert.equal(C.zmq_bind(one, 'inproc://pair'), 0)
    assert.equal(C.zmq_connect(other, 'inproc://pair'), 0)
    return [one, other]
  }

  it('tells its version', () => {
    const [major, minor, patch]: [Ref<number>, Ref<number>, Ref<number>] = [[0], [0], [0]]
    C.zmq_version(major, minor, patch)
    assert.equal(major[0], 4)
    assert.ok(Number(minor[0]) >= 1 && Number(patch[0]) >= 0)
  })

  it('tells why a call failed', () => {
    assert.ok(context)
    assert.equal(C.zmq_socket(context, 999), null)
    assert.equal(C.zmq_errno(), zmq.EINVAL)
    assert.equal(C.zmq_strerror(zmq.EINVAL), 'Invalid argument')
    assert.equal(C.zmq_bind(socket(zmq.PAIR), 'bogus'), -1)
    assert.equal(C.zmq_errno(), zmq.EINVAL)
  })

  it('gets and sets what a context may have', () => {
    assert.ok(context)
    assert.equal(C.zmq_ctx_set(context, zmq.MAX_SOCKETS, 7), 0)
    assert.equal(C.zmq_ctx_get(context, zmq.MAX_SOCKETS), 7)
    assert.equal(C.zmq_ctx_get(context, zmq.IO_THREADS), zmq.IO_THREADS_DFLT)
    assert.equal(C.zmq_ctx_set(context, zmq.MAX_SOCKETS, -7), -1)
  })

  it('sends and receives bytes', () => {
    const [one, other] = pair()
    assert.equal(C.zmq_send(one, Buffer.from('a\0b'), 3, zmq.SNDMORE), 3)
    assert.equal(C.zmq_send(one, null, 0, 0), 0)
    const memory = Buffer.alloc(8)
    assert.equal(C.zmq_recv(other, memory, 8, 0), 3)
    assert.deepEqual(memory.subarray(0, 3), Buffer.from('a\0b'))
    const more = Buffer.alloc(4)
    assert.equal(C.zmq_getsockopt(other, zmq.RCVMORE, more, [4]), 0)
    assert.equal(more.readInt32LE(), 1)
    assert.equal(C.zmq_recv(other, null, 0, 0), 0)
    assert.equal(C.zmq_recv(other, memory, 8, zmq.DONTWAIT), -1)
    assert.equal(C.zmq_errno(), zmq.EAGAIN)
  })

  it('sends and receives zmq_msg_t', () => {
    const [one, other] = pair()
    const [sent, received] = [Buffer.alloc(zmq.MSG_T_SIZE), Buffer.alloc(zmq.MSG_T_SIZE)]
    assert.equal(C.zmq_msg_init_size(sent, 100), 0)
    assert.equal(C.zmq_msg_send(sent, one, 0), 100)
    assert.equal(C.zmq_msg_init(received), 0)
    assert.equal(C.zmq_msg_recv(received, other, 0), 100)
    assert.equal(C.zmq_msg_size(received), 100)
    assert.equal(C.zmq_msg_more(received), 0)
    assert.equal(C.zmq_msg_close(received), 0)
  })

  it('polls sockets and writes what happened', () => {
    const [one, other] = pair()
    const items = [one, other].map((each) => ({ socket: each, fd: 0, events: zmq.POLLIN, revents: 0 }))
    assert.equal(C.zmq_poll(items, 2, 0), 0)
    C.zmq_send(one, Buffer.from('x'), 1, 0)
    assert.equal(C.zmq_poll(items, 2, 5000), 1)
    assert.deepEqual(
      items.map((each) => each.revents),
      [0, zmq.POLLIN],
    )
  })

  it('encodes and decodes Z85', () => {
    const data = Buffer.from('864fd26fb559f75b', 'hex')
    assert.equal(C.zmq_z85_encode(Buffer.alloc(11), data, 8), 'HelloWorld')
    const decoded = Buffer.alloc(8)
    assert.ok(C.zmq_z85_decode(decoded, 'HelloWorld'))
    assert.deepEqual(decoded, data)
    assert.equal(C.zmq_z85_encode(Buffer.alloc(11), data, 7), null)
    assert.equal(C.zmq_z85_decode(decoded, 'Hell'), null)
  })

  it('makes CURVE keys', function () {
    if (C.zmq_has('curve') !== 1) return this.skip()
    const [publicKey, secretKey, derived] = [Buffer.alloc(41), Buffer.alloc(41), Buffer.alloc(41)]
    assert.equal(C.zmq_curve_keypair(publicKey, secretKey), 0)
    assert.equal(C.zmq_curve_public(derived, secretKey.toString('latin1', 0, 40)), 0)
    assert.deepEqual(derived, publicKey)
  })

  it('counts atomically and measures time', () => {
    const counter = C.zmq_atomic_counter_new()
    C.zmq_atomic_counter_set(counter, 1)
    assert.equal(C.zmq_atomic_counter_inc(counter), 1)
    assert.equal(C.zmq_atomic_counter_dec(counter), 1)
    assert.equal(C.zmq_atomic_counter_value(counter), 1)
    const ref: Ref<Pointer> = [counter]
    C.zmq_atomic_counter_destroy(ref)
    assert.equal(ref[0], null)
    const watch = C.zmq_stopwatch_start()
    assert.ok(C.zmq_stopwatch_intermediate(watch) >= 0)
    assert.ok(C.zmq_stopwatch_stop(watch) >= 0)
  })
})
