import assert from 'node:assert/strict'
import { type Zbeacon, zbeacon, zpoller, zsocket } from '../../src/index.ts'
import { describeNetwork, enter, type Host, makeNetwork, type Network } from './network.ts'
import { Peer } from './peer.ts'

const PORT = 5670

describeNetwork('zbeacon and a program in C', function () {
  this.timeout(20_000)
  let network: Network
  let leave: () => void
  let beacon: Zbeacon
  let peer: Peer | null

  before(() => {
    network = makeNetwork(3)
    leave = enter(network.hosts[0] ?? assert.fail())
  })
  after(() => {
    leave()
    network.remove()
  })
  beforeEach(() => {
    peer = null
    beacon = zbeacon.new(PORT)
    zbeacon.setInterval(beacon, 50)
    zsocket.setRcvtimeo(zbeacon.socket(beacon), 5000)
  })
  afterEach(async () => {
    zbeacon.destroy(beacon)
    await peer?.end()
  })

  const hosts: Record<string, () => Host> = {
    'the same host': () => network.hosts[0] ?? assert.fail(),
    'another host': () => network.hosts[1] ?? assert.fail(),
  }

  for (const [where, host] of Object.entries(hosts)) {
    it(`receives what it announces on ${where}`, async () => {
      peer = new Peer(host(), PORT, 'from C', 'nothing')
      assert.equal(await peer.says(), host().address)
      zbeacon.noecho(beacon)
      zbeacon.publish(beacon, 'mine')
      zbeacon.subscribe(beacon, 'from')
      const expected = { address: host().address, data: Buffer.from('from C') }
      for (let count = 0; count < 3; count++) assert.deepEqual(zbeacon.recv(beacon), expected)
    })

    it(`announces to it on ${where}`, async () => {
      peer = new Peer(host(), PORT, '', 'ZRE')
      assert.equal(await peer.says(), host().address)
      zbeacon.publish(beacon, Buffer.from('ZRE\x01\x00\xff', 'latin1'))
      for (let count = 0; count < 3; count++) assert.equal(await peer.says(), '10.77.0.1 5A52450100FF')
    })
  }

  it('talks with several of them at once', async () => {
    const peers = network.hosts.map((each) => new Peer(each, PORT, `from ${each.address}`, 'mine'))
    try {
      for (const each of peers) await each.says()
      zbeacon.publish(beacon, 'mine')
      zbeacon.subscribe(beacon, 'from')
      const missing = new Set(network.hosts.map(({ address }) => address))
      const poller = zpoller.new(zbeacon.socket(beacon))
      while (missing.size > 0 && zpoller.wait(poller, 5000)) {
        const { address, data } = zbeacon.recv(beacon) ?? assert.fail()
        assert.equal(String(data), `from ${address}`)
        missing.delete(address)
      }
      zpoller.destroy(poller)
      assert.deepEqual([...missing], [])
      for (const each of peers) assert.equal(await each.says(), '10.77.0.1 6D696E65')
    } finally {
      for (const each of peers) await each.end()
    }
  })
})
