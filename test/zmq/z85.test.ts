import assert from 'node:assert/strict'
import { constants } from 'node:buffer'
import { randomBytes } from 'node:crypto'
import { zmq } from '../../src/index.ts'

/** The test case of RFC 32. */
const DATA = Buffer.from('864fd26fb559f75b', 'hex')

describe('Z85', () => {
  it('encodes and decodes the test case of its specification', () => {
    assert.equal(zmq.z85Encode(DATA), 'HelloWorld')
    assert.deepEqual(zmq.z85Decode('HelloWorld'), DATA)
  })

  it('encodes and decodes nothing', () => {
    assert.equal(zmq.z85Encode(new Uint8Array(0)), '')
    assert.deepEqual(zmq.z85Decode(''), Buffer.alloc(0))
  })

  it('encodes and decodes anything', () => {
    for (let size = 4; size < 400; size += 4) {
      const data = randomBytes(size)
      assert.deepEqual(zmq.z85Decode(zmq.z85Encode(data)), data)
    }
    const most = Buffer.alloc(4, 255)
    assert.deepEqual(zmq.z85Decode(zmq.z85Encode(most)), most)
  })

  it('refuses bytes whose number is no multiple of four', () => {
    for (const size of [1, 2, 3, 5, 7]) {
      assert.throws(() => zmq.z85Encode(new Uint8Array(size)), { code: 'ERR_INVALID_ARG_VALUE' })
    }
  })

  it('refuses more bytes than a string can hold', () => {
    const size = Math.ceil(constants.MAX_STRING_LENGTH / 5) * 4
    assert.throws(() => zmq.z85Encode(new Uint8Array(size)), { code: 'ERR_OUT_OF_RANGE' })
  })

  it('refuses text whose length is no multiple of five', () => {
    for (const string of ['H', 'Hell', 'HelloW', 'HelloWorl']) {
      assert.throws(() => zmq.z85Decode(string), { code: 'ERR_INVALID_ARG_VALUE' })
    }
  })

  it('refuses characters that it does not have, and groups above four bytes', () => {
    for (const string of [
      'Hell"',
      'Hell ',
      'Hellé',
      'Hell~',
      'Hell,',
      'Hell;',
      'Hell\\',
      'Hell|',
      '#####',
      '%nSc1',
    ]) {
      assert.throws(() => zmq.z85Decode(string), { code: 'ERR_INVALID_ARG_VALUE' }, string)
    }
  })
})

describe('CURVE keys', () => {
  before(function () {
    if (!zmq.has('curve')) this.skip()
  })

  it('are made in pairs of 40 characters', () => {
    const { publicKey, secretKey } = zmq.curveKeypair()
    assert.equal(zmq.z85Decode(publicKey).length, 32)
    assert.equal(zmq.z85Decode(secretKey).length, 32)
    assert.notEqual(zmq.curveKeypair().secretKey, secretKey)
  })

  it('tell the public key of a secret one', () => {
    const { publicKey, secretKey } = zmq.curveKeypair()
    assert.equal(zmq.curvePublic(secretKey), publicKey)
  })

  it('are refused unless they are 40 characters of Z85', () => {
    for (const key of ['', 'HelloWorld', 'a'.repeat(45), 'a'.repeat(39), `${'a'.repeat(39)}é`]) {
      assert.throws(() => zmq.curvePublic(key), { code: 'ERR_INVALID_ARG_VALUE' })
    }
  })
})
