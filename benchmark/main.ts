/**
 * Runs the benchmarks and prints their tables: all of them, or those that are named.
 *
 *     npm run benchmark [-- strings calls import] [--runs N]
 */
import { parseArgs } from 'node:util'
import { zmq, zsys } from 'czmq'
import { calls } from './calls.ts'
import { importTime } from './import-time.ts'
import { strings } from './strings.ts'

const suites: Record<string, (runs: number) => Promise<string> | string> = {
  strings,
  calls,
  import: importTime,
}

const { values, positionals } = parseArgs({
  options: { runs: { type: 'string', default: '5' } },
  allowPositionals: true,
})
const names = positionals.length ? positionals : Object.keys(suites)
const unknown = names.find((each) => !Object.hasOwn(suites, each))
if (unknown !== undefined || !(Number(values.runs) > 0)) {
  console.error(`usage: npm run benchmark [-- ${Object.keys(suites).join(' ')}] [--runs N]`)
  process.exit(2)
}
const version = (parts: { major: number; minor: number; patch: number }) =>
  `${parts.major}.${parts.minor}.${parts.patch}`
console.log(
  `Node ${process.version}, libczmq ${version(zsys.version())}, libzmq ${version(zmq.version())}; medians of ${values.runs} runs`,
)
for (const name of names) console.log(`\n${await suites[name]?.(Number(values.runs))}`)
