import assert from 'node:assert/strict'
import { join } from 'node:path'
import { runCode } from '../helpers/child.ts'
import { describeNetwork, enter, makeNetwork, type Network } from './network.ts'

describeNetwork('zbeacon with hostile arguments', () => {
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

  it('throws typed errors, whatever it is given', async () => {
    const { stdout, stderr, code } = await runCode(
      `import '${join(import.meta.dirname, 'attack-zbeacon.ts')}'`,
    )
    assert.match(stdout, /\nsurvived/, `${stdout.slice(-500)} ${stderr}`)
    assert.equal(code, 0, stderr)
  }).timeout(30_000)
})
