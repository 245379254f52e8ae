// Runs mocha in a process of its own and counts, even when native code takes that process down.

import { spawn } from 'node:child_process'
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs'
import { availableParallelism, tmpdir } from 'node:os'
import { dirname, join } from 'node:path'

/** @typedef {import('./reporter.cjs').Report} Report */
/** @typedef {{ passed: number, failed: number, skipped: number, problems: string[] }} Result */

/** A test that blocks in C cannot be stopped by mocha's timeout. After such a silence it is killed. */
const silenceMilliseconds = 5 * 60 * 1000

/** So many files go into one process: fewer, and starting processes costs more than the second core brings. */
const groupSize = 8
/** More would make tests of time-outs wait for each other. */
const mostProcesses = 2

/**
 * @param {string[]} args test files and options for mocha; without files all tests are run, in several processes at once
 * @returns {Promise<Result>}
 */
export async function runMocha(args) {
  const missing = args.filter((arg) => arg.endsWith('.test.ts') && !existsSync(arg))
  if (missing.length > 0) {
    const problems = missing.map((file) => `mocha: there is no ${file}`)
    return { passed: 0, failed: problems.length, skipped: 0, problems }
  }
  if (hasFiles(args)) return runGroup(args, 'inherit')
  const groups = groupsOf(allFiles())
  if (groups.length === 0)
    return { passed: 0, failed: 1, skipped: 0, problems: ['mocha: there are no tests'] }
  const results = await inTurn(groups, Math.min(mostProcesses, availableParallelism()), (files) =>
    runGroup([...args, ...files], 'pipe'),
  )
  return results.reduce(sum)
}

/** @returns {string[]} */
function allFiles() {
  const { spec } = configuration()
  return spec.flatMap((/** @type {string} */ pattern) => filesOf(pattern.replace(/\/\*\*.*/, '')))
}

/** @param {string} folder */
function filesOf(folder) {
  if (!existsSync(folder)) return []
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.test.ts'))
    .sort()
    .map((name) => join(folder, name))
}

/**
 * Files of one folder stay together.
 *
 * @param {string[]} files
 * @returns {string[][]}
 */
export function groupsOf(files) {
  /** @type {string[][]} */
  const groups = []
  for (const file of files) {
    const group = groups.at(-1)
    if (group && group.length < groupSize && dirname(group[0] ?? '') === dirname(file)) group.push(file)
    else groups.push([file])
  }
  return groups
}

/**
 * Works on all items, some at once, and answers the results in the order of the items.
 *
 * @template Item, Answer
 * @param {Item[]} items
 * @param {number} atOnce
 * @param {(item: Item) => Promise<Answer>} work
 * @returns {Promise<Answer[]>}
 */
async function inTurn(items, atOnce, work) {
  /** @type {Answer[]} */
  const answers = []
  let next = 0
  const worker = async () => {
    while (next < items.length) {
      const index = next++
      answers[index] = await work(/** @type {Item} */ (items[index]))
    }
  }
  await Promise.all(Array.from({ length: atOnce }, worker))
  return answers
}

/**
 * @param {Result} one
 * @param {Result} other
 * @returns {Result}
 */
function sum(one, other) {
  return {
    passed: one.passed + other.passed,
    failed: one.failed + other.failed,
    skipped: one.skipped + other.skipped,
    problems: [...one.problems, ...other.problems],
  }
}

/**
 * @param {string[]} args
 * @param {'inherit' | 'pipe'} output what is piped is shown when the group is done, so that groups do not mix
 * @returns {Promise<Result>}
 */
async function runGroup(args, output) {
  const folder = mkdtempSync(join(tmpdir(), 'czmq-test-'))
  try {
    const reportFile = join(folder, 'report.json')
    const ending = await runToEnd(commandLine(args), reportFile, output)
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
  const { 'node-option': nodeOptions, spec: _, ...options } = configuration()
  return [
    ...nodeOptions.map((/** @type {string} */ option) => `--${option}`),
    'node_modules/mocha/bin/mocha.js',
    '--no-config',
    '--fail-zero',
    ...Object.entries(options).map(([name, value]) => `--${name}=${value}`),
    ...['--reporter', 'scripts/test/reporter.cjs'],
    ...args,
  ]
}

function configuration() {
  return JSON.parse(readFileSync('.mocharc.json', 'utf8'))
}

/** @param {string[]} args */
function hasFiles(args) {
  return args.some((arg) => !arg.startsWith('-') && existsSync(arg))
}

/**
 * @param {string[]} command
 * @param {string} reportFile
 * @param {'inherit' | 'pipe'} output
 * @returns {Promise<{ status: number | null, signal: string | null, silent: boolean }>}
 */
function runToEnd(command, reportFile, output) {
  return new Promise((resolve, reject) => {
    const env = { ...process.env, CZMQ_TEST_REPORT: reportFile }
    const child = spawn(process.execPath, command, { stdio: ['inherit', output, output], env })
    /** @type {Buffer[]} */
    const written = []
    for (const stream of [child.stdout, child.stderr]) stream?.on('data', (chunk) => written.push(chunk))
    let silent = false
    const watch = setInterval(() => {
      silent = isSilent(reportFile)
      if (silent) child.kill('SIGKILL')
    }, 1000)
    child.on('error', reject)
    child.on('close', (status, signal) => {
      clearInterval(watch)
      process.stdout.write(Buffer.concat(written))
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
