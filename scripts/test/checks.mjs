// What must hold before the tests are worth running.

import { spawn } from 'node:child_process'

/** @typedef {{ name: string, command: string[] }} Check */

/** @type {Check[]} */
const checks = [
  { name: 'type check', command: ['node_modules/typescript/bin/tsc', '--noEmit'] },
  {
    name: 'format and lint',
    command: ['node_modules/@biomejs/biome/bin/biome', 'ci', '--colors=off', '--error-on-warnings', '.'],
  },
  { name: 'promise rules', command: ['node_modules/eslint/bin/eslint.js', '--max-warnings', '0', '.'] },
  { name: 'layers', command: ['--import', 'tsx', 'scripts/check-layers.ts'] },
  { name: 'generated code', command: ['--import', 'tsx', 'scripts/generate-raw.ts', '--check'] },
  { name: 'generated options', command: ['--import', 'tsx', 'scripts/generate-options.ts', '--check'] },
]

/**
 * Runs all checks side by side and prints what the failing ones have to say.
 *
 * @returns {Promise<string[]>} names of the checks that failed
 */
export async function runChecks() {
  const failed = await Promise.all(checks.map(runCheck))
  return failed.filter((name) => name !== null)
}

/**
 * @param {Check} check
 * @returns {Promise<string | null>} its name if it failed
 */
async function runCheck({ name, command }) {
  const start = performance.now()
  const { status, output } = await execute(command)
  const seconds = ((performance.now() - start) / 1000).toFixed(1)
  console.log(`${status === 0 ? '✔' : '✖'} ${name} (${seconds} s)`)
  if (status === 0) return null
  console.log(output.trimEnd())
  return name
}

/**
 * @param {string[]} command arguments for node
 * @returns {Promise<{ status: number | null, output: string }>}
 */
function execute(command) {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, command, { stdio: ['ignore', 'pipe', 'pipe'] })
    let output = ''
    for (const stream of [child.stdout, child.stderr]) {
      stream.setEncoding('utf8').on('data', (chunk) => {
        output += chunk
      })
    }
    child.on('error', reject)
    child.on('close', (status) => resolve({ status, output }))
  })
}
