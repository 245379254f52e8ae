import assert from 'node:assert/strict'
import {
  type AnySocket,
  type Zctx,
  type Zmonitor,
  zctx,
  zmonitor,
  zmq,
  zpoller,
  zsock,
  zsocket,
  zstr,
} from '../../src/index.ts'
import { runCode } from '../helpers/child.ts'

/** Receives events until one of them comes, for a while. */
function until(monitor: Zmonitor, wanted: string): zmonitor.ZmonitorEvent {
  const poller = zpoller.new(monitor)
  try {
    for (;;) {
      assert.equal(zpoller.wait(poller, 5000), monitor, `no ${wanted}`)
      const event = zmonitor.recv(monitor)
      if (event?.event === wanted) return event
    }
  } finally {
    zpoller.destroy(poller)
  }
}

interface Scene {
  server: AnySocket
  client: AnySocket
  bind: () => string
  connect: (address: string) => void
  disconnect: (address: string) => void
  end: () => void
}

const scenes: Record<string, () => Scene> = {
  'a zsock': () => {
    const server = zsock.new(zmq.DEALER)
    const client = zsock.new(zmq.DEALER)
    return {
      server,
      client,
      bind: () => `tcp://127.0.0.1:${zsock.bind(server, 'tcp://127.0.0.1:*')}`,
      connect: (address) => zsock.connect(client, address),
      disconnect: (address) => zsock.disconnect(client, address),
      end: () => {
        zsock.destroy(client)
        zsock.destroy(server)
      },
    }
  },
  'a zsocket of a context of its own': () => inContext(zctx.new()),
  'a zsocket of the global context': () => inContext(zctx.global()),
}

function inContext(context: Zctx): Scene {
  const server = zsocket.new(context, zmq.DEALER)
  const client = zsocket.new(context, zmq.DEALER)
  return {
    server,
    client,
    bind: () => `tcp://127.0.0.1:${zsocket.bind(server, 'tcp://127.0.0.1:*')}`,
    connect: (address) => zsocket.connect(client, address),
    disconnect: (address) => zsocket.disconnect(client, address),
    end: () => {
      zsocket.destroy(context, client)
      zsocket.destroy(context, server)
      zctx.destroy(context)
    },
  }
}

for (const [what, open] of Object.entries(scenes)) {
  describe(`zmonitor of ${what}`, () => {
    let scene: Scene
    let monitor: Zmonitor
    beforeEach(() => {
      scene = open()
      monitor = zmonitor.new(scene.server)
    })
    afterEach(() => {
      zmonitor.destroy(monitor)
      scene.end()
    })

    it('tells of what was asked for', () => {
      const clientMonitor = zmonitor.new(scene.client)
      zmonitor.listen(monitor, 'LISTENING', 'ACCEPTED')
      zmonitor.start(monitor)
      zmonitor.listen(clientMonitor, 'ALL')
      zmonitor.start(clientMonitor)
      const address = scene.bind()
      const listening = zmonitor.recv(monitor)
      assert.deepEqual([listening?.event, listening?.address], ['LISTENING', address])
      assert.ok(Number(listening?.value) > 0, 'a descriptor')
      scene.connect(address)
      assert.equal(until(clientMonitor, 'CONNECT_DELAYED').address, address)
      assert.equal(until(clientMonitor, 'CONNECTED').address, address)
      assert.equal(zmonitor.recv(monitor)?.event, 'ACCEPTED')
      assert.equal(until(clientMonitor, 'HANDSHAKE_SUCCEEDED').address, address)
      zmonitor.destroy(clientMonitor)
    })

    it('answers null once the socket is gone', () => {
      zmonitor.listen(monitor, 'LISTENING')
      zmonitor.start(monitor)
      scene.bind()
      scene.server.destroy()
      assert.equal(zmonitor.recv(monitor)?.event, 'LISTENING')
      assert.equal(zmonitor.recv(monitor), null)
      assert.equal(zmonitor.recv(monitor), null)
    })

    it('tells of its end when that was asked for', () => {
      zmonitor.listen(monitor, 'MONITOR_STOPPED')
      zmonitor.start(monitor)
      scene.server.destroy()
      assert.equal(zmonitor.recv(monitor)?.event, 'MONITOR_STOPPED')
      assert.equal(zmonitor.recv(monitor), null)
    })

    it('never makes the socket wait, however few events are received', () => {
      const clientMonitor = zmonitor.new(scene.client)
      zmonitor.listen(clientMonitor, 'CONNECT_DELAYED')
      zmonitor.start(clientMonitor)
      const address = scene.bind()
      // More than the high-water mark that sockets have by default
      for (let count = 0; count < 1500; count++) {
        scene.connect(address)
        scene.disconnect(address)
      }
      for (let count = 0; count < 1500; count++)
        assert.equal(zmonitor.recv(clientMonitor)?.event, 'CONNECT_DELAYED')
      zmonitor.destroy(clientMonitor)
    })

    it('lets another one take its place when it ends', () => {
      zmonitor.listen(monitor, 'LISTENING')
      zmonitor.start(monitor)
      const other = zmonitor.new(scene.server)
      zmonitor.listen(other, 'LISTENING')
      assert.throws(() => zmonitor.start(other), { code: 'EBUSY' })
      zmonitor.destroy(monitor)
      zmonitor.start(other)
      scene.bind()
      assert.equal(zmonitor.recv(other)?.event, 'LISTENING')
      zmonitor.destroy(other)
    })
  })
}

