import assert from 'node:assert/strict'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { C } from '../../src/raw/index.ts'
import type { Pointer } from '../../src/raw/types.ts'
import { closePair, openPair, type Pair } from '../zmsg/pair.ts'

type Message = Pointer<'zmsg_t'>
type Reference<T> = [T | null]

/** A message of text frames; C's contract: the test destroys it. */
function messageOf(...texts: string[]): Message {
  const message = C.zmsg_new()
  for (const each of texts) assert.equal(C.zmsg_addstr(message, each), 0)
  return message
}

function frameOf(text: string): Pointer<'zframe_t'> {
  return C.zframe_new(Buffer.from(text), Buffer.byteLength(text))
}

/** Takes a message apart. */
function textsOf(message: Message | null): string[] {
  assert.ok(message)
  const texts: string[] = []
  for (let text = C.zmsg_popstr(message); text !== null; text = C.zmsg_popstr(message)) texts.push(text)
  C.zmsg_destroy([message])
  return texts
}

describe('C.zmsg_*', () => {
  let pair: Pair
  let output: Pointer
  let input: Pointer

  beforeEach(() => {
    pair = openPair()
    output = pair.output.pointer
    input = pair.input.pointer
  })
  afterEach(() => closePair(pair))

  it('sends one frame, and takes frame and message', () => {
    const message: Reference<Message> = [C.zmsg_new()]
    const frame: Reference<Pointer<'zframe_t'>> = [frameOf('alone')]
    assert.equal(C.zmsg_prepend(message[0] as Message, frame), 0)
    assert.equal(frame[0], null)
    assert.equal(C.zmsg_size(message[0] as Message), 1)
    assert.equal(C.zmsg_content_size(message[0] as Message), 5)
    assert.equal(C.zmsg_send(message, output), 0)
    assert.equal(message[0], null)
    assert.deepEqual(textsOf(C.zmsg_recv(input)), ['alone'])
  })

  it('sends a message of many frames and its copy', () => {
    const texts = Array.from({ length: 10 }, (_, index) => `part ${index}`)
    const message = C.zmsg_new()
    for (const each of texts) assert.equal(C.zmsg_addmem(message, Buffer.from(each), each.length), 0)
    const copy = C.zmsg_dup(message)
    assert.equal(C.zmsg_send([copy], output), 0)
    assert.equal(C.zmsg_send([message], output), 0)
    for (let count = 0; count < 2; count++) {
      const received = C.zmsg_recv(input)
      assert.ok(received)
      assert.equal(C.zmsg_size(received), 10)
      assert.equal(C.zmsg_content_size(received), 60)
      assert.deepEqual(textsOf(received), texts)
    }
    assert.equal(C.zmsg_recv_nowait(input), null)
  })

  it('sends a message in two halves', () => {
    assert.equal(C.zmsg_sendm([messageOf('a', 'b')], output), 0)
    assert.equal(C.zmsg_send([messageOf('c')], output), 0)
    assert.deepEqual(textsOf(C.zmsg_recv(input)), ['a', 'b', 'c'])
  })

  it('saves to an open file, and loads from it', () => {
    const folder = mkdtempSync(join(tmpdir(), 'czmq-'))
    const path = join(folder, 'message')
    const message = messageOf('a', 'bc', 'def')
    const writable = C.fopen(path, 'w')
    assert.ok(writable)
    assert.equal(C.zmsg_save(message, writable), 0)
    C.fclose(writable)
    const readable = C.fopen(path, 'r')
    assert.ok(readable)
    assert.equal(C.zmsg_save(message, readable), -1)
    assert.deepEqual(textsOf(C.zmsg_load(readable)), ['a', 'bc', 'def'])
    C.fclose(readable)
    C.zmsg_destroy([message])
    rmSync(folder, { recursive: true })
  })

  it('removes frames from the middle', () => {
    const message = messageOf('0', '1', '2', '3')
    for (let count = 0; count < 2; count++) {
      C.zmsg_first(message)
      const frame = C.zmsg_next(message)
      assert.ok(frame)
      C.zmsg_remove(message, frame)
      C.zframe_destroy([frame])
    }
    assert.equal(C.zmsg_size(message), 2)
    assert.equal(C.zmsg_content_size(message), 2)
    assert.equal(C.zframe_strdup(C.zmsg_last(message) as Pointer<'zframe_t'>), '3')
    assert.deepEqual(textsOf(message), ['0', '3'])
  })

  it('leaves a message alone whose frame is not the one to remove', () => {
    const message = messageOf('a', 'bc')
    const stranger = frameOf('stranger')
    C.zmsg_remove(message, stranger)
    assert.equal(C.zmsg_content_size(message), 3)
    C.zframe_destroy([stranger])
    assert.deepEqual(textsOf(message), ['a', 'bc'])
  })

  it('puts frames to both ends and takes them from the front', () => {
    const message = messageOf('body')
    assert.equal(C.zmsg_pushstr(message, 'b'), 0)
    assert.equal(C.zmsg_pushmem(message, Buffer.from('a'), 1), 0)
    assert.equal(C.zmsg_pushstrf(message, '%s-%d', '%s%n', 7), 0)
    assert.equal(C.zmsg_addstrf(message, '%s', 'last'), 0)
    assert.equal(C.zmsg_push(message, frameOf('pushed')), 0)
    assert.equal(C.zmsg_add(message, frameOf('added')), 0)
    assert.equal(C.zmsg_append(message, [frameOf('appended')]), 0)
    const first = C.zmsg_pop(message)
    assert.ok(first)
    assert.equal(C.zframe_streq(first, 'pushed'), true)
    C.zframe_destroy([first])
    assert.deepEqual(textsOf(message), ['%s%n-7', 'a', 'b', 'body', 'last', 'added', 'appended'])
  })

  it('wraps an address around a message, and unwraps it', () => {
    const message = messageOf('body')
    C.zmsg_wrap(message, frameOf('address'))
    assert.equal(C.zmsg_size(message), 3)
    const address = C.zmsg_unwrap(message)
    assert.ok(address)
    assert.equal(C.zframe_strdup(address), 'address')
    C.zframe_destroy([address])
    assert.deepEqual(textsOf(message), ['body'])
  })

  it('encodes frames of all sizes into one, and decodes them', () => {
    const sizes = [0, 1, 253, 254, 255, 256, 65_535, 65_536, 65_537]
    const message = C.zmsg_new()
    for (const size of sizes) assert.equal(C.zmsg_addmem(message, Buffer.alloc(size), size), 0)
    const frame = C.zmsg_encode(message)
    const decoded = C.zmsg_decode(frame)
    assert.ok(decoded)
    assert.equal(C.zmsg_eq(message, decoded), true)
    C.zmsg_destroy([message])
    C.zmsg_destroy([decoded])
    C.zframe_destroy([frame])
  })

  it('carries messages within messages, and drops what is none', () => {
    const message = messageOf('matter')
    const inner: Reference<Message> = [messageOf('within')]
    assert.equal(C.zmsg_addmsg(message, inner), 0)
    assert.equal(inner[0], null)
    assert.equal(C.zmsg_popmsg(message), null)
    assert.deepEqual(textsOf(C.zmsg_popmsg(message)), ['within'])
    assert.equal(C.zmsg_popmsg(message), null)
    C.zmsg_destroy([message])
  })

  it('compares messages frame by frame', () => {
    const [one, same, other, empty, nothing] = [
      messageOf('a', 'b'),
      messageOf('a', 'b'),
      messageOf('a', 'c'),
      messageOf(),
      messageOf(),
    ]
    assert.equal(C.zmsg_eq(one, same), true)
    assert.equal(C.zmsg_eq(one, other), false)
    assert.equal(C.zmsg_eq(empty, nothing), true)
    assert.equal(C.zmsg_eq(one, empty), false)
    assert.equal(C.zmsg_eq(one, null), false)
    assert.equal(C.zmsg_eq(null, one), false)
    assert.equal(C.zmsg_eq(null, null), false)
    for (const each of [one, same, other, empty, nothing]) C.zmsg_destroy([each])
  })

  it('recognises signals by their content', () => {
    for (const [status, expected] of [
      [0, 0],
      [7, 7],
      [255, 255],
    ] as const) {
      const message = C.zmsg_new_signal(status)
      assert.equal(C.zmsg_signal(message), expected)
      C.zmsg_destroy([message])
    }
    const other = messageOf('8 bytes!')
    assert.equal(C.zmsg_signal(other), -1)
    assert.equal(C.zmsg_is(other), true)
    C.zmsg_destroy([other])
  })

  it('finds nothing in an empty message, sends nothing of it, and takes it', () => {
    const message: Reference<Message> = [C.zmsg_new()]
    const empty = message[0] as Message
    assert.equal(C.zmsg_size(empty), 0)
    assert.equal(C.zmsg_content_size(empty), 0)
    for (const name of [
      'zmsg_unwrap',
      'zmsg_first',
      'zmsg_last',
      'zmsg_next',
      'zmsg_pop',
      'zmsg_popstr',
    ] as const) {
      assert.equal(C[name](empty), null, name)
    }
    assert.equal(C.zmsg_send(message, output), 0)
    assert.equal(message[0], null)
    assert.equal(C.zmsg_recv_nowait(input), null)
  })

  it('keeps a message that could not be sent', () => {
    const socket = C.zsock_new(0)
    assert.ok(socket)
    C.zsock_set_sndtimeo(socket, 0)
    const message: Reference<Message> = [messageOf('a', 'b')]
    assert.equal(C.zmsg_send(message, socket), -1)
    assert.deepEqual(textsOf(message[0]), ['a', 'b'])
    C.zsock_destroy([socket])
  })
})
