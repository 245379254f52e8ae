import assert from 'node:assert/strict'
import { chmodSync, mkdirSync } from 'node:fs'
import { join } from 'node:path'
import {
  Authenticator,
  Certificate,
  Context,
  curveClient,
  curveServer,
  Dealer,
  Reply,
  Request,
  Router,
  type Socket,
  types,
  zcert,
} from '../../src/index.ts'
import { freshFolder } from '../helpers/folder.ts'
import { eventually } from '../sockets/authentication.ts'
import { Program, python } from './program.ts'

const DEADLINE = { timeout: 15_000 }
const interpreter = python()

describe("programs with Python's zmq", function () {
  this.timeout(60_000)
  const folder = freshFolder()
  const server = Certificate.generate({ metadata: { name: 'server' } })
  const client = Certificate.generate({ metadata: { name: 'Jürgen', email: 'j@example.com' } })
  let context: Context
  let peers: Program[] = []

  before(function () {
    if (!interpreter) this.skip()
  })

  beforeEach(async () => {
    context = new Context()
    mkdirSync(path('clients'))
    await server.save(path('server'))
    await client.save(path('client'))
    // Python reads nothing else of a directory
    await client.toPublic().save(path('clients', 'client.key'))
  })

  afterEach(async () => {
    await Promise.all(peers.map(async (each) => each.end()))
    peers = []
    context.close()
  })

  const path = (...names: string[]) => join(folder(), ...names)

  const start = (...args: string[]) => {
    const peer = new Program(interpreter ?? '', [join(import.meta.dirname, 'peer.py'), ...args])
    peers.push(peer)
    return peer
  }

  /** Answers one question, and tells who has asked. */
  const answerOne = async (socket: Reply, ...names: string[]) => {
    using message = await types.Message.recv(socket, DEADLINE)
    await socket.send(`answer to ${message.frames[0]?.data}`)
    return names.map((each) => message.metadata(each))
  }

  const asks = async (socket: Request, address: string) => {
    socket.connect(address)
    await socket.send('question')
    return String(await socket.receive(DEADLINE))
  }

  const bound = async <S extends Socket & { bind(address: string): Promise<string> }>(socket: S) =>
    socket.bind('tcp://127.0.0.1:*')

  it('are clients of CURVE, with the certificates that were saved here', async () => {
    using socket = new Reply({ context, linger: 0 })
    curveServer(socket, { certificate: path('server'), allow: path('clients') })
    const peer = start('client', 'curve', await bound(socket), path('client_secret'), path('server'))
    const told = await answerOne(socket, 'User-Id', 'name', 'email', 'Peer-Address', 'Socket-Type')
    assert.deepEqual(told, [client.publicKey, 'Jürgen', 'j@example.com', '127.0.0.1', 'REQ'])
    assert.equal(await peer.says(), 'answer to question')
  })

  it('are servers of CURVE, and are told who we are', async () => {
    const peer = start('server', 'curve', path('server_secret'), path('clients'))
    using socket = new Request({ context, linger: 0 })
    curveClient(socket, { serverKey: path('server'), certificate: path('client') })
    assert.equal(await asks(socket, await peer.says()), 'answer to question')
    assert.equal(await peer.says(), `${client.publicKey} 127.0.0.1 REQ`)
  })

  it('keep strangers out as servers of CURVE', async () => {
    const peer = start('server', 'curve', path('server_secret'), path('clients'))
    using socket = new Request({ context, linger: 0 })
    curveClient(socket, { serverKey: server.publicKey })
    const { events } = socket
    socket.connect(await peer.says())
    for (let type = ''; type !== 'handshake:error:auth'; ) {
      ;({ type } = await events.receive(DEADLINE))
      assert.notEqual(type, 'handshake')
    }
  })

  it('are clients of PLAIN', async () => {
    new Authenticator({ context, plain: new Map([['Jürgen', 'pass wörd']]) })
    using socket = new Reply({ context, linger: 0, plainServer: true })
    const peer = start('client', 'plain', await bound(socket), 'Jürgen', 'pass wörd')
    assert.deepEqual(await answerOne(socket, 'User-Id'), ['Jürgen'])
    assert.equal(await peer.says(), 'answer to question')
  })

  it('are servers of PLAIN, and are told who we are', async () => {
    const peer = start('server', 'plain', 'admin', 'secret')
    using socket = new Request({ context, linger: 0, plainUsername: 'admin', plainPassword: 'secret' })
    assert.equal(await asks(socket, await peer.says()), 'answer to question')
    assert.match(await peer.says(), / 127\.0\.0\.1 REQ$/)
  })

  it('see their handshakes succeed and fail', async () => {
    using socket = new Reply({ context, linger: 0 })
    const authenticator = curveServer(socket, { certificate: server, allow: [client] })
    const address = await bound(socket)
    const events = async (secretFile: string) => {
      const peer = start('monitor', 'curve', address, secretFile, path('server'))
      const seen: string[] = []
      while (!seen.at(-1)?.includes('HANDSHAKE')) seen.push(await peer.says())
      return seen
    }
    const begin = ['EVENT_CONNECT_DELAYED', 'EVENT_CONNECTED']
    assert.deepEqual(await events(path('client_secret')), [...begin, 'EVENT_HANDSHAKE_SUCCEEDED'])
    assert.deepEqual(await events(path('server_secret')), [...begin, 'EVENT_HANDSHAKE_FAILED_AUTH'])
    assert.deepEqual([authenticator.counters.accepted, authenticator.counters.refused], [1, 1])
  })

  it('are seen shaking hands here, and failing to', async () => {
    using socket = new Reply({ context, linger: 0 })
    const { events } = socket
    const authenticator = curveServer(socket, { certificate: server, allow: [client] })
    const address = await bound(socket)
    start('monitor', 'curve', address, path('client_secret'), path('server'))
    for (let type = ''; type !== 'handshake'; ) ({ type } = await events.receive(DEADLINE))
    start('monitor', 'null', address)
    for (let type = ''; !type.startsWith('handshake:error'); ) ({ type } = await events.receive(DEADLINE))
    await eventually(() => authenticator.counters.accepted === 1)
  })

  const IDENTITY = Buffer.from('00ff0a007f80', 'hex').subarray(1)

  it('are DEALERs with binary identities to our ROUTER', async () => {
    using router = new Router({ context, linger: 0, mandatory: true })
    const peer = start('dealer', await bound(router), IDENTITY.toString('hex'))
    const [identity, ...frames] = await router.receive(DEADLINE)
    assert.deepEqual(identity, IDENTITY)
    assert.deepEqual(frames.map(String), ['hello', '', Buffer.from([0, 255]).toString()])
    await router.send([IDENTITY, 'back', Buffer.from([0, 255])])
    assert.equal(await peer.says(), Buffer.from('back|\0\xff', 'latin1').toString('hex'))
  })

  it('are ROUTERs to our DEALER with a binary identity', async () => {
    const peer = start('router')
    using dealer = new Dealer({ context, linger: 0 })
    dealer.routingId = IDENTITY
    dealer.connect(await peer.says())
    await dealer.send(['hello', Buffer.from([0, 255])])
    const expected = Buffer.concat([IDENTITY, Buffer.from('|hello|\0\xff', 'latin1')])
    assert.equal(await peer.says(), expected.toString('hex'))
    assert.deepEqual(await dealer.receive(DEADLINE), [
      Buffer.from('back'),
      Buffer.alloc(0),
      Buffer.from([0, 255]),
    ])
  })

  it('read certificates that were saved here, of both storeys', async () => {
    assert.equal(
      await start('certificate', path('client_secret')).says(),
      `${client.publicKey} ${client.secretKey}`,
    )
    assert.equal(await start('certificate', path('client')).says(), `${client.publicKey} none`)
    using certificate = zcert.new()
    zcert.setMeta(certificate, 'name', 'a "value" = %s')
    zcert.save(certificate, path('own'))
    const expected = `${zcert.publicTxt(certificate)} ${zcert.secretTxt(certificate)}`
    assert.equal(await start('certificate', path('own_secret')).says(), expected)
  })

  it('write certificates that can be read here', async () => {
    assert.equal(await start('create', folder(), 'theirs', 'name', 'value').says(), 'done')
    // Python leaves it to the umask who can read a secret key
    chmodSync(path('theirs.key_secret'), 0o644)
    await assert.rejects(Certificate.load(path('theirs.key')), { code: 'ERR_CZMQ_EXPOSED' })
    chmodSync(path('theirs.key_secret'), 0o600)
    const loaded = await Certificate.load(path('theirs.key'))
    using certificate = zcert.load(path('theirs.key'))
    assert.equal(zcert.publicTxt(certificate), loaded.publicKey)
    assert.deepEqual([loaded.metadata.get('name'), zcert.meta(certificate, 'name')], ['value', 'value'])
    const told = await start('certificate', path('theirs.key_secret')).says()
    assert.equal(told, `${loaded.publicKey} ${loaded.secretKey}`)
  })
})
