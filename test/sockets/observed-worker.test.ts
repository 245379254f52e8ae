import assert from 'node:assert/strict'
import { runCompiled } from '../helpers/child.ts'

describe('a worker that is terminated while its socket is observed', function () {
  // The first test compiles the sources
  this.timeout(60_000)

  for (const way of ['addon', 'poll']) {
    it(`leaves the sockets of other threads alone, and the process ends (${way})`, async () => {
      const outcome = await runCompiled('observed-worker.ts', { env: { CZMQ_EVENT_LOOP: way } })
      assert.deepEqual(outcome, { code: 0, signal: null, stdout: 'still there\n', stderr: '' })
    })
  }
})
