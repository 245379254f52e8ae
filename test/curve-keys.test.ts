import assert from 'node:assert/strict'
import fc from 'fast-check'
import { isKey, keyBytes, keyText, NO_KEY } from '../src/curve-keys.ts'
import { zmq } from '../src/index.ts'

const bytes = fc.uint8Array({ minLength: 32, maxLength: 32 })

describe('CURVE keys', () => {
  it('are written and read as libzmq does', () => {
    fc.assert(
      fc.property(bytes, (key) => {
        const text = keyText(key)
        assert.equal(text, zmq.z85Encode(key))
        assert.ok(isKey(text))
        assert.deepEqual(keyBytes(text), Buffer.from(key))
      }),
    )
  })

  it('are taken from a view of larger memory', () => {
    const memory = Uint8Array.from({ length: 64 }, (_, index) => index)
    assert.equal(keyText(memory.subarray(16, 48)), zmq.z85Encode(memory.slice(16, 48)))
  })

  it('are 40 characters of Z85, and nothing else', () => {
    assert.ok(isKey(NO_KEY))
    assert.deepEqual(keyBytes(NO_KEY), Buffer.alloc(32))
    const wrong = [
      '',
      '0'.repeat(39),
      '0'.repeat(41),
      '#'.repeat(40),
      '🗝'.repeat(20),
      `${'0'.repeat(39)}\n`,
      `"${'0'.repeat(39)}`,
    ]
    for (const each of wrong) assert.ok(!isKey(each), each)
  })
})
