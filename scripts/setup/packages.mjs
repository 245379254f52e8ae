// Are the npm packages in node_modules those of package-lock.json?

import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { excerpt, run, SetupError } from './machine.mjs'

/** @typedef {import('./machine.mjs').Machine} Machine */
/**
 * @typedef {object} LockEntry
 * @property {string} [version]
 * @property {string} [integrity]
 * @property {boolean} [optional]
 * @property {boolean} [link]
 * @property {string[]} [os]
 * @property {string[]} [cpu]
 * @property {string[]} [libc]
 */

/**
 * Compares with `node_modules/.package-lock.json`, which npm writes at the end of an installation:
 * after an interrupted one it is absent, after a hand-made `npm install` it is right.
 *
 * @param {Machine} machine
 * @returns {boolean}
 */
export function arePackagesInstalled(machine) {
  const hiddenLock = join(machine.project, 'node_modules/.package-lock.json')
  if (!existsSync(hiddenLock)) return false
  const installed = readEntries(hiddenLock)
  const wanted = Object.entries(readEntries(join(machine.project, 'package-lock.json')))
  return wanted.every(([path, entry]) => {
    if (path === '' || !isForThisMachine(entry, machine)) return true
    return isSame(entry, installed[path]) && existsSync(join(machine.project, path, 'package.json'))
  })
}

/**
 * @param {string} path
 * @returns {Record<string, LockEntry>}
 */
function readEntries(path) {
  try {
    return JSON.parse(readFileSync(path, 'utf8')).packages ?? {}
  } catch (error) {
    throw new SetupError(`cannot read ${path}: ${error instanceof Error ? error.message : error}`)
  }
}

/**
 * @param {LockEntry} entry
 * @param {Machine} machine
 */
function isForThisMachine(entry, machine) {
  if (!entry.optional) return true
  // Which libc this is cannot be told cheaply; other optional packages prove the platform.
  if (entry.libc !== undefined || (entry.os === undefined && entry.cpu === undefined)) return false
  return allows(entry.os, machine.platform) && allows(entry.cpu, machine.arch)
}

/**
 * @param {string[] | undefined} list values, or with `!` what is excluded
 * @param {string} value
 */
function allows(list, value) {
  if (list === undefined || list.includes(value)) return true
  return list.every((item) => item.startsWith('!') && item !== `!${value}`)
}

/**
 * @param {LockEntry} wanted
 * @param {LockEntry | undefined} installed
 */
function isSame(wanted, installed) {
  if (installed === undefined) return false
  return wanted.version === installed.version && wanted.integrity === installed.integrity
}

/** @param {Machine} machine */
export function installPackages(machine) {
  machine.say('Installing the npm packages')
  // No package we use needs its install script, and newer versions of npm refuse to run them.
  const options = ['--include=dev', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error']
  const outcome = run(machine, 'npm', ['ci', ...options])
  if (!outcome.ok) throw new SetupError(`npm ci failed:\n${excerpt(outcome.problem)}`)
  if (!arePackagesInstalled(machine))
    throw new SetupError('npm ci succeeded, and yet node_modules is incomplete')
}
