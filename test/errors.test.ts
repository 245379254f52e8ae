import assert from 'node:assert/strict'
import { existsSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import {
  Certificate,
  CertificateStore,
  Context,
  curveClient,
  curveServer,
  Pull,
  Push,
  Reply,
  Request,
  zctx,
  zframe,
  zmq,
  zmsg,
  zsocket,
  zstr,
  zsys,
} from '../src/index.ts'
import { closeAll, join as connectBoth, open } from './sockets/ends.ts'

/** Somebody else's object, which counts when its code runs. */
function hostile(): { value: object; runs: () => number } {
  let runs = 0
  const ran = () => void runs++
  const prototype = Object.defineProperty({}, 'constructor', { get: ran })
  const value = Object.create(prototype, {
    [Symbol.toStringTag]: { get: ran },
    [Symbol.toPrimitive]: { get: ran },
    toString: { get: ran },
    constructor: { get: ran },
  })
  return { value, runs: () => runs }
}

describe('messages of errors', () => {
  afterEach(closeAll)

  describe('name the class of what was given', () => {
    const received = (value: unknown) => {
      try {
        zsys.info(value as string)
      } catch (error) {
        return String(error).replace(/^.*Received /, '')
      }
      throw new Error('nothing was thrown')
    }
    const Nameless = class {}
    Object.defineProperty(Nameless, 'name', { value: 'secret: 4711' })
    const Computed = class {}
    Object.defineProperty(Computed, 'name', { get: () => assert.fail('a getter ran') })
    const cases: [unknown, string][] = [
      [Buffer.from('secret'), 'an instance of Buffer'],
      [Promise.resolve('secret'), 'an instance of Promise'],
      [new Map([['secret', 1]]), 'an instance of Map'],
      [new Date(), 'an instance of Date'],
      [['secret'], 'an array'],
      [{ secret: 1 }, 'an object'],
      [Object.create(null), 'an object'],
      [Object.create(Object.create(null)), 'an object'],
      [new Proxy(new Map(), { getPrototypeOf: () => assert.fail('a trap ran') }), 'a Proxy'],
      [
        Object.create(new Proxy({}, { getOwnPropertyDescriptor: () => assert.fail('a trap ran') })),
        'an object',
      ],
      [Object.create({ constructor: new Proxy(class {}, {}) }), 'an object'],
      [new Nameless(), 'an object'],
      [new Computed(), 'an object'],
    ]
    for (const [value, expected] of cases) {
      it(`as ${expected}`, () => assert.equal(received(value), expected))
    }

    it('without running any of its code', () => {
      const { value, runs } = hostile()
      assert.equal(received(value), 'an object')
      assert.equal(runs(), 0)
    })
  })

  describe('of addresses say what is wrong with them', () => {
    const message = (call: () => void, code: string, reason: RegExp) =>
      assert.throws(call, { name: 'CzmqError', code, message: reason })

    it('a host name that cannot be bound', () => {
      const pull = open(new Pull())
      const reason = /tcp:\/\/localhost:\*': bind needs an interface or an address, not a host name$/
      message(() => pull.bindSync('tcp://localhost:*'), 'ENODEV', reason)
      using context = zctx.new()
      const socket = zsocket.new(context, zmq.PULL)
      message(() => zsocket.bind(socket, 'tcp://localhost:*'), 'ENODEV', reason)
    })

    it('an endpoint without a port', () => {
      const push = open(new Push())
      message(() => push.connect('tcp://127.0.0.1'), 'EINVAL', /the endpoint has no port$/)
      message(() => push.bindSync('tcp://*'), 'EINVAL', /the endpoint has no port$/)
    })

    it('* in the place of a peer', () => {
      const push = open(new Push())
      for (const address of ['tcp://*:5555', 'tcp://127.0.0.1:*'])
        message(() => push.connect(address), 'EINVAL', /only bind takes \*; connect needs/)
    })

    it('and nothing where nobody knows', () => {
      const push = open(new Push())
      message(() => push.connect('tcp://no such:1'), 'EINVAL', /zmq_connect 'tcp:\/\/no such:1'$/)
    })
  })

  describe('of sending and receiving say why a socket cannot', () => {
    const cannot = (call: () => void, reason: string) =>
      assert.throws(call, { code: 'ENOTSUP', message: new RegExp(`: ${reason}$`) })

    it('because of its type', () => {
      using context = zctx.new()
      const [push, pull] = [zsocket.new(context, zmq.PUSH), zsocket.new(context, zmq.PULL)]
      zsocket.bind(push, 'inproc://there')
      zsocket.connect(pull, 'inproc://there')
      for (const receive of [zstr.recv, zstr.recvNowait, zstr.recvx, zframe.recv, zmsg.recv, zsocket.wait])
        cannot(() => receive(push), 'a PUSH socket cannot receive')
      cannot(() => zstr.send(pull, 'x'), 'a PULL socket cannot send')
      cannot(() => zstr.sendx(pull, 'x'), 'a PULL socket cannot send')
      cannot(() => zsocket.sendmem(pull, Buffer.alloc(1)), 'a PULL socket cannot send')
      using frame = zframe.from('x')
      cannot(() => zframe.send(frame, pull), 'a PULL socket cannot send')
    })

    it('because it is not its turn', async () => {
      const [reply, request] = [open(new Reply()), open(new Request())]
      await connectBoth(reply, request, 'inproc')
      const not = (next: string) => ({
        code: 'EFSM',
        message: new RegExp(`: it is not this socket's turn, ${next}$`),
      })
      await assert.rejects(request.receive(), not('send a request first'))
      await assert.rejects(reply.send('x'), not('receive a request first'))
      await request.send('question')
      await assert.rejects(request.send('again'), not('receive the reply first'))
      await reply.receive({ timeout: 5000 })
      await assert.rejects(reply.receive(), not('send the reply first'))
      assert.throws(() => zstr.recv(reply.handle), not('send the reply first'))
    })

    it('because it is no message', async () => {
      const push = open(new Push())
      const one =
        'must be a string, a number, null, a buffer or an array of these; sendJson sends other values'
      const expected = `The "message" argument ${one}. Received an object`
      await assert.rejects(push.send({ a: 1 } as never), { message: expected })
      const inside = 'must be a string, a number, null or a buffer; sendJson sends other values'
      await assert.rejects(push.send(['a', new Map()] as never), {
        message: `The "message[1]" argument ${inside}. Received an instance of Map`,
      })
    })
  })

  it('of constructors say what is wanted', () => {
    assert.throws(() => zframe.new('x' as never), {
      code: 'ERR_INVALID_ARG_TYPE',
      message: /a Uint8Array; zframe.from takes text/,
    })
    using context = zctx.new()
    assert.throws(() => zsocket.new(context, undefined as never), {
      code: 'ERR_INVALID_ARG_TYPE',
      message: /a socket type like zmq.PUSH. Received undefined$/,
    })
  })

  describe('of CURVE', () => {
    const certificate = Certificate.generate()
    const missing = join(tmpdir(), `czmq-missing-${process.pid}`)

    it('say what a misspelt key is not', () => {
      assert.throws(() => curveClient(open(new Push()), { serverKey: 'abc' }), {
        code: 'ENOENT',
        message: "ENOENT: options.serverKey is neither 40 characters of Z85 nor a certificate file: 'abc'",
      })
    })

    it('say which directory does not exist', () => {
      assert.throws(() => curveServer(open(new Pull()), { certificate, allow: missing }), {
        code: 'ENOENT',
        message: `ENOENT: the directory '${missing}' of options.allow does not exist`,
      })
    })

    it('are none for a store whose directory does not exist yet', () => {
      using context = new Context()
      const store = new CertificateStore(missing)
      const server = open(new Pull({ context }))
      assert.equal(curveServer(server, { certificate, allow: store }).closed, false)
      assert.equal(existsSync(missing), false)
    })
  })
})
