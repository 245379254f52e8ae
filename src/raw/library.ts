import { createRequire } from 'node:module'
import { isMainThread } from 'node:worker_threads'
import { CzmqError } from '../errors.ts'
import { shutDownAtExit } from './at-exit.ts'
import { koffi, type LibraryHandle } from './koffi.ts'
import type { Pointer } from './types.ts'

/** The library that was loaded; a koffi handle never leaves `src/raw`. */
export interface Library {
  path: string
  handle: LibraryHandle
  /** Whether it exports a symbol. It does not throw, because that ends the process in a Worker being terminated. */
  has: (name: string) => boolean
}

const SYSTEM_NAMES: Partial<Record<NodeJS.Platform, string[]>> = {
  darwin: [
    'libczmq.4.dylib',
    'libczmq.dylib',
    '/opt/homebrew/lib/libczmq.4.dylib',
    '/usr/local/lib/libczmq.4.dylib',
    '/opt/local/lib/libczmq.4.dylib',
  ],
  win32: ['libczmq.dll', 'czmq.dll'],
}
const UNIX_NAMES = ['libczmq.so.4', 'libczmq.so.3', 'libczmq.so']
const INSTALL: Partial<Record<NodeJS.Platform, string>> = {
  darwin: 'brew install czmq',
  linux: 'apt-get install libczmq4   (Debian, Ubuntu; czmq elsewhere)',
  win32: 'vcpkg install czmq',
}

let loaded: Library | undefined

/**
 * The CZMQ library, loaded on first use: `CZMQ_LIBRARY`, then the self-contained build for this platform, then the
 * system's. It stays loaded until the process ends.
 *
 * @throws {@link CzmqError} `ERR_CZMQ_LIBRARY` when there is none, with every path tried.
 */
export function library(): Library {
  loaded ??= open()
  return loaded
}

function open(): Library {
  const failures: string[] = []
  for (const path of candidates()) {
    try {
      const pinned = pin(path)
      const handle = koffi.load(path)
      const found = { path, handle, has: (name: string) => has(handle, pinned, name) }
      shutDownAtExit(handle, tame(found))
      return found
    } catch (error) {
      failures.push(`  ${path}: ${error instanceof Error ? error.message : String(error)}`)
    }
  }
  throw notFound(failures)
}

function candidates(): string[] {
  const chosen = process.env.CZMQ_LIBRARY
  if (chosen) return [chosen]
  return [...selfContained(), ...(SYSTEM_NAMES[process.platform] ?? UNIX_NAMES)]
}

/** The package with libczmq inside that npm installs where one exists for this platform. */
function selfContained(): string[] {
  try {
    const name = `@czmq/native-${process.platform}-${process.arch}`
    return [createRequire(import.meta.url).resolve(name)]
  } catch {
    return []
  }
}

function notFound(failures: string[]): CzmqError {
  const chosen = process.env.CZMQ_LIBRARY ? '\nCZMQ_LIBRARY is set, so nothing else was tried.' : ''
  const install = INSTALL[process.platform] ?? "install your system's package of CZMQ 4"
  return new CzmqError(
    'ERR_CZMQ_LIBRARY',
    `The CZMQ library could not be loaded. Tried:\n${failures.join('\n')}${chosen}\nTo install it: ${install}, or set CZMQ_LIBRARY to its path.`,
  )
}

/**
 * Loads the file so that nothing unloads it. koffi closes a library when the last thread that loaded it ends, and
 * libczmq unloaded in the middle of a process takes its I/O threads' code away.
 */
function pin(path: string): Pointer | null {
  if (process.platform === 'win32') return null
  const RTLD_NOW = 2
  const RTLD_NODELETE = process.platform === 'darwin' ? 0x80 : 0x1000
  const open = koffi.load(null).func('void *dlopen(const char *, int)')
  return open(path, RTLD_NOW | RTLD_NODELETE) as Pointer | null
}

let dlsym: ((handle: Pointer, name: string) => Pointer | null) | undefined

function has(handle: LibraryHandle, pinned: Pointer | null, name: string): boolean {
  if (pinned === null) return hasSymbol(handle, name)
  dlsym ??= koffi.load(null).func('void *dlsym(void *, const char *)') as NonNullable<typeof dlsym>
  return dlsym(pinned, name) !== null
}

/** Where there is no `dlsym`. */
function hasSymbol(handle: LibraryHandle, name: string): boolean {
  try {
    handle.symbol(name)
    return true
  } catch {
    return false
  }
}

/**
 * Before anything else: CZMQ must leave SIGINT and SIGTERM to Node, and its log off stdout. The log's destination is
 * read once, when zsys starts, so a program's own `ZSYS_LOGSTREAM` and later `zsys_set_logstream` are respected.
 * Answers CZMQ's context.
 */
function tame({ handle }: Library): Pointer | null {
  handle.func('void zsys_handler_set(void *)')(null)
  const start = handle.func('void *zsys_init()')
  if (process.env.ZSYS_LOGSTREAM !== undefined) return start() as Pointer | null
  const { set, unset } = isMainThread ? ownEnvironment : cEnvironment()
  set('ZSYS_LOGSTREAM', 'none')
  const context = start() as Pointer | null
  unset('ZSYS_LOGSTREAM')
  return context
}

interface Environment {
  set: (name: string, value: string) => void
  unset: (name: string) => void
}

const ownEnvironment: Environment = {
  set: (name, value) => {
    process.env[name] = value
  },
  unset: (name) => {
    delete process.env[name]
  },
}

/** A worker's `process.env` is a copy that C does not see. */
function cEnvironment(): Environment {
  if (process.platform === 'win32') return ownEnvironment
  const libc = koffi.load(null)
  const setenv = libc.func('int setenv(const char *, const char *, int)')
  const unsetenv = libc.func('int unsetenv(const char *)')
  return { set: (name, value) => setenv(name, value, 1), unset: (name) => unsetenv(name) }
}
