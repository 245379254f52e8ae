import assert from 'node:assert/strict'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { keyBytes } from '../../src/curve-keys.ts'
import { C, type Zauth, type Zctx, zauth, zctx, zmq, zsocket } from '../../src/index.ts'
import { connects, pair } from './connections.ts'

/** What CZMQ 2's self-test of zauth shows, step by step, on a context of one's own. */
describe('zauth shows what its self-test in CZMQ 2 shows', function () {
  this.timeout(20_000)
  let context: Zctx
  let auth: Zauth
  let folder: string

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'czmq-zauth-'))
    context = zctx.new()
    auth = zauth.new(context)
  })

  afterEach(() => {
    zctx.destroy(context)
    rmSync(folder, { recursive: true })
  })

  const null_ = (expected: boolean, domain?: string) => {
    const sockets = pair(context)
    if (domain !== undefined) zsocket.setZapDomain(sockets.server, domain)
    return connects(context, sockets, expected)
  }

  const plain = (expected: boolean, password: string) => {
    const sockets = pair(context)
    zsocket.setPlainServer(sockets.server, 1)
    zsocket.setPlainUsername(sockets.client, 'admin')
    zsocket.setPlainPassword(sockets.client, password)
    return connects(context, sockets, expected)
  }

  const server = zmq.curveKeypair()
  const client = zmq.curveKeypair()

  const curve = (expected: boolean) => {
    const sockets = pair(context)
    zsocket.setCurveServer(sockets.server, 1)
    zsocket.setCurveSecretkey(sockets.server, server.secretKey)
    zsocket.setCurvePublickey(sockets.client, client.publicKey)
    zsocket.setCurveSecretkey(sockets.client, client.secretKey)
    zsocket.setCurveServerkey(sockets.client, server.publicKey)
    return connects(context, sockets, expected)
  }

  it('a connection without a domain is always accepted', () => assert.ok(null_(true)))

  it('one with a domain is accepted when nothing is said', () => assert.ok(null_(true, 'global')))

  it('one from a denied address is not, and is when the address is allowed', () => {
    zauth.deny(auth, '127.0.0.1')
    assert.ok(!null_(false, 'global'))
    zauth.allow(auth, '127.0.0.1')
    assert.ok(null_(true, 'global'))
  })

  it('PLAIN wants a password file, and the right password', () => {
    assert.ok(!plain(false, 'Password'))
    const file = join(folder, 'password-file')
    writeFileSync(file, 'admin=Password\n')
    zauth.configurePlain(auth, '*', file)
    assert.ok(plain(true, 'Password'))
    assert.ok(!plain(false, 'Bogus'))
  })

  it('CURVE wants to be configured, and then any key will do', () => {
    assert.ok(!curve(false))
    zauth.configureCurve(auth, '*', zauth.CURVE_ALLOW_ANY)
    assert.ok(curve(true))
  })

  it('CURVE wants the certificate in its directory', () => {
    zauth.configureCurve(auth, '*', join(folder, 'curve'))
    mkdirSync(join(folder, 'curve'))
    assert.ok(!curve(false))
    const certificate = C.zcert_new_from(keyBytes(client.publicKey), keyBytes(client.secretKey))
    assert.ok(certificate)
    C.zcert_save_public(certificate, join(folder, 'curve', 'mycert.txt'))
    C.zcert_destroy([certificate])
    assert.ok(curve(true))
  })

  it('and afterwards everything is accepted', () => {
    zauth.deny(auth, '127.0.0.1')
    zauth.destroy(auth)
    assert.ok(null_(true, 'global'))
  })
})
