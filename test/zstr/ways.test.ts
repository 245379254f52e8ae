import assert from 'node:assert/strict'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { runChild, runCompiled } from '../helpers/child.ts'

const ADDON = join(import.meta.dirname, '../../build/Release/czmq.node')

describe('zstr, by the addon and without it', () => {
  it('exchanges the same and fails alike', async function () {
    if (!existsSync(ADDON)) this.skip()
    const [byAddon, byKoffi] = await Promise.all(
      ['addon', 'poll'].map((way) => runChild('text-exchange.ts', { env: { CZMQ_EVENT_LOOP: way } })),
    )
    assert.deepEqual([byAddon?.code, byAddon?.stderr], [0, ''])
    assert.deepEqual(JSON.parse(byAddon?.stdout ?? ''), JSON.parse(byKoffi?.stdout ?? ''))
  })

  it('keeps a frame that is larger than text can be', async () => {
    const { code, stderr, stdout } = await runCompiled('text-too-long.ts', { deadline: 110_000 })
    assert.deepEqual([code, stderr, stdout], [0, '', 'EMSGSIZE 536870889\n300000000\n'])
  }).timeout(120_000)
})
