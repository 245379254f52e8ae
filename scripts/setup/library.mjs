// Would the dynamic loader find libczmq? Answered from files alone: no native code is loaded here.

import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { findProgram, isInSystemFolder, pathList, run, SetupError } from './machine.mjs'

/** @typedef {import('./machine.mjs').Machine} Machine */

/** @type {Record<string, { triplet: string, tag: string }>} */
const linuxArchitectures = {
  x64: { triplet: 'x86_64-linux-gnu', tag: 'x86-64' },
  arm64: { triplet: 'aarch64-linux-gnu', tag: 'AArch64' },
  arm: { triplet: 'arm-linux-gnueabihf', tag: 'hard-float' },
}

/** Where Homebrew and MacPorts put what they install. */
const macPrefixes = ['/opt/homebrew', '/usr/local', '/opt/local']

/**
 * @param {Machine} machine
 * @returns {boolean}
 */
export function hasLibrary(machine) {
  const chosen = machine.env.CZMQ_LIBRARY
  if (!chosen) return libraryNames(machine).some((name) => isLoadable(machine, name))
  if (chosen.includes('/') ? existsSync(chosen) : isLoadable(machine, chosen)) return true
  throw new SetupError(`CZMQ_LIBRARY is "${chosen}", and there is no such library`)
}

/** @param {Machine} machine */
function libraryNames(machine) {
  return machine.platform === 'darwin' ? ['libczmq.4.dylib', 'libczmq.dylib'] : ['libczmq.so.4']
}

/**
 * @param {Machine} machine
 * @param {string} name
 */
function isLoadable(machine, name) {
  return machine.platform === 'darwin' ? isLoadableOnMac(machine, name) : isLoadableOnLinux(machine, name)
}

/**
 * @param {Machine} machine
 * @param {string} name
 */
function isLoadableOnLinux(machine, name) {
  if (pathList(machine.env.LD_LIBRARY_PATH).some((folder) => existsSync(join(folder, name)))) return true
  if (isInSystemFolder(machine, trustedFolders(machine), name)) return true
  const cache = loaderCache(machine)
  // Without a cache (musl) the loader looks into /usr/local/lib too.
  if (cache === null) return isInSystemFolder(machine, ['/usr/local/lib'], name)
  return isInCache(cache, name, linuxArchitectures[machine.arch]?.tag ?? '')
}

/** @param {Machine} machine */
function trustedFolders(machine) {
  const triplet = linuxArchitectures[machine.arch]?.triplet
  const folders = ['/lib', '/usr/lib', '/lib64', '/usr/lib64']
  return triplet === undefined ? folders : [`/lib/${triplet}`, `/usr/lib/${triplet}`, ...folders]
}

/**
 * What `ldconfig -p` prints, or null where there is none.
 *
 * @param {Machine} machine
 */
function loaderCache(machine) {
  // Users other than root often have no /sbin in their PATH.
  const fallback = join(machine.root, 'sbin/ldconfig')
  const ldconfig = findProgram(machine, 'ldconfig') ?? (existsSync(fallback) ? fallback : null)
  if (ldconfig === null) return null
  const outcome = run(machine, ldconfig, ['-p'])
  return outcome.ok ? outcome.output : null
}

/**
 * @param {string} cache lines such as `libczmq.so.4 (libc6,x86-64) => /lib/x86_64-linux-gnu/libczmq.so.4`
 * @param {string} name
 * @param {string} tag of this architecture: a 32-bit library is of no use to a 64-bit Node
 */
function isInCache(cache, name, tag) {
  return cache.split('\n').some((line) => line.trim().startsWith(`${name} (`) && line.includes(tag))
}

/**
 * @param {Machine} machine
 * @param {string} name
 */
function isLoadableOnMac(machine, name) {
  if (pathList(machine.env.DYLD_LIBRARY_PATH).some((folder) => existsSync(join(folder, name)))) return true
  return isInMacPrefix(machine, join('lib', name))
}

/**
 * @param {Machine} machine
 * @param {string} path below the prefix, for example `lib/libczmq.dylib`
 * @returns {boolean}
 */
export function isInMacPrefix(machine, path) {
  if (isInSystemFolder(machine, macPrefixes, path)) return true
  const brew = run(machine, 'brew', ['--prefix'])
  return brew.ok && existsSync(join(brew.output.trim(), path))
}
