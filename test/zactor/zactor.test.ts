import assert from 'node:assert/strict'
import {
  C,
  type Pointer,
  zactor,
  zgossip,
  zmonitor,
  zmq,
  zmsg,
  zpoller,
  zproxy,
  zsock,
  zstr,
} from '../../src/index.ts'
import { runCode } from '../helpers/child.ts'

const misuse = { code: 'ERR_INVALID_ARG_VALUE' }
const wrongType = { code: 'ERR_INVALID_ARG_TYPE' }
const gone = { code: 'ERR_CZMQ_DESTROYED' }

describe('zactor', () => {
  it('has a gossip node carry out commands', () => {
    const actor = zactor.new('zgossip', 'node')
    assert.equal(actor.kind, 'zgossip')
    assert.equal(zactor.send(actor, 'BIND', 'tcp://127.0.0.1:*'), null)
    assert.deepEqual(zactor.send(actor, 'PORT'), ['PORT', String(zgossip.port(actor))])
    zactor.send(actor, 'PUBLISH', 'key', 'value')
    assert.deepEqual(zactor.send(actor, 'STATUS'), ['STATUS', '1'])
    const poller = zpoller.new(actor)
    assert.equal(zpoller.wait(poller, 5000), actor)
    zpoller.destroy(poller)
    const message = zactor.recv(actor)
    assert.ok(message)
    assert.deepEqual(
      [0, 1, 2].map(() => zmsg.popstr(message)),
      ['DELIVER', 'key', 'value'],
    )
    zmsg.destroy(message)
    zactor.destroy(actor)
    zactor.destroy(actor)
    assert.throws(() => zactor.send(actor, 'STATUS'), gone)
    assert.throws(() => zactor.recv(actor), gone)
  })

  it('has a proxy carry out commands', () => {
    const actor = zactor.new('zproxy')
    zactor.send(actor, 'VERBOSE')
    zactor.send(actor, 'DOMAIN', 'FRONTEND', 'global')
    zactor.send(actor, 'PLAIN', 'BACKEND')
    zactor.send(actor, 'BACKEND', 'PUSH', 'inproc://zactor-back')
    zactor.send(actor, 'FRONTEND', 'PULL', 'inproc://zactor-front')
    zactor.send(actor, 'PAUSE')
    zactor.send(actor, 'RESUME')
    const capture = zsock.newPull('inproc://zactor-capture')
    zactor.send(actor, 'CAPTURE', 'inproc://zactor-capture')
    const faucet = zsock.newPush('>inproc://zactor-front')
    const sink = zsock.newPull('>inproc://zactor-back')
    for (const each of [sink, capture]) zsock.setRcvtimeo(each, 5000)
    zstr.send(faucet, 'hello')
    assert.deepEqual([zstr.recv(sink), zstr.recv(capture)], ['hello', 'hello'])
    assert.throws(() => zactor.send(actor, 'FRONTEND', 'PULL', 'inproc://zactor-back'), {
      code: 'EADDRINUSE',
    })
    for (const each of [faucet, sink, capture]) zsock.destroy(each)
    zactor.destroy(actor)
  })

  it('has a monitor carry out commands', () => {
    const socket = zsock.new(zmq.PULL)
    const actor = zactor.new('zmonitor', socket)
    zactor.send(actor, 'LISTEN', 'LISTENING', 'ACCEPTED')
    zactor.send(actor, 'START')
    assert.throws(() => zactor.send(actor, 'START'), { code: 'EALREADY' })
    zsock.bind(socket, 'tcp://127.0.0.1:*')
    assert.equal(zmonitor.recv(actor)?.event, 'LISTENING')
    zactor.destroy(actor)
    zsock.destroy(socket)
  })

  it('refuses commands that would end the process in C', () => {
    const socket = zsock.new(zmq.PULL)
    const [proxy, node, monitor] = [zproxy.new(), zgossip.new(), zmonitor.new(socket)]
    const wrong: [typeof proxy | typeof node | typeof monitor, string, ...string[]][] = [
      [proxy, 'BOGUS'],
      [proxy, '$TERM'],
      [proxy, ''],
      [proxy, 'constructor'],
      [proxy, 'FRONTEND'],
      [proxy, 'FRONTEND', 'PULL'],
      [proxy, 'FRONTEND', 'BOGUS', 'inproc://a'],
      [proxy, 'FRONTEND', 'STREAM', 'tcp://127.0.0.1:*'],
      [proxy, 'FRONTEND', 'PULL', 'bogus'],
      [proxy, 'CAPTURE', 'bogus'],
      [proxy, 'CAPTURE'],
      [proxy, 'PAUSE', 'now'],
      [proxy, 'DOMAIN', 'MIDDLE', 'global'],
      [proxy, 'CURVE', 'FRONTEND', 'x', 'y'],
      [node, 'BOGUS'],
      [node, 'PUBLISH'],
      [node, 'PUBLISH', 'key'],
      [node, 'CONNECT'],
      [node, 'CONNECT', 'bogus'],
      [node, 'SET'],
      [node, 'LOAD'],
      [node, 'SAVE'],
      [monitor, 'BOGUS'],
      [monitor, 'LISTEN'],
      [monitor, 'LISTEN', 'BOGUS'],
    ]
    for (const [actor, command, ...args] of wrong)
      assert.throws(() => zactor.send(actor, command, ...args), misuse, `${actor.kind} ${command} ${args}`)
    assert.throws(() => Reflect.apply(zactor.send, undefined, [proxy, 1]), wrongType)
    assert.throws(() => Reflect.apply(zactor.send, undefined, [proxy, 'PAUSE', 1]), wrongType)
    for (const each of [proxy, node, monitor, socket]) each.destroy()
  })

  it('refuses classes that it does not know, and what is no actor', () => {
    for (const name of ['zauth', '', undefined, () => 0])
      assert.throws(() => Reflect.apply(zactor.new, undefined, [name]), misuse)
    const socket = zsock.new(zmq.PULL)
    const proxy = zproxy.new()
    for (const value of [socket, null, 1, {}]) {
      assert.equal(zactor.is(value), false)
      for (const use of [zactor.destroy, zactor.recv, zactor.resolve, zactor.sock])
        assert.throws(() => Reflect.apply(use, undefined, [value]), wrongType)
      assert.throws(() => Reflect.apply(zactor.send, undefined, [value, 'PAUSE']), wrongType)
    }
    for (const use of [zactor.recv, zactor.resolve, zactor.sock])
      assert.throws(() => Reflect.apply(use, undefined, [proxy]), wrongType, 'a proxy tells nothing')
    assert.equal(zactor.is(proxy), true)
    for (const each of [proxy, socket]) each.destroy()
  })

  it('gives the socket of an actor', () => {
    const node = zgossip.new()
    const socket = zactor.sock(node)
    zgossip.publish(node, 'key', 'value')
    assert.deepEqual(zstr.recvx(socket), ['DELIVER', 'key', 'value'])
    assert.equal(socket.pointer, zactor.resolve(node))
    zactor.destroy(node)
    assert.throws(() => zstr.recv(socket), gone)
  })

  it('wraps an actor of C', () => {
    const native = C.zactor_new(C.zgossip, null)
    const actor = zactor.wrap(native)
    zstr.sendx(actor, 'PUBLISH', 'key', 'value')
    const poller = zpoller.new(actor)
    assert.equal(zpoller.wait(poller, 5000), actor)
    zpoller.destroy(poller)
    assert.deepEqual(zstr.recvx(zactor.sock(actor)), ['DELIVER', 'key', 'value'])
    assert.equal(zactor.resolve(actor), C.zsock_resolve(native))
    assert.throws(() => Reflect.apply(zactor.send, undefined, [actor, 'STATUS']), wrongType)
    zactor.destroy(actor)
    C.zactor_destroy([native])
    const socket = zsock.new(zmq.PULL)
    assert.throws(() => zactor.wrap(socket.pointer), misuse)
    for (const value of [null, 0n, 1, 'x', {}])
      assert.throws(() => Reflect.apply(zactor.wrap, undefined, [value]), { code: /^ERR_/ })
    zsock.destroy(socket)
  })

  it('leaves an actor of C that still runs to the end of the process', async () => {
    for (const ending of ['', 'process.exit(0)']) {
      const { code, stdout, stderr } = await runCode(`
        import { C, zactor } from '$src/index.ts'
        zactor.wrap(C.zactor_new(C.zproxy, null))
        ${ending}`)
      assert.deepEqual({ code, stdout, stderr }, { code: 0, stdout: '', stderr: '' })
    }
  })
})

describe('C.zactor', () => {
  it('starts an actor, and is told apart from a socket', () => {
    const actor = C.zactor_new(C.zgossip, null)
    assert.equal(C.zactor_is(actor), true)
    assert.notEqual(C.zactor_resolve(actor), actor)
    const socket = C.zactor_sock(actor)
    assert.ok(socket && C.zsock_is(socket))
    const message: [Pointer<'zmsg_t'> | null] = [C.zmsg_new()]
    assert.ok(message[0])
    C.zmsg_addstr(message[0], 'STATUS')
    assert.equal(C.zactor_send(actor, message), 0)
    assert.equal(message[0], null)
    const reply = C.zactor_recv(actor)
    assert.ok(reply)
    assert.deepEqual([C.zmsg_popstr(reply), C.zmsg_popstr(reply)], ['STATUS', '0'])
    C.zmsg_destroy([reply])
    const ref: [Pointer<'zactor_t'> | null] = [actor]
    C.zactor_destroy(ref)
    assert.equal(ref[0], null)
    C.zactor_destroy(ref)
  })
})
