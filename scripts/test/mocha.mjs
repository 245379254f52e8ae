// Runs mocha in a process of its own and counts, even when native code takes that process down.

import { spawn } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** @typedef {import('./reporter.cjs').Report} Report */
/** @typedef {{ passed: number, failed: number, skipped: number, problems: string[] }} Result */

/** A test that blocks in C cannot be stopped by mocha's timeout. After such a silence it is killed. */
const silenceMilliseconds = 5 * 60 * 1000

/**
 * @param {string[]} args test files and options for mocha; without files all tests are run
 * @returns {Promise<Result>}
 */
export async function runMocha(args) {
  const folder = mkdtempSync(join(tmpdir(), 'czmq-test-'))
  try {
    const reportFile = join(folder, 'report.json')
    const ending = await runToEnd(commandLine(args), reportFile)
    return judge(ending, readReport(reportFile))
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

/** @param {{ passed: number, failed: number, skipped: number }} counts */
export function summaryLine({ passed, failed, skipped }) {
  return `${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`
}

/**
 * The options of .mocharc.json, given on the command line: mocha itself would add the files named
 * by the caller to those of the configuration, and would run the tests in a grandchild.
 *
 * @param {string[]} args
 * @returns {string[]}
 */
function commandLine(args) {
  const { 'node-option': nodeOptions, spec, ...options } = JSON.parse(readFileSync('.mocharc.json', 'utf8'))
  const hasFiles = args.some((arg) => !arg.startsWith('-') && existsSync(arg))
  return [
    ...nodeOptions.map((/** @type {string} */ option) => `--${option}`),
    'node_modules/mocha/bin/mocha.js',
    '--no-config',
    '--fail-zero',
    ...Object.entries(options).map(([name, value]) => `--${name}=${value}`),
    ...['--reporter', 'scripts/test/reporter.cjs'],
    ...(hasFiles ? [] : spec),
    ...args,
  ]
}

/**
 * @param {string[]} command
 * @param {string} reportFile
 * @returns {Promise<{ status: number | null, signal: string | null, silent: boolean }>}
 */
function runToEnd(command, reportFile) {
  return new Promise((resolve, reject) => {
    const env = { ...process.env, CZMQ_TEST_REPORT: reportFile }
    const child = spawn(process.execPath, command, { stdio: 'inherit', env })
    let silent = false
    const watch = setInterval(() => {
      silent = isSilent(reportFile)
      if (silent) child.kill('SIGKILL')
    }, 1000)
    child.on('error', reject)
    child.on('exit', (status, signal) => {
      clearInterval(watch)
      resolve({ status, signal, silent })
    })
  })
}

/** @param {string} reportFile written whenever a test begins or ends */
function isSilent(reportFile) {
  return existsSync(reportFile) && Date.now() - statSync(reportFile).mtimeMs > silenceMilliseconds
}

/**
 * @param {string} reportFile
 * @returns {Report}
 */
function readReport(reportFile) {
  const nothing = { passed: 0, failed: 0, skipped: 0, running: null, ended: false }
  return existsSync(reportFile) ? JSON.parse(readFileSync(reportFile, 'utf8')) : nothing
}

/**
 * @param {{ status: number | null, signal: string | null, silent: boolean }} ending
 * @param {Report} report
 * @returns {Result}
 */
export function judge(ending, report) {
  const { passed, failed, skipped } = report
  const problems = problemsOf(ending, report)
  return { passed, failed: failed + problems.length, skipped, problems }
}

/**
 * What went wrong outside the tests that failed by themselves.
 *
 * @param {{ status: number | null, signal: string | null, silent: boolean }} ending
 * @param {Report} report
 * @returns {string[]}
 */
function problemsOf({ status, signal, silent }, { passed, failed, running, ended, leftover }) {
  const where = running === null ? 'outside a test' : `in the test "${running}"`
  if (silent) return [`mocha: nothing happened for ${silenceMilliseconds / 1000} s ${where}; it was killed`]
  if (signal !== null) return [`mocha: ended by ${signal} ${where}`]
  if (!ended) return [`mocha: the process ended with exit code ${status} ${where}`]
  if (leftover !== undefined) return [`mocha: the tests left something running: ${leftover}`]
  if (status !== 0 && failed === 0) return [`mocha: exit code ${status} although no test failed`]
  return passed + failed === 0 ? ['mocha: no test was executed'] : []
}
