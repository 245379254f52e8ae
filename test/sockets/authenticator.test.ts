import assert from 'node:assert/strict'
import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { inspect } from 'node:util'
import {
  type AuthenticationRequest,
  Authenticator,
  type AuthenticatorOptions,
  Context,
  Dealer,
  type Decision,
  Pull,
  Push,
  Router,
  types,
  zmq,
} from '../../src/index.ts'
import { runCode } from '../helpers/child.ts'
import { eventually, keysOf } from './authentication.ts'

describe('an authenticator', function () {
  this.timeout(20_000)
  let context: Context
  let authenticator: Authenticator

  beforeEach(() => {
    context = new Context()
  })

  afterEach(() => context.close())

  const make = (options: AuthenticatorOptions = {}) => {
    authenticator = new Authenticator({ context, ...options })
    return authenticator
  }

  /** A server whose clients are asked about. */
  const serve = async (options: object = {}): Promise<[Pull, string]> => {
    const server = new Pull({ context, zapDomain: 'test', linger: 0, ...options })
    return [server, await server.bind('tcp://127.0.0.1:*')]
  }

  const client = (address: string, options: object = {}): Push => {
    const push = new Push({ context, linger: 0, reconnectInterval: 50, ...options })
    push.connect(address)
    return push
  }

  /** What a message of a client tells about it; null when it is kept out. */
  const tell = async (
    options: { server?: object; client?: object },
    ...names: string[]
  ): Promise<(string | null)[] | null> => {
    const before = authenticator.counters.accepted
    const others = total(authenticator)
    const [server, address] = await serve(options.server)
    const push = client(address, options.client)
    const sent = push.send('hello', { timeout: 3000 }).catch(() => undefined)
    await eventually(() => total(authenticator) > others)
    if (authenticator.counters.accepted === before) {
      push.close()
      server.close()
      await sent
      return null
    }
    using message = await types.Message.recv(server, { timeout: 3000 })
    push.close()
    server.close()
    return names.map((name) => message.metadata(name))
  }

  const total = ({ counters }: Authenticator) =>
    counters.accepted + counters.later + counters.refused + counters.failed

  const plain = (password: string) => ({
    server: { plainServer: true },
    client: { plainUsername: 'admin', plainPassword: password },
  })

  it('lets everybody in at first, and counts', async () => {
    make()
    assert.deepEqual(await tell({}, 'User-Id'), [''])
    const { accepted, later, refused, failed, malformed, limited, missed } = authenticator.counters
    assert.deepEqual([accepted, later, refused, failed, malformed, limited, missed], [1, 0, 0, 0, 0, 0, 0])
  })

  it('keeps denied addresses out', async () => {
    make({ deny: ['192.0.2.1', '127.0.0.0/8'] })
    assert.equal(await tell({}), null)
  })

  it('tells the user of PLAIN', async () => {
    make({ plain: new Map([['admin', 'secret']]) })
    assert.deepEqual(await tell(plain('secret'), 'User-Id', 'Peer-Address'), ['admin', '127.0.0.1'])
  })

  it('keeps a wrong password out, and everybody when nobody may come in any more', async () => {
    make({ plain: new Map([['admin', 'secret']]) })
    assert.equal(await tell(plain('bogus')), null)
    authenticator.plain(null)
    assert.equal(await tell(plain('secret')), null)
  })

  it('tells the key of CURVE and what is known about it', async () => {
    const keys = keysOf()
    make({ curve: [{ publicKey: keys.publicKey, metadata: new Map([['Name', 'Jürgen']]) }] })
    assert.deepEqual(await tell(keys.options, 'User-Id', 'Name', 'Other'), [keys.publicKey, 'Jürgen', null])
  })

  it('keeps a strange key out', async () => {
    make({ curve: [zmq.curveKeypair().publicKey] })
    assert.equal(await tell(keysOf().options), null)
  })

  it('takes no file of passwords that everybody can read, unless that is asked for', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'czmq-passwords-'))
    try {
      const file = join(folder, 'passwords')
      writeFileSync(file, 'admin=secret\n', { mode: 0o644 })
      assert.throws(() => new Authenticator({ context, plain: file }), { code: 'ERR_CZMQ_EXPOSED' })
      make({})
      assert.throws(() => authenticator.plain(file), { code: 'ERR_CZMQ_EXPOSED' })
      authenticator.plain(file, { allowExposed: true })
      assert.deepEqual(await tell(plain('secret'), 'User-Id'), ['admin'])
      chmodSync(file, 0o600)
      authenticator.plain(file)
      assert.deepEqual(await tell(plain('secret'), 'User-Id'), ['admin'])
      chmodSync(file, 0o644)
      assert.equal(await tell(plain('secret')), null)
    } finally {
      rmSync(folder, { recursive: true })
    }
  })

  it('honours domains', async () => {
    make({ domain: 'other', plain: new Map([['admin', 'secret']]) })
    assert.equal(await tell(plain('secret')), null)
    authenticator.plain(new Map([['admin', 'secret']]), { domain: 'test' })
    assert.deepEqual(await tell(plain('secret'), 'User-Id'), ['admin'])
  })

  describe('with a handler', () => {
    it('asks it, and the application is told what it says', async () => {
      let asked: AuthenticationRequest | undefined
      make().use(async (request) => {
        asked = request
        return { status: 200, userId: 'somebody', metadata: { Group: 'staff' } }
      })
      assert.deepEqual(await tell(plain('secret'), 'User-Id', 'Group'), ['somebody', 'staff'])
      assert.ok(asked?.mechanism === 'PLAIN')
      const { mechanism, domain, address, username, password, accepted, userId } = asked
      assert.deepEqual(
        { mechanism, domain, address, username, password, accepted, userId },
        {
          mechanism: 'PLAIN',
          domain: 'test',
          address: '127.0.0.1',
          username: 'admin',
          password: 'secret',
          accepted: false,
          userId: 'admin',
        },
      )
      for (const shown of [inspect(asked, { depth: null }), JSON.stringify(asked)])
        assert.doesNotMatch(shown, /secret/)
    })

    it('keeps what is configured where it says nothing else', async () => {
      const keys = keysOf()
      const certificate = { publicKey: keys.publicKey, metadata: new Map([['Name', 'client']]) }
      make({ curve: [certificate] }).use(({ accepted }) => ({ status: accepted ? 200 : 400 }))
      assert.deepEqual(await tell(keys.options, 'User-Id', 'Name'), [keys.publicKey, 'client'])
    })

    it('adds its metadata to what the certificate says, which the client cannot claim instead', async () => {
      const keys = keysOf()
      const metadata = new Map([
        ['Name', 'client'],
        ['Role', 'guest'],
      ])
      make({ curve: [{ publicKey: keys.publicKey, metadata }] }).use(() => ({
        status: 200,
        metadata: { Group: 'staff', Name: 'other' },
      }))
      assert.deepEqual(await tell(keys.options, 'Group', 'Name', 'Role'), ['staff', 'other', 'guest'])
    })

    it('does not ask it about what the addresses or the configuration keep out', async () => {
      let asked = 0
      make({ plain: new Map([['admin', 'secret']]) }).use(() => {
        asked++
        return { status: 200 }
      })
      assert.equal(await tell(plain('bogus')), null)
      authenticator.deny('127.0.0.1')
      assert.equal(await tell({}), null)
      assert.equal(asked, 0)
    })

    for (const [what, handler, counter] of [
      ['300', () => ({ status: 300 }), 'later'],
      ['400', () => ({ status: 400 }), 'refused'],
      ['500', () => ({ status: 500 }), 'failed'],
      [
        'an exception',
        () => {
          throw new Error('boom')
        },
        'failed',
      ],
      ['a rejection', async () => Promise.reject(new Error('boom')), 'failed'],
      ['nothing', () => undefined, 'failed'],
      ['a status that does not exist', () => ({ status: 201 }), 'failed'],
      ['a misspelt user', () => ({ status: 200, userID: 'bob' }), 'failed'],
      ['a user with NUL', () => ({ status: 200, userId: 'a\0b' }), 'failed'],
      ['metadata with a bad name', () => ({ status: 200, metadata: { 'a b': 'c' } }), 'failed'],
      ['metadata with a bad value', () => ({ status: 200, metadata: { a: 1 } }), 'failed'],
      ['more metadata than fits', () => ({ status: 200, metadata: { a: 'x'.repeat(70_000) } }), 'failed'],
    ] as const) {
      it(`keeps the client out over ${what}`, async () => {
        make().use(handler as never)
        assert.equal(await tell({}), null)
        assert.ok(authenticator.counters[counter] > 0)
      })
    }

    it('puts the client off when it takes too long', async () => {
      make().use(() => new Promise(() => {}), { timeout: 20 })
      assert.equal(await tell({}), null)
      assert.ok(authenticator.counters.later > 0)
    })

    it('puts clients off that are too many at once', async () => {
      make({ limits: { pending: 1 } }).use(() => new Promise(() => {}))
      const [server, address] = await serve()
      const clients = [client(address), client(address), client(address)]
      await eventually(() => authenticator.counters.limited > 0)
      assert.equal(authenticator.counters.accepted, 0)
      for (const each of [server, ...clients]) each.close()
    })

    it('is asked no more when it is taken away', async () => {
      make().use(() => ({ status: 400 }))
      assert.equal(await tell({}), null)
      authenticator.use(null)
      assert.deepEqual(await tell({}, 'User-Id'), [''])
    })
  })

  it('puts addresses off that ask too often', async () => {
    make({ limits: { rate: 1 } })
    const [server, address] = await serve()
    const clients = [client(address), client(address), client(address)]
    await eventually(() => authenticator.counters.limited > 1)
    assert.ok(authenticator.counters.accepted >= 1)
    for (const each of [server, ...clients]) each.close()
  })

  it('has no address for clients by ipc: none is denied, and with the first that is allowed they stay out', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'czmq-ipc-'))
    try {
      const addresses: string[] = []
      make({ deny: ['0.0.0.0/0', '::/0'] }).use(({ address }) => {
        addresses.push(address)
        return { status: 200 }
      })
      const server = new Pull({ context, zapDomain: 'test', linger: 0 })
      await server.bind(`ipc://${folder}/socket`)
      client(server.lastEndpoint ?? '')
      await eventually(() => authenticator.counters.accepted === 1)
      if (process.platform === 'linux')
        assert.deepEqual(addresses, [`localhost:${process.getuid?.()}:${process.getgid?.()}:${process.pid}`])
      for (const each of ['0.0.0.0/0', '::/0']) authenticator.allow(each)
      client(server.lastEndpoint ?? '')
      await eventually(() => authenticator.counters.refused > 0)
      assert.equal(addresses.length, 1)
      server.close()
    } finally {
      rmSync(folder, { recursive: true })
    }
  })

  it('tells of every decision, without secrets', async () => {
    make({ plain: new Map([['admin', 'secret']]) })
    const decisions = authenticator[Symbol.asyncIterator]()
    await tell(plain('secret'))
    const server = new Router({ context, plainServer: true, routingId: 'me' })
    const address = await server.bind('tcp://127.0.0.1:*')
    const bogus = new Dealer({ context, linger: 0, plainUsername: 'admin', plainPassword: 'bogus' })
    bogus.connect(address)
    const [first, second] = [(await decisions.next()).value, (await decisions.next()).value]
    assert.ok(first && second)
    assert.deepEqual(
      [first.status, first.userId, first.mechanism, first.address, first.domain],
      [200, 'admin', 'PLAIN', '127.0.0.1', 'test'],
    )
    assert.deepEqual([second.status, second.userId, String(second.routingId)], [400, '', 'me'])
    assert.doesNotMatch(inspect([first, second], { depth: null, showHidden: true }), /secret|bogus/)
    bogus.close()
    server.close()
    await decisions.return?.()
  })

  it('tells the public key of whoever came with CURVE, let in or kept out', async () => {
    const [known, unknown] = [keysOf(), keysOf()]
    make({ curve: [known.publicKey] })
    const decisions = authenticator[Symbol.asyncIterator]()
    const told = async () => {
      const { value } = await decisions.next()
      return [value?.status, value?.mechanism, value?.publicKey]
    }
    await tell(unknown.options)
    assert.deepEqual(await told(), [400, 'CURVE', unknown.publicKey])
    await tell(known.options)
    assert.deepEqual(await told(), [200, 'CURVE', known.publicKey])
    await tell({})
    assert.deepEqual(await told(), [200, 'NULL', null])
    await decisions.return?.()
  })

  it('tells what a handler has thrown', async () => {
    const error = new Error('boom')
    make().use(() => {
      throw error
    })
    const decisions = authenticator[Symbol.asyncIterator]()
    await tell({})
    const { value } = await decisions.next()
    assert.equal(value?.status, 500)
    assert.equal(value?.error, error)
    await decisions.return?.()
  })

  it('ends iterations when it is closed, or its context', async () => {
    for (const close of [() => authenticator.close(), () => context.close()]) {
      make()
      const seen: Decision[] = []
      const reading = (async () => {
        for await (const each of authenticator) seen.push(each)
      })()
      setImmediate(close)
      await reading
      assert.ok(authenticator.closed)
    }
  })

  it('is refused where there is one, and works again when that is closed', () => {
    make()
    assert.throws(() => new Authenticator({ context }), { code: 'EADDRINUSE' })
    authenticator.close()
    assert.ok(authenticator.closed)
    authenticator.close()
    make()
  })

  it('is one for each context', async () => {
    const other = new Context()
    const denying = new Authenticator({ context: other, deny: '127.0.0.1' })
    make()
    assert.deepEqual(await tell({}, 'User-Id'), [''])
    assert.equal(denying.counters.refused, 0)
    other.close()
    assert.ok(denying.closed)
  })

  it('ends with a block that uses it', async () => {
    {
      await using made = make()
      assert.equal(inspect(made), 'Authenticator { open }')
    }
    assert.equal(inspect(authenticator), 'Authenticator { closed }')
  })

  it('lives as long as its context, although nobody refers to it', async () => {
    const { stdout, stderr } = await runCode(
      `import { Authenticator, Context, liveHandles } from '$src/index.ts'
      let context = new Context()
      const make = () => void new Authenticator({ context }).use(() => ({ status: 200 }))
      make()
      const collect = async () => { for (let i = 0; i < 20; i++) { gc(); await new Promise(setImmediate) } }
      await collect()
      console.log(liveHandles('zauth'))
      context = null
      await collect()
      console.log(liveHandles('zauth'), liveHandles('zctx'))`,
      { execArgv: ['--expose-gc'] },
    )
    assert.deepEqual({ stdout, stderr }, { stdout: '1\n0 0\n', stderr: '' })
  })

  it('throws when it is used after it was closed', () => {
    make().close()
    for (const call of [
      () => authenticator.allow('127.0.0.1'),
      () => authenticator.deny('127.0.0.1'),
      () => authenticator.plain(null),
      () => authenticator.curve('*'),
      () => authenticator.use(null),
      () => authenticator.limit({}),
    ])
      assert.throws(call, { code: 'ERR_CZMQ_DESTROYED' })
  })

  it('refuses what makes no sense, and leaves nothing behind', () => {
    for (const options of [
      null,
      7,
      { contxt: context },
      { context: {} },
      { context, domain: 7 },
      { context, domain: 'x'.repeat(256) },
      { context, allow: 'localhost' },
      { context, deny: '10.0.0.0/33' },
      { context, deny: [7] },
      { context, allow: 7 },
      { context, allow: [] },
      { context, allow: new Set<string>() },
      { context, plain: '' },
      { context, plain: new Map([['a', 7]]) },
      { context, plain: new Map([['a', 'x'.repeat(256)]]) },
      { context, curve: [7] },
      { context, curve: ['short'] },
      { context, curve: [{ publicKey: 'short' }] },
      { context, curve: zmq.curveKeypair().publicKey },
      { context, limits: { rate: 0 } },
      { context, limits: { rat: 1 } },
    ])
      assert.throws(() => new Authenticator(options as AuthenticatorOptions), /argument/, inspect(options))
    make()
    assert.throws(() => authenticator.use(7 as never), { code: 'ERR_INVALID_ARG_TYPE' })
    assert.throws(() => authenticator.use(null, { timeout: 0 }), { code: 'ERR_OUT_OF_RANGE' })
    assert.throws(() => authenticator.plain(null, { domian: 'x' } as never), {
      code: 'ERR_INVALID_ARG_VALUE',
    })
  })
})
