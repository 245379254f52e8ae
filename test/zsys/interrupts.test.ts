import assert from 'node:assert/strict'
import { runCode } from '../helpers/child.ts'

describe('zsys.catchInterrupts', () => {
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    it(`lets ${signal} tell CZMQ to stop, until that is undone`, async () => {
      const outcome = await runCode(`
        import { writeSync } from 'node:fs'
        import { setImmediate } from 'node:timers/promises'
        import { zctx, zsys } from '$src/index.ts'
        const undo = zsys.catchInterrupts()
        process.kill(process.pid, '${signal}')
        while (!zsys.interrupted()) await setImmediate()
        writeSync(1, String(zctx.interrupted()))
        undo()
        undo()
        process.kill(process.pid, '${signal}')
        await new Promise((resolve) => setTimeout(resolve, 10_000))`)
      assert.equal(outcome.stdout, 'true')
      assert.equal(outcome.signal, signal)
    })
  }

  it('ends a loop that waits with zpoller', async () => {
    const { stdout, code } = await runCode(`
      import { setImmediate } from 'node:timers/promises'
      import { Worker } from 'node:worker_threads'
      import { zctx, zmq, zpoller, zsocket, zsys } from '$src/index.ts'
      zsys.catchInterrupts()
      const poller = zpoller.new(zsocket.new(zctx.new(), zmq.PULL))
      const signals = new Worker("setInterval(() => process.kill(process.pid, 'SIGTERM'), 20)", { eval: true })
      while (!zsys.interrupted()) {
        zpoller.wait(poller, -1)
        await setImmediate()
      }
      await signals.terminate()
      console.log(zpoller.terminated(poller))`)
    assert.equal(stdout, 'true\n')
    assert.equal(code, 0)
  })
}).timeout(30_000)
