// What setup knows of the computer it runs on, and how it starts programs there.

import { spawnSync } from 'node:child_process'
import { accessSync, constants, existsSync, statSync } from 'node:fs'
import { delimiter, dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

/**
 * The outside world as setup sees it; tests pass one made of temporary folders.
 *
 * @typedef {object} Machine
 * @property {string} project folder of the clone
 * @property {string} root folder the absolute paths of the system start from: `/`
 * @property {string} platform as `process.platform`
 * @property {string} arch as `process.arch`
 * @property {string} nodeVersion without the `v`
 * @property {string | null} nodeHeaders folder of node_api.h and uv.h
 * @property {number} uid 0 for root, -1 where there are no users
 * @property {Record<string, string | undefined>} env
 * @property {(line: string) => void} say
 */

/** @typedef {{ ok: boolean, output: string, problem: string }} Outcome */

/** Something the user must put right. Its message is all that setup prints about it. */
export class SetupError extends Error {}

/** @returns {Machine} */
export function thisMachine() {
  return {
    project: dirname(dirname(dirname(fileURLToPath(import.meta.url)))),
    root: '/',
    platform: process.platform,
    arch: process.arch,
    nodeVersion: process.versions.node,
    nodeHeaders: nodeHeaders(),
    uid: process.getuid?.() ?? -1,
    env: process.env,
    // On stderr, so that what a program prints on stdout can be piped.
    say: (line) => void process.stderr.write(`${line}\n`),
  }
}

/** Where Node's package puts its headers, if it does. */
function nodeHeaders() {
  const folder = join(dirname(dirname(process.execPath)), 'include/node')
  return ['node_api.h', 'uv.h'].every((name) => existsSync(join(folder, name))) ? folder : null
}

/**
 * Runs a program to its end.
 *
 * @param {Machine} machine
 * @param {string} program a name to be looked up in PATH, or a path
 * @param {string[]} args
 * @param {Record<string, string>} [extraEnv]
 * @returns {Outcome}
 */
export function run(machine, program, args, extraEnv = {}) {
  const path = program.includes('/') ? program : findProgram(machine, program)
  if (path === null) return { ok: false, output: '', problem: `${program}: not found in PATH` }
  const result = spawnSync(path, args, {
    cwd: machine.project,
    env: { ...machine.env, ...extraEnv },
    encoding: 'utf8',
    maxBuffer: 64 * 1024 * 1024,
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  return { ok: result.status === 0, output: result.stdout ?? '', problem: problemOf(result) }
}

/** @param {import('node:child_process').SpawnSyncReturns<string>} result */
function problemOf(result) {
  const ending = result.error?.message ?? (result.signal ? `ended by ${result.signal}` : '')
  return [result.stdout, result.stderr, ending]
    .map((text) => (text ?? '').trim())
    .filter((text) => text !== '')
    .join('\n')
}

/**
 * @param {Machine} machine
 * @param {string} name
 * @returns {string | null}
 */
export function findProgram(machine, name) {
  const candidates = pathList(machine.env.PATH).map((folder) => join(folder, name))
  return candidates.find(isExecutable) ?? null
}

/** @param {string} path */
function isExecutable(path) {
  try {
    accessSync(path, constants.X_OK)
    return statSync(path).isFile()
  } catch {
    return false
  }
}

/**
 * @param {Machine} machine
 * @param {string[]} folders absolute
 * @param {string} name
 * @returns {boolean}
 */
export function isInSystemFolder(machine, folders, name) {
  return folders.some((folder) => existsSync(join(machine.root, folder, name)))
}

/**
 * The folders of a variable such as PATH.
 *
 * @param {string | undefined} value
 */
export function pathList(value) {
  return (value ?? '').split(delimiter).filter((folder) => folder !== '')
}

/**
 * The beginning and the end of a program's output: npm gives the reason of a failure first, apt last.
 *
 * @param {string} text
 */
export function excerpt(text) {
  const lines = text.trim().split('\n')
  if (lines.length <= 30) return lines.join('\n')
  return [...lines.slice(0, 12), '…', ...lines.slice(-15)].join('\n')
}
