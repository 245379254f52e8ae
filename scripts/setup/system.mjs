// What only a system package can bring: libczmq, and for tests its headers and a C compiler.

import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { hasLibrary, isInMacPrefix } from './library.mjs'
import { excerpt, findProgram, isInSystemFolder, pathList, run, SetupError } from './machine.mjs'

/** @typedef {import('./machine.mjs').Machine} Machine */
/** @typedef {'library' | 'headers' | 'compiler' | 'networks' | 'python'} Need */

/** @type {Record<Need, { title: string, isThere: (machine: Machine) => boolean, apt: string[] }>} */
const catalogue = {
  library: { title: 'libczmq', isThere: hasLibrary, apt: ['libczmq4'] },
  headers: { title: 'the headers czmq.h and zmq.h', isThere: hasHeaders, apt: ['libczmq-dev'] },
  compiler: { title: 'a C compiler', isThere: hasCompiler, apt: ['gcc', 'libc6-dev'] },
  networks: { title: 'the program ip', isThere: hasNetworks, apt: ['iproute2'] },
  python: { title: 'the Python package zmq', isThere: hasPython, apt: ['python3-zmq'] },
}

/**
 * @param {Need[]} needs
 * @param {Machine} machine
 * @returns {Need[]}
 */
export function missingFromSystem(needs, machine) {
  return needs.filter((need) => !catalogue[need].isThere(machine))
}

/** @param {Machine} machine */
function hasHeaders(machine) {
  const places = [
    ...pathList(machine.env.CPATH),
    ...pathList(machine.env.C_INCLUDE_PATH),
    ...['/usr/include', '/usr/local/include'].map((folder) => join(machine.root, folder)),
  ]
  const isFound = (/** @type {string} */ name) => places.some((folder) => existsSync(join(folder, name)))
  if (isFound('czmq.h') && isFound('zmq.h')) return true
  if (machine.platform === 'darwin') return isInMacPrefix(machine, 'include/czmq.h')
  return run(machine, 'pkg-config', ['--exists', 'libczmq', 'libzmq']).ok
}

/** @param {Machine} machine */
function hasCompiler(machine) {
  if (findProgram(machine, 'cc') === null) return false
  // On Debian gcc does not bring the C library's headers along.
  return machine.platform !== 'linux' || isInSystemFolder(machine, ['/usr/include'], 'stdio.h')
}

/**
 * Tests of beacons make network namespaces. Where that cannot be, they are skipped, so nothing is missing.
 *
 * @param {Machine} machine
 */
function hasNetworks(machine) {
  const canMakeThem = machine.platform === 'linux' && machine.uid === 0
  return !canMakeThem || findProgram(machine, 'ip') !== null || findProgram(machine, 'apt-get') === null
}

/**
 * Some tests talk to programs in Python. Where its packages cannot be had, they are skipped, so nothing is missing.
 *
 * @param {Machine} machine
 */
function hasPython(machine) {
  if (isInSystemFolder(machine, ['/usr/lib/python3/dist-packages/zmq'], '__init__.py')) return true
  if (run(machine, 'python3', ['-c', 'import zmq']).ok) return true
  const canInstall = machine.platform === 'linux' && findProgram(machine, 'apt-get') !== null
  return !canInstall || rootPrefix(machine) === null
}

/**
 * Installs what is missing, or throws an error with the one command that does.
 *
 * @param {Need[]} missing
 * @param {Machine} machine
 */
export function installSystemPackages(missing, machine) {
  const install = machine.platform === 'darwin' ? brewInstall : aptInstall
  install(missing, machine)
  const still = missingFromSystem(missing, machine)
  if (still.length > 0)
    throw new SetupError(`${titles(still)} cannot be found although the installation succeeded`)
}

/**
 * @param {Need[]} missing
 * @param {Machine} machine
 */
