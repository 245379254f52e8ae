import { Socket } from '../../src/index.ts'
import { Random } from '../attacks/random.ts'
import { argumentsFor, fitting, receiverFor, type Step } from './arguments.ts'
import { LEFT_OUT } from './exceptions.ts'
import { hostileNames } from './hostile.ts'
import { classes, type Operation, operations } from './surface.ts'

/** Which calls are made: the same for the same seed, each case by itself. */

const MOST_STEPS = 10

/** What is tried, in a fixed order; with `only`, what begins with it or belongs to it. */
export function tried(only = ''): Operation[] {
  const wanted = operations().filter(({ name }) => !(name in LEFT_OUT))
  // What classes share is tried with the first, which must be one that can be made
  const missing = missingClasses()
  const all = [
    ...wanted.filter(({ group }) => !missing.has(group)),
    ...wanted.filter(({ group }) => missing.has(group)),
  ]
  if (only === '') return all
  const exact = all.filter(({ name, group }) => group === only || name === only)
  return exact.length > 0 ? exact : all.filter(({ name }) => name.includes(only))
}

/** Draft sockets, where the library has none. */
function missingClasses(): Set<string> {
  const missing = [...classes()].filter(([, each]) => {
    if (!(each.prototype instanceof Socket)) return false
    try {
      ;(Reflect.construct(each, []) as Socket).close()
      return false
    } catch (error) {
      return Reflect.get(Object(error), 'code') === 'ERR_CZMQ_SYMBOL'
    }
  })
  return new Set(missing.map(([name]) => name))
}

/** One of many random cases. */
export function randomCase(seed: number, index: number, all: readonly Operation[]): Step[] {
  const random = new Random(Math.imul(seed ^ 0x9e3779b9, index + 1) ^ index)
  const group = all[random.below(all.length)]?.group
  const near = all.flatMap((each, at) => (each.group === group ? [at] : []))
  return Array.from({ length: 1 + random.below(MOST_STEPS) }, () => {
    const operation = random.chance(60) ? (near[random.below(near.length)] ?? 0) : random.below(all.length)
    return stepOf(random, all, operation)
  })
}

export function stepOf(random: Random, all: readonly Operation[], operation: number): Step {
  const found = all[operation] as Operation
  return { operation, self: receiverFor(random, found), args: argumentsFor(random, found) }
}

/**
 * Hostile values in every position of one operation, with arguments beside it that fit; and none at all. All values, or
 * `some` for a position: others for other operations.
 */
export function everyPosition(index: number, all: readonly Operation[], some = hostileNames.length): Step[] {
  const operation = all[index] as Operation
  const random = new Random(index + 1)
  const fitted = () => operation.parameters.map((each) => fitting(random, operation, each))
  const self = () => receiverFor(random, operation)
  const steps: Step[] = [
    { operation: index, self: self(), args: [] },
    { operation: index, self: self(), args: fitted() },
  ]
  const positions = isKnown(index, all) ? 0 : operation.parameters.length
  for (let position = 0; position < positions; position++) {
    for (let count = 0; count < some; count++) {
      const hostile = hostileNames[(index * 7 + position * 13 + count) % hostileNames.length] ?? 'null'
      steps.push({ operation: index, self: self(), args: fitted().toSpliced(position, 1, { hostile }) })
    }
  }
  return steps
}

/** Whether another class has had it before. */
export function isKnown(index: number, all: readonly Operation[]): boolean {
  return all.findIndex(({ call }) => call === all[index]?.call) < index
}
