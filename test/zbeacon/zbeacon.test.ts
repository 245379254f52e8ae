import assert from 'node:assert/strict'
import { createHash } from 'node:crypto'
import { createSocket } from 'node:dgram'
import { readdirSync } from 'node:fs'
import { setImmediate } from 'node:timers/promises'
import {
  liveHandles,
  type Zbeacon,
  zbeacon,
  zctx,
  zframe,
  zmsg,
  zpoller,
  zsocket,
  zstr,
  zsys,
} from '../../src/index.ts'
import { runCode } from '../helpers/child.ts'
import { describeNetwork, enter, INTERFACE, makeNetwork, type Network } from './network.ts'

const PORT = 9999
const HERE = '10.77.0.1'
const PATIENCE = 5000

describe('zbeacon', () => {
  it('refuses ports that are none', () => {
    for (const port of [0, -1, 65_536, 1.5, Number.NaN])
      assert.throws(() => zbeacon.new(port), { code: 'ERR_OUT_OF_RANGE' })
    assert.throws(() => zbeacon.new('9999' as never), { code: 'ERR_INVALID_ARG_TYPE' })
    assert.throws(() => zbeacon.new({} as never, 9999), { code: 'ERR_INVALID_ARG_TYPE' })
  })

  it('throws ENODEV without a usable interface, and leaves nothing behind', () => {
    const before = zsys.interface()
    const context = zctx.new()
    try {
      for (const name of ['none such', 'lo', '%s%n', 'x'.repeat(10_000)]) {
        zsys.setInterface(name)
        assert.throws(() => zbeacon.new(PORT), { code: 'ENODEV', syscall: 'zbeacon_new' })
        assert.throws(() => zbeacon.new(context, PORT), { code: 'ENODEV' })
      }
    } finally {
      zsys.setInterface(before)
      zctx.destroy(context)
    }
    assert.equal(liveHandles(), 0)
  })

  it('refuses a context that was destroyed', () => {
    const context = zctx.new()
    zctx.destroy(context)
    assert.throws(() => zbeacon.new(context, PORT), { code: 'ERR_CZMQ_DESTROYED' })
  })
})

