import assert from 'node:assert/strict'
import { runCompiled } from '../helpers/child.ts'

/** With STRESS in the environment (`npm run stress`) it is fifty times as much, and the numbers are printed. */
const LONG = process.env.STRESS !== undefined

/** What may be taken for growth of memory, in bytes for each message or socket: less than any leak would be. */
const runs = [
  { what: 'messages', count: LONG ? 10_000_000 : 200_000, most: LONG ? 1 : 50 },
  { what: 'sockets', count: LONG ? 100_000 : 5_000, most: LONG ? 300 : 1_500 },
]

describe('the memory of asynchronous sockets does not grow', function () {
  this.timeout(LONG ? 900_000 : 60_000)

  for (const way of ['addon', 'poll']) {
    for (const { what, count, most } of runs) {
      it(`with ${count} ${what} (${way})`, async () => {
        const outcome = await runCompiled('sockets-stress.ts', {
          args: [what, String(count)],
          env: { CZMQ_EVENT_LOOP: way },
          execArgv: ['--expose-gc'],
          deadline: LONG ? 800_000 : 50_000,
        })
        assert.deepEqual([outcome.code, outcome.stderr], [0, ''])
        if (LONG) process.stdout.write(`      ${way}: ${outcome.stdout}`)
        const { growth } = JSON.parse(outcome.stdout) as { growth: number }
        assert.ok(growth < most, outcome.stdout)
      })
    }
  }
})
