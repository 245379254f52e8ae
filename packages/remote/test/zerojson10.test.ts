import assert from 'node:assert/strict'
import { join } from 'node:path'
import { Dealer, Request } from 'czmq'
import {
  behavior,
  type Context,
  type Daemon,
  introspect,
  call as limited,
  method,
  Nameserver,
  provides,
  type Remote,
  RemoteError,
  ServiceNotAvailable,
} from '../src/index.ts'
import { opened } from './helpers.ts'
import { Program, python } from './programs.ts'

const DEADLINE = { timeout: 15_000 }

@provides('org.pycom.demo')
class Demo {
  @method({ args: ['x'] }) echo(x: unknown): unknown {
    return { x }
  }

  @method answer(): number {
    return 42
  }

  @method({ args: ['a', 'b?'] }) named(a: number, b: number = 10): number {
    return a + b
  }

  @method({ args: ['blob'], attachments: ['blob', 'out'], results: ['size', 'out'] })
  attach(blob: Uint8Array): object {
    return { size: blob.length, out: Buffer.from(blob).reverse() }
  }

  @method fail(): void {
    throw new Error('not for strangers')
  }

  @method user(): void {
    throw new RemoteError('user text', { code: 100500 })
  }

  @method *stream(): Generator<number> {
    yield 1
  }
}

@provides('a.b')
@behavior({ instance: 'session' })
class Counter {
  #count = 0

  @method count(): number {
    return ++this.#count
  }
}

const call = (fields: object): string => JSON.stringify({ ...fields, version: '1.0' })
const demo = (methodName: string, args: unknown = null): string =>
  call({ interface: 'org.pycom.demo', method: methodName, args })

describe('ZeroJSON 1.0, frame by frame', () => {
  const { daemon: start, also } = opened()
  let daemon: Daemon
  let socket: Request

  beforeEach(async () => {
    daemon = await start()
    daemon.provide(Demo)
    daemon.provide(Counter)
    socket = also(new Request({ linger: 0 }))
    socket.connect(daemon.address)
  })

  const ask = async (...frames: (string | Buffer)[]): Promise<string[]> => {
    await socket.send(frames)
    return (await socket.receive(DEADLINE)).map(String)
  }

  const golden: [string, (string | Buffer)[], string][] = [
    ['a call', ['CALL', demo('echo', { x: 1 })], '{"code":0,"result":{"x":1}}'],
    ['a call without arguments', ['CALL', demo('answer')], '{"code":0,"result":42}'],
    ['optional arguments', ['CALL', demo('named', { a: 1 })], '{"code":0,"result":11}'],
    [
      'an unknown method',
      ['CALL', demo('x')],
      `{"code":2,"error":"Method 'x' not found in interface org.pycom.demo"}`,
    ],
    ['an unknown command', ['FOO', '{}'], '{"code":4,"error":"Unknown command: FOO"}'],
    ['too many parts', ['CALL', '{}', 'a', 'b'], '{"code":4,"error":"Expected 2-3 parts, got 4"}'],
    [
      'a field too few',
      ['CALL', call({ interface: 'org.pycom.demo' })],
      '{"code":4,"error":"Field method is required"}',
    ],
    [
      'an unknown interface',
      ['CALL', call({ interface: 'x.y', method: 'm' })],
      '{"code":4,"error":"Unsupported interface: x.y"}',
    ],
    ['any exception', ['CALL', demo('fail')], '{"code":1,"error":"Unknown error during request"}'],
    ['an error with a code', ['CALL', demo('user')], '{"code":100500,"error":"user text"}'],
    ['no JSON', ['CALL', '{'], '{"code":4,"error":"The header is not JSON in UTF-8"}'],
    [
      'no UTF-8',
      ['CALL', Buffer.from([0x22, 0xff, 0x22])],
      '{"code":4,"error":"The header is not JSON in UTF-8"}',
    ],
    ['no object', ['CALL', '[]'], '{"code":4,"error":"The header is not a JSON object"}'],
    [
      'an argument too few',
      ['CALL', demo('echo', {})],
      `{"code":4,"error":"Method 'echo' requires argument 'x'"}`,
    ],
    [
      'an unknown argument',
      ['CALL', demo('echo', { y: 1 })],
      `{"code":4,"error":"Method 'echo' has no argument 'y'"}`,
    ],
    ['a stream', ['CALL', demo('stream')], '{"code":4,"error":"This result needs ZeroJSON 2.0"}'],
    [
      'an expired session',
      ['CALL', call({ interface: 'a.b', method: 'count', session_id: 'no' })],
      '{"code":6,"error":"Session expired"}',
    ],
  ]
  for (const [title, frames, answer] of golden)
    it(`answers ${title} as PyCOM does`, async () => {
      assert.deepEqual(await ask(...frames), ['OK', answer])
    })

  it('gives interfaces with sessions an id', async () => {
    const [, json = ''] = await ask('CALL', call({ interface: 'a.b', method: 'count', args: null }))
    const { session_id } = JSON.parse(json) as { session_id: string }
    assert.match(session_id, /^[\da-f]{32}$/)
    const again = call({ interface: 'a.b', method: 'count', args: null, session_id })
    assert.deepEqual(await ask('CALL', again), ['OK', `{"code":0,"result":2,"session_id":"${session_id}"}`])
  })

  it('passes an attachment each way', async () => {
    assert.deepEqual(await ask('CALL', demo('attach', {}), 'abc'), [
      'OK',
      '{"code":0,"result":{"size":3}}',
      'cba',
    ])
  })

  it('answers clients behind a proxy: by all frames up to the empty one', async () => {
    const dealer = also(new Dealer({ linger: 0 }))
    dealer.connect(daemon.address)
    await dealer.send(['hop', 'another', '', 'CALL', demo('answer')])
    const frames = await dealer.receive(DEADLINE)
    assert.deepEqual(frames.map(String), ['hop', 'another', '', 'OK', '{"code":0,"result":42}'])
  })
})

