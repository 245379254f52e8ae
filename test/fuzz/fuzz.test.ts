import assert from 'node:assert/strict'
import { complaints, type Report, runTask } from './campaign.ts'
import { ADDRESSES, LEFT_OUT, WAITING } from './exceptions.ts'
import { handles, objects } from './objects.ts'
import { tried } from './plan.ts'
import { classes, namespaces, operations } from './surface.ts'
import type { Task } from './task.ts'

/** Long enough on a busy machine; what takes longer hangs. */
const DEADLINE = 60_000
const SEED = 20_260
/** Of the operations, so many in a hundred come to an answer; others want draft sockets, or what chance did not give. */
const LEAST_ANSWERED = 40

async function survives(task: Omit<Task, 'trace'>): Promise<Report> {
  const report = await runTask(task)
  assert.deepEqual(complaints(task, report), [])
  return report
}

describe('everything that is exported, with hostile arguments', function () {
  this.timeout(2 * DEADLINE)

  it('throws errors with a code, whatever each argument of each function is', async () => {
    const { length } = tried()
    const task = {
      plan: 'each',
      seed: SEED,
      some: 1,
      first: 0,
      last: length,
      stride: 1,
      milliseconds: DEADLINE,
    } as const
    const { tally } = await survives(task)
    const names = Object.keys(tally.outcomes)
    const answered = Object.values(tally.outcomes).filter(([answers]) => answers > 0).length
    assert.deepEqual(
      tried().filter(({ name }) => !names.includes(name)),
      [],
      'every operation was tried',
    )
    assert.ok(answered * 100 > names.length * LEAST_ANSWERED, `${answered} of ${names.length} answered`)
  })

  it('survives calls that follow each other by chance', async () => {
    const task = {
      plan: 'random',
      seed: SEED,
      first: 0,
      last: 300,
      stride: 1,
      milliseconds: DEADLINE,
    } as const
    const { tally } = await survives(task)
    assert.equal(tally.cases, 300)
  })
})

describe('what is tried', () => {
  it('is everything but what is listed, and what is listed is there', () => {
    const known = new Map(operations().map((each) => [each.name, each]))
    for (const name of Object.keys(LEFT_OUT)) assert.ok(known.has(name), name)
    for (const [name, parameter] of Object.entries({ ...ADDRESSES, ...WAITING })) {
      assert.ok(known.get(name)?.parameters.includes(parameter), `${name}, ${parameter}`)
    }
    assert.equal(tried().length, known.size - Object.keys(LEFT_OUT).length)
    assert.equal(known.size, operations().length, 'names are unique')
  })

  it('has an object of each namespace and class', () => {
    const missing = [...namespaces().keys()].filter((name) => !(name in handles) && name !== 'zactor')
    assert.deepEqual(missing, [])
    const unknown = [...classes()].filter(([name, each]) => !(name in objects) && !isSocketClass(each))
    assert.deepEqual(
      unknown.map(([name]) => name),
      [],
    )
  })
})

function isSocketClass(value: object): boolean {
  return Object.getPrototypeOf(value) === classes().get('Socket')
}
