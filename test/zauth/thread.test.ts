import assert from 'node:assert/strict'
import { runCode } from '../helpers/child.ts'

/** A server of CURVE that lets nobody in, and a stranger who knows its key; `started` is the thread. */
const SCENE = `
  import { once } from 'node:events'
  import { Authenticator, Context, zauth, zcert, zctx, zmq, zsocket, zstr } from '$src/index.ts'
  const started = once(process, 'worker')
  const warning = once(process, 'warning')
  const attempt = (name, action) => {
    const began = performance.now()
    let outcome = 'done'
    try { action() } catch (error) { outcome = error.code }
    console.log(name, outcome, performance.now() - began < 5000 ? 'soon' : 'late')
  }
  const exchange = (context) => {
    const [server, client] = [zsocket.new(context, zmq.PUSH), zsocket.new(context, zmq.PULL)]
    const [own, strange] = [zcert.new(), zcert.new()]
    zcert.apply(own, server)
    zsocket.setCurveServer(server, true)
    zcert.apply(strange, client)
    zsocket.setCurveServerkey(client, zcert.publicTxt(own))
    zsocket.setSndtimeo(server, 300)
    zsocket.setRcvtimeo(client, 300)
    const port = zsocket.bind(server, 'tcp://127.0.0.1:*')
    zsocket.connect(client, 'tcp://127.0.0.1:' + port)
    try { zstr.send(server, 'secret') } catch {}
    const came = zstr.recv(client)
    zsocket.destroy(context, client)
    zsocket.destroy(context, server)
    return came
  }
`

describe('when the thread that authenticates has ended', () => {
  it('nobody comes in, orders fail at once, and another authentication can take its place', async () => {
    const { stdout, stderr, code } = await runCode(`
      ${SCENE}
      const context = zctx.new()
      const auth = zauth.new(context)
      await (await started)[0].terminate()
      const [{ code }] = await warning
      console.log(code, exchange(context))
      attempt('allow', () => zauth.allow(auth, '127.0.0.1'))
      attempt('second', () => zauth.new(context))
      attempt('destroy', () => zauth.destroy(auth))
      attempt('new', () => zauth.configureCurve(zauth.new(context), '*', zauth.CURVE_ALLOW_ANY))
      console.log(exchange(context))`)
    const expected = [
      'CZMQ_AUTHENTICATION null',
      'allow EPIPE soon',
      'second EADDRINUSE soon',
      'destroy done soon',
      'new done soon',
      'secret',
      '',
    ]
    assert.deepEqual({ stdout, code }, { stdout: expected.join('\n'), code: 0 })
    assert.match(
      stderr,
      /^\(node:\d+\) \[CZMQ_AUTHENTICATION\] CzmqWarning: The authentication thread has ended/,
    )
  })

  it('nobody comes in from that moment on, and orders fail at once, also while this thread blocks', async () => {
    const { stdout, code } = await runCode(`
      ${SCENE}
      import { readdirSync } from 'node:fs'
      const context = zctx.new()
      const before = readdirSync('/proc/self/task')
      const auth = zauth.new(context)
      const [worker] = await started
      const thread = () => readdirSync('/proc/self/task').filter((each) => !before.includes(each))
      // Threads of 0MQ stay
      const all = thread().length
      worker.terminate()
      const nothing = new Int32Array(new SharedArrayBuffer(4))
      while (thread().length === all) Atomics.wait(nothing, 0, 0, 1)
      console.log(exchange(context))
      attempt('allow', () => zauth.allow(auth, '127.0.0.1'))
      attempt('destroy', () => zauth.destroy(auth))
      attempt('new', () => zauth.configureCurve(zauth.new(context), '*', zauth.CURVE_ALLOW_ANY))
      console.log(exchange(context))`)
    const expected = ['null', 'allow EPIPE soon', 'destroy done soon', 'new done soon', 'secret', '']
    assert.deepEqual({ stdout, code }, { stdout: expected.join('\n'), code: 0 })
  })

  it('before it was there, that is an error at once', async () => {
    const { stdout, code } = await runCode(`
      ${SCENE}
      import workerThreads from 'node:worker_threads'
      import { syncBuiltinESMExports } from 'node:module'
      const { Worker } = workerThreads
      const terminated = class extends Worker {
        constructor(...options) {
          super(...options)
          void this.terminate()
        }
      }
      const use = (type) => { workerThreads.Worker = type; syncBuiltinESMExports() }
      const context = zctx.new()
      use(terminated)
      attempt('first', () => zauth.new(context))
      use(Worker)
      attempt('second', () => zauth.new(context))`)
    assert.deepEqual({ stdout, code }, { stdout: 'first EPIPE soon\nsecond done soon\n', code: 0 })
  })

  it('iterations over decisions end, and the context can be destroyed', async () => {
    const { stdout, code } = await runCode(`
      ${SCENE}
      const context = new Context()
      const authenticator = new Authenticator({ context })
      const next = authenticator[Symbol.asyncIterator]().next()
      await (await started)[0].terminate()
      console.log(await next)
      await warning
      for await (const decision of authenticator) console.log(decision)
      attempt('use', () => authenticator.use(() => ({ status: 200 })))
      attempt('close', () => authenticator.close())`)
    assert.deepEqual(
      { stdout, code },
      { stdout: '{ value: undefined, done: true }\nuse EPIPE soon\nclose done soon\n', code: 0 },
    )
  })
})

