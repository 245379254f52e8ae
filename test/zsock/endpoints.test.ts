import assert from 'node:assert/strict'
import { zsock } from '../../src/index.ts'
import { PAIR, PULL, PUSH, REP } from '../../src/raw/generated/constants.ts'
import type { Zsock } from '../../src/socket-kinds.ts'
import { runCode } from '../helpers/child.ts'
import { closeSockets, openSockets, setTimeouts } from './sockets.ts'

const FIRST = 49152
const LAST = 65535

describe('zsock.bind', () => {
  let self: Zsock

  beforeEach(() => {
    self = zsock.new(PUSH)
  })
  afterEach(() => zsock.destroy(self))

  for (const [ports, first, last] of [
    ['*', FIRST, LAST],
    ['!', FIRST, LAST],
    ['*[50000-]', 50000, LAST],
    ['![50000-]', 50000, LAST],
    ['*[-50001]', FIRST, 50001],
    ['![-50001]', FIRST, 50001],
    ['*[60000-60500]', 60000, 60500],
    ['![60000-60500]', 60000, 60500],
    ['*[-]', FIRST, LAST],
  ] as const) {
    it(`finds a port for ${ports}, and endpoint tells it`, () => {
      const port = zsock.bind(self, `tcp://127.0.0.1:${ports}`)
      assert.ok(port >= first && port <= last, String(port))
      assert.equal(zsock.endpoint(self), `tcp://127.0.0.1:${port}`)
    })
  }

  it('answers the port that the system chose for 0', () => {
    const port = zsock.bind(self, 'tcp://127.0.0.1:0')
    assert.ok(port > 0 && port <= LAST)
    using peer = zsock.new(PULL)
    setTimeouts(peer, 2000)
    zsock.connect(peer, `tcp://127.0.0.1:${port}`)
    zsock.send(self, 's', 'hello')
    assert.deepEqual(zsock.recv(peer, 's'), ['hello'])
  })

  it('answers the given port, and 0 for a transport without ports', () => {
    const port = zsock.bind(self, 'tcp://127.0.0.1:*')
    zsock.unbind(self, `tcp://127.0.0.1:${port}`)
    assert.throws(() => zsock.unbind(self, `tcp://127.0.0.1:${port}`), { code: 'ENOENT' })
    assert.equal(zsock.bind(self, 'inproc://zsock.bind'), 0)
    assert.equal(zsock.endpoint(self), 'inproc://zsock.bind')
    assert.equal(zsock.bind(self, 'inproc://zsock.bind:5'), 0)
  })

  it('takes text as it is', () => {
    assert.equal(zsock.bind(self, 'inproc://zsock.%s%n%d'), 0)
    assert.equal(zsock.endpoint(self), 'inproc://zsock.%s%n%d')
    assert.equal(zsock.bind(self, `inproc://${'x'.repeat(10_000)}`), 0)
  })

  it('throws EADDRINUSE when the port is taken', () => {
    const port = zsock.bind(self, 'tcp://127.0.0.1:*')
    using other = zsock.new(PUSH)
    const address = `tcp://127.0.0.1:${port}`
    assert.throws(() => zsock.bind(other, address), {
      code: 'EADDRINUSE',
      syscall: 'zsock_bind',
      address,
    })
  })

  for (const mark of ['*', '!']) {
    it(`throws EADDRINUSE when all ports of a range with ${mark} are taken`, () => {
      const port = zsock.bind(self, 'tcp://127.0.0.1:*')
      using other = zsock.new(PUSH)
      assert.throws(() => zsock.bind(other, `tcp://127.0.0.1:${mark}[${port}-${port}]`), {
        code: 'EADDRINUSE',
      })
    })
  }

  it('goes on to the next port of a range', () => {
    const port = zsock.bind(self, 'tcp://127.0.0.1:*[50000-50100]')
    using other = zsock.new(PUSH)
    assert.ok(zsock.bind(other, `tcp://127.0.0.1:*[${port}-]`) > port)
  })

  it('fails at once when no port would mend it', () => {
    assert.throws(() => zsock.bind(self, 'tcp://192.0.2.1:*'), { code: 'EADDRNOTAVAIL' })
    assert.throws(() => zsock.bind(self, 'tcp://nosuchdevice:!'), { code: 'ENODEV' })
    assert.equal(zsock.endpoint(self), null)
  })

  it('refuses ports out of range, ranges without ports and malformed endpoints', () => {
    for (const port of ['65536', '99999999', '99999999999999999999']) {
      assert.throws(() => zsock.bind(self, `tcp://127.0.0.1:${port}`), { code: 'ERR_OUT_OF_RANGE' })
    }
    for (const address of [
      'tcp://127.0.0.1:*[60000-50000]',
      'tcp://127.0.0.1:![70000-]',
      'tcp://127.0.0.1:*[-65536]',
      'tcp://127.0.0.1:*[0-10]',
      'tcp://127.0.0.1:*[-40000]',
      'tcp://',
      'bogus',
      '',
      '@tcp://127.0.0.1:*',
      'inproc://with\0nul',
      'norm://nohost:5556',
      'norm://:5556',
      'norm://',
    ]) {
      assert.throws(() => zsock.bind(self, address), { code: 'ERR_INVALID_ARG_VALUE' }, address)
    }
  })

  it('leaves the endpoint of authentication to sockets that can serve it', () => {
    assert.throws(() => zsock.bind(self, 'inproc://zeromq.zap.01'), { code: 'ERR_INVALID_ARG_VALUE' })
    assert.throws(() => zsock.attach(self, '@inproc://zeromq.zap.01', 'connect'), {
      code: 'ERR_INVALID_ARG_VALUE',
    })
    using server = zsock.new(REP)
    assert.equal(zsock.bind(server, 'inproc://zeromq.zap.01'), 0)
  })

  it('survives a NORM endpoint that libzmq cannot resolve', async () => {
    const { code, stdout } = await runCode(`
      import { zsock } from '$src/index.ts'
      const self = zsock.newPub()
      for (const call of [zsock.bind, zsock.connect]) {
        try { call(self, 'norm://nohost.invalid:5556') } catch (error) { console.log(error.code) }
      }`)
    assert.deepEqual({ code, stdout }, { code: 0, stdout: 'ERR_INVALID_ARG_VALUE\nERR_INVALID_ARG_VALUE\n' })
  })
})

