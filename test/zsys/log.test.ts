import assert from 'node:assert/strict'
import { once } from 'node:events'
import { createServer } from 'node:net'
import { type Zsocket, zctx, zmq, zsocket, zstr, zsys } from '../../src/index.ts'
import { runCode } from '../helpers/child.ts'

/** What the log functions wrote, without the times. */
function untimed(log: string): string {
  return log.replace(/\d\d-\d\d-\d\d \d\d:\d\d:\d\d /g, '')
}

describe('the log of zsys', () => {
  it('is written nowhere at first, then to the stream that is set, each line with its level', async () => {
    const { stdout, stderr } = await runCode(`
      import { zsys } from '$src/index.ts'
      zsys.error('nobody reads this')
      zsys.setLogstream('stderr')
      for (const level of ['error', 'warning', 'notice', 'info', 'debug']) zsys[level](level + ' é %s%n %d')
      zsys.setLogident('program %s')
      zsys.info('with a name')
      zsys.setLogstream('stdout')
      zsys.info('on stdout')
      zsys.setLogstream('stderr')
      zsys.info('again')
      zsys.setLogstream(null)
      zsys.error('nobody reads this')`)
    assert.equal(
      untimed(stderr),
      `${['error', 'warning', 'notice', 'info', 'debug'].map((each) => `${each[0]?.toUpperCase()}: ${each} é %s%n %d\n`).join('')}I: (program %s) with a name\nI: (program %s) again\n`,
    )
    assert.equal(untimed(stdout), 'I: (program %s) on stdout\n')
  })

  it('ends lines after 1023 bytes, as C does', async () => {
    const { stderr } = await runCode(`
      import { zsys } from '$src/index.ts'
      zsys.setLogstream('stderr')
      zsys.info('x'.repeat(100_000))`)
    assert.equal(stderr.length, 1024)
  })

  it('refuses streams that it does not know', () => {
    for (const stream of ['stdin', '', 1, {}]) {
      assert.throws(() => Reflect.apply(zsys.setLogstream, undefined, [stream]), {
        code: 'ERR_INVALID_ARG_VALUE',
      })
    }
  })

  it('says that the process has no such stream', async () => {
    const { stdout } = await runCode(`
      import { closeSync, writeSync } from 'node:fs'
      import { zsys } from '$src/index.ts'
      zsys.version()
      closeSync(2)
      try { zsys.setLogstream('stderr') } catch (error) { writeSync(1, error.code + ' ' + error.syscall) }
      process.kill(process.pid, 'SIGKILL') // koffi's exit handler hangs without a stderr`)
    assert.equal(stdout, 'EBADF fdopen')
  })

  it('goes to syslog without a word when that is missing', async () => {
    const { stderr, code } = await runCode(`
      import { zsys } from '$src/index.ts'
      zsys.setLogstream('stderr')
      zsys.setLogident('test%s%n')
      zsys.setLogsystem(true)
      zsys.debug('to the system %s%n')
      zsys.setLogident('other')
      zsys.debug('again')
      zsys.setLogsystem(false)
      zsys.info('here')`)
    assert.equal(untimed(stderr), 'I: (other) here\n')
    assert.equal(code, 0)
  })
})

