// `npm run build:native`: compiles the addon, and says what is missing where that cannot be done.

import { thisMachine } from './setup/machine.mjs'
import { compileNative } from './setup/native.mjs'

const problem = compileNative(thisMachine())
if (problem !== null) {
  console.error(`build:native: ${problem}`)
  process.exitCode = 1
}
