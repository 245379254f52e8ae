import assert from 'node:assert/strict'
import { runChild } from '../helpers/child.ts'

for (const way of ['addon', 'poll']) {
  describe(`receiveInto (${way})`, () => {
    it('fills memory of the caller, and gives what does not fit there', async function () {
      const outcome = await runChild('receive-into.ts', { env: { CZMQ_EVENT_LOOP: way } })
      if (way === 'addon' && /ERR_CZMQ_ADDON/.test(outcome.stderr)) this.skip()
      assert.deepEqual([outcome.code, outcome.stderr], [0, ''])
      assert.deepEqual(JSON.parse(outcome.stdout), {
        whole: [5, 'hello\0\0\0'],
        exact: [8, '12345678'],
        empty: [0, '12345678'],
        large: [1 << 20, true],
        waited: [5, 'later'],
        tooLong: ['EMSGSIZE', ['123456789']],
        tooLarge: ['EMSGSIZE', [100_000]],
        parts: ['EMSGSIZE', ['a', 'b', '']],
        largeParts: ['EMSGSIZE', [100_000, 3]],
        afterPrefetch: [['one'], 3, ['EMSGSIZE', ['three parts', '', 'x']], 4],
        detached: ['EMSGSIZE', ['data']],
        timeout: 'EAGAIN',
        closed: 'EBADF',
        wrong: 'ERR_INVALID_ARG_TYPE',
      })
    })
  })
}
