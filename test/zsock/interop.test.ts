import assert from 'node:assert/strict'
import { C, zsock } from '../../src/index.ts'
import { copyBytes } from '../../src/raw/memory.ts'
import { cast, type Pointer, type Ref } from '../../src/raw/types.ts'
import { closeSockets, openSockets, type Sockets } from './sockets.ts'
import { frameOf, frameText, messageOf, messageTexts } from './values.ts'

const UUID = '00112233-4455-6677-8899-aabbccddeeff'
const UUID_BYTES = Buffer.from(UUID.replaceAll('-', ''), 'hex')

function text(value: string): Buffer {
  return Buffer.from(`${value}\0`)
}

function chunkText(pointer: Pointer | null): string {
  const chunk = cast<'zchunk_t'>(pointer as Pointer)
  const content = copyBytes(C.zchunk_data(chunk) as Pointer, C.zchunk_size(chunk)).toString()
  C.zchunk_destroy([chunk])
  return content
}

function valueIn(hash: Pointer<'zhashx_t'>, name: string): string | undefined {
  const found = C.zhashx_lookup(hash, text(name))
  if (!found) return undefined
  const bytes = copyBytes(found, 20)
  return bytes.subarray(0, bytes.indexOf(0)).toString()
}

describe('pictures between C and JavaScript', () => {
  let sockets: Sockets
  let output: Sockets['output']
  let input: Sockets['input']

  beforeEach(() => {
    sockets = openSockets()
    output = sockets.output
    input = sockets.input
  })
  afterEach(() => closeSockets(sockets))

  it('C.zsock_recv reads numbers, text, bytes and pointers of zsock.send', () => {
    const refs = Array.from({ length: 9 }, (): Ref<number> => [null])
    const string: Ref<string> = [null]
    const data: Ref<Uint8Array> = [null]
    const size: Ref<number> = [null]
    const pointer: Ref<Pointer> = [null]
    zsock.send(
      output,
      'i124488uszbp',
      -7,
      255,
      65535,
      1,
      2 ** 32 - 1,
      2n,
      2n ** 64n - 1n,
      9,
      'grüße',
      Buffer.from('a\0b'),
      output.pointer,
    )
    const [i, one, two, four, lastFour, eight, lastEight, u] = refs as [Ref<number>, ...Ref<number>[]]
    const cells = [i, one, two, four, lastFour, eight, lastEight, u].map((each) => each ?? null)
    assert.equal(C.zsock_recv(input.pointer, 'i124488uszbp', ...cells, string, data, size, pointer), 0)
    assert.deepEqual(
      cells.map((each) => each?.[0]),
      [-7, 255, 65535, 1, 2 ** 32 - 1, 2n, 2n ** 64n - 1n, 9],
    )
    assert.deepEqual([string[0], data[0], Number(size[0])], ['grüße', Buffer.from('a\0b'), 3])
    assert.equal(pointer[0], output.pointer)
  })

  it('zsock.recv reads numbers, text, bytes and pointers of C.zsock_send', () => {
    const bytes = Buffer.from('a\0b')
    const sent = [-7, 255, 65535, 1, 2 ** 32 - 1, 2n, 2n ** 64n - 1n, 9, 'grüße', bytes, 3, output.pointer]
    assert.equal(C.zsock_send(output.pointer, 'i124488uszbp', ...sent), 0)
    assert.deepEqual(zsock.recv(input, 'i124488uszbp'), [
      -7,
      255,
      65535,
      1,
      2 ** 32 - 1,
      2n,
      2n ** 64n - 1n,
      9,
      'grüße',
      bytes,
      output.pointer,
    ])
  })

  it('C.zsock_recv reads chunks, frames, UUIDs, dictionaries and messages of zsock.send', () => {
    const [chunk, frame, uuid, hash, message] = Array.from({ length: 5 }, (): Ref<Pointer> => [null]) as [
      Ref<Pointer>,
      Ref<Pointer>,
      Ref<Pointer>,
      Ref<Pointer>,
      Ref<Pointer>,
    ]
    using sentFrame = frameOf('WORLD')
    using sentMessage = messageOf('x', 'y')
    const map = new Map([
      ['1', 'value A'],
      ['2', 'value B'],
    ])
    zsock.send(output, 'cfUhm', Buffer.from('HELLO'), sentFrame, UUID, map, sentMessage)
    assert.equal(C.zsock_recv(input.pointer, 'cfUhm', chunk, frame, uuid, hash, message), 0)
    assert.equal(chunkText(chunk[0] ?? null), 'HELLO')
    assert.equal(frameText(frame[0] ?? null), 'WORLD')
    assert.equal(C.zuuid_str_canonical(cast<'zuuid_t'>(uuid[0] as Pointer)), UUID)
    const table = cast<'zhashx_t'>(hash[0] as Pointer)
    assert.deepEqual(
      [C.zhashx_size(table), valueIn(table, '1'), valueIn(table, '2')],
      [2, 'value A', 'value B'],
    )
    assert.equal(C.zmsg_size(cast<'zmsg_t'>(message[0] as Pointer)), 2)
    C.zframe_destroy(frame as Ref<Pointer<'zframe_t'>>)
    C.zuuid_destroy(uuid as Ref<Pointer<'zuuid_t'>>)
    C.zhashx_destroy(hash as Ref<Pointer<'zhashx_t'>>)
    C.zmsg_destroy(message as Ref<Pointer<'zmsg_t'>>)
  })

  it('zsock.recv reads chunks, frames, UUIDs, dictionaries and messages of C.zsock_send', () => {
    const chunk = C.zchunk_new(Buffer.from('HELLO'), 5)
    const frame = C.zframe_new(Buffer.from('WORLD'), 5)
    const uuid = C.zuuid_new_from(UUID_BYTES)
    const hash = C.zhashx_new()
    const [first, second] = [text('value A'), text('value B')]
    C.zhashx_insert(hash, text('1'), first)
    C.zhashx_insert(hash, text('2'), second)
    const message = C.zmsg_new()
    C.zmsg_addstr(message, 'x')
    assert.equal(C.zsock_send(output.pointer, 'cfUhm', chunk, frame, uuid, hash, message), 0)
    const received = zsock.recv(input, 'cfUhm')
    assert.ok(received)
    using gotFrame = received[1]
    using gotMessage = received[4]
    assert.deepEqual(received[0], Buffer.from('HELLO'))
    assert.equal(frameText(gotFrame.pointer), 'WORLD')
    assert.equal(received[2], UUID)
    assert.deepEqual([...received[3]].sort(), [
      ['1', 'value A'],
      ['2', 'value B'],
    ])
    assert.deepEqual(messageTexts(gotMessage), ['x'])
    C.zchunk_destroy([chunk])
    C.zframe_destroy([frame])
    C.zuuid_destroy([uuid])
    C.zhashx_destroy([hash])
    C.zmsg_destroy([message])
  })

  it('C.zsock_brecv reads zsock.bsend', () => {
    const numbers = Array.from({ length: 4 }, (): Ref<number> => [null])
    const texts: [Ref<string>, Ref<string>] = [[null], [null]]
    const pointers = Array.from({ length: 5 }, (): Ref<Pointer> => [null])
    using frame = frameOf('Hello')
    using message = messageOf('x', 'y')
    zsock.bsend(
      output,
      '1248sSpcufm',
      1,
      2,
      3,
      4n,
      'short',
      'long',
      output.pointer,
      Buffer.from('World'),
      UUID,
      frame,
      message,
    )
    assert.equal(C.zsock_brecv(input.pointer, '1248sSpcufm', ...numbers, ...texts, ...pointers), 0)
    assert.deepEqual(
      numbers.map(([value]) => value),
      [1, 2, 3, 4n],
    )
    assert.deepEqual([texts[0][0], texts[1][0]], ['short', 'long'])
    const [pointer, chunk, uuid, gotFrame, gotMessage] = pointers.map(([value]) => value ?? null)
    assert.equal(pointer, output.pointer)
    assert.equal(chunkText(chunk ?? null), 'World')
    assert.equal(C.zuuid_str_canonical(cast<'zuuid_t'>(uuid as Pointer)), UUID)
    assert.equal(frameText(gotFrame ?? null), 'Hello')
    assert.equal(C.zmsg_size(cast<'zmsg_t'>(gotMessage as Pointer)), 2)
    C.zuuid_destroy([cast<'zuuid_t'>(uuid as Pointer)])
    C.zframe_destroy([cast<'zframe_t'>(gotFrame as Pointer)])
    C.zmsg_destroy([cast<'zmsg_t'>(gotMessage as Pointer)])
  })

  it('zsock.brecv reads C.zsock_bsend', () => {
    const chunk = C.zchunk_new(Buffer.from('World'), 5)
    const frame = C.zframe_new(Buffer.from('Hello'), 5)
    const uuid = C.zuuid_new_from(UUID_BYTES)
    const message = C.zmsg_new()
    C.zmsg_addstr(message, 'x')
    const sent = [1, 2, 3, 4n, 'short', 'long', output.pointer, chunk, uuid, frame, message]
    assert.equal(C.zsock_bsend(output.pointer, '1248sSpcufm', ...sent), 0)
    const received = zsock.brecv(input, '1248sSpcufm')
    assert.ok(received)
    using gotFrame = received[9]
    using gotMessage = received[10]
    const plain = [1, 2, 3, 4n, 'short', 'long', output.pointer, Buffer.from('World'), UUID]
    assert.deepEqual(received.slice(0, 9), plain)
    assert.equal(frameText(gotFrame.pointer), 'Hello')
    assert.deepEqual(messageTexts(gotMessage), ['x'])
    C.zchunk_destroy([chunk])
    C.zframe_destroy([frame])
    C.zuuid_destroy([uuid])
    C.zmsg_destroy([message])
  })

  it('an empty dictionary travels both ways', () => {
    const hash: Ref<Pointer> = [null]
    zsock.send(output, 'h', new Map())
    assert.equal(C.zsock_recv(input.pointer, 'h', hash), 0)
    const table = cast<'zhashx_t'>(hash[0] as Pointer)
    assert.equal(C.zhashx_size(table), 0)
    assert.equal(C.zsock_send(output.pointer, 'h', table), 0)
    assert.deepEqual(zsock.recv(input, 'h'), [new Map()])
    C.zhashx_destroy([table])
  })
})
