// Long runs that must not grow: `node scripts/soak.mjs [--minutes N] [--only NAME,…] [--jobs N]`. Each scenario has a process
// of its own, which is sampled every second. Prints a line for each scenario and column; pictures and samples go to
// build/soak. Exit code: 0 when everything is flat, 1 when something grows or fails, 2 when a longer run must tell.

import { parseArgs } from 'node:util'
import { soak } from './soak/run.mjs'
import { ordinary, scenarios } from './soak/scenarios.mjs'

const { values } = parseArgs({
  options: {
    minutes: { type: 'string', default: '1' },
    only: { type: 'string' },
    jobs: { type: 'string', default: '1' },
    out: { type: 'string', default: 'build/soak' },
    interval: { type: 'string', default: '1000' },
    samples: { type: 'string', default: '20' },
  },
})
const names = values.only?.split(',') ?? ordinary
const [minutes, jobs, interval, samples] = [values.minutes, values.jobs, values.interval, values.samples].map(
  Number,
)
if (!(minutes && jobs && interval && samples) || names.some((each) => !Object.hasOwn(scenarios, each))) {
  console.error(`usage: npm run soak -- [--minutes N] [--only ${ordinary.join(',')}] [--jobs N]`)
  process.exit(2)
}
process.exitCode = await soak(names, { seconds: minutes * 60, jobs, interval, samples, folder: values.out })
