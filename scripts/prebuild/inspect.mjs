// What is in the file, and what does it need? Anything besides the C library is an error.

import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { excerpt, run, SetupError } from '../setup/machine.mjs'

/** @typedef {import('../setup/machine.mjs').Machine} Machine */
/** @typedef {import('./targets.mjs').Target} Target */
/** @typedef {{ bytes: number, sha256: string, needs: string[], glibc: string, functions: number }} Facts */

/** What Node itself needs. */
const newestGlibc = '2.28'
/** The parts of the C library. */
const allowed = /^(lib(c|m|dl|rt|pthread)\.so\.\d+|ld-linux-[\w-]+\.so\.\d+)$/

/**
 * @param {Machine} machine
 * @param {Target} target
 * @param {string} file
 * @returns {Facts}
 */
export function inspect(machine, target, file) {
  const content = readFileSync(file)
  if (!read(machine, '-h', file).includes(target.elf))
    throw new SetupError(`${file} is not for ${target.arch}`)
  const needs = [...read(machine, '-d', file).matchAll(/\(NEEDED\).*\[(.+)\]/g)].map(([, name = '']) => name)
  const foreign = needs.filter((name) => !allowed.test(name))
  if (foreign.length > 0) throw new SetupError(`${file} needs ${foreign.join(', ')}`)
  const glibc = highestGlibc(read(machine, '-V', file))
  if (isLater(glibc, newestGlibc)) throw new SetupError(`${file} needs glibc ${glibc}, Node ${newestGlibc}`)
  return {
    bytes: content.length,
    sha256: createHash('sha256').update(content).digest('hex'),
    needs,
    glibc,
    functions: exported(read(machine, '--dyn-syms', file)),
  }
}

/**
 * @param {Facts} facts
 * @returns {string[]}
 */
export function describe({ bytes, sha256, needs, glibc, functions }) {
  return [
    `size       ${(bytes / 1e6).toFixed(2)} MB`,
    `sha256     ${sha256}`,
    `needs      ${needs.join(', ')}`,
    `glibc      ${glibc} or later`,
    `functions  ${functions}`,
  ]
}

/**
 * @param {Machine} machine
 * @param {string} option
 * @param {string} file
 */
function read(machine, option, file) {
  const outcome = run(machine, 'readelf', ['-W', option, file], { LC_ALL: 'C' })
  if (!outcome.ok) throw new SetupError(`readelf failed:\n${excerpt(outcome.problem)}`)
  return outcome.output
}

/** @param {string} versions */
function highestGlibc(versions) {
  const found = [...versions.matchAll(/GLIBC_(\d+(?:\.\d+)+)/g)].map(([, version = '']) => version)
  return found.reduce((highest, each) => (isLater(each, highest) ? each : highest), '0')
}

/**
 * @param {string} version
 * @param {string} other
 */
function isLater(version, other) {
  return version.localeCompare(other, 'en', { numeric: true }) > 0
}

/** @param {string} symbols */
function exported(symbols) {
  return symbols.split('\n').filter((line) => / FUNC +GLOBAL +DEFAULT +\d+ z/.test(line)).length
}
