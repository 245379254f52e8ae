import assert from 'node:assert/strict'
import { join } from 'node:path'
import { liveHandles, type Zconfig, zchunk, zconfig } from '../../src/index.ts'
import { runCode, runCompiled } from '../helpers/child.ts'

const OPERATIONS: Record<string, (item: Zconfig) => unknown> = {
  atDepth: (item) => zconfig.atDepth(item, 1),
  child: zconfig.child,
  chunkSave: (item) => zchunk.destroy(zconfig.chunkSave(item)),
  comments: zconfig.comments,
  dup: (item) => zconfig.destroy(zconfig.dup(item)),
  execute: (item) => zconfig.execute(item, () => 0),
  filename: zconfig.filename,
  fprint: (item) => zconfig.fprint(item, { write: () => true }),
  get: (item) => zconfig.get(item, 'a'),
  hasChanged: zconfig.hasChanged,
  locate: (item) => zconfig.locate(item, 'a'),
  name: zconfig.name,
  new: (item) => zconfig.new('new', item),
  next: zconfig.next,
  print: zconfig.print,
  put: (item) => zconfig.put(item, 'x/y', '1'),
  removeSubtree: zconfig.removeSubtree,
  save: (item) => zconfig.save(item, '/dev/null'),
  setComment: (item) => zconfig.setComment(item, 'comment'),
  setName: (item) => zconfig.setName(item, 'name'),
  setValue: (item) => zconfig.setValue(item, 'value'),
  strSave: zconfig.strSave,
  toObject: zconfig.toObject,
  value: zconfig.value,
  walk: (item) => [...zconfig.walk(item)].length,
}

const ENDS: Record<string, (root: Zconfig, item: Zconfig) => void> = {
  'after its tree was destroyed': (root) => zconfig.destroy(root),
  'after its tree was disposed': (root) => root[Symbol.dispose](),
  'after it was removed': (_, item) => zconfig.remove(item),
  'after what it is below was removed': (root) => zconfig.remove(zconfig.child(root) as Zconfig),
  'after all was removed': (root) => zconfig.removeSubtree(root),
}

describe('zconfig in all its states', () => {
  function open(): { root: Zconfig; item: Zconfig } {
    const root = zconfig.strLoad('a\n    b = 1\n        c = 2\nd\n')
    return { root, item: zconfig.locate(root, 'a/b') as Zconfig }
  }

  for (const [name, operation] of Object.entries(OPERATIONS)) {
    it(`${name} works for roots and items below, twice`, () => {
      const { root, item } = open()
      for (const each of [item, item, root, root]) operation(each)
      zconfig.destroy(root)
      assert.throws(() => operation(root), { code: 'ERR_CZMQ_DESTROYED' })
    })

    for (const [state, end] of Object.entries(ENDS)) {
      it(`${name} of an item says so, ${state}`, () => {
        const { root, item } = open()
        end(root, item)
        assert.throws(() => operation(item), { code: 'ERR_CZMQ_DESTROYED' })
        zconfig.destroy(root)
      })
    }
  }

  it('is destroyed as a whole only, and once', () => {
    const { root, item } = open()
    assert.throws(() => zconfig.destroy(item), { code: 'ERR_CZMQ_BORROWED' })
    assert.throws(() => item[Symbol.dispose](), { code: 'ERR_CZMQ_BORROWED' })
    zconfig.destroy(root)
    zconfig.destroy(root)
    zconfig.destroy(item)
    assert.throws(() => zconfig.remove(item), { code: 'ERR_CZMQ_DESTROYED' })
    assert.throws(() => zconfig.remove(root), { code: 'ERR_CZMQ_DESTROYED' })
    assert.throws(() => zconfig.reload(root), { code: 'ERR_CZMQ_DESTROYED' })
    assert.equal(liveHandles('zconfig'), 0)
  })

  it('ends a walk that was begun before', () => {
    const { root } = open()
    const walk = zconfig.walk(root)
    walk.next()
    zconfig.destroy(root)
    assert.throws(() => walk.next(), { code: 'ERR_CZMQ_DESTROYED' })
    assert.throws(() => zconfig.walk(root), { code: 'ERR_CZMQ_DESTROYED' })
  })

  it('is collected when nobody has an item of it, and not before', async () => {
    const { stdout, stderr } = await runCode(
      `import { liveHandles, zconfig } from '$src/index.ts'
      import { setImmediate } from 'node:timers/promises'
      const collected = async (done) => {
        for (let round = 0; round < 50 && !done(); round++) { gc(); await setImmediate() }
      }
      const item = (() => zconfig.locate(zconfig.strLoad('a\\n    b = 1\\n'), 'a/b'))()
      const drop = () => { for (const { item } of zconfig.walk(zconfig.strLoad('a\\n    b = 1\\n'))) item.kind }
      for (let each = 0; each < 500; each++) drop()
      await collected(() => liveHandles() === 1)
      console.log(liveHandles(), zconfig.value(item))`,
      { execArgv: ['--expose-gc'] },
    )
    assert.deepEqual([stdout, stderr], ['1 1\n', ''])
  }).timeout(30_000)

  it('is destroyed in worker threads, whose stack is small, in all shapes', async () => {
    const { stdout, stderr, code, signal } = await runCompiled('zconfig-worker.ts')
    assert.deepEqual(
      { stdout, stderr, code, signal },
      { stdout: '20000 256\n', stderr: '', code: 0, signal: null },
    )
  }).timeout(30_000)

  it('throws typed errors, whatever it is given', async () => {
    const { stdout, stderr, code } = await runCode(
      `import '${join(import.meta.dirname, 'attack-zconfig.ts')}'`,
    )
    assert.match(stdout, /\nsurvived$/, `${stdout.slice(-500)} ${stderr}`)
    assert.equal(code, 0, stderr)
  }).timeout(30_000)
})
