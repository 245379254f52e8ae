// The tarballs of czmq and of the packages with native code. That of czmq is packed from a copy, because it is not what
// is in the repository: it names the native packages, which are not published while nobody has packed them.

import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { excerpt, run, SetupError } from '../setup/machine.mjs'
import { declarations } from './declarations.mjs'

/** @typedef {import('../setup/machine.mjs').Machine} Machine */
/** @typedef {{ name: string, file: string, bytes: number, entries: string[] }} Tarball */

const place = 'build/pack'
const documents = ['README.md', 'CHANGELOG.md', 'LICENSE', 'docs/guide', 'examples']
/** What only those need who have the repository. */
const withheld = ['scripts', 'devDependencies', 'files']
/** A link to another package of the repository, which its readers have under its name. */
const neighbour = /\[([^\]]+)\]\(packages\/[\w-]+\/README\.md\)/g
const mapComment = /\n\/\/# sourceMappingURL=.*\n?$/

/**
 * @param {Machine} machine
 * @returns {Tarball[]} that of czmq first
 */
export function tarballs(machine) {
  const folder = join(machine.project, place)
  rmSync(folder, { recursive: true, force: true })
  mkdirSync(join(folder, 'czmq'), { recursive: true })
  const natives = builtPackages(machine)
  if (natives.length === 0) throw new SetupError('no native package is there; run: npm run build:prebuilt')
  stage(machine, join(folder, 'czmq'), natives)
  return [join(folder, 'czmq'), ...natives.map(({ path }) => path)].map((path) => pack(machine, path))
}

/**
 * @param {Machine} machine
 * @returns {{ name: string, path: string }[]}
 */
function builtPackages(machine) {
  const { version } = readJson(join(machine.project, 'package.json'))
  return readdirSync(join(machine.project, 'packages'))
    .map((name) => join(machine.project, 'packages', name))
    .filter((path) => existsSync(join(path, 'czmq.node')))
    .map((path) => {
      const { name, version: own } = readJson(join(path, 'package.json'))
      if (own !== version) throw new SetupError(`${name} has version ${own}, czmq has ${version}`)
      return { name, path }
    })
}

/**
 * @param {Machine} machine
 * @param {string} folder
 * @param {{ name: string }[]} natives
 */
function stage(machine, folder, natives) {
  for (const each of documents) cpSync(join(machine.project, each), join(folder, each), { recursive: true })
  const readme = join(folder, 'README.md')
  writeFileSync(readme, readFileSync(readme, 'utf8').replace(neighbour, '$1'))
  const programs = readdirSync(join(machine.project, 'dist')).filter((name) => /\.c?js$/.test(name))
  for (const each of [...programs, ...declarations(join(machine.project, 'dist'), 'index.d.ts')]) {
    const target = join(folder, 'dist', each)
    mkdirSync(dirname(target), { recursive: true })
    // The sources that maps speak of are not in the package.
    writeFileSync(target, readFileSync(join(machine.project, 'dist', each), 'utf8').replace(mapComment, '\n'))
  }
  const manifest = readJson(join(machine.project, 'package.json'))
  for (const each of withheld) delete manifest[each]
  manifest.optionalDependencies = Object.fromEntries(natives.map(({ name }) => [name, manifest.version]))
  writeFileSync(join(folder, 'package.json'), `${JSON.stringify(manifest, null, 2)}\n`)
}

/**
 * @param {Machine} machine
 * @param {string} folder
 * @returns {Tarball}
 */
function pack(machine, folder) {
  const options = ['--json', '--ignore-scripts', '--pack-destination', join(machine.project, place)]
  const outcome = run(machine, 'npm', ['pack', folder, ...options])
  if (!outcome.ok) throw new SetupError(`npm pack failed:\n${excerpt(outcome.problem)}`)
  const [{ name, filename, size, files }] = JSON.parse(outcome.output)
  const entries = files.map((/** @type {{ path: string }} */ { path }) => path)
  return { name, file: join(machine.project, place, filename), bytes: size, entries }
}

/** @param {string} path */
function readJson(path) {
  return JSON.parse(readFileSync(path, 'utf8'))
}
