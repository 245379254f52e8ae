import assert from 'node:assert/strict'
import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Zchunk, zchunk } from '../../src/index.ts'

describe('chunks and files', () => {
  let folder: string
  let file: string

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'czmq-zchunk-'))
    file = join(folder, 'file')
  })
  afterEach(() => rmSync(folder, { recursive: true }))

  function content(chunk: Zchunk): string {
    const text = zchunk.strdup(chunk)
    zchunk.destroy(chunk)
    return text
  }

  function write(text: string, offset?: number): void {
    const chunk = zchunk.new(text)
    try {
      zchunk.write(chunk, file, offset)
    } finally {
      zchunk.destroy(chunk)
    }
  }

  it('are written and read, whole or in parts', () => {
    write('hello world')
    assert.equal(readFileSync(file, 'utf8'), 'hello world')
    assert.equal(content(zchunk.slurp(file)), 'hello world')
    assert.equal(content(zchunk.slurp(file, 5)), 'hello')
    assert.equal(content(zchunk.read(file, 5, 6)), 'world')
    assert.equal(content(zchunk.read(file, 100, 9)), 'ld')
    assert.equal(content(zchunk.read(file, 100, 99)), '')
    const read = zchunk.read(file, 100)
    assert.equal(zchunk.maxSize(read), 100)
    zchunk.destroy(read)
  })

  it('keep the rest of the file when they are written to a place in it', () => {
    write('hello world')
    write('HELL', 0)
    assert.equal(readFileSync(file, 'utf8'), 'HELLo world')
    write('!', 13)
    assert.equal(readFileSync(file, 'utf8'), 'HELLo world\0\0!')
    write('x')
    assert.equal(readFileSync(file, 'utf8'), 'x')
  })

  it('hold many pieces', () => {
    const large = 'x'.repeat(300_001)
    writeFileSync(file, large)
    assert.equal(content(zchunk.slurp(file)), large)
    assert.equal(content(zchunk.slurp(file, 200_000)).length, 200_000)
  })

  it('are read from files whose size is not known', () => {
    assert.match(content(zchunk.slurp('/proc/self/status')), /^Name:/)
  })

  it('say why a file cannot be used', () => {
    execFileSync('mkfifo', [join(folder, 'pipe')])
    for (const [path, code] of [
      [join(folder, 'none'), 'ENOENT'],
      [folder, 'EISDIR'],
      [join(file, 'below'), 'ENOTDIR'],
      ['x'.repeat(5000), 'ENAMETOOLONG'],
      ['/dev/zero', 'EINVAL'],
      [join(folder, 'pipe'), 'EINVAL'],
    ] as const) {
      writeFileSync(file, '')
      assert.throws(() => zchunk.slurp(path), { name: 'CzmqError', code, syscall: 'zchunk_slurp' }, path)
      assert.throws(() => zchunk.read(path, 5), { name: 'CzmqError', code, syscall: 'zchunk_read' }, path)
    }
    const chunk = zchunk.new('a')
    assert.throws(() => zchunk.write(chunk, folder), { code: 'EISDIR', syscall: 'zchunk_write' })
    assert.throws(() => zchunk.write(chunk, '/dev/full'), { code: 'ENOSPC' })
    assert.throws(() => zchunk.write(chunk, 'a\0b'), { code: 'ERR_INVALID_ARG_VALUE' })
    zchunk.destroy(chunk)
  })
})
