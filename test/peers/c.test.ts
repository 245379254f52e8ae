import assert from 'node:assert/strict'
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import {
  Certificate,
  Context,
  curveClient,
  curveServer,
  Reply,
  Request,
  types,
  zauth,
  zcert,
  zctx,
  zframe,
  zmq,
  zmsg,
  zsock,
  zstr,
} from '../../src/index.ts'
import { freshFolder } from '../helpers/folder.ts'
import { saveInC } from '../zcert/peer.ts'
import { compiled, Program } from './program.ts'

const DEADLINE = { timeout: 15_000 }

describe("programs with CZMQ's C code", function () {
  this.timeout(60_000)
  const folder = freshFolder()
  let peers: Program[] = []

  beforeEach(() => mkdirSync(path('clients')))

  afterEach(async () => {
    await Promise.all(peers.map(async (each) => each.end()))
    peers = []
  })

  const path = (...names: string[]) => join(folder(), ...names)

  const start = (...args: string[]) => {
    const peer = new Program(compiled(), args)
    peers.push(peer)
    return peer
  }

  describe('and certificates made here', () => {
    const server = Certificate.generate()
    const client = Certificate.generate({ metadata: { name: 'client' } })

    beforeEach(async () => {
      await server.save(path('server'))
      await client.save(path('client'))
      await client.toPublic().save(path('clients', 'client'))
    })

    it('are clients of sockets on the event loop', async () => {
      const context = new Context()
      const socket = new Reply({ context, linger: 0 })
      curveServer(socket, { certificate: path('server'), allow: path('clients') })
      const peer = start('client', await socket.bind('tcp://127.0.0.1:*'), path('client'), path('server'))
      {
        using message = await types.Message.recv(socket, DEADLINE)
        assert.deepEqual(
          ['User-Id', 'name'].map((each) => message.metadata(each)),
          [client.publicKey, 'client'],
        )
      }
      await socket.send('answer')
      assert.equal(await peer.says(), 'answer')
      context.close()
    })

    it('are servers of sockets on the event loop', async () => {
      const context = new Context()
      const peer = start('server', path('server'), path('clients'))
      const socket = new Request({ context, linger: 0 })
      curveClient(socket, { serverKey: path('server'), certificate: path('client') })
      socket.connect(await peer.says())
      await socket.send('question')
      assert.equal(String(await socket.receive(DEADLINE)), 'answer of C')
      assert.equal(await peer.says(), `${client.publicKey} client`)
      context.close()
    })

    it('keep strangers out as servers', async () => {
      const context = new Context()
      const peer = start('server', path('server'), path('clients'))
      const socket = new Request({ context, linger: 0 })
      curveClient(socket, { serverKey: path('server') })
      const { events } = socket
      socket.connect(await peer.says())
      for (let type = ''; type !== 'handshake:error:auth'; ) {
        ;({ type } = await events.receive(DEADLINE))
        assert.notEqual(type, 'handshake')
      }
      context.close()
    })
  })

  describe('and certificates made by them', () => {
    beforeEach(() => {
      saveInC(path('server'))
      saveInC(path('client'), { name: 'client of C' })
    })

    it('are clients of sockets of namespaces', async () => {
      using auth = zauth.new(zctx.global())
      zauth.configureCurve(auth, '*', path())
      using own = zcert.load(path('server'))
      using socket = zsock.new(zmq.REP)
      zsock.setRcvtimeo(socket, DEADLINE.timeout)
      zcert.apply(own, socket)
      zsock.setCurveServer(socket, 1)
      const port = zsock.bind(socket, 'tcp://127.0.0.1:*')
      const peer = start('client', `tcp://127.0.0.1:${port}`, path('client'), path('server'))
      const message = zmsg.recv(socket)
      assert.ok(message)
      const [frame] = zmsg.frames(message)
      using client = zcert.load(path('client'))
      assert.ok(frame)
      assert.deepEqual(
        ['User-Id', 'name'].map((each) => zframe.meta(frame, each)),
        [zcert.publicTxt(client), 'client of C'],
      )
      zmsg.destroy(message)
      zstr.send(socket, 'answer')
      assert.equal(await peer.says(), 'answer')
    })

    it('are servers of sockets of namespaces', async () => {
      using client = zcert.load(path('client'))
      zcert.savePublic(client, path('clients', 'client'))
      const peer = start('server', path('server'), path('clients'))
      using server = zcert.load(path('server'))
      using socket = zsock.new(zmq.REQ)
      zsock.setRcvtimeo(socket, DEADLINE.timeout)
      zcert.apply(client, socket)
      zsock.setCurveServerkey(socket, zcert.publicTxt(server))
      zsock.connect(socket, await peer.says())
      zstr.send(socket, 'question')
      assert.equal(zstr.recv(socket), 'answer of C')
      assert.equal(await peer.says(), `${zcert.publicTxt(client)} client of C`)
    })
  })
})
