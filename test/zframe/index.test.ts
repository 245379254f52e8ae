import assert from 'node:assert/strict'
import { PAIR, PULL, PUSH } from '../../src/raw/generated/constants.ts'
import { C } from '../../src/raw/index.ts'
import { copyBytes } from '../../src/raw/memory.ts'
import { cast } from '../../src/raw/types.ts'
import * as zctx from '../../src/zctx/index.ts'
import * as zframe from '../../src/zframe/index.ts'
import { closePair, openLonely, openPair, type Pair, setTimeouts } from '../zmsg/pair.ts'

function received(pair: Pair): zframe.Zframe {
  const frame = zframe.recv(pair.input)
  assert.ok(frame)
  return frame
}

describe('zframe', () => {
  describe('over a pair of sockets', () => {
    let pair: Pair

    beforeEach(() => {
      pair = openPair()
    })
    afterEach(() => closePair(pair))

    it('counts frames sent with MORE, taken and reused, up to the last', () => {
      for (let count = 0; count < 5; count++) zframe.send(zframe.from('Hi'), pair.output, zframe.MORE)
      const kept = zframe.from('Hi')
      for (let count = 0; count < 5; count++) zframe.send(kept, pair.output, zframe.MORE + zframe.REUSE)
      assert.equal(kept.destroyed, false)
      zframe.destroy(kept)
      zframe.send(zframe.from('LAST'), pair.output)
      let count = 0
      for (let frame = received(pair); ; frame = received(pair)) {
        const last = zframe.streq(frame, 'LAST')
        assert.equal(zframe.more(frame), !last)
        zframe.setMore(frame, false)
        assert.equal(zframe.more(frame), false)
        zframe.destroy(frame)
        if (last) break
        count++
      }
      assert.equal(count, 10)
    })

    it('knows the properties of the connection', () => {
      zframe.send(zframe.from('Hi'), pair.output)
      using frame = received(pair)
      assert.equal(zframe.meta(frame, 'Socket-Type'), 'PAIR')
      assert.equal(zframe.meta(frame, 'Peer-Address'), '127.0.0.1')
      assert.equal(zframe.meta(frame, 'no such property'), null)
      assert.equal(zframe.meta(frame, ''), null)
      assert.equal(zframe.meta(frame, '%s%n'), null)
    })

    it('carries bytes of every value and size', () => {
      for (const size of [0, 1, 29, 30, 33, 34, 255, 256, 70_000, 2 ** 20, 2 ** 20 + 1]) {
        const bytes = Buffer.alloc(size, Buffer.from(Array.from({ length: 256 }, (_, index) => index)))
        zframe.send(zframe.new(bytes), pair.output)
        using frame = received(pair)
        assert.equal(zframe.size(frame), size)
        assert.ok(zframe.data(frame).equals(bytes))
      }
    })

    it('receives null without waiting when nothing has come', () => {
      assert.equal(zframe.recvNowait(pair.input), null)
    })

    it('receives without waiting what has come', () => {
      zframe.send(zframe.from('a'), pair.output, zframe.MORE)
      zframe.send(zframe.from('b'), pair.output)
      zframe.destroy(received(pair))
      using frame = zframe.recvNowait(pair.input)
      assert.ok(frame)
      assert.equal(zframe.strdup(frame), 'b')
    })

    it('receives null when rcvtimeo is over', () => {
      setTimeouts(pair.input, 1)
      assert.equal(zframe.recv(pair.input), null)
    })
  })

  describe('new and from', () => {
    it('copies the bytes', () => {
      const bytes = Buffer.from('abc')
      using frame = zframe.new(bytes)
      bytes.fill(0)
      assert.deepEqual(zframe.data(frame), Buffer.from('abc'))
      zframe.data(frame).fill(0)
      assert.deepEqual(zframe.data(frame), Buffer.from('abc'))
    })

    it('takes the part of its memory that an array views', () => {
      using frame = zframe.new(new Uint8Array(Buffer.from('abcdef')).subarray(2, 4))
      assert.equal(zframe.strdup(frame), 'cd')
    })

    it('is empty without bytes, with none, and with those of a detached array', () => {
      const detached = new Uint8Array(8)
      structuredClone(detached.buffer, { transfer: [detached.buffer] })
      for (const make of [
        () => zframe.new(),
        zframe.newEmpty,
        () => zframe.new(detached),
        () => zframe.from(''),
      ]) {
        using frame = make()
        assert.equal(zframe.size(frame), 0)
        assert.deepEqual(zframe.data(frame), Buffer.alloc(0))
        assert.equal(zframe.strdup(frame), '')
        assert.equal(zframe.strhex(frame), '')
      }
    })

    it('trusts no property that a caller can redefine', () => {
      const bytes = new Uint8Array([1, 2, 3])
      Object.defineProperty(bytes, 'byteLength', { value: 1e9 })
      Object.defineProperty(bytes, 'length', { value: 1e9 })
      using frame = zframe.new(bytes)
      assert.equal(zframe.size(frame), 3)
    })

    it('refuses what is neither', () => {
      for (const each of ['text', null, 1, new ArrayBuffer(1), new Uint16Array(1), [1]]) {
        assert.throws(() => Reflect.apply(zframe.new, null, [each]), { code: 'ERR_INVALID_ARG_TYPE' })
      }
      for (const each of [undefined, null, 1, Buffer.alloc(1)]) {
        assert.throws(() => Reflect.apply(zframe.from, null, [each]), { code: 'ERR_INVALID_ARG_TYPE' })
      }
    })

    it('keeps NUL and text beyond ASCII', () => {
      const text = 'a\0ü€😀%s%n'
      using frame = zframe.from(text)
      assert.equal(zframe.size(frame), Buffer.byteLength(text))
      assert.equal(zframe.strdup(frame), text)
      assert.equal(zframe.streq(frame, text), true)
      assert.equal(zframe.streq(frame, 'a'), false)
    })
  })

  describe('dup and eq', () => {
    it('copies a frame that outlives the original', () => {
      const frame = zframe.from('Hi')
      using copy = zframe.dup(frame)
      assert.equal(zframe.eq(frame, copy), true)
      zframe.destroy(frame)
      assert.equal(zframe.strdup(copy), 'Hi')
    })

    it('tells frames apart by size and content', () => {
      using frame = zframe.from('Hi')
      using longer = zframe.from('Hi!')
      using other = zframe.from('Ho')
      assert.equal(zframe.eq(frame, longer), false)
      assert.equal(zframe.eq(frame, other), false)
      assert.equal(zframe.eq(frame, null), false)
      assert.equal(zframe.eq(null, frame), false)
      assert.equal(zframe.eq(null, null), false)
    })

    it('copies an empty frame', () => {
      using frame = zframe.newEmpty()
      using copy = zframe.dup(frame)
      assert.equal(zframe.eq(frame, copy), true)
    })
  })

  describe('reset, strhex, strdup', () => {
    it('gives a frame new content', () => {
      using frame = zframe.from('ABC')
      zframe.reset(frame, Buffer.from('xyz!'))
      assert.equal(zframe.size(frame), 4)
      assert.equal(zframe.strhex(frame), '78797A21')
      assert.equal(zframe.strdup(frame), 'xyz!')
      zframe.reset(frame, Buffer.alloc(0))
      assert.equal(zframe.size(frame), 0)
    })

    it('shows bytes that are no UTF-8 as U+FFFD', () => {
      using frame = zframe.new(Buffer.from([0x41, 0xff, 0x42]))
      assert.equal(zframe.strdup(frame), 'A\ufffdB')
      assert.equal(zframe.strhex(frame), '41FF42')
    })
  })

  describe('send', () => {
    it('leaves the frame to the caller, unchanged, when it throws', () => {
      const { context, socket } = openLonely()
      using frame = zframe.from('Hi')
      for (const flags of [0, zframe.DONTWAIT, zframe.MORE, zframe.REUSE + zframe.DONTWAIT]) {
        assert.throws(() => zframe.send(frame, socket, flags), {
          name: 'CzmqError',
          code: 'EAGAIN',
          syscall: 'zframe_send',
        })
      }
      assert.equal(zframe.strdup(frame), 'Hi')
      zctx.destroy(context)
    })

    it('throws ENOTSUP on a socket that cannot send, and recv on one that cannot receive', () => {
      const pull = openLonely(PULL)
      const push = openLonely(PUSH)
      using frame = zframe.from('Hi')
      assert.throws(() => zframe.send(frame, pull.socket), { code: 'ENOTSUP', syscall: 'zframe_send' })
      assert.throws(() => zframe.recv(push.socket), { code: 'ENOTSUP', syscall: 'zframe_recv' })
      assert.throws(() => zframe.recvNowait(push.socket), { code: 'ENOTSUP', syscall: 'zframe_recv_nowait' })
      zctx.destroy(pull.context)
      zctx.destroy(push.context)
    })

    it('refuses flags that do not exist', () => {
      const { context, socket } = openLonely()
      using frame = zframe.from('Hi')
      for (const flags of [-1, 8, 1.5, Number.NaN]) {
        assert.throws(() => zframe.send(frame, socket, flags), { code: 'ERR_OUT_OF_RANGE' })
      }
      zctx.destroy(context)
    })

    it('refuses a destroyed socket', () => {
      const { context, socket } = openLonely(PAIR)
      zctx.destroy(context)
      using frame = zframe.from('Hi')
      assert.throws(() => zframe.send(frame, socket), { code: 'ERR_CZMQ_DESTROYED' })
      assert.throws(() => zframe.recv(socket), { code: 'ERR_CZMQ_DESTROYED' })
    })
  })

  describe('is', () => {
    it('is true of living frames only', () => {
      const frame = zframe.from('Hi')
      assert.equal(zframe.is(frame), true)
      zframe.destroy(frame)
      assert.equal(zframe.is(frame), false)
      for (const each of [null, undefined, {}, 1n, new Proxy(frame, {})]) assert.equal(zframe.is(each), false)
    })
  })

  describe('drafts', () => {
    const drafts: Record<string, (frame: zframe.Zframe) => unknown> = {
      zframe_routing_id: zframe.routingId,
      zframe_set_routing_id: (frame) => zframe.setRoutingId(frame, 1),
      zframe_group: zframe.group,
      zframe_set_group: (frame) => zframe.setGroup(frame, 'group'),
    }
    for (const [name, call] of Object.entries(drafts)) {
      it(`${name} works where the library has it, and throws ERR_CZMQ_SYMBOL elsewhere`, () => {
        using frame = zframe.from('Hi')
        if (name in C) assert.doesNotThrow(() => call(frame))
        else assert.throws(() => call(frame), { code: 'ERR_CZMQ_SYMBOL' })
      })
    }

    it('refuses ids and groups that cannot be', () => {
      using frame = zframe.from('Hi')
      assert.throws(() => zframe.setRoutingId(frame, -1), { code: 'ERR_OUT_OF_RANGE' })
      assert.throws(() => zframe.setRoutingId(frame, 2 ** 32), { code: 'ERR_OUT_OF_RANGE' })
      assert.throws(() => zframe.setGroup(frame, ''), { code: 'ERR_INVALID_ARG_VALUE' })
      assert.throws(() => zframe.setGroup(frame, 'x'.repeat(256)), { code: 'ERR_INVALID_ARG_VALUE' })
      assert.throws(() => zframe.setGroup(frame, 'a\0b'), { code: 'ERR_INVALID_ARG_VALUE' })
    })
  })

  it('gives C the frame that its handle shows', () => {
    using frame = zframe.from('Hi')
    const pointer = cast<'zframe_t'>(frame.pointer)
    const data = C.zframe_data(pointer)
    assert.ok(data)
    assert.equal(copyBytes(data, C.zframe_size(pointer)).toString(), 'Hi')
  })
})
