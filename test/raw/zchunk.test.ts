import assert from 'node:assert/strict'
import { C, type Pointer } from '../../src/index.ts'
import { copyBytes } from '../../src/raw/memory.ts'

type Chunk = Pointer<'zchunk_t'>

function made(data: string | null, size: number): Chunk {
  const chunk = C.zchunk_new(data === null ? null : Buffer.from(data), size)
  assert.ok(chunk)
  return chunk
}

function content(chunk: Chunk): string {
  const data = C.zchunk_data(chunk)
  assert.ok(data)
  return copyBytes(data, C.zchunk_size(chunk)).toString()
}

const append = (chunk: Chunk, text: string) => C.zchunk_append(chunk, Buffer.from(text), text.length)

describe("C's zchunk, as in CZMQ's self-test", () => {
  it('holds data', () => {
    const chunk = made('1234567890', 10)
    assert.equal(C.zchunk_is(chunk), true)
    assert.equal(C.zchunk_size(chunk), 10)
    assert.equal(content(chunk), '1234567890')
    const ref = [chunk]
    C.zchunk_destroy(ref)
    assert.deepEqual(ref, [null])
  })

  it('takes as much as it has room for', () => {
    const chunk = made(null, 10)
    assert.deepEqual(
      ['12345678', '90ABCDEF', 'GHIJKLMN'].map((each) => append(chunk, each)),
      [8, 10, 10],
    )
    assert.equal(content(chunk), '1234567890')
    assert.equal(C.zchunk_size(chunk), 10)
    assert.equal(C.zchunk_max_size(chunk), 10)
    assert.equal(C.zchunk_streq(chunk, '1234567890'), true)
    assert.equal(C.zchunk_digest(chunk), '01B307ACBA4F54F55AAFC33BB06BBBF6CA803E9A')
    assert.equal(C.zchunk_strdup(chunk), '1234567890')
    assert.equal(C.zchunk_strhex(chunk), '31323334353637383930')
    const frame = C.zchunk_pack(chunk)
    const unpacked = C.zchunk_unpack(frame)
    assert.equal(content(unpacked), '1234567890')
    const copy = C.zchunk_dup(chunk)
    assert.ok(copy)
    assert.equal(content(copy), '1234567890')
    assert.equal(C.zchunk_size(copy), 10)
    C.zframe_destroy([frame])
    for (const each of [unpacked, copy, chunk]) C.zchunk_destroy([each])
  })

  it('is extended', () => {
    const chunk = made(null, 0)
    for (const each of ['12345678', '90ABCDEF', 'GHIJKLMN'])
      C.zchunk_extend(chunk, Buffer.from(each), each.length)
    assert.equal(C.zchunk_size(chunk), 24)
    assert.equal(C.zchunk_streq(chunk, '1234567890ABCDEFGHIJKLMN'), true)
    C.zchunk_destroy([chunk])
  })

  it('is consumed', () => {
    const copy = made('1234567890abcdefghij', 20)
    const chunk = made(null, 8)
    for (const [text, over] of [
      ['12345678', false],
      ['90abcdef', false],
      ['ghij', true],
    ] as const) {
      C.zchunk_consume(chunk, copy)
      assert.equal(C.zchunk_exhausted(copy), over)
      assert.equal(content(chunk), text)
      C.zchunk_set(chunk, null, 0)
    }
    for (const each of [copy, chunk]) C.zchunk_destroy([each])
  })
})
