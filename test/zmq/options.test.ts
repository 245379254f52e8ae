import assert from 'node:assert/strict'
import { C, type Zctx, type Zsocket, zctx, zmq, zsocket } from '../../src/index.ts'
import { runCode } from '../helpers/child.ts'

function int(value: number): Buffer {
  return Buffer.from(Int32Array.of(value).buffer)
}

describe('zmq.getsockopt and zmq.setsockopt', () => {
  let context: Zctx
  let socket: Zsocket

  beforeEach(() => {
    context = zctx.new()
    socket = zsocket.new(context, zmq.DEALER)
  })
  afterEach(() => zctx.destroy(context))

  it('get and set numbers of four and of eight bytes', () => {
    zmq.setsockopt(socket, zmq.RCVHWM, int(77))
    assert.deepEqual(zmq.getsockopt(socket, zmq.RCVHWM), int(77))
    const affinity = Buffer.from(BigUint64Array.of(3n).buffer)
    zmq.setsockopt(socket, zmq.AFFINITY, affinity)
    assert.deepEqual(zmq.getsockopt(socket, zmq.AFFINITY), affinity)
  })

  it('get and set bytes of any length', () => {
    for (const size of [1, 4, 5, 8, 31, 33, 255]) {
      const identity = Buffer.alloc(size, 'x')
      zmq.setsockopt(socket, zmq.ROUTING_ID, identity)
      assert.deepEqual(zmq.getsockopt(socket, zmq.ROUTING_ID), identity)
    }
  })

  it('get text with a NUL at its end', () => {
    const address = `inproc://${'x'.repeat(200)}`
    zsocket.bind(socket, address)
    assert.deepEqual(zmq.getsockopt(socket, zmq.LAST_ENDPOINT), Buffer.from(`${address}\0`))
  })

  it('throw EINVAL for options that do not exist and values that do not fit', () => {
    assert.throws(() => zmq.getsockopt(socket, 9999), { code: 'EINVAL', syscall: 'zmq_getsockopt' })
    assert.throws(() => zmq.setsockopt(socket, 9999, int(0)), { code: 'EINVAL', syscall: 'zmq_setsockopt' })
    assert.throws(() => zmq.setsockopt(socket, zmq.RCVHWM, int(-1)), { code: 'EINVAL' })
    assert.throws(() => zmq.setsockopt(socket, zmq.RCVHWM, new Uint8Array(3)), { code: 'EINVAL' })
    assert.throws(() => zmq.getsockopt(socket, zmq.SUBSCRIBE), { code: 'EINVAL' })
  })

  it('throw ETERM when the context is ending', () => {
    const underlying = zctx.underlying(context)
    assert.ok(underlying)
    C.zmq_ctx_shutdown(underlying)
    assert.equal(zsocket.poll(socket, 1000), false, 'the socket has heard of it')
    assert.throws(() => zmq.getsockopt(socket, zmq.TYPE), { code: 'ETERM' })
    assert.throws(() => zmq.setsockopt(socket, zmq.RCVHWM, int(1)), { code: 'ETERM' })
  })

  it('refuse what ends the process later', () => {
    for (const option of [zmq.USE_FD, zmq.SOCKS_PROXY]) {
      assert.throws(() => zmq.setsockopt(socket, option, int(0)), { code: 'ERR_INVALID_ARG_VALUE' })
    }
  })

  it('survive every option with values of every size, and using the socket afterwards', async () => {
    const { stdout, stderr, code } = await runCode(FUZZ)
    assert.equal(stdout, 'survived\n', stderr)
    assert.equal(code, 0)
  }).timeout(30_000)
})

const FUZZ = `
  import { zctx, zmq, zsocket } from '$src/index.ts'
  const quietly = (call) => { try { return call() } catch (error) { if (!('code' in error)) throw error } }
  const ints = [0, 1, -1, 7, 2147483647].map((each) => Buffer.from(Int32Array.of(each).buffer))
  const values = [...ints, Buffer.alloc(0), Buffer.alloc(8, 1), Buffer.alloc(32, 65), Buffer.alloc(1000, 65)]
  for (const type of [zmq.PAIR, zmq.XPUB, zmq.SUB, zmq.ROUTER, zmq.STREAM]) {
    const context = zctx.new()
    for (let option = -2; option < 120; option++) {
      for (const value of values) {
        const socket = zsocket.new(context, type)
        quietly(() => zmq.setsockopt(socket, option, value))
        quietly(() => zmq.getsockopt(socket, option))
        if (value.length > 3 && value.length < 9) quietly(() => zsocket.bind(socket, 'tcp://127.0.0.1:0'))
        zsocket.destroy(context, socket)
      }
    }
    zctx.destroy(context)
  }
  console.log('survived')
`
