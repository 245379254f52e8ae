// One setup at a time in a clone, so that `npm start` and `npm test` can be run side by side.

import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { hostname } from 'node:os'
import { join } from 'node:path'
import { SetupError } from './machine.mjs'

/** @typedef {import('./machine.mjs').Machine} Machine */
/** @typedef {{ token: string, pid: number, host: string, started: string, since: number }} Owner */

const pollMilliseconds = 50
const patienceMilliseconds = 20 * 60 * 1000

/**
 * Calls `work` while no other process does so in this clone.
 *
 * @template T
 * @param {Machine} machine
 * @param {() => T} work
 * @returns {T}
 */
export function withLock(machine, work) {
  const folder = join(machine.project, 'build/setup')
  const token = acquire(machine, folder)
  try {
    return work()
  } finally {
    discard(join(folder, 'lock'), join(folder, `released-${token}`))
  }
}

/**
 * The lock is a folder that comes into being by a rename, complete with the file that names its
 * owner: no moment exists at which a lock has none.
 *
 * @param {Machine} machine
 * @param {string} folder
 * @returns {string}
 */
function acquire(machine, folder) {
  const owner = self()
  const candidate = join(folder, `candidate-${owner.token}`)
  mkdirSync(candidate, { recursive: true })
  writeFileSync(join(candidate, 'owner.json'), JSON.stringify(owner))
  try {
    waitForTurn(machine, folder, candidate)
  } finally {
    rmSync(candidate, { recursive: true, force: true })
  }
  return owner.token
}

/**
 * @param {Machine} machine
 * @param {string} folder
 * @param {string} candidate
 */
function waitForTurn(machine, folder, candidate) {
  const deadline = Date.now() + patienceMilliseconds
  for (let turn = 0; !tryRename(candidate, join(folder, 'lock')); turn++) {
    const owner = readOwner(join(folder, 'lock'))
    if (owner !== null && isGone(owner)) bury(folder, owner)
    else if (Date.now() > deadline)
      throw new SetupError(`another setup never ended; remove ${join(folder, 'lock')}`)
    else pause(machine, owner, turn)
  }
}

/**
 * Removes a lock whose owner died. The grave is named after that owner and stays: a process that
 * comes late with the same wish finds it taken, and cannot remove the lock of a living successor.
 *
 * @param {string} folder
 * @param {Owner} owner
 */
function bury(folder, owner) {
  tryRename(join(folder, 'lock'), join(folder, `stale-${owner.token}`))
}

/**
 * @param {Machine} machine
 * @param {Owner | null} owner
 * @param {number} turn
 */
function pause(machine, owner, turn) {
  if (turn === 0 && owner !== null) machine.say(`Waiting for another setup (process ${owner.pid})`)
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, pollMilliseconds)
}

/**
 * A folder never replaces another one that is not empty.
 *
 * @param {string} from
 * @param {string} to
 * @returns {boolean} whether this process did it
 */
function tryRename(from, to) {
  try {
    renameSync(from, to)
    return true
  } catch (error) {
    const { code } = /** @type {NodeJS.ErrnoException} */ (error)
    if (code === 'ENOTEMPTY' || code === 'EEXIST' || code === 'EPERM') return false
    if (code === 'ENOENT' && !existsSync(from)) return false
    throw error
  }
}

/**
 * Moves the lock away first: a folder that is emptied in its place could be taken half-way.
 *
 * @param {string} lock
 * @param {string} aside
 */
function discard(lock, aside) {
  tryRename(lock, aside)
  rmSync(aside, { recursive: true, force: true })
}

/** @returns {Owner} */
function self() {
  const since = Date.now()
  const token = `${hostname()}-${process.pid}-${since}`
  return { token, pid: process.pid, host: hostname(), started: startOf(process.pid), since }
}

/**
 * @param {string} lock
 * @returns {Owner | null}
 */
function readOwner(lock) {
  try {
    return JSON.parse(readFileSync(join(lock, 'owner.json'), 'utf8'))
  } catch {
    return null
  }
}

/** @param {Owner} owner */
function isGone(owner) {
  // Of a process on another machine (a shared folder, a container) only the age is known.
  if (owner.host !== hostname()) return Date.now() - owner.since > patienceMilliseconds / 2
  return !isAlive(owner.pid) || startOf(owner.pid) !== owner.started
}

/** @param {number} pid */
function isAlive(pid) {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return /** @type {NodeJS.ErrnoException} */ (error).code === 'EPERM'
  }
}

/**
 * When the process started, in the kernel's ticks: tells a process from a later one with the same
 * number. Empty where there is no /proc.
 *
 * @param {number} pid
 */
function startOf(pid) {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8')
    return stat.slice(stat.lastIndexOf(')')).split(' ')[20] ?? ''
  } catch {
    return ''
  }
}
