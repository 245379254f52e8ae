import assert from 'node:assert/strict'
import fc from 'fast-check'
import { C } from '../../src/raw/index.ts'
import { cast, type Pointer } from '../../src/raw/types.ts'
import * as zframe from '../../src/zframe/index.ts'
import * as zmsg from '../../src/zmsg/index.ts'
import { messageOf, textsOf } from './texts.ts'

function ofSizes(sizes: number[]): zmsg.Zmsg {
  const message = zmsg.new()
  for (const [index, size] of sizes.entries()) zmsg.addmem(message, Buffer.alloc(size, index + 1))
  return message
}

function decodeBytes(bytes: Uint8Array): zmsg.Zmsg | null {
  using frame = zframe.new(bytes)
  return zmsg.decode(frame)
}

/** What the decoder of C makes of a frame. */
function decodeInC(frame: zframe.Zframe): Pointer<'zmsg_t'> {
  const message = C.zmsg_decode(cast<'zframe_t'>(frame.pointer))
  assert.ok(message)
  return message
}

describe('zmsg.encode and zmsg.decode', () => {
  const sizes = [0, 1, 253, 254, 255, 256, 65_535, 65_536, 65_537]

  it('carry frames of all sizes', () => {
    using message = ofSizes(sizes)
    using frame = zmsg.encode(message)
    using decoded = zmsg.decode(frame)
    assert.equal(zmsg.eq(message, decoded), true)
  })

  it('understand C, and C them', () => {
    using message = ofSizes(sizes)
    using frame = zmsg.encode(message)
    const decoded = decodeInC(frame)
    assert.equal(C.zmsg_eq(cast<'zmsg_t'>(message.pointer), decoded), true)
    const encoded = C.zmsg_encode(decoded)
    assert.equal(C.zframe_eq(cast<'zframe_t'>(frame.pointer), encoded), true)
    C.zframe_destroy([encoded])
    C.zmsg_destroy([decoded])
  })

  it('write a length of up to 254 in one byte, and larger ones in five', () => {
    using small = ofSizes([254])
    using large = ofSizes([255])
    using smallFrame = zmsg.encode(small)
    using largeFrame = zmsg.encode(large)
    assert.deepEqual([...zframe.data(smallFrame).subarray(0, 2)], [254, 1])
    assert.deepEqual([...zframe.data(largeFrame).subarray(0, 6)], [255, 0, 0, 0, 255, 1])
  })

  it('carry an empty message in an empty frame', () => {
    using message = zmsg.new()
    using frame = zmsg.encode(message)
    using decoded = zmsg.decode(frame)
    assert.equal(zframe.size(frame), 0)
    assert.ok(decoded)
    assert.equal(zmsg.size(decoded), 0)
  })

  it('accept a short length in the long form, as C does', () => {
    using message = decodeBytes(Buffer.from([255, 0, 0, 0, 1, 65, 255, 0, 0, 0, 0]))
    assert.ok(message)
    assert.deepEqual(textsOf(message), ['A', ''])
  })

  const broken = {
    'less than the length says': [5, 65],
    'a length without its frame': [1],
    'half a long length': [1, 65, 255, 0, 0],
    'a long length without its frame': [255, 0, 0, 0, 1],
    'a length of nearly 4 GiB': [255, 255, 255, 255, 255, 1, 2, 3],
    'a length that is negative as an int': [255, 128, 0, 0, 0, 1, 2, 3],
    'good frames before a bad one': [1, 65, 1, 66, 9, 67],
  }
  for (const [what, bytes] of Object.entries(broken)) {
    it(`answer null to ${what}`, () => assert.equal(decodeBytes(Buffer.from(bytes)), null))
  }

  it('refuse millions of frames within a second', () => {
    using frame = zframe.new(new Uint8Array(8 * 2 ** 20))
    const start = performance.now()
    assert.throws(() => zmsg.decode(frame), { name: 'CzmqError', code: 'EMSGSIZE', syscall: 'zmsg_decode' })
    assert.ok(performance.now() - start < 1_000)
  })

  it('carry 100 000 frames, and not one more', () => {
    for (const bytes of [new Uint8Array(100_000), Buffer.from('\x01x'.repeat(100_000))]) {
      using message = decodeBytes(bytes)
      assert.ok(message)
      assert.equal(zmsg.size(message), 100_000)
      using encoded = zmsg.encode(message)
      assert.deepEqual(zframe.data(encoded), Buffer.from(bytes))
    }
    assert.throws(() => decodeBytes(new Uint8Array(100_001)), { code: 'EMSGSIZE' })
  })

  it('survive whatever bytes a stranger sends', () => {
    const bytes = fc.oneof(
      fc.uint8Array({ maxLength: 64 }),
      fc
        .array(fc.constantFrom(0, 1, 2, 3, 128, 254, 255), { maxLength: 64 })
        .map((each) => Uint8Array.from(each)),
    )
    fc.assert(
      fc.property(bytes, (each) => {
        using message = decodeBytes(each)
        if (message === null) return
        using frame = zmsg.encode(message)
        using again = zmsg.decode(frame)
        assert.equal(zmsg.eq(message, again), true)
        assert.ok(zmsg.contentSize(message) + zmsg.size(message) <= each.length)
      }),
      { numRuns: 2_000 },
    )
  })

  it('refuse a message of 4 GiB', () => {
    using message = zmsg.new()
    using other = zmsg.new()
    const pointer = cast<'zmsg_t'>(message.pointer)
    for (let count = 0; count < 2; count++) C.zmsg_append(pointer, [C.zframe_new(null, 2 ** 31)])
    assert.throws(() => zmsg.encode(message), { name: 'RangeError', code: 'ERR_OUT_OF_RANGE' })
    assert.throws(() => zmsg.addmsg(other, message), { name: 'RangeError', code: 'ERR_OUT_OF_RANGE' })
    assert.equal(zmsg.size(message), 2)
  })
})

