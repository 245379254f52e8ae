import assert from 'node:assert/strict'
import { C, liveHandles, zsock } from '../../src/index.ts'
import * as zmq from '../../src/raw/generated/constants.ts'
import { runCode } from '../helpers/child.ts'
import { setTimeouts } from './sockets.ts'

const CONSTRUCTORS = [
  ['PUB', zsock.newPub, 'bind'],
  ['SUB', zsock.newSub, 'connect'],
  ['REQ', zsock.newReq, 'connect'],
  ['REP', zsock.newRep, 'bind'],
  ['DEALER', zsock.newDealer, 'connect'],
  ['ROUTER', zsock.newRouter, 'bind'],
  ['PUSH', zsock.newPush, 'connect'],
  ['PULL', zsock.newPull, 'bind'],
  ['XPUB', zsock.newXpub, 'bind'],
  ['XSUB', zsock.newXsub, 'connect'],
  ['PAIR', zsock.newPair, 'connect'],
  ['STREAM', zsock.newStream, 'connect'],
] as const

describe('zsock constructors', () => {
  for (const [type, construct, otherwise] of CONSTRUCTORS) {
    it(`make a ${type} that ${otherwise}s where nothing else is said`, () => {
      using peer = zsock.newPair()
      const port = zsock.bind(peer, 'tcp://127.0.0.1:*')
      const address = otherwise === 'bind' ? 'tcp://127.0.0.1:*' : `tcp://127.0.0.1:${port}`
      using self = construct(address)
      assert.equal(zsock.typeStr(self), type)
      assert.equal(zsock.endpoint(self) !== null, otherwise === 'bind')
    })

    it(`make a ${type} without endpoints, and with a prefix that says it otherwise`, () => {
      using self = construct()
      assert.equal(zsock.endpoint(self), null)
      using bound = construct('@tcp://127.0.0.1:*')
      assert.match(zsock.endpoint(bound) ?? '', /^tcp:\/\/127\.0\.0\.1:\d+$/)
    })
  }

  for (const subscribe of ['b', Buffer.from('b')]) {
    it(`subscribe a SUB before it is attached, with ${typeof subscribe === 'string' ? 'text' : 'bytes'}`, () => {
      using publisher = zsock.newXpub('@tcp://127.0.0.1:*')
      using subscriber = zsock.newSub(zsock.endpoint(publisher) ?? '', subscribe)
      for (const each of [publisher, subscriber]) setTimeouts(each, 2000)
      assert.deepEqual(zsock.recv(publisher, 'b'), [Buffer.from('\x01b')])
      zsock.send(publisher, 's', 'a')
      zsock.send(publisher, 's', 'b')
      assert.deepEqual(zsock.recv(subscriber, 's'), ['b'])
    })
  }

  it('leave no socket behind when an endpoint is wrong', () => {
    assert.throws(() => zsock.newPush('nonsense'), { code: 'ERR_INVALID_ARG_VALUE' })
    assert.throws(() => zsock.newPull('tcp://127.0.0.1:*,txp://127.0.0.1:1'), {
      code: 'EPROTONOSUPPORT',
      syscall: 'zsock_bind',
      address: 'txp://127.0.0.1:1',
    })
    assert.throws(() => zsock.newSub('tcp://127.0.0.1:1', 7 as unknown as string), {
      code: 'ERR_INVALID_ARG_TYPE',
    })
  })

  it('refuse types that do not exist', () => {
    for (const type of [-1, 21, 99, 1.5, Number.NaN, 2 ** 40]) {
      assert.throws(() => zsock.new(type), { code: 'ERR_OUT_OF_RANGE' })
    }
  })

  it('refuse a draft type where the library has no drafts: a peer would make it abort', () => {
    for (const type of [zmq.SERVER, zmq.DGRAM, zmq.PEER, 20]) {
      try {
        zsock.destroy(zsock.new(type))
        zsock.destroy(zsock.new(type))
      } catch (error) {
        assert.equal((error as NodeJS.ErrnoException).code, 'ERR_CZMQ_SYMBOL')
      }
    }
  })
})

/** Coverage would be written to a file, for which there is no descriptor either. */
const WITHOUT_FILES = { env: { NODE_V8_COVERAGE: '' } }

describe('zsock at the limit', () => {
  it('throws EMFILE when the context has no room, and goes on when there is room again', async () => {
    const { code, stdout, stderr } = await runCode(`
      import { zsock, C } from '$src/index.ts'
      C.zsys_set_max_sockets(20)
      const open = []
      let thrown
      while (!thrown) try { open.push(zsock.newPair()) } catch (error) { thrown = error }
      console.log(thrown.code, thrown.syscall, open.length)
      for (const each of [() => zsock.new(0), () => zsock.newPub('@inproc://x')]) {
        try { each() } catch (error) { console.log(error.code) }
      }
      zsock.destroy(open.pop())
      const deadline = Date.now() + 5000
      let again
      while (!again && Date.now() < deadline) try { again = zsock.newPush() } catch {}
      console.log(again !== undefined)`)
    assert.equal(stdout, 'EMFILE zsock_new 20\nEMFILE\nEMFILE\ntrue\n')
    assert.equal(stderr, '')
    assert.equal(code, 0)
  })

  for (const [when, before] of [
    ['before the first socket', ''],
    ['after it', 'zsock.destroy(zsock.newPush())'],
  ]) {
    it(`throws EMFILE when no file descriptor is left ${when}`, async () => {
      const { code, stdout, stderr } = await runCode(
        `
        import { openSync } from 'node:fs'
        import { C, liveHandles, zsock } from '$src/index.ts'
        C.zsys_init()
        ${before}
        try { for (;;) openSync('/dev/null') } catch {}
        try { zsock.newPush() } catch (error) { console.log(error.code) }`,
        WITHOUT_FILES,
      )
      assert.equal(stdout, 'EMFILE\n')
      assert.equal(stderr, '')
      assert.equal(code, 0)
    })
  }

  it('throws ETERM after the context was shut down', async () => {
    const { code, stdout, stderr } = await runCode(`
      import { zsock, C } from '$src/index.ts'
      C.zmq_ctx_shutdown(C.zsys_init())
      try { zsock.newPush() } catch (error) { console.log(error.code) }`)
    assert.equal(stdout, 'ETERM\n')
    assert.equal(stderr, '')
    assert.equal(code, 0)
  })
})

describe('zsock.destroy', () => {
  it('closes the socket once', () => {
    const self = zsock.newPair()
    zsock.destroy(self)
    zsock.destroy(self)
    assert.ok(self.destroyed)
    assert.equal(liveHandles('zsock'), 0)
  })
})

describe('zsock.wrap', () => {
  it('makes a handle for a zsock_t that someone else destroys', () => {
    const pointer = C.zsock_new(zmq.PAIR)
    const wrapped = zsock.wrap(pointer)
    assert.equal(zsock.bind(wrapped, 'inproc://zsock.wrap'), 0)
    assert.equal(zsock.typeStr(wrapped), 'PAIR')
    zsock.destroy(wrapped)
    assert.equal(zsock.is(wrapped), false)
    assert.equal(C.zsock_endpoint(pointer), 'inproc://zsock.wrap')
    C.zsock_destroy([pointer])
  })

  it('refuses what is no address', () => {
    for (const value of [0n, -1n, 2n ** 64n]) {
      assert.throws(() => zsock.wrap(value as never), { code: 'ERR_OUT_OF_RANGE' })
    }
    for (const value of [1, null, undefined, {}, 'x']) {
      assert.throws(() => zsock.wrap(value as never), { code: 'ERR_INVALID_ARG_TYPE' })
    }
  })
})
