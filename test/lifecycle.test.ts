import assert from 'node:assert/strict'
import { runCode } from './helpers/child.ts'

/** What a program prints that imports the lifecycle. */
async function run(program: string): Promise<{ stdout: string; stderr: string; code: number | null }> {
  return runCode(`import { beforeExit, forgetEnding } from '$src/lifecycle.ts'
    const ending = (name) => ({ end: () => console.log(name) })
    ${program}`)
}

describe('the exit hook', () => {
  it('ends what was registered, the last one first', async () => {
    const { stdout, code } = await run("beforeExit(ending('first')); beforeExit(ending('second'))")
    assert.equal(stdout, 'second\nfirst\n')
    assert.equal(code, 0)
  })

  it('does not end what was forgotten', async () => {
    const { stdout } = await run(
      "const a = ending('a'); beforeExit(a); beforeExit(ending('b')); forgetEnding(a)",
    )
    assert.equal(stdout, 'b\n')
  })

  it('does not end what an earlier ending has forgotten', async () => {
    const { stdout } = await run(
      "const a = ending('a'); beforeExit(a); beforeExit({ end: () => forgetEnding(a) })",
    )
    assert.equal(stdout, '')
  })

  it('ends the others when one throws, and the error is not lost', async () => {
    const { stdout, stderr, code } = await run(
      "beforeExit(ending('first')); beforeExit({ end() { throw new Error('broken') } })",
    )
    assert.equal(stdout, 'first\n')
    assert.match(stderr, /Error: broken/)
    assert.notEqual(code, 0)
  })

  it('keeps the exit code', async () => {
    const { stdout, code } = await run("beforeExit(ending('a')); process.exit(9)")
    assert.equal(stdout, 'a\n')
    assert.equal(code, 9)
  })

  it('runs after an uncaught exception', async () => {
    const { stdout, code } = await run("beforeExit(ending('a')); throw new Error('boom')")
    assert.equal(stdout, 'a\n')
    assert.equal(code, 1)
  })

  it('registers one listener however much there is to end', async () => {
    const { stdout } = await run(
      `const before = process.listenerCount('exit')
      for (let i = 0; i < 100; i++) beforeExit({ end() {} })
      console.log(process.listenerCount('exit') - before)`,
    )
    assert.equal(stdout, '1\n')
  })
})
