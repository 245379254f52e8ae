// `npm run test:drafts [-- test files]`: the tests of draft sockets, with a library that has drafts. It is built when it
// is not there. Once with the addon and once with poll(2) in its place. The last line is like that of `npm test`.

import { draftLibrary } from './drafts/library.mjs'
import { SetupError, thisMachine } from './setup/machine.mjs'
import { runMocha, summaryLine } from './test/mocha.mjs'

const tests = [
  'test/sockets/draft.test.ts',
  'test/sockets/draft-ends.test.ts',
  'test/sockets/datagram.test.ts',
  'test/sockets/sequences.test.ts',
  'test/sockets/from-handle.test.ts',
  'test/socket-hazards.test.ts',
  'test/zsock/draft.test.ts',
]

process.exitCode = await main(process.argv.slice(2))

/** @param {string[]} args */
async function main(args) {
  try {
    process.env.CZMQ_LIBRARY = draftLibrary(thisMachine())
  } catch (error) {
    if (!(error instanceof SetupError)) throw error
    console.error(`test:drafts: ${error.message}`)
    console.log(summaryLine({ passed: 0, failed: 1, skipped: 0 }))
    return 1
  }
  const sum = { passed: 0, failed: 0, skipped: 0 }
  for (const way of ['addon', 'poll']) await add(sum, way, args.length > 0 ? args : tests)
  console.log(summaryLine(sum))
  return sum.failed === 0 ? 0 : 1
}

/**
 * @param {{ passed: number, failed: number, skipped: number }} sum
 * @param {string} way
 * @param {string[]} args
 */
async function add(sum, way, args) {
  console.log(`\n${way}`)
  process.env.CZMQ_EVENT_LOOP = way
  const { passed, failed, skipped, problems } = await runMocha(args)
  for (const problem of problems) console.error(problem)
  sum.passed += passed
  sum.failed += failed
  sum.skipped += skipped
}
