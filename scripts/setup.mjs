// Makes a clone ready to use: `node scripts/setup.mjs start|test|benchmark|build`.
// Plain Node without a dependency, because it is what installs the dependencies.

import { thisMachine } from './setup/machine.mjs'
import { setUp } from './setup/main.mjs'

process.exitCode = setUp(process.argv[2], thisMachine())
