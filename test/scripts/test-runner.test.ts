import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { groupsOf, judge } from '../../scripts/test/mocha.mjs'

/** `npm test` without its checks, on a test file of its own. */
describe('node scripts/test.mjs --mocha-only', () => {
  let folder: string

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'czmq-runner-'))
  })
  afterEach(() => rmSync(folder, { recursive: true }))

  function run(source: string, ...args: string[]): { status: number | null; last: string; stderr: string } {
    const file = join(folder, 'sample.test.ts')
    writeFileSync(file, source)
    const command = ['scripts/test.mjs', '--mocha-only', file, ...args]
    const { status, stdout, stderr } = spawnSync(process.execPath, command, { encoding: 'utf8' })
    return { status, last: stdout.trimEnd().split('\n').at(-1) ?? '', stderr: stderr.trim() }
  }

  const passing = "it('passes', () => {})\n"

  it('counts passed tests and exits with 0', () => {
    assert.deepEqual(run(passing), { status: 0, last: '1 passed, 0 failed', stderr: '' })
  })

  it('counts failed and skipped tests and exits with 1', () => {
    const { status, last } = run(`${passing}it('fails', () => { throw new Error('no') })\nit.skip('later')`)
    assert.deepEqual([status, last], [1, '1 passed, 1 failed, 1 skipped'])
  })

  it('passes options on to mocha', () => {
    const { last } = run(`${passing}it('fails', () => { throw new Error('no') })`, '-g', 'passes')
    assert.equal(last, '1 passed, 0 failed')
  })

  it('gives tests the garbage collector', () => {
    assert.equal(run("it('has gc', () => { (globalThis as { gc(): void }).gc() })").status, 0)
  })

  it('counts a failing hook', () => {
    const { status, last } = run(`before('hook', () => { throw new Error('no') })\n${passing}`)
    assert.deepEqual([status, last], [1, '0 passed, 1 failed'])
  })

  it('runs nothing when a file does not exist', () => {
    const command = ['scripts/test.mjs', '--mocha-only', 'test/missing.test.ts']
    const { status, stdout, stderr } = spawnSync(process.execPath, command, { encoding: 'utf8' })
    assert.deepEqual(
      [status, stdout, stderr],
      [1, '0 passed, 1 failed\n', 'mocha: there is no test/missing.test.ts\n'],
    )
  })

  it('fails when no test was executed', () => {
    const { status, last } = run(passing, '-g', 'no such test')
    assert.deepEqual([status, last], [1, '0 passed, 1 failed'])
  })

  it('fails when every test was skipped', () => {
    const { status, last, stderr } = run("it.skip('later', () => {})")
    assert.deepEqual([status, last], [1, '0 passed, 1 failed, 1 skipped'])
    assert.equal(stderr, 'mocha: no test was executed')
  })

  it('fails when a test file cannot be loaded', () => {
    const { status, last } = run("import './missing.ts'")
    assert.deepEqual([status, last], [1, '0 passed, 1 failed'])
  })

  it('names the test in which the process crashed', () => {
    const { status, last, stderr } = run(
      `${passing}it('crashes', () => { process.kill(process.pid, 'SIGSEGV') })`,
    )
    assert.deepEqual([status, last], [1, '1 passed, 1 failed'])
    assert.equal(stderr, 'mocha: ended by SIGSEGV in the test "crashes"')
  })

  it('fails when a test ends the process', () => {
    const { status, last, stderr } = run(`${passing}it('exits', () => { process.exit(0) })`)
    assert.deepEqual([status, last], [1, '1 passed, 1 failed'])
    assert.equal(stderr, 'mocha: the process ended with exit code 0 in the test "exits"')
  })
})

describe('groups of test files', () => {
  it('have all files once, of one folder each, and not too many', () => {
    const files = [...Array.from({ length: 20 }, (_, index) => `test/a/${index}.test.ts`), 'test/b/1.test.ts']
    const groups = groupsOf(files)
    assert.deepEqual(groups.flat(), files)
    assert.deepEqual(
      groups.map((each) => each.length),
      [8, 8, 4, 1],
    )
  })
})

describe('judging a run of mocha', () => {
  const ending = { status: 0, signal: null, silent: false }
  const report = { passed: 3, failed: 0, skipped: 1, running: null, ended: true }

  it('finds nothing wrong with a good one', () => {
    assert.deepEqual(judge(ending, report), { passed: 3, failed: 0, skipped: 1, problems: [] })
  })

  it('counts as a failure that something was left running', () => {
    const { failed, problems } = judge(ending, { ...report, leftover: 'Timeout' })
    assert.deepEqual([failed, problems], [1, ['mocha: the tests left something running: Timeout']])
  })

  it('names the test that had to be killed', () => {
    const killed = { status: null, signal: 'SIGKILL', silent: true }
    const { failed, problems } = judge(killed, { ...report, running: 'zstr recv', ended: false })
    const expected = 'mocha: nothing happened for 300 s in the test "zstr recv"; it was killed'
    assert.deepEqual([failed, problems], [1, [expected]])
  })
})
