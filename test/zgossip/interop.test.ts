import assert from 'node:assert/strict'
import { C, type Pointer, type Zgossip, zgossip, zmq, zpoller, zsock, zstr } from '../../src/index.ts'

/** CZMQ's own nodes, and peers that follow no protocol. */
describe('zgossip and other peers', () => {
  let node: Zgossip
  let address: string
  beforeEach(() => {
    node = zgossip.new()
    address = `tcp://127.0.0.1:${zgossip.bind(node, 'tcp://127.0.0.1:*')}`
  })
  afterEach(() => zgossip.destroy(node))

  function news(): string[] {
    const poller = zpoller.new(node)
    assert.equal(zpoller.wait(poller, 10_000), node, 'no news')
    zpoller.destroy(poller)
    return zstr.recvx(node)?.slice(1) ?? []
  }

  /** What a native node tells next. */
  function nativeNews(actor: Pointer<'zactor_t'>): string[] {
    const poller = C.zpoller_new(actor, null)
    const found = C.zpoller_wait(poller, 10_000)
    C.zpoller_destroy([poller])
    assert.equal(found, actor, 'no news')
    return [0, 1, 2].map(() => C.zstr_recv(actor) ?? '').slice(1)
  }

  it("a node of CZMQ's connects, publishes and hears", () => {
    const actor = C.zactor_new(C.zgossip, null)
    zgossip.publish(node, 'before', 'it came')
    assert.deepEqual(news(), ['before', 'it came'])
    C.zstr_sendx(actor, 'CONNECT', address, null)
    assert.deepEqual(nativeNews(actor), ['before', 'it came'])
    C.zstr_sendx(actor, 'PUBLISH', 'native', 'value', null)
    assert.deepEqual(news(), ['native', 'value'])
    assert.deepEqual(nativeNews(actor), ['native', 'value'])
    zgossip.publish(node, 'after', '')
    assert.deepEqual(nativeNews(actor), ['after', ''])
    C.zactor_destroy([actor])
  })

  it("connects to a node of CZMQ's, which forgets those that are silent", () => {
    const actor = C.zactor_new(C.zgossip, null)
    C.zstr_sendx(actor, 'SET', 'server/timeout', '1200', null)
    C.zstr_sendx(actor, 'BIND', 'tcp://127.0.0.1:*', null)
    C.zstr_sendx(actor, 'PORT', null)
    const [, port] = [C.zstr_recv(actor), C.zstr_recv(actor)]
    zgossip.connect(node, `tcp://127.0.0.1:${port}`)
    zgossip.publish(node, 'ours', 'value')
    assert.deepEqual(nativeNews(actor), ['ours', 'value'])
    assert.deepEqual(news(), ['ours', 'value'])
    // Longer than its patience
    const poller = zpoller.new(node)
    assert.equal(zpoller.wait(poller, 1800), null)
    zpoller.destroy(poller)
    C.zstr_sendx(actor, 'PUBLISH', 'theirs', 'value', null)
    assert.deepEqual(news(), ['theirs', 'value'])
    C.zactor_destroy([actor])
  })

  it('answers a client that speaks the protocol by hand', () => {
    const client = zsock.newDealer(address)
    zsock.setRcvtimeo(client, 5000)
    const say = (hex: string) => zsock.send(client, 'b', Buffer.from(hex, 'hex'))
    const hear = () => zsock.recv(client, 'b')?.[0]?.toString('hex')
    say('aaa00301')
    assert.equal(hear(), 'aaa00501', 'PING of someone unknown is INVALID')
    say('aaa00101')
    say('aaa00301')
    assert.equal(hear(), 'aaa00401', 'PONG')
    say('aaa00501')
    assert.equal(hear(), 'aaa00501')
    zgossip.publish(node, 'k', 'vw')
    assert.equal(hear(), 'aaa00201016b00000002767700000000')
    zsock.destroy(client)
  })

  it('goes on whatever strangers send, as clients and as servers', () => {
    const seed = { value: 20261120 }
    const client = zsock.newDealer(address)
    const server = zsock.newRouter('tcp://127.0.0.1:*')
    zsock.setRcvtimeo(server, 5000)
    zgossip.connect(node, zsock.endpoint(server) ?? '')
    const [identity] = zsock.recv(server, 'bb') ?? []
    assert.ok(identity)
    zsock.send(client, 'b', Buffer.from('aaa00101', 'hex'))
    for (let count = 0; count < 10_000; count++) {
      const frames = hostile(seed)
      const socket = zsock.resolve(count % 2 ? client : server)
      const message = count % 2 ? frames : [identity, ...frames]
      message.forEach((each, index) => {
        C.zmq_send(socket, each, each.length, index < message.length - 1 ? zmq.SNDMORE : 0)
      })
    }
    zsock.send(client, 'b', Buffer.from('aaa0020104646f6e650000000000000000', 'hex'))
    for (let [key] = news(); key !== 'done'; [key] = news());
    assert.ok(zgossip.status(node) > 1, 'some of it was valid')
    zsock.destroy(client)
    zsock.destroy(server)
  }).timeout(30_000)
})

function random(seed: { value: number }, below: number): number {
  seed.value = (Math.imul(seed.value, 1_103_515_245) + 12_345) >>> 0
  return (seed.value >>> 8) % below
}

function randomBytes(seed: { value: number }, size: number): Buffer {
  return Buffer.from(Array.from({ length: size }, () => random(seed, 256)))
}

/** Nearly messages: cut, changed, of other versions, with sizes that are not theirs, and of many frames. */
function hostile(seed: { value: number }): Buffer[] {
  const kind = random(seed, 7)
  if (kind === 0) return [randomBytes(seed, random(seed, 64))]
  const key = randomBytes(seed, random(seed, 8))
  const value = randomBytes(seed, random(seed, 40))
  const header = Buffer.from([0xaa, 0xa0, random(seed, 8), random(seed, 8) === 0 ? 2 : 1])
  const size = Buffer.from([kind === 1 ? random(seed, 256) : 0, 0, 0, value.length])
  const whole = Buffer.concat([header, Buffer.from([key.length]), key, size, value, Buffer.alloc(4)])
  if (kind === 2) return [whole.subarray(0, random(seed, whole.length))]
  if (kind === 3) whole[random(seed, whole.length)] = random(seed, 256)
  return kind === 4 ? [whole, whole] : [whole]
}
