import assert from 'node:assert/strict'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import {
  Certificate,
  Context,
  curveClient,
  curveServer,
  type Event,
  Pull,
  Push,
  type Socket,
} from '../../src/index.ts'
import { runCode } from '../helpers/child.ts'

const guide = readFileSync(join(import.meta.dirname, '../../docs/guide/security.md'), 'utf8')
const blocks = [...guide.matchAll(/<!-- security -->\n```ts\n(.*?)```/gs)].map(([, text = '']) => text)

/** What it prints, in order. */
const SAID = ['the service got hello', 'Ada got welcome', '400 true', 'by password', '']

describe('the guide to security', function () {
  this.timeout(30_000)

  it('is one program, which does what it says', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'czmq-guide-'))
    try {
      assert.equal(guide.split('```ts').length - 1, blocks.length)
      const code = `process.chdir(${JSON.stringify(folder)})\n${blocks.join('\n')}`
      const outcome = await runCode(code.replaceAll("'czmq'", "'$src/index.ts'"))
      assert.deepEqual(outcome, { code: 0, signal: null, stdout: SAID.join('\n'), stderr: '' })
    } finally {
      rmSync(folder, { recursive: true })
    }
  })

  describe('says by which events one knows', () => {
    const own = Certificate.generate()
    const [known, stranger, other] = [Certificate.generate(), Certificate.generate(), Certificate.generate()]
    let context: Context

    beforeEach(() => {
      context = new Context()
    })

    afterEach(() => context.close())

    /** The first failed handshake: its event and its code or status. */
    const failureAt = async ({ events }: Socket): Promise<string> => {
      for (;;) {
        const event: Event = await events.receive({ timeout: 10_000 })
        if (!event.type.startsWith('handshake:error') || !('error' in event)) continue
        return `${event.type} ${'status' in event.error ? event.error.status : event.error.code}`
      }
    }

    const failures = async (secure: (client: Push) => void): Promise<[string, string]> => {
      const server = new Pull({ context, linger: 0 })
      curveServer(server, { certificate: own, allow: [known] })
      const client = new Push({ context, linger: 0 })
      secure(client)
      // Kept from the first use on
      const seen = [failureAt(client), failureAt(server)] as const
      client.connect(await server.bind('tcp://127.0.0.1:*'))
      return Promise.all(seen)
    }

    /** The row of the table in which all of this is. */
    const told = (...parts: string[]): void => {
      const row = guide
        .split('\n')
        .find((each) => each.startsWith('|') && parts.every((part) => each.includes(part)))
      assert.ok(row, parts.join())
    }

    it('that the key of the client is not known', async () => {
      const secure = (client: Push) =>
        curveClient(client, { serverKey: own.publicKey, certificate: stranger })
      const refused = 'handshake:error:auth 400'
      assert.deepEqual(await failures(secure), [refused, refused])
      told('`handshake:error:auth`, status 400 | `handshake:error:auth`, status 400', "client's key")
    })

    it('that the client has the key of another server', async () => {
      const secure = (client: Push) => curveClient(client, { serverKey: other.publicKey, certificate: known })
      assert.deepEqual(await failures(secure), [
        'handshake:error:other EPIPE',
        'handshake:error:protocol ERR_ZMTP_CRYPTOGRAPHIC',
      ])
      told('`EPIPE` | `handshake:error:protocol`, `ERR_ZMTP_CRYPTOGRAPHIC`', 'wrong `serverKey`')
    })

    it('that one end is without CURVE', async () => {
      const mismatch = 'handshake:error:protocol ERR_ZMTP_MECHANISM_MISMATCH'
      assert.deepEqual(await failures(() => {}), [mismatch, mismatch])
      told('`ERR_ZMTP_MECHANISM_MISMATCH` | the same', 'the other does not')
    })
  })
})
