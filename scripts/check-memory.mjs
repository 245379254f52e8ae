// `npm run valgrind`: looks for wrong use of memory in the addon, with valgrind and with sanitizers. The exit code is 0
// when there is none. `npm run valgrind -- sanitizers` or `-- valgrind` does one of them.

import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { runSanitized } from './memory/sanitizers.mjs'
import { runValgrind } from './memory/valgrind.mjs'
import { SetupError, thisMachine } from './setup/machine.mjs'
import { compileNative } from './setup/native.mjs'

/** @type {Record<string, { flags: string[], check: typeof runValgrind }>} */
const checks = {
  valgrind: { flags: ['-g'], check: runValgrind },
  sanitizers: {
    flags: [
      '-g',
      '-O1',
      '-fno-omit-frame-pointer',
      '-fsanitize=address,undefined',
      '-fno-sanitize-recover=all',
    ],
    check: runSanitized,
  },
}

process.exitCode = main(process.argv.slice(2))

/** @param {string[]} args */
function main(args) {
  try {
    const names = args.length > 0 ? args : Object.keys(checks)
    const wrong = names.flatMap((name) => check(name))
    for (const each of wrong) console.error(each)
    console.log(wrong.length === 0 ? 'memory: clean' : `memory: ${wrong.length} errors`)
    return wrong.length === 0 ? 0 : 1
  } catch (error) {
    if (!(error instanceof SetupError)) throw error
    console.error(`valgrind: ${error.message}`)
    return 1
  }
}

/** @param {string} name */
function check(name) {
  const found = checks[name]
  if (found === undefined) throw new SetupError(`${name} is neither ${Object.keys(checks).join(' nor ')}`)
  const machine = thisMachine()
  const folder = join(machine.project, 'build/memory', name)
  mkdirSync(folder, { recursive: true })
  const problem = compileNative(machine, {
    flags: found.flags,
    output: join(folder, 'build/Release/czmq.node'),
  })
  if (problem !== null) throw new SetupError(problem)
  return found.check(machine, folder)
}
