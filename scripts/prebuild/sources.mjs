// The sources that packages/native/sources.json pins: fetched once, checked by SHA-256, unpacked for each build.

import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { run, SetupError } from '../setup/machine.mjs'

/** @typedef {import('../setup/machine.mjs').Machine} Machine */
/**
 * @typedef {object} Source
 * @property {string} version of the source package
 * @property {string} folder in an archive
 * @property {Record<string, string>} files with their SHA-256
 * @property {string[]} licences files in the source
 */
/** @typedef {{ date: string, archives: string[], packages: Record<string, Source> }} Sources */

/** apt's own downloader: it goes the ways that apt is configured for, and checks the digest. */
const downloader = '/usr/lib/apt/apt-helper'
const place = 'build/prebuild/sources'

/**
 * @param {Machine} machine
 * @returns {Sources}
 */
export function readSources(machine) {
  return JSON.parse(readFileSync(join(machine.project, 'packages/native/sources.json'), 'utf8'))
}

/**
 * Unpacks all sources into a folder, one folder each.
 *
 * @param {Machine} machine
 * @param {string} folder
 */
export function unpackSources(machine, folder) {
  const { archives, packages } = readSources(machine)
  mkdirSync(join(machine.project, place), { recursive: true })
  for (const [name, source] of Object.entries(packages)) {
    for (const [file, digest] of Object.entries(source.files)) fetch(machine, archives, source, file, digest)
    const description = Object.keys(source.files).find((file) => file.endsWith('.dsc')) ?? ''
    const from = join(machine.project, place, description)
    const outcome = run(machine, 'dpkg-source', ['-q', '--no-check', '-x', from, join(folder, name)])
    if (!outcome.ok) throw new SetupError(`dpkg-source failed:\n${outcome.problem}`)
  }
}

/**
 * @param {Machine} machine
 * @param {string[]} archives
 * @param {Source} source
 * @param {string} file
 * @param {string} digest
 */
function fetch(machine, archives, source, file, digest) {
  const target = join(machine.project, place, file)
  if (existsSync(target) && digestOf(target) === digest) return
  machine.say(`Fetching ${file}`)
  const problems = []
  for (const archive of archives) {
    const problem = download(machine, `${archive}/${source.folder}/${file}`, target, digest)
    if (problem === null) return
    problems.push(problem)
  }
  throw new SetupError(`${file} cannot be fetched:\n${problems.join('\n')}`)
}

/**
 * @param {Machine} machine
 * @param {string} address
 * @param {string} target
 * @param {string} digest
 * @returns {string | null} what went wrong
 */
function download(machine, address, target, digest) {
  const fresh = `${target}.new`
  rmSync(fresh, { force: true })
  const outcome = run(machine, downloader, ['download-file', address, fresh, `SHA256:${digest}`])
  if (!outcome.ok) return outcome.problem
  if (digestOf(fresh) !== digest) return `${address} has another SHA-256`
  renameSync(fresh, target)
  return null
}

/** @param {string} path */
function digestOf(path) {
  return createHash('sha256').update(readFileSync(path)).digest('hex')
}
