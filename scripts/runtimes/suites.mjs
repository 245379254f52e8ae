// The two suites, and how they are run on a runtime.

import { spawn } from 'node:child_process'
import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'

/** @typedef {import('./list.mjs').Runtime} Runtime */
/** @typedef {'addon' | 'poll'} Way */
/** @typedef {{ passed: number, failed: number, skipped: number }} Counts */

const smoke = 'test/runtimes/smoke.mjs'
const folders = ['test/sockets', 'test/event-loop']
/** No suite may hang a build: the full one watches over itself, and this is far longer than the small one takes. */
const smokeDeadline = 180_000

/**
 * The ways to wait that a runtime has. The addon needs libuv, which only Node has.
 *
 * @param {Runtime} runtime
 * @returns {Way[]}
 */
export function waysOf({ kind }) {
  return kind === 'node' ? ['addon', 'poll'] : ['poll']
}

/**
 * @param {Runtime} runtime
 * @param {string} program
 * @param {Way} way
 * @param {'full' | 'brief'} extent
 * @returns {Promise<Counts>}
 */
export function runSuite(runtime, program, way, extent) {
  // Bun and Deno are to choose by themselves, as they do for users
  const env = { ...process.env, ...(runtime.kind === 'node' && { CZMQ_EVENT_LOOP: way }) }
  if (extent === 'full' && runtime.kind === 'node')
    return count(program, ['scripts/test.mjs', '--mocha-only', ...testFiles()], env)
  const options = runtime.kind === 'deno' ? ['run', '--allow-all', '--no-lock'] : []
  return count(program, [...options, smoke], env, smokeDeadline)
}

function testFiles() {
  return folders.filter((folder) => existsSync(folder)).flatMap(filesIn)
}

/** @param {string} folder */
function filesIn(folder) {
  const names = readdirSync(folder, { recursive: true, encoding: 'utf8' })
  return names
    .filter((name) => name.endsWith('.test.ts'))
    .sort()
    .map((name) => join(folder, name))
}

/**
 * Runs a program whose last line is "N passed, N failed", and passes on what it prints.
 *
 * @param {string} program
 * @param {string[]} args
 * @param {NodeJS.ProcessEnv} env
 * @param {number} [deadline] milliseconds after which it is killed
 * @returns {Promise<Counts>}
 */
function count(program, args, env, deadline) {
  const child = spawn(program, args, { env, stdio: ['ignore', 'pipe', 'inherit'] })
  const timer = deadline === undefined ? undefined : setTimeout(() => child.kill('SIGKILL'), deadline)
  let output = ''
  child.stdout.setEncoding('utf8').on('data', (chunk) => {
    output += chunk
    process.stdout.write(chunk)
  })
  return new Promise((resolve, reject) => {
    child.once('error', reject)
    child.once('close', (status, signal) => {
      clearTimeout(timer)
      resolve(judge(output, status, signal))
    })
  })
}

/**
 * What a suite counted. One that ends without its last line, or with failure that it did not count, has failed.
 *
 * @param {string} output
 * @param {number | null} status
 * @param {string | null} signal
 * @returns {Counts}
 */
export function judge(output, status, signal) {
  const line = output.trimEnd().split('\n').at(-1) ?? ''
  const [, passed, failed, skipped] = /^(\d+) passed, (\d+) failed(?:, (\d+) skipped)?$/.exec(line) ?? []
  const counts = { passed: Number(passed ?? 0), failed: Number(failed ?? 0), skipped: Number(skipped ?? 0) }
  const went = status === 0 ? counts.passed > 0 : counts.failed > 0
  if (went) return counts
  console.error(`the suite ended by ${signal ?? `exit code ${status}`}: "${line}"`)
  return { ...counts, failed: counts.failed + 1 }
}
