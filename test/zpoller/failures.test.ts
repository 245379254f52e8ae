import assert from 'node:assert/strict'
import { thrownWhenFailing } from '../zmq/failing.ts'

describe('zpoller, when CZMQ fails', () => {
  it('throws what zpoller_add says', async () => {
    assert.equal(
      await thrownWhenFailing('zpoller_add', '-1', 'zpoller.new(socket)'),
      'CzmqError EINVAL zpoller_add',
    )
  }).timeout(30_000)
})
