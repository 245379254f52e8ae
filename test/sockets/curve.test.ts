import assert from 'node:assert/strict'
import { execFileSync } from 'node:child_process'
import { chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { inspect } from 'node:util'
import {
  Authenticator,
  Certificate,
  CertificateStore,
  Context,
  type CurveClientOptions,
  type CurveServerOptions,
  curveClient,
  curveServer,
  Pull,
  Push,
  types,
} from '../../src/index.ts'
import { runCode } from '../helpers/child.ts'
import { eventually } from './authentication.ts'

describe('a server and a client of CURVE', function () {
  this.timeout(20_000)
  const own = Certificate.generate({ metadata: { Name: 'server' } })
  const known = Certificate.generate({ metadata: { Name: 'Jürgen' } })
  const stranger = Certificate.generate()
  let context: Context
  let folder: string
  /** One that nobody refers to would be closed. */
  let clients: Push[] = []

  beforeEach(() => {
    context = new Context()
    folder = mkdtempSync(join(tmpdir(), 'czmq-curve-'))
  })

  afterEach(() => {
    context.close()
    clients = []
    rmSync(folder, { recursive: true })
  })

  const serve = async (
    allow: CurveServerOptions['allow'],
    certificate: CurveServerOptions['certificate'] = own,
  ) => {
    const server = new Pull({ context, linger: 0 })
    const authenticator = curveServer(server, { certificate, allow })
    return { server, authenticator, address: await server.bind('tcp://127.0.0.1:*') }
  }

  const connect = (address: string, options: Partial<CurveClientOptions> = {}) => {
    const client = new Push({ context, linger: 0, reconnectInterval: 50 })
    curveClient(client, { serverKey: own.publicKey, certificate: known, ...options })
    client.connect(address)
    clients.push(client)
    return client
  }

  /** What the server is told about a client that gets in. */
  const nameOf = async (server: Pull, client: Push, ...properties: string[]) => {
    await client.send('hello')
    using message = await types.Message.recv(server, { timeout: 5000 })
    return properties.map((each) => message.metadata(each))
  }

  it('exchange messages, and the server is told whose they are', async () => {
    const { server, address } = await serve([known])
    assert.deepEqual(await nameOf(server, connect(address), 'User-Id', 'Name'), [known.publicKey, 'Jürgen'])
  })

  it('keep a stranger out', async () => {
    const { authenticator, address } = await serve([known])
    connect(address, { certificate: stranger })
    await eventually(() => authenticator.counters.refused > 0)
    assert.equal(authenticator.counters.accepted, 0)
  })

  it('keep a client without CURVE out', async () => {
    const { server, authenticator, address } = await serve('*')
    const client = new Push({ context, linger: 0, reconnectInterval: 50 })
    const refused = server.events.receive()
    client.connect(address)
    assert.equal((await refused).type, 'accept')
    let type = ''
    while (!type.startsWith('handshake:error')) ({ type } = await server.events.receive({ timeout: 5000 }))
    assert.deepEqual([authenticator.counters.accepted, server.tryReceive()], [0, null])
  })

  it('do not meet when the client knows another server', async () => {
    const { server, authenticator, address } = await serve('*')
    server.events
    connect(address, { serverKey: stranger.publicKey })
    let type = ''
    while (!type.startsWith('handshake:error')) ({ type } = await server.events.receive({ timeout: 5000 }))
    assert.equal(authenticator.counters.accepted, 0)
  })

  it('let everybody in who knows the server, with keys of their own', async () => {
    const { server, address } = await serve('*')
    const [userId] = await nameOf(server, connect(address, { certificate: undefined }), 'User-Id')
    assert.match(userId ?? '', /^.{40}$/)
    assert.notEqual(userId, known.publicKey)
  })

  it('read certificates from files, and whoever is removed stays out', async () => {
    await own.save(join(folder, 'server'))
    await own.toPublic().save(join(folder, 'server-public'))
    await known.save(join(folder, 'client'))
    mkdirSync(join(folder, 'clients'))
    await known.toPublic().save(join(folder, 'clients', 'known'))
    const { server, authenticator, address } = await serve(join(folder, 'clients'), join(folder, 'server'))
    const files = { serverKey: join(folder, 'server-public'), certificate: join(folder, 'client') }
    const client = connect(address, files)
    assert.deepEqual(await nameOf(server, client, 'Name'), ['Jürgen'])
    client.close()
    rmSync(join(folder, 'clients', 'known'))
    connect(address, files)
    await eventually(() => authenticator.counters.refused > 0)
    await known.toPublic().save(join(folder, 'clients', 'again'))
    // libzmq does not try again after a refusal
    connect(address, files)
    await eventually(() => authenticator.counters.accepted > 1)
  })

  it('read certificates whose paths look like keys', async () => {
    const path = (name: string) => `${folder}/${name}`.padEnd(40, 'x')
    assert.equal(path('s').length, 40)
    await own.save(path('s'))
    await own.toPublic().save(path('p'))
    rmSync(path('s'))
    const { server, address } = await serve('*', path('s'))
    assert.deepEqual(await nameOf(server, connect(address, { serverKey: path('p') }), 'User-Id'), [
      known.publicKey,
    ])
  })

  it('follow a store', async () => {
    const store = new CertificateStore(join(folder, 'clients'))
    await store.add(known)
    const { server, authenticator, address } = await serve(store)
    assert.deepEqual(await nameOf(server, connect(address), 'Name'), ['Jürgen'])
    await store.remove(known.publicKey)
    connect(address)
    await eventually(() => authenticator.counters.refused > 0)
    assert.throws(() => authenticator.curve(new CertificateStore()), { code: 'ERR_INVALID_ARG_VALUE' })
    authenticator.curve(await store.list())
  })

  it('are independent of other servers in the context', async () => {
    const [first, second] = [await serve([known]), await serve([stranger])]
    assert.equal(first.authenticator, second.authenticator)
    assert.deepEqual(await nameOf(first.server, connect(first.address), 'Name'), ['Jürgen'])
    connect(second.address)
    await eventually(() => first.authenticator.counters.refused > 0)
    const friend = connect(second.address, { certificate: stranger })
    assert.deepEqual(await nameOf(second.server, friend, 'User-Id'), [stranger.publicKey])
    first.server.close()
    second.server.close()
  })

  it('take a domain that the socket has, and keys as bytes', async () => {
    const server = new Pull({ context, zapDomain: 'mine' })
    const authenticator = curveServer(server, { certificate: own, allow: [] })
    const address = await server.bind('tcp://127.0.0.1:*')
    authenticator.curve([known.publicKey], { domain: 'mine' })
    const client = connect(address, { serverKey: own.publicKeyBytes })
    assert.deepEqual(await nameOf(server, client, 'User-Id'), [known.publicKey])
  })

  it('meet no more when the authenticator is closed', async () => {
    const { server, authenticator, address } = await serve('*')
    authenticator.close()
    server.events
    connect(address)
    let type = ''
    while (!type.startsWith('handshake:error')) ({ type } = await server.events.receive({ timeout: 5000 }))
  })

  it('do not meet by what a later authenticator says for all domains, only by what it says for this one', async () => {
    const { server, authenticator, address } = await serve([known])
    authenticator.close()
    const later = new Authenticator({ context, curve: '*' }).use(() => ({ status: 200 }))
    await serve('*')
    connect(address, { certificate: stranger })
    await eventually(() => later.counters.refused > 0)
    assert.equal(later.counters.accepted, 0)
    later.curve([known], { domain: server.zapDomain ?? '' })
    assert.deepEqual(await nameOf(server, connect(address), 'Name'), ['Jürgen'])
  })

  it('have domains that cannot be guessed', async () => {
    const domains = [await serve('*'), await serve('*')].map(({ server }) => server.zapDomain)
    for (const each of domains)
      assert.match(each ?? '', /^czmq\.private\.[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/)
    assert.equal(new Set(domains).size, 2)
  })

  describe('refuse', () => {
    const asServer = (options: unknown) => () => {
      using socket = new Pull({ context })
      curveServer(socket, options as CurveServerOptions)
    }
    const asClient = (options: unknown) => () => {
      using socket = new Push({ context })
      curveClient(socket, options as CurveClientOptions)
    }
    const invalid = 'ERR_INVALID_ARG_VALUE'

    it('what is no socket, or no longer one', () => {
      assert.throws(() => curveServer({} as Pull, { certificate: own, allow: '*' }), {
        code: 'ERR_INVALID_ARG_TYPE',
      })
      const socket = new Pull({ context })
      socket.close()
      assert.throws(() => curveServer(socket, { certificate: own, allow: '*' }), { code: 'EBADF' })
    })

    it('a socket that is bound, connected, or has a mechanism', async () => {
      using bound = new Pull({ context })
      const address = await bound.bind('tcp://127.0.0.1:*')
      assert.throws(() => curveServer(bound, { certificate: own, allow: '*' }), { code: 'EBUSY' })
      using connected = new Push({ context, linger: 0 })
      connected.connect(address)
      assert.throws(() => curveClient(connected, { serverKey: own.publicKey }), { code: 'EBUSY' })
      using plain = new Pull({ context, plainServer: true })
      assert.throws(() => curveServer(plain, { certificate: own, allow: '*' }), { code: invalid })
    })

    it('the domain that means all, of which other sockets would have the clients, too', () => {
      using all = new Pull({ context, zapDomain: '*' })
      assert.throws(() => curveServer(all, { certificate: own, allow: '*' }), { code: invalid })
    })

    it('nobody to allow, and misspelt options', () => {
      assert.throws(asServer({ certificate: own }), { code: 'ERR_INVALID_ARG_TYPE' })
      assert.throws(asServer({ certificate: own, allow: '*', alow: '*' }), { code: invalid })
      assert.throws(asClient({ serverkey: own.publicKey }), { code: invalid })
      assert.throws(asClient(null), { code: 'ERR_INVALID_ARG_TYPE' })
    })

    it('certificates without a secret key, and keys that do not belong together', () => {
      assert.throws(asServer({ certificate: own.toPublic(), allow: '*' }), { code: invalid })
      assert.throws(asServer({ certificate: own.publicKey, allow: '*' }), { code: invalid })
      const swapped = { publicKey: own.secretKey, secretKey: own.publicKey }
      assert.throws(asServer({ certificate: swapped, allow: '*' }), { code: invalid })
      assert.throws(asServer({ certificate: { publicKey: 7, secretKey: 8 }, allow: '*' }), {
        code: 'ERR_INVALID_ARG_TYPE',
      })
      assert.throws(asServer({ certificate: 7, allow: '*' }), { code: 'ERR_INVALID_ARG_TYPE' })
    })

    it('a secret key in the place of the public one', async () => {
      assert.throws(asClient({ serverKey: own }), { code: invalid })
      assert.throws(asClient({ serverKey: known.secretKey, certificate: known }), { code: invalid })
      // The curve has a quarter of all secret keys as well
      const secrets = Array.from({ length: 50 }, () => Certificate.generate().secretKey ?? '')
      const refusals = secrets.map((serverKey) => {
        try {
          asClient({ serverKey })()
          return null
        } catch (error) {
          return String(error)
        }
      })
      const refused = refusals.filter((each) => each !== null)
      assert.ok(refused.length > 20, `${refused.length} of 50`)
      for (const secret of secrets) assert.ok(!refused.some((each) => each.includes(secret)))
      await own.save(join(folder, 'server'))
      assert.throws(asClient({ serverKey: join(folder, 'server_secret') }), { code: invalid })
    })

    it('what is no key', () => {
      for (const serverKey of ['0'.repeat(40), Buffer.alloc(31), { publicKey: 'short' }])
        assert.throws(asClient({ serverKey }), { code: invalid })
      for (const serverKey of [undefined, null, 7, {}])
        assert.throws(asClient({ serverKey }), { code: 'ERR_INVALID_ARG_TYPE' })
    })

    it('keys in quotes, as bytes in hexadecimal, and in whole files, without showing them', () => {
      const secret = own.secretKey ?? ''
      for (const text of [
        `"${secret}"`,
        `'${secret}'`,
        `secret-key = "${secret}"`,
        `curve\n  secret-key = "${secret}"\n`,
      ]) {
        for (const attempt of [
          asClient({ serverKey: text }),
          asClient({ serverKey: own.publicKey, certificate: text }),
          asServer({ certificate: own, allow: text }),
        ])
          assert.throws(attempt, (error: Error) => !inspect(error).includes(secret.slice(0, 20)))
      }
      assert.throws(asClient({ serverKey: own.publicKey, certificate: 'ab'.repeat(32) }), { code: invalid })
    })

    it('files that are not there, are something else, or that everybody can read', async () => {
      const path = join(folder, 'server')
      assert.throws(asServer({ certificate: path, allow: '*' }), { code: 'ENOENT' })
      assert.throws(asClient({ serverKey: path }), { code: 'ENOENT' })
      assert.throws(asServer({ certificate: own, allow: path }), { code: 'ENOENT' })
      assert.throws(asServer({ certificate: folder, allow: '*' }), { code: 'EISDIR' })
      writeFileSync(path, 'something else')
      assert.throws(asServer({ certificate: path, allow: '*' }), { code: 'EBADMSG' })
      assert.throws(asServer({ certificate: own, allow: path }), { code: 'ENOTDIR' })
      await own.save(path)
      chmodSync(`${path}_secret`, 0o644)
      assert.throws(asServer({ certificate: path, allow: '*' }), { code: 'ERR_CZMQ_EXPOSED' })
      assert.throws(asClient({ serverKey: own.publicKey, certificate: path }), { code: 'ERR_CZMQ_EXPOSED' })
    })

    it('without showing a key', async () => {
      const { publicKey, secretKey } = own
      const swapped = { publicKey: secretKey, secretKey: publicKey }
      for (const call of [
        asServer({ certificate: swapped, allow: '*' }),
        asServer({ certificate: secretKey, allow: '*' }),
        asServer({ certificate: own, allow: secretKey }),
        asServer({ certificate: secretKey?.slice(1), allow: '*' }),
        asServer({ certificate: own, allow: `${secretKey}\n` }),
        asClient({ serverKey: ` ${secretKey}` }),
        asClient({ serverKey: own }),
        asClient({ serverKey: secretKey, certificate: own }),
      ])
        assert.throws(
          call,
          (error) => !inspect(error, { depth: null, showHidden: true }).includes(secretKey ?? ''),
        )
    })

    it('to go on without CURVE in libzmq', async () => {
      const source = join(folder, 'without.c')
      const library = join(folder, 'without.so')
      writeFileSync(source, 'int zmq_has(const char *name) { return 0; }\n')
      execFileSync('cc', ['-shared', '-fPIC', '-o', library, source, '-Wl,--no-as-needed', '-lczmq', '-lzmq'])
      const { code, stdout, stderr } = await runCode(
        `import { Pull, curveServer } from '$src/index.ts'
        try { curveServer(new Pull(), { certificate: { publicKey: 'a', secretKey: 'b' }, allow: '*' }) }
        catch (error) { console.log(error.code) }`,
        { env: { CZMQ_LIBRARY: library } },
      )
      assert.deepEqual({ code, stdout, stderr }, { code: 0, stdout: 'ENOTSUP\n', stderr: '' })
    })
  })
})
