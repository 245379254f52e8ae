import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { type CzmqError, zctx, zsock, zsocket, zstr } from '../../src/index.ts'
import type { Zmsg } from '../../src/message-kinds.ts'
import { DEALER, PULL, PUSH } from '../../src/raw/generated/constants.ts'
import { decode, recvLetters } from '../../src/zsock/decode.ts'
import { closeSockets, openSockets, type Sockets, setTimeouts } from './sockets.ts'
import { frameOf, frameText, messageOf, messageTexts } from './values.ts'

const UUID = '00112233-4455-6677-8899-aabbccddeeff'

describe('zsock.send and recv', () => {
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
    const uuid = randomUUID()
    const hash = new Map([
      ['1', 'value A'],
      ['2', 'value B'],
      ['Schlüssel', ''],
    ])
    const bytes = Buffer.from('ABC\0E')
    zsock.send(
      output,
      'i124488uszbcUhpp',
      -12345,
      123,
      15129,
      1860867,
      4294967295,
      228886641n,
      18446744073709551615n,
      7,
      'This is a string',
      bytes,
      new Uint8Array(bytes),
      uuid,
      hash,
      output.pointer,
      null,
    )
    assert.deepEqual(zsock.recv(input, 'i124488uszbcUhpp'), [
      -12345,
      123,
      15129,
      1860867,
      4294967295,
      228886641n,
      18446744073709551615n,
      7,
      'This is a string',
      bytes,
      bytes,
      uuid,
      hash,
      output.pointer,
      null,
    ])
  })

  it('carry frames and messages, which stay the sender’s and are the receiver’s', () => {
    using frame = frameOf('WORLD')
    using message = messageOf('frame 1', '')
    zsock.send(output, 'fszm', frame, 'header', message)
    assert.equal(frameText(frame.pointer), 'WORLD')
    assert.deepEqual(messageTexts(message), ['frame 1', ''])
    const received = zsock.recv(input, 'fszm')
    assert.ok(received)
    using gotFrame = received[0]
    using gotMessage = received[2]
    assert.equal(frameText(gotFrame.pointer), 'WORLD')
    assert.equal(received[1], 'header')
    assert.deepEqual(messageTexts(gotMessage), ['frame 1', ''])
  })

  it('let a message stand in the middle of what is sent', () => {
    using message = messageOf('b', 'c')
    zsock.send(output, 'sms', 'a', message, 'd')
    assert.deepEqual(zstr.recvx(input), ['a', 'b', 'c', 'd'])
  })

  it('answer an empty message where no frames are left for it', () => {
    using empty = messageOf()
    zsock.send(output, 'sm', 'a', empty)
    using message = zsock.recv(input, 'sm')?.[1] as Zmsg
    assert.deepEqual(messageTexts(message), [])
  })

  for (const [letter, values] of Object.entries({
    i: [-2147483648, -1, 0, 2147483647],
    '1': [0, 255],
    '2': [0, 65535],
    '4': [0, 4294967295],
    u: [0, 4294967295],
    '8': [0n, 9007199254740993n, 18446744073709551615n],
    s: ['', 'grüße 😀', '%s%n', 'x'.repeat(2 ** 20)],
    U: [UUID],
    p: [null, 1n, 18446744073709551615n],
    h: [new Map(), new Map([['k', '']]), new Map([['x'.repeat(255), 'y'.repeat(100_000)]])],
  })) {
    it(`carry the limits of ${letter}`, () => {
      for (const value of values) {
        zsock.send(output, letter as string, value)
        assert.deepEqual(zsock.recv(input, letter as string), [value])
      }
    })
  }

  it('take what is equal to another form', () => {
    zsock.send(
      output,
      '8UUUi',
      2 ** 53 - 1,
      UUID.replaceAll('-', ''),
      UUID.toUpperCase(),
      Buffer.alloc(16, 1),
      -0,
    )
    const ones = '01010101-0101-0101-0101-010101010101'
    assert.deepEqual(zsock.recv(input, '8UUUi'), [9007199254740991n, UUID, UUID, ones, 0])
  })

  it('keep NUL in received text, and replace what is not UTF-8', () => {
    zsock.send(output, 'bb', Buffer.from('a\0b'), Buffer.of(0x61, 0xff))
    assert.deepEqual(zsock.recv(input, 'ss'), ['a\0b', 'a\uFFFD'])
  })

  it('copy bytes of arrays whose properties lie', () => {
    const lying = Buffer.from('truth')
    Object.defineProperties(lying, {
      byteLength: { value: 1e9 },
      length: { value: 1e9 },
      byteOffset: { value: 9 },
    })
    class Odd extends Uint8Array {
      static get [Symbol.species](): never {
        throw new Error('must not be asked')
      }
    }
    const detached = new Uint8Array(8)
    structuredClone(detached.buffer, { transfer: [detached.buffer] })
    zsock.send(output, 'bcb', lying, new Odd([65]), detached)
    assert.deepEqual(zsock.recv(input, 'sss'), ['truth', 'A', ''])
  })

  it('answer null when nothing comes in time', () => {
    setTimeouts(input, 0)
    assert.equal(zsock.recv(input, 's'), null)
  })

  it('throw EAGAIN, ENOTSUP and EFSM, and nothing is sent', () => {
    using lonely = zsock.newPush()
    setTimeouts(lonely, 0)
    assert.throws(() => zsock.send(lonely, 'ss', 'a', 'b'), { code: 'EAGAIN', syscall: 'zsock_send' })
    assert.throws(() => zsock.send(input, 's', 'a'), { code: 'ENOTSUP' })
    assert.throws(() => zsock.recv(output, 's'), { code: 'ENOTSUP', syscall: 'zsock_recv' })
    using request = zsock.newReq('@inproc://zsock.efsm')
    assert.throws(() => zsock.recv(request, 's'), { code: 'EFSM' })
  })

  it('work between zsockets', () => {
    using context = zctx.new()
    const sender = zsocket.new(context, PUSH)
    const receiver = zsocket.new(context, PULL)
    for (const each of [sender, receiver]) setTimeouts(each, 2000)
    zsocket.bind(receiver, 'inproc://zsock.send')
    zsocket.connect(sender, 'inproc://zsock.send')
    zsock.send(sender, 'si', 'a', 1)
    assert.deepEqual(zsock.recv(receiver, 'si'), ['a', 1])
  })

  it('refuse pictures that are wrong before anything is sent or received', () => {
    const any = zsock as unknown as Record<'send' | 'recv', (...args: unknown[]) => unknown>
    for (const picture of ['', 'x', 's s', 'l', 'S', 'n', '😀', 's\0']) {
      assert.throws(() => any.send(output, picture, 'a'), { code: 'ERR_INVALID_ARG_VALUE' }, picture)
      assert.throws(() => any.recv(input, picture), { code: 'ERR_INVALID_ARG_VALUE' }, picture)
    }
    for (const picture of [undefined, null, 1, ['s'], new String('s')]) {
      assert.throws(() => any.send(output, picture, 'a'), { code: 'ERR_INVALID_ARG_TYPE' })
      assert.throws(() => any.recv(input, picture), { code: 'ERR_INVALID_ARG_TYPE' })
    }
    for (const picture of ['ms', 'mz', 'mm', 'smf']) {
      assert.throws(() => any.recv(input, picture), { code: 'ERR_INVALID_ARG_VALUE' })
    }
  })

  it('refuse too few values and too many', () => {
    const any = zsock as unknown as Record<'send', (...args: unknown[]) => unknown>
    for (const values of [[], ['a'], ['a', 'b', 'c']]) {
      assert.throws(() => any.send(output, 'szs', ...values), { code: 'ERR_INVALID_ARG_VALUE' })
    }
  })

  for (const [letter, code, values] of [
    ['i', 'ERR_OUT_OF_RANGE', [-(2 ** 31) - 1, 2 ** 31, 0.5, Number.NaN, Number.POSITIVE_INFINITY]],
    ['1', 'ERR_OUT_OF_RANGE', [-1, 256]],
    ['2', 'ERR_OUT_OF_RANGE', [-1, 65536]],
    ['4', 'ERR_OUT_OF_RANGE', [-1, 2 ** 32]],
    ['u', 'ERR_OUT_OF_RANGE', [-1, 2 ** 32]],
    ['8', 'ERR_OUT_OF_RANGE', [-1, -1n, 2n ** 64n, 2 ** 53]],
    ['p', 'ERR_OUT_OF_RANGE', [0n, -1n, 2n ** 64n]],
    ['s', 'ERR_INVALID_ARG_VALUE', ['a\0b']],
    ['U', 'ERR_INVALID_ARG_VALUE', ['', 'xyz', UUID.slice(1), Buffer.alloc(15), Buffer.alloc(17)]],
    ['h', 'ERR_INVALID_ARG_VALUE', [new Map([['', 'v']]), new Map([['x'.repeat(256), 'v']])]],
    ['h', 'ERR_INVALID_ARG_VALUE', [new Map([['a\0', 'v']]), new Map([['a', '\0']])]],
    ['h', 'ERR_INVALID_ARG_TYPE', [new Map([[1, 'v']]), new Map([['k', 1]]), {}, new Proxy(new Map(), {})]],
    ['b', 'ERR_INVALID_ARG_TYPE', ['text', new Uint16Array(1), new ArrayBuffer(1), [1]]],
    ['f', 'ERR_INVALID_ARG_TYPE', ['text', Buffer.from('x'), {}]],
    ['m', 'ERR_INVALID_ARG_TYPE', ['text', Buffer.from('x'), []]],
  ] as const) {
    it(`refuse values that do not fit ${letter}: ${code}`, () => {
      for (const value of values) {
        assert.throws(() => zsock.send(output, `s${letter}` as string, 'first', value), { code })
      }
      setTimeouts(input, 0)
      assert.equal(zsock.recv(input, 's'), null)
    })
  }

  it('refuse destroyed frames and messages', () => {
    const frame = frameOf('x')
    const message = messageOf('x')
    frame.destroy()
    message.destroy()
    assert.throws(() => zsock.send(output, 'f', frame), { code: 'ERR_CZMQ_DESTROYED' })
    assert.throws(() => zsock.send(output, 'm', message), { code: 'ERR_CZMQ_DESTROYED' })
    using other = messageOf('x')
    assert.throws(() => zsock.send(output, 'f', other as never), { code: 'ERR_INVALID_ARG_TYPE' })
  })

  for (const [picture, frames] of [
    ['ss', ['a']],
    ['s', ['a', 'b']],
    ['szm', ['a']],
    ['z', ['x']],
    ['fi', ['frame', 'x']],
    ['i', ['2147483648']],
    ['i', ['']],
    ['i', ['-']],
    ['i', ['1 ']],
    ['i', ['0x10']],
    ['i', ['1e3']],
    ['i', ['1'.repeat(22)]],
    ['1', ['256']],
    ['1', ['-1']],
    ['2', ['65536']],
    ['4', ['4294967296']],
    ['8', ['18446744073709551616']],
    ['u', ['4294967296']],
    ['u', ['d']],
    ['u', ['7dd']],
    ['4', ['7d']],
    ['U', ['short']],
    ['p', ['short']],
    ['h', ['']],
    ['h', ['\0\0\0\x01']],
    ['h', ['\0\0\0\0rest']],
    ['h', ['\x7f\x7f\x7f\x7f']],
    ['h', ['\0\0\0\x01\x05k']],
    ['h', ['\0\0\0\x01\x01k\0\0\0\x05v']],
    ['h', ['\0\0\0\x01\x01k\x7f\x7f\x7f\x7fv']],
    ['h', ['\0\0\0\x02\x01k\0\0\0\x01v\x01k\0\0\0\x01w']],
  ] as const) {
    it(`give a message ${JSON.stringify(frames)} that is no '${picture}' with the error`, () => {
      const sent = frames.map((each) => Buffer.from(each, 'latin1'))
      zsock.send(output, 'b'.repeat(sent.length) as string, ...sent)
      zsock.send(output, 's', 'next')
      assert.throws(
        () => zsock.recv(input, picture as string),
        (error: CzmqError) => {
          assert.equal(error.code, 'ERR_CZMQ_PICTURE')
          assert.equal(error.syscall, 'zsock_recv')
          assert.deepEqual(error.frames, sent)
          return true
        },
      )
      assert.deepEqual(zsock.recv(input, 's'), ['next'])
    })
  }

  it('take numbers as C reads them', () => {
    zsock.send(output, 'sss', '+7', '007', '-0')
    assert.deepEqual(zsock.recv(input, '1ii'), [7, 7, 0])
  })

  it('refuse a frame that no string can hold', () => {
    const huge = Buffer.allocUnsafeSlow(2 ** 29)
    assert.throws(() => decode(recvLetters('s'), [huge]), { message: /do not fit into a string/ })
  })

  it('keep messages apart on one connection', () => {
    using left = zsock.new(DEALER)
    using right = zsock.new(DEALER)
    for (const each of [left, right]) setTimeouts(each, 2000)
    zsock.attach(left, '@inproc://zsock.apart', 'bind')
    zsock.attach(right, '>inproc://zsock.apart', 'bind')
    for (let count = 0; count < 100; count++) zsock.send(left, 'is', count, 'x'.repeat(count * 1000))
    for (let count = 0; count < 100; count++) {
      assert.deepEqual(zsock.recv(right, 'is'), [count, 'x'.repeat(count * 1000)])
    }
  })
})
