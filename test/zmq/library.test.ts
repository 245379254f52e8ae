import assert from 'node:assert/strict'
import { C, zmq } from '../../src/index.ts'
import { runCode } from '../helpers/child.ts'

describe('zmq', () => {
  it('tells the version of libzmq', () => {
    const { major, minor, patch } = zmq.version()
    assert.equal(major, 4)
    assert.ok(Number.isInteger(minor) && Number.isInteger(patch))
  })

  it('tells errno of the last call, also as its first function', async () => {
    const { stdout } = await runCode(`
      import { C, zmq } from '$src/index.ts'
      C.zmq_close(C.zmq_ctx_new())
      console.log(zmq.errno() === zmq.ENOTSOCK)`)
    assert.equal(stdout, 'true\n')
    C.zmq_poll([{ socket: null, fd: 0, events: 0, revents: 0 }], -1, 0)
    assert.equal(zmq.errno(), zmq.EINVAL)
  })

  it('says what an errno value means', () => {
    assert.equal(zmq.strerror(zmq.EAGAIN), 'Resource temporarily unavailable')
    assert.equal(zmq.strerror(zmq.EFSM), 'Operation cannot be accomplished in current state')
    assert.match(zmq.strerror(-5), /-5/)
    assert.throws(() => zmq.strerror(1.5), { code: 'ERR_OUT_OF_RANGE' })
  })

  it('tells what libzmq can do', () => {
    assert.equal(zmq.has('ipc'), true)
    assert.equal(zmq.has('no such thing'), false)
    assert.throws(() => zmq.has('ipc\0'), { code: 'ERR_INVALID_ARG_VALUE' })
  })
})