describe('zmonitor', () => {
  let socket: ReturnType<typeof zsock.new>
  let monitor: Zmonitor
  beforeEach(() => {
    socket = zsock.new(zmq.PULL)
    monitor = zmonitor.new(socket)
  })
  afterEach(() => {
    zmonitor.destroy(monitor)
    zsock.destroy(socket)
  })

  it('refuses what is no socket', () => {
    for (const value of [undefined, null, 1, {}, zmq])
      assert.throws(() => Reflect.apply(zmonitor.new, undefined, [value]), { code: 'ERR_INVALID_ARG_TYPE' })
  })

  it('refuses a socket whose context nobody knows', () => {
    const wrapped = zsocket.wrap(zsock.resolve(socket))
    assert.throws(() => zmonitor.new(wrapped), { code: 'ERR_INVALID_ARG_VALUE' })
  })

  it('refuses an event that does not exist', () => {
    for (const name of ['BOGUS', '', 'constructor', 'accepted', 3])
      assert.throws(() => Reflect.apply(zmonitor.listen, undefined, [monitor, 'ACCEPTED', name]), {
        code: 'ERR_INVALID_ARG_VALUE',
      })
    assert.throws(() => zmonitor.start(monitor), { code: 'EINVAL' }, 'none of the names counted')
  })

  it('starts once, and then cannot be told to listen to more', () => {
    zmonitor.listen(monitor, 'ALL')
    zmonitor.start(monitor)
    assert.throws(() => zmonitor.start(monitor), { code: 'EALREADY' })
    assert.throws(() => zmonitor.listen(monitor, 'ALL'), { code: 'EALREADY' })
  })

  it('answers null before it is started, and when nothing has happened', () => {
    assert.equal(zmonitor.recv(monitor), null)
    zmonitor.listen(monitor, 'ALL')
    zmonitor.start(monitor)
    assert.equal(zmonitor.recvNowait(monitor), null)
  })

  it('cannot be started when the socket is gone', () => {
    zmonitor.listen(monitor, 'ALL')
    zsock.destroy(socket)
    assert.throws(() => zmonitor.start(monitor), { code: 'ERR_CZMQ_DESTROYED' })
  })

  it('can be used no more when it was destroyed', () => {
    zmonitor.destroy(monitor)
    for (const use of [zmonitor.recv, zmonitor.recvNowait, zmonitor.start, zmonitor.listen, zmonitor.verbose])
      assert.throws(() => use(monitor), { code: 'ERR_CZMQ_DESTROYED' })
    zmonitor.destroy(monitor)
  })

  it('is a socket for zstr, too', () => {
    zmonitor.listen(monitor, 'LISTENING')
    zmonitor.start(monitor)
    zsock.bind(socket, 'tcp://127.0.0.1:*')
    assert.equal(zstr.recvx(monitor)?.[1], zsock.endpoint(socket))
  })

  it('logs what it tells when it is verbose', async () => {
    const code = `
      import { zmonitor, zmq, zsock } from '$src/index.ts'
      const socket = zsock.new(zmq.PULL)
      const monitor = zmonitor.new(socket)
      zmonitor.verbose(monitor)
      zmonitor.listen(monitor, 'LISTENING')
      zmonitor.start(monitor)
      zsock.bind(socket, 'tcp://127.0.0.1:*')
      zmonitor.recv(monitor)`
    const { stderr } = await runCode(code, { env: { ZSYS_LOGSTREAM: 'stderr' } })
    assert.match(stderr, /zmonitor: LISTENING \d+ tcp:\/\/127\.0\.0\.1:\d+/)
  })

  it('ends with the context of its socket', () => {
    const context = zctx.new()
    const inside = zmonitor.new(zsocket.new(context, zmq.PULL))
    zmonitor.listen(inside, 'ALL')
    zmonitor.start(inside)
    zctx.destroy(context)
    assert.equal(inside.destroyed, true)
  })
})
