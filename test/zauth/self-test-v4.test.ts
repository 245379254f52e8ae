import assert from 'node:assert/strict'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { keyBytes } from '../../src/curve-keys.ts'
import { C, type Zauth, zauth, zctx, zmq, zsock } from '../../src/index.ts'
import { passes } from './connections.ts'

const REFUSAL = 250
const DEADLINE = 5000

/** What CZMQ 4's self-test of zauth shows, step by step, on CZMQ's own context and its sockets. */
describe('zauth shows what its self-test in CZMQ 4 shows', function () {
  this.timeout(20_000)
  let auth: Zauth
  let folder: string

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'czmq-zauth-'))
    auth = zauth.new(zctx.global())
  })

  afterEach(() => {
    zauth.destroy(auth)
    rmSync(folder, { recursive: true })
  })

  type SetUp = (server: zsock.Zsock, client: zsock.Zsock) => void
  const connects = (expected: boolean, setUp: SetUp): boolean => {
    using server = zsock.new(zmq.PUSH)
    using client = zsock.new(zmq.PULL)
    zsock.setSndtimeo(server, expected ? DEADLINE : REFUSAL)
    setUp(server, client)
    const port = zsock.bind(server, 'tcp://127.0.0.1:*')
    zsock.connect(client, `tcp://127.0.0.1:${port}`)
    return passes(server, client, expected)
  }

  const plain =
    (password: string): SetUp =>
    (server, client) => {
      zsock.setPlainServer(server, 1)
      zsock.setPlainUsername(client, 'admin')
      zsock.setPlainPassword(client, password)
    }

  const serverKeys = zmq.curveKeypair()
  const clientKeys = zmq.curveKeypair()
  const curve: SetUp = (server, client) => {
    zsock.setZapDomain(server, 'global')
    zsock.setCurveServer(server, 1)
    zsock.setCurveSecretkey(server, serverKeys.secretKey)
    zsock.setCurvePublickey(client, clientKeys.publicKey)
    zsock.setCurveSecretkey(client, clientKeys.secretKey)
    zsock.setCurveServerkey(client, serverKeys.publicKey)
  }

  const saveClient = () => {
    mkdirSync(join(folder, 'curve'), { recursive: true })
    const certificate = C.zcert_new_from(keyBytes(clientKeys.publicKey), keyBytes(clientKeys.secretKey))
    C.zcert_save_public(certificate, join(folder, 'curve', 'mycert.txt'))
    C.zcert_destroy([certificate])
  }
  const domain: SetUp = (server) => zsock.setZapDomain(server, 'global')

  it('without a domain everybody is let in', () => assert.ok(connects(true, () => {})))

  it('with a domain everybody is let in whose address is not denied', () => {
    assert.ok(connects(true, domain))
    zauth.deny(auth, '127.0.0.1')
    assert.ok(!connects(false, domain))
    zauth.allow(auth, '127.0.0.1')
    assert.ok(connects(true, domain))
  })

  it('PLAIN lets in who is in the file with this password', () => {
    assert.ok(!connects(false, plain('Password')))
    const file = join(folder, 'password-file')
    writeFileSync(file, 'admin=Password\n')
    zauth.configurePlain(auth, '*', file)
    assert.ok(connects(true, plain('Password')))
    assert.ok(!connects(false, plain('Bogus')))
  })

  it('CURVE lets in any key when it is told to', () => {
    assert.ok(!connects(false, curve))
    zauth.configureCurve(auth, '*', zauth.CURVE_ALLOW_ANY)
    assert.ok(connects(true, curve))
  })

  it('CURVE lets in whose certificate is in the directory', () => {
    zauth.configureCurve(auth, '*', join(folder, 'curve'))
    assert.ok(!connects(false, curve))
    saveClient()
    assert.ok(connects(true, curve))
  })

  it('and afterwards a normal connection works', () => {
    zauth.deny(auth, '127.0.0.1')
    zauth.destroy(auth)
    assert.ok(connects(true, domain))
  })
})
