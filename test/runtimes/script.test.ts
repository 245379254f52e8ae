import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { provide } from '../../scripts/runtimes/install.mjs'
import { names, type Runtime, select } from '../../scripts/runtimes/list.mjs'
import { judge, waysOf } from '../../scripts/runtimes/suites.mjs'
import { missing, report } from '../../scripts/runtimes/table.mjs'

/** `npm run test:runtimes`, but for its runs. */
describe('node scripts/test-runtimes.mjs', () => {
  const runtime: Runtime = { name: 'bun', kind: 'bun', package: 'none', version: '0.0.0', program: 'none' }

  it('says which runtimes there are when asked for another', () => {
    const { status, stdout } = spawnSync(process.execPath, ['scripts/test-runtimes.mjs', 'node1'], {
      encoding: 'utf8',
    })
    assert.equal(status, 1)
    assert.match(
      stdout,
      /unknown: node1; there are node20, node22, node24, node26, bun, deno\n0 passed, 1 failed\n$/,
    )
  })

  it('takes all runtimes when none is named, else those that are', () => {
    assert.deepEqual(
      select([]).map(({ name }) => name),
      names,
    )
    assert.deepEqual(
      select(['deno', 'node22']).map(({ name }) => name),
      ['node22', 'deno'],
    )
  })

  it('runs Node in both ways, and the others without the addon', () => {
    assert.deepEqual(select(['node26', 'bun', 'deno']).map(waysOf), [['addon', 'poll'], ['poll'], ['poll']])
  })

  describe('says why a runtime cannot be had:', () => {
    const path = process.env.PATH
    let folder: string

    before(function () {
      if (`${process.platform}-${process.arch}` !== 'linux-x64') this.skip()
    })

    beforeEach(() => {
      folder = mkdtempSync(join(tmpdir(), 'czmq-runtimes-'))
      process.env.PATH = folder
    })
    afterEach(() => {
      process.env.PATH = path
      rmSync(folder, { recursive: true })
    })

    /** Has `npm` be a script of the shell. */
    function fakeNpm(script: string): void {
      writeFileSync(join(folder, 'npm'), `#!/bin/sh\n${script}\n`, { mode: 0o755 })
    }

    it('there is no npm', async () => {
      assert.deepEqual(await provide(runtime, folder), { problem: 'npm: spawn npm ENOENT' })
    })

    it('npm fails', async () => {
      fakeNpm('echo "npm warn old\nnpm error code ENOTFOUND\nnpm error errno ENOTFOUND" >&2; exit 1')
      assert.deepEqual(await provide(runtime, folder), { problem: 'npm install failed: ENOTFOUND' })
      fakeNpm('exit 1')
      assert.deepEqual(await provide(runtime, folder), { problem: 'npm install failed' })
    })

    it('the package is not what it was', async () => {
      fakeNpm('exit 0')
      assert.deepEqual(await provide(runtime, folder), { problem: 'none has no none' })
    })
  })

  describe('counts', () => {
    it('what the last line of a suite says', () => {
      assert.deepEqual(judge('a\n3 passed, 0 failed, 1 skipped\n', 0, null), {
        passed: 3,
        failed: 0,
        skipped: 1,
      })
      assert.deepEqual(judge('3 passed, 2 failed\n', 1, null), { passed: 3, failed: 2, skipped: 0 })
    })

    it('a suite that crashes, or fails at the end, as a failure', () => {
      const { problems, result } = quietly(() => [
        judge('half a line', null, 'SIGSEGV'),
        judge('3 passed, 0 failed\n', 1, null),
        judge('0 passed, 0 failed\n', 0, null),
      ])
      assert.deepEqual(
        result.map(({ failed }) => failed),
        [1, 1, 1],
      )
      assert.match(problems[0] ?? '', /SIGSEGV: "half a line"/)
    })

    it('a runtime that is missing as a failure, unless it may be', () => {
      const rows = [
        { name: 'node 20', way: 'addon', counts: { passed: 2, failed: 0, skipped: 0 }, seconds: 1 },
        missing('bun 0.0.0', 'no network'),
      ]
      const strict = quietly(() => report(rows, 'counts'))
      assert.deepEqual([strict.result, strict.lines.at(-1)], [1, '2 passed, 1 failed'])
      assert.match(strict.lines.at(-2) ?? '', /^bun 0\.0\.0 +MISSING: no network$/)
      const lenient = quietly(() => report(rows, 'is skipped'))
      assert.deepEqual([lenient.result, lenient.lines.at(-1)], [0, '2 passed, 0 failed'])
      assert.match(lenient.lines.at(-2) ?? '', /skipped: no network$/)
    })
  })

  /** What a function prints goes to the result instead. */
  function quietly<T>(action: () => T): { result: T; lines: string[]; problems: string[] } {
    const { log, error } = console
    const lines: string[] = []
    const problems: string[] = []
    console.log = (text: string) => lines.push(text)
    console.error = (text: string) => problems.push(text)
    try {
      return { result: action(), lines, problems }
    } finally {
      Object.assign(console, { log, error })
    }
  }
})
