import assert from 'node:assert/strict'
import { join } from 'node:path'
import { type Zctx, type Zloop, type Zsocket, zctx, zloop, zmq, zsocket, zstr } from '../../src/index.ts'
import { type Outcome, runCode, runCompiled } from '../helpers/child.ts'

interface Scene {
  context: Zctx
  socket: Zsocket
  loop: Zloop
  timer: number
  ticket: number
}

const OPERATIONS: Record<string, (scene: Scene) => unknown> = {
  poller: ({ loop, socket }) => zloop.poller(loop, zmq.pollitem({ socket }), () => 0),
  pollerEnd: ({ loop, socket }) => zloop.pollerEnd(loop, zmq.pollitem({ socket })),
  pollerSetTolerant: ({ loop, socket }) => zloop.pollerSetTolerant(loop, zmq.pollitem({ socket })),
  reader: ({ loop, socket }) => zloop.reader(loop, socket, () => 0),
  readerEnd: ({ loop, socket }) => zloop.readerEnd(loop, socket),
  readerSetTolerant: ({ loop, socket }) => zloop.readerSetTolerant(loop, socket),
  setMaxTimers: ({ loop }) => zloop.setMaxTimers(loop, 0),
  setNonstop: ({ loop }) => zloop.setNonstop(loop, false),
  setTicketDelay: ({ loop }) => zloop.setTicketDelay(loop, 5),
  setVerbose: ({ loop }) => zloop.setVerbose(loop, false),
  start: ({ loop }) => zloop.start(loop),
  ticket: ({ loop }) => zloop.ticket(loop, () => 0),
  ticketDelete: ({ loop, ticket }) => zloop.ticketDelete(loop, ticket),
  ticketReset: ({ loop, ticket }) => zloop.ticketReset(loop, ticket),
  timer: ({ loop }) => zloop.timer(loop, 1, 1, () => 0),
  timerEnd: ({ loop, timer }) => zloop.timerEnd(loop, timer),
}
/** Those that take a socket, too. */
const WITH_SOCKET = /^(poller|reader)/

const STATES: Record<string, { enter: (scene: Scene) => void; isGone: (operation: string) => boolean }> = {
  fresh: { enter: () => {}, isGone: () => false },
  started: { enter: ({ loop }) => void zloop.start(loop), isGone: (name) => name === 'ticketReset' },
  'after its socket was destroyed': {
    enter: ({ context, socket }) => zsocket.destroy(context, socket),
    isGone: (name) => WITH_SOCKET.test(name),
  },
  'after the context was destroyed': {
    enter: ({ context }) => zctx.destroy(context),
    isGone: (name) => WITH_SOCKET.test(name),
  },
  destroyed: { enter: ({ loop }) => zloop.destroy(loop), isGone: () => true },
  disposed: { enter: ({ loop }) => loop[Symbol.dispose](), isGone: () => true },
}

describe('zloop in all its states', () => {
  for (const [state, { enter, isGone }] of Object.entries(STATES)) {
    for (const [name, operation] of Object.entries(OPERATIONS)) {
      it(`${name}, ${state}`, () => {
        const scene = open()
        try {
          enter(scene)
          if (isGone(name)) assert.throws(() => operation(scene), { code: 'ERR_CZMQ_DESTROYED' })
          else operation(scene)
          if (!scene.loop.destroyed) assert.ok(zloop.start(scene.loop) <= 0)
        } finally {
          zloop.destroy(scene.loop)
          zctx.destroy(scene.context)
        }
      })
    }
  }

  it('leaves its sockets usable when it ends first', () => {
    const { context, socket, loop } = open()
    zloop.destroy(loop)
    zloop.destroy(loop)
    assert.equal(zstr.recvNowait(socket), null)
    zctx.destroy(context)
  })
})

/** A loop that ends after a moment. */
function open(): Scene {
  const context = zctx.new()
  const socket = zsocket.new(context, zmq.PULL)
  const loop = zloop.new()
  zloop.reader(loop, socket, () => 0)
  zloop.poller(loop, zmq.pollitem({ socket }), () => 0)
  zloop.setTicketDelay(loop, 1)
  const ticket = zloop.ticket(loop, () => 0)
  const timer = zloop.timer(loop, 1, 1, () => 0)
  zloop.timer(loop, 3, 0, () => -1)
  return { context, socket, loop, timer, ticket }
}

async function told(code: string): Promise<string> {
  const outcome = await runCode(
    `import { liveHandles, zctx, zloop, zmq, zsocket, zstr } from '$src/index.ts'
    import { setImmediate } from 'node:timers/promises'
    const collected = async (done) => {
      for (let round = 0; round < 50 && !done(); round++) { gc(); await setImmediate() }
    }
    const context = zctx.new()
    ${code}`,
    { execArgv: ['--expose-gc'] },
  )
  assert.equal(outcome.stderr, '')
  assert.equal(outcome.code, 0)
  return outcome.stdout.trim()
}

