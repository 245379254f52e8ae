import assert from 'node:assert/strict'
import { Authenticator, Context, Pull, Push } from '../../src/index.ts'
import { runCode } from '../helpers/child.ts'

const DEADLINE = { timeout: 10_000 }
const PASSWORD = { plainUsername: 'user', plainPassword: 'password' }

describe('authentication', function () {
  this.timeout(60_000)
  let context: Context

  beforeEach(() => {
    context = new Context()
  })

  afterEach(() => context.close())

  /** How the handshake of a client ends for a server. */
  const outcome = async (options: object, credentials = {}) => {
    using server = new Pull({ context, linger: 0, ...options })
    using client = new Push({ context, linger: 0, ...credentials })
    const { events } = server
    client.connect(await server.bind('tcp://127.0.0.1:*'))
    for (;;) {
      const { type } = await events.receive(DEADLINE)
      if (type.startsWith('handshake')) return type
    }
  }

  it('is not asked about clients without a mechanism where there is no domain: they come in', async () => {
    const authenticator = new Authenticator({ context, deny: '127.0.0.1' })
    assert.equal(await outcome({}), 'handshake')
    assert.equal(await outcome({ zapDomain: 'x' }), 'handshake:error:auth')
    assert.deepEqual([authenticator.counters.accepted, authenticator.counters.refused], [0, 1])
  })

  it('that is not there lets everybody in, but where it is enforced', async () => {
    assert.equal(await outcome({ zapDomain: 'x' }), 'handshake')
    assert.match(await outcome({ zapDomain: 'x', zapEnforceDomain: true }), /^handshake:error/)
  })

  it('that has gone lets everybody in, but where it is enforced', async () => {
    new Authenticator({ context, deny: '127.0.0.1' }).close()
    assert.equal(await outcome({ zapDomain: 'x' }), 'handshake')
    assert.match(await outcome({ zapDomain: 'x', zapEnforceDomain: true }), /^handshake:error/)
  })

  it('that is not there keeps clients with passwords out', async () => {
    assert.match(await outcome({ plainServer: true }, PASSWORD), /^handshake:error/)
  })

  const malformed: Record<string, (string | Uint8Array)[]> = {
    'an empty frame': [''],
    'one frame': ['1.0'],
    'too few frames': ['1.0', '1', '200', 'OK', 'user'],
    'too many frames': ['1.0', '1', '200', 'OK', 'user', '', 'more'],
    'another version': ['1.1', '1', '200', 'OK', 'user', ''],
    'an empty version': ['', '1', '200', 'OK', 'user', ''],
    'another request': ['1.0', '2', '200', 'OK', 'user', ''],
    'a status of two digits': ['1.0', '1', '20', 'OK', 'user', ''],
    'a status of four digits': ['1.0', '1', '2000', 'OK', 'user', ''],
    'a status that does not exist': ['1.0', '1', '201', 'OK', 'user', ''],
    'a status of letters': ['1.0', '1', 'abc', 'OK', 'user', ''],
    'metadata that is cut off': ['1.0', '1', '200', 'OK', 'user', Buffer.from('\x05Name')],
    'metadata with sizes that lie': [
      '1.0',
      '1',
      '200',
      'OK',
      'user',
      Buffer.from('\x01a\xff\xff\xff\xffb', 'latin1'),
    ],
    'metadata of noise': ['1.0', '1', '200', 'OK', 'user', Buffer.alloc(1000, 0x80)],
  }

  it("by a handler of somebody else's that answers what makes no sense lets nobody in, and ends no process", async () => {
    const replies = Object.entries(malformed).map(([what, frames]) => [
      what,
      frames.map((each) => Buffer.from(each).toString('hex')),
    ])
    const { code, signal, stdout, stderr } = await runCode(
      `
      import { Context, Pull, Push, zmsg, zmq, zsocket } from '$src/index.ts'
      for (const [what, frames] of ${JSON.stringify(replies)}) {
        const context = new Context()
        const handler = zsocket.new(context.handle, zmq.REP)
        zsocket.bind(handler, 'inproc://zeromq.zap.01')
        const server = new Pull({ context, linger: 0, plainServer: true, handshakeInterval: 1000 })
        const credentials = { plainUsername: 'user', plainPassword: 'x', reconnectInterval: -1 }
        const client = new Push({ context, linger: 0, ...credentials })
        const { events } = server
        client.connect(await server.bind('tcp://127.0.0.1:*'))
        zmsg.destroy(zmsg.recv(handler))
        const reply = zmsg.new()
        for (const each of frames) zmsg.addmem(reply, Buffer.from(each, 'hex'))
        zmsg.send(reply, handler)
        for await (const { type } of events) {
          if (type === 'accept' || type === 'bind') continue
          console.log(type === 'handshake' ? 'let in' : 'kept out', what)
          break
        }
        context.close()
      }`,
      { deadline: 50_000 },
    )
    const expected = replies.map(([what]) => `kept out ${what}\n`).join('')
    assert.deepEqual(
      { code, signal, stdout, stderr },
      { code: 0, signal: null, stdout: expected, stderr: '' },
    )
  })
})