describe('zsock.unbind, connect and disconnect', () => {
  it('do, and undo, what they say', () => {
    const { output, input } = openSockets()
    const address = zsock.endpoint(input) ?? ''
    zsock.disconnect(output, address)
    assert.throws(() => zsock.disconnect(output, address), {
      code: 'ENOENT',
      syscall: 'zsock_disconnect',
      address,
    })
    zsock.unbind(input, address)
    assert.throws(() => zsock.unbind(input, address), { code: 'ENOENT', syscall: 'zsock_unbind', address })
    closeSockets({ output, input })
  })

  it('throw what libzmq says of an endpoint', () => {
    using self = zsock.new(PULL)
    const unknown = 'txp://127.0.0.1:5560'
    assert.throws(() => zsock.connect(self, unknown), {
      code: 'EPROTONOSUPPORT',
      syscall: 'zsock_connect',
      address: unknown,
    })
    assert.throws(() => zsock.bind(self, unknown), { code: 'EPROTONOSUPPORT' })
    assert.throws(() => zsock.connect(self, 'tcp://127.0.0.1'), { code: 'EINVAL' })
    assert.throws(() => zsock.connect(self, 'udp://127.0.0.1:1'), { code: 'ENOCOMPATPROTO' })
  })

  it('refuse ports out of range, which C takes modulo 65536', () => {
    using self = zsock.new(PULL)
    for (const call of [zsock.connect, zsock.disconnect, zsock.unbind]) {
      assert.throws(() => call(self, 'tcp://127.0.0.1:70000'), { code: 'ERR_OUT_OF_RANGE' })
      assert.throws(() => call(self, 'nonsense'), { code: 'ERR_INVALID_ARG_VALUE' })
    }
  })
})

describe('zsock.attach', () => {
  let self: Zsock

  beforeEach(() => {
    self = zsock.new(PAIR)
  })
  afterEach(() => zsock.destroy(self))

  it('binds and connects as the prefixes say, and else as it is told', () => {
    zsock.attach(self, '@inproc://attach.a,tcp://127.0.0.1:*,inproc://attach.b', 'bind')
    assert.equal(zsock.endpoint(self), 'inproc://attach.b')
    using peer = zsock.new(PAIR)
    setTimeouts(peer, 2000)
    setTimeouts(self, 2000)
    zsock.attach(peer, 'inproc://attach.a', 'connect')
    zsock.send(peer, 's', 'hello')
    assert.deepEqual(zsock.recv(self, 's'), ['hello'])
    assert.equal(zsock.endpoint(peer), null)
    zsock.attach(peer, '@inproc://attach.c,>inproc://attach.b', 'connect')
    assert.equal(zsock.endpoint(peer), 'inproc://attach.c')
  })

  it('attaches to nothing when nothing is named', () => {
    zsock.attach(self, '', 'bind')
    assert.equal(zsock.endpoint(self), null)
  })

  it('finds ports in lists', () => {
    zsock.attach(self, '@tcp://127.0.0.1:![50000-],@tcp://127.0.0.1:*[-60000]', 'connect')
    assert.match(zsock.endpoint(self) ?? '', /^tcp:/)
  })

  it('checks all endpoints before it does anything', () => {
    for (const bad of ['b', ' c', '', ' ', '@', '>', '@@tcp://127.0.0.1:*', 'tcp://127.0.0.1:*[9-1]']) {
      assert.throws(() => zsock.attach(self, `@inproc://attach.d,${bad}`, 'bind'), {
        code: 'ERR_INVALID_ARG_VALUE',
      })
    }
    assert.throws(() => zsock.attach(self, '@inproc://attach.d,tcp://127.0.0.1:70000', 'connect'), {
      code: 'ERR_OUT_OF_RANGE',
    })
    assert.equal(zsock.endpoint(self), null)
  })

  it('keeps what was attached before one fails', () => {
    assert.throws(() => zsock.attach(self, '@inproc://attach.e,>txp://x', 'bind'), {
      code: 'EPROTONOSUPPORT',
      address: 'txp://x',
    })
    assert.equal(zsock.endpoint(self), 'inproc://attach.e')
  })

  it('wants to be told whether to bind or to connect', () => {
    for (const otherwise of [true, false, undefined, null, 'Bind', 1]) {
      assert.throws(() => zsock.attach(self, '@inproc://x', otherwise as never), {
        code: 'ERR_INVALID_ARG_TYPE',
      })
    }
  })
})
