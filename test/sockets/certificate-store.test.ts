import assert from 'node:assert/strict'
import {
  chmodSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'
import { inspect } from 'node:util'
import { Certificate, type CertificateChange, CertificateStore } from '../../src/index.ts'
import { runCode } from '../helpers/child.ts'
import { freshFolder } from '../helpers/folder.ts'
import { lookupInC, saveInC } from '../zcert/peer.ts'

const named = (name: string) => Certificate.generate({ metadata: { name } })
const namesIn = (certificates: Certificate[]) => certificates.map((each) => each.metadata.get('name')).sort()

describe('CertificateStore', () => {
  const folder = freshFolder()
  const path = (name: string) => join(folder(), name)
  const kinds: [string, () => CertificateStore][] = [
    ['in memory', () => new CertificateStore()],
    ['of a directory', () => new CertificateStore(path('certs'))],
  ]

  for (const [kind, make] of kinds) {
    describe(kind, () => {
      it('has what was added, without secret keys', async () => {
        const store = make()
        const [joe, eve] = [named('Joe'), named('Eve')]
        assert.equal(await store.lookup(joe.publicKey), null)
        assert.deepEqual(await store.list(), [])
        await Promise.all([store.add(joe), store.add(eve)])
        const found = await store.lookup(joe.publicKey)
        assert.deepEqual([found?.publicKey, found?.secretKey], [joe.publicKey, null])
        assert.deepEqual(found?.metadata, joe.metadata)
        assert.deepEqual(namesIn(await store.list()), ['Eve', 'Joe'])
        const each: Certificate[] = []
        for await (const certificate of store) each.push(certificate)
        assert.deepEqual(namesIn(each), ['Eve', 'Joe'])
        assert.deepEqual(await store.problems(), [])
      })

      it('loses what is removed', async () => {
        const store = make()
        const [joe, eve] = [named('Joe'), named('Eve')]
        await store.add(joe)
        await store.add(eve)
        assert.equal(await store.remove(joe.publicKey), true)
        assert.equal(await store.remove(joe.publicKey), false)
        assert.equal(await store.lookup(joe.publicKey), null)
        assert.deepEqual(namesIn(await store.list()), ['Eve'])
        await store.add(joe.withMetadata({ name: 'Joe again' }))
        assert.deepEqual(namesIn(await store.list()), ['Eve', 'Joe again'])
      })

      it('refuses a key that it has, also when two come at once', async () => {
        const store = make()
        const joe = named('Joe')
        const outcomes = await Promise.allSettled([
          store.add(joe),
          store.add(joe.withMetadata({ name: 'Eve' })),
        ])
        assert.deepEqual(
          outcomes.map((each) => each.status),
          ['fulfilled', 'rejected'],
        )
        await assert.rejects(store.add(joe), { name: 'CzmqError', code: 'EEXIST' })
        assert.deepEqual(namesIn(await store.list()), ['Joe'])
      })

      it('tells what is there, and what happens', async () => {
        const store = make()
        const joe = named('Joe')
        await store.add(joe)
        const changes = store.changes({ interval: 1 })
        const next = async () => {
          const { type, certificate } = (await changes.next()).value as CertificateChange
          return `${type} ${certificate.metadata.get('name')}`
        }
        assert.equal(await next(), 'added Joe')
        await store.add(named('Eve'))
        assert.equal(await next(), 'added Eve')
        await store.remove(joe.publicKey)
        assert.equal(await next(), 'removed Joe')
        await store.add(joe.withMetadata({ name: 'Joseph' }))
        assert.equal(await next(), 'added Joseph')
        await changes.return(undefined)
        assert.equal((await changes.next()).done, true)
      })

      it('stops telling when a signal comes', async () => {
        const store = make()
        await store.add(named('Joe'))
        const controller = new AbortController()
        const reason = new Error('enough')
        const changes = store.changes({ interval: 1_000_000, signal: controller.signal })
        await changes.next()
        const waiting = changes.next()
        setImmediate(() => controller.abort(reason))
        await assert.rejects(waiting, reason)
        await assert.rejects(store.changes({ signal: controller.signal }).next(), reason)
      })

      it('refuses what is no certificate, no key and no option', async () => {
        const store = make()
        const joe = named('Joe')
        const type = { code: 'ERR_INVALID_ARG_TYPE' }
        const value = { code: 'ERR_INVALID_ARG_VALUE' }
        const copy = { publicKey: joe.publicKey, metadata: joe.metadata }
        for (const wrong of [undefined, null, 'x', copy, Object.create(joe), new Proxy(joe, {})])
          await assert.rejects(store.add(wrong as never), type)
        for (const wrong of ['', 'x', '~'.repeat(40)]) {
          await assert.rejects(store.lookup(wrong), value)
          await assert.rejects(store.remove(wrong), value)
        }
        await assert.rejects(store.lookup(undefined as never), type)
        await assert.rejects(store.add(joe, { nam: 'x' } as never), value)
        await assert.rejects(store.add(joe, null as never), type)
        assert.throws(() => store.changes({ interval: 0 }), { code: 'ERR_OUT_OF_RANGE' })
        assert.throws(() => store.changes({ signal: {} as never }), type)
        assert.deepEqual(await store.list(), [])
      })

      it('is shown without its content', async () => {
        const store = make()
        const joe = named('Joe')
        await store.add(joe)
        assert.ok(!inspect(store, { depth: 9, showHidden: true }).includes(joe.secretKey ?? ''))
      })
    })
  }

  describe('and its directory', () => {
    it('is made by the first certificate', async () => {
      const store = new CertificateStore(path('a/b'))
      assert.equal(store.directory, path('a/b'))
      assert.equal(new CertificateStore().directory, null)
      await store.add(named('Joe'), { name: 'joe.txt' })
      assert.deepEqual(readdirSync(path('a/b')), ['joe.txt'])
    })

    it('is one for C, too', async () => {
      const store = new CertificateStore(folder())
      const joe = named('Joe')
      await store.add(joe)
      assert.deepEqual(lookupInC(folder(), joe.publicKey).metadata, { name: 'Joe' })
      const eve = saveInC(path('eve'), { name: 'Eve' })
      const found = await store.lookup(eve.publicKey)
      assert.deepEqual([found?.metadata.get('name'), found?.secretKey], ['Eve', null])
    }).timeout(30_000)

    it('may change at any time', async () => {
      const store = new CertificateStore(folder())
      const [joe, eve] = [named('Joe'), named('Eve')]
      await joe.toPublic().save(path('one'))
      assert.deepEqual(namesIn(await store.list()), ['Joe'])
      await eve.toPublic().save(path('one'))
      assert.deepEqual(namesIn(await store.list()), ['Eve'])
      mkdirSync(path('sub'))
      renameSync(path('one'), path('sub/one'))
      assert.deepEqual(namesIn(await store.list()), ['Eve'])
      writeFileSync(path('sub/one'), readFileSync(path('sub/one'), 'utf8').replace('Eve', 'Eva'))
      assert.deepEqual(namesIn(await store.list()), ['Eva'])
      rmSync(path('sub'), { recursive: true })
      assert.deepEqual(await store.list(), [])
      rmSync(folder(), { recursive: true })
      assert.deepEqual(await store.list(), [])
    })

    it('tells of changed metadata', async () => {
      const store = new CertificateStore(folder())
      const joe = named('Joe')
      await joe.toPublic().save(path('joe'))
      const changes = store.changes({ interval: 1 })
      await changes.next()
      await joe.toPublic().withMetadata({ name: 'Joseph' }).save(path('joe'))
      const { value } = await changes.next()
      assert.deepEqual([value?.type, value?.certificate.metadata.get('name')], ['changed', 'Joseph'])
      await changes.return(undefined)
    })

    it('loses all files with a key that is removed, in the directories below, too', async () => {
      const store = new CertificateStore(folder())
      const joe = named('Joe')
      mkdirSync(path('sub'))
      await joe.toPublic().save(path('a'))
      await joe.save(path('sub/b'))
      assert.equal(await store.remove(joe.publicKey), true)
      assert.deepEqual(readdirSync(folder(), { recursive: true }).sort(), ['sub', 'sub/b_secret'])
      assert.throws(() => lookupInC(folder(), joe.publicKey), { status: 3 })
    }).timeout(30_000)

    it('has problems with what is no certificate', async () => {
      const store = new CertificateStore(folder())
      await named('Joe').toPublic().save(path('joe'))
      writeFileSync(path('notes'), 'remember the milk')
      symlinkSync('.', path('loop'))
      symlinkSync('nowhere', path('broken'))
      writeFileSync(path('.hidden'), 'x')
      writeFileSync(path('x_secret'), 'x')
      const problems = await store.problems()
      const codes = problems.map(({ path: file, error }) => [file, (error as NodeJS.ErrnoException).code])
      assert.deepEqual(codes, [
        [path('loop'), 'EISDIR'],
        [path('notes'), 'EBADMSG'],
      ])
      assert.deepEqual(namesIn(await store.list()), ['Joe'])
    })

    const names = [
      '',
      '.',
      '..',
      '../x',
      '/tmp/x',
      'a/b',
      'a\\b',
      '.hidden',
      'x_secret',
      'a\0',
      'a\nb',
      'é',
      'x'.repeat(201),
    ]
    for (const name of names) {
      it(`has no file named ${JSON.stringify(name).slice(0, 30)}`, async () => {
        const store = new CertificateStore(path('certs'))
        await assert.rejects(store.add(named('Joe'), { name }), { code: 'ERR_INVALID_ARG_VALUE' })
        assert.deepEqual(readdirSync(folder()), [])
      })
    }

    it('never loses a file to another certificate of the same name', async () => {
      const store = new CertificateStore(folder())
      const joe = named('Joe')
      await store.add(joe, { name: 'user@example.org' })
      await assert.rejects(store.add(named('Eve'), { name: 'user@example.org' }), { code: 'EEXIST' })
      writeFileSync(path('other'), 'something else')
      await assert.rejects(store.add(named('Eve'), { name: 'other' }), { code: 'EEXIST' })
      assert.equal(readFileSync(path('other'), 'utf8'), 'something else')
      assert.deepEqual(readdirSync(folder()).sort(), ['other', 'user@example.org'])
      assert.deepEqual(namesIn(await store.list()), ['Joe'])
    })

    it('rejects when it is no directory', async () => {
      writeFileSync(path('file'), 'x')
      const store = new CertificateStore(path('file'))
      for (const call of [
        store.list(),
        store.lookup('1'.repeat(40)),
        store.add(named('Joe')),
        store.problems(),
      ])
        await assert.rejects(call, { name: 'CzmqError', code: /ENOTDIR|EEXIST/ })
      await assert.rejects(store.changes().next(), { code: 'ENOTDIR' })
      assert.throws(() => new CertificateStore(''), { code: 'ERR_INVALID_ARG_VALUE' })
    })

    it('rejects with EACCES what it may not do, and has a problem with a folder that it may not read', async () => {
      mkdirSync(path('closed'))
      await named('Joe').toPublic().save(path('joe'))
      chmodSync(folder(), 0o755)
      chmodSync(path('closed'), 0o700)
      const { stdout, stderr } = await runCode(
        `import { Certificate, CertificateStore } from '$src/index.ts'
        import { chmodSync } from 'node:fs'
        const certificate = Certificate.generate()
        const [open, closed] = [new CertificateStore('${folder()}'), new CertificateStore('${path('closed')}')]
        const code = (error) => console.log(error.code)
        await open.problems()
        if (process.getuid() === 0) process.setuid(65534)
        else for (const [each, mode] of [['${path('closed')}', 0], ['${folder()}', 0o555]]) chmodSync(each, mode)
        await open.add(certificate).catch(code)
        await closed.list().catch(code)
        const [{ path, error }] = await open.problems()
        console.log(path, error.code, (await open.list()).length)
        await open.remove((await open.list())[0].publicKey).catch(code)`,
      )
      assert.equal(stdout, `EACCES\nEACCES\n${path('closed')} EACCES 1\nEACCES\n`, stderr)
      chmodSync(folder(), 0o755)
      chmodSync(path('closed'), 0o755)
      assert.ok(existsSync(path('joe')))
    }).timeout(30_000)

    it('serves many calls at once, and each sees what was there when it was made', async () => {
      const store = new CertificateStore(folder())
      const early: Promise<unknown>[] = []
      for (let round = 0; round < 50; round++) {
        const joe = named('Joe')
        early.push(...Array.from({ length: 5 }, () => store.lookup(joe.publicKey)))
        await joe.toPublic().save(path('joe'))
        const late = await Promise.all(Array.from({ length: 5 }, () => store.lookup(joe.publicKey)))
        assert.ok(late.every((each) => each?.publicKey === joe.publicKey))
        assert.equal((await store.list()).length, 1)
      }
      await Promise.all(early)
    })
  })

  it('keeps the process alive only while somebody waits for changes', async () => {
    const { code, stdout } = await runCode(
      `import { CertificateStore } from '$src/index.ts'
      const store = new CertificateStore('${path('certs')}')
      const changes = store.changes({ interval: 5 })
      const controller = new AbortController()
      const rest = store.changes({ interval: 5, signal: controller.signal })
      setTimeout(() => controller.abort(), 50)
      await rest.next().catch((error) => console.log(error.name))`,
    )
    assert.deepEqual([code, stdout], [0, 'AbortError\n'])
  }).timeout(30_000)
})