describe('ZeroJSON 1.0 with a program in Python', function () {
  this.timeout(60_000)
  const { daemon: start, context, also } = opened()
  const interpreter = python()

  before(function () {
    if (!interpreter) this.skip()
  })

  const peer = (...args: string[]): Program =>
    also(new Program(interpreter ?? '', [join(import.meta.dirname, 'peer10.py'), ...args]))

  const asks = async (client: Program, ...frames: string[]): Promise<string[]> => {
    client.tell(JSON.stringify(frames))
    return JSON.parse(await client.says()) as string[]
  }

  it('is called: results, errors, sessions, attachments, introspection', async () => {
    const server = peer('server')
    interface Peer {
      echo(x: unknown): unknown
      count(): number
      reverse(data: Uint8Array): Uint8Array
      fail(): void
      other(): void
    }
    const com: Context = context()
    const proxy: Remote<Peer> = com.connect<Peer>(await server.says(), 'org.pycom.peer', { version: '1.0' })
    assert.deepEqual(await proxy.echo([1, 'ü']), { x: [1, 'ü'] })
    assert.deepEqual([await proxy.count(), await proxy.count()], [1, 2])
    assert.deepEqual(await proxy.reverse(Buffer.from('abc')), Buffer.from('cba'))
    await assert.rejects(async () => proxy.fail(), { code: 100500, message: 'user text' })
    await assert.rejects(async () => proxy.other(), { name: 'MethodNotFound' })
    assert.deepEqual((await introspect(proxy)).methods.echo?.required_arguments, ['x'])
    const answers = await Promise.all(Array.from({ length: 50 }, (_, each) => proxy.echo(each)))
    assert.deepEqual(
      answers,
      Array.from({ length: 50 }, (_, x) => ({ x })),
    )
  })

  it('calls: results, errors, sessions, attachments', async () => {
    const daemon = await start()
    daemon.provide(Demo)
    daemon.provide(Counter)
    const client = peer('client', daemon.address)
    assert.deepEqual(await asks(client, 'CALL', demo('echo', { x: 'ü' })), [
      'OK',
      '{"code":0,"result":{"x":"ü"}}',
    ])
    assert.deepEqual(await asks(client, 'CALL', demo('attach', {}), 'abc'), [
      'OK',
      '{"code":0,"result":{"size":3}}',
      'cba',
    ])
    assert.match((await asks(client, 'CALL', demo('x')))[1] ?? '', /"code":2/)
    const [, first = ''] = await asks(client, 'CALL', call({ interface: 'a.b', method: 'count', args: {} }))
    const { session_id } = JSON.parse(first) as { session_id: string }
    const [, second = ''] = await asks(
      client,
      'CALL',
      call({ interface: 'a.b', method: 'count', args: {}, session_id }),
    )
    assert.equal((JSON.parse(second) as { result: number }).result, 2)
  })

  it('registers at our nameserver, finds and is found there', async () => {
    const names = also(await Nameserver.start({ address: 'tcp://127.0.0.1:*' }))
    const server = peer('server')
    const address = await server.says()
    const client = peer('client', names.address)
    const ask = async (methodName: string, args: object): Promise<unknown> => {
      const frame = call({ interface: 'org.pycom.nameserver', method: methodName, args })
      return JSON.parse((await asks(client, 'CALL', frame))[1] ?? '') as unknown
    }
    const own = { address, interfaces: ['org.pycom.peer'], service: '/org/pycom/peer' }
    assert.deepEqual(await ask('register', own), { code: 0, result: {} })
    assert.deepEqual(await ask('register', { ...own, address: 'tcp://127.0.0.1:1' }), {
      code: 5,
      error: 'The service /org/pycom/peer is registered at another address',
    })
    assert.deepEqual(await ask('locate', { interface: 'org.pycom.peer' }), { code: 0, result: own })
    assert.deepEqual(await ask('locate', { interface: 'org.nobody' }), {
      code: 3,
      error: 'Service not found',
    })
    assert.deepEqual(await ask('list_services', { interface: 'org\\.pycom' }), { code: 0, result: [own] })
    assert.match(JSON.stringify(await ask('list_services', { interface: '(' })), /"code":4/)
    const com = context({ nameserver: names.address })
    const [record] = await com.lookup('org.pycom.peer')
    assert.equal(record?.service, '/org/pycom/peer')
    const proxy = com.connect<{ echo(x: number): unknown }>(record?.address[0] ?? '', 'org.pycom.peer', {
      version: '1.0',
    })
    assert.deepEqual(await proxy.echo(1), { x: 1 })
  })

  it('may end: calls fail in their time', async () => {
    const server = peer('server')
    const address = await server.says()
    await server.close()
    const proxy = context().connect<{ echo(x: number): unknown }>(address, 'org.pycom.peer', {
      version: '1.0',
    })
    await assert.rejects(async () => limited(proxy, { timeout: 200 }).echo(1), ServiceNotAvailable)
  })
})
