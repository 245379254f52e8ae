import assert from 'node:assert/strict'
import { execFileSync } from 'node:child_process'
import { mkdirSync, rmSync, symlinkSync, truncateSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { keyBytes } from '../../src/curve-keys.ts'
import { Certificate, type Zauth, type Zctx, type Zsocket, zauth, zcert, zctx } from '../../src/index.ts'
import { freshFolder } from '../helpers/folder.ts'
import { answer, ask, askerOf } from '../zauth/client.ts'

describe('hostile files', function () {
  this.timeout(20_000)
  const folder = freshFolder()
  let context: Zctx
  let auth: Zauth
  let asker: Zsocket

  beforeEach(() => {
    context = zctx.new()
    auth = zauth.new(context)
    asker = askerOf(context)
  })

  afterEach(() => zctx.destroy(context))

  /** Whether a client comes in; a thread that hangs in a file would not answer at all. */
  const comesIn = (...credentials: (string | Uint8Array)[]) => {
    ask(asker, '1.0', 'id', '', '127.0.0.1', '', ...credentials)
    const [, , status] = answer(asker) ?? []
    assert.ok(status, 'no answer')
    return String(status) === '200'
  }

  /** What can be in the place of a file. */
  const impostors: Record<string, (path: string) => void> = {
    'a pipe that nobody writes to': (path) => void execFileSync('mkfifo', [path]),
    'a device without an end': (path) => symlinkSync('/dev/zero', path),
    'a terminal': (path) => symlinkSync('/dev/tty', path),
    'a directory': (path) => mkdirSync(path),
    'a link to itself': (path) => symlinkSync(path, path),
    'a link to nothing': (path) => symlinkSync('/nonexistent/file', path),
    'a file of 8 GiB': (path) => {
      writeFileSync(path, 'user=password\n')
      truncateSync(path, 8 * 1024 ** 3)
    },
    'a file of NULs': (path) => writeFileSync(path, Buffer.alloc(100_000)),
    'a file of noise': (path) =>
      writeFileSync(path, Buffer.from(Array.from({ length: 5000 }, (_, i) => i * i))),
  }

  for (const [what, make] of Object.entries(impostors)) {
    it(`let nobody in as passwords, nor hold up others: ${what}`, () => {
      const path = join(folder(), 'passwords')
      make(path)
      zauth.configurePlain(auth, '*', path)
      assert.ok(!comesIn('PLAIN', 'user', 'password'))
      rmSync(path, { recursive: true })
      writeFileSync(path, 'user=password\n')
      assert.ok(comesIn('PLAIN', 'user', 'password'))
    })

    it(`let nobody in as certificates, nor hold up others: ${what}`, () => {
      const known = Certificate.generate()
      const directory = join(folder(), 'clients')
      mkdirSync(directory)
      make(join(directory, 'a'))
      zauth.configureCurve(auth, '*', directory)
      assert.ok(!comesIn('CURVE', keyBytes(known.publicKey)))
      using certificate = zcert.newFrom(known.publicKeyBytes, known.publicKeyBytes)
      zcert.savePublic(certificate, join(directory, 'known'))
      assert.ok(comesIn('CURVE', keyBytes(known.publicKey)))
    })
  }

  it('let nobody in by lines that only look like passwords', () => {
    const path = join(folder(), 'passwords')
    writeFileSync(path, '=empty\nuser\n#comment=x\n user=space\r\nlong='.concat('x'.repeat(300), '\n'))
    zauth.configurePlain(auth, '*', path)
    for (const [user, password] of [
      ['', ''],
      ['', 'empty'],
      ['user', ''],
      ['#comment', 'x'],
      ['user', 'space'],
      ['../passwords', ''],
      ['user\n', ''],
      ['user\0', ''],
      ['__proto__', ''],
      ['constructor', ''],
    ] as const)
      assert.ok(!comesIn('PLAIN', user, password), user)
  })

  it('cannot be reached by the names of clients: a name is never a path', () => {
    const outside = Certificate.generate()
    const directory = join(folder(), 'clients')
    mkdirSync(directory)
    using certificate = zcert.newFrom(outside.publicKeyBytes, outside.publicKeyBytes)
    zcert.savePublic(certificate, join(folder(), 'outside'))
    zauth.configureCurve(auth, '*', directory)
    assert.ok(!comesIn('CURVE', keyBytes(outside.publicKey)))
    for (const user of ['../outside', `${folder()}/outside`, '..', '/'])
      assert.ok(!comesIn('PLAIN', user, ''), user)
  })

  it('have no names with NUL, and none that are too long for CZMQ', () => {
    using certificate = zcert.new()
    for (const path of ['a\0b', 'x'.repeat(300), ''])
      for (const call of [
        () => zcert.save(certificate, path),
        () => zcert.load(path),
        () => zauth.configurePlain(auth, '*', path === 'x'.repeat(300) ? 'a\0b' : path),
        () => zauth.configureCurve(auth, '*', path === 'x'.repeat(300) ? 'a\0b' : path),
      ])
        assert.throws(call, { code: 'ERR_INVALID_ARG_VALUE' })
  })

  it('bring no metadata that would not fit into a reply, nor formats', () => {
    const directory = join(folder(), 'clients')
    mkdirSync(directory)
    const { publicKey } = Certificate.generate()
    const file = (metadata: string) => `metadata\n${metadata}\ncurve\n    public-key = "${publicKey}"\n`
    const fine = '    name = "%s%n%s%n ../../etc/passwd"'
    for (const [metadata, expected] of [
      [fine, true],
      [`    ${'n'.repeat(300)} = "x"`, false],
      [`    big = "${'x'.repeat(60_000)}"`, false],
    ] as const) {
      writeFileSync(join(directory, 'client'), file(metadata))
      zauth.configureCurve(auth, '*', directory)
      assert.equal(comesIn('CURVE', keyBytes(publicKey)), expected, metadata.slice(0, 40))
    }
  })
})
