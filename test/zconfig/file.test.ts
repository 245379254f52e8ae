import assert from 'node:assert/strict'
import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { C, type Zconfig, zconfig } from '../../src/index.ts'
import { runChild } from '../helpers/child.ts'

describe('configuration files', () => {
  let folder: string
  let file: string
  let root: Zconfig

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'czmq-zconfig-'))
    file = join(folder, 'test.cfg')
    writeFileSync(file, '# comment\nserver\n    port = 5555\n')
    root = zconfig.load(file)
  })
  afterEach(() => {
    zconfig.destroy(root)
    rmSync(folder, { recursive: true })
  })

  it('are loaded again when they have changed', () => {
    const port = zconfig.locate(root, 'server/port') as Zconfig
    assert.equal(zconfig.hasChanged(root), false)
    writeFileSync(file, 'server\n    port = 6666\n    name = Ada\n')
    assert.equal(zconfig.hasChanged(root), true)
    assert.equal(zconfig.hasChanged(port), true)
    zconfig.reload(root)
    assert.equal(zconfig.hasChanged(root), false)
    assert.equal(zconfig.get(root, 'server/port'), '6666')
    assert.throws(() => zconfig.value(port), { code: 'ERR_CZMQ_DESTROYED' })
    const { atime, mtime } = statSync(file)
    utimesSync(file, atime, new Date(mtime.getTime() + 5000))
    assert.equal(zconfig.hasChanged(root), true)
  })

  it('leave the tree as it was when they cannot be loaded again', () => {
    const port = zconfig.locate(root, 'server/port') as Zconfig
    for (const [content, code] of [
      ['a b', 'EBADMSG'],
      ['a\n'.repeat(20_001), 'EMSGSIZE'],
      [null, 'ENOENT'],
    ] as const) {
      if (content === null) rmSync(file)
      else writeFileSync(file, content)
      assert.equal(zconfig.hasChanged(root), true)
      assert.throws(() => zconfig.reload(root), { code })
      assert.equal(zconfig.value(port), '5555')
    }
    assert.equal(zconfig.filename(root), file)
  })

  it('are loaded again for whole trees that were loaded, and for no others', () => {
    const wrong = { code: 'ERR_INVALID_ARG_VALUE' }
    assert.throws(() => zconfig.reload(zconfig.locate(root, 'server') as Zconfig), wrong)
    const made = zconfig.new('root')
    assert.equal(zconfig.filename(made), null)
    assert.equal(zconfig.hasChanged(made), false)
    assert.throws(() => zconfig.reload(made), wrong)
    zconfig.destroy(made)
  })

  it('are what C reads and writes', () => {
    zconfig.put(root, 'server/name', 'say "hi"')
    zconfig.setComment(root, ' a comment')
    zconfig.save(root, file)
    const byC = C.zconfig_load(file)
    assert.ok(byC)
    assert.equal(C.zconfig_get(byC, '/server/name', null), 'say "hi"')
    assert.equal(C.zconfig_get(byC, '/server/port', null), '5555')
    C.zconfig_put(byC, 'new/item', 'by C')
    C.zconfig_put(byC, 'server/name', 'Ada')
    assert.equal(C.zconfig_save(byC, file), 0)
    zconfig.reload(root)
    assert.equal(zconfig.get(root, 'new/item'), 'by C')
    assert.deepEqual(zconfig.comments(root), [' comment', ' a comment'])
    assert.equal(zconfig.strSave(root), C.zconfig_str_save(byC).replace('new\n', 'new = ""\n'))
    C.zconfig_set_value(C.zconfig_locate(byC, 'new') as typeof byC, '')
    assert.equal(C.zconfig_save(byC, file), 0)
    zconfig.save(root, join(folder, 'other'))
    assert.deepEqual(readFileSync(join(folder, 'other')), readFileSync(file))
    C.zconfig_destroy([byC])
  })

  it('say why they cannot be used', () => {
    execFileSync('mkfifo', [join(folder, 'pipe')])
    writeFileSync(join(folder, 'large'), Buffer.alloc((1 << 25) + 1, '#\n'))
    for (const [path, code] of [
      [join(folder, 'none'), 'ENOENT'],
      [folder, 'EISDIR'],
      [join(file, 'below'), 'ENOTDIR'],
      ['x'.repeat(5000), 'ENAMETOOLONG'],
      ['/dev/zero', 'EINVAL'],
      [join(folder, 'pipe'), 'EINVAL'],
      [join(folder, 'large'), 'EFBIG'],
      ['', 'ENOENT'],
    ] as const)
      assert.throws(() => zconfig.load(path), { name: 'CzmqError', code, syscall: 'zconfig_load' }, path)
    assert.throws(() => zconfig.load('a\0b'), { code: 'ERR_INVALID_ARG_VALUE' })
    assert.throws(() => zconfig.save(root, folder), { code: 'EISDIR', syscall: 'zconfig_save' })
    assert.throws(() => zconfig.save(root, '/dev/full'), { code: 'ENOSPC' })
  })

  it('of strangers mean the same here and in C, and end nothing', async () => {
    for (const seed of ['20', '4711']) {
      const { stderr, code, signal } = await runChild('zconfig-fuzz.ts', { args: [seed] })
      assert.deepEqual({ code, signal }, { code: 0, signal: null }, stderr)
      const [agreed, valid] = stderr.split(' ').map(Number)
      assert.ok(Number(agreed) > 9900 && Number(valid) > 900, stderr)
    }
  }).timeout(60_000)
})
