import assert from 'node:assert/strict'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { C } from '../../src/raw/index.ts'
import { cast } from '../../src/raw/types.ts'
import * as zmsg from '../../src/zmsg/index.ts'
import { runCode } from '../helpers/child.ts'
import { messageOf } from './texts.ts'

function printedByC(message: zmsg.Zmsg): string {
  const folder = mkdtempSync(join(tmpdir(), 'czmq-'))
  const path = join(folder, 'printed')
  const file = C.fopen(path, 'w')
  assert.ok(file)
  C.zmsg_fprint(cast<'zmsg_t'>(message.pointer), file)
  C.fclose(file)
  const text = readFileSync(path, 'latin1')
  rmSync(folder, { recursive: true })
  return text
}

describe('zmsg.fprint', () => {
  for (const count of [0, 1, 10, 11]) {
    it(`shows ${count} frames as C does`, () => {
      using message = messageOf(...Array.from({ length: count }, (_, index) => `part ${index} %s%n`))
      const written: string[] = []
      zmsg.fprint(message, { write: (text) => written.push(text) })
      assert.equal(written.join(''), printedByC(message))
    })
  }

  it('refuses what cannot be written to', () => {
    using message = messageOf('a')
    assert.throws(() => Reflect.apply(zmsg.fprint, null, [message, null]), { code: 'ERR_INVALID_ARG_TYPE' })
  })
})

describe('zmsg.print', () => {
  it('writes to the log of CZMQ, and takes nothing for a format', async () => {
    const outcome = await runCode(
      `import * as zmsg from '$src/zmsg/index.ts'
       import { C } from '$src/raw/index.ts'
       const message = zmsg.new()
       for (let count = 0; count < 12; count++) zmsg.addstr(message, 'part ' + count)
       zmsg.print(message)
       C.zmsg_print(message.pointer)
       zmsg.addstr(message, '%s%n')
       zmsg.print(message)
       zmsg.destroy(message)`,
      { env: { ZSYS_LOGSTREAM: 'stderr' } },
    )
    assert.equal(outcome.code, 0, outcome.stderr)
    const lines = outcome.stderr
      .trimEnd()
      .split('\n')
      .map((line) => line.replace(/^D: [-\d]+ [:\d]+ /, ''))
    assert.equal(lines.length, 12 + 12 + 13)
    assert.equal(lines[0], '[006] part 0')
    assert.deepEqual(lines.slice(0, 12), lines.slice(12, 24))
    assert.equal(lines.at(-1), '[004] %s%n')
    assert.equal(outcome.stdout, '')
  })
})
