import assert from 'node:assert/strict'
import { C, type Pointer, type Ref } from '../../src/index.ts'
import { PAIR, PULL, PUSH } from '../../src/raw/generated/constants.ts'
import { runCode } from '../helpers/child.ts'

describe('C.zctx', () => {
  let context: Pointer<'zctx_t'>
  let ref: Ref<Pointer<'zctx_t'>>
  beforeEach(() => {
    context = C.zctx_new()
    ref = [context]
  })
  afterEach(() => C.zctx_destroy(ref))

  function shadowOf(of: Pointer<'zctx_t'>): Pointer<'zctx_t'> {
    const shadow = C.zctx_shadow(of)
    assert.ok(shadow)
    return shadow
  }

  it('makes the 0MQ context with the first socket', () => {
    assert.equal(C.zctx_underlying(context), null)
    assert.ok(C.zsocket_new(context, PUSH))
    assert.equal(typeof C.zctx_underlying(context), 'bigint')
  })

  it('makes the 0MQ context with the first shadow', () => {
    const shadow = shadowOf(context)
    assert.equal(C.zctx_underlying(shadow), C.zctx_underlying(context))
    assert.notEqual(C.zctx_underlying(context), null)
    C.zctx_destroy([shadow])
  })

  it('writes NULL when it is destroyed, and then does nothing', () => {
    C.zctx_destroy(ref)
    assert.equal(ref[0], null)
    C.zctx_destroy(ref)
  })

  it('destroys a context without sockets', () => {
    const empty: Ref<Pointer<'zctx_t'>> = [C.zctx_new()]
    C.zctx_destroy(empty)
    assert.equal(empty[0], null)
  })

  it('takes the number of I/O threads before the first socket only', () => {
    C.zctx_set_iothreads(context, 3)
    C.zsocket_new(context, PUSH)
    const underlying = C.zctx_underlying(context) as Pointer
    assert.equal(C.zmq_ctx_get(underlying, 1), 3)
    C.zctx_set_iothreads(context, 5)
    assert.equal(C.zmq_ctx_get(underlying, 1), 3)
  })

  it('gives sockets 1000 as high-water marks', () => {
    const socket = C.zsocket_new(context, PUSH)
    assert.deepEqual([C.zsocket_sndhwm(socket), C.zsocket_rcvhwm(socket)], [1000, 1000])
  })

  it('gives its high-water marks to sockets made afterwards', () => {
    const before = C.zsocket_new(context, PUSH)
    C.zctx_set_sndhwm(context, 7)
    C.zctx_set_rcvhwm(context, 8)
    C.zctx_set_pipehwm(context, 9)
    const after = C.zsocket_new(context, PUSH)
    assert.deepEqual([C.zsocket_sndhwm(before), C.zsocket_rcvhwm(before)], [1000, 1000])
    assert.deepEqual([C.zsocket_sndhwm(after), C.zsocket_rcvhwm(after)], [7, 8])
  })

  it('copies high-water marks and linger into a shadow', () => {
    C.zctx_set_sndhwm(context, 7)
    const shadow = shadowOf(context)
    assert.equal(C.zsocket_sndhwm(C.zsocket_new(shadow, PUSH)), 7)
    C.zctx_destroy([shadow])
  })

  it('closes the sockets of a shadow only, when the shadow is destroyed', () => {
    const shadow = shadowOf(context)
    const kept = C.zsocket_new(context, PAIR)
    const closed = C.zsocket_new(shadow, PAIR)
    C.zctx_destroy([shadow])
    assert.throws(() => C.zsocket_type(closed), { code: 'ENOTSOCK' })
    assert.equal(C.zsocket_type(kept), PAIR)
  })

  it('connects sockets of a context and its shadow by inproc', () => {
    const shadow = shadowOf(context)
    const [receiver, sender] = [C.zsocket_new(context, PULL), C.zsocket_new(shadow, PUSH)]
    C.zsocket_bind(receiver, 'inproc://shared')
    assert.equal(C.zsocket_connect(sender, 'inproc://shared'), 0)
    C.zstr_send(sender, 'hello')
    C.zsocket_set_rcvtimeo(receiver, 5000)
    assert.equal(C.zstr_recv(receiver), 'hello')
    C.zctx_destroy([shadow])
  })

  it('wraps a foreign 0MQ context and does not terminate it', () => {
    const foreign = C.zmq_ctx_new()
    const wrapped: Ref<Pointer<'zctx_t'>> = [C.zctx_shadow_zmq_ctx(foreign)]
    assert.equal(C.zctx_underlying(wrapped[0] as Pointer<'zctx_t'>), foreign)
    assert.equal(C.zsocket_sndhwm(C.zsocket_new(wrapped[0] as Pointer<'zctx_t'>, PUSH)), 1000)
    C.zctx_destroy(wrapped)
    assert.equal(wrapped[0], null)
    assert.equal(C.zmq_ctx_get(foreign, 1), 1)
    C.zmq_ctx_term(foreign)
  })

  it('lets its linger win over that of a socket', async () => {
    const { code, stdout } = await runCode(`
      import { C } from '$src/index.ts'
      const context = C.zctx_new()
      const socket = C.zsocket_new(context, ${PUSH})
      C.zsocket_set_linger(socket, -1)
      C.zsocket_connect(socket, 'tcp://127.0.0.1:1')
      C.zstr_send(socket, 'never sent')
      C.zctx_destroy([context])
      console.log('done')`)
    assert.deepEqual({ code, stdout }, { code: 0, stdout: 'done\n' })
  })

  it('has a flag for interruption that programs can set', () => {
    assert.equal(C.zctx_interrupted, 0)
    C.zctx_interrupted = 1
    assert.equal(C.zctx_interrupted, 1)
    C.zctx_interrupted = 0
  })

  it('passes its own self-test', () => {
    assert.equal(C.zctx_test(false), 0)
  })
})
