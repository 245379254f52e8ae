import assert from 'node:assert/strict'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { C } from '../../src/raw/index.ts'
import { cast, type Pointer } from '../../src/raw/types.ts'
import * as zframe from '../../src/zframe/index.ts'
import { runCode } from '../helpers/child.ts'

/** What C writes to an open file. */
function writtenByC(write: (file: Pointer<'FILE'>) => void): string {
  const folder = mkdtempSync(join(tmpdir(), 'czmq-'))
  const path = join(folder, 'printed')
  const file = C.fopen(path, 'w')
  assert.ok(file)
  write(file)
  C.fclose(file)
  const text = readFileSync(path, 'latin1')
  rmSync(folder, { recursive: true })
  return text
}

function printed(frame: zframe.Zframe, prefix: string): string {
  const written: string[] = []
  zframe.fprint(frame, prefix, { write: (text) => written.push(text) })
  assert.equal(written.length, 1)
  return written.join('')
}

describe('zframe.fprint', () => {
  const contents: Record<string, Uint8Array> = {
    'no bytes': Buffer.alloc(0),
    text: Buffer.from('Hello there!'),
    'text of 70 bytes': Buffer.alloc(70, 'x'),
    'text of 71 bytes': Buffer.alloc(71, 'x'),
    'more than 999 bytes': Buffer.alloc(10_000, 'y'),
    'control characters': Buffer.from('\t\n\x0b\x1f\x7f'),
    'text beyond ASCII': Buffer.from('é€'),
    'bytes below 9': Buffer.from([8, 65]),
    'binary of 35 bytes': Buffer.alloc(35, 1),
    'binary of 36 bytes': Buffer.alloc(36, 0xfe),
    'one binary byte behind what is shown': Buffer.concat([Buffer.alloc(100, 'z'), Buffer.from([0])]),
    'what looks like a format': Buffer.from('%s%n%s%n'),
  }
  for (const [what, bytes] of Object.entries(contents)) {
    it(`shows ${what} as C does`, () => {
      using frame = zframe.new(bytes)
      for (const prefix of ['', 'prefix ']) {
        const expected = writtenByC((file) => C.zframe_fprint(cast<'zframe_t'>(frame.pointer), prefix, file))
        assert.equal(printed(frame, prefix), expected)
      }
    })
  }

  it('has finished with the frame when it writes', () => {
    const frame = zframe.from('Hi')
    zframe.fprint(frame, '', { write: () => zframe.destroy(frame) })
    assert.equal(frame.destroyed, true)
  })

  it('passes on what write throws', () => {
    using frame = zframe.from('Hi')
    const error = new Error('full')
    const write = () => {
      throw error
    }
    assert.throws(() => zframe.fprint(frame, '', { write }), error)
  })

  it('refuses what cannot be written to', () => {
    using frame = zframe.from('Hi')
    for (const file of [null, undefined, {}, 'text', 1, { write: true }]) {
      assert.throws(() => Reflect.apply(zframe.fprint, null, [frame, '', file]), {
        code: 'ERR_INVALID_ARG_TYPE',
      })
    }
  })
})

describe('zframe.print', () => {
  it('writes to the log of CZMQ, and takes nothing for a format', async () => {
    const outcome = await runCode(
      `import * as zframe from '$src/zframe/index.ts'
       import { C } from '$src/raw/index.ts'
       const frame = zframe.from('Hello')
       zframe.print(frame)
       zframe.print(frame, 'prefix ')
       C.zframe_print(frame.pointer, 'prefix ')
       zframe.reset(frame, Buffer.from('%s%n'))
       zframe.print(frame, '%n%s'.repeat(10_000))
       zframe.destroy(frame)`,
      { env: { ZSYS_LOGSTREAM: 'stderr' } },
    )
    assert.equal(outcome.code, 0, outcome.stderr)
    const lines = outcome.stderr
      .trimEnd()
      .split('\n')
      .map((line) => line.replace(/^D: [-\d]+ [:\d]+ /, ''))
    assert.deepEqual(lines.slice(0, 3), ['[005] Hello', 'prefix [005] Hello', 'prefix [005] Hello'])
    assert.ok(lines[3]?.startsWith('%n%s%n%s'))
    assert.equal(lines.length, 4)
    assert.equal(outcome.stdout, '')
  })
})
