import assert from 'node:assert/strict'
import { Certificate } from 'czmq'
import { AccessDenied, ConfigurationError, current, Daemon, Nameserver, RemoteError } from '../src/index.ts'
import { isLocal, splitKey } from '../src/security.ts'
import { opened } from './helpers.ts'

interface Who {
  who(): string | null
}

describe('security', function () {
  this.timeout(30_000)
  const { daemon: start, context, also } = opened()
  const service = Certificate.generate()
  const ada = Certificate.generate()
  const who = { who: () => current().caller.key }

  it('refuses to listen where other machines reach it without CURVE, unless told to', async () => {
    for (const address of ['tcp://*:*', 'tcp://0.0.0.0:*', 'tcp://eth0:*', 'tcp://[::]:*'])
      await assert.rejects(Daemon.start({ address }), (error) => {
        assert(error instanceof ConfigurationError)
        assert.match(error.message, /certificate, or say insecure/)
        return true
      })
    const open = await start({ address: 'tcp://0.0.0.0:*', insecure: true })
    assert.match(open.address, /^tcp:\/\/0\.0\.0\.0:\d+$/)
    const secure = await start({ address: 'tcp://0.0.0.0:*', certificate: service })
    assert.match(secure.address, /^tcp:\/\/0\.0\.0\.0:\d+$/)
  })

  it('wants to know where clients reach what listens everywhere', async () => {
    const options = { address: 'tcp://0.0.0.0:*', insecure: true, nameserver: 'tcp://127.0.0.1:1' }
    await assert.rejects(Daemon.start(options), /say in advertise where they reach it/)
  })

  it('knows which addresses are local', () => {
    for (const each of [
      'tcp://127.0.0.1:1',
      'tcp://127.1.2.3:*',
      'tcp://localhost:1',
      'tcp://[::1]:1',
      'ipc://x',
      'inproc://x',
    ])
      assert.equal(isLocal(each), true, each)
    for (const each of [
      'tcp://127.0.0.1.evil.org:1',
      'tcp://10.0.0.1:1',
      'tcp://*:1',
      'tcp://eth0:1',
      'pgm://x',
    ])
      assert.equal(isLocal(each), false, each)
    const key = `${'#'.repeat(20)}${'a'.repeat(20)}`
    assert.deepEqual(splitKey(`tcp://10.0.0.2:2012#${key}`), { endpoint: 'tcp://10.0.0.2:2012', key })
  })

  it('tells methods the public key of the caller', async () => {
    const daemon = await start({ certificate: service, clients: [ada] })
    daemon.provide('com.foo.who', who)
    const com = context({ certificate: ada })
    const proxy = com.connect<Who>(`${daemon.address}#${service.publicKey}`, 'com.foo.who')
    assert.equal(await proxy.who(), ada.publicKey)
  })

  it('keeps out strangers, and those who take the service for another', async () => {
    const daemon = await start({ certificate: service, clients: [ada] })
    daemon.provide('com.foo.who', who)
    const stranger = context({ connectTimeout: 3000 })
    await assert.rejects(
      async () => stranger.connect<Who>(`${daemon.address}#${service.publicKey}`, 'com.foo.who').who(),
      AccessDenied,
    )
    const mistaken = context({ connectTimeout: 300, certificate: ada })
    const wrongKey = Certificate.generate().publicKey
    await assert.rejects(
      async () => mistaken.connect<Who>(`${daemon.address}#${wrongKey}`, 'com.foo.who').who(),
      RemoteError,
    )
    const plain = context({ connectTimeout: 300 })
    await assert.rejects(async () => plain.connect<Who>(daemon.address, 'com.foo.who').who(), RemoteError)
    assert.equal(daemon.statistics.sessions, 0)
  })

  it('needs one key only: the nameserver knows those of the services', async () => {
    const root = Certificate.generate()
    const names = also(await Nameserver.start({ address: 'tcp://127.0.0.1:*', certificate: root }))
    const nameserver = `${names.address}#${root.publicKey}`
    const daemon = await start({ certificate: service, nameserver, service: '/com/foo/who' })
    daemon.provide('com.foo.who', who)
    await daemon.registered
    const com = context({ nameserver, certificate: ada })
    assert.equal((await com.lookup('com.foo.who'))[0]?.key, service.publicKey)
    assert.equal(await (await com.locate<Who>('com.foo.who')).who(), ada.publicKey)
    await assert.rejects(
      async () => com.nameserver().register('tcp://127.0.0.1:1', ['com.foo.who'], '/com/foo/who'),
      AccessDenied,
    )
    await assert.rejects(async () => com.nameserver().unregister('/com/foo/who'), AccessDenied)
  })

  it('tells no stacks where other machines can call', async () => {
    const daemon = await start({ address: 'tcp://0.0.0.0:*', certificate: service })
    daemon.provide('com.foo.fails', {
      fail: () => {
        throw new TypeError('wrong')
      },
    })
    const address = daemon.address.replace('0.0.0.0', '127.0.0.1')
    const proxy = context().connect<{ fail(): void }>(`${address}#${service.publicKey}`, 'com.foo.fails')
    const error: unknown = await proxy.fail().then(null, (each: unknown) => each)
    assert(error instanceof RemoteError)
    assert.deepEqual([error.type, error.message, error.remoteStack], ['TypeError', 'wrong', undefined])
  })
})
