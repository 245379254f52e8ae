import assert from 'node:assert/strict'
import { hasRoomFor } from '../../src/raw/headroom.ts'
import { C } from '../../src/raw/index.ts'
import { lastErrno } from '../../src/raw/memory.ts'
import { runCompiled } from '../helpers/child.ts'

const EMFILE = 24

describe('a process without free descriptors or threads', () => {
  it('gets EMFILE instead of a socket, however many descriptors are left', async () => {
    const { code, signal, stdout, stderr } = await runCompiled('headroom.ts', { args: ['descriptors'] })
    assert.deepEqual(
      { code, signal, stdout, stderr },
      { code: 0, signal: null, stdout: 'EMFILE\n', stderr: '' },
    )
  })

  it('gets EAGAIN instead of a socket when there are too many threads', async () => {
    const { code, signal, stdout, stderr } = await runCompiled('headroom.ts', { args: ['threads'] })
    assert.deepEqual(
      { code, signal, stdout, stderr },
      { code: 0, signal: null, stdout: 'EAGAIN\n', stderr: '' },
    )
  })

  it('is told so before libzmq is asked', () => {
    assert.equal(hasRoomFor(2 ** 31 - 1), false)
    assert.equal(lastErrno(), EMFILE)
    assert.equal(hasRoomFor(1), true)
  })

  it('does not make the socket of a context with too many I/O threads', () => {
    const context = C.zctx_new()
    C.zctx_set_iothreads(context, 2 ** 31 - 1)
    assert.equal(C.zsocket_new(context, 8), null)
    assert.equal(C.zmq_errno(), EMFILE)
    C.zctx_destroy([context])
  })
})
