import assert from 'node:assert/strict'
import { type Zproxy, type Zsock, zmq, zproxy, zsock, zstr } from '../../src/index.ts'

type Operation = (proxy: Zproxy) => unknown

const OPERATIONS: Record<string, Operation> = {
  frontend: (proxy) => zproxy.frontend(proxy, zmq.PULL, 'inproc://lifecycle-front'),
  backend: (proxy) => zproxy.backend(proxy, zmq.PUSH, 'inproc://lifecycle-back'),
  capture: (proxy) => zproxy.capture(proxy, 'inproc://lifecycle-capture'),
  pause: zproxy.pause,
  resume: zproxy.resume,
  statistics: (proxy) => zproxy.statistics(proxy).frontend.sent.messages,
  domain: (proxy) => zproxy.domain(proxy, 'frontend', 'global'),
  plain: (proxy) => zproxy.plain(proxy, 'frontend'),
  verbose: zproxy.verbose,
  destroy: zproxy.destroy,
}

const gone = Object.fromEntries(Object.keys(OPERATIONS).map((name) => [name, 'ERR_CZMQ_DESTROYED']))
const works = Object.fromEntries(Object.keys(OPERATIONS).map((name) => [name, null]))

/** What each operation throws in a state; null where it works. */
const STATES: Record<string, { enter: Operation; expected: Record<string, string | null> }> = {
  fresh: { enter: () => undefined, expected: works },
  'with both ends': {
    enter: both,
    expected: { ...works, frontend: 'EADDRINUSE', backend: 'EADDRINUSE' },
  },
  'with one end': {
    enter: (proxy) => OPERATIONS.frontend?.(proxy),
    expected: { ...works, frontend: 'EADDRINUSE' },
  },
  paused: { enter: (proxy) => zproxy.pause(proxy), expected: works },
  destroyed: { enter: (proxy) => zproxy.destroy(proxy), expected: { ...gone, destroy: null } },
  disposed: { enter: (proxy) => proxy[Symbol.dispose](), expected: { ...gone, destroy: null } },
}

function both(proxy: Zproxy): void {
  OPERATIONS.frontend?.(proxy)
  OPERATIONS.backend?.(proxy)
}

describe('zproxy in all its states', () => {
  for (const [state, { enter, expected }] of Object.entries(STATES)) {
    it(`${state}`, () => {
      const proxy = zproxy.new()
      try {
        enter(proxy)
        for (const [name, operation] of Object.entries(OPERATIONS)) {
          const code = expected[name]
          if (code) assert.throws(() => operation(proxy), { code }, name)
          else operation(proxy)
        }
      } finally {
        zproxy.destroy(proxy)
      }
    })
  }

  it('loses nothing and keeps the order when an end is made anew while messages pass', () => {
    const proxy = zproxy.new()
    both(proxy)
    const faucet = zsock.newPush('>inproc://lifecycle-front')
    const sink = zsock.newPull()
    zsock.setRcvtimeo(sink, 5000)
    zsock.connect(sink, 'inproc://lifecycle-back')
    for (let round = 0; round < 5; round++) {
      for (let count = 0; count < 200; count++) zstr.send(faucet, `${round} ${count}`)
      for (let count = 0; count < 200; count++) assert.equal(zstr.recv(sink), `${round} ${count}`)
      const address = `inproc://lifecycle-back-${round}`
      zproxy.backend(proxy, zmq.PUSH, address)
      zsock.connect(sink, address)
    }
    finish(proxy, faucet, sink)
  })

  it('passes on what waited when the sink comes late', () => {
    const proxy = zproxy.new()
    both(proxy)
    const faucet = zsock.newPush('>inproc://lifecycle-front')
    for (let count = 0; count < 500; count++) zstr.send(faucet, String(count))
    const sink = zsock.newPull('>inproc://lifecycle-back')
    zsock.setRcvtimeo(sink, 5000)
    for (let count = 0; count < 500; count++) assert.equal(zstr.recv(sink), String(count))
    finish(proxy, faucet, sink)
  })

  it('waits for a capture that has no room, and goes on when it has', () => {
    const proxy = zproxy.new()
    both(proxy)
    const capture = zsock.new(zmq.PULL)
    zsock.setRcvhwm(capture, 1)
    zsock.setRcvtimeo(capture, 5000)
    zsock.bind(capture, 'inproc://lifecycle-capture')
    zproxy.capture(proxy, 'inproc://lifecycle-capture')
    const faucet = zsock.newPush('>inproc://lifecycle-front')
    const sink = zsock.newPull('>inproc://lifecycle-back')
    zsock.setRcvtimeo(sink, 5000)
    for (let count = 0; count < 1500; count++) zstr.send(faucet, String(count))
    for (let count = 0; count < 1500; count++) {
      assert.equal(zstr.recv(capture), String(count))
      assert.equal(zstr.recv(sink), String(count))
    }
    zsock.destroy(capture)
    finish(proxy, faucet, sink)
  })
})

function finish(proxy: Zproxy, ...sockets: Zsock[]): void {
  for (const each of sockets) zsock.destroy(each)
  zproxy.destroy(proxy)
}
