import assert from 'node:assert/strict'
import { runCode } from '../helpers/child.ts'

describe('zproxy and zgossip whose thread ends', () => {
  it('throw EPIPE at once, while it starts and afterwards', async () => {
    const { stdout, stderr, code } = await runCode(
      `
      import { syncBuiltinESMExports } from 'node:module'
      import workerThreads from 'node:worker_threads'
      import { zgossip, zproxy } from '$src/index.ts'
      const { Worker } = workerThreads
      let last
      const terminated = class extends Worker {
        constructor(...options) {
          super(...options)
          void this.terminate()
        }
      }
      const kept = class extends Worker {
        constructor(...options) {
          super(...options)
          last = this
        }
      }
      const use = (type) => { workerThreads.Worker = type; syncBuiltinESMExports() }
      const attempt = (name, action) => {
        const began = performance.now()
        let outcome = 'done'
        try { action() } catch (error) { outcome = error.code }
        console.log(name, outcome, performance.now() - began < 10000 ? 'soon' : 'late')
      }
      use(terminated)
      attempt('zproxy.new', () => zproxy.new())
      attempt('zgossip.new', () => zgossip.new())
      use(kept)
      const proxy = zproxy.new()
      void last.terminate()
      attempt('pause', () => zproxy.pause(proxy))
      attempt('destroy', () => zproxy.destroy(proxy))
      const gossip = zgossip.new()
      void last.terminate()
      attempt('status', () => zgossip.status(gossip))
      attempt('destroy', () => zgossip.destroy(gossip))`,
      { deadline: 60_000 },
    )
    const expected = [
      'zproxy.new EPIPE soon',
      'zgossip.new EPIPE soon',
      'pause EPIPE soon',
      'destroy done soon',
      'status EPIPE soon',
      'destroy done soon',
      '',
    ]
    assert.deepEqual({ stdout, stderr, code }, { stdout: expected.join('\n'), stderr: '', code: 0 })
  }).timeout(70_000)
})
