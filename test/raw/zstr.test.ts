import assert from 'node:assert/strict'
import { C } from '../../src/index.ts'
import type { Pointer, Ref } from '../../src/raw/types.ts'

describe('C.zstr_*', () => {
  let output: Pointer<'zsock_t'>
  let input: Pointer<'zsock_t'>

  beforeEach(() => {
    output = C.zsock_new_pair('@tcp://127.0.0.1:*') as Pointer<'zsock_t'>
    input = C.zsock_new_pair(C.zsock_endpoint(output) ?? '') as Pointer<'zsock_t'>
    for (const each of [output, input]) {
      C.zsock_set_rcvtimeo(each, 2_000)
      C.zsock_set_sndtimeo(each, 2_000)
    }
  })
  afterEach(() => {
    C.zsock_destroy([input])
    C.zsock_destroy([output])
  })

  it('sends single strings and a message of many, which arrive one by one', () => {
    for (let count = 0; count < 10; count++) assert.equal(C.zstr_sendf(output, 'this is string %d', count), 0)
    assert.equal(C.zstr_sendx(output, 'This', 'is', 'almost', 'the', 'very', 'END', null), 0)
    const strings: (string | null)[] = []
    while (strings.at(-1) !== 'END') strings.push(C.zstr_recv(input))
    assert.equal(strings.length, 16)
    assert.equal(strings[3], 'this is string 3')
    assert.deepEqual(strings.slice(10), ['This', 'is', 'almost', 'the', 'very', 'END'])
  })

  it('sends parts with MORE, and formats them', () => {
    assert.equal(C.zstr_sendm(output, 'a'), 0)
    assert.equal(C.zstr_sendfm(output, '%s-%d', 'b', 1), 0)
    assert.equal(C.zstr_send(output, '%s%n'), 0)
    const refs: [Ref<string>, Ref<string>, Ref<string>, Ref<string>] = [[null], [null], [null], ['untouched']]
    assert.equal(C.zstr_recvx(input, ...refs), 4)
    assert.deepEqual(
      refs.map(([value]) => value),
      ['a', 'b-1', '%s%n', null],
    )
  })

  it('drops what a receive of less strings than frames leaves', () => {
    C.zstr_sendx(output, 'a', 'b', 'c', null)
    C.zstr_send(output, 'next')
    const first: Ref<string> = [null]
    C.zstr_recvx(input, first)
    assert.equal(first[0], 'a')
    assert.equal(C.zstr_recv(input), 'next')
  })

  it('answers null when nothing is there', () => {
    C.zstr_send(output, '')
    assert.equal(C.zstr_recv(input), '')
    assert.equal(C.zstr_recv_nowait(input), null)
    C.zsock_set_rcvtimeo(input, 0)
    assert.equal(C.zstr_recv(input), null)
  })

  it('cuts a received frame at its first NUL', () => {
    const frame = C.zframe_new(Buffer.from('a\0b'), 3)
    C.zframe_send([frame], output, 0)
    assert.equal(C.zstr_recv(input), 'a')
  })

  it('frees strings of C and writes NULL', () => {
    const string: Ref<Pointer> = [null]
    C.zstr_free(string)
    assert.equal(string[0], null)
  })
})
