import assert from 'node:assert/strict'
import { runCode, runCompiled } from '../helpers/child.ts'

const CODES = { 'a normal end': 0, 'process.exit': 7, 'an uncaught exception': 1 }
const PLACES = ['the main thread', 'a worker', 'a terminated worker']
const SITUATIONS = ['a proxy', 'a gossip node', 'a monitor']
const WAITS = ['blocked in zgossip.recv', 'blocked in zmonitor.recv']

async function assertEnds(situation: string, place: string): Promise<void> {
  for (const [ending, expected] of Object.entries(CODES)) {
    const { code, signal, stdout, stderr } = await runCompiled('agent-exit.ts', {
      args: [situation, ending, place],
    })
    const what = `${ending}: ${stderr}`
    assert.deepEqual({ code, signal, stdout }, { code: expected, signal: null, stdout: 'ready\n' }, what)
    if (expected === 1) assert.match(stderr, /^\S+\.js:\d+\n.*\n.*\^\n\nError: boom\n(?: {4}at .*\n)+\nNode/)
    else assert.equal(stderr, '')
  }
}

describe('a process with proxies, gossip nodes and monitors ends as Node ends it, and prints nothing', function () {
  // The first test compiles the sources
  this.timeout(60_000)

  for (const situation of SITUATIONS)
    for (const place of PLACES) it(`with ${situation} of ${place}`, () => assertEnds(situation, place))

  for (const wait of WAITS)
    for (const place of PLACES.slice(1)) it(`with ${place} ${wait}`, () => assertEnds(wait, place))

  for (const situation of SITUATIONS)
    it(`by SIGTERM, with ${situation}`, async () => {
      const { code, signal, stdout, stderr } = await runCompiled('agent-exit.ts', {
        args: [situation, 'none', 'the main thread'],
        onOutput: (_, child) => void child.kill('SIGTERM'),
      })
      const expected = { code: null, signal: 'SIGTERM', stdout: 'ready\n', stderr: '' }
      assert.deepEqual({ code, signal, stdout, stderr }, expected)
    })

  for (const wait of WAITS)
    it(`by a signal while it is ${wait}, or lets its listener run`, async () => {
      for (const listener of ['', '1']) {
        let repeat: NodeJS.Timeout | undefined
        const { code, signal, stdout } = await runCompiled('agent-exit.ts', {
          args: [wait, 'none', 'the main thread'],
          env: { LISTENER: listener },
          // Nothing tells when the child has entered the call
          onOutput: (_, child) => {
            repeat ??= setInterval(() => child.kill('SIGINT'), 50)
          },
        }).finally(() => clearInterval(repeat))
        const expected = listener
          ? { code: 5, signal: null, stdout: 'ready\nreturned\n' }
          : { code: null, signal: 'SIGINT', stdout: 'ready\n' }
        assert.deepEqual({ code, signal, stdout }, expected)
      }
    })

  it('and agents that nobody refers to are collected, with their threads', async () => {
    const { stdout, stderr, code } = await runCode(
      `
      import { liveHandles, zctx, zgossip, zmonitor, zmq, zproxy, zsock, zsocket } from '$src/index.ts'
      import { readdirSync } from 'node:fs'
      import { setTimeout } from 'node:timers/promises'
      const started = (socket) => {
        const monitor = zmonitor.new(socket)
        zmonitor.listen(monitor, 'ALL')
        zmonitor.start(monitor)
      }
      const drop = () => {
        zproxy.frontend(zproxy.new(), zmq.PULL, 'tcp://127.0.0.1:*')
        zgossip.publish(zgossip.new(), 'key', 'value')
        started(zsock.new(zmq.PULL))
        started(zsocket.new(zctx.new(), zmq.PULL))
      }
      const threads = () => readdirSync('/proc/self/task').length
      zproxy.destroy(zproxy.new())
      const before = threads()
      for (let count = 0; count < 5; count++) drop()
      const most = threads()
      const deadline = Date.now() + 15_000
      while ((liveHandles() > 0 || threads() > before) && Date.now() < deadline) { gc(); await setTimeout(10) }
      console.log(liveHandles(), threads() <= before, most > before + 10)`,
      { execArgv: ['--expose-gc'], deadline: 30_000 },
    )
    assert.deepEqual({ stdout, stderr, code }, { stdout: '0 true true\n', stderr: '', code: 0 })
  })

  it('and C.zsys_shutdown does not wait for them', async () => {
    const { stdout, stderr, code } = await runCode(`
      import { C, zgossip, zproxy } from '$src/index.ts'
      const proxy = zproxy.new()
      const node = zgossip.new()
      C.zsys_shutdown()
      console.log('shut down')
      for (const each of [proxy, node]) each.destroy()
      console.log('destroyed')`)
    assert.deepEqual({ stdout, stderr, code }, { stdout: 'shut down\ndestroyed\n', stderr: '', code: 0 })
  })
})
