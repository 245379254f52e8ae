import assert from 'node:assert/strict'
import { type Outcome, runCode } from '../helpers/child.ts'

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

describe('a wait for sockets that a signal interrupts', () => {
  it('ends with null, so that the listener can run', async () => {
    const { stdout, code } = await signalled(`
      import { writeSync } from 'node:fs'
      import { zctx, zmq, zpoller, zsocket } from '$src/index.ts'
      const poller = zpoller.new(zsocket.new(zctx.new(), zmq.PULL))
      process.on('SIGTERM', () => { console.log('listener'); process.exit(0) })
      writeSync(1, 'waiting\\n')
      console.log(zpoller.wait(poller, -1), zpoller.terminated(poller), zpoller.expired(poller))
      setInterval(() => {}, 1000)`)
    assert.equal(stdout, 'waiting\nnull true false\nlistener\n')
    assert.equal(code, 0)
  })

  it('ends zmq.poll with 0', async () => {
    const { stdout, code } = await signalled(`
      import { writeSync } from 'node:fs'
      import { zctx, zmq, zsocket } from '$src/index.ts'
      const item = zmq.pollitem({ socket: zsocket.new(zctx.new(), zmq.PULL) })
      process.on('SIGTERM', () => { console.log('listener'); process.exit(0) })
      writeSync(1, 'waiting\\n')
      console.log(zmq.poll([item], -1))
      setInterval(() => {}, 1000)`)
    assert.equal(stdout, 'waiting\n0\nlistener\n')
    assert.equal(code, 0)
  })

  it('ends the process without a listener', async () => {
    const { stdout, signal } = await signalled(`
      import { writeSync } from 'node:fs'
      import { zctx, zmq, zpoller, zsocket } from '$src/index.ts'
      const poller = zpoller.new(zsocket.new(zctx.new(), zmq.PULL))
      writeSync(1, 'waiting\\n')
      zpoller.wait(poller, -1)`)
    assert.equal(stdout, 'waiting\n')
    assert.equal(signal, 'SIGTERM')
  })
}).timeout(30_000)
