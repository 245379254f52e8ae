import assert from 'node:assert/strict'
import { readdirSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { runExample } from './pipeline-process.ts'

describe('the ironhouse example', function () {
  this.timeout(30_000)

  it('lets in who has a certificate, and nobody whose certificate was taken back', async () => {
    const { code, stdout, stderr } = await runExample('ironhouse/main.js')
    assert.deepEqual({ code, stderr }, { code: 0, stderr: '' })
    const lines = stdout.trim().split('\n')
    const said = lines.filter((each) => !each.startsWith('service:'))
    assert.deepEqual(said, [
      'Ada: hello, Ada',
      'Bob: hello, Bob',
      'Mallory: not let in (400)',
      "Bob's certificate was taken back",
      'Bob: not let in (400)',
      'Ada: hello, Ada',
    ])
    assert.deepEqual(
      lines.filter((each) => each.startsWith('service:')),
      ['service: somebody from 127.0.0.1 was kept out', 'service: somebody from 127.0.0.1 was kept out'],
    )
  })

  it('leaves no keys behind', async () => {
    const before = new Set(readdirSync(tmpdir()))
    const { code } = await runExample('ironhouse/main.js')
    assert.equal(code, 0)
    const left = readdirSync(tmpdir()).filter((each) => each.startsWith('ironhouse-') && !before.has(each))
    assert.deepEqual(left, [])
  })
})
