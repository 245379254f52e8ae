/** Runs the self-tests that the argument lists in the working directory, and prints the name of each when it is over. */
import { mkdirSync } from 'node:fs'
import { C } from '../../src/raw/index.ts'

/** Where the self-tests read and write. */
for (const folder of ['src/selftest-ro', 'src/selftest-rw']) mkdirSync(folder, { recursive: true })

for (const name of process.argv.slice(2)) {
  const test = C[name as 'zframe_test']
  test(false)
  process.stderr.write(`${name}\n`)
}
