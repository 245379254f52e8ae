// Does this Node fit the "engines" of package.json?

import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { SetupError } from './machine.mjs'

/** @param {import('./machine.mjs').Machine} machine */
export function requireNode(machine) {
  const { engines } = JSON.parse(readFileSync(join(machine.project, 'package.json'), 'utf8'))
  if (fits(machine.nodeVersion, engines.node)) return
  throw new SetupError(`this is Node ${machine.nodeVersion}, and czmq needs Node ${engines.node}`)
}

/**
 * Understands what package.json uses of the range syntax: `^1.2.3`, `>=1.2.3` and `||`.
 *
 * @param {string} version
 * @param {string} range
 * @returns {boolean}
 */
export function fits(version, range) {
  return range.split('||').some((part) => fitsOne(version, part.trim()))
}

/**
 * @param {string} version
 * @param {string} range
 */
function fitsOne(version, range) {
  const match = /^(\^|>=)(\d+)\.(\d+)\.(\d+)$/.exec(range)
  if (match === null) throw new SetupError(`package.json: cannot read the version range "${range}"`)
  const least = match.slice(2).map(Number)
  const actual = version.split('.').map((part) => Number.parseInt(part, 10))
  return compare(actual, least) >= 0 && (match[1] === '>=' || actual[0] === least[0])
}

/**
 * @param {number[]} left
 * @param {number[]} right
 */
function compare(left, right) {
  const at = right.findIndex((part, index) => part !== left[index])
  return at === -1 ? 0 : (left[at] ?? 0) - (right[at] ?? 0)
}
