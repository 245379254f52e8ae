import assert from 'node:assert/strict'
import { createSocket } from 'node:dgram'
import { once } from 'node:events'
import os from 'node:os'
import { setTimeout as sleep } from 'node:timers/promises'
import { inspect } from 'node:util'
import { Beacon, type BeaconOptions, type CzmqError, zsys } from '../../src/index.ts'

const LOOPBACK = process.platform === 'linux' ? 'lo' : 'lo0'
const HERE = '127.0.0.1'
const soon = { timeout: 5000 }
let port: number

/** A UDP port that nobody has. */
async function freePort(): Promise<number> {
  const socket = createSocket('udp4')
  socket.bind(0)
  await once(socket, 'listening')
  const found = socket.address().port
  socket.close()
  await once(socket, 'close')
  return found
}

describe('Beacon', () => {
  let made: Beacon[]

  beforeEach(async () => {
    made = []
    port = await freePort()
  })
  afterEach(() => {
    for (const each of made) each.close()
  })

  function beacon(options: Partial<BeaconOptions> = {}): Beacon {
    const fresh = new Beacon({ port, interface: LOOPBACK, ...options })
    made.push(fresh)
    return fresh
  }

  /** Data of the next announcements until one is this. */
  async function receivedUntil(self: Beacon, data: string): Promise<string[]> {
    const seen: string[] = []
    while (seen.at(-1) !== data) seen.push(String((await self.receive(soon)).data))
    return seen
  }

  it('announces to others, with the address of the host', async () => {
    const [service, client] = [beacon(), beacon()]
    assert.equal(service.hostname, HERE)
    client.subscribe()
    service.publish(Buffer.of(0xca, 0xfe))
    assert.deepEqual(await client.receive(soon), { address: HERE, data: Buffer.of(0xca, 0xfe) })
  })

  it('announces again and again, as often as it is told', async () => {
    const self = beacon()
    self.subscribe()
    self.publish('tick', { interval: 50 })
    await self.receive(soon)
    const start = performance.now()
    for (let count = 0; count < 4; count++) await self.receive(soon)
    const elapsed = performance.now() - start
    assert.ok(elapsed > 150 && elapsed < 2000, `${elapsed} ms`)
  })

  it('announces what it was told last, and nothing after silence', async () => {
    const self = beacon()
    self.subscribe()
    self.publish('first', { interval: 10 })
    await receivedUntil(self, 'first')
    self.publish('second', { interval: 10 })
    await receivedUntil(self, 'second')
    assert.equal(String((await self.receive(soon)).data), 'second')
    self.silence()
    await assertNothing(self)
  })

  /** What was on its way comes, and then nothing more. */
  async function assertNothing(self: Beacon): Promise<void> {
    const received = async () => self.receive({ timeout: 200 }).catch(() => null)
    for (let count = 0; await received(); count++) assert.ok(count < 100, 'announcements go on')
  }

  it('receives nothing before it subscribes and after it unsubscribes, else what begins with its prefix', async () => {
    const [self, one, two] = [beacon(), beacon(), beacon()]
    one.publish('NODE/1', { interval: 10 })
    two.publish('RANDOM', { interval: 10 })
    await assertNothing(self)
    self.subscribe('NODE')
    for (let count = 0; count < 10; count++) assert.equal(String((await self.receive(soon)).data), 'NODE/1')
    self.subscribe(Buffer.from('RAND'))
    await receivedUntil(self, 'RANDOM')
    self.unsubscribe()
    await assertNothing(self)
  })

  it('receives its own announcements unless there is to be no echo, and the same ones of others in any case', async () => {
    const [self, other] = [beacon(), beacon()]
    assert.equal(self.noEcho, false)
    self.subscribe()
    self.publish('mine', { interval: 10 })
    assert.equal(String((await self.receive(soon)).data), 'mine')
    self.noEcho = true
    await assertNothing(self)
    other.publish('mine')
    assert.equal(String((await self.receive(soon)).data), 'mine')
    assert.throws(() => Object.assign(self, { noEcho: 'yes' }), { code: 'ERR_INVALID_ARG_TYPE' })
  })

  it('can be iterated, again and again, until it is closed', async () => {
    const self = beacon()
    self.subscribe()
    self.publish('mine', { interval: 10 })
    for (const _ of [1, 2]) {
      for await (const { address, data } of self) {
        assert.deepEqual([address, String(data)], [HERE, 'mine'])
        break
      }
    }
    self.silence()
    const iterating = (async () => {
      let count = 0
      for await (const _ of self) count++
      return count
    })()
    await assertNothing(beacon())
    self.close()
    assert.ok((await iterating) >= 0)
    for await (const _ of self) assert.fail('it is closed')
  })

  it('lets go of an iterator while it waits', async () => {
    const iterator = beacon()[Symbol.asyncIterator]()
    const pending = iterator.next()
    assert.deepEqual(await iterator.return?.(), { value: undefined, done: true })
    made[0]?.close()
    assert.deepEqual(await pending, { value: undefined, done: true })
  })

  it('serves calls in their order', async () => {
    const self = beacon()
    const results: number[] = []
    const calls = [1, 2, 3].map((each) => self.receive(soon).then(() => results.push(each)))
    self.subscribe()
    self.publish('x', { interval: 5 })
    await Promise.all(calls)
    assert.deepEqual(results, [1, 2, 3])
  })

  it('gives up when the time is over, and at once with none', async () => {
    const self = beacon()
    await assert.rejects(self.receive({ timeout: 10 }), { code: 'EAGAIN' })
    await assert.rejects(self.receive({ timeout: 0 }), { code: 'EAGAIN' })
    assert.equal(self.tryReceive(), null)
  })

  it('gives up when a signal comes, and takes nothing then', async () => {
    const self = beacon()
    const controller = new AbortController()
    const pending = self.receive({ signal: controller.signal })
    const reason = new Error('not needed')
    controller.abort(reason)
    await assert.rejects(pending, (error) => error === reason)
    await assert.rejects(self.receive({ signal: AbortSignal.abort(reason) }), (error) => error === reason)
    self.subscribe()
    self.publish('still there')
    assert.equal(String((await self.receive(soon)).data), 'still there')
  })

  it('ends what waits when it is closed, and refuses everything afterwards', async () => {
    const self = beacon()
    const pending = self.receive()
    self.close()
    self.close()
    await assert.rejects(pending, { code: 'EAGAIN' })
    await assert.rejects(self.receive(), { code: 'EBADF' })
    for (const call of [
      () => self.publish('x'),
      () => self.silence(),
      () => self.subscribe(),
      () => self.unsubscribe(),
      () => self.tryReceive(),
    ])
      assert.throws(call, { code: 'EBADF' })
    assert.equal(self.closed, true)
    assert.equal(inspect(self), 'Beacon { closed }')
  })

  it('is closed by using and await using', async () => {
    const outer: Beacon[] = []
    {
      using one = new Beacon({ port, interface: LOOPBACK })
      await using two = new Beacon({ port, interface: LOOPBACK })
      outer.push(one, two)
      assert.equal(inspect(one), 'Beacon { open }')
    }
    assert.deepEqual(
      outer.map(({ closed }) => closed),
      [true, true],
    )
  })

  it('announces 1 to 255 bytes, and a copy of them', async () => {
    const self = beacon()
    self.subscribe()
    const data = Buffer.alloc(255, 'x')
    self.publish(data, { interval: 20 })
    data.fill('y')
    for (let count = 0; count < 2; count++)
      assert.equal(String((await self.receive(soon)).data), 'x'.repeat(255))
    for (const size of [0, 256])
      assert.throws(() => self.publish(Buffer.alloc(size)), { code: 'ERR_INVALID_ARG_VALUE' })
    assert.throws(() => self.subscribe('ä'.repeat(128)), { code: 'ERR_INVALID_ARG_VALUE' })
    for (const interval of [0, -1, 2 ** 31, Number.NaN, 0.5])
      assert.throws(() => self.publish('x', { interval }), { code: 'ERR_OUT_OF_RANGE' })
  })

  const mistakes: [unknown, string][] = [
    [undefined, 'ERR_INVALID_ARG_TYPE'],
    [9999, 'ERR_INVALID_ARG_TYPE'],
    [{}, 'ERR_INVALID_ARG_TYPE'],
    [{ port: 0 }, 'ERR_OUT_OF_RANGE'],
    [{ port: 65_536 }, 'ERR_OUT_OF_RANGE'],
    [{ port: 9999, interface: 7 }, 'ERR_INVALID_ARG_TYPE'],
    [{ port: 9999, interface: 'none such' }, 'ENODEV'],
    [{ port: 9999, interface: '%s%n' }, 'ENODEV'],
    [{ port: 9999, interface: '192.0.2.77' }, 'ENODEV'],
    [{ port: 9999, interface: LOOPBACK, group: '10.0.0.1' }, 'ERR_INVALID_ARG_VALUE'],
    [{ port: 9999, interface: LOOPBACK, group: 'fe80::1' }, 'ERR_INVALID_ARG_VALUE'],
    [{ port: 9999, interface: LOOPBACK, group: 'ff02::1%lo' }, 'ERR_INVALID_ARG_VALUE'],
    [{ port: 9999, interface: LOOPBACK, group: 'nonsense' }, 'ERR_INVALID_ARG_VALUE'],
  ]
  for (const [options, code] of mistakes) {
    it(`throws ${code} for ${JSON.stringify(options)}`, () => {
      assert.throws(() => new Beacon(options as BeaconOptions), { code })
    })
  }

  it('throws EADDRINUSE when a program has the port for itself', async () => {
    const taker = createSocket('udp4')
    taker.bind(port)
    await once(taker, 'listening')
    assert.throws(
      () => beacon(),
      ({ code, errno, syscall }: CzmqError) =>
        code === 'EADDRINUSE' && errno === os.constants.errno.EADDRINUSE && syscall === 'bind',
    )
    taker.close()
  })

  it('takes the interface by its address, and that of zsys if none is said', async () => {
    assert.equal(beacon({ interface: HERE }).hostname, HERE)
    const before = zsys.interface()
    zsys.setInterface(LOOPBACK)
    assert.equal(beacon({ interface: undefined }).hostname, HERE)
    zsys.setInterface(before)
  })

  it('meets others at an IPv4 multicast group', async () => {
    const [self, other] = [beacon({ group: '239.1.2.3' }), beacon({ group: '239.1.2.3' })]
    self.subscribe()
    other.publish('here', { interval: 50 })
    assert.deepEqual(await self.receive(soon), { address: HERE, data: Buffer.from('here') })
  })

  it('is not harmed by hostile datagrams', async () => {
    const self = beacon()
    self.subscribe()
    const attacker = createSocket('udp4')
    const send = (data: Uint8Array) =>
      new Promise<void>((resolve, reject) =>
        attacker.send(data, port, HERE, (error) => (error ? reject(error) : resolve())),
      )
    for (const size of [0, 256, 1000, 65_507]) await send(Buffer.alloc(size, 1))
    await send(Buffer.alloc(255, 2))
    assert.deepEqual((await self.receive(soon)).data, Buffer.alloc(255, 2), 'others are no beacons')
    for (let count = 0; count < 3000; count++) await send(Buffer.from(`flood ${count}`))
    await sleep(0)
    let waiting = 0
    while (self.tryReceive()) waiting++
    assert.ok(waiting <= 1000, `${waiting}`)
    self.publish('honest')
    await receivedUntil(self, 'honest')
    attacker.close()
  })
})
