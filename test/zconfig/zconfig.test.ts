import assert from 'node:assert/strict'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Zconfig, zchunk, zconfig } from '../../src/index.ts'

const MALAMUTE = `malamute
    endpoint = ipc://@/malamute
    producer = STREAM
    consumer
        STREAM2 = .*
        STREAM3 = HAM
server
    verbose = true
`
const QUEUE = `context
    iothreads = 1
    verbose = 1      #   Ask for a trace
main
    type = zqueue    #  ZMQ_DEVICE type
    frontend
        option
            hwm = 1000
            swap = 25000000     #  25MB
        bind = 'inproc://addr1'
        bind = 'ipc://addr2'
    backend
        bind = inproc://addr3
`
const NODES = `A1 = abc
    x
        1
        2
    y = 1    #   Ask for a trace
A2
    B1 = zqueue    #  ZMQ_DEVICE type
    B2
        C1
            hwm = 1000
            swap = 25000000     #  25MB
        C2 = 50
        C3
            bind = addr3
    B3
        bind = inproc://addr4
    B4 = Ignac
        z = 5
A3
A4
`

/** What must be there. */
function at(self: Zconfig, path: string): Zconfig {
  const item = zconfig.locate(self, path)
  assert.ok(item, path)
  return item
}

function using(root: Zconfig, use: (root: Zconfig) => void): void {
  try {
    use(root)
  } finally {
    zconfig.destroy(root)
  }
}

/** The names of an item and those after it, with their values. */
function row(item: Zconfig | null): string[] {
  return item ? [`${zconfig.name(item)}=${zconfig.value(item)}`, ...row(zconfig.next(item))] : []
}

describe("zconfig, in CZMQ's self-test", () => {
  it('is made, saved, loaded and reloaded', () => {
    const folder = mkdtempSync(join(tmpdir(), 'czmq-zconfig-'))
    const file = join(folder, 'test.cfg')
    using(zconfig.new('root'), (root) => {
      const section = zconfig.new('headers', root)
      zconfig.setValue(zconfig.new('email', section), 'some@random.com')
      zconfig.setValue(zconfig.new('name', section), 'Justin Kayce')
      zconfig.put(root, '/curve/secret-key', 'Top Secret')
      zconfig.setComment(root, '   CURVE certificate')
      zconfig.setComment(root, '   -----------------')
      assert.deepEqual(zconfig.comments(root), ['   CURVE certificate', '   -----------------'])
      zconfig.save(root, file)
    })
    using(zconfig.load(file), (root) => {
      assert.equal(zconfig.filename(root), file)
      assert.equal(zconfig.get(root, '/headers/email'), 'some@random.com')
      assert.equal(zconfig.get(root, '/curve/secret-key'), 'Top Secret')
      zconfig.save(root, file)
      assert.equal(zconfig.hasChanged(root), false)
      zconfig.reload(root)
      assert.equal(zconfig.hasChanged(root), false)
      assert.throws(() => zconfig.save(root, join(folder, 'path/that/doesnt/exist')), { code: 'ENOENT' })
    })
    rmSync(folder, { recursive: true })
  })

  it('goes through chunks and text', () => {
    const root = zconfig.new('root')
    const item = zconfig.new('value', zconfig.new('section', root))
    zconfig.setValue(item, 'somevalue')
    assert.equal(zconfig.locate(root, 'section/value'), item)
    const chunk = zconfig.chunkSave(root)
    assert.equal(zchunk.size(chunk), 32)
    assert.equal(zconfig.strSave(root), zchunk.strdup(chunk))
    zconfig.destroy(root)
    using(zconfig.chunkLoad(chunk), (loaded) =>
      assert.equal(zconfig.get(loaded, '/section/value'), 'somevalue'),
    )
    zchunk.destroy(chunk)
  })

  it('is loaded from text, and copied', () => {
    using(zconfig.strLoad(MALAMUTE), (config) => {
      assert.equal(zconfig.get(config, 'malamute/endpoint'), 'ipc://@/malamute')
      assert.equal(zconfig.get(config, 'malamute/producer'), 'STREAM')
      const consumer = at(config, 'malamute/consumer')
      assert.deepEqual(row(zconfig.child(consumer)), ['STREAM2=.*', 'STREAM3=HAM'])
      assert.equal(zconfig.get(config, 'server/verbose'), 'true')
      using(zconfig.dup(config), (copy) => {
        assert.equal(zconfig.get(copy, 'server/verbose'), 'true')
        assert.equal(zconfig.strSave(copy), zconfig.strSave(config))
      })
      using(zconfig.dup(consumer), (copy) => assert.equal(zconfig.name(copy), 'consumer'))
    })
  })

  it('loses what is below an item', () => {
    using(zconfig.strLoad(QUEUE), (root) => {
      zconfig.removeSubtree(at(root, 'context/iothreads'))
      assert.deepEqual(row(zconfig.child(at(root, 'context'))), ['iothreads=1', 'verbose=1'])
      zconfig.removeSubtree(at(root, 'main/frontend/option'))
      assert.equal(zconfig.locate(root, 'main/frontend/option/hwm'), null)
      assert.equal(zconfig.locate(root, 'main/frontend/option/swap'), null)
      assert.deepEqual(row(at(root, 'main/frontend/option')), [
        'option=',
        'bind=inproc://addr1',
        'bind=ipc://addr2',
      ])
      zconfig.removeSubtree(at(root, 'main/frontend'))
      assert.equal(zconfig.child(at(root, 'main/frontend')), null)
      assert.deepEqual(row(at(root, 'main/frontend')), ['frontend=', 'backend='])
      zconfig.removeSubtree(at(root, 'main'))
      for (const each of ['main/type', 'main/frontend', 'main/backend'])
        assert.equal(zconfig.locate(root, each), null)
      at(root, 'main')
      zconfig.removeSubtree(root)
      assert.equal(zconfig.child(root), null)
      assert.equal(zconfig.locate(root, 'main'), null)
    })
  })

  it('loses items with what is below them', () => {
    const root = zconfig.strLoad(NODES)
    const remove = (path: string) => zconfig.remove(at(root, path))
    remove('A2/B2/C3')
    assert.equal(zconfig.next(at(root, 'A2/B2/C2')), null)
    assert.equal(zconfig.locate(root, 'A2/B2/C3/bind'), null)
    remove('A2/B2')
    assert.deepEqual(row(zconfig.child(at(root, 'A2'))), ['B1=zqueue', 'B3=', 'B4=Ignac'])
    assert.equal(zconfig.locate(root, 'A2/B2/C1'), null)
    remove('A2/B1')
    assert.deepEqual(row(zconfig.child(at(root, 'A2'))), ['B3=', 'B4=Ignac'])
    remove('A2/B3')
    assert.deepEqual(row(zconfig.child(at(root, 'A2'))), ['B4=Ignac'])
    remove('A2')
    assert.deepEqual(row(zconfig.child(root)), ['A1=abc', 'A3=', 'A4='])
    remove('A1')
    assert.deepEqual(row(zconfig.child(root)), ['A3=', 'A4='])
    assert.equal(zconfig.locate(root, 'A1/x/1'), null)
    zconfig.remove(root)
    assert.equal(root.destroyed, true)
  })
})

