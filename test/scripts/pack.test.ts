import assert from 'node:assert/strict'
import { execFileSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { contentProblems } from '../../scripts/pack/contents.mjs'
import { declarations } from '../../scripts/pack/declarations.mjs'
import { targetOf } from '../../scripts/prebuild/targets.mjs'
import { thisMachine } from '../../scripts/setup/machine.mjs'

let folder = ''

describe('the packages', () => {
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'czmq-pack-'))
  })

  afterEach(() => rmSync(folder, { recursive: true }))

  it('have the declarations that index.d.ts leads to, and no others', () => {
    const files = {
      'index.d.ts': `export { a } from './a.ts'\nexport * as b from './b/index.ts'`,
      'a.d.ts': `export declare const a: import('./inner/type.ts').T`,
      'b/index.d.ts': `import type { A } from '../a.ts'\nexport type B = A`,
      'inner/type.d.ts': 'export type T = 1',
      'private.d.ts': 'export {}',
    }
    for (const [name, text] of Object.entries(files)) {
      mkdirSync(join(folder, name, '..'), { recursive: true })
      writeFileSync(join(folder, name), text)
    }
    const found = ['a.d.ts', 'b/index.d.ts', 'index.d.ts', 'inner/type.d.ts']
    assert.deepEqual(declarations(folder, 'index.d.ts'), found)
  })

  it('are refused with superfluous files, without those they need, and with dead links', () => {
    mkdirSync(join(folder, 'package'))
    writeFileSync(
      join(folder, 'package/README.md'),
      '[one](package.json) [two](gone.md) [three](https://example.com/)',
    )
    const file = join(folder, 'packed.tgz')
    execFileSync('tar', ['czf', file, '-C', folder, 'package'])
    const entries = ['README.md', 'package.json', 'czmq.node', 'versions.json', 'notes.txt']
    const problems = contentProblems(thisMachine(), { name: '@czmq/native-x', file, bytes: 1, entries })
    assert.deepEqual(problems, [
      '@czmq/native-x: notes.txt is superfluous',
      '@czmq/native-x: nothing is like /^LICENSES\\/[\\w.-]+\\.txt$/',
      '@czmq/native-x: README.md links to gone.md, which is not there',
    ])
  })

  it('are built for the processors that there are compilers for', () => {
    assert.equal(targetOf('arm64').triplet, 'aarch64-linux-gnu')
    assert.throws(() => targetOf('mips'), /no build for "mips"; there is x64, arm64/)
  })
})
