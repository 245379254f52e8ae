import assert from 'node:assert/strict'
import { liveHandles } from '../../src/index.ts'

/** Every test leaves nothing behind: what it makes it destroys. */
export const mochaHooks = {
  afterEach(): void {
    assert.equal(liveHandles(), 0, 'handles that the test did not destroy')
  },
}
