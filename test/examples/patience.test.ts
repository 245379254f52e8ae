import assert from 'node:assert/strict'
import { once } from 'node:events'
import { setImmediate } from 'node:timers/promises'
import { Patience } from '../../examples/pipeline/patience.ts'

/** A worker that says when it is given up. */
class FakeWorker extends EventTarget {
  readonly owesAnswers: boolean
  reason: string | null = null

  constructor(owesAnswers: boolean) {
    super()
    this.owesAnswers = owesAnswers
  }

  lose(reason: string): void {
    this.reason = reason
    this.dispatchEvent(new Event('lost'))
  }
}

describe('the patience of the pipeline example', () => {
  let patience: Patience

  afterEach(() => patience.end())

  it('gives up a worker that owes an answer, and no other', async () => {
    const workers = [new FakeWorker(false), new FakeWorker(true)] as const
    patience = new Patience([...workers], 100)
    await once(workers[1], 'lost')
    assert.equal(workers[1].reason, 'did not answer for 0.1 s and was ended')
    assert.equal(workers[0].reason, null)
  })

  it('begins anew with each answer', async () => {
    const worker = new FakeWorker(true)
    const start = performance.now()
    patience = new Patience([worker], 100)
    const answers = setInterval(() => patience.renew(), 10)
    setTimeout(() => clearInterval(answers), 300)
    await once(worker, 'lost')
    assert.ok(performance.now() - start > 300)
  })

  it('does not count the time in which the process did not run', async () => {
    const worker = new FakeWorker(true)
    patience = new Patience([worker], 100)
    // Timers that are due run before what comes next.
    Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 250)
    await setImmediate()
    await setImmediate()
    assert.equal(worker.reason, null)
  })
})
