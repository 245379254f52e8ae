import assert from 'node:assert/strict'
import { isIPv4 } from 'node:net'
import os from 'node:os'
import { type Ziflist, ziflist } from '../../src/index.ts'
import { runCode } from '../helpers/child.ts'
import { describeNetwork, enter, makeNetwork, type Network, plugIn, unplug } from '../zbeacon/network.ts'

const gone = { code: 'ERR_CZMQ_DESTROYED' }

describe('ziflist', () => {
  let list: Ziflist

  beforeEach(() => {
    list = ziflist.new()
  })
  afterEach(() => ziflist.destroy(list))

  /** All interfaces by the list's own steps. */
  function walk(): unknown[] {
    const found: unknown[] = []
    for (let name = ziflist.first(list); name !== null; name = ziflist.next(list)) {
      found.push({
        name,
        address: ziflist.address(list),
        broadcast: ziflist.broadcast(list),
        netmask: ziflist.netmask(list),
      })
    }
    return found
  }

  it('has as many interfaces as it says, step by step and all at once', () => {
    assert.equal(walk().length, ziflist.size(list))
    assert.deepEqual(walk(), ziflist.interfaces())
  })

  it('lists what the system has, with addresses', () => {
    for (const { name, address, broadcast, netmask } of ziflist.interfaces()) {
      const found = os.networkInterfaces()[name]?.find((each) => each.address === address)
      assert.equal(netmask, found?.netmask)
      assert.ok(isIPv4(broadcast))
    }
  })

  it('has no address before the first interface and after the last', () => {
    for (const call of [ziflist.address, ziflist.broadcast, ziflist.netmask]) assert.equal(call(list), null)
    walk()
    for (const call of [ziflist.address, ziflist.broadcast, ziflist.netmask]) assert.equal(call(list), null)
  })

  it('can be read again', () => {
    const before = ziflist.size(list)
    ziflist.reload(list)
    assert.equal(ziflist.size(list), before)
    assert.deepEqual(walk(), ziflist.interfaces())
  })

  it('is gone when it was destroyed, and can be destroyed again', () => {
    ziflist.destroy(list)
    ziflist.destroy(list)
    const { reload, size, first, next, address, broadcast, netmask } = ziflist
    for (const call of [reload, size, first, next, address, broadcast, netmask])
      assert.throws(() => call(list), gone)
  })

  it('throws typed errors, whatever it is given, and is collected', async () => {
    const { stdout, stderr } = await runCode(
      `
      import { liveHandles, ziflist } from '$src/index.ts'
      import { attack, report } from '${import.meta.dirname}/../zmq/attack.ts'
      import { setImmediate } from 'node:timers/promises'
      const one = () => [ziflist.new()]
      report(attack(ziflist, {
        new: () => [],
        interfaces: () => [],
        destroy: one,
        reload: one,
        size: one,
        first: one,
        next: one,
        address: one,
        broadcast: one,
        netmask: one,
      }))
      for (let round = 0; round < 50 && liveHandles('ziflist') > 0; round++) { gc(); await setImmediate() }
      console.log(' left', liveHandles('ziflist'))`,
      { execArgv: ['--expose-gc'] },
    )
    assert.match(stdout, /\nsurvived left 0\n$/, `${stdout.slice(-500)} ${stderr}`)
  }).timeout(30_000)
})

describeNetwork('ziflist in a network', () => {
  let network: Network
  let leave: () => void

  before(() => {
    network = makeNetwork(1)
    leave = enter(network.hosts[0] ?? assert.fail())
  })
  after(() => {
    leave()
    network.remove()
  })

  it('has the interface with its addresses, and not the loopback', () => {
    assert.deepEqual(ziflist.interfaces(), [
      { name: 'net0', address: '10.77.0.1', broadcast: '10.77.0.255', netmask: '255.255.255.0' },
    ])
  })

  it('knows after reading again that an interface has vanished or come', () => {
    const host = network.hosts[0] ?? assert.fail()
    const list = ziflist.new()
    unplug(host)
    assert.equal(ziflist.first(list), 'net0')
    ziflist.reload(list)
    assert.equal(ziflist.size(list), 0)
    assert.equal(ziflist.first(list), null)
    assert.equal(ziflist.next(list), null)
    plugIn(host)
    ziflist.reload(list)
    assert.equal(ziflist.first(list), 'net0')
    ziflist.destroy(list)
  })
})
