// Runs the exercise and the tests of the addon with AddressSanitizer and UndefinedBehaviorSanitizer in the addon.

import { existsSync } from 'node:fs'
import { excerpt, run, SetupError } from '../setup/machine.mjs'

/** @typedef {import('../setup/machine.mjs').Machine} Machine */

const settings = {
  // Node does not free at its end what it needed until then
  ASAN_OPTIONS: 'detect_leaks=0:abort_on_error=1',
  UBSAN_OPTIONS: 'halt_on_error=1:print_stacktrace=1',
}

/**
 * @param {Machine} machine
 * @param {string} addon folder with build/Release/czmq.node
 * @returns {string[]} what is wrong
 */
export function runSanitized(machine, addon) {
  machine.say('The exercise and test/native with sanitizers')
  const env = { ...settings, CZMQ_PREBUILD: addon, LD_PRELOAD: preload(machine) }
  const exercise = run(machine, process.execPath, ['--expose-gc', 'scripts/memory/exercise.mjs'], env)
  const tests = run(
    machine,
    process.execPath,
    ['scripts/test.mjs', '--mocha-only', 'test/native/watcher.test.ts'],
    env,
  )
  const wrong = []
  if (!exercise.ok || !exercise.output.endsWith('exercised\n'))
    wrong.push(`the exercise failed:\n${excerpt(exercise.problem)}`)
  if (!tests.ok) wrong.push(`test/native failed:\n${excerpt(tests.problem)}`)
  machine.say(`sanitizers: ${wrong.length} errors`)
  return wrong
}

/**
 * The sanitizer must be there before anything else asks for memory.
 *
 * @param {Machine} machine
 */
function preload(machine) {
  const found = run(machine, 'cc', ['-print-file-name=libasan.so']).output.trim()
  if (!existsSync(found))
    throw new SetupError('the compiler has no AddressSanitizer. Run: sudo apt-get install gcc')
  return found
}
