import { isMainThread } from 'node:worker_threads'
import { shutDownAtExit } from './at-exit.ts'
import { koffi, type LibraryHandle } from './koffi.ts'
import { type Failure, notFound, unfit } from './library-problems.ts'
import { packageName, selfContained } from './self-contained.ts'
import type { Pointer } from './types.ts'

/** Where the library was found: named by `CZMQ_LIBRARY`, in the package for the platform, or on the system. */
export type LibraryOrigin = 'CZMQ_LIBRARY' | 'package' | 'system'

interface Candidate {
  path: string
  origin: LibraryOrigin
}

/** The library that was loaded; a koffi handle never leaves `src/raw`. */
export interface Library {
  path: string
  origin: LibraryOrigin
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
  const chosen = process.env.CZMQ_LIBRARY
  const failures: Failure[] = []
  for (const candidate of chosen
    ? [{ path: chosen, origin: 'CZMQ_LIBRARY' } as const]
    : candidates(failures)) {
    try {
      return load(candidate)
    } catch (error) {
      failures.push({ path: candidate.path, reason: error instanceof Error ? error.message : String(error) })
    }
  }
  throw notFound(failures, chosen)
}

function load({ path, origin }: Candidate): Library {
  const pinned = pin(path)
  const handle = koffi.load(path)
  const found = { path, origin, handle, has: (name: string) => has(handle, pinned, name) }
  const problem = unfit(found.has)
  if (problem !== null) throw new Error(problem)
  shutDownAtExit(handle, tame(found))
  return found
}

/** What can be tried. That there is no package for the platform is one failure more. */
function candidates(failures: Failure[]): Candidate[] {
  const names = SYSTEM_NAMES[process.platform] ?? UNIX_NAMES
  const system = names.map((path) => ({ path, origin: 'system' }) as const)
  const inPackage = selfContained()
  if (inPackage !== null) return [{ path: inPackage, origin: 'package' }, ...system]
  failures.push({ path: packageName, reason: 'not installed' })
  return system
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
