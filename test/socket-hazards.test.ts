import assert from 'node:assert/strict'
import { type AddressInfo, createServer } from 'node:net'
import { C, zctx, zmq, zsock, zsocket } from '../src/index.ts'
import { Push } from '../src/sockets/classes.ts'
import { runCode } from './helpers/child.ts'

/** What libzmq 4.3.4 without drafts answers with an abort. */
describe('what would make libzmq end the process', () => {
  const drafts = C.zmq_has('draft') === 1

  it('a socket of a draft type is refused where there are no drafts', function () {
    if (drafts) this.skip()
    const context = zctx.new()
    try {
      for (let type = 12; type <= 20; type++) {
        assert.throws(() => zsocket.new(context, type), { code: 'ERR_CZMQ_SYMBOL' })
        assert.throws(() => zsock.new(type), { code: 'ERR_CZMQ_SYMBOL' })
      }
    } finally {
      zctx.destroy(context)
    }
  })

  it('a SOCKS proxy is refused when connecting by tcp, in every storey', async () => {
    const refusing = createServer().listen(0, '127.0.0.1')
    await new Promise((resolve) => refusing.once('listening', resolve))
    const proxy = `127.0.0.1:${(refusing.address() as AddressInfo).port}`
    await new Promise((resolve) => refusing.close(resolve))
    const context = zctx.new()
    const socket = zsocket.new(context, zmq.PUSH)
    const self = zsock.new(zmq.PUSH)
    const push = new Push({ socksProxy: proxy })
    try {
      zsocket.setSocksProxy(socket, proxy)
      zsock.setSocksProxy(self, proxy)
      const expected = { code: 'ENOTSUP', address: 'tcp://127.0.0.1:9' }
      assert.throws(() => zsocket.connect(socket, 'tcp://127.0.0.1:9'), expected)
      assert.throws(() => zsock.connect(self, 'tcp://127.0.0.1:9'), expected)
      assert.throws(() => push.connect('tcp://127.0.0.1:9'), expected)
      zsocket.connect(socket, 'inproc://proxies-are-for-tcp')
    } finally {
      push.close()
      self.destroy()
      zctx.destroy(context)
    }
  })
})

