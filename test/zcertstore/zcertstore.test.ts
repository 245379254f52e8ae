import assert from 'node:assert/strict'
import { mkdirSync, renameSync, rmSync, utimesSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { type Zcert, type Zcertstore, zcert, zcertstore } from '../../src/index.ts'
import { freshFolder } from '../helpers/folder.ts'
import { saveInC } from '../zcert/peer.ts'

/** The names in the metadata of what a store has. */
function namesIn(store: Zcertstore): (string | null)[] {
  return zcertstore.certs(store).map((cert) => {
    using copy = cert
    return zcert.meta(copy, 'name')
  })
}

function certificate(name: string): Zcert {
  const cert = zcert.new()
  zcert.setMeta(cert, 'name', name)
  return cert
}

/** Adds a new certificate; answers its key. */
function insert(store: Zcertstore, name: string): string {
  const cert = certificate(name)
  const key = zcert.publicTxt(cert)
  zcertstore.insert(store, cert)
  return key
}

function lookup(store: Zcertstore, key: string): string | null {
  const found = zcertstore.lookup(store, key)
  if (!found) return null
  using cert = found
  return zcert.meta(cert, 'name')
}

describe('zcertstore', () => {
  const folder = freshFolder()

  it('passes the self-test of CZMQ', () => {
    const directory = join(folder(), 'certs')
    using store = zcertstore.new(directory)
    mkdirSync(directory)
    using cert = zcert.new()
    const clientKey = zcert.publicTxt(cert)
    zcert.setMeta(cert, 'name', 'John Doe')
    zcert.save(cert, join(directory, 'mycert.txt'))
    assert.equal(lookup(store, clientKey), 'John Doe')
    assert.deepEqual(namesIn(store), ['John Doe'])

    let index = 0
    const key = 'abcdefghijklmnopqrstuvwxyzabcdefghijklmn'
    zcertstore.setLoader(store, (self) => {
      zcertstore.empty(self)
      if (index++ > 0) zcertstore.insert(self, zcert.newFromTxt(key, '0'.repeat(40)))
    })
    assert.equal(zcertstore.lookup(store, clientKey), null)
    using found = zcertstore.lookup(store, key)
    assert.equal(found && zcert.publicTxt(found), key)
  })

  it('is empty in memory, and has what was inserted', () => {
    using store = zcertstore.new(null)
    assert.deepEqual(zcertstore.certs(store), [])
    const keys = ['a', 'b', 'c'].map((name) => insert(store, name))
    assert.deepEqual(namesIn(store), ['a', 'b', 'c'])
    assert.deepEqual(
      keys.map((key) => lookup(store, key)),
      ['a', 'b', 'c'],
    )
    zcertstore.empty(store)
    zcertstore.empty(store)
    assert.deepEqual(namesIn(store), [])
    assert.equal(lookup(store, keys[0] ?? ''), null)
    insert(store, 'd')
    assert.deepEqual(namesIn(store), ['d'])
  })

  it('takes what is inserted', () => {
    using store = zcertstore.new(null)
    const cert = zcert.new()
    zcertstore.insert(store, cert)
    assert.throws(() => zcert.publicTxt(cert), { code: 'ERR_CZMQ_TAKEN' })
    assert.throws(() => zcertstore.insert(store, cert), { code: 'ERR_CZMQ_TAKEN' })
    zcert.destroy(cert)
    assert.equal(zcertstore.certs(store).map(zcert.destroy).length, 1)
  })

  it('refuses a key that it has, over which C ends the process', () => {
    using store = zcertstore.new(null)
    using cert = certificate('first')
    zcertstore.insert(store, zcert.dup(cert))
    using second = zcert.dup(cert)
    zcert.setMeta(second, 'name', 'second')
    assert.throws(() => zcertstore.insert(store, second), { code: 'ERR_INVALID_ARG_VALUE' })
    assert.equal(zcert.meta(second, 'name'), 'second')
    assert.deepEqual(namesIn(store), ['first'])
  })

  it('answers copies, which outlive the store', () => {
    const store = zcertstore.new(null)
    const key = insert(store, 'a')
    using one = zcertstore.lookup(store, key)
    using other = zcertstore.lookup(store, key)
    assert.ok(one && other)
    zcert.setMeta(one, 'name', 'changed')
    assert.equal(zcert.meta(other, 'name'), 'a')
    assert.equal(lookup(store, key), 'a')
    zcertstore.empty(store)
    zcertstore.destroy(store)
    assert.deepEqual([zcert.meta(one, 'name'), zcert.meta(other, 'name')], ['changed', 'a'])
    assert.ok(zcert.eq(one, other))
  })

  describe('of a directory', () => {
    it('follows what happens there', () => {
      using store = zcertstore.new(folder())
      const path = (name: string) => join(folder(), name)
      const joe = saveInC(path('joe'), { name: 'Joe' }).publicKey
      assert.equal(lookup(store, joe), 'Joe')
      mkdirSync(path('sub'))
      const eve = saveInC(path('sub/eve'), { name: 'Eve' }).publicKey
      assert.deepEqual([lookup(store, eve), lookup(store, joe)], ['Eve', 'Joe'])
      renameSync(path('joe'), path('sub/joe'))
      assert.deepEqual(namesIn(store).sort(), ['Eve', 'Joe'])
      rmSync(path('sub/joe'))
      assert.equal(lookup(store, joe), null)
      writeFileSync(path('sub/eve'), 'damaged')
      rmSync(path('sub/eve_secret'))
      assert.equal(lookup(store, eve), null)
      rmSync(folder(), { recursive: true })
      assert.deepEqual(namesIn(store), [])
    })

    it('has the secret keys that can be read', () => {
      using store = zcertstore.new(folder())
      const path = join(folder(), 'joe')
      const { publicKey, secretKey } = saveInC(path)
      using found = zcertstore.lookup(store, publicKey)
      assert.equal(found && zcert.secretTxt(found), secretKey)
      writeFileSync(`${path}_secret`, 'damaged')
      using again = zcertstore.lookup(store, publicKey)
      assert.ok(again)
      assert.equal(zcert.secretTxt(again), null)
    })

    it('may have two files with the same key, over which C ends the process', () => {
      using store = zcertstore.new(folder())
      using cert = certificate('a')
      zcert.savePublic(cert, join(folder(), 'a'))
      zcert.setMeta(cert, 'name', 'b')
      zcert.savePublic(cert, join(folder(), 'b'))
      assert.deepEqual(namesIn(store), ['a'])
    })

    it('loses what was inserted when something else is in the directory, not before', () => {
      using store = zcertstore.new(folder())
      const path = join(folder(), 'joe')
      const joe = saveInC(path, { name: 'Joe' }).publicKey
      assert.equal(lookup(store, joe), 'Joe')
      const mine = insert(store, 'mine')
      utimesSync(path, 1, 1)
      assert.deepEqual([lookup(store, mine), lookup(store, joe)], ['mine', 'Joe'])
      saveInC(join(folder(), 'eve'), { name: 'Eve' })
      assert.deepEqual(namesIn(store).sort(), ['Eve', 'Joe'])
    })

    it('stays empty, when it was emptied, until something changes', () => {
      using store = zcertstore.new(folder())
      saveInC(join(folder(), 'joe'), { name: 'Joe' })
      assert.deepEqual(namesIn(store), ['Joe'])
      zcertstore.empty(store)
      assert.deepEqual(namesIn(store), [])
      saveInC(join(folder(), 'eve'), { name: 'Eve' })
      assert.deepEqual(namesIn(store).sort(), ['Eve', 'Joe'])
    })

    it('cannot have an empty name', () => {
      assert.throws(() => zcertstore.new(''), { code: 'ERR_INVALID_ARG_VALUE' })
    })
  })

  describe('with a loader', () => {
    it('asks it each time, and keeps what was there before', () => {
      using store = zcertstore.new(folder())
      const path = join(folder(), 'joe')
      const joe = saveInC(path, { name: 'Joe' }).publicKey
      assert.equal(lookup(store, joe), 'Joe')
      let calls = 0
      zcertstore.setLoader(store, (self) => {
        assert.equal(self, store)
        insert(self, `loaded ${++calls}`)
      })
      rmSync(path)
      assert.equal(lookup(store, joe), 'Joe')
      assert.deepEqual(namesIn(store), ['Joe', 'loaded 1', 'loaded 2'])
      zcertstore.print(store)
      assert.equal(calls, 3)
    })

    it('throws what it throws, and asks it again', () => {
      using store = zcertstore.new(null)
      const failure = new Error('no network')
      let fails = true
      zcertstore.setLoader(store, (self) => {
        if (fails) throw failure
        insert(self, 'late')
      })
      const key = '1'.repeat(40)
      assert.throws(() => zcertstore.lookup(store, key), failure)
      assert.throws(() => zcertstore.certs(store), failure)
      fails = false
      assert.deepEqual(namesIn(store), ['late'])
    })

    it('is not asked while it looks at its own store', () => {
      using store = zcertstore.new(null)
      zcertstore.setLoader(store, (self) => {
        if (namesIn(self).length === 0) insert(self, 'only')
        zcertstore.setLoader(self, () => {})
      })
      assert.deepEqual(namesIn(store), ['only'])
    })

    it('may destroy the store', () => {
      const store = zcertstore.new(null)
      zcertstore.setLoader(store, zcertstore.destroy)
      assert.throws(() => zcertstore.lookup(store, '1'.repeat(40)), { code: 'ERR_CZMQ_DESTROYED' })
      const other = zcertstore.new(null)
      zcertstore.setLoader(other, zcertstore.destroy)
      assert.throws(() => zcertstore.certs(other), { code: 'ERR_CZMQ_DESTROYED' })
    })
  })

  it('refuses keys that are none', () => {
    using store = zcertstore.new(null)
    for (const key of ['', 'x', '~'.repeat(40), '0'.repeat(41)])
      assert.throws(() => zcertstore.lookup(store, key), { code: 'ERR_INVALID_ARG_VALUE' })
  })

  it('prints what is in it, but no secret key', () => {
    using store = zcertstore.new(null)
    assert.equal(zcertstore.print(store), 'certificates in store')
    using cert = certificate('%s%n')
    zcertstore.insert(store, zcert.dup(cert))
    const shown = zcertstore.print(store)
    assert.match(shown, /name = "%s%n"/)
    assert.ok(!shown.includes(zcert.secretTxt(cert) ?? ''))
  })

  it('is destroyed once; then its functions say so', () => {
    const store = zcertstore.new(folder())
    using cert = zcert.new()
    zcertstore.destroy(store)
    zcertstore.destroy(store)
    const calls = [
      () => zcertstore.lookup(store, '1'.repeat(40)),
      () => zcertstore.insert(store, cert),
      () => zcertstore.empty(store),
      () => zcertstore.certs(store),
      () => zcertstore.print(store),
      () => zcertstore.setLoader(store, () => {}),
    ]
    for (const call of calls) assert.throws(call, { code: 'ERR_CZMQ_DESTROYED' }, call.toString())
    assert.ok(zcert.publicTxt(cert))
  })
})
