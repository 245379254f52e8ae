import assert from 'node:assert/strict'
import { chmodSync, existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { format, inspect } from 'node:util'
import { Certificate, curveKeyPair, Pull, Push, zcert, zmq } from '../../src/index.ts'
import { runCode } from '../helpers/child.ts'
import { freshFolder } from '../helpers/folder.ts'
import { loadInC, saveInC } from '../zcert/peer.ts'

const withoutTime = (path: string) =>
  readFileSync(path, 'utf8').replace(/\d{4}-\d\d-\d\d \d\d:\d\d:\d\d/, 'TIME')
const metadata = { name: 'Joe', email: "joe's@example.org #1", 'a/b': '%s%n' }

describe('Certificate', () => {
  const folder = freshFolder()
  const path = (name = 'cert') => join(folder(), name)

  it('is generated with a new pair of keys and metadata', () => {
    const one = Certificate.generate({ metadata })
    const other = Certificate.generate()
    assert.notEqual(one.publicKey, other.publicKey)
    assert.equal(zmq.curvePublic(one.secretKey ?? ''), one.publicKey)
    assert.deepEqual(one.metadata, new Map(Object.entries(metadata)))
    assert.equal(other.metadata.size, 0)
    assert.deepEqual(one.publicKeyBytes, zmq.z85Decode(one.publicKey))
    assert.deepEqual(one.secretKeyBytes, zmq.z85Decode(one.secretKey ?? ''))
  })

  it('encrypts between sockets', async () => {
    const server = Certificate.generate()
    const client = Certificate.generate()
    const pull = new Pull({ curveServer: true, curveSecretKey: server.secretKey })
    await pull.bind('tcp://127.0.0.1:*')
    const { publicKey: curvePublicKey, secretKey: curveSecretKey } = client
    const push = new Push({ curvePublicKey, curveSecretKey, curveServerKey: server.publicKey })
    push.connect(pull.lastEndpoint ?? '')
    await push.send('hello', { timeout: 5000 })
    assert.equal(String(await pull.receive({ timeout: 5000 })), 'hello')
    push.close()
    pull.close()
  })

  it('does not change', () => {
    const certificate = Certificate.generate({ metadata })
    certificate.metadata.clear()
    certificate.publicKeyBytes.fill(0)
    certificate.secretKeyBytes?.fill(0)
    assert.equal(certificate.metadata.size, 3)
    assert.deepEqual(certificate.publicKeyBytes, zmq.z85Decode(certificate.publicKey))
    assert.throws(() => Object.assign(certificate, { publicKey: 'x' }), TypeError)
    const other = certificate.withMetadata(new Map([['role', 'admin']]))
    assert.deepEqual([...other.metadata], [['role', 'admin']])
    assert.equal(other.secretKey, certificate.secretKey)
    assert.equal(certificate.metadata.size, 3)
  })

  it('is made of keys in every form', () => {
    const { publicKey, secretKey } = curveKeyPair()
    const forms = [
      Certificate.fromKeys({ publicKey, secretKey }),
      Certificate.fromKeys({ publicKey: zmq.z85Decode(publicKey), secretKey: zmq.z85Decode(secretKey) }),
      Certificate.fromKeys({ secretKey }),
    ]
    for (const each of forms) assert.deepEqual([each.publicKey, each.secretKey], [publicKey, secretKey])
    for (const each of [
      Certificate.fromKeys({ publicKey, secretKey: null, metadata }),
      forms[0]?.toPublic(),
    ]) {
      assert.deepEqual([each?.publicKey, each?.secretKey, each?.secretKeyBytes], [publicKey, null, null])
    }
  })

  describe('refuses', () => {
    const { publicKey, secretKey } = curveKeyPair()
    const other = curveKeyPair()
    const value = 'ERR_INVALID_ARG_VALUE'
    const type = 'ERR_INVALID_ARG_TYPE'
    const cases: [string, string, () => unknown][] = [
      [
        'keys that do not belong together',
        value,
        () => Certificate.fromKeys({ publicKey, secretKey: other.secretKey }),
      ],
      [
        'keys that are swapped',
        value,
        () => Certificate.fromKeys({ publicKey: secretKey, secretKey: publicKey }),
      ],
      ['no keys', type, () => Certificate.fromKeys({})],
      ['a short key', value, () => Certificate.fromKeys({ publicKey: publicKey.slice(1) })],
      ['a short key of bytes', value, () => Certificate.fromKeys({ publicKey: new Uint8Array(31) })],
      ['a key of zeros', value, () => Certificate.fromKeys({ publicKey: new Uint8Array(32) })],
      [
        'a key that is no Z85',
        value,
        () => Certificate.fromKeys({ publicKey, secretKey: `~${secretKey.slice(1)}` }),
      ],
      ['a misspelt option', value, () => Certificate.fromKeys({ publicKey, secretkey: secretKey } as never)],
      ['metadata that no file can hold', value, () => Certificate.generate({ metadata: { name: 'a\nb' } })],
      ['a name that no file can hold', value, () => Certificate.generate({ metadata: [['a b', 'c']] })],
      ['metadata that is not text', type, () => Certificate.generate({ metadata: { name: 1 } as never })],
      ['metadata without entries', type, () => Certificate.generate({ metadata: ['ab'] as never })],
      [
        'too much metadata',
        'ERR_OUT_OF_RANGE',
        () => Certificate.generate({ metadata: { name: 'x'.repeat(504) } }),
      ],
      ['to be made with new', 'ERR_ILLEGAL_CONSTRUCTOR', () => Reflect.construct(Certificate, [])],
    ]
    for (const [what, code, call] of cases) {
      it(what, () => {
        const isRight = (error: Error & { code?: string }) => {
          for (const key of [secretKey, secretKey.slice(1), other.secretKey])
            assert.ok(!inspect(error).includes(key))
          return (error.code ?? '') === code
        }
        assert.throws(call, isRight)
      })
    }
  })

  it('is never shown with its secret key', () => {
    const certificate = Certificate.generate({ metadata })
    const deep = { showHidden: true, depth: 9, showProxy: true, getters: true } as const
    const shown = [
      inspect(certificate),
      inspect([certificate], deep),
      inspect(new Proxy(certificate, {}), deep),
      format('%s %o %O %j', certificate, certificate, certificate, certificate),
      JSON.stringify({ certificate }),
      String(certificate),
      JSON.stringify(structuredClone(certificate)),
      Object.values(Object.getOwnPropertyDescriptors(certificate)).join(),
    ]
    for (const each of shown) {
      assert.ok(!each.includes(certificate.secretKey ?? ''), each)
      assert.ok(!each.includes(certificate.secretKeyBytes?.toString('hex') ?? ''), each)
    }
    assert.match(
      inspect(certificate),
      /^Certificate \{\n? *publicKey: .*secretKey: <not shown>.*name: 'Joe'/s,
    )
    assert.match(inspect(certificate.toPublic()), /secretKey: null/)
    assert.deepEqual(JSON.parse(JSON.stringify(certificate)), { publicKey: certificate.publicKey, metadata })
  })

  describe('on disk', () => {
    it('is what zcert writes', async () => {
      const certificate = Certificate.generate({ metadata })
      using cert = zcert.newFromTxt(certificate.publicKey, certificate.secretKey ?? '')
      for (const [name, value] of certificate.metadata) zcert.setMeta(cert, name, value)
      await certificate.save(path())
      zcert.save(cert, path('other'))
      const sorted = (name: string) => withoutTime(path(name)).split('\n').sort()
      assert.deepEqual(sorted('cert'), sorted('other'))
      assert.deepEqual(sorted('cert_secret'), sorted('other_secret'))
      assert.equal(statSync(path('cert_secret')).mode & 0o777, 0o600)
      assert.deepEqual(readdirSync(folder()).length, 4)
    })

    it('is read by C', async () => {
      const certificate = Certificate.generate({ metadata })
      await certificate.save(path())
      const { publicKey, secretKey } = certificate
      assert.deepEqual(loadInC(path()), { publicKey, secretKey, metadata })
    }).timeout(30_000)

    it('is read from C', async () => {
      const told = saveInC(path(), metadata)
      const { publicKey, secretKey, metadata: found } = await Certificate.load(path())
      assert.deepEqual({ publicKey, secretKey, metadata: Object.fromEntries(found) }, told)
      const publicOnly = await Certificate.load(path(), { secret: false })
      assert.deepEqual([publicOnly.publicKey, publicOnly.secretKey], [publicKey, null])
    }).timeout(30_000)

    it('has no secret file when it has no secret key', async () => {
      const certificate = Certificate.generate()
      await certificate.save(path())
      const secret = readFileSync(path('cert_secret'))
      await certificate.toPublic().withMetadata({ name: 'new' }).save(path())
      assert.deepEqual(readFileSync(path('cert_secret')), secret)
      assert.equal((await Certificate.load(path(), { secret: false })).metadata.get('name'), 'new')
    })

    it('is refused when everybody can read the secret key, unless that is asked for', async () => {
      const certificate = Certificate.generate()
      await certificate.save(path())
      chmodSync(path('cert_secret'), 0o604)
      await assert.rejects(Certificate.load(path()), { code: 'ERR_CZMQ_EXPOSED', message: /cert_secret/ })
      assert.equal((await Certificate.load(path(), { allowExposed: true })).secretKey, certificate.secretKey)
      assert.equal((await Certificate.load(path(), { secret: false })).secretKey, null)
    })

    it('is refused when its keys do not belong together', async () => {
      await Certificate.generate().save(path())
      const text = readFileSync(path('cert_secret'), 'utf8')
      const { secretKey } = curveKeyPair()
      writeFileSync(path('cert_secret'), text.replace(/secret-key = ".*"/, `secret-key = "${secretKey}"`))
      await assert.rejects(Certificate.load(path()), (error: Error) => {
        assert.ok(!inspect(error).includes(secretKey))
        return (error as NodeJS.ErrnoException).code === 'ERR_INVALID_ARG_VALUE'
      })
    })

    const failures: [string, string, (certificate: Certificate) => Promise<unknown>][] = [
      ['a file that is not there', 'ENOENT', () => Certificate.load(path('none'))],
      ['a folder', 'EISDIR', () => Certificate.load(folder())],
      ['a file that is no certificate', 'EBADMSG', () => Certificate.load(path('other'))],
      ['a path that is too long', 'ERR_INVALID_ARG_VALUE', () => Certificate.load('x'.repeat(249))],
      [
        'an option that does not exist',
        'ERR_INVALID_ARG_VALUE',
        () => Certificate.load(path(), { allow: 1 } as never),
      ],
      [
        'an option of the wrong type',
        'ERR_INVALID_ARG_TYPE',
        () => Certificate.load(path(), { secret: 1 } as never),
      ],
      ['to save in a folder that is not there', 'ENOENT', (each) => each.save(path('none/cert'))],
      ['to save in place of a folder', 'EISDIR', (each) => each.save(path('sub'))],
      ['to save the secret in place of a folder', 'EISDIR', (each) => each.save(path('folder'))],
      [
        'to save under a path that is too long',
        'ERR_INVALID_ARG_VALUE',
        (each) => each.save('x'.repeat(249)),
      ],
      ['to save without a path', 'ERR_INVALID_ARG_TYPE', (each) => Reflect.apply(each.save, each, [])],
    ]
    for (const [what, code, call] of failures) {
      it(`rejects ${what} with ${code}`, async () => {
        for (const each of ['sub', 'folder_secret']) mkdirSync(path(each))
        writeFileSync(path('other'), 'no certificate')
        const before = readdirSync(folder())
        await assert.rejects(call(Certificate.generate()), { code })
        assert.deepEqual(readdirSync(folder()), before)
      })
    }

    it('is not there when the disk is full', async () => {
      mkdirSync(path('disk'))
      const { stdout, stderr } = await runCode(
        `import { spawnSync } from 'node:child_process'
        const inner = \`import { Certificate } from '$src/index.ts'
          import { readdirSync, writeFileSync } from 'node:fs'
          try { writeFileSync('${path('disk')}/filler', Buffer.alloc(1e6)) } catch {}
          await Certificate.generate().save('${path('disk')}/cert').catch((error) => console.log(error.code))
          console.log(readdirSync('${path('disk')}').join())\`
        const mount = 'mount -t tmpfs -o size=64k none ${path('disk')} && exec "$@"'
        const args = ['-rm', 'sh', '-c', mount, 'sh', process.execPath, '--import', 'tsx', '--input-type=module', '--eval', inner]
        const { stdout, stderr } = spawnSync('unshare', args, { encoding: 'utf8' })
        console.log(stdout + stderr)`,
      )
      assert.equal(stdout.trim(), 'ENOSPC\nfiller', stderr)
    }).timeout(30_000)

    for (const [what, old] of [
      ['there is none', ''],
      ['there was one', 'old'],
    ] as const) {
      it(`leaves the secret file as it was when the public one cannot take its place, where ${what}`, async () => {
        const { stdout, stderr } = await runCode(
          `import { spawnSync } from 'node:child_process'
          import { writeFileSync } from 'node:fs'
          for (const each of ['other', 'cert']) writeFileSync('${folder()}/' + each, 'public')
          if ('${old}') writeFileSync('${path()}_secret', '${old}', { mode: 0o600 })
          const inner = \`import { Certificate, zcert } from '$src/index.ts'
            import { existsSync, readdirSync, readFileSync } from 'node:fs'
            await Certificate.generate().save('${path()}').catch((error) => console.log(error.code))
            const certificate = zcert.new()
            try { zcert.save(certificate, '${path()}') } catch (error) { console.log(error.code) }
            zcert.destroy(certificate)
            console.log(readdirSync('${folder()}').join())
            if (existsSync('${path()}_secret')) console.log(readFileSync('${path()}_secret', 'utf8'))\`
          const mount = 'mount --bind ${path('other')} ${path()} && exec "$@"'
          const args = ['-rm', 'sh', '-c', mount, 'sh', process.execPath, '--import', 'tsx', '--input-type=module', '--eval', inner]
          const { stdout, stderr } = spawnSync('unshare', args, { encoding: 'utf8' })
          console.log(stdout + stderr)`,
        )
        const expected = old === '' ? 'EBUSY\nEBUSY\ncert,other' : 'EBUSY\nEBUSY\ncert,cert_secret,other\nold'
        assert.equal(stdout.trim(), expected, stderr)
      }).timeout(30_000)
    }

    it('is one of those that are saved at the same time, never a mixture', async () => {
      const certificates = Array.from({ length: 20 }, () => Certificate.generate({ metadata }))
      await Promise.all(certificates.map((each) => each.toPublic().save(path())))
      const found = await Certificate.load(path())
      assert.ok(certificates.some((each) => each.publicKey === found.publicKey))
      assert.deepEqual(readdirSync(folder()), ['cert'])
      assert.ok(existsSync(path()))
    })
  })
})
