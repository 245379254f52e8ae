// `npm test`: set-up, static checks, mocha. The last line on stdout is always "N passed, N failed".
//
//   node scripts/test.mjs [--mocha-only] [test files and options for mocha]
//
// With --mocha-only neither set-up nor checks are run.

import { spawnSync } from 'node:child_process'
import { runChecks } from './test/checks.mjs'
import { runMocha, summaryLine } from './test/mocha.mjs'

process.exitCode = await main(process.argv.slice(2))

/** @param {string[]} args */
async function main(args) {
  const mochaOnly = args[0] === '--mocha-only'
  if (!mochaOnly) {
    const failed = await prepare()
    if (failed.length > 0) return giveUp(failed)
  }
  const result = await runMocha(mochaOnly ? args.slice(1) : ['--forbid-only', ...args])
  for (const problem of result.problems) console.error(problem)
  console.log(summaryLine(result))
  return result.failed === 0 ? 0 : 1
}

/** @returns {Promise<string[]>} names of the steps that failed */
async function prepare() {
  const setup = spawnSync(process.execPath, ['scripts/setup.mjs', 'test'], { stdio: 'inherit' })
  return setup.status === 0 ? runChecks() : ['setup']
}

/** @param {string[]} failed */
function giveUp(failed) {
  console.error(`npm test: ${failed.join(', ')} failed, so the tests were not run`)
  console.log(summaryLine({ passed: 0, failed: failed.length, skipped: 0 }))
  return 1
}
