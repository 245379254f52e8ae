import assert from 'node:assert/strict'
import { C, type Pointer, zctx, zsock, zsocket, zstr } from '../../src/index.ts'
import { IO_THREADS, MAX_SOCKETS, PULL, PUSH } from '../../src/raw/generated/constants.ts'
import { runCode } from '../helpers/child.ts'

type Zctx = ReturnType<typeof zctx.new>

describe('zctx', () => {
  let context: Zctx
  beforeEach(() => {
    context = zctx.new()
  })
  afterEach(() => zctx.destroy(context))

  function underlying(of: Zctx): Pointer {
    const found = zctx.underlying(of)
    assert.ok(found)
    return found
  }

  it('makes the 0MQ context with the first socket', () => {
    assert.equal(zctx.underlying(context), null)
    zsocket.new(context, PUSH)
    assert.equal(typeof zctx.underlying(context), 'bigint')
  })

  it('makes the 0MQ context with the first shadow, which shares it', () => {
    const shadow = zctx.shadow(context)
    assert.equal(zctx.underlying(shadow), underlying(context))
    zctx.destroy(shadow)
  })

  it('is destroyed once, however often that is asked', () => {
    zctx.destroy(context)
    zctx.destroy(context)
    context.destroy()
    assert.ok(context.destroyed)
  })

  it('closes its sockets when it is destroyed', () => {
    const socket = zsocket.new(context, PUSH)
    zctx.destroy(context)
    assert.ok(socket.destroyed)
    assert.throws(() => zsocket.poll(socket, 0), { code: 'ERR_CZMQ_DESTROYED' })
  })

  it('cannot be used when it is destroyed', () => {
    zctx.destroy(context)
    const attempts = [
      () => zctx.shadow(context),
      () => zctx.setLinger(context, 1),
      () => zctx.setIothreads(context, 1),
      () => zctx.setPipehwm(context, 1),
      () => zctx.setSndhwm(context, 1),
      () => zctx.setRcvhwm(context, 1),
      () => zctx.underlying(context),
      () => zsocket.new(context, PUSH),
    ]
    for (const attempt of attempts) assert.throws(attempt, { name: 'CzmqError', code: 'ERR_CZMQ_DESTROYED' })
  })

  it('ends its shadows, too', () => {
    const shadow = zctx.shadow(context)
    const socket = zsocket.new(shadow, PUSH)
    zctx.destroy(context)
    assert.ok(shadow.destroyed && socket.destroyed)
  })

  it('gives sockets 1000 as high-water marks', () => {
    const socket = zsocket.new(context, PUSH)
    assert.deepEqual([zsocket.sndhwm(socket), zsocket.rcvhwm(socket)], [1000, 1000])
  })

  it('gives its high-water marks to sockets made afterwards, and to those of a shadow', () => {
    const before = zsocket.new(context, PUSH)
    zctx.setSndhwm(context, 7)
    zctx.setRcvhwm(context, 8)
    zctx.setPipehwm(context, 9)
    const shadow = zctx.shadow(context)
    for (const each of [zsocket.new(context, PUSH), zsocket.new(shadow, PUSH)]) {
      assert.deepEqual([zsocket.sndhwm(each), zsocket.rcvhwm(each)], [7, 8])
    }
    assert.equal(zsocket.sndhwm(before), 1000)
  })

  it('takes the number of I/O threads before the first socket', () => {
    zctx.setIothreads(context, 2)
    zsocket.new(context, PUSH)
    zctx.setIothreads(context, 5)
    assert.equal(C.zmq_ctx_get(underlying(context), IO_THREADS), 2)
  })

  it('has inproc endpoints of its own', () => {
    const other = zctx.new()
    const [here, there] = [zsocket.new(context, PULL), zsocket.new(other, PULL)]
    const sender = zsocket.new(other, PUSH)
    zsocket.bind(here, 'inproc://private')
    zsocket.bind(there, 'inproc://private')
    zsocket.connect(sender, 'inproc://private')
    zstr.send(sender, 'hello')
    zsocket.setRcvtimeo(there, 5000)
    assert.equal(zstr.recv(there), 'hello')
    assert.equal(zstr.recvNowait(here), null)
    zctx.destroy(other)
  })

  it('shares inproc endpoints with its shadow, whose end closes its own sockets only', () => {
    const shadow = zctx.shadow(context)
    const [receiver, sender] = [zsocket.new(context, PULL), zsocket.new(shadow, PUSH)]
    zsocket.setRcvtimeo(receiver, 5000)
    zsocket.bind(receiver, 'inproc://shared')
    zsocket.connect(sender, 'inproc://shared')
    zstr.send(sender, 'hello')
    assert.equal(zstr.recv(receiver), 'hello')
    zctx.destroy(shadow)
    assert.deepEqual([sender.destroyed, receiver.destroyed], [true, false])
    assert.equal(zsocket.type(receiver), PULL)
  })

  it('wraps a foreign 0MQ context, which it does not terminate', () => {
    const foreign = C.zmq_ctx_new()
    const wrapped = zctx.shadowZmqCtx(foreign)
    zsocket.new(wrapped, PUSH)
    assert.equal(zctx.underlying(wrapped), foreign)
    zctx.destroy(wrapped)
    assert.equal(C.zmq_ctx_get(foreign, IO_THREADS), 1)
    C.zmq_ctx_term(foreign)
  })

  it('throws EMFILE when the context has all the sockets it may have', () => {
    zsocket.new(context, PUSH)
    const limited = C.zmq_ctx_new()
    C.zmq_ctx_set(limited, MAX_SOCKETS, 2)
    const wrapped = zctx.shadowZmqCtx(limited)
    zsocket.new(wrapped, PUSH)
    zsocket.new(wrapped, PUSH)
    assert.throws(() => zsocket.new(wrapped, PUSH), {
      name: 'CzmqError',
      code: 'EMFILE',
      syscall: 'zmq_socket',
    })
    zctx.destroy(wrapped)
    C.zmq_ctx_term(limited)
  })

  it('throws ETERM for sockets of a 0MQ context that is ending', () => {
    const foreign = C.zmq_ctx_new()
    const wrapped = zctx.shadowZmqCtx(foreign)
    const socket = zsocket.new(wrapped, PUSH)
    C.zmq_ctx_shutdown(foreign)
    assert.throws(() => zsocket.new(wrapped, PUSH), { code: 'ETERM' })
    assert.equal(zsocket.poll(socket, 0), false)
    assert.throws(() => zsocket.setSndhwm(socket, 5), { code: 'ETERM' })
    assert.throws(() => zsocket.lastEndpoint(socket), { code: 'ETERM' })
    zctx.destroy(wrapped)
    C.zmq_ctx_term(foreign)
  })

  it('reaches the process-wide context, where a zsock can be spoken to by inproc', () => {
    const global = zctx.global()
    const receiver = zsock.newPull('@inproc://global-meeting')
    const sender = zsocket.new(global, PUSH)
    zsock.setRcvtimeo(receiver, 5000)
    zsocket.connect(sender, 'inproc://global-meeting')
    zstr.send(sender, 'hello')
    assert.equal(zstr.recv(receiver), 'hello')
    zsocket.destroy(global, sender)
    zsock.destroy(receiver)
    zctx.destroy(global)
    assert.ok(zctx.global().pointer)
  })

  it('lets its linger win over that of a socket', async () => {
    const outcome = await runCode(`
      import { zctx, zsocket, zstr } from '$src/index.ts'
      const context = zctx.new()
      const socket = zsocket.new(context, ${PUSH})
      zsocket.setLinger(socket, -1)
      zsocket.connect(socket, 'tcp://127.0.0.1:1')
      zstr.send(socket, 'never sent')
      zctx.destroy(context)
      console.log('done')`)
    assert.deepEqual(outcome, { code: 0, signal: null, stdout: 'done\n', stderr: '' })
  })

  it('waits as long as its linger says for a message that nobody receives', () => {
    zctx.setLinger(context, 100)
    const socket = zsocket.new(context, PUSH)
    zsocket.setLinger(socket, 0)
    zsocket.connect(socket, 'tcp://127.0.0.1:1')
    zstr.send(socket, 'never sent')
    const start = performance.now()
    zctx.destroy(context)
    assert.ok(performance.now() - start >= 90)
  })

  it('lets the process end when sockets of the process-wide context are left open', async () => {
    const outcome = await runCode(`
      import { zctx, zsocket } from '$src/index.ts'
      const socket = zsocket.new(zctx.global(), ${PULL})
      zsocket.bind(socket, 'tcp://127.0.0.1:*')
      console.log('done')`)
    assert.deepEqual(outcome, { code: 0, signal: null, stdout: 'done\n', stderr: '' })
  })

  it('tells whether CZMQ was told to stop', () => {
    assert.equal(zctx.interrupted(), false)
    C.zctx_interrupted = 1
    assert.equal(zctx.interrupted(), true)
    C.zctx_interrupted = 0
  })

  it('refuses settings out of range', () => {
    for (const set of [zctx.setIothreads, zctx.setPipehwm, zctx.setSndhwm, zctx.setRcvhwm]) {
      for (const value of [-1, 0.5, 2 ** 31, Number.NaN]) {
        assert.throws(() => set(context, value), { name: 'RangeError', code: 'ERR_OUT_OF_RANGE' })
      }
    }
    zctx.setLinger(context, -1)
    zctx.setLinger(context, 0)
    assert.throws(() => zctx.setLinger(context, -2), { code: 'ERR_OUT_OF_RANGE' })
  })

  it('refuses addresses that cannot be any', () => {
    for (const value of [0n, -1n, 2n ** 64n]) {
      assert.throws(() => zctx.shadowZmqCtx(value as Pointer), { code: 'ERR_OUT_OF_RANGE' })
    }
    assert.throws(() => zctx.shadowZmqCtx(1 as unknown as Pointer), { code: 'ERR_INVALID_ARG_TYPE' })
  })

  it('works as its example says', () => {
    const sender = zsocket.new(context, PUSH)
    zctx.destroy(context)
    assert.ok(sender.destroyed)
  })
})
