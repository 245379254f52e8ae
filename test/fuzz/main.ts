/**
 * `npm run fuzz -- [--seconds 60] [--seed 1] [--only zframe] [--plan random|each|lifecycle] [--case 12]`: calls with
 * hostile arguments, for as long as is asked for. Exit code 1 when something was found.
 */
import { randomInt } from 'node:crypto'
import { parseArgs } from 'node:util'
import { complaints, runTask } from './campaign.ts'
import type { Task } from './task.ts'

const { values } = parseArgs({
  options: {
    seconds: { type: 'string', default: '60' },
    seed: { type: 'string' },
    only: { type: 'string', default: '' },
    plan: { type: 'string' },
    case: { type: 'string' },
  },
})

/** One process lasts so long, so that what one has spoilt does not spoil the rest. */
const ROUND_MILLISECONDS = 15_000
/** More are one thing over and over again. */
const MOST_COMPLAINTS = 20
const seed = Number(values.seed ?? randomInt(2 ** 31))
const until = performance.now() + Number(values.seconds) * 1000
const plans =
  values.plan === undefined ? (['each', 'random', 'lifecycle'] as const) : [values.plan as Task['plan']]
const found = new Set<string>()
const never = new Map<string, boolean>()
let calls = 0

/** Answers where the next process goes on. */
async function round(plan: Task['plan'], from: number): Promise<number> {
  const [first, last] =
    values.case === undefined ? [from, 2 ** 31] : [Number(values.case), Number(values.case) + 1]
  const milliseconds = Math.max(1000, Math.min(ROUND_MILLISECONDS, until - performance.now()))
  const task = { plan, seed, first, last, stride: 1, milliseconds, only: values.only }
  const report = await runTask(task)
  for (const each of complaints(task, report)) {
    // What differs in the stack alone is told once
    const key = each.split('\n')[0] ?? ''
    if (!found.has(key)) console.log(`\n${each}`)
    found.add(key)
  }
  calls += report.tally.calls
  for (const [name, [answered]] of Object.entries(report.tally.outcomes)) {
    never.set(name, answered === 0 && (never.get(name) ?? true))
  }
  const lost = report.end === null ? undefined : /^\w+ (\d+)$/m.exec(report.end)?.[1]
  return lost === undefined ? first + report.tally.cases : Number(lost) + 1
}

console.log(`seed ${seed}`)
const next = new Map<Task['plan'], number>()
let turn = 0
while (performance.now() < until && found.size < MOST_COMPLAINTS) {
  const plan = plans[turn++ % plans.length] ?? 'random'
  const before = next.get(plan) ?? 0
  next.set(plan, await round(plan, before))
  if (values.case !== undefined) break
  if (next.get(plan) === before && plan !== 'random' && plans.length === 1) break
}
const silent = [...never].flatMap(([name, isSilent]) => (isSilent ? [name] : []))
console.log(
  `\n${calls} calls of ${never.size} operations; ${silent.length} of them never answered: ${silent.join(', ')}`,
)
console.log(`${found.size} found`)
process.exitCode = found.size > 0 ? 1 : 0
