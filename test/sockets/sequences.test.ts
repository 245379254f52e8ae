import assert from 'node:assert/strict'
import { randomInt } from 'node:crypto'
import { runChild } from '../helpers/child.ts'

/** Milliseconds of random calls on each way; longer by `SEQUENCES=60000`. */
const DURATION = Number(process.env.SEQUENCES ?? 1500)
/** To repeat what has failed: `SEED=123`. */
const SEED = Number(process.env.SEED ?? randomInt(2 ** 32))

describe('random sequences of calls on sockets of all classes', function () {
  this.timeout(DURATION * 2 + 60_000)

  for (const way of ['addon', 'poll']) {
    it(`end nothing, hang nothing, and leave nothing unsettled (${way}, seed ${SEED})`, async () => {
      const { code, signal, stdout, stderr } = await runChild('sequences.ts', {
        args: [String(SEED), String(DURATION)],
        execArgv: ['--expose-gc', '--no-warnings'],
        env: { CZMQ_EVENT_LOOP: way },
        deadline: DURATION + 40_000,
      })
      const ending = { code, signal, stderr }
      assert.deepEqual(ending, { code: 0, signal: null, stderr: '' }, `seed ${SEED}: ${stdout}\n${stderr}`)
      assert.match(stdout, /^settled: \d+ calls, \d+ messages\n$/)
    })
  }
})
