import assert from 'node:assert/strict'
import { type CzmqError, zsock, zstr } from '../../src/index.ts'
import type { Zmsg } from '../../src/message-kinds.ts'
import { closeSockets, openSockets, type Sockets, setTimeouts } from './sockets.ts'
import { frameOf, frameText, messageOf, messageTexts } from './values.ts'

const UUID = '00112233-4455-6677-8899-aabbccddeeff'

describe('zsock.bsend and brecv', () => {
  let sockets: Sockets
  let output: Sockets['output']
  let input: Sockets['input']

  beforeEach(() => {
    sockets = openSockets()
    output = sockets.output
    input = sockets.input
  })
  afterEach(() => closeSockets(sockets))

  it('carry every type of value', () => {
    using frame = frameOf('Hello')
    using message = messageOf('Hello', 'World')
    const bytes = Buffer.from('World\0')
    zsock.bsend(
      output,
      '1248sSpcufm',
      123,
      15129,
      1860867,
      228886641n,
      'Hello, World',
      'Goodbye',
      output.pointer,
      bytes,
      UUID,
      frame,
      message,
    )
    const received = zsock.brecv(input, '1248sSpcufm')
    assert.ok(received)
    using gotFrame = received[9]
    using gotMessage = received[10]
    assert.deepEqual(received.slice(0, 9), [
      123,
      15129,
      1860867,
      228886641n,
      'Hello, World',
      'Goodbye',
      output.pointer,
      bytes,
      UUID,
    ])
    assert.equal(frameText(gotFrame.pointer), 'Hello')
    assert.deepEqual(messageTexts(gotMessage), ['Hello', 'World'])
  })

  it('pack values into one frame in network order', () => {
    zsock.bsend(output, '1248sScu', 1, 2, 3, 4n, 'a', 'b', Buffer.from('c'), UUID)
    const expected = `01${'0002'}${'00000003'}${'0000000000000004'}0161${'00000001'}62${'00000001'}63${UUID.replaceAll('-', '')}`
    assert.deepEqual(zsock.recv(input, 'b'), [Buffer.from(expected, 'hex')])
  })

  it('put an empty frame before frames when nothing is packed', () => {
    using frame = frameOf('x')
    using message = messageOf('a', 'b')
    zsock.bsend(output, 'fm', frame, message)
    assert.deepEqual(zstr.recvx(input), ['', 'x', 'a', 'b'])
  })

  it('take packed values after a message', () => {
    using message = messageOf('a')
    zsock.bsend(output, 'm1', message, 7)
    const received = zsock.brecv(input, 'm1')
    assert.ok(received)
    using gotMessage = received[0]
    assert.equal(received[1], 7)
    assert.deepEqual(messageTexts(gotMessage), ['a'])
  })

  it('answer an empty message where no frames follow', () => {
    using empty = messageOf()
    zsock.bsend(output, '1m', 1, empty)
    using message = zsock.brecv(input, '1m')?.[1] as Zmsg
    assert.deepEqual(messageTexts(message), [])
  })

  for (const [letter, values] of Object.entries({
    '1': [0, 255],
    '2': [0, 65535],
    '4': [0, 4294967295],
    '8': [0n, 18446744073709551615n],
    s: ['', 'ü'.repeat(127), 'x'.repeat(255), '%s%n'],
    S: ['', 'x'.repeat(2 ** 20)],
    c: [Buffer.alloc(0), Buffer.alloc(70_000, 'x')],
    p: [null, 1n],
  })) {
    it(`carry the limits of ${letter}`, () => {
      for (const value of values) {
        zsock.bsend(output, `${letter}${letter}` as string, value, value)
        assert.deepEqual(zsock.brecv(input, `${letter}${letter}` as string), [value, value])
      }
    })
  }

  for (const [letter, code, values] of [
    ['1', 'ERR_OUT_OF_RANGE', [-1, 256, 0.5]],
    ['2', 'ERR_OUT_OF_RANGE', [-1, 65536]],
    ['4', 'ERR_OUT_OF_RANGE', [-1, 2 ** 32]],
    ['8', 'ERR_OUT_OF_RANGE', [-1, -1n, 2n ** 64n]],
    ['s', 'ERR_INVALID_ARG_VALUE', ['a\0b', 'x'.repeat(256), 'ü'.repeat(128)]],
    ['S', 'ERR_INVALID_ARG_VALUE', ['a\0b']],
    ['u', 'ERR_INVALID_ARG_VALUE', ['', Buffer.alloc(15)]],
    ['c', 'ERR_INVALID_ARG_TYPE', ['text', null]],
    ['f', 'ERR_INVALID_ARG_TYPE', ['text']],
    ['m', 'ERR_INVALID_ARG_TYPE', ['text']],
  ] as const) {
    it(`refuse values that do not fit ${letter}: ${code}`, () => {
      for (const value of values) {
        assert.throws(() => zsock.bsend(output, `s${letter}` as string, 'first', value), { code })
      }
      setTimeouts(input, 0)
      assert.equal(zsock.brecv(input, 's'), null)
    })
  }

  it('refuse pictures that are wrong before anything is sent or received', () => {
    const any = zsock as unknown as Record<'bsend' | 'brecv', (...args: unknown[]) => unknown>
    for (const picture of ['', 'i', 'b', 'z', 'h', 'U', 's\0']) {
      assert.throws(() => any.bsend(output, picture, 'a'), { code: 'ERR_INVALID_ARG_VALUE' }, picture)
      assert.throws(() => any.brecv(input, picture), { code: 'ERR_INVALID_ARG_VALUE' }, picture)
    }
    for (const picture of ['mf', 'mm', 'm1f']) {
      assert.throws(() => any.brecv(input, picture), { code: 'ERR_INVALID_ARG_VALUE' })
    }
    assert.throws(() => any.bsend(output, '11', 1), { code: 'ERR_INVALID_ARG_VALUE' })
    assert.throws(() => any.bsend(output, 1, 1), { code: 'ERR_INVALID_ARG_TYPE' })
  })

  it('throw EAGAIN and ENOTSUP', () => {
    using lonely = zsock.newPush()
    setTimeouts(lonely, 0)
    assert.throws(() => zsock.bsend(lonely, '1', 1), { code: 'EAGAIN', syscall: 'zsock_bsend' })
    assert.throws(() => zsock.brecv(output, '1'), { code: 'ENOTSUP', syscall: 'zsock_brecv' })
  })

  for (const [picture, frames] of [
    ['1', ['']],
    ['2', ['00']],
    ['4', ['000000']],
    ['8', ['00000000000000']],
    ['1', ['0000']],
    ['s', ['']],
    ['s', ['0561']],
    ['s', ['ff']],
    ['S', ['000000']],
    ['S', ['ffffffff61']],
    ['c', ['7fffffff']],
    ['c', ['00000002aa']],
    ['u', ['00112233445566778899aabbccddee']],
    ['p', ['00']],
    ['1', ['01', '02']],
    ['1f', ['01']],
    ['1f', ['01', '02', '03']],
    ['fm1', ['0101', '02', '03']],
    ['m', ['01', '02']],
  ] as const) {
    it(`give a message ${JSON.stringify(frames)} that is no '${picture}' with the error`, () => {
      const sent = frames.map((each) => Buffer.from(each, 'hex'))
      zsock.send(output, 'b'.repeat(sent.length) as string, ...sent)
      zsock.bsend(output, 's', 'next')
      assert.throws(
        () => zsock.brecv(input, picture as string),
        (error: CzmqError) => {
          assert.equal(error.code, 'ERR_CZMQ_PICTURE')
          assert.equal(error.syscall, 'zsock_brecv')
          assert.deepEqual(error.frames, sent)
          return true
        },
      )
      assert.deepEqual(zsock.brecv(input, 's'), ['next'])
    })
  }
})
