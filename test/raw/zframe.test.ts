import assert from 'node:assert/strict'
import { C } from '../../src/raw/index.ts'
import { copyBytes } from '../../src/raw/memory.ts'
import type { Pointer } from '../../src/raw/types.ts'
import { MORE, REUSE } from '../../src/zframe/index.ts'
import { closePair, openPair, type Pair } from '../zmsg/pair.ts'

function frameOf(text: string): Pointer<'zframe_t'> {
  return C.zframe_new(Buffer.from(text), Buffer.byteLength(text))
}

function contentOf(frame: Pointer<'zframe_t'>): string {
  const data = C.zframe_data(frame)
  assert.ok(data)
  return copyBytes(data, C.zframe_size(frame)).toString()
}

function received(socket: Pointer): Pointer<'zframe_t'> {
  const frame = C.zframe_recv(socket)
  assert.ok(frame)
  return frame
}

describe('C.zframe_*', () => {
  let pair: Pair
  let output: Pointer
  let input: Pointer

  beforeEach(() => {
    pair = openPair()
    output = pair.output.pointer
    input = pair.input.pointer
  })
  afterEach(() => closePair(pair))

  it('counts frames sent with MORE, taken and reused, up to the last', () => {
    for (let count = 0; count < 5; count++) {
      const reference: [Pointer<'zframe_t'> | null] = [frameOf('Hi')]
      assert.equal(C.zframe_send(reference, output, MORE), 0)
      assert.equal(reference[0], null)
    }
    const kept: [Pointer<'zframe_t'> | null] = [frameOf('Hi')]
    for (let count = 0; count < 5; count++) assert.equal(C.zframe_send(kept, output, MORE + REUSE), 0)
    assert.ok(kept[0])
    C.zframe_destroy(kept)
    assert.equal(kept[0], null)
    assert.equal(C.zframe_send([frameOf('LAST')], output, 0), 0)
    let count = 0
    for (let frame = received(input); ; frame = received(input)) {
      const last = C.zframe_streq(frame, 'LAST')
      assert.equal(C.zframe_more(frame), last ? 0 : 1)
      C.zframe_set_more(frame, 0)
      assert.equal(C.zframe_more(frame), 0)
      C.zframe_destroy([frame])
      if (last) break
      count++
    }
    assert.equal(count, 10)
  })

  it('copies a frame that outlives the original', () => {
    const frame: [Pointer<'zframe_t'> | null] = [frameOf('Hi')]
    const copy = C.zframe_dup(frame[0] ?? null)
    assert.ok(copy)
    assert.equal(C.zframe_eq(frame[0] ?? null, copy), true)
    C.zframe_destroy(frame)
    assert.equal(C.zframe_eq(frame[0] ?? null, copy), false)
    assert.equal(C.zframe_eq(copy, null), false)
    assert.equal(contentOf(copy), 'Hi')
    C.zframe_destroy([copy])
    assert.equal(C.zframe_dup(null), null)
  })

  it('makes empty frames and frames of strings', () => {
    const empty = C.zframe_new_empty()
    assert.equal(C.zframe_size(empty), 0)
    const text = C.zframe_from('Hi')
    assert.equal(C.zframe_size(text), 2)
    assert.equal(contentOf(text), 'Hi')
    C.zframe_destroy([empty])
    C.zframe_destroy([text])
  })

  it('shows content as digits and as text, also new content', () => {
    const frame = frameOf('ABC')
    C.zframe_reset(frame, Buffer.from('xyz!'), 4)
    assert.equal(C.zframe_size(frame), 4)
    assert.equal(C.zframe_strhex(frame), '78797A21')
    assert.equal(C.zframe_strdup(frame), 'xyz!')
    assert.equal(C.zframe_streq(frame, 'xyz!'), true)
    assert.equal(C.zframe_streq(frame, 'xyz'), false)
    assert.equal(C.zframe_is(frame), true)
    C.zframe_destroy([frame])
  })

  it('knows the properties of the connection', () => {
    C.zframe_send([frameOf('Hi')], output, 0)
    const frame = received(input)
    assert.equal(C.zframe_meta(frame, 'Socket-Type'), 'PAIR')
    assert.equal(C.zframe_meta(frame, 'no such property'), null)
    C.zframe_destroy([frame])
  })

  it('receives nothing without waiting when nothing has come', () => {
    assert.equal(C.zframe_recv_nowait(input), null)
  })

  it('keeps a frame that could not be sent', () => {
    const socket = C.zsock_new(0)
    assert.ok(socket)
    C.zsock_set_sndtimeo(socket, 0)
    const frame: [Pointer<'zframe_t'> | null] = [frameOf('Hi')]
    assert.equal(C.zframe_send(frame, socket, 0), -1)
    assert.ok(frame[0])
    assert.equal(contentOf(frame[0]), 'Hi')
    C.zframe_destroy(frame)
    C.zsock_destroy([socket])
  })
})
