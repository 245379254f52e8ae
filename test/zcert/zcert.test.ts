import assert from 'node:assert/strict'
import { existsSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { inspect } from 'node:util'
import { type Zcert, zcert, zmq } from '../../src/index.ts'
import { freshFolder } from '../helpers/folder.ts'

const NULL_KEY = new Uint8Array(32)

describe('zcert', () => {
  const folder = freshFolder()

  it('passes the self-test of CZMQ', () => {
    const path = join(folder(), 'mycert.txt')
    using cert = zcert.new()
    zcert.setMeta(cert, 'email', 'ph@imatix.com')
    zcert.setMeta(cert, 'name', 'Pieter Hintjens')
    zcert.setMeta(cert, 'organization', 'iMatix Corporation')
    zcert.setMeta(cert, 'version', '1')
    zcert.setMeta(cert, 'delete_me', 'now')
    zcert.unsetMeta(cert, 'delete_me')
    assert.equal(zcert.meta(cert, 'email'), 'ph@imatix.com')
    assert.equal(zcert.metaKeys(cert).length, 4)

    using copy = zcert.dup(cert)
    assert.ok(zcert.eq(cert, copy))

    zcert.save(cert, path)
    assert.ok(existsSync(path))
    assert.ok(existsSync(`${path}_secret`))

    using loaded = zcert.load(path)
    assert.ok(zcert.eq(cert, loaded))

    rmSync(`${path}_secret`)
    using shadow = zcert.load(path)
    assert.equal(zcert.secretTxt(shadow), null)

    using again = zcert.newFromTxt(zcert.publicTxt(cert), zcert.secretTxt(cert) ?? '')
    assert.ok(zcert.eq(cert, again))
  })

  it('has a new pair of keys each time, which belong together', () => {
    using one = zcert.new()
    using other = zcert.new()
    assert.ok(!zcert.eq(one, other))
    assert.equal(zmq.curvePublic(zcert.secretTxt(one) ?? ''), zcert.publicTxt(one))
    assert.equal(zmq.z85Encode(zcert.publicKey(one)), zcert.publicTxt(one))
    assert.equal(zmq.z85Encode(zcert.secretKey(one) ?? NULL_KEY), zcert.secretTxt(one))
  })

  it('answers copies of keys', () => {
    using cert = zcert.new()
    zcert.publicKey(cert).fill(0)
    zcert.secretKey(cert)?.fill(0)
    assert.equal(zmq.z85Encode(zcert.publicKey(cert)), zcert.publicTxt(cert))
    assert.notEqual(zcert.secretKey(cert), null)
  })

  it('is made of keys, as bytes and as text', () => {
    const { publicKey, secretKey } = zmq.curveKeypair()
    using text = zcert.newFromTxt(publicKey, secretKey)
    using binary = zcert.newFrom(zmq.z85Decode(publicKey), zmq.z85Decode(secretKey))
    assert.ok(zcert.eq(text, binary))
    assert.equal(zcert.publicTxt(binary), publicKey)
    assert.equal(zcert.secretTxt(binary), secretKey)
  })

  it('can do without a secret key', () => {
    const { publicKey, secretKey } = zmq.curveKeypair()
    using cert = zcert.newFrom(zmq.z85Decode(publicKey), NULL_KEY)
    using text = zcert.newFromTxt(publicKey, '0'.repeat(40))
    using pair = zcert.newFromTxt(publicKey, secretKey)
    assert.equal(zcert.secretKey(cert), null)
    assert.equal(zcert.secretTxt(text), null)
    assert.ok(zcert.eq(cert, text))
    assert.ok(!zcert.eq(cert, pair))
  })

  for (const size of [0, 31, 33, 40]) {
    it(`refuses a key of ${size} bytes`, () => {
      const right = zmq.z85Decode(zmq.curveKeypair().publicKey)
      const wrong = new Uint8Array(size)
      assert.throws(() => zcert.newFrom(wrong, right), {
        code: 'ERR_INVALID_ARG_VALUE',
        message: /publicKey/,
      })
      assert.throws(() => zcert.newFrom(right, wrong), {
        code: 'ERR_INVALID_ARG_VALUE',
        message: /secretKey/,
      })
    })
  }

  it('refuses text that is no key, without showing it', () => {
    const { publicKey, secretKey } = zmq.curveKeypair()
    for (const wrong of ['', secretKey.slice(1), `${secretKey}0`, `~${secretKey.slice(1)}`, '#'.repeat(40)]) {
      const isHidden = (error: Error) => wrong === '' || !inspect(error).includes(wrong)
      assert.throws(() => zcert.newFromTxt(publicKey, wrong), { code: 'ERR_INVALID_ARG_VALUE' })
      assert.throws(() => zcert.newFromTxt(publicKey, wrong), isHidden)
      assert.throws(() => zcert.newFromTxt(wrong, secretKey), isHidden)
    }
  })

  it('is never shown with its secret key', () => {
    using cert = zcert.new()
    const secret = zcert.secretTxt(cert) ?? ''
    const shown = [
      inspect(cert, { showHidden: true, depth: 9 }),
      JSON.stringify(cert),
      String(cert),
      zcert.print(cert),
    ]
    for (const each of shown) assert.ok(!each.includes(secret))
  })

  it('prints what is in it', () => {
    using cert = zcert.new()
    zcert.setMeta(cert, 'name', '%s%n')
    const lines = ['metadata', '    name = "%s%n"', 'curve', `    public-key = "${zcert.publicTxt(cert)}"`]
    assert.equal(zcert.print(cert), [...lines, '    secret-key: not shown'].join('\n'))
    using other = zcert.newFrom(zcert.publicKey(cert), NULL_KEY)
    assert.match(zcert.print(other), /secret-key: none$/)
  })

  it('is destroyed once; then its functions say so', () => {
    const cert = zcert.new()
    using other = zcert.new()
    zcert.destroy(cert)
    zcert.destroy(cert)
    const calls: ((self: Zcert) => unknown)[] = [
      zcert.publicKey,
      zcert.secretKey,
      zcert.publicTxt,
      zcert.secretTxt,
      zcert.metaKeys,
      zcert.dup,
      zcert.print,
      (self) => zcert.meta(self, 'a'),
      (self) => zcert.setMeta(self, 'a', 'b'),
      (self) => zcert.unsetMeta(self, 'a'),
      (self) => zcert.eq(self, other),
      (self) => zcert.eq(other, self),
      (self) => zcert.save(self, join(folder(), 'x')),
      (self) => zcert.savePublic(self, join(folder(), 'x')),
      (self) => zcert.saveSecret(self, join(folder(), 'x')),
    ]
    for (const call of calls) assert.throws(() => call(cert), { code: 'ERR_CZMQ_DESTROYED' }, call.toString())
    assert.ok(!existsSync(join(folder(), 'x')))
  })
})
