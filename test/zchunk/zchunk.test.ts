import assert from 'node:assert/strict'
import { createHash } from 'node:crypto'
import fc from 'fast-check'
import { C, type Zchunk, zchunk, zframe } from '../../src/index.ts'

/** Runs with chunks that are destroyed afterwards. */
function using(chunks: Zchunk[], use: (...chunks: Zchunk[]) => void): void {
  try {
    use(...chunks)
  } finally {
    for (const each of chunks) zchunk.destroy(each)
  }
}

describe('zchunk', () => {
  it('takes as many bytes as there are, whatever the array says', () => {
    const lying = () =>
      Object.defineProperties(Uint8Array.of(1, 2), { length: { value: 5000 }, byteLength: { value: 5000 } })
    using chunk = zchunk.new(lying())
    assert.deepEqual(zchunk.data(chunk), Buffer.of(1, 2))
    zchunk.extend(chunk, lying())
    assert.deepEqual(zchunk.data(chunk), Buffer.of(1, 2, 1, 2))
    const shrinking = Object.defineProperty(Uint8Array.of(1), 'length', { get: () => undefined })
    using other = zchunk.new(shrinking)
    assert.equal(zchunk.size(other), 1)
  })

  it("passes CZMQ's self-test", () => {
    using([zchunk.new('1234567890')], (chunk) => {
      assert.equal(zchunk.size(chunk), 10)
      assert.equal(String(zchunk.data(chunk)), '1234567890')
    })
    using([zchunk.new(10)], (chunk) => {
      assert.equal(zchunk.append(chunk, '12345678'), 8)
      assert.equal(zchunk.append(chunk, '90ABCDEF'), 10)
      assert.equal(zchunk.append(chunk, 'GHIJKLMN'), 10)
      assert.equal(zchunk.size(chunk), 10)
      assert.equal(zchunk.streq(chunk, '1234567890'), true)
      assert.equal(zchunk.digest(chunk), '01B307ACBA4F54F55AAFC33BB06BBBF6CA803E9A')
      assert.equal(zchunk.strdup(chunk), '1234567890')
      assert.equal(zchunk.strhex(chunk), '31323334353637383930')
      const frame = zchunk.pack(chunk)
      assert.equal(zframe.strdup(frame), '1234567890')
      using([zchunk.unpack(frame)], (unpacked) => assert.equal(zchunk.strdup(unpacked), '1234567890'))
      zframe.destroy(frame)
      using([zchunk.dup(chunk)], (copy) => assert.equal(zchunk.strdup(copy), '1234567890'))
    })
    using([zchunk.new()], (chunk) => {
      const sizes = ['12345678', '90ABCDEF', 'GHIJKLMN'].map((each) => zchunk.extend(chunk, each))
      assert.deepEqual(sizes, [8, 16, 24])
      assert.equal(zchunk.streq(chunk, '1234567890ABCDEFGHIJKLMN'), true)
      assert.equal(zchunk.size(chunk), 24)
    })
    using([zchunk.new('1234567890abcdefghij'), zchunk.new(8)], (copy, chunk) => {
      for (const [content, over] of [
        ['12345678', false],
        ['90abcdef', false],
        ['ghij', true],
      ] as const) {
        assert.equal(zchunk.consume(chunk, copy), content.length)
        assert.equal(zchunk.exhausted(copy), over)
        assert.equal(zchunk.strdup(chunk), content)
        zchunk.set(chunk, '')
      }
    })
    const chunk = zchunk.new('1234567890')
    const frame = zchunk.packx(chunk)
    assert.equal(chunk.destroyed, true)
    using([zchunk.unpack(frame)], (unpacked) => assert.equal(zchunk.strdup(unpacked), '1234567890'))
    zframe.destroy(frame)
  })

  it('holds what C reads', () => {
    using([zchunk.new(Buffer.from([0, 1, 255]))], (chunk) => {
      const pointer = chunk.pointer as Parameters<typeof C.zchunk_size>[0]
      assert.equal(C.zchunk_size(pointer), 3)
      assert.equal(C.zchunk_strhex(pointer), '0001FF')
      assert.equal(C.zchunk_digest(pointer), zchunk.digest(chunk))
    })
  })

  it('keeps room when it is copied, and what of it was consumed', () => {
    using([zchunk.new(10), zchunk.new(1)], (chunk, sink) => {
      zchunk.append(chunk, 'ab')
      zchunk.consume(sink, chunk)
      using([zchunk.dup(chunk), zchunk.new(5)], (copy, rest) => {
        assert.equal(zchunk.maxSize(copy), 10)
        assert.equal(zchunk.strdup(copy), 'ab')
        zchunk.consume(rest, copy)
        assert.equal(zchunk.strdup(rest), 'b')
      })
    })
  })

  it('is consumed anew when it gets other content', () => {
    using([zchunk.new('abcdefgh'), zchunk.new(100)], (source, sink) => {
      zchunk.consume(sink, source)
      assert.equal(zchunk.exhausted(source), true)
      zchunk.set(source, 'x')
      assert.equal(zchunk.exhausted(source), false)
      assert.equal(zchunk.consume(sink, source), 9)
      zchunk.append(source, 'yz')
      assert.equal(zchunk.consume(sink, source), 11)
      assert.equal(zchunk.strdup(sink), 'abcdefghxyz')
      zchunk.fill(source, 33, 3)
      assert.equal(zchunk.consume(sink, source), 14)
      zchunk.resize(source, 2)
      assert.equal(zchunk.exhausted(source), true)
      assert.equal(zchunk.consume(sink, source), 14)
    })
  })

  it('refuses to consume itself', () => {
    using([zchunk.new('a')], (chunk) =>
      assert.throws(() => zchunk.consume(chunk, chunk), { code: 'ERR_INVALID_ARG_VALUE' }),
    )
  })

  it('loses its content when it is resized', () => {
    using([zchunk.new('abc')], (chunk) => {
      zchunk.resize(chunk, 5)
      assert.deepEqual([zchunk.size(chunk), zchunk.maxSize(chunk)], [0, 5])
      assert.equal(zchunk.fill(chunk, 0x7a, 9), 5)
      assert.equal(zchunk.strdup(chunk), 'zzzzz')
    })
  })

  it('keeps NUL in text', () => {
    using([zchunk.new('a\0b')], (chunk) => {
      assert.equal(zchunk.strdup(chunk), 'a\0b')
      assert.equal(zchunk.streq(chunk, 'a'), false)
      assert.equal(zchunk.streq(chunk, 'a\0b'), true)
    })
  })

  it('behaves as a Buffer with room would', () => {
    const step = fc.oneof(
      fc.record({ call: fc.constantFrom('set', 'append', 'extend'), data: fc.uint8Array({ maxLength: 20 }) }),
      fc.record({ call: fc.constant('fill'), data: fc.uint8Array({ minLength: 2, maxLength: 2 }) }),
      fc.record({ call: fc.constant('resize'), data: fc.uint8Array({ maxLength: 20 }) }),
    )
    fc.assert(
      fc.property(fc.nat(30), fc.array(step, { maxLength: 20 }), (room, steps) => {
        using([zchunk.new(room)], (chunk) => {
          let most = room
          let content: Buffer = Buffer.alloc(0)
          for (const { call, data } of steps) {
            ;[most, content] = modelled(call, data, most, content)
            if (call === 'fill') zchunk.fill(chunk, data[0] ?? 0, data[1] ?? 0)
            else if (call === 'resize') zchunk.resize(chunk, data.length)
            else zchunk[call as 'set'](chunk, data)
            assert.deepEqual(zchunk.data(chunk), content)
            assert.equal(zchunk.maxSize(chunk), most)
            assert.equal(zchunk.digest(chunk), createHash('sha1').update(content).digest('hex').toUpperCase())
          }
        })
      }),
      { numRuns: 300 },
    )
  })

  it('refuses sizes that C cannot hold', () => {
    using([zchunk.new('a')], (chunk) => {
      for (const size of [-1, 0.5, 2 ** 31, 2 ** 53, Number.NaN]) {
        assert.throws(() => zchunk.resize(chunk, size), { code: 'ERR_OUT_OF_RANGE' })
        assert.throws(() => zchunk.new(size), { code: 'ERR_OUT_OF_RANGE' })
        assert.throws(() => zchunk.fill(chunk, 0, size), { code: 'ERR_OUT_OF_RANGE' })
      }
      assert.throws(() => zchunk.fill(chunk, 256, 1), { code: 'ERR_OUT_OF_RANGE' })
      assert.equal(zchunk.strdup(chunk), 'a')
    })
  })

  it('is shown as one line, whatever is in it', () => {
    const lines: string[] = []
    using([zchunk.new('%s%n%s'), zchunk.new(Buffer.from([0, 255]))], (text, binary) => {
      for (const each of [text, binary]) zchunk.fprint(each, { write: (line) => lines.push(line) })
      zchunk.print(text)
    })
    assert.deepEqual(lines, ['[006] %s%n%s\n', '[002] 00FF\n'])
  })
})

function modelled(call: string, data: Uint8Array, most: number, content: Buffer): [number, Buffer] {
  const joined = Buffer.concat([content, data])
  if (call === 'resize') return [data.length, Buffer.alloc(0)]
  if (call === 'set') return [most, Buffer.from(data.subarray(0, most))]
  if (call === 'fill') return [most, Buffer.alloc(Math.min(data[1] ?? 0, most), data[0] ?? 0)]
  if (call === 'append') return [most, joined.subarray(0, most)]
  return [joined.length > most ? 2 * joined.length : most, joined]
}
