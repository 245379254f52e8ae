import { closeSync, openSync, readSync } from 'node:fs'
import { CzmqError } from '../errors.ts'

/** What was tried, and why it cannot be used. */
export interface Failure {
  path: string
  reason: string
}

const INSTALL: Partial<Record<NodeJS.Platform, string>> = {
  darwin: 'brew install czmq',
  linux: 'apt-get install libczmq4   (Debian, Ubuntu; czmq elsewhere)',
  win32: 'vcpkg install czmq',
}
/** Of an ELF file: what `e_machine` says. */
const MACHINES = new Map([
  [3, 'ia32'],
  [22, 's390x'],
  [21, 'ppc64'],
  [40, 'arm'],
  [62, 'x64'],
  [183, 'arm64'],
  [243, 'riscv64'],
  [258, 'loong64'],
])

/** Why a library that was loaded is of no use; null when it can be used. */
export function unfit(has: (name: string) => boolean): string | null {
  if (!has('zsys_init')) {
    if (has('zctx_new')) return 'it is CZMQ 2, which is too old; CZMQ 4 is needed'
    return 'it is not CZMQ: it has no function zsys_init'
  }
  if (!has('zmq_version')) return 'it does not show the functions of libzmq'
  return has('zmq_has') ? null : 'its libzmq is too old; 4.1 or later is needed'
}

/** The error that names everything that was tried, and the one command that helps. */
export function notFound(failures: readonly Failure[], chosen: string | undefined): CzmqError {
  const lines = failures.map(({ path, reason }) => `  ${path}: ${wrongArchitecture(path) ?? reason}`)
  const only = chosen ? '\nCZMQ_LIBRARY is set, so nothing else was tried.' : ''
  return new CzmqError(
    'ERR_CZMQ_LIBRARY',
    `The CZMQ library could not be loaded. Tried:\n${lines.join('\n')}${only}\nTo install it: ${command()}, or set CZMQ_LIBRARY to its path.`,
  )
}

function command(): string {
  if (isMusl()) return 'apk add czmq   (there is no package with it inside for musl)'
  return INSTALL[process.platform] ?? "install your system's package of CZMQ 4"
}

/** Node's report knows the version of glibc, if that is what Node runs on. */
function isMusl(): boolean {
  if (process.platform !== 'linux') return false
  const report = process.report?.getReport() as { header?: { glibcVersionRuntime?: string } } | undefined
  return report?.header !== undefined && report.header.glibcVersionRuntime === undefined
}

/** The loader's own words name neither of the two. */
function wrongArchitecture(path: string): string | null {
  const actual = path.includes('/') ? architecture(path) : null
  if (actual === null || actual === process.arch) return null
  return `it is for ${actual}, and this Node is for ${process.arch}`
}

function architecture(path: string): string | null {
  const header = Buffer.alloc(20)
  try {
    const file = openSync(path, 'r')
    try {
      readSync(file, header, 0, header.length, 0)
    } finally {
      closeSync(file)
    }
  } catch {
    return null
  }
  if (header.readUInt32BE(0) !== 0x7f454c46) return null
  const machine = header[5] === 2 ? header.readUInt16BE(18) : header.readUInt16LE(18)
  return MACHINES.get(machine) ?? `machine ${machine}`
}
