import assert from 'node:assert/strict'
import { readdirSync } from 'node:fs'
import {
  Authenticator,
  Certificate,
  Context,
  curveClient,
  curveServer,
  Reply,
  Request,
} from '../../src/index.ts'
import { eventually } from '../sockets/authentication.ts'
import { Peer } from './peer.ts'
import * as zmtp from './zmtp.ts'

const CROWD = 400

describe('an honest client is served', function () {
  this.timeout(40_000)
  let context: Context
  let peers: Peer[] = []
  const certificate = Certificate.generate()

  beforeEach(() => {
    context = new Context()
  })

  afterEach(async () => {
    for (const each of peers) each.destroy()
    peers = []
    context.close()
  })

  const serve = async (options: object = {}) => {
    const server = new Reply({ context, linger: 0, ...options })
    const authenticator = curveServer(server, { certificate, allow: '*' })
    const address = await server.bind('tcp://127.0.0.1:*')
    void (async () => {
      for await (const question of server) await server.send(question)
    })()
    return { server, authenticator, address }
  }

  const asks = async (address: string) => {
    using client = new Request({ context, linger: 0 })
    curveClient(client, { serverKey: certificate.publicKey })
    client.connect(address)
    await client.send('question')
    const [answer] = await client.receive({ timeout: 10_000 })
    assert.equal(String(answer), 'question')
  }

  const descriptors = () => readdirSync('/proc/self/fd').length

  it('while hundreds say half a greeting and nothing more, who are thrown out in time', async () => {
    const { server, address } = await serve({ handshakeInterval: 2000 })
    const before = descriptors()
    peers = Array.from({ length: CROWD }, () => new Peer(address))
    for (const [index, peer] of peers.entries()) peer.write(zmtp.greeting('CURVE').subarray(0, index % 64))
    await eventually(() => descriptors() >= before + CROWD)
    await asks(address)
    await Promise.all(peers.map((each) => each.gone(20_000)))
    await eventually(() => descriptors() <= before)
    await asks(address)
    server.close()
  })

  it('while hundreds begin a handshake of CURVE with noise', async () => {
    const { server, address, authenticator } = await serve()
    peers = Array.from({ length: CROWD }, () => new Peer(address))
    const noise = Buffer.alloc(194, 7)
    noise.writeUInt16BE(0x0100)
    for (const peer of peers)
      peer.write(Buffer.concat([zmtp.greeting('CURVE'), zmtp.command('HELLO', noise)]))
    await asks(address)
    await Promise.all(peers.map((each) => each.gone(20_000)))
    await asks(address)
    assert.equal(authenticator.counters.accepted, 2)
    server.close()
  })

  it('while others are put off because they ask too often', async () => {
    const authenticator = new Authenticator({
      context,
      limits: { rate: 50 },
      plain: new Map([['user', 'password']]),
    })
    using server = new Reply({ context, linger: 0, plainServer: true })
    const address = await server.bind('tcp://127.0.0.1:*')
    const hello = zmtp.command('HELLO', zmtp.credentials('user', 'guessed'))
    peers = Array.from({ length: CROWD }, () => new Peer(address))
    for (const peer of peers) peer.write(Buffer.concat([zmtp.greeting('PLAIN'), hello]))
    await eventually(() => authenticator.counters.limited > 0)
    for (const peer of peers) peer.destroy()
    using client = new Request({ context, linger: 0, plainUsername: 'user', plainPassword: 'password' })
    // Whoever is put off waits until the handshake has taken too long, and tries again
    client.handshakeInterval = 500
    client.connect(address)
    await client.send('question')
    assert.equal(String(await server.receive({ timeout: 20_000 })), 'question')
    assert.equal(authenticator.counters.accepted, 1)
  })

  it('after messages that are larger than maxMessageSize, whose senders are thrown out', async () => {
    using server = new Reply({ context, linger: 0, maxMessageSize: 1000 })
    const address = await server.bind('tcp://127.0.0.1:*')
    const before = process.memoryUsage.rss()
    peers = [1001n, 65_536n, 2n ** 32n, 2n ** 40n, 2n ** 63n - 1n, 2n ** 64n - 1n].map((size) => {
      const peer = new Peer(address)
      const ready = zmtp.command('READY', zmtp.metadata('REQ'))
      peer.write(
        Buffer.concat([zmtp.greeting('NULL'), ready, zmtp.frame('', zmtp.MORE), zmtp.frame('x', 2, size)]),
      )
      return peer
    })
    await Promise.all(peers.map((each) => each.gone(10_000)))
    assert.equal(server.tryReceive(), null)
    assert.ok(process.memoryUsage.rss() - before < 64 * 1024 * 1024)
    using client = new Request({ context, linger: 0 })
    client.connect(address)
    await client.send('x'.repeat(1000))
    assert.equal(String(await server.receive({ timeout: 5000 })), 'x'.repeat(1000))
  })
})
