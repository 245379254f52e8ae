import assert from 'node:assert/strict'
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { runCompiled } from '../helpers/child.ts'
import { compiledPath } from '../helpers/compiled.ts'

const page = readFileSync(join(import.meta.dirname, '../../docs/guide/threads.md'), 'utf8')
const programs = [...page.matchAll(/```js\n(.*?)```/gs)].map(([, text = '']) => text)
const SAYINGS = ['done by a worker\n', 'done by a worker\n', 'ERR_INVALID_ARG_TYPE\n']

describe('the page about threads', function () {
  this.timeout(60_000)

  SAYINGS.forEach((saying, index) => {
    it(`has a program ${index + 1} that says ${saying.trim()}`, async () => {
      const name = `threads-page-${index}.ts`
      const source = (programs[index] ?? '').replace("'czmq'", "'../../src/index.js'")
      const file = compiledPath(join('test/children', name))
      writeFileSync(file, source)
      const { code, signal, stdout, stderr } = await runCompiled(name)
      assert.deepEqual(
        { code, signal, stdout, stderr },
        { code: 0, signal: null, stdout: saying, stderr: '' },
      )
    })
  })

  it('has no other programs', () => {
    assert.equal(programs.length, SAYINGS.length)
  })
})
