import assert from 'node:assert/strict'
import { runChild } from '../helpers/child.ts'

describe('zctx, zsocket and the options of zsock', () => {
  it('survive every argument, and say what is wrong with it', async () => {
    const outcome = await runChild('hostile-options.ts')
    assert.deepEqual(outcome, { code: 0, signal: null, stdout: 'survived\n', stderr: '' })
  }).timeout(25_000)

  it('survive random options with random values between binding, connecting and sending', async () => {
    const seed = Date.now() % 2 ** 31
    const outcome = await runChild('option-fuzz.ts', { args: [String(seed), '60'] })
    const expected = { code: 0, signal: null, stdout: 'survived\n', stderr: '' }
    assert.deepEqual(outcome, expected, `seed ${seed}: ${JSON.stringify(outcome)}`)
  }).timeout(25_000)
})
