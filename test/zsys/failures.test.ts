import assert from 'node:assert/strict'
import { thrownWhenFailing } from '../zmq/failing.ts'

describe('zsys, when libzmq fails', () => {
  it('throws what zmq_ctx_set says', async () => {
    assert.equal(
      await thrownWhenFailing('zmq_ctx_set', '-1', 'zsys.setIoThreads(1)'),
      'CzmqError EINVAL zmq_ctx_set',
    )
  }).timeout(30_000)
})
