import assert from 'node:assert/strict'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import {
  type Zauth,
  type Zproxy,
  type Zsock,
  zauth,
  zctx,
  zmq,
  zpoller,
  zproxy,
  zsock,
  zstr,
} from '../../src/index.ts'

/** How long a message that passes may take, and how long one that does not is given. */
const DEADLINE = 5000
const REFUSAL = 250

/** What CZMQ 4's self-test of zproxy shows of authentication, step by step; the rest is in zproxy.test.ts. */
describe('zproxy shows what its self-test in CZMQ 4 shows', function () {
  this.timeout(20_000)
  let proxy: Zproxy
  let auth: Zauth | null
  let folder: string

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'czmq-zproxy-'))
    proxy = zproxy.new()
    auth = null
  })
  afterEach(() => {
    if (auth) zauth.destroy(auth)
    zproxy.destroy(proxy)
    rmSync(folder, { recursive: true })
  })

  type SetUp = (client: Zsock) => void

  /** Whether a message passes from a client of the front-end to one of the back-end. */
  function connects(
    expected: boolean,
    setUpFaucet: SetUp = () => {},
    setUpSink: SetUp = setUpFaucet,
  ): boolean {
    const front = zproxy.frontend(proxy, zmq.PULL, 'tcp://127.0.0.1:*')
    const back = zproxy.backend(proxy, zmq.PUSH, 'tcp://127.0.0.1:*')
    using faucet = zsock.new(zmq.PUSH)
    using sink = zsock.new(zmq.PULL)
    using poller = zpoller.new(sink)
    setUpFaucet(faucet)
    setUpSink(sink)
    zsock.connect(faucet, `tcp://127.0.0.1:${front}`)
    zsock.connect(sink, `tcp://127.0.0.1:${back}`)
    zstr.send(faucet, 'Hello')
    return zpoller.wait(poller, expected ? DEADLINE : REFUSAL) === sink && zstr.recv(sink) === 'Hello'
  }

  function authenticate(): Zauth {
    auth = zauth.new(zctx.global())
    return auth
  }

  function inDomain(): void {
    zproxy.domain(proxy, 'frontend', 'global')
    zproxy.domain(proxy, 'backend', 'global')
  }

  const plain: (password: string) => SetUp = (password) => (client) => {
    zsock.setPlainUsername(client, 'admin')
    zsock.setPlainPassword(client, password)
  }

  it('without an authenticator, and without a domain, everybody is let in', () => {
    assert.ok(connects(true))
    authenticate()
    assert.ok(connects(true))
  })

  it('with a domain everybody is let in whose address is not denied', () => {
    const policy = authenticate()
    inDomain()
    assert.ok(connects(true))
    zauth.deny(policy, '127.0.0.1')
    assert.ok(!connects(false))
    zauth.allow(policy, '127.0.0.1')
    assert.ok(connects(true))
  })

  it('PLAIN lets in who is in the file with this password', () => {
    const policy = authenticate()
    inDomain()
    zproxy.plain(proxy, 'frontend')
    zproxy.plain(proxy, 'backend')
    assert.ok(!connects(false, plain('Password')), 'there is no file')
    const file = join(folder, 'password-file')
    writeFileSync(file, 'admin=Password\n')
    zauth.configurePlain(policy, '*', file)
    assert.ok(connects(true, plain('Password')))
    assert.ok(!connects(false, plain('Bogus')))
  })

  it('CURVE lets in whom the policy lets in', () => {
    const policy = authenticate()
    const server = zmq.curveKeypair()
    const client = zmq.curveKeypair()
    inDomain()
    zproxy.curve(proxy, 'frontend', server.publicKey, server.secretKey)
    zproxy.curve(proxy, 'backend', server.publicKey, server.secretKey)
    const curve: SetUp = (socket) => {
      zsock.setCurvePublickey(socket, client.publicKey)
      zsock.setCurveSecretkey(socket, client.secretKey)
      zsock.setCurveServerkey(socket, server.publicKey)
    }
    assert.ok(!connects(false, curve), 'nobody is known')
    zauth.configureCurve(policy, '*', '*')
    assert.ok(connects(true, curve))
    assert.ok(!connects(false), 'a client without keys')
  })
})