describe('zsys.setLogsender', () => {
  afterEach(() => zsys.setLogsender(null))

  function subscriber(use: (socket: Zsocket) => void): void {
    const context = zctx.new()
    const socket = zsocket.new(context, zmq.SUB)
    zmq.setsockopt(socket, zmq.SUBSCRIBE, new Uint8Array(0))
    zmq.setsockopt(socket, zmq.RCVTIMEO, Buffer.from(Int32Array.of(50).buffer))
    try {
      use(socket)
    } finally {
      zctx.destroy(context)
    }
  }

  /** Subscriptions take their time: logs until a line arrives. */
  function firstLine(socket: Zsocket): string | null {
    const deadline = Date.now() + 5000
    let line: string | null = null
    while (line === null && Date.now() < deadline) {
      zsys.info('published %s%n')
      line = zstr.recv(socket)
    }
    return line
  }

  it('binds a PUB socket to each endpoint', () => {
    subscriber((socket) => {
      const port = zsocket.bind(socket, 'tcp://127.0.0.1:*')
      zsocket.unbind(socket, `tcp://127.0.0.1:${port}`)
      zsys.setLogsender(`inproc://log-${process.pid}`)
      zsys.setLogsender(`ipc:///tmp/czmq-log-${process.pid}`)
      zsocket.connect(socket, `ipc:///tmp/czmq-log-${process.pid}`)
      assert.match(firstLine(socket) ?? '', /^I: .* published %s%n$/)
    })
  })

  it('connects with > before the endpoint', () => {
    subscriber((socket) => {
      zsys.setLogsender(`>tcp://127.0.0.1:${zsocket.bind(socket, 'tcp://127.0.0.1:*')}`)
      assert.match(firstLine(socket) ?? '', /^I: .* published %s%n$/)
    })
  })

  it('throws EADDRINUSE when the port is taken, by its own socket too', async () => {
    const server = createServer().listen(0, '127.0.0.1')
    await once(server, 'listening')
    const address = server.address()
    const port = typeof address === 'object' ? address?.port : 0
    assert.throws(() => zsys.setLogsender(`@tcp://127.0.0.1:${port}`), {
      code: 'EADDRINUSE',
      syscall: 'zmq_bind',
      address: `tcp://127.0.0.1:${port}`,
    })
    await new Promise((resolve) => server.close(resolve))
    zsys.setLogsender(`@tcp://127.0.0.1:${port}`)
    assert.throws(() => zsys.setLogsender(`tcp://127.0.0.1:${port}`), { code: 'EADDRINUSE' })
    zsys.setLogsender('inproc://own-log')
    assert.throws(() => zsys.setLogsender('inproc://own-log'), { code: 'EADDRINUSE' })
  })

  it('throws what binding and connecting throw', () => {
    assert.throws(() => zsys.setLogsender('bogus://x'), { code: 'EPROTONOSUPPORT' })
    assert.throws(() => zsys.setLogsender('>bogus://x'), { code: 'EPROTONOSUPPORT' })
    assert.throws(() => zsys.setLogsender('tcp://no-such-interface:5555'), { code: 'ENODEV' })
    assert.throws(() => zsys.setLogsender('udp://127.0.0.1:5555'), { code: 'ENOCOMPATPROTO' })
  })

  it('throws EMFILE when CZMQ has as many sockets as it may', async () => {
    const { stdout, code } = await runCode(`
      import { C, zsys } from '$src/index.ts'
      zsys.setMaxSockets(1)
      const socket = C.zsys_socket(0, null, 0)
      for (const endpoint of ['inproc://log', 'tcp://127.0.0.1:0']) {
        try { zsys.setLogsender(endpoint) } catch (error) { console.log(error.code, error.syscall) }
      }
      C.zsys_close(socket, null, 0)`)
    assert.equal(stdout, 'EMFILE zmq_socket\nEMFILE zmq_socket\n')
    assert.equal(code, 0)
  })

  it('refuses what CZMQ would not take as it is', () => {
    const long = `inproc://${'x'.repeat(250)}`
    const bad = [
      '',
      'x',
      'inproc://a,inproc://b',
      'tcp://127.0.0.1:*',
      'tcp://127.0.0.1:![1-2]',
      'inproc://zeromq.zap.01',
      long,
    ]
    for (const endpoint of bad)
      assert.throws(() => zsys.setLogsender(endpoint), { code: 'ERR_INVALID_ARG_VALUE' }, endpoint)
    assert.throws(() => zsys.setLogsender('tcp://127.0.0.1:65536'), { code: 'ERR_OUT_OF_RANGE' })
  })

  it('takes endpoints with %s%n, and as long as they may be', () => {
    zsys.setLogsender(`inproc://%s%n${'x'.repeat(240)}`)
  })

  it('lets the process end while it is on', async () => {
    const { stdout, stderr, code } = await runCode(`
      import { zsys } from '$src/index.ts'
      zsys.setLogsender('inproc://log')
      zsys.info('text')`)
    assert.deepEqual([stdout, stderr, code], ['', '', 0])
  })
})
