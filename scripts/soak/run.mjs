// Runs scenarios in processes of their own, judges what they have sampled, and says so.

import { spawn } from 'node:child_process'
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { amount, COLUMNS, columnNames, paced, WARM_UP } from './columns.mjs'
import { trendOf } from './judge.mjs'
import { plot } from './plot.mjs'
import { known } from './scenarios.mjs'

/** @typedef {import('./columns.mjs').Sample} Sample */
/** @typedef {import('./columns.mjs').Column} Column */
/** @typedef {import('./judge.mjs').Trend} Trend */
/** @typedef {{ seconds: number, jobs: number, interval: number, samples: number, folder: string }} Options */
/** @typedef {{ name: string, samples: Sample[], failure: string, trends: Partial<Record<Column, Trend>> }} Result */

const PROGRAM = join(import.meta.dirname, 'process.mjs')
/** More than its time a scenario needs for starting and ending; then it hangs. */
const PATIENCE = 60_000

/**
 * @param {readonly string[]} names
 * @param {Options} options
 * @returns {Promise<number>} the exit code
 */
export async function soak(names, options) {
  mkdirSync(options.folder, { recursive: true })
  const left = [...names]
  /** @type {number[]} */
  const codes = []
  const work = async () => {
    for (let name = left.shift(); name !== undefined; name = left.shift()) {
      const result = judged(await run(name, options))
      writeFileSync(join(options.folder, `${name}.json`), `${JSON.stringify(result)}\n`)
      writeFileSync(join(options.folder, `${name}.svg`), plot(result))
      console.log(report(result))
      codes.push(codeOf(result))
    }
  }
  await Promise.all(Array.from({ length: options.jobs }, work))
  if (codes.includes(1)) return 1
  return Math.max(...codes)
}

/**
 * @param {string} name
 * @param {Options} options
 * @returns {Promise<Result>}
 */
function run(name, { seconds, interval, samples }) {
  const args = [name, seconds, interval, samples].map(String)
  const child = spawn(process.execPath, ['--expose-gc', PROGRAM, ...args], {
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let [out, errors] = ['', '']
  child.stdout.setEncoding('utf8').on('data', (text) => {
    out += text
  })
  child.stderr.setEncoding('utf8').on('data', (text) => {
    errors += text
  })
  const watch = setTimeout(
    () => {
      errors += 'it did not end in time'
      child.kill('SIGKILL')
    },
    seconds * 2000 + PATIENCE,
  )
  return new Promise((resolve, reject) => {
    child.once('error', reject)
    child.once('close', (code, signal) => {
      clearTimeout(watch)
      const failure = code === 0 && errors === '' ? '' : `${signal ?? `exit code ${code}`}: ${errors.trim()}`
      const lines = out.split('\n').filter((line) => line.endsWith('}'))
      resolve({ name, samples: lines.map((line) => JSON.parse(line)), failure, trends: {} })
    })
  })
}

/**
 * @param {Result} result
 * @returns {Result}
 */
function judged(result) {
  const points = paced(result.samples)
  const end = points.at(-1)?.at ?? 0
  const rest = points.filter(({ at }) => at >= end * WARM_UP)
  const trends = columnNames.map((name) => [
    name,
    trendOf(
      rest.map(({ at, sample }) => ({ x: at, y: sample[name] })),
      allowedOf(result, name),
    ),
  ])
  return { ...result, trends: Object.fromEntries(trends) }
}

/**
 * @param {Result} result
 * @param {Column} column
 */
function allowedOf({ name, samples }, column) {
  const { rounds, seconds } = samples.at(-1) ?? { rounds: 0, seconds: 1 }
  const { allowed } = COLUMNS[column]
  return column === 'rss' ? allowed + ((known[name] ?? 0) * rounds) / seconds : allowed
}

/** @param {Result} result */
function codeOf({ failure, trends }) {
  const verdicts = Object.values(trends).map(({ verdict }) => verdict)
  if (failure !== '' || verdicts.includes('grows')) return 1
  return verdicts.includes('unclear') ? 2 : 0
}

/** @param {Result} result */
function report({ name, samples, failure, trends }) {
  const last = samples.at(-1)
  const head = `${name}: ${last?.rounds ?? 0} rounds in ${(last?.seconds ?? 0).toFixed(0)} s${failure && `, FAILED (${failure})`}`
  const rows = columnNames.map((column) => {
    const trend = trends[column]
    const { unit } = COLUMNS[column]
    return trend
      ? `  ${column.padEnd(12)}${trend.verdict.padEnd(8)}${amount(last?.[column] ?? 0, unit).padStart(11)}  ${amount(trend.slope, unit)}/s  (${amount(trend.lower, unit)} to ${amount(trend.upper, unit)})`
      : ''
  })
  return [head, ...rows].join('\n')
}