/** What ended the process before it was refused; each in a process of its own. */
describe('calls that ended the process once', function () {
  this.timeout(60_000)

  const attacks: Record<string, [string, string]> = {
    'a high-water mark after a peer has gone': [
      'EBUSY EBUSY EBUSY',
      `const [a, b] = pair(); zsocket.destroy(context, b); zsocket.events(a)
       say(() => zsocket.setSndhwm(a, 10)); say(() => zsock.setUnbounded(a))
       say(() => zmq.setsockopt(a, zmq.RCVHWM, Buffer.alloc(4)))`,
    ],
    'a connection that ends in the middle of a message': [
      'EBUSY ok',
      `const [a, b, address] = pair(); zstr.sendx(a, '1', '2'); zstr.recv(b)
       say(() => zsocket.disconnect(b, address)); zstr.recv(b); say(() => zsocket.disconnect(b, address))`,
    ],
    'a subscription of 200 kB': [
      'ERR_INVALID_ARG_VALUE ERR_INVALID_ARG_VALUE ERR_INVALID_ARG_VALUE ERR_INVALID_ARG_VALUE',
      `const long = 'x'.repeat(200_000); const sub = zsocket.new(context, zmq.SUB)
       say(() => zsocket.setSubscribe(sub, long)); say(() => zsock.newSub(undefined, long))
       say(() => zmq.setsockopt(sub, zmq.SUBSCRIBE, Buffer.from(long)))
       const subscriber = new Subscriber(); say(() => subscriber.subscribe(long)); subscriber.close()`,
    ],
    'a PUB socket that conflates and connects inside the process': [
      'ERR_INVALID_ARG_VALUE',
      `const pub = zsock.new(zmq.PUB); zsock.setConflate(pub, 1); say(() => zsock.connect(pub, 'inproc://1'))`,
    ],
    'a connection that was made at once and breaks when that is not asked for any more': [
      'EBUSY EBUSY EBUSY EBUSY ok ok',
      `const server = createServer(socket => socket.end()).listen(0, '127.0.0.1'); await new Promise(done => server.once('listening', done))
       const address = 'tcp://127.0.0.1:' + server.address().port; const push = new Push({ immediate: true, linger: 0 })
       const [old, self] = [zsocket.new(context, zmq.PUSH), zsock.new(zmq.PUSH)]
       zsocket.setImmediate(old, 1); zsock.setImmediate(self, 1)
       push.connect(address); zsocket.connect(old, address); zsock.connect(self, address)
       say(() => { push.immediate = false }); say(() => zsocket.setImmediate(old, 0)); say(() => zsock.setImmediate(self, 0))
       say(() => zmq.setsockopt(old, zmq.IMMEDIATE, new Uint8Array(4)))
       const late = zsocket.new(context, zmq.PUSH); zsocket.connect(late, address); say(() => zsocket.setImmediate(late, 1))
       const sub = zsocket.new(context, zmq.SUB); zsocket.setImmediate(sub, 1)
       zsocket.connect(sub, address); say(() => zsocket.setImmediate(sub, 0))
       const breaks = []; await new Promise(done => server.on('connection', socket => breaks.push(socket) > 20 && done()))
       push.close(); server.close()`,
    ],
    'messages of several frames from a socket that conflates': [
      'ENOTSUP ENOTSUP ENOTSUP ENOTSUP ENOTSUP ENOTSUP ENOTSUP ENOTSUP ok ok ok',
      `const push = new Push({ conflate: true, linger: 0 }); push.bindSync('tcp://127.0.0.1:*')
       const [old, self] = [zsocket.new(context, zmq.PUB), zsock.new(zmq.PUB)]
       zsocket.setConflate(old, 1); zsocket.bind(old, 'tcp://127.0.0.1:*')
       zsock.setConflate(self, 1); zsock.bind(self, 'tcp://127.0.0.1:*')
       say(() => push.trySend(['a', 'b'])); await push.send(['a', 'b']).catch(error => answers.push(error.code))
       say(() => zsocket.sendmem(old, Buffer.from('a'), zframe.MORE)); say(() => zstr.sendm(old, 'a'))
       say(() => zstr.sendx(self, 'a', 'b')); say(() => zsock.send(self, 'ss', 'a', 'b'))
       const message = zmsg.new(); zmsg.addstr(message, 'a'); zmsg.addstr(message, 'b'); say(() => zmsg.send(message, old))
       const frame = zframe.new(Buffer.from('a')); say(() => zframe.send(frame, old, zframe.MORE))
       zmsg.destroy(message); say(() => zframe.send(frame, old)); say(() => push.trySend('a')); say(() => zstr.send(self, 'a'))
       push.close()`,
    ],
    'a ROUTER that disconnects before anybody is bound inside the process': [
      'ENOTSUP ENOTSUP ENOTSUP ENOTSUP ENOTSUP ENOTSUP ok ok ok ok ok',
      `const address = 'inproc://nobody'; const rep = zsock.newRep('>' + address); const router = new Router({ linger: 0 })
       const old = zsocket.new(context, zmq.ROUTER); zsocket.connect(old, address); router.connect(address)
       say(() => zsock.disconnect(rep, address)); say(() => zsocket.disconnect(old, address))
       say(() => zsock.unbind(rep, address)); say(() => zsocket.unbind(old, address))
       say(() => router.disconnect(address)); say(() => router.unbindSync(address))
       router.bindSync('inproc://own'); say(() => router.unbindSync('inproc://own'))
       zsocket.bind(old, 'inproc://old'); say(() => zsocket.unbind(old, 'inproc://old'))
       zsock.bind(rep, 'inproc://rep'); say(() => zsock.unbind(rep, 'inproc://rep'))
       zsocket.bind(old, 'tcp://127.0.0.1:*'); say(() => zsocket.unbind(old, zsocket.lastEndpoint(old)))
       const publisher = new Publisher(); publisher.bindSync(address)
       zsocket.bind(zsocket.new(context, zmq.PUB), address)
       say(() => zsock.bind(zsock.new(zmq.PUB), address)); publisher.close(); router.close()`,
    ],
    'a STREAM socket inside the process': [
      'ERR_INVALID_ARG_VALUE ERR_INVALID_ARG_VALUE',
      `const stream = zsocket.new(context, zmq.STREAM)
       say(() => zsocket.bind(stream, 'inproc://1')); say(() => zsocket.connect(stream, 'inproc://1'))`,
    ],
    'the transports NORM and PGM': [
      'ERR_INVALID_ARG_VALUE ERR_INVALID_ARG_VALUE ERR_INVALID_ARG_VALUE',
      `const [a] = pair(); say(() => zsocket.bind(a, 'norm://nosuch;224.1.2.3:5556'))
       say(() => zsocket.connect(a, 'epgm://lo;224.1.2.3:5556')); say(() => zsys.setLogsender('norm://nosuch;224.1.2.3:5'))`,
    ],
    'more items to poll than files may be open': [
      'ERR_OUT_OF_RANGE',
      `const [a] = pair(); const limits = new BigUint64Array(2)
       const items = Array.from({ length: 2_000_000 }, () => zmq.pollitem({ socket: a }))
       say(() => zmq.poll(items, 0))`,
    ],
    'options that do not fit the type, as bytes': [
      'ERR_CZMQ_SOCKET_TYPE ERR_INVALID_ARG_VALUE',
      `const rep = zsocket.new(context, zmq.REP); const one = Buffer.from([1, 0, 0, 0])
       say(() => zmq.setsockopt(rep, zmq.ROUTER_RAW, one))
       say(() => zmq.setsockopt(zsocket.new(context, zmq.ROUTER), zmq.CONNECT_RID, Buffer.from('X')))`,
    ],
    'one listening descriptor for two sockets': [
      'ok EBUSY',
      `const server = createServer().listen(0, '127.0.0.1'); await new Promise((done) => server.once('listening', done))
       const { fd } = server._handle; const address = 'tcp://127.0.0.1:' + server.address().port
       const [a, b] = [zsocket.new(context, zmq.PULL), zsocket.new(context, zmq.PULL)]
       for (const each of [a, b]) { zsocket.setUseFd(each, fd); say(() => zsocket.bind(each, address)) }
       await new Promise((done) => setImmediate(done)); writeSync(1, answers.join(' ')); process.kill(process.pid, 'SIGTERM')`,
    ],
  }

  for (const [name, [answers, code]] of Object.entries(attacks)) {
    it(`${name}: refused, and nothing ends`, async () => {
      const outcome = await runCode(`
        import { writeSync } from 'node:fs'
        import { createServer } from 'node:net'
        import { Publisher, Push, Router, Subscriber, zctx, zframe, zmq, zmsg, zsock, zsocket, zstr, zsys } from '$src/index.ts'
        const context = zctx.new()
        const answers = []
        const say = (call) => { try { call(); answers.push('ok') } catch (error) { answers.push(error.code) } }
        const pair = () => {
          const [a, b] = [zsocket.new(context, zmq.PUSH), zsocket.new(context, zmq.PULL)]
          const address = 'tcp://127.0.0.1:' + zsocket.bind(a, 'tcp://127.0.0.1:*')
          zsocket.connect(b, address)
          return [a, b, address]
        }
        ${code}
        zctx.destroy(context)
        console.log(answers.join(' '))`)
      assert.deepEqual([outcome.stdout.trim(), outcome.stderr], [answers, ''])
    })
  }
})
