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
    let timer: NodeJS.Timeout | undefined
    const { stdout, code } = await runCode(
      `
      import { setImmediate } from 'node:timers/promises'
      import { writeSync } from 'node:fs'
      import { zctx, zmq, zpoller, zsocket, zsys } from '$src/index.ts'
      zsys.catchInterrupts()
      const poller = zpoller.new(zsocket.new(zctx.new(), zmq.PULL))
      writeSync(1, 'waiting ')
      while (!zsys.interrupted()) {
        zpoller.wait(poller, -1)
        await setImmediate()
      }
      console.log(zpoller.terminated(poller))`,
      {
        onOutput: (_, child) => {
          timer ??= setInterval(() => child.kill('SIGTERM'), 20)
        },
      },
    )
    clearInterval(timer)
    assert.equal(stdout, 'waiting true\n')
    assert.equal(code, 0)
  })
}).timeout(30_000)
