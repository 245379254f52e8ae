import assert from 'node:assert/strict'
import { C, type Zauth, type Zctx, zauth, zctx, zmq, zsocket } from '../../src/index.ts'
import { runCode } from '../helpers/child.ts'
import { answer, ask, askerOf } from './client.ts'

const OPERATIONS: Record<string, (auth: Zauth) => unknown> = {
  allow: (auth) => zauth.allow(auth, '127.0.0.1'),
  deny: (auth) => zauth.deny(auth, '127.0.0.1'),
  configurePlain: (auth) => zauth.configurePlain(auth, '*', '/nowhere'),
  configureCurve: (auth) => zauth.configureCurve(auth, '*', '/nowhere'),
  setVerbose: (auth) => zauth.setVerbose(auth, false),
}

const STATES: Record<string, { enter: (auth: Zauth, context: Zctx) => void; code: string | null }> = {
  fresh: { enter: () => {}, code: null },
  destroyed: { enter: (auth) => zauth.destroy(auth), code: 'ERR_CZMQ_DESTROYED' },
  disposed: { enter: (auth) => auth[Symbol.dispose](), code: 'ERR_CZMQ_DESTROYED' },
  'after its context was destroyed': {
    enter: (_, context) => zctx.destroy(context),
    code: 'ERR_CZMQ_DESTROYED',
  },
}

describe('zauth in all its states', () => {
  for (const [state, { enter, code }] of Object.entries(STATES)) {
    for (const [name, operation] of Object.entries(OPERATIONS)) {
      it(`${name}, ${state}`, () => {
        using context = zctx.new()
        const auth = zauth.new(context)
        enter(auth, context)
        if (code === null) assert.equal(operation(auth), undefined)
        else assert.throws(() => operation(auth), { code })
      })
    }

    it(`destroy, ${state}`, () => {
      using context = zctx.new()
      const auth = zauth.new(context)
      enter(auth, context)
      zauth.destroy(auth)
      zauth.destroy(auth)
      assert.ok(auth.destroyed)
    })
  }

  it('is one for each context, and its endpoint is free when it ends', () => {
    using context = zctx.new()
    const first = zauth.new(context)
    assert.throws(() => zauth.new(context), { code: 'EADDRINUSE' })
    using shadow = zctx.shadow(context)
    assert.throws(() => zauth.new(shadow), { code: 'EADDRINUSE' })
    for (let index = 0; index < 100; index++) {
      zauth.destroy(index === 0 ? first : zauth.new(context))
    }
    zauth.destroy(zauth.new(shadow))
  })

  it('is refused where a program answers requests itself', () => {
    using context = zctx.new()
    zsocket.bind(zsocket.new(context, zmq.REP), 'inproc://zeromq.zap.01')
    assert.throws(() => zauth.new(context), { code: 'EADDRINUSE' })
  })

  it('is refused where CZMQ itself authenticates, and ends no process over it', async () => {
    const { code, stdout, stderr } = await runCode(
      `import { C, zauth, zctx } from '$src/index.ts'
      const actor = C.zactor_new(C.zauth, null)
      try { zauth.new(zctx.global()) } catch (error) { console.log(error.code) }
      C.zactor_destroy([actor])
      zauth.destroy(zauth.new(zctx.global()))`,
    )
    assert.deepEqual({ code, stdout, stderr }, { code: 0, stdout: 'EADDRINUSE\n', stderr: '' })
  })

  it('is another one for each context', () => {
    using one = zctx.new()
    using other = zctx.new()
    const decided = (context: Zctx) => {
      const asker = askerOf(context)
      ask(asker, '1.0', 'id', '', '127.0.0.1', '', 'NULL')
      return String(answer(asker)?.[2])
    }
    zauth.deny(zauth.new(one), '127.0.0.1')
    zauth.new(other)
    assert.deepEqual([decided(one), decided(other), decided(one)], ['400', '200', '400'])
  })

  it('lives as long as its context, although nobody refers to it', async () => {
    const { stdout, stderr } = await runCode(
      `import { zauth, zctx, liveHandles } from '$src/index.ts'
      let context = zctx.new()
      zauth.new(context)
      zauth.new(zctx.global())
      const collect = async () => { for (let i = 0; i < 20; i++) { gc(); await new Promise(setImmediate) } }
      await collect()
      console.log(liveHandles('zauth'))
      context = null
      await collect()
      console.log(liveHandles('zauth'), liveHandles('zctx'))`,
      { execArgv: ['--expose-gc'] },
    )
    assert.deepEqual({ stdout, stderr }, { stdout: '2\n1 0\n', stderr: '' })
  })

  it('is NULL of C where there is one, and ends with the context of C', () => {
    const context = C.zctx_new()
    const auth = C.zauth_new(context)
    assert.ok(auth)
    assert.equal(C.zauth_new(context), null)
    C.zauth_deny(auth, '127.0.0.1')
    C.zauth_configure_plain(auth, 'ignored', '%s/%d', '/nowhere', 7)
    C.zauth_configure_curve(auth, 'ignored', '*')
    C.zauth_set_verbose(auth, false)
    const ref: [typeof auth | null] = [auth]
    C.zauth_destroy(ref)
    C.zauth_destroy(ref)
    assert.equal(ref[0], null)
    assert.ok(C.zauth_new(context))
    C.zctx_destroy([context])
  })

  it('writes decisions to the log of CZMQ when it is told to, and no secrets', async () => {
    const { stdout, stderr, code } = await runCode(
      `import { zauth, zctx } from '$src/index.ts'
      import { answer, ask, askerOf } from '$src/../test/zauth/client.ts'
      const context = zctx.new()
      const auth = zauth.new(context)
      zauth.configurePlain(auth, '*', new Map([['user', 'secret']]))
      const asker = askerOf(context)
      const request = () => { ask(asker, '1.0', 'id', 'home', '::1', '', 'PLAIN', 'user', 'secret'); answer(asker) }
      request()
      zauth.setVerbose(auth, true)
      request()
      zauth.destroy(auth)`,
      { env: { ZSYS_LOGSTREAM: 'stderr' } },
    )
    assert.equal(code, 0)
    assert.equal(stdout, '')
    assert.match(stderr, /^I: [^\n]* ZAP: let in PLAIN from "::1", domain "home"\n$/)
  })
})
