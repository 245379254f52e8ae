import assert from 'node:assert/strict'
import { complaints, runTask } from './campaign.ts'
import { LASTING } from './exceptions.ts'
import { calls, situations } from './lifecycle.ts'
import { tried } from './plan.ts'

const DEADLINE = 60_000
/** One in so many calls is made; `npm run fuzz -- --plan lifecycle` makes all. */
const EVERY = 11

describe('every operation on objects in every state', function () {
  this.timeout(2 * DEADLINE)

  it('answers, or throws an error with a code', async () => {
    const { length } = tried()
    const task = {
      plan: 'lifecycle',
      seed: 1,
      some: EVERY,
      first: 0,
      last: length,
      stride: 1,
      milliseconds: DEADLINE,
    } as const
    const report = await runTask(task)
    assert.deepEqual(complaints(task, report), [])
    assert.ok(report.tally.calls > 1000, `${report.tally.calls} calls`)
  })

  it('is about all classes, and leaves out what is there', () => {
    const all = tried()
    const planned = all.flatMap((operation, index) => [...calls(index, operation)].map(([name]) => name))
    for (const kind of ['zframe', 'zmsg', 'zloop', 'zsocket', 'zsock', 'Push', 'Observer', 'types.Message']) {
      for (const state of Object.keys(situations)) {
        assert.ok(
          planned.some((each) => each.endsWith(`, ${kind} ${state}`)),
          `${kind} ${state}`,
        )
      }
    }
    for (const name of Object.keys(LASTING))
      assert.ok(
        all.some((each) => each.name === name),
        name,
      )
  })
})