describe('zconfig', () => {
  it('gives each item one handle', () => {
    using(zconfig.strLoad(QUEUE), (root) => {
      const main = zconfig.next(zconfig.child(root) as Zconfig)
      assert.equal(main, zconfig.locate(root, '/main'))
      assert.equal(main?.owner, root)
      assert.equal(zconfig.atDepth(root, 0), root)
      assert.equal(zconfig.atDepth(root, 1), main)
      assert.equal(zconfig.name(zconfig.atDepth(root, 3) as Zconfig), 'bind')
      assert.equal(zconfig.atDepth(root, 4), null)
      assert.equal(zconfig.next(root), null)
    })
  })

  it('keeps handles of what stays when something is removed', () => {
    using(zconfig.strLoad(NODES), (root) => {
      const removed = at(root, 'A2/B2')
      const below = at(root, 'A2/B2/C1/hwm')
      const [parent, sibling, other] = [at(root, 'A2'), at(root, 'A2/B3'), at(root, 'A1/y')]
      zconfig.setComment(sibling, 'kept')
      zconfig.remove(removed)
      for (const gone of [removed, below])
        assert.throws(() => zconfig.name(gone), { code: 'ERR_CZMQ_DESTROYED' })
      assert.deepEqual([parent, sibling, other].map(zconfig.name), ['A2', 'B3', 'y'])
      assert.equal(at(root, 'A2/B3'), sibling)
      assert.deepEqual(zconfig.comments(sibling), ['kept'])
      zconfig.setValue(other, '2')
      assert.equal(zconfig.get(root, 'A1/y'), '2')
    })
  })

  it('makes items on the way to a path, and changes those that are there', () => {
    using(zconfig.new('root'), (root) => {
      zconfig.put(root, '/a/b/c', '1')
      zconfig.put(root, 'a/b/d', '2')
      zconfig.put(root, 'a/b', '3')
      zconfig.put(at(root, 'a'), 'b/c', null)
      assert.equal(zconfig.strSave(root), 'a\n    b = "3"\n        c\n        d = "2"\n')
      assert.equal(zconfig.get(root, 'a/b/c', 'default'), null)
      assert.equal(zconfig.get(root, 'a/x', 'default'), 'default')
      assert.equal(zconfig.get(root, 'a/x'), null)
      assert.equal(zconfig.locate(root, 'a//b'), null)
    })
  })

  it('keeps the comments that begin a line, as those of the root', () => {
    using(zconfig.strLoad('# one\n\na = 1 # lost\n#two \n    # lost\n'), (root) => {
      assert.deepEqual(zconfig.comments(root), [' one', 'two'])
      assert.equal(zconfig.strSave(root), '# one\n#two\n\na = "1"\n')
      using(zconfig.dup(root), (copy) => assert.deepEqual(zconfig.comments(copy), [' one', 'two']))
    })
    assert.throws(() => zconfig.strLoad('#\n'.repeat(20_001)), { code: 'EMSGSIZE' })
  })

  it('takes text as it is, never for a format', () => {
    using(zconfig.new('root'), (root) => {
      zconfig.put(root, 'a', '%s%n%s')
      zconfig.setComment(root, '%n%s')
      zconfig.setValue(at(root, 'a'), '%n%n%n%s')
      assert.equal(zconfig.strSave(root), '#%n%s\n\na = "%n%n%n%s"\n')
      zconfig.setComment(root, null)
      assert.deepEqual(zconfig.comments(root), [])
      zconfig.print(root)
    })
  })

  it('walks through all items, and stops when it is told to', () => {
    using(zconfig.strLoad(MALAMUTE), (root) => {
      const seen = [...zconfig.walk(root)].map(({ item, depth }) => `${depth} ${zconfig.name(item)}`)
      assert.deepEqual(seen.slice(0, 5), ['0 root', '1 malamute', '2 endpoint', '2 producer', '2 consumer'])
      assert.deepEqual(seen.slice(5), ['3 STREAM2', '3 STREAM3', '1 server', '2 verbose'])
      assert.equal([...zconfig.walk(at(root, 'malamute/consumer'))].length, 3)
      const visited: string[] = []
      const stop = (item: Zconfig) => visited.push(zconfig.name(item)) < 3
      assert.equal(zconfig.execute(root, stop), -1)
      assert.deepEqual(visited, ['root', 'malamute', 'endpoint'])
      assert.equal(
        zconfig.execute(root, () => 0),
        0,
      )
      assert.throws(
        () =>
          zconfig.execute(root, () => {
            throw new RangeError('from a handler')
          }),
        { message: 'from a handler' },
      )
    })
  })

  it('may be changed while somebody walks through it', () => {
    const root = zconfig.strLoad(NODES)
    const seen: string[] = []
    for (const { item } of zconfig.walk(root)) {
      seen.push(zconfig.name(item))
      if (zconfig.name(item) === 'A1') zconfig.remove(at(root, 'A2/B2'))
      if (zconfig.name(item) === 'B3') zconfig.put(item, 'new', '1')
    }
    assert.deepEqual(seen.slice(6), ['A2', 'B1', 'B3', 'bind', 'new', 'B4', 'z', 'A3', 'A4'])
    const removing = () => {
      for (const { item } of zconfig.walk(root)) if (zconfig.name(item) === 'A2') zconfig.remove(item)
    }
    assert.throws(removing, { code: 'ERR_CZMQ_DESTROYED' })
    const destroying = () => {
      for (const _ of zconfig.walk(root)) zconfig.destroy(root)
    }
    assert.throws(destroying, { code: 'ERR_CZMQ_DESTROYED' })
  })

  it('writes what can be read again, whatever quotes are in it', () => {
    using(zconfig.new('root'), (root) => {
      const values = ['', ' a ', "it's", 'say "hi"', `a"b'c`, '#', 'a # b', '=', '\t', 'ä€😀', '%s']
      for (const [index, each] of values.entries()) zconfig.put(root, `v${index}`, each)
      using(zconfig.strLoad(zconfig.strSave(root)), (loaded) => {
        for (const [index, each] of values.entries()) assert.equal(zconfig.get(loaded, `v${index}`), each)
      })
    })
  })

  it('refuses what ZPL cannot hold, and stays as it was', () => {
    using(zconfig.new('root'), (root) => {
      const wrong = { code: 'ERR_INVALID_ARG_VALUE' }
      for (const each of ['', '/', '/a', 'a/', 'a b', 'ä', 'a=b', 'a#', 'a\n', 'a:b', '"a"'])
        assert.throws(() => zconfig.new(each, root), wrong, each)
      for (const each of ['', '/', '//a', 'a//b', 'a/', '/a/', 'a b', 'a/ä'])
        assert.throws(() => zconfig.put(root, each, '1'), wrong, each)
      for (const each of ['a\nb', 'a\rb', `'"`, `"a' #`, 'a\0', '\ud800', 'x'.repeat(1020)])
        assert.throws(() => zconfig.put(root, 'a/b', each), wrong, each)
      for (const each of ['a\nb', 'a\0', '\udc00', 'x'.repeat(1024)])
        assert.throws(() => zconfig.setComment(root, each), wrong, each)
      assert.equal(zconfig.strSave(root), '')
    })
  })

  it('refuses lines that C would cut, at the very byte', () => {
    using(zconfig.new('root'), (root) => {
      const room = 1024 - '    b = ""'.length
      zconfig.put(root, 'a/b', 'ä'.repeat(room / 2))
      using(zconfig.strLoad(zconfig.strSave(root)), (loaded) =>
        assert.equal(zconfig.get(loaded, 'a/b'), 'ä'.repeat(room / 2)),
      )
      const item = at(root, 'a/b')
      assert.throws(() => zconfig.setValue(item, 'x'.repeat(room + 1)), { code: 'ERR_INVALID_ARG_VALUE' })
      assert.throws(() => zconfig.setName(item, 'bb'), { code: 'ERR_INVALID_ARG_VALUE' })
      zconfig.setName(item, 'c')
      zconfig.setValue(item, 'short')
      zconfig.setName(item, 'longer')
      assert.equal(zconfig.get(root, 'a/longer'), 'short')
    })
  })

  it('refuses trees that are too deep or too large for C', () => {
    using(zconfig.new('root'), (root) => {
      let item = root
      const deepen = () => {
        for (;;) item = zconfig.new('x', item)
      }
      assert.throws(deepen, { code: 'ERR_INVALID_ARG_VALUE' })
      using(zconfig.strLoad(zconfig.strSave(root)), (loaded) =>
        assert.equal([...zconfig.walk(loaded)].length, 257),
      )
      assert.throws(() => zconfig.put(root, 'a/'.repeat(300).slice(0, -1), '1'), {
        code: 'ERR_INVALID_ARG_VALUE',
      })
    })
    assert.throws(() => zconfig.strLoad('a\n'.repeat(20_001)), { code: 'EMSGSIZE' })
    using(zconfig.strLoad('a\n'.repeat(20_000)), (root) => {
      assert.throws(() => zconfig.put(root, 'b', '1'), { code: 'EMSGSIZE' })
      assert.throws(() => zconfig.new('b', root), { code: 'EMSGSIZE' })
      zconfig.put(root, 'a', '1')
      zconfig.remove(at(root, 'a'))
      zconfig.put(root, 'b', '1')
    })
  }).timeout(20_000)

  it('says in which line text is not ZPL', () => {
    for (const [text, line] of [
      ['a = 1\n  b = 2\n', 2],
      ['a\n        b\n', 2],
      ['a b', 1],
      ['\n\na = "x', 3],
      ["a = 'x' y", 1],
      ['= 1', 1],
      ['a:b = 1', 1],
      ['/a = 1', 1],
      [`a\nb = ${'x'.repeat(1021)}`, 2],
    ] as const) {
      assert.throws(() => zconfig.strLoad(text), {
        name: 'CzmqError',
        code: 'EBADMSG',
        syscall: 'zconfig_str_load',
        message: new RegExp(`line ${line} `),
      })
    }
    assert.throws(() => zconfig.chunkLoad(Buffer.from('a = 1\0')), { code: 'EBADMSG' })
    assert.throws(() => zconfig.chunkLoad(Buffer.from([0x61, 0x3d, 0xff])), { code: 'EBADMSG' })
    assert.throws(() => zconfig.strLoad('a\0'), { code: 'ERR_INVALID_ARG_VALUE' })
    using(zconfig.chunkLoad(new Uint8Array(0)), (root) => assert.equal(zconfig.child(root), null))
  })
})
