import assert from 'node:assert/strict'
import { chmodSync, mkdirSync, mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { keyBytes } from '../../src/curve-keys.ts'
import {
  C,
  type Zauth,
  type Zctx,
  type Zsocket,
  zauth,
  zcert,
  zcertstore,
  zctx,
  zmq,
} from '../../src/index.ts'
import { answer, ask, askerOf } from './client.ts'

describe('zauth follows', () => {
  let context: Zctx
  let auth: Zauth
  let asker: Zsocket
  let folder: string

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'czmq-zauth-'))
    context = zctx.new()
    auth = zauth.new(context)
    asker = askerOf(context)
  })

  afterEach(() => {
    zctx.destroy(context)
    rmSync(folder, { recursive: true })
  })

  const comesIn = (...credentials: (string | Uint8Array)[]) => {
    ask(asker, '1.0', 'id', '', '::1', '', ...credentials)
    return String(answer(asker)?.[2]) === '200'
  }
  const plain = (user: string, password: string) => comesIn('PLAIN', user, password)
  const curve = (publicKey: string) => comesIn('CURVE', keyBytes(publicKey))

  it('a file of passwords', () => {
    const file = join(folder, 'passwords')
    zauth.configurePlain(auth, '*', file)
    assert.ok(!plain('user', 'one'))
    writeFileSync(file, 'user=one\n')
    assert.ok(plain('user', 'one'))
    writeFileSync(file, 'user=two\n')
    assert.ok(!plain('user', 'one'))
    assert.ok(plain('user', 'two'))
    writeFileSync(`${file}.new`, 'user=six\n')
    renameSync(`${file}.new`, file)
    assert.ok(plain('user', 'six'))
    rmSync(file)
    assert.ok(!plain('user', 'six'))
    mkdirSync(file)
    assert.ok(!plain('user', 'six'))
  })

  it('no file of passwords that everybody can read or change, when that is asked for', () => {
    const file = join(folder, 'passwords')
    writeFileSync(file, 'user=one\n', { mode: 0o640 })
    zauth.configurePlain(auth, '*', file, { refuseExposed: true })
    assert.ok(plain('user', 'one'))
    for (const mode of [0o644, 0o602]) {
      chmodSync(file, mode)
      assert.ok(!plain('user', 'one'), mode.toString(8))
      assert.throws(() => zauth.configurePlain(auth, '*', file, { refuseExposed: true }), {
        name: 'CzmqError',
        code: 'ERR_CZMQ_EXPOSED',
      })
    }
    chmodSync(file, 0o600)
    assert.ok(plain('user', 'one'))
    chmodSync(file, 0o644)
    zauth.configurePlain(auth, '*', file)
    assert.ok(plain('user', 'one'))
    assert.throws(() => zauth.configurePlain(auth, '*', file, { refuseExpose: true } as never), {
      code: 'ERR_INVALID_ARG_VALUE',
    })
  })

  it('the format of CZMQ', () => {
    const file = join(folder, 'passwords')
    const users: [string, string][] = [
      ['admin', 'Password'],
      [' spaces ', ' around '],
      ['equals', 'a=b=c'],
      ['ü', 'ö'],
      ['empty', ''],
      ['last', 'line'],
    ]
    const lines = users.map((each) => each.join('='))
    writeFileSync(file, ['# comment', '#x=y', '=nobody', 'no equals', '', ...lines].join('\n'))
    const table = C.zhash_new()
    C.zhash_load(table, file)
    assert.equal(Number(C.zhash_size(table)), users.length)
    C.zhash_save(table, `${file}.saved`)
    C.zhash_destroy([table])
    for (const each of [file, `${file}.saved`]) {
      zauth.configurePlain(auth, '*', each)
      for (const [user, password] of users) assert.ok(plain(user, password), user)
      for (const user of ['#x', '', 'no equals', '# comment']) assert.ok(!plain(user, 'y'), user)
    }
  })

  it('a directory of certificates', () => {
    const directory = join(folder, 'clients')
    const [one, two] = [zmq.curveKeypair(), zmq.curveKeypair()]
    const save = (keys: typeof one, name: string) => {
      const certificate = C.zcert_new_from(keyBytes(keys.publicKey), keyBytes(keys.secretKey))
      C.zcert_save_public(certificate, join(directory, name))
      C.zcert_destroy([certificate])
    }
    zauth.configureCurve(auth, '*', directory)
    assert.ok(!curve(one.publicKey))
    mkdirSync(join(directory, 'below'), { recursive: true })
    save(one, 'one')
    assert.ok(curve(one.publicKey))
    save(two, 'one')
    assert.ok(!curve(one.publicKey))
    assert.ok(curve(two.publicKey))
    save(one, 'below/one')
    assert.ok(curve(one.publicKey))
    writeFileSync(join(directory, 'bad'), 'nonsense')
    chmodSync(join(directory, 'bad'), 0)
    assert.ok(curve(one.publicKey))
    rmSync(directory, { recursive: true })
    assert.ok(!curve(one.publicKey))
  })

  it('not a store, whose certificates it takes as they are', () => {
    const store = zcertstore.new(null)
    const certificate = zcert.new()
    const key = zcert.publicTxt(certificate)
    zcert.setMeta(certificate, 'Name', 'client')
    zcertstore.insert(store, certificate)
    zauth.configureCurve(auth, '*', store)
    zcertstore.destroy(store)
    ask(asker, '1.0', 'id', '', '::1', '', 'CURVE', keyBytes(key))
    assert.match(String(answer(asker)?.[5]), /Name.*client/s)
    assert.ok(!curve(zmq.curveKeypair().publicKey))
  })

  it('what is said last', () => {
    const { publicKey } = zmq.curveKeypair()
    zauth.configureCurve(auth, '*', zauth.CURVE_ALLOW_ANY)
    assert.ok(curve(publicKey))
    zauth.configureCurve(auth, '*', join(folder, 'nowhere'))
    assert.ok(!curve(publicKey))
    zauth.configureCurve(auth, '*', [publicKey])
    assert.ok(curve(publicKey))
    zauth.configureCurve(auth, '*', [])
    assert.ok(!curve(publicKey))
  })
})
