import assert from 'node:assert/strict'
import { createSocket } from 'node:dgram'
import { once } from 'node:events'
import { decode, encode } from '../../examples/discovery/announcement.ts'
import { describeNetwork, enter, makeNetwork, type Network } from '../zbeacon/network.ts'
import { type Outcome, runExample } from './pipeline-process.ts'

const NAMES = ['Ada', 'Bob', 'Eve']

async function freePort(): Promise<string> {
  const socket = createSocket('udp4')
  socket.bind(0)
  await once(socket, 'listening')
  const { port } = socket.address()
  socket.close()
  return String(port)
}

function node(name: string, ...args: string[]): Promise<Outcome> {
  return runExample('discovery/main.js', [name, '--patience', '10', ...args])
}

/** Each has found two others, and both have said hello. */
function assertMet(outcomes: Outcome[], endpoints: RegExp): void {
  for (const [index, { code, stdout, stderr }] of outcomes.entries()) {
    const self = NAMES[index]
    assert.deepEqual({ code, stderr }, { code: 0, stderr: '' }, stdout)
    const lines = stdout.trim().split('\n')
    const hellos = NAMES.filter((each) => each !== self).map((each) => `${self}: ${each} says hello`)
    assert.deepEqual(lines.filter((each) => each.endsWith('hello')).sort(), hellos)
    assert.equal(lines.filter((each) => endpoints.test(each)).length, 2, stdout)
    assert.equal(lines.length, 4, stdout)
  }
}

describe('the discovery example', function () {
  this.timeout(30_000)

  it('lets three processes on one machine find each other and talk', async () => {
    const port = await freePort()
    const outcomes = await Promise.all(
      NAMES.map((name) => node(name, '--peers', '2', '--interface', 'lo', '--port', port)),
    )
    assertMet(outcomes, /: found a node at tcp:\/\/127\.0\.0\.1:\d+$/)
  })

  it('says when not all have come', async () => {
    const args = ['--interface', 'lo', '--port', await freePort(), '--patience', '1']
    const outcome = await runExample('discovery/main.js', ['Ada', ...args])
    assert.deepEqual(outcome, { code: 1, signal: null, stdout: '', stderr: 'Ada: not all have come\n' })
  })

  it('says what is wrong with the command line or the interface', async () => {
    const usage = await runExample('discovery/main.js', ['Ada', '--port', '0'])
    assert.deepEqual([usage.code, usage.stdout], [2, ''])
    assert.match(usage.stderr, /^--port must be a whole number/)
    const missing = await runExample('discovery/main.js', ['Ada', '--interface', 'none such'])
    assert.deepEqual([missing.code, missing.stdout], [1, ''])
    assert.match(missing.stderr, /^ENODEV/)
  })

  it('takes nothing for an announcement that is none', () => {
    const id = Buffer.alloc(16, 7)
    const data = encode({ id, port: 49_152 })
    assert.deepEqual(decode(data), { id, port: 49_152 })
    assert.equal(decode(encode({ id, port: 0 })), null)
    for (const junk of [Buffer.alloc(0), Buffer.alloc(22), data.subarray(1), Buffer.concat([data, data])])
      assert.equal(decode(junk), null)
  })
})

describeNetwork('the discovery example in a network', function () {
  this.timeout(30_000)
  let network: Network

  before(() => {
    network = makeNetwork(3)
  })
  after(() => network.remove())

  it('lets processes on three hosts find each other and talk', async () => {
    const running = network.hosts.map((host, index) => {
      const leave = enter(host)
      const outcome = node(NAMES[index] ?? '', '--peers', '2')
      leave()
      return outcome
    })
    assertMet(await Promise.all(running), /: found a node at tcp:\/\/10\.77\.0\.[123]:\d+$/)
  })
})
