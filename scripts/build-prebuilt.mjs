// `npm run build:prebuilt [-- --arch arm64] [--check-reproducible]`: makes packages/native-linux-…/czmq.node, the addon
// and libczmq with libzmq and libsodium in it, from the sources in packages/native/sources.json. For Debian and the like.

import { copyFileSync, mkdirSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { compileAll, requirePrograms } from './prebuild/compile.mjs'
import { describe, inspect } from './prebuild/inspect.mjs'
import { fillPackage } from './prebuild/package.mjs'
import { readSources, unpackSources } from './prebuild/sources.mjs'
import { targetOf } from './prebuild/targets.mjs'
import { SetupError, thisMachine } from './setup/machine.mjs'

/** @typedef {import('./prebuild/targets.mjs').Target} Target */

const machine = thisMachine()
try {
  main()
} catch (error) {
  if (!(error instanceof SetupError)) throw error
  console.error(`build:prebuilt: ${error.message}`)
  process.exitCode = 1
}

function main() {
  const options = {
    arch: { type: 'string', default: process.arch },
    'check-reproducible': { type: 'boolean' },
  }
  const { values } = parseArgs({
    options: /** @type {import('node:util').ParseArgsConfig['options'] & {}} */ (options),
  })
  const target = targetOf(String(values.arch))
  requirePrograms(machine, target)
  const file = buildIn(target, 'first')
  if (values['check-reproducible']) compare(file, buildIn(target, 'second-in-a-longer-path'))
  const facts = inspect(machine, target, file)
  fillPackage(machine, target, file, facts)
  for (const line of describe(facts)) console.log(line)
}

/**
 * @param {Target} target
 * @param {string} name
 */
function buildIn(target, name) {
  const folder = join(machine.project, 'build/prebuild', `${target.arch}-${name}`)
  rmSync(folder, { recursive: true, force: true })
  mkdirSync(folder, { recursive: true })
  unpackSources(machine, folder)
  return compileAll({ machine, target, folder, date: readSources(machine).date })
}

/**
 * @param {string} file
 * @param {string} other
 */
function compare(file, other) {
  if (!readFileSync(file).equals(readFileSync(other))) {
    copyFileSync(other, `${file}.second`)
    throw new SetupError(`the second build differs: compare ${file} with ${file}.second`)
  }
  console.log('the second build is the same, byte for byte')
}
