// Fetches runtimes to build/runtimes, by npm, when they are not there.

import { spawn } from 'node:child_process'
import { existsSync, mkdirSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { isRunning } from './list.mjs'

/** @typedef {import('./list.mjs').Runtime} Runtime */
/** @typedef {{ program: string } | { problem: string }} Place */

const options = ['--no-save', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error']

/**
 * Where the program of a runtime is.
 *
 * @param {Runtime} runtime
 * @param {string} [folder]
 * @returns {Promise<Place>}
 */
export async function provide(runtime, folder = resolve('build/runtimes')) {
  if (isRunning(runtime)) return { program: process.execPath }
  const platform = `${process.platform}-${process.arch}`
  if (platform !== 'linux-x64') return { problem: `there is no package for ${platform}` }
  const prefix = join(folder, `${runtime.name}-${runtime.version}`)
  const program = join(prefix, 'node_modules', runtime.package, runtime.program)
  if (existsSync(program)) return { program }
  const problem = await install(prefix, `${runtime.package}@${runtime.version}`)
  if (problem !== null) return { problem }
  return existsSync(program) ? { program } : { problem: `${runtime.package} has no ${runtime.program}` }
}

/**
 * @param {string} prefix
 * @param {string} specifier
 * @returns {Promise<string | null>} what went wrong
 */
function install(prefix, specifier) {
  mkdirSync(prefix, { recursive: true })
  console.log(`Fetching ${specifier}`)
  const npm = spawn('npm', ['install', '--prefix', prefix, ...options, specifier], {
    stdio: ['ignore', 'ignore', 'pipe'],
  })
  let output = ''
  npm.stderr.setEncoding('utf8').on('data', (chunk) => {
    output += chunk
  })
  return new Promise((done) => {
    npm.once('error', (error) => done(`npm: ${error.message}`))
    npm.once('close', (code) => done(code === 0 ? null : reason(output)))
  })
}

/**
 * What npm says that it failed for: `ENOTFOUND`, `ETARGET`, …
 *
 * @param {string} output
 */
function reason(output) {
  const [, code] = /^npm error code (.+)$/m.exec(output) ?? []
  return `npm install failed${code === undefined ? '' : `: ${code}`}`
}
