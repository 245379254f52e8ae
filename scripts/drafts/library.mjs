// Builds libzmq and libczmq with their drafts from the sources of the system's packages, to build/drafts/. What is there
// is used again; remove the folder to build anew.

import { existsSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { excerpt, findProgram, run, SetupError } from '../setup/machine.mjs'

/** @typedef {import('../setup/machine.mjs').Machine} Machine */

const place = 'build/drafts'
const zeromqFlags = [
  '-DWITH_LIBSODIUM=ON',
  '-DENABLE_CURVE=ON',
  '-DWITH_TLS=OFF',
  '-DENABLE_WS=OFF',
  '-DBUILD_TESTS=OFF',
  '-DBUILD_STATIC=OFF',
  '-DWITH_DOCS=OFF',
  '-DWITH_PERF_TOOL=OFF',
]
const czmqFlags = ['-DCZMQ_BUILD_STATIC=OFF', '-DBUILD_TESTING=OFF']
/** What the programs belong to that are needed. */
const programs = {
  'apt-get': 'apt',
  'dpkg-source': 'dpkg-dev',
  cmake: 'cmake',
  'c++': 'g++',
  'pkg-config': 'pkg-config',
}

/**
 * The file of the library.
 *
 * @param {Machine} machine
 * @returns {string}
 */
export function draftLibrary(machine) {
  const library = join(machine.project, place, 'prefix/lib/libczmq.so.4')
  if (existsSync(library)) return library
  requirePrograms(machine)
  mkdirSync(join(machine.project, place), { recursive: true })
  fetchSources(machine)
  compile(machine, 'zeromq3', zeromqFlags)
  compile(machine, 'czmq', czmqFlags)
  return library
}

/** @param {Machine} machine */
function requirePrograms(machine) {
  const missing = Object.entries(programs).filter(([name]) => findProgram(machine, name) === null)
  const packages = missing.map(([, owner]) => owner)
  if (!existsSync(join(machine.root, 'usr/include/sodium.h'))) packages.push('libsodium-dev')
  if (packages.length === 0) return
  throw new SetupError(`to build a library with drafts, run: sudo apt-get install ${packages.join(' ')}`)
}

/**
 * With lists of our own, because most systems have none of sources.
 *
 * @param {Machine} machine
 */
function fetchSources(machine) {
  machine.say('Fetching the sources of libzmq and libczmq')
  const folder = join(machine.project, place)
  for (const each of ['lists/partial', 'cache/archives/partial'])
    mkdirSync(join(folder, each), { recursive: true })
  writeFileSync(join(folder, 'sources.list'), sourceLines(machine))
  const settings = {
    'Dir::Etc::sourcelist': join(folder, 'sources.list'),
    'Dir::Etc::sourceparts': '-',
    'Dir::State::lists': join(folder, 'lists'),
    'Dir::Cache': join(folder, 'cache'),
  }
  const options = Object.entries(settings).flatMap(([name, value]) => ['-o', `${name}=${value}`])
  must(machine, 'apt-get', [...options, '-q', 'update'])
  const script = `cd ${place} && exec apt-get "$@"`
  const fetch = [...options, '-q', 'source', '--download-only', 'zeromq3', 'czmq']
  must(machine, 'sh', ['-c', script, 'sh', ...fetch])
  for (const name of ['zeromq3', 'czmq']) unpack(machine, name)
}

/**
 * The places that the library comes from as a package have its source, too.
 *
 * @param {Machine} machine
 */
function sourceLines(machine) {
  const { output } = run(machine, 'apt-cache', ['policy', 'libzmq3-dev', 'libczmq-dev'])
  const places = [...output.matchAll(/^ +-?\d+ (https?:\S+) ([^\s/]+)\/(\S+) \S+ Packages$/gm)]
  if (places.length === 0) throw new SetupError('no package lists; run: sudo apt-get update')
  const lines = places.map(([, address, suite, component]) => `deb-src ${address} ${suite} ${component}\n`)
  return [...new Set(lines)].join('')
}

/**
 * @param {Machine} machine
 * @param {string} name of the source package
 */
function unpack(machine, name) {
  const found = readdirSync(join(machine.project, place)).find(
    (file) => file.startsWith(`${name}_`) && file.endsWith('.dsc'),
  )
  if (found === undefined) throw new SetupError(`there is no source of ${name}`)
  const target = join(machine.project, place, name)
  if (existsSync(target)) return
  must(machine, 'dpkg-source', ['--no-check', '-x', join(machine.project, place, found), target])
}

/**
 * @param {Machine} machine
 * @param {string} name of the source package
 * @param {string[]} flags
 */
function compile(machine, name, flags) {
  machine.say(`Building ${name} with drafts`)
  const prefix = join(machine.project, place, 'prefix')
  const build = join(place, `${name}-build`)
  const common = [
    '-DCMAKE_BUILD_TYPE=Release',
    '-DENABLE_DRAFTS=ON',
    '-DCMAKE_INSTALL_LIBDIR=lib',
    `-DCMAKE_INSTALL_PREFIX=${prefix}`,
    `-DCMAKE_PREFIX_PATH=${prefix}`,
    `-DCMAKE_INSTALL_RPATH=${prefix}/lib`,
  ]
  must(machine, 'cmake', ['-S', join(place, name), '-B', build, ...common, ...flags])
  must(machine, 'cmake', ['--build', build, '--parallel'])
  must(machine, 'cmake', ['--install', build])
}

/**
 * @param {Machine} machine
 * @param {string} program
 * @param {string[]} args
 */
function must(machine, program, args) {
  const outcome = run(machine, program, args)
  if (!outcome.ok) throw new SetupError(`${program} ${args.at(-1)} failed:\n${excerpt(outcome.problem)}`)
}
