import assert from 'node:assert/strict'
import { C, type CzmqError, zctx, zmq, zsock, zsocket, zstr } from '../../src/index.ts'
import { sendBytes } from '../../src/raw/messages.ts'
import type { AnySocket } from '../../src/socket-kinds.ts'
import { runCode } from '../helpers/child.ts'

const DEADLINE = 2_000

function setTimeouts(socket: AnySocket, milliseconds: number): void {
  C.zsock_set_rcvtimeo(socket.pointer, milliseconds)
  C.zsock_set_sndtimeo(socket.pointer, milliseconds)
}

function sendRaw(socket: AnySocket, bytes: Uint8Array): void {
  assert.notEqual(sendBytes(zsock.resolve(socket), bytes, bytes.length, 0), -1)
}

/** Two connected sockets of each class, and how to end them. */
const PAIRS = {
  zsock: () => {
    const output = zsock.newPair('@tcp://127.0.0.1:*')
    const input = zsock.newPair(zsock.endpoint(output) ?? '')
    const end = () => [output, input].forEach(zsock.destroy)
    return { output, input, end }
  },
  zsocket: () => {
    const context = zctx.new()
    const output = zsocket.new(context, zmq.PAIR)
    const input = zsocket.new(context, zmq.PAIR)
    zsocket.connect(input, `tcp://127.0.0.1:${zsocket.bind(output, 'tcp://127.0.0.1:*')}`)
    return { output, input, end: () => zctx.destroy(context) }
  },
}

for (const [kind, open] of Object.entries(PAIRS)) {
  describe(`zstr between two of class ${kind}`, () => {
    let pair: { output: AnySocket; input: AnySocket; end: () => void }

    beforeEach(() => {
      pair = open()
      setTimeouts(pair.output, DEADLINE)
      setTimeouts(pair.input, DEADLINE)
    })
    afterEach(() => pair.end())

    it('sends single strings and a message of many, which arrive one by one', () => {
      for (let count = 0; count < 10; count++) zstr.send(pair.output, `this is string ${count}`)
      zstr.sendx(pair.output, 'This', 'is', 'almost', 'the', 'very', 'END')
      const strings: (string | null)[] = []
      while (strings.at(-1) !== 'END') strings.push(zstr.recv(pair.input))
      assert.equal(strings.length, 16)
      assert.equal(strings[9], 'this is string 9')
      assert.deepEqual(strings.slice(10), ['This', 'is', 'almost', 'the', 'very', 'END'])
    })

    it('receives a whole message at once', () => {
      zstr.sendx(pair.output, 'a', '', 'c')
      zstr.sendm(pair.output, 'd')
      zstr.send(pair.output, 'e')
      zstr.sendx(pair.output, 'alone')
      assert.deepEqual(zstr.recvx(pair.input), ['a', '', 'c'])
      assert.deepEqual(zstr.recvx(pair.input), ['d', 'e'])
      assert.deepEqual(zstr.recvx(pair.input), ['alone'])
    })

    it('sends nothing when there are no strings', () => {
      zstr.sendx(pair.output)
      zstr.send(pair.output, 'next')
      assert.deepEqual(zstr.recvx(pair.input), ['next'])
    })

    for (const text of ['', 'grüße, 世界 😀', '%s%n%p', 'x'.repeat(2 ** 20), '\u0001\u007f']) {
      it(`carries ${JSON.stringify(text.slice(0, 20))} of ${text.length}`, () => {
        zstr.send(pair.output, text)
        assert.equal(zstr.recv(pair.input), text)
      })
    }

    it('replaces lone surrogates, as everything that writes UTF-8 does', () => {
      zstr.sendx(pair.output, 'a\uD800b', '\uDC00')
      assert.deepEqual(zstr.recvx(pair.input), ['a\uFFFDb', '\uFFFD'])
    })

    it('refuses NUL in what is sent, and sends nothing', () => {
      for (const text of ['\0', 'a\0', 'a\0b']) {
        assert.throws(() => zstr.send(pair.output, text), { code: 'ERR_INVALID_ARG_VALUE' })
        assert.throws(() => zstr.sendm(pair.output, text), { code: 'ERR_INVALID_ARG_VALUE' })
        assert.throws(() => zstr.sendx(pair.output, 'good', text), { code: 'ERR_INVALID_ARG_VALUE' })
      }
      zstr.send(pair.output, 'next')
      assert.deepEqual(zstr.recvx(pair.input), ['next'])
    })

    it('keeps NUL in what is received, and replaces what is not UTF-8', () => {
      sendRaw(pair.output, Buffer.from('a\0b\0'))
      sendRaw(pair.output, Buffer.from([0x61, 0xff, 0xc3]))
      assert.equal(zstr.recv(pair.input), 'a\0b\0')
      assert.equal(zstr.recv(pair.input), 'a\uFFFD\uFFFD')
    })

    it('receives frames after one of more than 64 KiB', () => {
      const large = 'x'.repeat(100_000)
      zstr.sendx(pair.output, large, 'b', large, 'd')
      assert.deepEqual(zstr.recvx(pair.input), [large, 'b', large, 'd'])
      zstr.sendx(pair.output, large, 'b')
      assert.equal(zstr.recv(pair.input), large)
      assert.equal(zstr.recv(pair.input), 'b')
      zstr.sendx(pair.output, large)
      assert.deepEqual(zstr.recvx(pair.input), [large])
    })

    it('answers null when nothing comes in time', () => {
      assert.equal(zstr.recvNowait(pair.input), null)
      setTimeouts(pair.input, 1)
      assert.equal(zstr.recv(pair.input), null)
      assert.equal(zstr.recvx(pair.input), null)
    })

    it('receives without waiting what has come', () => {
      zstr.sendx(pair.output, 'first', 'second')
      assert.equal(zstr.recv(pair.input), 'first')
      assert.equal(zstr.recvNowait(pair.input), 'second')
      assert.equal(zstr.recvNowait(pair.input), null)
    })

    it('speaks with zstr of C', () => {
      C.zstr_sendx(pair.output.pointer, 'from', 'C', null)
      assert.deepEqual(zstr.recvx(pair.input), ['from', 'C'])
      zstr.sendx(pair.output, 'to', 'C')
      assert.equal(C.zstr_recv(pair.input.pointer), 'to')
      assert.equal(C.zstr_recv(pair.input.pointer), 'C')
    })
  })
}

