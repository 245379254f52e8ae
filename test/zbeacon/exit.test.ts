import assert from 'node:assert/strict'
import { runCode, runCompiled } from '../helpers/child.ts'
import { describeNetwork, enter, makeNetwork, type Network } from './network.ts'

const CODES = { 'a normal end': 0, 'process.exit': 7, 'an uncaught exception': 1 }
const PLACES = ['the main thread', 'a worker', 'a terminated worker']
const SITUATIONS = ['a beacon', 'a beacon without context', 'a raw beacon']

describeNetwork('a process with beacons ends as Node ends it, and prints nothing', function () {
  this.timeout(30_000)
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

  async function assertEnds(situation: string, place: string): Promise<void> {
    for (const [ending, expected] of Object.entries(CODES)) {
      const { code, signal, stdout, stderr } = await runCompiled('beacon-exit.ts', {
        args: [situation, ending, place],
      })
      assert.deepEqual({ code, signal, stdout }, { code: expected, signal: null, stdout: 'ready\n' }, stderr)
      if (expected === 1)
        assert.match(stderr, /^\S+\.js:\d+\n.*\n.*\^\n\nError: boom\n(?: {4}at .*\n)+\nNode/)
      else assert.equal(stderr, '')
    }
  }

  for (const situation of SITUATIONS)
    for (const place of PLACES) it(`with ${situation} of ${place}`, () => assertEnds(situation, place))

  for (const place of PLACES.slice(1))
    it(`with ${place} blocked in zbeacon.recv`, () => assertEnds('blocked in zbeacon.recv', place))

  it('by a signal while it is blocked in zbeacon.recv, or lets its listener run', async () => {
    const args = ['blocked in zbeacon.recv', 'none', 'the main thread']
    for (const listener of ['', '1']) {
      let repeat: NodeJS.Timeout | undefined
      const { code, signal, stdout } = await runCompiled('beacon-exit.ts', {
        args,
        env: { LISTENER: listener },
        // Nothing tells when the child has entered the call
        onOutput: (_, child) => {
          repeat ??= setInterval(() => child.kill('SIGINT'), 50)
        },
      }).finally(() => clearInterval(repeat))
      const expected = listener
        ? { code: 5, signal: null, stdout: 'ready\nreturned\n' }
        : { code: null, signal: 'SIGINT', stdout: 'ready\n' }
      assert.deepEqual({ code, signal, stdout }, expected)
    }
  })

  it('and goes on sending beacons when signals come that have a listener', async () => {
    const { stdout, code } = await runCode(`
      import { zbeacon, zsocket } from '$src/index.ts'
      import { setTimeout } from 'node:timers/promises'
      const beacon = zbeacon.new(9999)
      let signals = 0
      process.on('SIGUSR2', () => signals++)
      zbeacon.setInterval(beacon, 10)
      zbeacon.publish(beacon, 'here')
      zbeacon.subscribe(beacon)
      const deadline = Date.now() + 10_000
      while (signals < 50 && Date.now() < deadline) {
        process.kill(process.pid, 'SIGUSR2')
        await setTimeout(1)
      }
      while (zbeacon.recvNowait(beacon));
      zsocket.setRcvtimeo(zbeacon.socket(beacon), 5000)
      console.log(signals >= 50, String(zbeacon.recv(beacon)?.data))`)
    assert.deepEqual({ stdout, code }, { stdout: 'true here\n', code: 0 })
  })

  it('and beacons that nobody refers to are collected', async () => {
    const { stdout, stderr, code } = await runCode(
      `
      import { liveHandles, zbeacon, zctx } from '$src/index.ts'
      import { readdirSync } from 'node:fs'
      import { setImmediate } from 'node:timers/promises'
      const drop = () => {
        for (const beacon of [zbeacon.new(9999), zbeacon.new(zctx.new(), 9999)]) zbeacon.socket(beacon)
      }
      const threads = () => readdirSync('/proc/self/task').length
      zbeacon.destroy(zbeacon.new(9999))
      const before = threads()
      for (let count = 0; count < 20; count++) drop()
      for (let round = 0; round < 100 && liveHandles() > 0; round++) { gc(); await setImmediate() }
      console.log(liveHandles(), threads() <= before)`,
      { execArgv: ['--expose-gc'] },
    )
    assert.deepEqual({ stdout, stderr, code }, { stdout: '0 true\n', stderr: '', code: 0 })
  })

  it('and the beacon of a worker that is terminated falls silent', async () => {
    const { stdout, stderr, code } = await runCompiled('beacon-worker.ts')
    assert.deepEqual({ stdout, stderr, code }, { stdout: 'silent\nsilent\n', stderr: '', code: 0 })
  })
})
