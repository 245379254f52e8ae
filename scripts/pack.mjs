// `npm run pack`: makes the tarballs that are published, in build/pack/.

import { tarballs } from './pack/tarballs.mjs'
import { SetupError, thisMachine } from './setup/machine.mjs'

try {
  for (const { file, bytes, entries } of tarballs(thisMachine()))
    console.log(`${file}  ${(bytes / 1e6).toFixed(2)} MB, ${entries.length} files`)
} catch (error) {
  if (!(error instanceof SetupError)) throw error
  console.error(`pack: ${error.message}`)
  process.exitCode = 1
}
