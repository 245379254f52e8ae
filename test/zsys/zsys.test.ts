import assert from 'node:assert/strict'
import os from 'node:os'
import { C, zctx, zmq, zsys } from '../../src/index.ts'
import { runCode } from '../helpers/child.ts'

/** The value of an option of a zsock made now, a C int. */
function madeWith(option: number): number {
  const self = C.zsock_new(zmq.PUSH)
  const socket = C.zsock_resolve(self)
  const value = Buffer.alloc(4)
  assert.ok(socket)
  C.zmq_getsockopt(socket, option, value, [4])
  C.zsock_destroy([self])
  return value.readInt32LE()
}

describe('zsys', () => {
  it('tells the version of libczmq', () => {
    const { major, minor, patch } = zsys.version()
    assert.equal(major, 4)
    assert.ok(Number.isInteger(minor) && Number.isInteger(patch))
  })

  it('answers the context that zctx.global is around, always the same', () => {
    assert.equal(zsys.init(), zctx.underlying(zctx.global()))
    assert.equal(zsys.init(), zsys.init())
  })

  it('tells the name of this machine, or null when it cannot be looked up', () => {
    const name = zsys.hostname()
    assert.ok(name === null || name === os.hostname(), String(name))
  })

  it('tells whether libzmq has CURVE', () => {
    assert.equal(zsys.hasCurve(), zmq.has('curve'))
  })

  it('names socket types, the stable ones only', () => {
    const names = [
      'PAIR',
      'PUB',
      'SUB',
      'REQ',
      'REP',
      'DEALER',
      'ROUTER',
      'PULL',
      'PUSH',
      'XPUB',
      'XSUB',
      'STREAM',
    ]
    for (const name of names) assert.equal(zsys.sockname(Reflect.get(zmq, name)), name)
    for (const type of [-1, 12, 99]) assert.throws(() => zsys.sockname(type), { code: 'ERR_OUT_OF_RANGE' })
  })

  it('remembers where beacons go', () => {
    const settings = [
      [zsys.setInterface, zsys.interface, 'some%s%n'],
      [zsys.setIpv6Address, zsys.ipv6Address, '2001:db8::1'],
      [zsys.setIpv6McastAddress, zsys.ipv6McastAddress, 'ff02::1'],
    ] as const
    for (const [set, get, value] of settings) {
      const before = get()
      set(value)
      assert.equal(get(), value)
      assert.throws(() => set('a\0b'), { code: 'ERR_INVALID_ARG_VALUE' })
      assert.throws(() => Reflect.apply(set, undefined, [null]), { code: 'ERR_INVALID_ARG_TYPE' })
      set(before)
      assert.equal(get(), before)
    }
  })

  it('refuses settings over which a beacon would end the process', () => {
    const wrong = { code: 'ERR_INVALID_ARG_VALUE' }
    const missing = { code: 'ENODEV' }
    for (const each of ['a', '%s%n', '127.0.0.1', '::1%lo', 'fe80::1%']) {
      for (const set of [zsys.setIpv6Address, zsys.setIpv6McastAddress]) {
        assert.throws(() => set(each), wrong, each)
      }
    }
    assert.throws(() => zsys.setIpv6McastAddress(''), wrong)
    assert.throws(() => zsys.setIpv6Address('fe80::1%nowhere'), missing)
    const before = zsys.interface()
    try {
      zsys.setIpv6Address('fe80::1')
      for (const each of ['nowhere', 'x'.repeat(2000)]) assert.throws(() => zsys.setInterface(each), missing)
    } finally {
      zsys.setInterface(before)
      zsys.setIpv6Address('')
    }
  })

  it('gives its defaults to the sockets made afterwards', () => {
    try {
      zsys.setLinger(-1)
      zsys.setSndhwm(11)
      zsys.setRcvhwm(12)
      assert.equal(madeWith(zmq.LINGER), -1)
      assert.equal(madeWith(zmq.SNDHWM), 11)
      assert.equal(madeWith(zmq.RCVHWM), 12)
    } finally {
      zsys.setLinger(0)
      zsys.setSndhwm(1000)
      zsys.setRcvhwm(1000)
    }
    assert.equal(madeWith(zmq.LINGER), 0)
    assert.equal(madeWith(zmq.SNDHWM), 1000)
  })

  it('remembers pipehwm, ipv6 and autoUseFd', () => {
    const before = [zsys.pipehwm(), zsys.ipv6(), zsys.autoUseFd()] as const
    zsys.setPipehwm(500)
    zsys.setIpv6(!before[1])
    zsys.setAutoUseFd(!before[2])
    assert.deepEqual([zsys.pipehwm(), zsys.ipv6(), zsys.autoUseFd()], [500, !before[1], !before[2]])
    zsys.setPipehwm(before[0])
    zsys.setIpv6(before[1])
    zsys.setAutoUseFd(before[2])
  })

  it('refuses defaults that would end the process when a socket is made', () => {
    for (const set of [zsys.setSndhwm, zsys.setRcvhwm, zsys.setPipehwm]) {
      for (const value of [-1, 2 ** 31, 2 ** 32 - 1])
        assert.throws(() => set(value), { code: 'ERR_OUT_OF_RANGE' })
    }
    assert.throws(() => zsys.setLinger(-2), { code: 'ERR_OUT_OF_RANGE' })
    assert.throws(() => Reflect.apply(zsys.setIpv6, undefined, [7]), { code: 'ERR_OUT_OF_RANGE' })
  })

  it('remembers that CZMQ was told to stop, and tells zctx', () => {
    assert.equal(zsys.interrupted(), false)
    zsys.setInterrupted(true)
    assert.deepEqual([zsys.interrupted(), zctx.interrupted()], [true, true])
    zsys.setInterrupted(false)
    assert.deepEqual([zsys.interrupted(), zctx.interrupted()], [false, false])
  })
})

