import assert from 'node:assert/strict'
import { runCode } from '../helpers/child.ts'
import { describeNetwork, enter, makeNetwork, type Network } from './network.ts'

/** Leaves fewer and fewer descriptors, and says how making a beacon ends with each number of them. */
function attempt(make: string): string {
  return `
    import { Beacon, zbeacon } from '$src/index.ts'
    import { closeSync, openSync } from 'node:fs'
    const make = ${make}
    make()()
    const opened = []
    try { for (;;) opened.push(openSync('/dev/null', 'r')) } catch {}
    const outcomes = []
    for (let left = 0; left < 40; left++) {
      try { make()(); outcomes.push('made') } catch (error) { outcomes.push(error.name + ' ' + error.code) }
      closeSync(opened.pop())
    }
    for (const each of opened) closeSync(each)
    make()()
    console.log(JSON.stringify(outcomes))`
}

describeNetwork('beacons without descriptors', () => {
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

  const makers = {
    zbeacon: '() => { const self = zbeacon.new(9999); return () => zbeacon.destroy(self) }',
    Beacon: '() => { const self = new Beacon({ port: 9999 }); return () => self.close() }',
  }
  for (const [name, make] of Object.entries(makers)) {
    it(`${name} is made or throws an error, whatever their number`, async () => {
      const { stdout, stderr, code, signal } = await runCode(attempt(make))
      assert.deepEqual({ code, signal, stderr }, { code: 0, signal: null, stderr: '' })
      const outcomes: string[] = JSON.parse(stdout)
      assert.equal(outcomes.at(-1), 'made')
      const failed = outcomes.filter((each) => each !== 'made')
      assert.ok(failed.length > 0)
      for (const each of failed) assert.equal(each, 'CzmqError EMFILE')
    })
  }
})
