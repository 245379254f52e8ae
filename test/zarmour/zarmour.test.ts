import assert from 'node:assert/strict'
import fc from 'fast-check'
import { type Zarmour, zarmour, zchunk, zmq } from '../../src/index.ts'

const BASE64 = ['', 'Zg==', 'Zm8=', 'Zm9v', 'Zm9vYg==', 'Zm9vYmE=', 'Zm9vYmFy']
/** What RFC 4648 makes of '', 'f', 'fo', … 'foobar'. */
const VECTORS: Record<string, [number, string[]]> = {
  base64: [zarmour.MODE_BASE64_STD, BASE64],
  base64url: [zarmour.MODE_BASE64_URL, BASE64],
  base32: [
    zarmour.MODE_BASE32_STD,
    ['', 'MY======', 'MZXQ====', 'MZXW6===', 'MZXW6YQ=', 'MZXW6YTB', 'MZXW6YTBOI======'],
  ],
  base32hex: [
    zarmour.MODE_BASE32_HEX,
    ['', 'CO======', 'CPNG====', 'CPNMU===', 'CPNMUOG=', 'CPNMUOJ1', 'CPNMUOJ1E8======'],
  ],
  base16: [zarmour.MODE_BASE16, ['', '66', '666F', '666F6F', '666F6F62', '666F6F6261', '666F6F626172']],
}
const MODES = [0, 1, 2, 3, 4, 5]

