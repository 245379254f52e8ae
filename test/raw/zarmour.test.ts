import assert from 'node:assert/strict'
import { C, type Pointer, zarmour } from '../../src/index.ts'
import { copyBytes } from '../../src/raw/memory.ts'

const BASE64 = ['', 'Zg==', 'Zm8=', 'Zm9v', 'Zm9vYg==', 'Zm9vYmE=', 'Zm9vYmFy']
const VECTORS: [number, string[]][] = [
  [zarmour.MODE_BASE64_STD, BASE64],
  [zarmour.MODE_BASE64_URL, BASE64],
  [
    zarmour.MODE_BASE32_STD,
    ['', 'MY======', 'MZXQ====', 'MZXW6===', 'MZXW6YQ=', 'MZXW6YTB', 'MZXW6YTBOI======'],
  ],
  [
    zarmour.MODE_BASE32_HEX,
    ['', 'CO======', 'CPNG====', 'CPNMU===', 'CPNMUOG=', 'CPNMUOJ1', 'CPNMUOJ1E8======'],
  ],
  [zarmour.MODE_BASE16, ['', '66', '666F', '666F6F', '666F6F62', '666F6F6261', '666F6F626172']],
]

describe("C's zarmour, as in CZMQ's self-test", () => {
  let armour: Pointer<'zarmour_t'>
  beforeEach(() => {
    armour = C.zarmour_new()
  })
  afterEach(() => C.zarmour_destroy([armour]))

  function encode(data: Buffer): string | null {
    return C.zarmour_encode(armour, data.length === 0 ? Buffer.alloc(1) : data, data.length)
  }

  /** C puts a NUL behind what it decodes, except for nothing in Z85. */
  function decode(text: string): Buffer {
    const chunk = C.zarmour_decode(armour, text)
    assert.ok(chunk)
    const data = C.zchunk_data(chunk)
    assert.ok(data)
    const size = C.zchunk_size(chunk)
    const copy = size === 0 ? Buffer.alloc(0) : copyBytes(data, size - 1)
    C.zchunk_destroy([chunk])
    return copy
  }

  it('has settings', () => {
    assert.equal(C.zarmour_mode(armour), zarmour.MODE_BASE64_STD)
    C.zarmour_set_mode(armour, zarmour.MODE_BASE64_URL)
    assert.equal(C.zarmour_mode(armour), zarmour.MODE_BASE64_URL)
    assert.equal(C.zarmour_pad(armour), true)
    C.zarmour_set_pad(armour, false)
    assert.equal(C.zarmour_pad(armour), false)
    for (const char of ['=', '!', '=']) {
      C.zarmour_set_pad_char(armour, char.charCodeAt(0))
      assert.equal(C.zarmour_pad_char(armour), char.charCodeAt(0))
    }
    assert.equal(C.zarmour_line_breaks(armour), false)
    C.zarmour_set_line_breaks(armour, true)
    assert.equal(C.zarmour_line_breaks(armour), true)
    assert.equal(C.zarmour_line_length(armour), 72)
    C.zarmour_set_line_length(armour, 64)
    assert.equal(C.zarmour_line_length(armour), 64)
  })

  it('encodes and decodes the test vectors of RFC 4648', () => {
    for (const [mode, vectors] of VECTORS) {
      C.zarmour_set_mode(armour, mode)
      for (const [length, padded] of vectors.entries()) {
        const plain = Buffer.from('foobar'.slice(0, length))
        for (const pad of [true, false]) {
          C.zarmour_set_pad(armour, pad)
          const text = pad ? padded : padded.replaceAll('=', '')
          assert.equal(encode(plain), text)
          assert.deepEqual(decode(text), plain)
          if (mode >= zarmour.MODE_BASE32_STD) assert.deepEqual(decode(text.toLowerCase()), plain)
        }
      }
    }
  })

  it('encodes and decodes Z85', () => {
    C.zarmour_set_mode(armour, zarmour.MODE_BASE16)
    const key = decode('4E6F87E2FB6EB22A1EF5E257B75D79124949565F0B8B36A878A4F03111C96E0B')
    C.zarmour_set_mode(armour, zarmour.MODE_Z85)
    for (const [plain, text] of [
      [Buffer.alloc(0), ''],
      [Buffer.from('foob'), 'w]zP%'],
      [Buffer.from('foobar!!'), 'w]zP%vr9Im'],
      [key, 'ph+{E}!&X?9}!I]W{sm(nL8@&3Yu{wC+<*-5Y[[#'],
    ] as const) {
      assert.equal(encode(plain), text)
      assert.deepEqual(decode(text), plain)
    }
  })

  it('breaks lines', () => {
    const data = Buffer.from(Array.from({ length: 256 }, (_, index) => index))
    C.zarmour_set_line_breaks(armour, true)
    for (let mode = zarmour.MODE_BASE64_STD; mode <= zarmour.MODE_Z85; mode++) {
      C.zarmour_set_mode(armour, mode)
      const text = encode(data)
      assert.ok(text)
      assert.ok(mode === zarmour.MODE_Z85 || text.split('\n').every((each) => each.length <= 72))
      assert.deepEqual(decode(text), data)
    }
  })
})
