import assert from 'node:assert/strict'
import { join } from 'node:path'
import fc from 'fast-check'
import { type Zcert, zcert } from '../../src/index.ts'
import { freshFolder } from '../helpers/folder.ts'
import { loadInC, saveInC } from './peer.ts'

const VALUES = [
  '',
  ' ',
  'Joe',
  '%s%n%s%n%d',
  "it's",
  'say "hello"',
  `a"b'c`,
  '# no comment',
  ' spaces around ',
  '= x',
  'tab\tinside',
  'Ünïcödé 🗝',
  "'",
  '"',
  'x'.repeat(500),
]
const UNWRITABLE = ['a\nb', 'a\rb', '\u0001', '\u007f', '\ud800', `'"`, `"' `, `a"'#`, ' "\'']

function all(cert: Zcert): Record<string, string | null> {
  return Object.fromEntries(zcert.metaKeys(cert).map((name) => [name, zcert.meta(cert, name)]))
}

describe('the metadata of a zcert', () => {
  const folder = freshFolder()

  it('is null where there is none', () => {
    using cert = zcert.new()
    assert.equal(zcert.meta(cert, 'name'), null)
    assert.equal(zcert.meta(cert, ''), null)
    assert.deepEqual(zcert.metaKeys(cert), [])
  })

  it('is replaced, not left as C would', () => {
    using cert = zcert.new()
    const keys = [zcert.publicTxt(cert), zcert.secretTxt(cert)]
    zcert.setMeta(cert, 'other', '%d')
    for (const value of ['one', 'two', 'two', '']) {
      zcert.setMeta(cert, 'name', value)
      assert.deepEqual(all(cert), { other: '%d', name: value })
    }
    assert.deepEqual([zcert.publicTxt(cert), zcert.secretTxt(cert)], keys)
  })

  it('can be removed, and removed again', () => {
    using cert = zcert.new()
    zcert.setMeta(cert, 'a', '1')
    zcert.setMeta(cert, 'b', '2')
    for (let times = 0; times < 2; times++) {
      zcert.unsetMeta(cert, 'a')
      assert.deepEqual(all(cert), { b: '2' })
    }
  })

  it('does not come back from a copy that was made before', () => {
    using cert = zcert.new()
    zcert.setMeta(cert, 'a', '1')
    using copy = zcert.dup(cert)
    zcert.unsetMeta(cert, 'a')
    assert.deepEqual(all(copy), { a: '1' })
    assert.deepEqual(all(cert), {})
  })

  for (const value of VALUES) {
    it(`survives in a file, here and in C: ${JSON.stringify(value).slice(0, 30)}`, () => {
      const path = join(folder(), 'cert')
      using cert = zcert.new()
      zcert.setMeta(cert, 'name', value)
      zcert.save(cert, path)
      using loaded = zcert.load(path)
      using publicOnly = zcert.load(path, { secret: false })
      assert.equal(zcert.meta(loaded, 'name'), value)
      assert.equal(zcert.meta(publicOnly, 'name'), value)
      assert.deepEqual(loadInC(path).metadata, { name: value })
    })
  }

  it('survives in a file, whatever is accepted', () => {
    const path = join(folder(), 'cert')
    const character = fc.constantFrom(...'ab \t\'"#=%\\/\u00e9🗝\n')
    const text = fc.array(character, { maxLength: 12 }).map((each) => each.join(''))
    fc.assert(
      fc.property(text, text, (name, value) => {
        using cert = zcert.new()
        try {
          zcert.setMeta(cert, name, value)
        } catch (error) {
          assert.equal((error as { code?: string }).code, 'ERR_INVALID_ARG_VALUE')
          return
        }
        zcert.savePublic(cert, path)
        using loaded = zcert.load(path)
        assert.deepEqual(all(loaded), { [name]: value })
      }),
      { numRuns: 300 },
    )
  })

  for (const value of UNWRITABLE) {
    it(`is refused when no file could hold it: ${JSON.stringify(value)}`, () => {
      using cert = zcert.new()
      assert.throws(() => zcert.setMeta(cert, 'name', value), { code: 'ERR_INVALID_ARG_VALUE' })
      assert.deepEqual(all(cert), {})
    })
  }

  for (const name of ['', ' ', 'a b', 'a=b', '/a', 'a/', 'é', 'a"', '%', 'a\n', '#a', 'x'.repeat(256)]) {
    it(`has no name like ${JSON.stringify(name).slice(0, 20)}`, () => {
      using cert = zcert.new()
      assert.throws(() => zcert.setMeta(cert, name, 'x'), { code: 'ERR_INVALID_ARG_VALUE' })
    })
  }

  for (const name of ['a/b', '$-_@.&+', '0', '__proto__', 'constructor', 'curve', 'x'.repeat(255)]) {
    it(`can be named ${name.slice(0, 20)}`, () => {
      const path = join(folder(), 'cert')
      using cert = zcert.new()
      zcert.setMeta(cert, name, 'value')
      zcert.save(cert, path)
      using loaded = zcert.load(path)
      assert.equal(zcert.meta(loaded, name), 'value')
      assert.equal(zcert.metaKeys(loaded).length, 1)
      assert.deepEqual(Object.entries(loadInC(path).metadata), [[name, 'value']])
    })
  }

  it('has no more than the 512 bytes that zauth has room for', () => {
    using cert = zcert.new()
    zcert.setMeta(cert, 'a', 'x'.repeat(250))
    zcert.setMeta(cert, 'b', 'x'.repeat(250))
    assert.throws(() => zcert.setMeta(cert, 'c', ''), { code: 'ERR_OUT_OF_RANGE' })
    assert.throws(() => zcert.setMeta(cert, 'a', 'x'.repeat(251)), { code: 'ERR_OUT_OF_RANGE' })
    assert.equal(zcert.meta(cert, 'a')?.length, 250)
    zcert.setMeta(cert, 'a', '')
    zcert.setMeta(cert, 'c', 'é'.repeat(122))
    assert.throws(() => zcert.setMeta(cert, 'c', 'é'.repeat(123)), { code: 'ERR_OUT_OF_RANGE' })
  })

  it('is what C has saved', () => {
    const path = join(folder(), 'cert')
    const metadata = { name: "Joe's", 'a/b': '100 % # x', 'X-y': 'é', empty: '' }
    const { publicKey, secretKey } = saveInC(path, metadata)
    using cert = zcert.load(path)
    assert.deepEqual(all(cert), metadata)
    assert.deepEqual([zcert.publicTxt(cert), zcert.secretTxt(cert)], [publicKey, secretKey])
  })
})