describe('zarmour', () => {
  let armour: Zarmour
  beforeEach(() => {
    armour = zarmour.new()
  })
  afterEach(() => zarmour.destroy(armour))

  function decode(text: string): Buffer {
    const chunk = zarmour.decode(armour, text)
    const data = zchunk.data(chunk)
    zchunk.destroy(chunk)
    return data
  }

  it('begins as C does, and keeps what is set', () => {
    assert.equal(zarmour.mode(armour), zarmour.MODE_BASE64_STD)
    zarmour.setMode(armour, zarmour.MODE_BASE64_URL)
    assert.equal(zarmour.mode(armour), zarmour.MODE_BASE64_URL)
    assert.equal(zarmour.modeStr(armour), 'base64url')
    assert.equal(zarmour.pad(armour), true)
    zarmour.setPad(armour, false)
    assert.equal(zarmour.pad(armour), false)
    assert.equal(zarmour.padChar(armour), '=')
    zarmour.setPadChar(armour, '!')
    assert.equal(zarmour.padChar(armour), '!')
    assert.equal(zarmour.lineBreaks(armour), false)
    zarmour.setLineBreaks(armour, true)
    assert.equal(zarmour.lineBreaks(armour), true)
    assert.equal(zarmour.lineLength(armour), 72)
    zarmour.setLineLength(armour, 64)
    assert.equal(zarmour.lineLength(armour), 64)
    zarmour.print(armour)
  })

  for (const [name, [mode, vectors]] of Object.entries(VECTORS)) {
    it(`encodes and decodes the test vectors of ${name}, padded or not`, () => {
      zarmour.setMode(armour, mode)
      assert.equal(zarmour.modeStr(armour), name)
      for (const [length, padded] of vectors.entries()) {
        const plain = 'foobar'.slice(0, length)
        for (const isPadded of [true, false]) {
          zarmour.setPad(armour, isPadded)
          const text = isPadded ? padded : padded.replaceAll('=', '')
          assert.equal(zarmour.encode(armour, plain), text)
          assert.equal(String(decode(text)), plain)
          if (/base(32|16)/.test(name)) assert.equal(String(decode(text.toLowerCase())), plain)
        }
      }
    })
  }

  it('encodes and decodes the test vectors of Z85', () => {
    zarmour.setMode(armour, zarmour.MODE_BASE16)
    const key = decode('4E6F87E2FB6EB22A1EF5E257B75D79124949565F0B8B36A878A4F03111C96E0B')
    zarmour.setMode(armour, zarmour.MODE_Z85)
    for (const [plain, text] of [
      [Buffer.alloc(0), ''],
      [Buffer.from('foob'), 'w]zP%'],
      [Buffer.from('foobar!!'), 'w]zP%vr9Im'],
      [key, 'ph+{E}!&X?9}!I]W{sm(nL8@&3Yu{wC+<*-5Y[[#'],
    ] as const) {
      assert.equal(zarmour.encode(armour, plain), text)
      assert.deepEqual(decode(text), Buffer.from(plain))
    }
  })

  it('agrees with Buffer and zmq.z85Encode', () => {
    const others: Record<number, (data: Uint8Array) => string> = {
      [zarmour.MODE_BASE64_STD]: (data) => Buffer.from(data).toString('base64'),
      [zarmour.MODE_BASE16]: (data) => Buffer.from(data).toString('hex').toUpperCase(),
      [zarmour.MODE_Z85]: zmq.z85Encode,
    }
    fc.assert(
      fc.property(
        fc.constantFrom(...Object.keys(others)),
        fc.uint8Array({ maxLength: 200 }),
        (mode, data) => {
          zarmour.setMode(armour, Number(mode))
          const whole = data.subarray(0, data.length - (data.length % 4))
          assert.equal(zarmour.encode(armour, whole), others[Number(mode)]?.(whole))
        },
      ),
      { numRuns: 500 },
    )
    zarmour.setMode(armour, zarmour.MODE_BASE64_URL)
    zarmour.setPad(armour, false)
    fc.assert(
      fc.property(fc.uint8Array(), (data) => {
        assert.equal(zarmour.encode(armour, data), Buffer.from(data).toString('base64url'))
      }),
    )
  })

  it('decodes what it encoded, whatever is set', () => {
    const settings = fc.record({
      mode: fc.constantFrom(...MODES),
      pad: fc.boolean(),
      padChar: fc.constantFrom('=', '!', '~'),
      lineBreaks: fc.boolean(),
      lineLength: fc.integer({ min: 0, max: 90 }),
      data: fc.uint8Array({ maxLength: 300 }),
    })
    fc.assert(
      fc.property(settings, ({ mode, pad, padChar, lineBreaks, lineLength, data }) => {
        zarmour.setMode(armour, mode)
        zarmour.setPad(armour, pad)
        zarmour.setPadChar(armour, padChar)
        zarmour.setLineBreaks(armour, lineBreaks)
        zarmour.setLineLength(armour, lineLength)
        const whole = data.subarray(0, data.length - (data.length % 4))
        const encoded = zarmour.encode(armour, mode === zarmour.MODE_Z85 ? whole : data)
        assert.deepEqual(decode(encoded), Buffer.from(mode === zarmour.MODE_Z85 ? whole : data))
        assert.equal(zarmour.lineBreaks(armour), lineBreaks)
      }),
      { numRuns: 1000 },
    )
  })

  it('breaks lines where it is told to', () => {
    zarmour.setLineBreaks(armour, true)
    zarmour.setLineLength(armour, 5)
    assert.equal(zarmour.encode(armour, 'abcdefgh'), 'YWJjZ\nGVmZ2\ng=')
    assert.equal(String(decode('YWJjZ\r\nGVmZ2\r\ng=\r\n')), 'abcdefgh')
  })

  it('encodes large data', () => {
    const data = Buffer.alloc(5_000_000, 'abc')
    assert.equal(zarmour.encode(armour, data), data.toString('base64'))
    assert.ok(decode(data.toString('base64')).equals(data))
  })

  it('refuses text that is not of the encoding', () => {
    const wrong: [number, string[]][] = [
      [
        zarmour.MODE_BASE64_STD,
        ['A', 'AAAAA', 'Zg=', 'Zg===', '====', 'Zg==Zg==', 'Zm 9v', 'Zm9-', 'ä', '%%%%', 'Zm9v===='],
      ],
      [zarmour.MODE_BASE64_URL, ['Zm9+', 'Zm9/']],
      [zarmour.MODE_BASE32_STD, ['A', 'AAA', 'AAAAAA', 'MZXW6YQ8', 'MY=', '1', 'MZ=XW6YQ']],
      [zarmour.MODE_BASE32_HEX, ['A', 'WW', 'CO=']],
      [zarmour.MODE_BASE16, ['6', '6G', '66=', '66==']],
      [zarmour.MODE_Z85, ['w]zP', 'w]zP"', '#####', 'w]zP%\n']],
    ]
    for (const [mode, texts] of wrong) {
      zarmour.setMode(armour, mode)
      for (const each of texts)
        assert.throws(
          () => zarmour.decode(armour, each),
          { code: 'ERR_INVALID_ARG_VALUE' },
          `${mode} ${each}`,
        )
    }
  })

  it('decodes or refuses whatever it is given, and decodes what others would', () => {
    const unit = fc.constantFrom(...'AaBbMZz0127/+-_=.#!\n \u00e4')
    const text = fc.oneof(fc.string({ unit, maxLength: 40 }), fc.base64String(), fc.string())
    const others: Record<number, BufferEncoding> = {
      [zarmour.MODE_BASE64_STD]: 'base64',
      [zarmour.MODE_BASE64_URL]: 'base64url',
      [zarmour.MODE_BASE16]: 'hex',
    }
    let decodedCount = 0
    fc.assert(
      fc.property(fc.constantFrom(...MODES), fc.boolean(), text, (mode, lineBreaks, given) => {
        zarmour.setMode(armour, mode)
        zarmour.setLineBreaks(armour, lineBreaks)
        let data: Buffer
        try {
          data = decode(given)
        } catch (error) {
          assert.equal(Reflect.get(Object(error), 'code'), 'ERR_INVALID_ARG_VALUE')
          return
        }
        decodedCount += 1
        const encoding = others[mode]
        if (encoding) assert.deepEqual(data, Buffer.from(given.replaceAll('\n', ''), encoding))
      }),
      { numRuns: 10_000 },
    )
    assert.ok(decodedCount > 1000, String(decodedCount))
  })

  it('refuses sizes that Z85 cannot have, and settings that nothing could read', () => {
    zarmour.setMode(armour, zarmour.MODE_Z85)
    for (const size of [1, 2, 3, 5])
      assert.throws(() => zarmour.encode(armour, Buffer.alloc(size)), { code: 'ERR_INVALID_ARG_VALUE' })
    for (const mode of [-1, 6, 99, 0.5])
      assert.throws(() => zarmour.setMode(armour, mode), { code: 'ERR_OUT_OF_RANGE' })
    for (const char of ['', '==', 'A', '_', '+', '\n', '\0', 'ä', ' '])
      assert.throws(() => zarmour.setPadChar(armour, char), { code: 'ERR_INVALID_ARG_VALUE' }, char)
    for (const length of [-1, 2 ** 31])
      assert.throws(() => zarmour.setLineLength(armour, length), { code: 'ERR_OUT_OF_RANGE' })
  })

  it('refuses more than a string can hold', () => {
    zarmour.setMode(armour, zarmour.MODE_BASE16)
    const large = new Uint8Array(2 ** 28)
    assert.throws(() => zarmour.encode(armour, large), { code: 'ERR_OUT_OF_RANGE' })
  })
})
