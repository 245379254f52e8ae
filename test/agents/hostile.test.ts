import assert from 'node:assert/strict'
import { join } from 'node:path'
import { runCode } from '../helpers/child.ts'

describe('zproxy, zgossip, zmonitor and zactor with hostile arguments', () => {
  it('throw typed errors, whatever they are given', async () => {
    const { stdout, stderr, code } = await runCode(
      `import '${join(import.meta.dirname, 'attack-agents.ts')}'`,
      { deadline: 60_000 },
    )
    assert.match(stdout, /\nsurvived/, `${stdout.slice(-800)} ${stderr}`)
    assert.equal(code, 0, stderr)
  }).timeout(60_000)
})
