/**
 * Makes calls that nobody should make, in a process that may die of it. The argument is a {@link Task} as JSON. What is
 * about to be called is written to a file before, so that who started the process knows it afterwards. The last line of
 * output says what was found.
 */
import { createSocket } from 'node:dgram'
import { once } from 'node:events'
import { ftruncateSync, openSync, writeSync } from 'node:fs'
import { setImmediate as turn } from 'node:timers/promises'
import { liveHandles, zsys } from '../../src/index.ts'
import { Random } from '../attacks/random.ts'
import { ANYTHING, type Step } from './arguments.ts'
import { anything, CallersError } from './hostile.ts'
import { calls } from './lifecycle.ts'
import { useUdpPort } from './objects.ts'
import { complaint } from './oracle.ts'
import { everyPosition, isKnown, randomCase, stepOf, tried } from './plan.ts'
import { endCostly, Scene } from './scene.ts'
import type { Operation } from './surface.ts'
import type { Finding, Tally, Task } from './task.ts'

const task: Task = JSON.parse(process.argv[2] ?? '{}')
const all = tried(task.only)
const values = anything(task.seed, ANYTHING)
const trace = openSync(task.trace, 'w')
const findings: Finding[] = []
const tally: Tally = { calls: 0, cases: 0, situations: 0, outcomes: {} }
const stopAt = performance.now() + task.milliseconds

function note(where: string, steps: readonly Step[], at: number): void {
  const shown = steps.slice(0, at + 1).slice(-MOST_SHOWN)
  const text = [where, ...shown.map((each) => describe(each))].join('\n')
  ftruncateSync(trace, 0)
  writeSync(trace, `${text}\n`, 0)
}

/** The last calls of a case are those that matter. */
const MOST_SHOWN = 12

function describe({ operation, self, args }: Step): string {
  return `${all[operation]?.name} ${JSON.stringify({ ...(self && { self }), args })}`
}

async function runCase(index: number, steps: readonly Step[]): Promise<void> {
  const random = new Random(index)
  let depth = 0
  const nested = () => {
    if (depth > 2) return
    depth++
    const step = stepOf(random, all, random.below(all.length))
    scene.call(all[step.operation] as never, step)
    depth--
  }
  const scene = new Scene(values, nested)
  for (const [at, step] of steps.entries()) {
    if (task.keep && !task.keep.includes(at)) continue
    // Some cases start many threads
    if (performance.now() > stopAt) break
    note(`${task.plan} ${index}`, steps, at)
    const operation = all[step.operation] as never as { name: string }
    const before = scene.outcome.answered
    scene.call(operation as never, step)
    count(operation.name, scene.outcome.answered > before)
    if (at % 200 === 199) await turn()
  }
  const complaints = await scene.end()
  for (const each of new Set(complaints)) findings.push({ plan: task.plan, index, complaint: each })
  zsys.setInterrupted(false)
  tally.cases++
}

function count(name: string, answered: boolean): void {
  const known = tally.outcomes[name] ?? [0, 0]
  tally.outcomes[name] = known
  known[answered ? 0 : 1]++
  tally.calls++
}

/** One operation in every state. */
async function runStates(index: number): Promise<void> {
  const operation = all[index] as Operation
  if (isKnown(index, all)) return
  for (const [what, run] of calls(index, operation)) {
    if (task.some !== undefined && !sampled(tally.situations, index, task.some)) {
      tally.situations++
      continue
    }
    ftruncateSync(trace, 0)
    writeSync(trace, `lifecycle ${index}\n${what}\n`, 0)
    const scene = new Scene(values, () => undefined)
    const complaints: string[] = []
    try {
      if (run(scene)) tally.situations++
    } catch (error) {
      const wrong = complaint(error)
      if (wrong !== null) complaints.push(wrong)
    }
    complaints.push(...(await scene.end()))
    for (const each of new Set(complaints))
      findings.push({ plan: task.plan, index, complaint: `${what}: ${each}` })
    tally.calls += scene.outcome.answered + scene.outcome.threw
  }
  tally.cases++
}

/** One of `some`, each in its turn. */
function sampled(count: number, index: number, some: number): boolean {
  return (count + index) % some === 0
}

async function run(): Promise<void> {
  const systematic = task.plan !== 'random'
  const end = systematic ? Math.min(task.last, all.length) : task.last
  for (let index = task.first; index < end && performance.now() < stopAt; index += task.stride) {
    if (task.plan === 'lifecycle') await runStates(index)
    else
      await runCase(
        index,
        systematic ? everyPosition(index, all, task.some) : randomCase(task.seed, index, all),
      )
    if (tally.cases % 20 === 0) await turn()
    if (findings.length > 20) return
  }
}

process.on('uncaughtException', (error) => {
  if (!(error instanceof CallersError)) {
    findings.push({ plan: task.plan, index: -1, complaint: `uncaught: ${error?.stack ?? error}` })
  }
})

const probe = createSocket('udp4').bind(0, '127.0.0.1')
await once(probe, 'listening')
useUdpPort(probe.address().port)
probe.close()
zsys.init()
await run()
endCostly()
ftruncateSync(trace, 0)
writeSync(trace, `the end; ${liveHandles()} handles\n`, 0)
console.log(`\n${JSON.stringify({ findings, tally })}`)
process.exit(findings.length > 0 ? 1 : 0)
