import assert from 'node:assert/strict'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Zgossip, zgossip, zmq, zpoller, zstr } from '../../src/index.ts'
import { runCode } from '../helpers/child.ts'

let nodes: Zgossip[]
function node(name?: string): Zgossip {
  const made = zgossip.new(name)
  nodes.push(made)
  return made
}

/** The next news, which must come in time. */
function news(self: Zgossip): [string, string] {
  const poller = zpoller.new(self)
  const found = zpoller.wait(poller, 10_000)
  zpoller.destroy(poller)
  assert.equal(found, self, 'no news')
  const tuple = zgossip.recv(self)
  return [tuple?.key ?? '', tuple?.value ?? '']
}

function some(self: Zgossip, count: number): [string, string][] {
  return Array.from({ length: count }, () => news(self)).sort()
}

describe('zgossip', () => {
  beforeEach(() => {
    nodes = []
  })
  afterEach(() => {
    for (const each of nodes) zgossip.destroy(each)
  })

  it('spreads what nodes publish to all of them', () => {
    const base = node('base')
    zgossip.bind(base, 'inproc://gossip-base')
    const alpha = node('alpha')
    zgossip.connect(alpha, 'inproc://gossip-base')
    zgossip.publish(alpha, 'inproc://alpha-1', 'service1')
    zgossip.publish(alpha, 'inproc://alpha-2', 'service2')
    const beta = node('beta')
    zgossip.connect(beta, 'inproc://gossip-base')
    zgossip.publish(beta, 'inproc://beta-1', 'service1')
    zgossip.publish(beta, 'inproc://beta-2', 'service2')
    const all = [
      ['inproc://alpha-1', 'service1'],
      ['inproc://alpha-2', 'service2'],
      ['inproc://beta-1', 'service1'],
      ['inproc://beta-2', 'service2'],
    ]
    for (const each of [base, alpha, beta]) {
      assert.deepEqual(some(each, 4), all)
      assert.equal(zgossip.status(each), 4)
      assert.equal(zgossip.recvNowait(each), null, 'nothing is told twice')
    }
  })

  for (const transport of ['tcp', 'ipc']) {
    it(`works over ${transport}, also with values that change`, () => {
      const folder = mkdtempSync(join(tmpdir(), 'gossip-'))
      const base = node()
      const port = zgossip.bind(base, transport === 'tcp' ? 'tcp://127.0.0.1:*' : `ipc://${folder}/base`)
      assert.equal(zgossip.port(base), port)
      assert.equal(port > 0, transport === 'tcp')
      const other = node()
      zgossip.connect(other, transport === 'tcp' ? `tcp://127.0.0.1:${port}` : `ipc://${folder}/base`)
      zgossip.publish(base, 'key', 'first')
      assert.deepEqual(news(other), ['key', 'first'])
      zgossip.publish(other, 'key', 'sécond')
      zgossip.publish(other, 'key', 'sécond')
      assert.deepEqual(
        [news(base), news(base)],
        [
          ['key', 'first'],
          ['key', 'sécond'],
        ],
      )
      assert.equal(zgossip.status(base), 1)
      zgossip.publish(base, 'end', '')
      assert.deepEqual(
        [news(other), news(other)],
        [
          ['key', 'sécond'],
          ['end', ''],
        ],
      )
      rmSync(folder, { recursive: true })
    })
  }

  it('spreads through a ring', () => {
    const ring = [node(), node(), node()]
    ring.forEach((each, index) => void zgossip.bind(each, `inproc://gossip-ring-${index}`))
    ring.forEach((each, index) => void zgossip.connect(each, `inproc://gossip-ring-${(index + 1) % 3}`))
    zgossip.publish(ring[0] as Zgossip, 'around', 'and around')
    for (const each of ring) assert.deepEqual(news(each), ['around', 'and around'])
    for (const each of ring) assert.equal(zgossip.status(each), 1)
    for (const each of ring) assert.equal(zgossip.recvNowait(each), null)
  })

  it('finds a node again that was gone', () => {
    const first = node()
    const port = zgossip.bind(first, 'tcp://127.0.0.1:*')
    const other = node()
    zgossip.connect(other, `tcp://127.0.0.1:${port}`)
    zgossip.publish(other, 'key', 'value')
    assert.deepEqual(news(first), ['key', 'value'])
    zgossip.destroy(first)
    const second = node()
    bindAgain(second, port)
    assert.deepEqual(news(second), ['key', 'value'])
  }).timeout(20_000)

  it('never waits, however little of its news is received', () => {
    const base = node()
    zgossip.bind(base, 'inproc://gossip-flood')
    const other = node()
    zgossip.connect(other, 'inproc://gossip-flood')
    for (let count = 0; count < 3000; count++) zgossip.publish(other, `key ${count}`, 'value')
    assert.deepEqual(some(base, 3000).length, 3000)
    assert.equal(zgossip.status(other), 3000)
  })

  it('encrypts, and lets in only who knows its key', () => {
    const keys = zmq.curveKeypair()
    const base = node()
    zgossip.setPublickey(base, keys.publicKey)
    zgossip.setSecretkey(base, keys.secretKey)
    const address = `tcp://127.0.0.1:${zgossip.bind(base, 'tcp://127.0.0.1:*')}`
    const stranger = node()
    zgossip.connect(stranger, address)
    zgossip.publish(stranger, 'a', 'open')
    const friend = node()
    assert.throws(() => zgossip.connect(friend, address, keys.publicKey), { code: 'ERR_INVALID_ARG_VALUE' })
    const own = zmq.curveKeypair()
    zgossip.setPublickey(friend, own.publicKey)
    zgossip.setSecretkey(friend, own.secretKey)
    zgossip.connect(friend, address, keys.publicKey)
    zgossip.publish(friend, 'b', 'sealed')
    assert.deepEqual(news(base), ['b', 'sealed'])
    assert.equal(zgossip.status(base), 1)
  })

  it('refuses an endpoint that is taken, and goes on', () => {
    const first = node()
    const second = node()
    zgossip.bind(first, 'inproc://gossip-taken')
    const port = zgossip.bind(first, 'tcp://127.0.0.1:*')
    assert.throws(() => zgossip.bind(second, 'inproc://gossip-taken'), { code: 'EADDRINUSE' })
    assert.throws(() => zgossip.bind(second, `tcp://127.0.0.1:${port}`), { code: 'EADDRINUSE' })
    zgossip.connect(second, 'inproc://gossip-taken')
    zgossip.publish(second, 'key', 'value')
    assert.deepEqual(news(first), ['key', 'value'])
  })

  const misuse = 'ERR_INVALID_ARG_VALUE'
  const refused: Record<string, [(self: Zgossip) => unknown, string]> = {
    'a malformed endpoint to bind': [(self) => zgossip.bind(self, 'bogus'), misuse],
    'a malformed endpoint to connect': [(self) => zgossip.connect(self, ''), misuse],
    'an unknown transport': [(self) => zgossip.connect(self, 'bogus://x'), 'EPROTONOSUPPORT'],
    'an empty key': [(self) => zgossip.publish(self, '', 'x'), misuse],
    'a key that is too long': [(self) => zgossip.publish(self, 'x'.repeat(256), 'x'), misuse],
    'a key with NUL': [(self) => zgossip.publish(self, 'a\0b', 'x'), misuse],
    'a value that is too large': [(self) => zgossip.publish(self, 'x', 'x'.repeat(2 ** 20 + 1)), misuse],
    'a CURVE key that is none': [(self) => zgossip.setSecretkey(self, 'x'.repeat(39)), misuse],
    'a domain without a name': [(self) => zgossip.zapDomain(self, ''), misuse],
  }
  it('refuses what cannot be', () => {
    const self = node()
    for (const [what, [attempt, code]] of Object.entries(refused))
      assert.throws(() => attempt(self), { code }, what)
    assert.throws(() => zgossip.new(''), { code: misuse })
    zgossip.publish(self, 'x'.repeat(255), 'x'.repeat(2 ** 20))
    assert.equal(zgossip.status(self), 1)
  })

  it('can be used no more when it was destroyed', () => {
    const self = node()
    zgossip.destroy(self)
    const uses = [zgossip.recv, zgossip.recvNowait, zgossip.status, zgossip.port, zgossip.verbose]
    for (const use of uses) assert.throws(() => use(self), { code: 'ERR_CZMQ_DESTROYED' })
    assert.throws(() => zgossip.publish(self, 'a', 'b'), { code: 'ERR_CZMQ_DESTROYED' })
    zgossip.destroy(self)
  })

  it('is a socket from which DELIVER, the key and the value come', () => {
    const self = node()
    zgossip.publish(self, 'key', 'value')
    assert.deepEqual(zstr.recvx(self), ['DELIVER', 'key', 'value'])
    zstr.send(self, 'nobody reads this')
    zgossip.publish(self, 'key', 'other')
    assert.deepEqual(news(self), ['key', 'other'])
  })

  it('logs when it is verbose', async () => {
    const code = `
      import { zgossip } from '$src/index.ts'
      const node = zgossip.new('it')
      zgossip.verbose(node)
      zgossip.publish(node, '%s%n', '%n')`
    const { stderr, code: ended } = await runCode(code, { env: { ZSYS_LOGSTREAM: 'stderr' } })
    assert.match(stderr, /it: %s%n = %n/)
    assert.equal(ended, 0)
  })
})

/** The old listener may be closed a little later. */
function bindAgain(self: Zgossip, port: number): void {
  const deadline = Date.now() + 5000
  for (;;) {
    try {
      zgossip.bind(self, `tcp://127.0.0.1:${port}`)
      return
    } catch (error) {
      if (Date.now() > deadline) throw error
    }
  }
}
