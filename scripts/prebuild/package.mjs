// Puts the file into its package, with the licences of what is in it and where that comes from.

import { copyFileSync, existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { SetupError } from '../setup/machine.mjs'
import { readSources } from './sources.mjs'

/** @typedef {import('../setup/machine.mjs').Machine} Machine */
/** @typedef {import('./targets.mjs').Target} Target */
/** @typedef {import('./inspect.mjs').Facts} Facts */

/**
 * @param {Machine} machine
 * @param {Target} target
 * @param {string} file that was built, in the folder of the sources
 * @param {Facts} facts
 */
export function fillPackage(machine, target, file, facts) {
  const folder = join(machine.project, `packages/native-linux-${target.arch}`)
  const sources = readSources(machine).packages
  const licences = join(folder, 'LICENSES')
  rmSync(licences, { recursive: true, force: true })
  mkdirSync(licences)
  copyFileSync(join(machine.project, 'LICENSE'), join(licences, 'czmq.node.txt'))
  for (const [name, { licences: files }] of Object.entries(sources)) {
    for (const each of files) {
      const from = join(dirname(file), name, each)
      if (!existsSync(from)) throw new SetupError(`the source of ${name} has no ${each}`)
      copyFileSync(from, join(licences, `${name}-${basename(each)}.txt`))
    }
  }
  copyFileSync(file, join(folder, 'czmq.node'))
  writeFileSync(join(folder, 'versions.json'), `${JSON.stringify(versions(sources, facts), null, 2)}\n`)
}

/**
 * @param {Record<string, import('./sources.mjs').Source>} sources
 * @param {Facts} facts
 */
function versions(sources, { sha256, glibc }) {
  const of = (/** @type {string} */ name) => sources[name]?.version.replace(/-.*/, '')
  return {
    libczmq: of('czmq'),
    libzmq: of('zeromq3'),
    libsodium: of('libsodium'),
    drafts: true,
    glibc,
    sha256,
    sources: Object.fromEntries(
      Object.entries(sources).map(([name, { version, folder, files }]) => [name, { version, folder, files }]),
    ),
  }
}
