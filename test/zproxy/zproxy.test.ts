import assert from 'node:assert/strict'
import { type Zproxy, type Zsock, zmq, zproxy, zsock, zstr } from '../../src/index.ts'

describe('zproxy', () => {
  let proxy: Zproxy
  let sockets: Zsock[]
  beforeEach(() => {
    proxy = zproxy.new()
    sockets = []
  })
  afterEach(() => {
    for (const each of sockets) zsock.destroy(each)
    zproxy.destroy(proxy)
  })

  function use(socket: Zsock): Zsock {
    zsock.setRcvtimeo(socket, 5000)
    sockets.push(socket)
    return socket
  }

  /** A proxy from PULL to PUSH, with a sender and a receiver. */
  function pipeline(): [faucet: Zsock, sink: Zsock] {
    zproxy.frontend(proxy, zmq.PULL, 'inproc://zproxy-front')
    zproxy.backend(proxy, zmq.PUSH, 'inproc://zproxy-back')
    return [use(zsock.newPush('>inproc://zproxy-front')), use(zsock.newPull('>inproc://zproxy-back'))]
  }

  it('passes whole messages', () => {
    const [faucet, sink] = pipeline()
    zstr.sendx(faucet, 'Hello', 'World')
    assert.deepEqual(zstr.recvx(sink), ['Hello', 'World'])
  })

  it('works while this thread blocks, and both ways', () => {
    const front = zproxy.frontend(proxy, zmq.ROUTER, 'tcp://127.0.0.1:*')
    const back = zproxy.backend(proxy, zmq.DEALER, 'tcp://127.0.0.1:*')
    assert.ok(front >= 49152 && back >= 49152 && front !== back)
    const client = use(zsock.newReq(`tcp://127.0.0.1:${front}`))
    const service = use(zsock.newRep(`>tcp://127.0.0.1:${back}`))
    zstr.send(client, 'question')
    assert.equal(zstr.recv(service), 'question')
    zstr.send(service, 'answer')
    assert.equal(zstr.recv(client), 'answer')
  })

  it('lets messages wait while it pauses', () => {
    const [faucet, sink] = pipeline()
    zproxy.pause(proxy)
    zstr.send(faucet, 'late')
    zsock.setRcvtimeo(sink, 100)
    assert.equal(zstr.recv(sink), null)
    zsock.setRcvtimeo(sink, 5000)
    zproxy.resume(proxy)
    assert.equal(zstr.recv(sink), 'late')
  })

  it('captures what passes', () => {
    const [faucet, sink] = pipeline()
    const capture = use(zsock.newPull('inproc://zproxy-capture'))
    zproxy.capture(proxy, 'inproc://zproxy-capture')
    zstr.sendx(faucet, 'Hello', 'World')
    assert.deepEqual(zstr.recvx(sink), ['Hello', 'World'])
    assert.deepEqual(zstr.recvx(capture), ['Hello', 'World'])
  })

  it('counts what passes', () => {
    const [faucet, sink] = pipeline()
    for (const each of ['a', 'bc']) zstr.sendx(faucet, each, 'xyz')
    assert.deepEqual(
      [zstr.recvx(sink), zstr.recvx(sink)],
      [
        ['a', 'xyz'],
        ['bc', 'xyz'],
      ],
    )
    const none = { messages: 0, bytes: 0 }
    const forth = { messages: 2, bytes: 9 }
    assert.deepEqual(zproxy.statistics(proxy), {
      frontend: { received: forth, sent: none },
      backend: { received: none, sent: forth },
    })
  })

  it('passes subscriptions', () => {
    zproxy.frontend(proxy, zmq.XSUB, 'inproc://zproxy-front')
    zproxy.backend(proxy, zmq.XPUB, 'inproc://zproxy-back')
    const publisher = use(zsock.new(zmq.XPUB))
    zsock.setRcvtimeo(publisher, 5000)
    zsock.connect(publisher, 'inproc://zproxy-front')
    use(zsock.newSub('inproc://zproxy-back', 'topic'))
    assert.equal(zstr.recv(publisher), '\x01topic')
  })

  it('subscribes a SUB socket to topics, or to everything', () => {
    zproxy.frontend(proxy, zmq.SUB, 'inproc://zproxy-front', 'a')
    zproxy.backend(proxy, zmq.PUSH, 'inproc://zproxy-back')
    const publisher = use(zsock.new(zmq.XPUB))
    zsock.setRcvtimeo(publisher, 5000)
    zsock.connect(publisher, 'inproc://zproxy-front')
    assert.equal(zstr.recv(publisher), '\x01a')
    zproxy.frontend(proxy, zmq.SUB, '>inproc://zproxy-other')
    zsock.bind(publisher, 'inproc://zproxy-other')
    const next = zstr.recv(publisher)
    assert.equal(next === '\x00a' ? zstr.recv(publisher) : next, '\x01')
  })

  it('ends although nobody takes its messages', () => {
    zproxy.frontend(proxy, zmq.PULL, 'inproc://zproxy-front')
    zproxy.backend(proxy, zmq.PUSH, 'inproc://zproxy-back')
    const faucet = use(zsock.newPush('>inproc://zproxy-front'))
    zstr.send(faucet, 'nobody')
    zproxy.destroy(proxy)
    assert.equal(proxy.destroyed, true)
  })

  it('throws EADDRINUSE for a port that is taken, and keeps the end that it had', () => {
    const [faucet, sink] = pipeline()
    const other = use(zsock.newPull('tcp://127.0.0.1:*'))
    const address = zsock.endpoint(other) ?? ''
    assert.throws(() => zproxy.frontend(proxy, zmq.PULL, address), { code: 'EADDRINUSE', address })
    assert.throws(() => zproxy.backend(proxy, zmq.PUSH, 'inproc://zproxy-front'), { code: 'EADDRINUSE' })
    zstr.send(faucet, 'still')
    assert.equal(zstr.recv(sink), 'still')
  })

  it('attaches one end to several endpoints', () => {
    const upstream = use(zsock.newPush('@inproc://zproxy-upstream'))
    zproxy.frontend(proxy, zmq.PULL, '@inproc://zproxy-front,>inproc://zproxy-upstream')
    zproxy.backend(proxy, zmq.PUSH, 'inproc://zproxy-back')
    const sink = use(zsock.newPull('>inproc://zproxy-back'))
    zstr.send(upstream, 'connected')
    assert.equal(zstr.recv(sink), 'connected')
    zstr.send(use(zsock.newPush('>inproc://zproxy-front')), 'bound')
    assert.equal(zstr.recv(sink), 'bound')
  })

  it('lets in only clients that know its key', () => {
    const server = zmq.curveKeypair()
    zproxy.curve(proxy, 'frontend', server.publicKey, server.secretKey)
    const port = zproxy.frontend(proxy, zmq.PULL, 'tcp://127.0.0.1:*')
    zproxy.backend(proxy, zmq.PUSH, 'inproc://zproxy-back')
    const sink = use(zsock.newPull('>inproc://zproxy-back'))
    zstr.send(use(zsock.newPush(`>tcp://127.0.0.1:${port}`)), 'open')
    const client = zmq.curveKeypair()
    const faucet = use(zsock.new(zmq.PUSH))
    zsock.setCurveServerkey(faucet, server.publicKey)
    zsock.setCurvePublickey(faucet, client.publicKey)
    zsock.setCurveSecretkey(faucet, client.secretKey)
    zsock.connect(faucet, `tcp://127.0.0.1:${port}`)
    zstr.send(faucet, 'sealed')
    assert.equal(zstr.recv(sink), 'sealed')
    zsock.setRcvtimeo(sink, 100)
    assert.equal(zstr.recv(sink), null)
  })

  const misuse = 'ERR_INVALID_ARG_VALUE'
  const refused: Record<string, [() => unknown, string]> = {
    'a type that no proxy can use': [() => zproxy.frontend(proxy, zmq.STREAM, 'tcp://127.0.0.1:*'), misuse],
    'a malformed endpoint': [() => zproxy.frontend(proxy, zmq.PULL, 'bogus'), misuse],
    'no endpoint': [() => zproxy.backend(proxy, zmq.PULL, ''), misuse],
    'the endpoint of authentication': [
      () => zproxy.frontend(proxy, zmq.PULL, 'inproc://zeromq.zap.01'),
      misuse,
    ],
    'an unknown transport': [() => zproxy.frontend(proxy, zmq.PULL, 'bogus://x'), 'EPROTONOSUPPORT'],
    'an address of another machine': [
      () => zproxy.frontend(proxy, zmq.PULL, 'tcp://192.0.2.1:*'),
      'EADDRNOTAVAIL',
    ],
    'topics of another type': [() => zproxy.frontend(proxy, zmq.PULL, 'inproc://x', 'a'), misuse],
    'a malformed capture': [() => zproxy.capture(proxy, 'bogus'), misuse],
    'a capture that cannot be': [() => zproxy.capture(proxy, 'bogus://x'), 'EPROTONOSUPPORT'],
    'a domain without a name': [() => zproxy.domain(proxy, 'frontend', ''), misuse],
    'a domain that is too long': [() => zproxy.domain(proxy, 'frontend', 'x'.repeat(256)), misuse],
    'a key that is none': [() => zproxy.curve(proxy, 'backend', 'x', 'y'), misuse],
    'a side that is none': [() => Reflect.apply(zproxy.plain, undefined, [proxy, 'side']), misuse],
  }
  for (const [what, [attempt, code]] of Object.entries(refused)) {
    it(`refuses ${what}`, () => {
      assert.throws(attempt, { code })
    })
  }
})
