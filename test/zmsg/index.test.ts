import assert from 'node:assert/strict'
import { DGRAM, PAIR, PULL, PUSH } from '../../src/raw/generated/constants.ts'
import { C } from '../../src/raw/index.ts'
import * as zctx from '../../src/zctx/index.ts'
import * as zframe from '../../src/zframe/index.ts'
import * as zmsg from '../../src/zmsg/index.ts'
import * as zsocket from '../../src/zsocket/index.ts'
import { closePair, DEADLINE, openLonely, openPair, type Pair, setTimeouts } from './pair.ts'
import { messageOf, textsOf } from './texts.ts'

function received(pair: Pair): zmsg.Zmsg {
  const message = zmsg.recv(pair.input)
  assert.ok(message)
  return message
}

describe('zmsg', () => {
  describe('over a pair of sockets', () => {
    let pair: Pair

    beforeEach(() => {
      pair = openPair()
    })
    afterEach(() => closePair(pair))

    it('sends one frame, and takes frame and message', () => {
      const message = zmsg.new()
      const frame = zframe.from('alone')
      zmsg.prepend(message, frame)
      assert.equal(zmsg.size(message), 1)
      assert.equal(zmsg.contentSize(message), 5)
      zmsg.send(message, pair.output)
      assert.equal(message.destroyed, true)
      assert.equal(frame.destroyed, true)
      using answer = received(pair)
      assert.deepEqual(textsOf(answer), ['alone'])
      assert.equal(zmsg.contentSize(answer), 5)
    })

    it('sends a message of many frames and its copy', () => {
      const texts = Array.from({ length: 10 }, (_, index) => `part ${index}`)
      const message = messageOf(...texts)
      zmsg.send(zmsg.dup(message), pair.output)
      zmsg.send(message, pair.output)
      for (let count = 0; count < 2; count++) {
        using answer = received(pair)
        assert.equal(zmsg.size(answer), 10)
        assert.equal(zmsg.contentSize(answer), 60)
        assert.deepEqual(textsOf(answer), texts)
        for (const [index, each] of zmsg.frames(answer).entries()) assert.equal(zframe.more(each), index < 9)
      }
      assert.equal(zmsg.recvNowait(pair.input), null)
    })

    it('sends a message in two halves', () => {
      zmsg.sendm(messageOf('a', 'b'), pair.output)
      zmsg.send(messageOf('c'), pair.output)
      using answer = received(pair)
      assert.deepEqual(textsOf(answer), ['a', 'b', 'c'])
    })

    it('receives without waiting what has come', () => {
      zframe.send(zframe.from('first'), pair.output)
      zmsg.send(messageOf('a', 'b'), pair.output)
      using _first = received(pair)
      assert.ok(zsocket.poll(pair.input, DEADLINE))
      using answer = zmsg.recvNowait(pair.input)
      assert.ok(answer)
      assert.deepEqual(textsOf(answer), ['a', 'b'])
    })

    it('sends nothing of an empty message, and takes it', () => {
      for (const send of [zmsg.send, zmsg.sendm]) {
        const message = zmsg.new()
        send(message, pair.output)
        assert.throws(() => zmsg.size(message), { code: 'ERR_CZMQ_TAKEN' })
      }
      assert.equal(zmsg.recvNowait(pair.input), null)
    })

    it('receives null when rcvtimeo is over', () => {
      setTimeouts(pair.input, 1)
      assert.equal(zmsg.recv(pair.input), null)
    })

    it('understands the signal of CZMQ 4', () => {
      zmsg.send(zmsg.newSignal(3), pair.output)
      assert.equal(C.zsock_wait(pair.input.pointer), 3)
      C.zsock_signal(pair.output.pointer, 4)
      using answer = received(pair)
      assert.equal(zmsg.signal(answer), 4)
    })
  })

  describe('that cannot be sent', () => {
    it('stays the caller’s, unchanged', () => {
      const { context, socket } = openLonely()
      using message = messageOf('a', 'b')
      const first = zmsg.first(message)
      for (const [send, syscall] of [
        [zmsg.send, 'zmsg_send'],
        [zmsg.sendm, 'zmsg_sendm'],
      ] as const) {
        assert.throws(() => send(message, socket), { name: 'CzmqError', code: 'EAGAIN', syscall })
      }
      assert.equal(zmsg.contentSize(message), 2)
      assert.ok(first)
      assert.equal(zframe.strdup(first), 'a')
      assert.equal(zmsg.next(message), zmsg.last(message))
      assert.deepEqual(textsOf(message), ['a', 'b'])
      zctx.destroy(context)
    })

    it('loses the frames that libzmq had accepted, and their handles', () => {
      const { context } = openLonely()
      const underlying = zctx.underlying(context)
      assert.ok(underlying)
      const pointer = C.zmq_socket(underlying, DGRAM)
      const socket = zsocket.wrap(pointer)
      zsocket.bind(socket, 'udp://127.0.0.1:*')
      using message = messageOf('127.0.0.1:9', 'body', 'one too many')
      const [address, body] = zmsg.frames(message)
      assert.ok(address && body)
      assert.throws(() => zmsg.send(message, socket), { code: 'EINVAL' })
      assert.deepEqual(textsOf(message), ['body', 'one too many'])
      assert.equal(zmsg.first(message), body)
      assert.throws(() => zframe.data(address), { code: 'ERR_CZMQ_DESTROYED' })
      C.zmq_close(pointer)
      zctx.destroy(context)
    })

    it('throws ENOTSUP on sockets that cannot send, and recv on those that cannot receive', () => {
      const pull = openLonely(PULL)
      const push = openLonely(PUSH)
      using message = messageOf('a')
      assert.throws(() => zmsg.send(message, pull.socket), { code: 'ENOTSUP' })
      assert.throws(() => zmsg.recv(push.socket), { code: 'ENOTSUP', syscall: 'zmsg_recv' })
      assert.throws(() => zmsg.recvNowait(push.socket), { code: 'ENOTSUP', syscall: 'zmsg_recv_nowait' })
      zctx.destroy(pull.context)
      zctx.destroy(push.context)
    })

    it('refuses a destroyed socket', () => {
      const { context, socket } = openLonely(PAIR)
      zctx.destroy(context)
      using message = messageOf('a')
      assert.throws(() => zmsg.send(message, socket), { code: 'ERR_CZMQ_DESTROYED' })
      assert.throws(() => zmsg.recv(socket), { code: 'ERR_CZMQ_DESTROYED' })
    })
  })

  describe('frames', () => {
    it('are removed from the middle', () => {
      using message = messageOf('0', '1', '2', '3')
      for (let count = 0; count < 2; count++) {
        zmsg.first(message)
        const frame = zmsg.next(message)
        assert.ok(frame)
        assert.equal(zmsg.remove(message, frame), frame)
        zframe.destroy(frame)
      }
      assert.equal(zmsg.contentSize(message), 2)
      assert.deepEqual(textsOf(message), ['0', '3'])
    })

    it('are left alone by remove of a frame that is not in the message', () => {
      using message = messageOf('a', 'bc')
      using other = messageOf('a')
      using stranger = zframe.from('a')
      const borrowed = zmsg.first(other)
      assert.ok(borrowed)
      assert.equal(zmsg.remove(message, stranger), null)
      assert.equal(zmsg.remove(message, borrowed), null)
      assert.equal(zmsg.contentSize(message), 3)
      assert.deepEqual(textsOf(message), ['a', 'bc'])
      assert.deepEqual(textsOf(other), ['a'])
    })

    it('are put to both ends and taken from the front', () => {
      using message = messageOf('body')
      zmsg.pushstr(message, 'b')
      zmsg.pushmem(message, Buffer.from('a'))
      zmsg.addmem(message, Buffer.from('%s%n'))
      zmsg.addstr(message, 'last')
      zmsg.push(message, zframe.from('pushed'))
      zmsg.add(message, zframe.from('added'))
      zmsg.append(message, zframe.from('appended'))
      zmsg.prepend(message, zframe.from('prepended'))
      using first = zmsg.pop(message)
      assert.ok(first)
      assert.equal(zframe.strdup(first), 'prepended')
      const expected = ['pushed', 'a', 'b', 'body', '%s%n', 'last', 'added', 'appended']
      assert.deepEqual(textsOf(message), expected)
      const popped = expected.map(() => zmsg.popstr(message))
      assert.deepEqual(popped, expected)
      assert.equal(zmsg.popstr(message), null)
    })

    it('keep NUL and text beyond ASCII', () => {
      const text = 'a\0ü€😀'
      using message = messageOf(text)
      zmsg.pushstr(message, text)
      assert.equal(zmsg.contentSize(message), 2 * Buffer.byteLength(text))
      assert.equal(zmsg.popstr(message), text)
      assert.equal(zmsg.popstr(message), text)
    })

    it('can be empty', () => {
      using message = messageOf('')
      zmsg.addmem(message, Buffer.alloc(0))
      zmsg.pushmem(message, new Uint8Array())
      assert.equal(zmsg.size(message), 3)
      assert.equal(zmsg.contentSize(message), 0)
      assert.equal(zmsg.popstr(message), '')
    })

    it('are wrapped in an address, and unwrapped', () => {
      using message = messageOf('body')
      zmsg.wrap(message, zframe.from('address'))
      assert.deepEqual(textsOf(message), ['address', '', 'body'])
      const delimiter = zmsg.frames(message)[1]
      assert.ok(delimiter)
      using address = zmsg.unwrap(message)
      assert.ok(address)
      assert.equal(zframe.strdup(address), 'address')
      assert.deepEqual(textsOf(message), ['body'])
      assert.throws(() => zframe.data(delimiter), { code: 'ERR_CZMQ_DESTROYED' })
    })

    it('are unwrapped without a delimiter, too', () => {
      using message = messageOf('address', 'body')
      using address = zmsg.unwrap(message)
      assert.ok(address)
      assert.deepEqual(textsOf(message), ['body'])
    })

    it('are walked with a cursor that begins again behind the last', () => {
      using message = messageOf('a', 'b')
      const walk = [zmsg.next, zmsg.next, zmsg.next, zmsg.next, zmsg.last, zmsg.next].map((step) => {
        const frame = step(message)
        return frame && zframe.strdup(frame)
      })
      assert.deepEqual(walk, ['a', 'b', null, 'a', 'b', null])
    })

    it('are not there in an empty message', () => {
      using message = zmsg.new()
      assert.equal(zmsg.size(message), 0)
      assert.equal(zmsg.contentSize(message), 0)
      assert.deepEqual(zmsg.frames(message), [])
      for (const find of [
        zmsg.unwrap,
        zmsg.first,
        zmsg.last,
        zmsg.next,
        zmsg.pop,
        zmsg.popstr,
        zmsg.popmsg,
      ]) {
        assert.equal(find(message), null, find.name)
      }
    })
  })

  describe('eq and dup', () => {
    it('compare messages frame by frame', () => {
      using one = messageOf('a', 'b')
      using same = zmsg.dup(one)
      using other = messageOf('a', 'c')
      using regrouped = messageOf('ab')
      using empty = zmsg.new()
      using nothing = zmsg.dup(empty)
      assert.equal(zmsg.eq(one, same), true)
      assert.equal(zmsg.eq(one, other), false)
      assert.equal(zmsg.eq(one, regrouped), false)
      assert.equal(zmsg.eq(empty, nothing), true)
      assert.equal(zmsg.eq(one, null), false)
      assert.equal(zmsg.eq(null, one), false)
      assert.equal(zmsg.eq(null, null), false)
    })

    it('copy a message that outlives the original', () => {
      const message = messageOf('a', '', 'b')
      using copy = zmsg.dup(message)
      zmsg.destroy(message)
      assert.deepEqual(textsOf(copy), ['a', '', 'b'])
    })
  })

  describe('signal', () => {
    it('recognises signals by their content', () => {
      for (const status of [0, 7, 255]) {
        using message = zmsg.newSignal(status)
        assert.equal(zmsg.signal(message), status)
      }
      using other = messageOf('8 bytes!')
      using empty = zmsg.new()
      assert.equal(zmsg.signal(other), null)
      assert.equal(zmsg.signal(empty), null)
    })

    it('refuses a status that is no byte', () => {
      for (const status of [-1, 256, 0.5])
        assert.throws(() => zmsg.newSignal(status), { code: 'ERR_OUT_OF_RANGE' })
    })
  })

  describe('is', () => {
    it('is true of living messages only', () => {
      const message = zmsg.new()
      assert.equal(zmsg.is(message), true)
      zmsg.destroy(message)
      assert.equal(zmsg.is(message), false)
      for (const each of [null, undefined, {}, 1n, new Proxy(message, {})]) assert.equal(zmsg.is(each), false)
    })
  })

  describe('drafts', () => {
    const drafts: Record<string, (message: zmsg.Zmsg) => unknown> = {
      zmsg_routing_id: zmsg.routingId,
      zmsg_set_routing_id: (message) => zmsg.setRoutingId(message, 1),
    }
    for (const [name, call] of Object.entries(drafts)) {
      it(`${name} works where the library has it, and throws ERR_CZMQ_SYMBOL elsewhere`, () => {
        using message = zmsg.new()
        if (name in C) assert.doesNotThrow(() => call(message))
        else assert.throws(() => call(message), { code: 'ERR_CZMQ_SYMBOL' })
      })
    }

    it('refuses ids that cannot be', () => {
      using message = zmsg.new()
      for (const id of [-1, 2 ** 32]) {
        assert.throws(() => zmsg.setRoutingId(message, id), { code: 'ERR_OUT_OF_RANGE' })
      }
    })
  })
})
