// Compiles the library to dist/ and the examples to build/examples, when their sources have changed.

import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join, relative } from 'node:path'
import { run, SetupError } from './machine.mjs'

/** @typedef {import('./machine.mjs').Machine} Machine */
/** @typedef {{ title: string, sources: string, config: string, output: string, inputs: string[], bundle?: string }} Target */

const common = ['package.json', 'package-lock.json', 'tsconfig.json', 'tsconfig.build.json', 'src']

const bundling = ['', '/lazy', '/modules', '/namespaces', '/parts'].map(
  (name) => `scripts/setup/bundle${name}.mjs`,
)

/** @type {Target[]} */
const targets = [
  {
    title: 'czmq',
    sources: 'src',
    config: 'tsconfig.build.json',
    output: 'dist',
    inputs: [...common, ...bundling],
    bundle: 'scripts/setup/bundle.mjs',
  },
  {
    title: 'the examples',
    sources: 'examples',
    config: 'tsconfig.examples.json',
    output: 'build/examples',
    // They are compiled against dist, so whatever changes dist changes them.
    inputs: [...common, 'tsconfig.examples.json', 'examples'],
  },
  {
    title: '@czmq/remote',
    sources: 'packages/remote/src',
    config: 'packages/remote/tsconfig.build.json',
    output: 'packages/remote/dist',
    inputs: [
      ...common,
      ...['package.json', 'tsconfig.build.json', 'src'].map((name) => `packages/remote/${name}`),
    ],
  },
]

/**
 * @param {Machine} machine
 * @returns {boolean}
 */
export function isBuilt(machine) {
  return targets.every((target) => isUpToDate(machine, target))
}

/** @param {Machine} machine */
export function build(machine) {
  for (const target of targets) {
    if (!isUpToDate(machine, target)) buildTarget(machine, target)
  }
}

/**
 * @param {Machine} machine
 * @param {Target} target
 */
function isUpToDate(machine, target) {
  if (!hasSources(machine, target)) return !existsSync(join(machine.project, target.output))
  const stamp = stampFile(machine, target)
  if (!existsSync(stamp) || !existsSync(join(machine.project, target.output))) return false
  return readFileSync(stamp, 'utf8') === fingerprint(machine, target)
}

/**
 * @param {Machine} machine
 * @param {Target} target
 */
function hasSources(machine, target) {
  return sourceFiles(join(machine.project, target.sources)).length > 0
}

/**
 * @param {Machine} machine
 * @param {Target} target
 */
function buildTarget(machine, target) {
  const output = join(machine.project, target.output)
  const stamp = stampFile(machine, target)
  rmSync(stamp, { force: true })
  if (!hasSources(machine, target)) return rmSync(output, { recursive: true, force: true })
  machine.say(`Building ${target.title}`)
  // Taken before the compiler reads: a file that changes meanwhile is compiled next time.
  const mark = fingerprint(machine, target)
  compile(machine, target, `${output}.new`)
  replaceFolder(output)
  mkdirSync(dirname(stamp), { recursive: true })
  writeFileSync(stamp, mark)
}

/**
 * @param {Machine} machine
 * @param {Target} target
 * @param {string} folder
 */
function compile(machine, target, folder) {
  rmSync(folder, { recursive: true, force: true })
  const compiler = join(machine.project, 'node_modules/typescript/bin/tsc')
  const steps = [[compiler, '-p', target.config, '--outDir', folder]]
  if (target.bundle) steps.push([join(machine.project, target.bundle), folder])
  for (const step of steps) {
    const outcome = run(machine, process.execPath, step)
    if (outcome.ok) continue
    rmSync(folder, { recursive: true, force: true })
    throw new SetupError(`building ${target.title} failed:\n${outcome.problem}`)
  }
}

/**
 * Puts the fresh output in its place. Output of deleted sources goes with the old folder.
 *
 * @param {string} output
 */
function replaceFolder(output) {
  rmSync(`${output}.old`, { recursive: true, force: true })
  if (existsSync(output)) renameSync(output, `${output}.old`)
  renameSync(`${output}.new`, output)
  rmSync(`${output}.old`, { recursive: true, force: true })
}

/**
 * @param {Machine} machine
 * @param {Target} target
 */
function stampFile(machine, target) {
  return join(machine.project, 'build/setup', `${target.sources}.stamp`)
}

/**
 * A digest of the names and contents of all inputs.
 *
 * @param {Machine} machine
 * @param {Target} target
 */
function fingerprint(machine, target) {
  const digest = createHash('sha256')
  for (const file of target.inputs.flatMap((input) => sourceFiles(join(machine.project, input)))) {
    const content = readFileSync(file)
    digest.update(`${relative(machine.project, file)}\0${content.length}\0`).update(content)
  }
  return digest.digest('hex')
}

/**
 * @param {string} path a file, or a folder whose TypeScript files are meant
 * @returns {string[]}
 */
function sourceFiles(path) {
  if (!existsSync(path)) return []
  if (/\.(json|mjs)$/.test(path)) return [path]
  return readdirSync(path, { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.[cm]?ts$/.test(name))
    .sort()
    .map((name) => join(path, name))
}