describe('zloop and the collector', () => {
  it('collects loops together with their sockets and handlers when nobody has them', async () => {
    const stdout = await told(`
      const drop = () => {
        const loop = zloop.new()
        const socket = zsocket.new(context, zmq.PULL)
        zloop.reader(loop, socket, () => zloop.readerEnd(loop, socket))
        zloop.poller(loop, zmq.pollitem({ socket }), () => loop)
        zloop.timer(loop, 0, 1, () => loop && -1)
        zloop.start(loop)
      }
      for (let each = 0; each < 300; each++) drop()
      await collected(() => liveHandles() === 1)
      console.log(liveHandles('zloop'), liveHandles('zsocket'))`)
    assert.equal(stdout, '0 0')
  })

  it('keeps sockets that nobody else has as long as the loop lives, and no longer', async () => {
    const stdout = await told(`
      const loop = (() => {
        const loop = zloop.new()
        const socket = zsocket.new(context, zmq.PULL)
        zsocket.bind(socket, 'inproc://reader')
        zloop.reader(loop, socket, (_, socket) => { console.log(zstr.recv(socket)); return -1 })
        return loop
      })()
      await collected(() => false)
      const sender = zsocket.new(context, zmq.PUSH)
      zsocket.connect(sender, 'inproc://reader')
      zstr.send(sender, 'hello')
      console.log(zloop.start(loop))
      zloop.destroy(loop)
      await collected(() => liveHandles('zsocket') === 1)
      console.log(liveHandles('zsocket'), loop.destroyed)`)
    assert.equal(stdout, 'hello\n-1\n1 true')
  })
}).timeout(30_000)

describe('a zloop that is interrupted', () => {
  /** Sends a signal again and again from the moment when the child says that it is about to wait. */
  async function signalled(code: string): Promise<Outcome> {
    let timer: NodeJS.Timeout | undefined
    const outcome = await runCode(code, {
      onOutput: (_, child) => {
        timer ??= setInterval(() => child.kill('SIGTERM'), 20)
      },
    })
    clearInterval(timer)
    return outcome
  }
  const PRELUDE = `
    import { writeSync } from 'node:fs'
    import { zctx, zloop, zmq, zsocket } from '$src/index.ts'
    const loop = zloop.new()`

  for (const [what, source] of [
    ['sockets', 'zloop.reader(loop, zsocket.new(zctx.new(), zmq.PULL), () => 0)'],
    ['times alone', 'zloop.timer(loop, 1_000_000, 1, () => 0)'],
  ] as const) {
    it(`ends with 0, so that the listener can run, when it waits for ${what}`, async () => {
      const { stdout, code } = await signalled(`${PRELUDE}
        ${source}
        process.on('SIGTERM', () => { console.log('listener'); process.exit(0) })
        writeSync(1, 'waiting\\n')
        console.log(zloop.start(loop))
        setInterval(() => {}, 1000)`)
      assert.equal(stdout, 'waiting\n0\nlistener\n')
      assert.equal(code, 0)
    })
  }

  it('ends with the process when there is no listener', async () => {
    const { stdout, signal } = await signalled(`${PRELUDE}
      zloop.reader(loop, zsocket.new(zctx.new(), zmq.PULL), () => 0)
      writeSync(1, 'waiting\\n')
      zloop.start(loop)`)
    assert.equal(stdout, 'waiting\n')
    assert.equal(signal, 'SIGTERM')
  })

  it('ends with a worker that is terminated, and works in one', async () => {
    const { code, signal, stdout, stderr } = await runCompiled('zloop-worker.ts')
    assert.deepEqual({ code, signal, stderr }, { code: 0, signal: null, stderr: '' })
    assert.deepEqual(JSON.parse(stdout), { calls: 3, ERR: 'ERR_INVALID_ARG_TYPE', terminated: 1 })
  })

  it('ends with the process when a handler ends that', async () => {
    const { stdout, stderr, code } = await runCode(`${PRELUDE}
      zloop.reader(loop, zsocket.new(zctx.new(), zmq.PULL), () => 0)
      zloop.timer(loop, 1, 1, () => process.exit(7))
      zloop.start(loop)`)
    assert.deepEqual([stdout, stderr, code], ['', '', 7])
  })

  it('refuses more sockets than files may be open, which would end the process', async function () {
    if (process.platform !== 'linux') this.skip()
    const { stdout, stderr } = await runCode(`
      import { execFileSync } from 'node:child_process'
      import { zctx, zloop, zmq, zsocket } from '$src/index.ts'
      const loop = zloop.new()
      const socket = zsocket.new(zctx.new(), zmq.PULL)
      zloop.timer(loop, 1, 0, () => -1)
      execFileSync('prlimit', ['--pid', String(process.pid), '--nofile=100'])
      let count = 0
      try { for (; count < 1000; count++) zloop.reader(loop, socket, () => 0) } catch ({ code }) { console.log(count, code) }
      console.log(zloop.start(loop))`)
    assert.deepEqual([stdout, stderr], ['100 ERR_OUT_OF_RANGE\n-1\n', ''])
  })

  it('throws typed errors, whatever it is given', async () => {
    const { stdout, stderr, code } = await runCode(`import '${join(import.meta.dirname, 'attack-zloop.ts')}'`)
    assert.match(stdout, /\nsurvived$/, `${stdout.slice(-500)} ${stderr}`)
    assert.equal(code, 0, stderr)
  })
}).timeout(30_000)
