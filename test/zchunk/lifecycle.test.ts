import assert from 'node:assert/strict'
import { liveHandles, type Zchunk, zchunk, zframe } from '../../src/index.ts'
import { runCode } from '../helpers/child.ts'

const OPERATIONS: Record<string, (chunk: Zchunk) => unknown> = {
  append: (chunk) => zchunk.append(chunk, 'a'),
  consume: (chunk) => consumed(chunk, (other) => zchunk.consume(chunk, other)),
  'consume from': (chunk) => consumed(chunk, (other) => zchunk.consume(other, chunk)),
  data: zchunk.data,
  digest: zchunk.digest,
  dup: (chunk) => zchunk.destroy(zchunk.dup(chunk)),
  exhausted: zchunk.exhausted,
  extend: (chunk) => zchunk.extend(chunk, 'a'),
  fill: (chunk) => zchunk.fill(chunk, 1, 1),
  fprint: (chunk) => zchunk.fprint(chunk, { write: () => true }),
  maxSize: zchunk.maxSize,
  pack: (chunk) => zframe.destroy(zchunk.pack(chunk)),
  packx: (chunk) => zframe.destroy(zchunk.packx(chunk)),
  print: zchunk.print,
  resize: (chunk) => zchunk.resize(chunk, 1),
  set: (chunk) => zchunk.set(chunk, 'a'),
  size: zchunk.size,
  strdup: zchunk.strdup,
  streq: (chunk) => zchunk.streq(chunk, 'a'),
  strhex: zchunk.strhex,
  write: (chunk) => zchunk.write(chunk, '/dev/null'),
}

function consumed(_: Zchunk, use: (other: Zchunk) => unknown): void {
  const other = zchunk.new(1)
  try {
    use(other)
  } finally {
    zchunk.destroy(other)
  }
}

const ENDS: Record<string, { end: (chunk: Zchunk) => void; code: string }> = {
  destroyed: { end: zchunk.destroy, code: 'ERR_CZMQ_DESTROYED' },
  disposed: { end: (chunk) => chunk[Symbol.dispose](), code: 'ERR_CZMQ_DESTROYED' },
  taken: { end: (chunk) => zframe.destroy(zchunk.packx(chunk)), code: 'ERR_CZMQ_TAKEN' },
}

describe('zchunk in all its states', () => {
  for (const [name, operation] of Object.entries(OPERATIONS)) {
    it(`${name} works while it lives, twice`, () => {
      const chunk = zchunk.new('abc')
      operation(chunk)
      if (name !== 'packx') operation(chunk)
      zchunk.destroy(chunk)
    })

    for (const [state, { end, code }] of Object.entries(ENDS)) {
      it(`${name} says so when it was ${state}`, () => {
        const chunk = zchunk.new('abc')
        end(chunk)
        assert.throws(() => operation(chunk), { code })
      })
    }
  }

  it('is destroyed once', () => {
    const chunk = zchunk.new('abc')
    assert.equal(zchunk.is(chunk), true)
    zchunk.destroy(chunk)
    zchunk.destroy(chunk)
    assert.equal(zchunk.is(chunk), false)
    assert.equal(zchunk.is({}), false)
    assert.equal(liveHandles('zchunk'), 0)
  })

  it('is collected when nobody refers to it', async () => {
    const { stdout, stderr } = await runCode(
      `import { liveHandles, zchunk } from '$src/index.ts'
      import { setImmediate } from 'node:timers/promises'
      for (let each = 0; each < 1000; each++) zchunk.new(each)
      for (let round = 0; round < 50 && liveHandles(); round++) { gc(); await setImmediate() }
      console.log(liveHandles())`,
      { execArgv: ['--expose-gc'] },
    )
    assert.deepEqual([stdout, stderr], ['0\n', ''])
  }).timeout(30_000)

  it('throws typed errors, whatever it is given', async () => {
    const { stdout, stderr, code } = await runCode(`import '${import.meta.dirname}/attack-zchunk.ts'`)
    assert.match(stdout, /\nsurvived$/, `${stdout.slice(-500)} ${stderr}`)
    assert.equal(code, 0, stderr)
  }).timeout(30_000)
})
