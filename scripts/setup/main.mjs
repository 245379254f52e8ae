// The order of things: Node, system packages, npm packages, build.

import { build, isBuilt } from './build.mjs'
import { requireNode } from './engines.mjs'
import { areLinked, link } from './links.mjs'
import { withLock } from './lock.mjs'
import { SetupError } from './machine.mjs'
import { isNativeSettled, settleNative } from './native.mjs'
import { arePackagesInstalled, installPackages } from './packages.mjs'
import { installSystemPackages, missingFromSystem } from './system.mjs'

/** @typedef {import('./machine.mjs').Machine} Machine */
/** @typedef {import('./system.mjs').Need} Need */

/** What each profile demands of the system. Only tests and benchmarks compile C, and only tests make networks and use Python. */
/** @type {Record<string, Need[]>} */
const profiles = {
  start: ['library'],
  test: ['library', 'headers', 'compiler', 'networks', 'python'],
  benchmark: ['library', 'headers', 'compiler'],
  build: [],
}

/**
 * @param {string | undefined} profile
 * @param {Machine} machine
 * @returns {number} exit code
 */
export function setUp(profile, machine) {
  try {
    const needs = needsOf(profile)
    requireNode(machine)
    if (!isReady(needs, machine)) withLock(machine, () => provide(needs, machine))
    return 0
  } catch (error) {
    if (!(error instanceof SetupError)) throw error
    machine.say(`setup: ${error.message}`)
    return 1
  }
}

/** @param {string | undefined} profile */
function needsOf(profile) {
  const needs = profile === undefined ? undefined : profiles[profile]
  if (needs === undefined) {
    throw new SetupError(
      `unknown profile "${profile ?? ''}"; it is one of ${Object.keys(profiles).join(', ')}`,
    )
  }
  return needs
}

/**
 * @param {Need[]} needs
 * @param {Machine} machine
 */
function isReady(needs, machine) {
  return (
    missingFromSystem(needs, machine).length === 0 &&
    arePackagesInstalled(machine) &&
    areLinked(machine) &&
    isBuilt(machine) &&
    isNativeSettled(machine)
  )
}

/**
 * @param {Need[]} needs
 * @param {Machine} machine
 */
function provide(needs, machine) {
  // Asked again under the lock: whoever held it before may have done the work.
  const missing = missingFromSystem(needs, machine)
  if (missing.length > 0) installSystemPackages(missing, machine)
  if (!arePackagesInstalled(machine)) installPackages(machine)
  if (!areLinked(machine)) link(machine)
  if (!isBuilt(machine)) build(machine)
  if (!isNativeSettled(machine)) settleNative(machine)
}
