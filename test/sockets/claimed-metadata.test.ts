import assert from 'node:assert/strict'
import { once } from 'node:events'
import { connect } from 'node:net'
import { Authenticator, Context, Pull, types } from '../../src/index.ts'
import { command, frame, greeting, property } from '../attacks/zmtp.ts'

/** A client by hand, which says about itself what it likes. */
const CLAIMS = Buffer.concat([
  property('Socket-Type', 'PUSH'),
  property('User-Id', 'admin'),
  property('Group', 'staff'),
  property('Peer-Address', '192.0.2.1'),
])
const NAMES = ['User-Id', 'Group', 'Peer-Address']

describe('what a client claims about itself', () => {
  let context: Context

  beforeEach(() => {
    context = new Context()
  })

  afterEach(() => context.close())

  /** What a message of the client tells. */
  const told = async (): Promise<(string | null)[]> => {
    const server = new Pull({ context, zapDomain: 'test', linger: 0 })
    const { port } = new URL(await server.bind('tcp://127.0.0.1:*'))
    const stream = connect(Number(port), '127.0.0.1')
    stream.write(Buffer.concat([greeting('NULL'), command('READY', CLAIMS)]))
    for (let said = ''; !said.includes('READY'); ) said += String((await once(stream, 'data'))[0])
    stream.write(frame('hello'))
    using message = await types.Message.recv(server, { timeout: 3000 })
    stream.destroy()
    server.close()
    return NAMES.map((name) => message.metadata(name))
  }

  it('is believed where nobody authenticates, but for its address', async () => {
    assert.deepEqual(await told(), ['admin', 'staff', '127.0.0.1'])
  })

  it('never replaces who it is where somebody does, but what is not said about it', async () => {
    using authenticator = new Authenticator({ context })
    assert.deepEqual(await told(), ['', 'staff', '127.0.0.1'])
    assert.equal(authenticator.counters.accepted, 1)
  })

  it('does not replace what a handler says', async () => {
    using authenticator = new Authenticator({ context })
    authenticator.use(() => ({ status: 200, userId: 'guest', metadata: { Group: '' } }))
    assert.deepEqual(await told(), ['guest', '', '127.0.0.1'])
  })
})
