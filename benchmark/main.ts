/**
 * Runs the benchmarks and prints their tables: all of them, or those that are named.
 *
 *     npm run benchmark [-- NAME… --runs N]
 */
import { cpus, loadavg } from 'node:os'
import { parseArgs } from 'node:util'
import { zmq, zsys } from 'czmq'
import { agents } from './agents.ts'
import { calls } from './calls.ts'
import { channels } from './channels.ts'
import { flood } from './flood.ts'
import { importTime } from './import-time.ts'
import { inproc } from './one-thread.ts'
import { publish } from './publish.ts'
import { manySockets, roundTrip } from './requests.ts'
import { curve, handshakes } from './security.ts'
import { strings } from './strings.ts'
import { multipart, receiving, sending } from './throughput.ts'

const suites: Record<string, (runs: number) => Promise<string> | string> = {
  receiving,
  sending,
  inproc,
  multipart,
  publish,
  'round-trip': roundTrip,
  'many-sockets': manySockets,
  flood,
  handshakes,
  curve,
  agents,
  strings,
  calls,
  channels,
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
  `Node ${process.version}, libczmq ${version(zsys.version())}, libzmq ${version(zmq.version())}, ${cpus().length} cores, load ${loadavg()[0]?.toFixed(1)}; medians of ${values.runs} runs`,
)
for (const name of names) console.log(`\n${await suites[name]?.(Number(values.runs))}`)