function aptInstall(missing, machine) {
  if (machine.platform !== 'linux' || findProgram(machine, 'apt-get') === null)
    throw noPackageManager(missing)
  const packages = missing.flatMap((need) => catalogue[need].apt)
  const prefix = rootPrefix(machine)
  if (prefix === null)
    throw new SetupError(`${titles(missing)} missing. Run: ${aptCommand(packages, 'sudo ')}`)
  machine.say(`Installing ${packages.join(', ')} with apt-get`)
  const problem = updateAndInstall(machine, prefix, packages)
  if (problem === null) return
  const command = aptCommand(packages, machine.uid === 0 ? '' : 'sudo ')
  throw new SetupError(`apt-get failed:\n${excerpt(problem)}\n${titles(missing)} missing. Run: ${command}`)
}

/**
 * Package lists may be empty (a new machine) or name versions that are gone: then they are renewed.
 *
 * @param {Machine} machine
 * @param {string[]} prefix
 * @param {string[]} packages
 * @returns {string | null} what went wrong
 */
function updateAndInstall(machine, prefix, packages) {
  const install = () => aptGet(machine, prefix, ['install', '-y', '--no-install-recommends', ...packages])
  if (hasPackageLists(machine) && install().ok) return null
  const update = aptGet(machine, prefix, ['update'])
  const outcome = install()
  if (outcome.ok) return null
  return [update.ok ? '' : update.problem, outcome.problem].join('\n')
}

/**
 * @param {Machine} machine
 * @param {string[]} prefix
 * @param {string[]} args
 */
function aptGet(machine, prefix, args) {
  // Another apt may be at work, as on a machine that has just started: wait for it.
  const words = ['apt-get', '-q', '-o', 'DPkg::Lock::Timeout=120', ...args]
  const command = prefix.length === 0 ? words : [...prefix, 'env', 'DEBIAN_FRONTEND=noninteractive', ...words]
  return run(machine, /** @type {string} */ (command[0]), command.slice(1), {
    DEBIAN_FRONTEND: 'noninteractive',
  })
}

/** @param {Machine} machine */
function hasPackageLists(machine) {
  const folder = join(machine.root, 'var/lib/apt/lists')
  return existsSync(folder) && readdirSync(folder).some((name) => name.includes('_Packages'))
}

/**
 * The words in front of a command to run it as root, or null where that is not possible unasked.
 *
 * @param {Machine} machine
 * @returns {string[] | null}
 */
function rootPrefix(machine) {
  if (machine.uid === 0) return []
  return run(machine, 'sudo', ['-n', 'true']).ok ? ['sudo', '-n'] : null
}

/**
 * @param {string[]} packages
 * @param {string} sudo
 */
function aptCommand(packages, sudo) {
  return `${sudo}apt-get update && ${sudo}apt-get install -y --no-install-recommends ${packages.join(' ')}`
}

/**
 * @param {Need[]} missing
 * @param {Machine} machine
 */
function brewInstall(missing, machine) {
  if (missing.includes('compiler')) throw new SetupError('a C compiler missing. Run: xcode-select --install')
  if (findProgram(machine, 'brew') === null) {
    throw new SetupError(`${titles(missing)} missing. Install Homebrew, then run: brew install czmq`)
  }
  machine.say('Installing czmq with brew')
  const outcome = run(machine, 'brew', ['install', 'czmq'])
  if (outcome.ok) return
  throw new SetupError(
    `brew failed:\n${excerpt(outcome.problem)}\n${titles(missing)} missing. Run: brew install czmq`,
  )
}

/** @param {Need[]} missing */
function noPackageManager(missing) {
  const advice = [
    `${titles(missing)} missing, and there is neither apt-get nor brew to install it with.`,
    'Use your package manager, for example: sudo dnf install czmq-devel gcc',
    'or name a libczmq of your own: CZMQ_LIBRARY=/path/to/libczmq.so',
  ]
  return new SetupError(advice.join('\n'))
}

/** @param {Need[]} needs */
function titles(needs) {
  return needs.map((need) => catalogue[need].title).join(', ')
}