describeNetwork('zbeacon in a network', () => {
  let network: Network
  let leave: () => void
  let made: Zbeacon[]

  before(() => {
    network = makeNetwork(1)
    leave = enter(network.hosts[0] ?? assert.fail())
  })
  after(() => {
    leave()
    network.remove()
  })
  beforeEach(() => {
    made = []
  })
  afterEach(() => {
    for (const each of made) zbeacon.destroy(each)
    zsys.setIpv6(false)
    zsys.setInterface('')
  })

  function beacon(port: number = PORT): Zbeacon {
    const fresh = zbeacon.new(port)
    made.push(fresh)
    zbeacon.setInterval(fresh, 20)
    zsocket.setRcvtimeo(zbeacon.socket(fresh), PATIENCE)
    return fresh
  }

  /** The next announcement as text. */
  function received(self: Zbeacon): string {
    const { address, data } = zbeacon.recv(self) ?? assert.fail('nothing came')
    assert.equal(address, HERE)
    return String(data)
  }

  function receivedUntil(self: Zbeacon, data: string): string[] {
    const seen: string[] = []
    while (seen.at(-1) !== data) seen.push(received(self))
    return seen
  }

  it('announces two bytes, which another one receives with the address of the host', () => {
    const [service, client] = [beacon(), beacon()]
    assert.equal(zbeacon.hostname(service), HERE)
    zbeacon.publish(service, Buffer.of(0xca, 0xfe))
    zbeacon.subscribe(client)
    assert.deepEqual(zbeacon.recv(client), { address: HERE, data: Buffer.of(0xca, 0xfe) })
    zbeacon.silence(service)
  })

  it('filters, with three nodes on one port', () => {
    const [one, two, three] = [beacon(), beacon(), beacon()]
    zbeacon.noecho(one)
    zbeacon.publish(one, 'NODE/1')
    zbeacon.publish(two, 'NODE/2')
    zbeacon.publish(three, 'RANDOM')
    zbeacon.subscribe(one, 'NODE')
    const poller = zpoller.new(...[one, two, three].map(zbeacon.socket))
    for (let count = 0; count < 20; count++) {
      assert.equal(zpoller.wait(poller, PATIENCE), zbeacon.socket(one))
      assert.deepEqual(zstr.recvx(zbeacon.socket(one)), [HERE, 'NODE/2'])
    }
    zbeacon.unsubscribe(one)
    for (const each of [one, two, three]) zbeacon.silence(each)
    zpoller.destroy(poller)
  })

  it('receives its own announcements unless there is to be no echo', () => {
    const self = beacon()
    zbeacon.publish(self, 'mine')
    zbeacon.subscribe(self)
    assert.equal(received(self), 'mine')
    const quiet = beacon()
    zbeacon.noecho(quiet)
    zbeacon.noecho(quiet)
    zbeacon.publish(quiet, 'quiet')
    zbeacon.subscribe(quiet)
    for (let count = 0; count < 20; count++) assert.equal(received(quiet), 'mine')
    assert.ok(receivedUntil(self, 'quiet').length > 0)
  })

  it('has a socket of messages with two frames', () => {
    const self = beacon()
    zbeacon.publish(self, 'mine')
    zbeacon.subscribe(self)
    const message = zmsg.recv(zbeacon.socket(self)) ?? assert.fail('nothing came')
    assert.equal(zmsg.size(message), 2)
    assert.equal(zmsg.popstr(message), HERE)
    assert.equal(zmsg.popstr(message), 'mine')
    zmsg.destroy(message)
    assert.equal(zbeacon.socket(self), zbeacon.socket(self))
  })

  it('has a socket on which nothing can be sent', () => {
    const socket = zbeacon.socket(beacon())
    assert.throws(() => zstr.send(socket, 'BOGUS'), { code: 'ENOTSUP' })
    assert.throws(() => zstr.sendx(socket, 'CONFIGURE', '0'), { code: 'ENOTSUP' })
    assert.throws(() => zsocket.sendmem(socket, Buffer.alloc(1)), { code: 'ENOTSUP' })
    const frame = zframe.from('$TERM')
    assert.throws(() => zframe.send(frame, socket), { code: 'ENOTSUP' })
    zframe.destroy(frame)
  })

  it('has a socket that belongs to it', () => {
    const context = zctx.new()
    const self = zbeacon.new(context, PORT)
    const socket = zbeacon.socket(self)
    assert.equal(socket.owner, self)
    assert.throws(() => socket.destroy(), { code: 'ERR_CZMQ_BORROWED' })
    assert.throws(() => zsocket.destroy(context, socket))
    const poller = zpoller.new(socket)
    zbeacon.destroy(self)
    assert.equal(socket.destroyed, true)
    assert.equal(zpoller.wait(poller, 0), null)
    zpoller.destroy(poller)
    zctx.destroy(context)
  })

  it('goes on with the next announcement when half of one was taken from its socket', () => {
    const self = beacon()
    zbeacon.publish(self, 'mine')
    zbeacon.subscribe(self)
    assert.equal(zstr.recv(zbeacon.socket(self)), HERE)
    assert.equal(received(self), 'mine')
  })

  it('says null when nothing has come, at once or in time', () => {
    const self = beacon()
    zbeacon.subscribe(self, 'nobody')
    assert.equal(zbeacon.recvNowait(self), null)
    zsocket.setRcvtimeo(zbeacon.socket(self), 20)
    assert.equal(zbeacon.recv(self), null)
  })

  it('announces and filters by 1 to 255 bytes, and refuses more and less', () => {
    const self = beacon()
    for (const size of [0, 256, 65_507]) {
      assert.throws(() => zbeacon.publish(self, Buffer.alloc(size)), { code: 'ERR_INVALID_ARG_VALUE' })
    }
    assert.throws(() => zbeacon.publish(self, 'ä'.repeat(128)), { code: 'ERR_INVALID_ARG_VALUE' })
    assert.throws(() => zbeacon.subscribe(self, Buffer.alloc(256)), { code: 'ERR_INVALID_ARG_VALUE' })
    const data = Buffer.alloc(255, 'x')
    zbeacon.subscribe(self, data)
    zbeacon.publish(self, data)
    assert.equal(received(self), String(data))
    zbeacon.publish(self, 'x')
    zbeacon.subscribe(self, 'x')
    assert.ok(receivedUntil(self, 'x').length > 0)
  })

  it('announces a copy', () => {
    const self = beacon()
    const data = Buffer.from('before')
    zbeacon.publish(self, data)
    data.fill('after!')
    zbeacon.setInterval(self, 10)
    zbeacon.subscribe(self)
    for (let count = 0; count < 5; count++) assert.equal(received(self), 'before')
  })

  it('refuses intervals that are none', () => {
    const self = beacon()
    for (const interval of [0, -1, 1.5, 2 ** 31])
      assert.throws(() => zbeacon.setInterval(self, interval), { code: 'ERR_OUT_OF_RANGE' })
    zbeacon.setInterval(self, 2 ** 31 - 1)
    zbeacon.subscribe(self)
    zbeacon.publish(self, 'once')
    assert.equal(received(self), 'once', 'the first one goes out at once')
  })

  it('announces as often as its interval says', () => {
    const self = beacon()
    zbeacon.setInterval(self, 100)
    zbeacon.publish(self, 'tick')
    zbeacon.subscribe(self)
    received(self)
    const start = performance.now()
    for (let count = 0; count < 5; count++) received(self)
    const elapsed = performance.now() - start
    assert.ok(elapsed > 350 && elapsed < 2000, `${elapsed} ms`)
  })

  it('goes on while this thread blocks', () => {
    const [self, other] = [beacon(), beacon()]
    zbeacon.publish(self, 'mine')
    zbeacon.subscribe(other)
    Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 300)
    let waiting = 0
    while (zbeacon.recvNowait(other)) waiting++
    assert.ok(waiting >= 5, `${waiting}`)
  })

  it('says EADDRINUSE on a port that a program has for itself', async () => {
    const taker = createSocket('udp4')
    await new Promise<void>((resolve) => taker.bind(PORT + 1, resolve))
    assert.throws(() => zbeacon.new(PORT + 1), {
      code: 'EADDRINUSE',
      syscall: 'zbeacon_new',
      address: `any interface, port ${PORT + 1}`,
    })
    taker.close()
  })

  it('uses the interface that zsys says', () => {
    zsys.setInterface(INTERFACE)
    assert.equal(zbeacon.hostname(beacon()), HERE)
    zsys.setInterface('other0')
    assert.throws(() => zbeacon.new(PORT), { code: 'ENODEV', address: `other0, port ${PORT}` })
    zsys.setInterface('*')
    assert.equal(zbeacon.hostname(beacon()), '*')
  })

  it('uses IPv6 multicast when zsys says so', () => {
    zsys.setIpv6(true)
    const self = zbeacon.new(PORT)
    made.push(self)
    assert.match(zbeacon.hostname(self), /^(fd77::1|fe80::.*%net0)$/)
    zsocket.setRcvtimeo(zbeacon.socket(self), PATIENCE)
    zbeacon.subscribe(self)
    zbeacon.publish(self, 'six')
    const { address, data } = zbeacon.recv(self) ?? assert.fail('nothing came')
    assert.match(address, /^f[ed]/)
    assert.equal(String(data), 'six')
  })

  it('is in no way harmed by hostile datagrams', async () => {
    const [self, other] = [beacon(), beacon()]
    zbeacon.subscribe(self)
    const attacker = createSocket('udp4')
    await new Promise<void>((resolve) => attacker.bind(0, HERE, resolve))
    attacker.setBroadcast(true)
    const send = (data: Buffer, to: string) =>
      new Promise<void>((resolve, reject) =>
        attacker.send(data, PORT, to, (error) => (error ? reject(error) : resolve())),
      )
    for (const size of [0, 1, 254, 255, 256, 1472]) await send(Buffer.alloc(size, 0xff), '10.77.0.255')
    for (const size of [0, 255, 65_507]) await send(Buffer.alloc(size, 1), '127.0.0.1')
    for (let each = 0; each < 200; each++) {
      const junk = createHash('shake256', { outputLength: each }).update(`seed ${each}`).digest()
      await send(junk, '10.77.0.255')
    }
    attacker.close()
    zbeacon.publish(other, 'honest')
    let honest = false
    while (!honest) {
      const { data } = zbeacon.recv(self) ?? assert.fail('nothing came')
      assert.ok(data.length <= 255)
      honest = String(data) === 'honest'
    }
  })

  it('lives in the global context, too', () => {
    const self = zbeacon.new(zctx.global(), PORT)
    made.push(self)
    zbeacon.publish(self, 'global')
    zbeacon.subscribe(self)
    zsocket.setRcvtimeo(zbeacon.socket(self), PATIENCE)
    assert.equal(received(self), 'global')
  })

  it('says EACCES on a port that only root may have', async () => {
    const { stdout, stderr } = await runCode(`
      import { Beacon, zbeacon } from '$src/index.ts'
      zbeacon.destroy(zbeacon.new(${PORT}))
      process.setgid(65534)
      process.setuid(65534)
      for (const make of [() => zbeacon.new(100), () => new Beacon({ port: 100 })]) {
        try { make() } catch (error) { console.log(error.name, error.code) }
      }`)
    assert.deepEqual({ stdout, stderr }, { stdout: 'CzmqError EACCES\nCzmqError EACCES\n', stderr: '' })
  })

  it('leaves neither threads nor descriptors behind', async () => {
    const count = () => ['task', 'fd'].map((each) => readdirSync(`/proc/self/${each}`).length)
    zbeacon.destroy(zbeacon.new(PORT))
    const before = count()
    for (let each = 0; each < 100; each++) {
      const self = zbeacon.new(PORT)
      zbeacon.publish(self, 'something')
      zbeacon.subscribe(self)
      if (each % 2) zbeacon.noecho(self)
      zbeacon.destroy(self)
    }
    const more = () => count().some((after, index) => after > (before[index] ?? 0) + 1)
    // libzmq closes sockets in a thread of its own
    const end = performance.now() + PATIENCE
    while (more() && performance.now() < end) await setImmediate()
    assert.ok(!more(), `${before} ${count()}`)
  })
})