describe("the settings of CZMQ's own context", () => {
  it('are refused when this thread has a zsock, and never end the process', async () => {
    const { stdout, code } = await runCode(`
      import { C, liveHandles, zsock, zsys } from '$src/index.ts'
      const raw = C.zsock_new(0) // nobody knows of this one: too late without a word
      zsys.setIoThreads(2)
      zsys.setMaxSockets(0)
      const known = zsock.newPair('@inproc://known')
      for (const call of [() => zsys.setIoThreads(2), () => zsys.setMaxSockets(5)]) {
        try { call() } catch (error) { console.log(error.code, error.name) }
      }
      zsock.destroy(known)
      C.zsock_destroy([raw])`)
    assert.equal(stdout, 'EBUSY CzmqError\nEBUSY CzmqError\n')
    assert.equal(code, 0)
  })

  it('hold from the first socket on', async () => {
    const { stdout } = await runCode(`
      import { C, zmq, zsys } from '$src/index.ts'
      import { readdirSync } from 'node:fs'
      zsys.setIoThreads(3)
      zsys.setMaxSockets(2)
      zsys.setMaxMsgsz(10)
      const threads = () => readdirSync('/proc/self/task').length
      const before = threads()
      const sockets = [1, 2, 3].map(() => C.zsys_socket(zmq.PUSH, null, 0))
      console.log(zmq.errno() === zmq.EMFILE, sockets[2], threads() - before)
      console.log(C.zmq_send(sockets[0], Buffer.alloc(11), 11, zmq.DONTWAIT), zsys.maxMsgsz(), zsys.socketLimit() > 1000)
      for (const each of sockets) if (each) C.zsys_close(each, null, 0)`)
    assert.match(stdout, /^true null 4\n-1 10 true\n$/, 'three I/O threads and the reaper')
  })

  it('are refused when no context could have them', () => {
    const limit = zsys.socketLimit()
    assert.throws(() => zsys.setMaxSockets(limit + 1), { code: 'ERR_OUT_OF_RANGE' })
    assert.throws(() => zsys.setIoThreads(65), { code: 'ERR_OUT_OF_RANGE' })
    assert.throws(() => zsys.setMaxMsgsz(-1), { code: 'ERR_OUT_OF_RANGE' })
  })
})
