import assert from 'node:assert/strict'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { keyBytes } from '../../src/curve-keys.ts'
import {
  Authenticator,
  Certificate,
  Context,
  type Dealer,
  type EventType,
  Pull,
  Push,
} from '../../src/index.ts'
import { freshFolder } from '../helpers/folder.ts'
import { eventually } from '../sockets/authentication.ts'
import { keysFrom } from './box.ts'
import { CurvePeer } from './curve-peer.ts'
import { Peer } from './peer.ts'
import { Random } from './random.ts'
import { Relay } from './relay.ts'
import * as zmtp from './zmtp.ts'

describe('whoever has not the right credentials stays out', function () {
  this.timeout(20_000)
  const folder = freshFolder()
  const own = Certificate.generate()
  const known = Certificate.generate()
  const stranger = Certificate.generate()
  let context: Context
  let authenticator: Authenticator
  let server: Pull
  let address: string
  let ends: (() => void)[] = []

  beforeEach(() => {
    context = new Context()
    authenticator = new Authenticator({
      context,
      plain: new Map([['user', 'password']]),
      curve: [known.publicKey],
    })
  })

  afterEach(() => {
    for (const each of ends) each()
    ends = []
    context.close()
  })

  const serve = async (options: object) => {
    server = new Pull({ context, linger: 0, zapDomain: 'x', ...options })
    void server.events
    address = await server.bind('tcp://127.0.0.1:*')
  }
  const curve = { curveServer: true, curveSecretKey: own.secretKey }
  const plain = { plainServer: true }

  const client = (options: object, to = address) => {
    const push = new Push({ context, linger: 0, reconnectInterval: 60_000, ...options })
    void push.events
    push.connect(to)
    ends.push(() => push.close())
    return push
  }
  const curveClient = (certificate: Certificate, serverKey = own.publicKey) => ({
    curveServerKey: serverKey,
    curvePublicKey: certificate.publicKey,
    curveSecretKey: certificate.secretKey,
  })

  /** Waits until an end has seen the handshake fail; nobody was let in before. */
  const fails = async ({ events }: Pull | Push) => {
    let type: EventType = 'connect'
    while (!type.startsWith('handshake:error')) {
      ;({ type } = await events.receive({ timeout: 10_000 }))
      assert.notEqual(type, 'handshake')
    }
    assert.equal(server.tryReceive(), null)
    assert.equal(authenticator.counters.accepted, 0)
    return type
  }

  const comesIn = async (push: Push | Dealer) => {
    await push.send('hello')
    assert.equal(String(await server.receive({ timeout: 5000 })), 'hello')
  }

  describe('over CURVE', () => {
    beforeEach(async () => serve(curve))

    it('with the right ones a client comes in', async () => comesIn(client(curveClient(known))))

    it("with another server's key", async () => {
      client(curveClient(known, stranger.publicKey))
      await fails(server)
    })

    it("with the server's secret key as its public one", async () => {
      client(curveClient(known, own.secretKey ?? ''))
      await fails(server)
    })

    it("with a key that the server does not know, or the server's own", async () => {
      for (const each of [stranger, own])
        assert.equal(await fails(client(curveClient(each))), 'handshake:error:auth')
    })

    it('with its secret key as public one, and the other way round', async () => {
      const { publicKey, secretKey } = known
      client({ curveServerKey: own.publicKey, curvePublicKey: secretKey, curveSecretKey: publicKey })
      await fails(server)
    })

    it("with somebody else's public key", async () => {
      client({ ...curveClient(stranger), curvePublicKey: known.publicKey })
      await fails(server)
    })

    it("with somebody else's public key in INITIATE, by hand", async () => {
      const peer = new Peer(address)
      const curvePeer = new CurvePeer(
        peer,
        keyBytes(own.publicKey),
        keysFrom(Buffer.from('x')),
        new Random(1),
      )
      assert.ok(await curvePeer.shake(zmtp.metadata('PUSH'), { claims: keyBytes(known.publicKey) }))
      curvePeer.message('hello')
      await fails(server)
      await peer.end()
    })

    it('by saying again what somebody has said who came in', async () => {
      const relay = await Relay.before(address)
      ends.push(() => relay.close())
      await comesIn(client(curveClient(known), relay.address))
      const [recorded = Buffer.alloc(0)] = relay.said
      assert.ok(recorded.includes('INITIATE') && !recorded.includes('hello'))
      const before = authenticator.counters
      // All at once, and in the server's own time
      const replays = [new Peer(address), new Peer(address)]
      replays[0]?.write(recorded)
      const initiate = recorded.indexOf('\x08INITIATE', 0, 'latin1') - 2
      replays[1]?.write(recorded.subarray(0, initiate))
      await replays[1]?.has(64 + 170, 5000)
      replays[1]?.write(recorded.subarray(initiate))
      for (const each of replays) await each.end()
      assert.deepEqual(authenticator.counters, before)
      assert.equal(server.tryReceive(), null)
    })

    it('when somebody between makes it another mechanism', async () => {
      const relay = await Relay.before(address)
      ends.push(() => relay.close())
      for (const mechanism of ['NULL', 'PLAIN']) {
        relay.tamper = (bytes) =>
          Buffer.from(bytes.toString('latin1').replace('CURVE', mechanism.padEnd(5, '\0')), 'latin1')
        await fails(client(curveClient(known), relay.address))
      }
    })

    it('when somebody between changes what is said', async () => {
      const relay = await Relay.before(address)
      ends.push(() => relay.close())
      relay.tamper = (bytes) => {
        const changed = Buffer.from(bytes)
        const last = changed.length - 1
        if (bytes.includes('INITIATE')) changed[last] = (changed[last] ?? 0) ^ 1
        return changed
      }
      client(curveClient(known), relay.address)
      await fails(server)
    })
  })

  for (const [mechanism, options] of Object.entries({ NULL: {}, PLAIN: plain, CURVE: curve }))
    for (const [other, clientOptions] of Object.entries({
      NULL: {},
      PLAIN: { plainUsername: 'user', plainPassword: 'password' },
      CURVE: curveClient(known),
    }))
      if (mechanism !== other)
        it(`from ${other} to a server of ${mechanism}`, async () => {
          await serve(options)
          client(clientOptions)
          await fails(server)
        })

  it('from clients of ZMTP 1 and 2, which have no mechanisms', async () => {
    for (const options of [{}, plain, curve]) {
      await serve(options)
      for (const start of [zmtp.frame1(Buffer.alloc(0)), zmtp.greeting2(8)]) {
        const peer = new Peer(address)
        peer.write(Buffer.concat([start, zmtp.frame(''), zmtp.frame('hello')]))
        await peer.end()
      }
      assert.equal(server.tryReceive(), null)
      assert.equal(authenticator.counters.accepted, 0)
    }
  })

  it('over PLAIN with another name or password', async () => {
    await serve(plain)
    for (const [plainUsername, plainPassword] of [
      ['user', 'passwor'],
      ['user', 'password '],
      ['User', 'password'],
      ['password', 'user'],
    ])
      await fails(client({ plainUsername, plainPassword }))
  })

  it('but over PLAIN with what was overheard, until the password is another one', async () => {
    const file = join(folder(), 'passwords')
    writeFileSync(file, 'user=password\n', { mode: 0o600 })
    authenticator.plain(file)
    await serve(plain)
    const relay = await Relay.before(address)
    ends.push(() => relay.close())
    await comesIn(client({ plainUsername: 'user', plainPassword: 'password' }, relay.address))
    const [recorded = Buffer.alloc(0)] = relay.said
    assert.ok(recorded.includes('password'))
    const initiate = recorded.indexOf('\x08INITIATE', 0, 'latin1') - 2
    const replay = async () => {
      const peer = new Peer(address)
      peer.write(recorded.subarray(0, initiate))
      await peer.has(64 + 10, 5000)
      peer.write(recorded.subarray(initiate))
      return peer
    }
    const first = await replay()
    assert.equal(String(await server.receive({ timeout: 5000 })), 'hello')
    await first.end()
    writeFileSync(file, 'user=another\n')
    await (await replay()).end()
    await eventually(() => authenticator.counters.refused === 1)
    assert.equal(server.tryReceive(), null)
  })
})
