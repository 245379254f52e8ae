import assert from 'node:assert/strict'
import {
  type Context,
  call,
  type Daemon,
  MemoryStore,
  type NameChange,
  Nameserver,
  ping,
  ServiceNotAvailable,
  ServiceNotFound,
} from '../src/index.ts'
import { opened, until } from './helpers.ts'

interface Who {
  who(): string
  wait(): Promise<void>
}

describe('a nameserver', function () {
  this.timeout(30_000)
  const { daemon: start, context, also } = opened()
  let names: Nameserver
  let com: Context

  beforeEach(async () => {
    names = also(await Nameserver.start({ address: 'tcp://127.0.0.1:*', grace: 100 }))
    com = context({ nameserver: names.address, cache: 0 })
  })

  const service = async (name: string, options: object = {}): Promise<Daemon> => {
    const daemon = await start({ service: name, nameserver: names.address, grace: 100, ...options })
    daemon.provide('com.foo.who', { who: () => name, wait: () => new Promise<void>(() => undefined) })
    await daemon.registered
    return daemon
  }

  it('tells where services are', async () => {
    const daemon = await service('/com/foo/who/1', { metadata: ['fast', 'gpu'] })
    const who = await com.locate<Who>('com.foo.who')
    assert.equal(await who.who(), '/com/foo/who/1')
    const [record] = await com.lookup('com.foo.who')
    assert.deepEqual(
      [record?.service, record?.address, record?.interfaces, record?.metadata],
      ['/com/foo/who/1', daemon.addresses, ['com.foo.who'], ['fast', 'gpu']],
    )
    assert.equal(await com.nameserver().count(), 1)
    assert.equal((await com.nameserver().stat()).services, 1)
  })

  it('lists by prefix, expression and interface, and finds by tags', async () => {
    await service('/com/foo/who/1', { metadata: ['fast', 'gpu'] })
    await service('/com/foo/who/2', { metadata: ['fast'] })
    const nameserver = com.nameserver()
    const listed = async (filter: object): Promise<string[]> =>
      (await nameserver.list(filter)).map((each) => each.service)
    assert.deepEqual(await listed({ prefix: '/com/foo' }), ['/com/foo/who/1', '/com/foo/who/2'])
    assert.deepEqual(await listed({ regex: '.*2' }), ['/com/foo/who/2'])
    assert.deepEqual(await listed({ interface: 'com.foo.other' }), [])
    const tagged = async (tags: object): Promise<string[]> =>
      (await com.yplookup(tags)).map((each) => each.service)
    assert.deepEqual(await tagged({ all: ['fast', 'gpu'] }), ['/com/foo/who/1'])
    assert.deepEqual(await tagged({ any: ['gpu', 'fast'] }), ['/com/foo/who/1', '/com/foo/who/2'])
    assert.deepEqual((await nameserver.set_metadata('/com/foo/who/2', ['slow'])).metadata, ['slow'])
    assert.deepEqual(await tagged({ any: ['slow'] }), ['/com/foo/who/2'])
    assert.equal(await (await com.locate<Who>('com.foo.who', { tags: ['gpu'] })).who(), '/com/foo/who/1')
  })

  it('says when nobody provides an interface, and can be asked to wait', async () => {
    await assert.rejects(com.locate('com.foo.who'), ServiceNotFound)
    const waiting = com.locate<Who>('com.foo.who', { lookupDelay: 10_000 })
    await service('/com/foo/who/1')
    assert.equal(await (await waiting).who(), '/com/foo/who/1')
  })

  it('forgets who ends, at once, and who does not renew', async () => {
    const daemon = await service('/com/foo/who/1')
    await daemon.close()
    assert.equal(await com.nameserver().count(), 0)
    const changes = com.nameserver().watch({ interface: 'com.foo.mute' })[Symbol.asyncIterator]()
    const first = changes.next()
    await ping(com.nameserver())
    await com.nameserver().register('tcp://127.0.0.1:1', ['com.foo.mute'], '/com/foo/mute', { lease: 50 })
    assert.equal((await first).value?.type, 'registered')
    assert.equal((await changes.next()).value?.type, 'gone')
    await changes.return?.()
    await assert.rejects(com.locate('com.foo.mute'), ServiceNotFound)
  })

  it('keeps who renews', async () => {
    await service('/com/foo/who/1', { lease: 300 })
    const store = com.nameserver()
    const first = (await store.lookup('/com/foo/who/1'))[0]?.expires ?? 0
    for (let last = first; last === first; ) last = (await store.lookup('/com/foo/who/1'))[0]?.expires ?? 0
  })

  it('refuses a name that another has, under the name of choice', async () => {
    await service('/com/foo/who/1')
    const nameserver = com.nameserver()
    const take = (options: object) => async () =>
      nameserver.register('tcp://127.0.0.1:1', ['x'], '/com/foo/who/1', options)
    await assert.rejects(take({}), { name: 'AccessDenied', code: 5 })
    await assert.rejects(take({ safe: true }), { name: 'NameTaken', code: 12 })
    assert.equal(await nameserver.unregister('/com/foo/who/1', 'another boot'), false)
  })

  it('refuses expressions that could take for ever, and names without end', async () => {
    const nameserver = com.nameserver()
    for (const regex of ['(a+)+$', '(a|a)*b', 'a*a*a*a*a*b', '(a)\\1', '('.repeat(3), 'x'.repeat(201)])
      await assert.rejects(async () => nameserver.list({ regex }), { name: 'BadRequest' }, regex)
    await assert.rejects(async () => nameserver.register('tcp://127.0.0.1:1', ['x'], 'a'.repeat(256)), {
      code: 4,
    })
    await assert.rejects(async () => nameserver.register('tcp://127.0.0.1:1', [1] as never, 'a'), { code: 4 })
  })

  it('is watched', async () => {
    const seen: string[] = []
    const watching = (async () => {
      for await (const { type, record } of com.nameserver().watch({ prefix: '/com' })) {
        seen.push(`${type} ${record.service}`)
        if (type === 'gone') return
      }
    })()
    const daemon = await service('/com/foo/who/1')
    daemon.provide('com.foo.more', { run: () => 1 })
    await until(() => seen.includes('changed /com/foo/who/1'))
    await daemon.close()
    await watching
    assert.deepEqual(seen, ['registered /com/foo/who/1', 'changed /com/foo/who/1', 'gone /com/foo/who/1'])
  })

  it('lets calls be shared out among services, those with fewer calls in flight first', async () => {
    const daemons = [await service('/com/foo/who/1'), await service('/com/foo/who/2')]
    const turns = await com.locate<Who>('com.foo.who', { balance: 'roundRobin' })
    const answers = []
    for (let each = 0; each < 4; each++) answers.push(await turns.who())
    assert.deepEqual(new Set(answers), new Set(['/com/foo/who/1', '/com/foo/who/2']))
    assert.equal(answers[0], answers[2])
    const stop = new AbortController()
    const least = call(await com.locate<Who>('com.foo.who'), { signal: stop.signal })
    const busy = Promise.allSettled(Array.from({ length: 100 }, () => least.wait()))
    const running = (): number[] => daemons.map((each) => each.statistics.running)
    await until(() => running().reduce((sum, each) => sum + each) === 100)
    // By chance alone each would have fewer than 35 about once in 600 times; the fewer in flight decide three times of four
    assert(Math.min(...running()) >= 35, String(running()))
    stop.abort()
    await busy
  })

  it('is not needed by who is connected, and calls go to another service when one ends', async () => {
    const one = await service('/com/foo/who/1')
    const two = await service('/com/foo/who/2')
    const who = await com.locate<Who>('com.foo.who', { balance: 'roundRobin' })
    await Promise.all([who.who(), who.who()])
    await names.close()
    await one.close()
    assert.deepEqual(await Promise.all([who.who(), who.who()]), ['/com/foo/who/2', '/com/foo/who/2'])
    await assert.rejects(
      context({ nameserver: names.address, connectTimeout: 100 }).locate('com.foo.who'),
      ServiceNotAvailable,
    )
    assert.equal(two.statistics.malformed, 0)
  })

  it('is one of several: the next one is asked', async () => {
    await service('/com/foo/who/1')
    const patient = context({ nameserver: ['tcp://127.0.0.1:1', names.address], connectTimeout: 100 })
    assert.equal(await (await patient.locate<Who>('com.foo.who')).who(), '/com/foo/who/1')
  })
})

describe('the store in memory', () => {
  it('tells changes until it is told to stop', () => {
    const store = new MemoryStore()
    const changes: NameChange['type'][] = []
    const stop = store.watch(({ type }) => changes.push(type))
    const record = {
      service: 'a',
      address: [],
      interfaces: [],
      metadata: [],
      key: null,
      boot: '',
      expires: Date.now() + 1000,
    }
    store.put(record)
    store.put({ ...record, expires: record.expires + 1 })
    store.put({ ...record, metadata: ['x'] })
    assert.equal(store.delete('a'), true)
    assert.equal(store.delete('a'), false)
    stop()
    store.put(record)
    assert.deepEqual(changes, ['registered', 'changed', 'gone'])
    store.close()
    assert.deepEqual(store.list(), [])
  })
})
