import assert from 'node:assert/strict'
import { join } from 'node:path'
import { runCode } from '../helpers/child.ts'

describe('zauth with hostile arguments', () => {
  it('throws typed errors, whatever it is given', async () => {
    const { stdout, stderr, code } = await runCode(`import '${join(import.meta.dirname, 'attack-zauth.ts')}'`)
    assert.match(stdout, /\nsurvived/, `${stdout.slice(-500)} ${stderr}`)
    assert.equal(code, 0, stderr)
  }).timeout(30_000)
})
