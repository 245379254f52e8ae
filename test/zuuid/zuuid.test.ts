import assert from 'node:assert/strict'
import { type Zuuid, zuuid } from '../../src/index.ts'
import { runCode } from '../helpers/child.ts'

const DIGITS = '8CB3E9A9649B4BEF8DE225E9C2CEBB38'
const CANONICAL = '8cb3e9a9-649b-4bef-8de2-25e9c2cebb38'
const invalid = { code: 'ERR_INVALID_ARG_VALUE' }

describe('zuuid', () => {
  let uuid: Zuuid

  beforeEach(() => {
    uuid = zuuid.new()
  })
  afterEach(() => zuuid.destroy(uuid))

  it('is 16 bytes, 32 digits, and another one each time', () => {
    assert.equal(zuuid.size(uuid), 16)
    assert.equal(zuuid.data(uuid).length, 16)
    assert.match(zuuid.str(uuid), /^[0-9A-F]{32}$/)
    using other = zuuid.new()
    assert.notEqual(zuuid.str(other), zuuid.str(uuid))
  })

  it('is written as the same text that Node writes', () => {
    assert.equal(zuuid.str(uuid), zuuid.data(uuid).toString('hex').toUpperCase())
    assert.equal(zuuid.strCanonical(uuid).replaceAll('-', ''), zuuid.str(uuid).toLowerCase())
  })

  it('has a copy that is equal and not the same', () => {
    const copy = zuuid.dup(uuid)
    assert.ok(zuuid.eq(uuid, zuuid.data(copy)))
    assert.ok(!zuuid.neq(uuid, zuuid.data(copy)))
    zuuid.set(copy, Buffer.alloc(16, 7))
    assert.ok(zuuid.neq(uuid, zuuid.data(copy)))
    zuuid.destroy(copy)
    assert.equal(zuuid.size(uuid), 16)
  })

  it('can be set from bytes', () => {
    zuuid.set(uuid, Buffer.from(DIGITS, 'hex'))
    assert.equal(zuuid.str(uuid), DIGITS)
    assert.equal(zuuid.strCanonical(uuid), CANONICAL)
  })

  for (const source of [DIGITS, DIGITS.toLowerCase(), CANONICAL, `{${CANONICAL.toUpperCase()}}`]) {
    it(`can be set from ${source}`, () => {
      zuuid.setStr(uuid, source)
      assert.equal(zuuid.str(uuid), DIGITS)
      assert.equal(zuuid.strCanonical(uuid), CANONICAL)
    })
  }

  for (const source of [
    'bad',
    '',
    '{}',
    DIGITS.slice(1),
    `${DIGITS}38`,
    'g'.repeat(32),
    'a'.repeat(1e6),
    '%s%n',
  ]) {
    it(`refuses ${source.slice(0, 40) || 'nothing'}, and stays as it is`, () => {
      zuuid.setStr(uuid, DIGITS)
      assert.throws(() => zuuid.setStr(uuid, source), invalid)
      assert.equal(zuuid.str(uuid), DIGITS)
    })
  }

  it('can be made of bytes', () => {
    using other = zuuid.newFrom(Buffer.from(DIGITS, 'hex'))
    assert.equal(zuuid.str(other), DIGITS)
  })

  it('refuses bytes of another size', () => {
    for (const size of [0, 15, 17]) {
      for (const call of [zuuid.set, zuuid.eq, zuuid.neq])
        assert.throws(() => call(uuid, Buffer.alloc(size)), invalid)
      assert.throws(() => zuuid.newFrom(Buffer.alloc(size)), invalid)
    }
  })

  it('answers a copy of its bytes', () => {
    const data = zuuid.data(uuid)
    data.fill(0)
    assert.ok(zuuid.neq(uuid, data))
  })

  it('writes its bytes into memory that has room', () => {
    const target = Buffer.alloc(20)
    zuuid.export(uuid, target)
    assert.ok(zuuid.eq(uuid, target.subarray(0, 16)))
    assert.deepEqual(target.subarray(16), Buffer.alloc(4))
    assert.throws(() => zuuid.export(uuid, Buffer.alloc(15)), invalid)
  })

  it('is gone when it was destroyed, and can be destroyed again', () => {
    zuuid.destroy(uuid)
    zuuid.destroy(uuid)
    const calls = [zuuid.data, zuuid.size, zuuid.str, zuuid.strCanonical, zuuid.dup]
    for (const call of calls) assert.throws(() => call(uuid), { code: 'ERR_CZMQ_DESTROYED' })
    for (const call of [zuuid.set, zuuid.eq, zuuid.neq, zuuid.export])
      assert.throws(() => call(uuid, Buffer.alloc(16)), { code: 'ERR_CZMQ_DESTROYED' })
    assert.throws(() => zuuid.setStr(uuid, DIGITS), { code: 'ERR_CZMQ_DESTROYED' })
  })

  it('throws typed errors, whatever it is given, and is collected', async () => {
    const { stdout, stderr } = await runCode(
      `
      import { liveHandles, zuuid } from '$src/index.ts'
      import { attack, report } from '${import.meta.dirname}/../zmq/attack.ts'
      import { setImmediate } from 'node:timers/promises'
      const bytes = Buffer.alloc(16)
      report(attack(zuuid, {
        new: () => [],
        newFrom: () => [bytes],
        destroy: () => [zuuid.new()],
        set: () => [zuuid.new(), bytes],
        setStr: () => [zuuid.new(), '${DIGITS}'],
        data: () => [zuuid.new()],
        size: () => [zuuid.new()],
        str: () => [zuuid.new()],
        strCanonical: () => [zuuid.new()],
        export: () => [zuuid.new(), bytes],
        eq: () => [zuuid.new(), bytes],
        neq: () => [zuuid.new(), bytes],
        dup: () => [zuuid.new()],
      }))
      for (let round = 0; round < 50 && liveHandles('zuuid') > 0; round++) { gc(); await setImmediate() }
      console.log(' left', liveHandles('zuuid'))`,
      { execArgv: ['--expose-gc'] },
    )
    assert.match(stdout, /\nsurvived left 0\n$/, `${stdout.slice(-500)} ${stderr}`)
  }).timeout(30_000)
})
