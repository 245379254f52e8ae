import { chmodSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import type { Machine } from '../../scripts/setup/machine.mjs'

/** A computer made of folders: a project, a system root, and a PATH with shell scripts in it. */
export interface Sandbox {
  machine: Machine
  /** What setup has said. */
  said: string[]
  /** Writes a file of the project. */
  write(path: string, text: string): void
  /** Writes a file of the system, for example `/usr/include/czmq.h`. */
  writeSystem(path: string, text?: string): void
  /** Puts a shell script into PATH; every call of it is logged. */
  program(name: string, body?: string): void
  /** The calls of programs, as `apt-get update`. */
  calls(): string[]
  has(path: string): boolean
  read(path: string): string
  remove(): void
}

const lockEntry = { version: '6.0.0', integrity: 'sha512-a' }

/** A machine on which nothing is installed, and a project that is neither installed nor built. */
export function makeSandbox(overrides: Partial<Machine> = {}): Sandbox {
  const folder = mkdtempSync(join(tmpdir(), 'czmq-setup-'))
  const path = (...parts: string[]): string => join(folder, ...parts)
  const said: string[] = []
  const machine: Machine = {
    project: path('project'),
    root: path('root'),
    platform: 'linux',
    arch: 'x64',
    nodeVersion: '20.20.2',
    nodeHeaders: null,
    uid: 0,
    env: { PATH: path('bin'), LOG: path('calls.log') },
    say: (line) => void said.push(line),
    ...overrides,
  }
  const read = (file: string): string => readFileSync(path('project', file), 'utf8')
  const sandbox: Sandbox = {
    machine,
    said,
    write: (file, text) => save(path('project', file), text),
    writeSystem: (file, text = '') => save(path('root', file), text),
    program: (name, body = '') => saveScript(path('bin', name), name, body),
    calls: () => (existsSync(path('calls.log')) ? lines(readFileSync(path('calls.log'), 'utf8')) : []),
    has: (file) => existsSync(path('project', file)),
    read,
    remove: () => rmSync(folder, { recursive: true, force: true }),
  }
  writeProject(sandbox)
  return sandbox
}

function writeProject({ write }: Sandbox): void {
  write('package.json', JSON.stringify({ type: 'module', engines: { node: '^20.19.0 || >=22.12.0' } }))
  write('package-lock.json', lockFile({ '': {}, 'node_modules/typescript': lockEntry }))
  for (const name of ['tsconfig.json', 'tsconfig.build.json', 'tsconfig.examples.json']) write(name, '{}')
  write('src/index.ts', 'index')
  write('examples/pipeline/main.ts', 'main')
}

/** Everything that `npm ci` would bring: a compiler that copies, logs, and refuses the word BROKEN. */
export function installPackages({ write }: Sandbox): void {
  write('node_modules/typescript/package.json', '{}')
  write('node_modules/typescript/bin/tsc', compiler)
  write('node_modules/esbuild/package.json', JSON.stringify({ type: 'module', exports: './main.js' }))
  write('node_modules/esbuild/main.js', bundler)
  for (const name of ['', '/lazy', '/modules', '/namespaces', '/parts'])
    write(`scripts/setup/bundle${name}.mjs`, readFileSync(`scripts/setup/bundle${name}.mjs`, 'utf8'))
  write('node_modules/.package-lock.json', lockFile({ 'node_modules/typescript': lockEntry }))
}

const bundler = `
export async function build() {
  return { metafile: { inputs: {}, outputs: {} }, outputFiles: [] }
}
`

const compiler = `
const fs = require('node:fs')
const config = process.argv[process.argv.indexOf('-p') + 1]
const output = process.argv[process.argv.indexOf('--outDir') + 1]
const source = config === 'tsconfig.build.json' ? 'src' : 'examples'
fs.appendFileSync(process.env.LOG, 'tsc ' + source + '\\n')
while (process.env.GATE && !fs.existsSync(process.env.GATE)) {
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 5)
}
for (const name of fs.readdirSync(source, { recursive: true }).filter((each) => each.endsWith('.ts'))) {
  const text = fs.readFileSync(source + '/' + name, 'utf8')
  fs.cpSync(source + '/' + name, output + '/' + name.replace('.ts', '.js'))
  if (text.includes('BROKEN')) {
    console.log(name + '(1,1): error TS1: this is broken')
    process.exitCode = 2
  }
}
`

export function lockFile(packages: Record<string, object>): string {
  return JSON.stringify({ lockfileVersion: 3, packages })
}

/** Installs what the system packages would: library, headers, compiler, Python's zmq. */
export function installSystem({ writeSystem, program }: Sandbox): void {
  writeSystem('usr/lib/x86_64-linux-gnu/libczmq.so.4')
  for (const header of ['czmq.h', 'zmq.h', 'stdio.h']) writeSystem(`usr/include/${header}`)
  writeSystem('usr/lib/python3/dist-packages/zmq/__init__.py')
  program('cc')
}

function saveScript(path: string, name: string, body: string): void {
  save(path, `#!/bin/sh\necho "${name} $*" >> "$LOG"\n${body}\n`)
  chmodSync(path, 0o755)
}

function save(path: string, text: string): void {
  mkdirSync(dirname(path), { recursive: true })
  writeFileSync(path, text)
}

function lines(text: string): string[] {
  return text.trimEnd().split('\n')
}
