import assert from 'node:assert/strict'
import fc from 'fast-check'
import { type Zconfig, zconfig } from '../../src/index.ts'

function objectOf(root: Zconfig): zconfig.ConfigValue {
  try {
    return zconfig.toObject(root)
  } finally {
    zconfig.destroy(root)
  }
}

const digits = 'abcXYZ019$-_@.&+'
const name = fc.string({ unit: fc.constantFrom(...digits), minLength: 1, maxLength: 8 })
const value = fc
  .string({ unit: fc.constantFrom(...'ab %\t#=ä😀"'), maxLength: 12 })
  .filter((each) => !/[\n\r]/.test(each))

/** What toObject answers for a tree of its own making. */
const { tree } = fc.letrec<{ tree: Record<string, unknown>; item: unknown }>((tie) => ({
  tree: fc.dictionary(name, fc.oneof(tie('item'), fc.array(tie('item'), { minLength: 2, maxLength: 4 })), {
    maxKeys: 5,
  }),
  item: fc.oneof(
    { depthSize: 'small', maxDepth: 5 },
    value,
    fc.constant(null),
    fc
      .tuple(tie('tree'), value)
      .filter(([below]) => Object.keys(below).length > 0)
      .map(([below, own]) =>
        own === '' ? below : Object.fromEntries([['', own], ...Object.entries(below)]),
      ),
  ),
}))

describe('configuration trees and plain objects', () => {
  it('hold the same', () => {
    const object = {
      context: { iothreads: '1', verbose: null },
      main: { '': 'zqueue', bind: ['inproc://a', 'inproc://b'], option: { hwm: '' } },
      __proto__x: '1',
    }
    const root = zconfig.fromObject(object)
    assert.equal(zconfig.get(root, 'main/bind'), 'inproc://a')
    assert.equal(zconfig.get(root, 'main'), 'zqueue')
    assert.equal(
      zconfig.strSave(root),
      `context
    iothreads = "1"
    verbose
main = "zqueue"
    bind = "inproc://a"
    bind = "inproc://b"
    option
        hwm = ""
__proto__x = "1"
`,
    )
    assert.deepEqual(objectOf(root), object)
  })

  it('come back exactly, object by object', () => {
    fc.assert(
      fc.property(tree, (object) => {
        const back = objectOf(zconfig.fromObject(object as { [name: string]: zconfig.ConfigInput }))
        assert.deepEqual(back, JSON.parse(JSON.stringify(object)))
      }),
      { numRuns: 500 },
    )
  })

  it('come back through text, where nothing becomes an empty value', () => {
    const emptied = (each: unknown): unknown => {
      if (each === null) return ''
      if (Array.isArray(each)) return each.map(emptied)
      if (typeof each !== 'object') return each
      return Object.fromEntries(Object.entries(each).map(([key, one]) => [key, emptied(one)]))
    }
    fc.assert(
      fc.property(tree, (object) => {
        const root = zconfig.fromObject(object as { [name: string]: zconfig.ConfigInput })
        const saved = zconfig.strSave(root)
        zconfig.destroy(root)
        assert.deepEqual(objectOf(zconfig.strLoad(saved)), emptied(JSON.parse(JSON.stringify(object))))
      }),
      { numRuns: 300 },
    )
  })

  it('take numbers and booleans, which are text afterwards', () => {
    const object = { a: 1, b: 1.5, c: true, d: [1n, null, { e: false }], f: { '': 7, g: 8 } }
    assert.deepEqual(objectOf(zconfig.fromObject(object)), {
      a: '1',
      b: '1.5',
      c: 'true',
      d: ['1', null, { e: 'false' }],
      f: { '': '7', g: '8' },
    })
  })

  it('hold names that objects treat differently', () => {
    const root = zconfig.strLoad('__proto__ = 1\nconstructor\n    __proto__\n        x = 2\ntoString = 3\n')
    const object = zconfig.toObject(root) as Record<string, zconfig.ConfigValue>
    assert.equal(Object.getPrototypeOf(object), Object.prototype)
    assert.deepEqual(Object.keys(object), ['__proto__', 'constructor', 'toString'])
    const again = zconfig.fromObject(object)
    assert.equal(
      zconfig.strSave(again).replaceAll(' = ""', ''),
      zconfig.strSave(root).replaceAll(' = ""', ''),
    )
    zconfig.destroy(again)
    zconfig.destroy(root)
  })

  it('show parts of trees, too', () => {
    const root = zconfig.strLoad('a = 1\nb\n    c = 2\n')
    assert.equal(zconfig.toObject(zconfig.locate(root, 'a') as Zconfig), '1')
    assert.deepEqual(zconfig.toObject(zconfig.locate(root, 'b') as Zconfig), { c: '2' })
    zconfig.destroy(root)
    assert.deepEqual(objectOf(zconfig.new('root')), {})
  })

  it('refuse what a tree cannot hold, before anything is made', () => {
    const circular: Record<string, unknown> = {}
    circular.self = circular
    let deep: unknown = '1'
    for (let each = 0; each < 100_000; each++) deep = { a: deep }
    const wrong: [unknown, string][] = [
      [null, 'ERR_INVALID_ARG_TYPE'],
      ['a', 'ERR_INVALID_ARG_TYPE'],
      [[], 'ERR_INVALID_ARG_TYPE'],
      [new Map(), 'ERR_INVALID_ARG_TYPE'],
      [{ a: undefined }, 'ERR_INVALID_ARG_TYPE'],
      [{ a: new Date() }, 'ERR_INVALID_ARG_TYPE'],
      [{ a: Buffer.from('a') }, 'ERR_INVALID_ARG_TYPE'],
      [{ a: Symbol('a') }, 'ERR_INVALID_ARG_TYPE'],
      [{ a: { '': {} } }, 'ERR_INVALID_ARG_TYPE'],
      [{ a: [['1']] }, 'ERR_INVALID_ARG_VALUE'],
      [{ 'a b': '1' }, 'ERR_INVALID_ARG_VALUE'],
      [{ ä: '1' }, 'ERR_INVALID_ARG_VALUE'],
      [{ a: 'b\nc = 1' }, 'ERR_INVALID_ARG_VALUE'],
      [{ a: 'x'.repeat(2000) }, 'ERR_INVALID_ARG_VALUE'],
      [circular, 'ERR_INVALID_ARG_VALUE'],
      [deep, 'ERR_INVALID_ARG_VALUE'],
      [{ a: Array.from({ length: 20_001 }, () => '1') }, 'EMSGSIZE'],
      [{ a: Reflect.construct(Array, [2 ** 32 - 1]) }, 'EMSGSIZE'],
    ]
    for (const [object, code] of wrong)
      assert.throws(() => Reflect.apply(zconfig.fromObject, undefined, [object]), { code })
  })
})