describe('zauth while descriptors are missing', () => {
  it('puts clients off whose files it cannot read, and lets them in afterwards', async () => {
    const { stdout, stderr, code } = await runCode(`
      import { closeSync, mkdtempSync, openSync, rmSync, writeFileSync } from 'node:fs'
      import { tmpdir } from 'node:os'
      import { join } from 'node:path'
      import koffi from 'koffi'
      import { zauth, zcert, zctx } from '$src/index.ts'
      import { answer, ask, askerOf } from '$src/../test/zauth/client.ts'
      const RLIMIT_NOFILE = 7
      const folder = mkdtempSync(join(tmpdir(), 'czmq-'))
      const certificate = zcert.new()
      zcert.savePublic(certificate, join(folder, 'known'))
      writeFileSync(join(folder, 'passwords_secret'), 'admin=right')
      const context = zctx.new()
      const auth = zauth.new(context)
      zauth.configureCurve(auth, '*', folder)
      zauth.configurePlain(auth, '*', join(folder, 'passwords_secret'))
      const asker = askerOf(context)
      const askAll = () => {
        for (const shown of [['CURVE', zcert.publicKey(certificate)], ['PLAIN', 'admin', 'right'], ['PLAIN', 'admin', 'wrong']]) {
          ask(asker, '1.0', '1', 'domain', '127.0.0.1', '', ...shown)
          console.log(String(answer(asker)[2]))
        }
      }
      koffi.load(null).func('int setrlimit(int, void *)')(RLIMIT_NOFILE, BigUint64Array.of(200n, 200n))
      const open = []
      try { for (;;) open.push(openSync('/dev/null')) } catch {}
      closeSync(open.pop())
      // So that it must be read again
      writeFileSync(join(folder, 'passwords_secret'), 'admin=right\\n')
      open.push(openSync('/dev/null'))
      askAll()
      for (const each of open) closeSync(each)
      askAll()
      rmSync(folder, { recursive: true })`)
    assert.deepEqual(
      { stdout, stderr, code },
      { stdout: '300\n300\n300\n200\n200\n400\n', stderr: '', code: 0 },
    )
  })
})

describe('zauth where there is no room for its thread', () => {
  it('throws EMFILE at once, and works when there is', async () => {
    const { stdout, stderr, code } = await runCode(`
      ${SCENE}
      import { closeSync, openSync } from 'node:fs'
      import koffi from 'koffi'
      const RLIMIT_NOFILE = 7
      const context = zctx.new()
      zsocket.new(context, zmq.PAIR)
      koffi.load(null).func('int setrlimit(int, void *)')(RLIMIT_NOFILE, BigUint64Array.of(200n, 200n))
      const open = []
      try { for (;;) open.push(openSync('/dev/null')) } catch {}
      for (let free = 0; free < 24; free += 8) {
        attempt('new', () => zauth.new(context))
        for (let each = 0; each < 8; each++) closeSync(open.pop())
      }
      for (const each of open) closeSync(each)
      attempt('new', () => zauth.new(context))`)
    assert.deepEqual(
      { stdout, stderr, code },
      { stdout: `${'new EMFILE soon\n'.repeat(3)}new done soon\n`, stderr: '', code: 0 },
    )
  })
})
