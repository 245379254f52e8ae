// What somebody does with the packages who has just installed them.

import { copyFileSync, mkdirSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { buildSync } from 'esbuild'
import { SetupError, thisMachine } from '../setup/machine.mjs'
import { npmProgram } from './isolation.mjs'

/** @typedef {import('./isolation.mjs').World} World */
/** @typedef {import('./tarballs.mjs').Tarball} Tarball */

const machine = thisMachine()
const isolation = `import koffi from 'koffi'
for (const name of ['libczmq.so.4', 'libzmq.so.5', 'libsodium.so.23']) {
  try {
    koffi.load(name)
    console.log(name)
  } catch {}
}
console.log(process.env.PATH.split('/').at(-1))`
const origin = `import { library } from 'czmq'
const { czmq, zmq } = library.versions
console.log(library.origin, library.addon?.origin, library.path === library.addon?.path, czmq, zmq)
console.log(library.capabilities.draft, library.capabilities.curve)`
const draft = `import { Client, Server } from 'czmq'
const [server, client] = [new Server(), new Client()]
client.connect(await server.bind('tcp://127.0.0.1:*'))
await client.send('by a draft socket')
const [message] = await server.receive()
console.log(String(message))`

/** The programs of the README and a few of ours, and what each prints. @type {[string, string, RegExp][]} */
const programs = [
  ['isolation', isolation, /^programs\n$/],
  ['origin', origin, /^package package true 4\.\d+\.\d+ 4\.\d+\.\d+\ntrue true\n$/],
  ['socket', example('push-pull/socket.ts'), /^hello\n$/],
  ['namespace', example('push-pull/namespace.ts'), /^hello\n$/],
  ['raw', example('push-pull/raw.ts'), /^hello\n$/],
  ['mixed', example('push-pull/mixed.ts'), /^hello\n$/],
  ['curve', example('sockets/curve.ts'), /^hello\n$/],
  ['draft', draft, /^by a draft socket\n$/],
]

/** @param {string} path */
function example(path) {
  return readFileSync(join(machine.project, 'examples', path), 'utf8')
}

/**
 * Installs the tarballs in an empty folder, with install scripts off.
 *
 * @param {World} world
 * @param {Tarball[]} packed
 * @returns {string} the folder
 */
export function installed(world, packed) {
  const folder = mkdtempSync(join(tmpdir(), 'czmq-installed-'))
  writeFileSync(join(folder, 'package.json'), '{ "private": true, "type": "module" }\n')
  const files = packed
    .filter(({ name }) => name === 'czmq' || name.endsWith(`-${process.arch}`))
    .map(({ file }) => file)
  const options = ['--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error']
  world(folder, [npmProgram(machine), 'install', ...options, ...files])
  return folder
}

/**
 * @param {World} world
 * @param {string} folder
 * @returns {string[]} what was tried
 */
export function tryPrograms(world, folder) {
  return programs.map(([name, text, printed]) => {
    const file = join(folder, `${name}.mjs`)
    writeFileSync(file, text)
    return expect(`installed: ${name}`, world(folder, [file]), printed)
  })
}

/**
 * Each program in one file with all of czmq but what it starts in worker threads. Beside it are those, and the packages
 * with native code.
 *
 * @param {World} world
 * @param {string} folder
 * @returns {string[]} what was tried
 */
export function tryBundle(world, folder) {
  const target = join(folder, 'bundled')
  mkdirSync(target)
  for (const name of ['zap-agent.js', 'agent-program.js'])
    copyFileSync(join(folder, 'node_modules/czmq/dist', name), join(target, name))
  return programs.map(([name, , printed]) => {
    const outfile = join(target, `${name}.mjs`)
    buildSync({
      ...{
        entryPoints: [join(folder, `${name}.mjs`)],
        outfile,
        bundle: true,
        platform: 'node',
        format: 'esm',
      },
      ...{ external: ['@czmq/*', 'koffi', 'node-gyp-build'], logLevel: 'error' },
    })
    return expect(`bundled: ${name}`, world(target, [outfile]), printed)
  })
}

/**
 * @param {string} what
 * @param {string} output
 * @param {RegExp} printed
 */
function expect(what, output, printed) {
  if (!printed.test(output)) throw new SetupError(`${what} printed:\n${output}`)
  return `${what}: fine`
}
