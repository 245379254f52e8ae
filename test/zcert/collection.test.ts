import assert from 'node:assert/strict'
import { runCode } from '../helpers/child.ts'

describe('zcert and the collector', () => {
  it('collects certificates that nobody has, changed ones among them', async () => {
    const { stdout, stderr } = await runCode(
      `
      import { setImmediate } from 'node:timers/promises'
      import { liveHandles, zcert } from '$src/index.ts'
      const drop = () => {
        const cert = zcert.new()
        zcert.setMeta(cert, 'a', '1')
        zcert.setMeta(cert, 'a', '2')
        zcert.dup(cert)
      }
      for (let each = 0; each < 1000; each++) drop()
      for (let round = 0; round < 50 && liveHandles() > 0; round++) { gc(); await setImmediate() }
      console.log(liveHandles())`,
      { execArgv: ['--expose-gc'] },
    )
    assert.equal(stdout.trim(), '0', stderr)
  }).timeout(30_000)
})
