// Compiles the addon in native/ to build/Release/czmq.node, where node-gyp-build finds it. The compiler is called
// directly: one file of C needs no Python, and no download of headers that Node's own package has.

import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { excerpt, findProgram, run } from './machine.mjs'

/** @typedef {import('./machine.mjs').Machine} Machine */

const source = 'native/watcher.c'
const output = 'build/Release/czmq.node'
const stamp = 'build/setup/native.stamp'
const flags = ['-std=gnu11', '-O2', '-fPIC', '-fvisibility=hidden', '-Wall', '-Wextra', '-Werror']
/** Symbols of Node are found in the process that loads the addon. */
const linkFlags = { darwin: ['-bundle', '-undefined', 'dynamic_lookup'], other: ['-shared'] }

/**
 * Whether the addon is there, or setup has already said why it is not.
 *
 * @param {Machine} machine
 */
export function isNativeSettled(machine) {
  if (!existsSync(join(machine.project, source))) return true
  const state = read(machine, stamp)
  if (lacks(machine) !== null) return state === 'missing'
  return (
    state === `failed ${digest(machine)}` ||
    (state === digest(machine) && existsSync(join(machine.project, output)))
  )
}

/**
 * Compiles the addon where that is possible. Without it sockets work by poll(2), so nothing here is an error.
 *
 * @param {Machine} machine
 */
export function settleNative(machine) {
  const missing = lacks(machine)
  if (missing !== null) {
    machine.say(`Without ${missing} the addon is not built; sockets use poll(2), which is somewhat slower`)
    return write(machine, 'missing')
  }
  machine.say('Building the addon')
  const problem = compileNative(machine)
  if (problem === null) return write(machine, digest(machine))
  machine.say(
    `The addon does not compile here; sockets use poll(2), which is somewhat slower:\n${excerpt(problem)}`,
  )
  write(machine, `failed ${digest(machine)}`)
}

/**
 * @param {Machine} machine
 * @param {{ flags?: string[], output?: string }} [special] more flags, and another file, for a build that is examined
 * @returns {string | null} what went wrong
 */
export function compileNative(machine, special = {}) {
  const missing = lacks(machine)
  if (missing !== null) return `there is no ${missing}`
  const target = special.output ?? join(machine.project, output)
  mkdirSync(dirname(target), { recursive: true })
  const link = machine.platform === 'darwin' ? linkFlags.darwin : linkFlags.other
  const include = `-I${machine.nodeHeaders}`
  const outcome = run(machine, 'cc', [
    ...flags,
    ...(special.flags ?? []),
    ...link,
    include,
    '-o',
    `${target}.new`,
    source,
  ])
  if (!outcome.ok) return outcome.problem
  renameSync(`${target}.new`, target)
  return null
}

/**
 * @param {Machine} machine
 * @returns {string | null}
 */
function lacks(machine) {
  if (machine.platform === 'win32') return 'support for Windows'
  if (findProgram(machine, 'cc') === null) return 'a C compiler'
  return machine.nodeHeaders === null ? "Node's headers" : null
}

/** @param {Machine} machine */
function digest(machine) {
  const hash = createHash('sha256').update(machine.nodeVersion).update(flags.join(' '))
  return hash.update(readFileSync(join(machine.project, source))).digest('hex')
}

/**
 * @param {Machine} machine
 * @param {string} file
 */
function read(machine, file) {
  const path = join(machine.project, file)
  return existsSync(path) ? readFileSync(path, 'utf8') : ''
}

/**
 * @param {Machine} machine
 * @param {string} state
 */
function write(machine, state) {
  const path = join(machine.project, stamp)
  mkdirSync(dirname(path), { recursive: true })
  writeFileSync(path, state)
}