describe('zstr where it fails', () => {
  const sends = {
    send: (socket: AnySocket) => zstr.send(socket, 'x'),
    sendm: (socket: AnySocket) => zstr.sendm(socket, 'x'),
    sendx: (socket: AnySocket) => zstr.sendx(socket, 'x', 'y'),
  }
  const receives = { recv: zstr.recv, recvNowait: zstr.recvNowait, recvx: zstr.recvx }

  for (const [name, call] of Object.entries(sends)) {
    it(`${name} throws EAGAIN when sndtimeo is over, ENOTSUP on a PULL, EFSM on a REP`, () => {
      using lonely = zsock.newPush()
      setTimeouts(lonely, 1)
      const syscall = `zstr_${name}`
      assert.throws(() => call(lonely), { name: 'CzmqError', code: 'EAGAIN', syscall })
      using pull = zsock.newPull()
      assert.throws(() => call(pull), { code: 'ENOTSUP', syscall })
      using reply = zsock.newRep()
      assert.throws(() => call(reply), { code: 'EFSM', syscall })
    })
  }

  for (const [name, call] of Object.entries(receives)) {
    it(`${name} throws ENOTSUP on a PUSH, EFSM on a REQ`, () => {
      const syscall = name === 'recvNowait' ? 'zstr_recv_nowait' : `zstr_${name}`
      using push = zsock.newPush()
      assert.throws(() => call(push), { name: 'CzmqError', code: 'ENOTSUP', syscall })
      using request = zsock.newReq()
      assert.throws(() => call(request), { code: 'EFSM', syscall })
    })
  }

  it('throws ETERM when the context is ending', async () => {
    const { code, stdout, stderr } = await runCode(`
      import { C, zctx, zmq, zsocket, zstr } from '$src/index.ts'
      const context = zctx.new()
      const socket = zsocket.new(context, zmq.PAIR)
      C.zmq_ctx_shutdown(zctx.underlying(context))
      const calls = [() => zstr.recv(socket), () => zstr.recvNowait(socket), () => zstr.recvx(socket),
        () => zstr.send(socket, 'x'), () => zstr.sendm(socket, 'x'), () => zstr.sendx(socket, 'x')]
      for (const each of calls) try { each() } catch (error) { console.log(error.code) }`)
    assert.equal(stdout, 'ETERM\n'.repeat(6))
    assert.deepEqual({ code, stderr }, { code: 0, stderr: '' })
  })

  it('throws ETERM when the context ends in the middle of a message', async () => {
    const { code, stdout } = await runCode(`
      import { C, zctx, zmq, zsock, zsocket, zstr } from '$src/index.ts'
      for (const call of [(self) => zstr.recvx(self), (self) => zsock.recv(self, 'm')]) {
        const context = zctx.new()
        const [output, input] = [zsocket.new(context, zmq.PAIR), zsocket.new(context, zmq.PAIR)]
        zsocket.bind(output, 'inproc://middle')
        zsocket.connect(input, 'inproc://middle')
        zstr.sendx(output, ...Array.from({ length: 1000 }, String))
        zstr.recv(input)
        C.zmq_ctx_shutdown(zctx.underlying(context))
        try { call(input) } catch (error) { console.log(error.code) }
      }`)
    assert.deepEqual({ code, stdout }, { code: 0, stdout: 'ETERM\nETERM\n' })
  })

  for (const [name, call] of Object.entries(zstr) as [string, (...args: unknown[]) => unknown][]) {
    it(`${name} refuses what is no living socket`, () => {
      using context = zctx.new()
      const gone = zsock.newPair()
      zsock.destroy(gone)
      assert.throws(() => call(gone, 'x'), { code: 'ERR_CZMQ_DESTROYED' })
      const values = [undefined, null, 1, 1n, 'x', {}, Symbol('s'), context, new Proxy(gone, {})]
      for (const value of values) assert.throws(() => call(value, 'x'), { code: 'ERR_INVALID_ARG_TYPE' })
    })
  }

  for (const name of ['send', 'sendm', 'sendx'] as const) {
    it(`${name} refuses what is no string`, () => {
      using self = zsock.newPair()
      setTimeouts(self, 0)
      const call = zstr[name] as (...args: unknown[]) => void
      const loud = {
        toString: () => {
          throw new Error('was called')
        },
      }
      for (const value of [
        undefined,
        null,
        1,
        1n,
        {},
        [],
        Buffer.from('x'),
        Symbol('s'),
        new String('x'),
        loud,
      ]) {
        assert.throws(
          () => call(self, value),
          (error: CzmqError) => String(error.code) === 'ERR_INVALID_ARG_TYPE',
        )
      }
    })
  }
})
