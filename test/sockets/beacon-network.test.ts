import assert from 'node:assert/strict'
import { execFileSync } from 'node:child_process'
import { Beacon, type BeaconOptions, zbeacon, zsocket, zsys } from '../../src/index.ts'
import { runCompiled } from '../helpers/child.ts'
import {
  describeNetwork,
  enter,
  type Host,
  INTERFACE,
  makeNetwork,
  type Network,
  plugIn,
  unplug,
} from '../zbeacon/network.ts'
import { Peer } from '../zbeacon/peer.ts'

const PORT = 5670
const soon = { timeout: 5000 }

describeNetwork('Beacon in a network', function () {
  this.timeout(20_000)
  let network: Network
  let leave: () => void
  let made: Beacon[]
  let peer: Peer | null

  before(() => {
    network = makeNetwork(3)
    leave = enter(host(0))
  })
  after(() => {
    leave()
    network.remove()
  })
  beforeEach(() => {
    made = []
    peer = null
  })
  afterEach(async () => {
    for (const each of made) each.close()
    await peer?.end()
  })

  function host(index: number): Host {
    return network.hosts[index] ?? assert.fail()
  }

  function beacon(options: Partial<BeaconOptions> = {}): Beacon {
    const fresh = new Beacon({ port: PORT, ...options })
    made.push(fresh)
    return fresh
  }

  /** Sockets that are made by `make` are on another host. */
  function on<Result>(where: Host, make: () => Result): Result {
    const back = enter(where)
    try {
      return make()
    } finally {
      back()
    }
  }

  it('takes the first interface that is not the loopback', () => {
    assert.equal(beacon().hostname, '10.77.0.1')
    assert.equal(beacon({ interface: INTERFACE }).hostname, '10.77.0.1')
    assert.equal(beacon({ interface: '10.77.0.1' }).hostname, '10.77.0.1')
    assert.equal(beacon({ interface: 'lo' }).hostname, '127.0.0.1')
  })

  const places: Record<string, number> = { 'the same host': 0, 'another host': 1 }
  for (const [where, index] of Object.entries(places)) {
    it(`receives what a program in C announces on ${where}`, async () => {
      const self = beacon()
      self.subscribe('from')
      peer = new Peer(host(index), PORT, 'from C', 'nothing')
      for (let count = 0; count < 3; count++) {
        const expected = { address: host(index).address, data: Buffer.from('from C') }
        assert.deepEqual(await self.receive(soon), expected)
      }
    })

    it(`announces to a program in C on ${where}`, async () => {
      peer = new Peer(host(index), PORT, '', 'ZRE')
      await peer.says()
      beacon().publish(Buffer.from('ZRE\x01\x00\xff', 'latin1'), { interval: 50 })
      for (let count = 0; count < 3; count++) assert.equal(await peer.says(), '10.77.0.1 5A52450100FF')
    })
  }

  it('meets beacons on all hosts', async () => {
    const beacons = network.hosts.map((each) => on(each, () => beacon()))
    for (const each of beacons) {
      each.subscribe()
      each.publish(`I am ${each.hostname}`, { interval: 20 })
    }
    for (const each of beacons) {
      const missing = new Set(network.hosts.map(({ address }) => address))
      while (missing.size > 0) {
        const { address, data } = await each.receive(soon)
        assert.equal(String(data), `I am ${address}`)
        missing.delete(address)
      }
    }
  })

  it('hears only those of its interface', async () => {
    const [here, loopback] = [beacon(), beacon({ interface: 'lo' })]
    for (const each of [here, loopback]) {
      each.subscribe()
      each.publish(each.hostname, { interval: 10 })
    }
    for (let count = 0; count < 20; count++) {
      for (const each of [here, loopback])
        assert.deepEqual(await each.receive(soon), {
          address: each.hostname,
          data: Buffer.from(each.hostname),
        })
    }
  })

  it('uses all interfaces', async () => {
    execFileSync('ip', ['link', 'add', 'more0', 'type', 'bridge'])
    execFileSync('ip', ['addr', 'add', '10.78.0.1/16', 'dev', 'more0'])
    execFileSync('ip', ['link', 'set', 'more0', 'up'])
    try {
      const self = beacon({ interface: '*' })
      self.subscribe()
      self.publish('everywhere', { interval: 20 })
      const addresses = new Set<string>()
      while (addresses.size < 2) addresses.add((await self.receive(soon)).address)
      assert.deepEqual([...addresses].sort(), ['10.77.0.1', '10.78.0.1'])
    } finally {
      execFileSync('ip', ['link', 'del', 'more0'])
    }
  })

  for (const group of ['239.1.2.3', 'ff02::77', 'ff15::77']) {
    it(`meets others at the multicast group ${group}`, async () => {
      const self = beacon({ group })
      const other = on(host(1), () => beacon({ group }))
      self.subscribe()
      self.noEcho = true
      self.publish('echo', { interval: 20 })
      other.publish('here', { interval: 20 })
      for (let count = 0; count < 10; count++) {
        const { address, data } = await self.receive(soon)
        assert.deepEqual([address, String(data)], [other.hostname, 'here'])
      }
    })
  }

  it('meets zbeacon by IPv6 multicast, in both directions', async () => {
    zsys.setIpv6(true)
    const native = zbeacon.new(PORT)
    try {
      const self = beacon({ group: 'ff02::1' })
      self.subscribe('native')
      zbeacon.publish(native, 'native')
      assert.equal(String((await self.receive(soon)).data), 'native')
      zsocket.setRcvtimeo(zbeacon.socket(native), 5000)
      zbeacon.subscribe(native, 'asynchronous')
      self.publish('asynchronous')
      assert.equal(String(zbeacon.recv(native)?.data), 'asynchronous')
    } finally {
      zbeacon.destroy(native)
      zsys.setIpv6(false)
    }
  })

  for (const group of [undefined, '239.1.2.3', 'ff02::77']) {
    it(`goes on when its interface vanishes and comes again, ${group ?? 'with broadcast'}`, async () => {
      const self = beacon({ group, interface: INTERFACE })
      const listener = beacon({ group, interface: INTERFACE })
      self.publish('mine', { interval: 20 })
      listener.subscribe()
      await listener.receive(soon)
      unplug(host(0))
      await assert.rejects(
        async () => {
          for (;;) await listener.receive({ timeout: 300 })
        },
        { code: 'EAGAIN' },
      )
      assert.throws(() => beacon({ group }), { code: 'ENODEV' })
      plugIn(host(0))
      assert.equal(String((await listener.receive(soon)).data), 'mine')
    })
  }

  const endings: Record<string, { stdout: string; code: number }> = {
    'announces and listens': { stdout: 'ready\n', code: 0 },
    'waits for what comes': { stdout: 'ready\nfound\n', code: 0 },
    'waits with a time': { stdout: 'ready\nEAGAIN\n', code: 0 },
    'calls process.exit': { stdout: 'ready\n', code: 7 },
    'is a worker': { stdout: 'ready\n', code: 0 },
    'is a terminated worker': { stdout: 'ready\n', code: 0 },
    'drops it': { stdout: 'ready\ncollected\n', code: 0 },
  }
  for (const [situation, expected] of Object.entries(endings)) {
    it(`lets a process end that ${situation}`, async () => {
      if (situation === 'waits for what comes') peer = new Peer(host(1), PORT, 'from C', 'nothing')
      const { stdout, code, signal, stderr } = await runCompiled('beacon.ts', {
        args: [situation],
        execArgv: ['--expose-gc'],
      })
      assert.deepEqual({ stdout, code, signal, stderr }, { ...expected, signal: null, stderr: '' })
    })
  }
})
