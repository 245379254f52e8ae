// What is printed at the end: a line for each run, and the sum.

import { summaryLine } from '../test/mocha.mjs'

/** @typedef {{ passed: number, failed: number, skipped: number }} Counts */
/** @typedef {{ name: string, way: string, counts: Counts, seconds: number, problem?: string }} Row */

/**
 * What could not be run at all.
 *
 * @param {string} name
 * @param {string} problem
 * @returns {Row}
 */
export function missing(name, problem) {
  return { name, way: '', counts: { passed: 0, failed: 1, skipped: 0 }, seconds: 0, problem }
}

/**
 * Prints the results.
 *
 * @param {Row[]} rows
 * @param {'counts' | 'is skipped'} absence what becomes of a runtime that could not be had
 * @returns {number} exit code
 */
export function report(rows, absence) {
  const isSkipped = (/** @type {Row} */ row) => absence === 'is skipped' && row.problem !== undefined
  console.log(`\n${line(['runtime', 'event loop', 'passed', 'failed', 'seconds'])}`)
  for (const row of rows) console.log(describe(row, isSkipped(row)))
  const sum = total(rows.filter((row) => !isSkipped(row)).map(({ counts }) => counts))
  console.log(summaryLine(sum))
  return sum.failed === 0 ? 0 : 1
}

/**
 * @param {Row} row
 * @param {boolean} isSkipped
 */
function describe({ name, way, counts, seconds, problem }, isSkipped) {
  if (problem !== undefined) return `${name.padEnd(16)}${isSkipped ? 'skipped' : 'MISSING'}: ${problem}`
  return line([name, way, String(counts.passed), String(counts.failed), seconds.toFixed(1)])
}

/** @param {string[]} cells */
function line([name = '', way = '', ...numbers]) {
  return name.padEnd(16) + way.padEnd(11) + numbers.map((each) => each.padStart(8)).join('')
}

/** @param {Counts[]} all */
function total(all) {
  const sum = { passed: 0, failed: 0, skipped: 0 }
  for (const { passed, failed, skipped } of all) {
    sum.passed += passed
    sum.failed += failed
    sum.skipped += skipped
  }
  return sum
}