describe('zmsg.addmsg and zmsg.popmsg', () => {
  it('carry messages within messages', () => {
    using message = messageOf('outer')
    const inner = messageOf('a', 'b')
    const lent = zmsg.first(inner)
    zmsg.addmsg(message, inner)
    assert.throws(() => zmsg.size(inner), { code: 'ERR_CZMQ_TAKEN' })
    assert.ok(lent)
    assert.throws(() => zframe.size(lent), { code: 'ERR_CZMQ_DESTROYED' })
    assert.equal(zmsg.popstr(message), 'outer')
    using found = zmsg.popmsg(message)
    assert.ok(found)
    assert.deepEqual(textsOf(found), ['a', 'b'])
    assert.equal(zmsg.popmsg(message), null)
  })

  it('drop a frame that holds something else, and end its handle', () => {
    using message = messageOf('matter', 'rest')
    const frame = zmsg.first(message)
    assert.ok(frame)
    assert.equal(zmsg.popmsg(message), null)
    assert.throws(() => zframe.data(frame), { code: 'ERR_CZMQ_DESTROYED' })
    assert.deepEqual(textsOf(message), ['rest'])
  })

  it('leave a frame that means too many frames where it is', () => {
    using message = zmsg.new()
    zmsg.addmem(message, new Uint8Array(8 * 2 ** 20))
    zmsg.addstr(message, 'rest')
    assert.throws(() => zmsg.popmsg(message), { name: 'CzmqError', code: 'EMSGSIZE', syscall: 'zmsg_popmsg' })
    assert.equal(zmsg.size(message), 2)
    using _refused = zmsg.pop(message)
    assert.deepEqual(textsOf(message), ['rest'])
  })

  it('refuse to put a message into itself', () => {
    using message = messageOf('a')
    assert.throws(() => zmsg.addmsg(message, message), { code: 'ERR_INVALID_ARG_VALUE' })
    assert.deepEqual(textsOf(message), ['a'])
  })
})
