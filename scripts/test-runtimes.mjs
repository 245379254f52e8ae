// `npm run test:runtimes`: the tests of the sockets on other versions of Node, and on Bun and Deno.
// The last line on stdout is always "N passed, N failed".
//
//   node scripts/test-runtimes.mjs [node20 node22 node24 node26 bun deno] [--brief] [--skip-missing]
//
// With --brief every runtime gets the small suite, which Bun and Deno always get. A runtime that cannot be
// fetched is a failure, unless --skip-missing.

import { spawnSync } from 'node:child_process'
import { parseArgs } from 'node:util'
import { provide } from './runtimes/install.mjs'
import { label, select } from './runtimes/list.mjs'
import { runSuite, waysOf } from './runtimes/suites.mjs'
import { missing, report } from './runtimes/table.mjs'

/** @typedef {import('./runtimes/list.mjs').Runtime} Runtime */
/** @typedef {import('./runtimes/table.mjs').Row} Row */

const options = /** @type {const} */ ({ brief: { type: 'boolean' }, 'skip-missing': { type: 'boolean' } })

process.exitCode = await main(process.argv.slice(2))

/** @param {string[]} args */
async function main(args) {
  try {
    const { values, positionals } = parseArgs({ args, options, allowPositionals: true })
    const rows = await testAll(select(positionals), values.brief ? 'brief' : 'full')
    return report(rows, values['skip-missing'] ? 'is skipped' : 'counts')
  } catch (error) {
    return report(
      [missing('test:runtimes', error instanceof Error ? error.message : String(error))],
      'counts',
    )
  }
}

/**
 * @param {Runtime[]} runtimes
 * @param {'full' | 'brief'} extent
 * @returns {Promise<Row[]>}
 */
async function testAll(runtimes, extent) {
  const setup = spawnSync(process.execPath, ['scripts/setup.mjs', 'test'], { stdio: 'inherit' })
  if (setup.status !== 0) throw new Error('setup failed')
  // Fetched side by side, because that waits for the network; run one by one, because tests measure time
  const places = await Promise.all(runtimes.map((each) => provide(each)))
  /** @type {Row[]} */
  const rows = []
  for (const [index, runtime] of runtimes.entries()) {
    const place = places[index]
    if (place === undefined) continue
    if ('problem' in place) rows.push(missing(label(runtime), place.problem))
    else rows.push(...(await runAll(runtime, place.program, extent)))
  }
  return rows
}

/**
 * @param {Runtime} runtime
 * @param {string} program
 * @param {'full' | 'brief'} extent
 * @returns {Promise<Row[]>}
 */
async function runAll(runtime, program, extent) {
  /** @type {Row[]} */
  const rows = []
  for (const way of waysOf(runtime)) {
    const name = label(runtime)
    console.log(`\n${name}, ${way}`)
    const start = performance.now()
    const counts = await runSuite(runtime, program, way, extent)
    rows.push({ name, way, counts, seconds: (performance.now() - start) / 1000 })
  }
  return rows
}
