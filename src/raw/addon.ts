import { createRequire } from 'node:module'
import { dirname } from 'node:path'
import { library } from './library.ts'
import { selfContained } from './self-contained.ts'

/** What `native/watcher.c` exports. */
export interface Addon {
  /** Which of its functions there are, and how they are called. */
  interface: number
  configure: (addresses: BigUint64Array) => void
  watch: (descriptor: number, onReady: () => void) => object
  start: (watcher: object) => void
  stop: (watcher: object) => void
  reference: (watcher: object) => void
  unreference: (watcher: object) => void
  close: (watcher: object) => void
  drain: (
    socket: bigint,
    slab: Uint8Array,
    offset: number,
    sizes: Int32Array,
    large: Buffer[],
    most: number,
  ) => number
  /** Receives a frame: its size if it fits into `room` and none follows, else the frame; or -errno. `more[0]` is 1 if so. */
  into: (socket: bigint, room: Uint8Array, more: Int32Array) => number | Buffer
  /** Of one socket: sends a frame, without flags by `ZMQ_DONTWAIT`; undefined, or errno. */
  sender: (socket: bigint) => (frame: Uint8Array | string, flags?: number) => number | undefined
  /** Of one socket: sends a frame of text without flags; undefined, or errno. */
  textSender: (socket: bigint) => (text: string) => number | undefined
  /** Of one socket: receives a frame as text; -errno, or the frame itself when it is too long for the addon. */
  receiver: (socket: bigint) => (flags: number) => string | number | Buffer
}

/** In the order of `functions_t` in the addon. */
const FUNCTIONS = [
  'zmq_msg_init',
  'zmq_msg_recv',
  'zmq_msg_data',
  'zmq_msg_more',
  'zmq_msg_move',
  'zmq_msg_close',
  'zmq_errno',
  'zmq_send',
]

/** Changed together with what the addon exports: one that was built for other sources would be called wrongly. */
const INTERFACE = 1

let found: Addon | null | undefined
let origin: AddonOrigin | null = null

/** Where the addon was found: in the package for the platform, or built from the sources. */
export interface AddonOrigin {
  /** The file. */
  readonly path: string
  /** `'package'` for a package of npm, `'build'` for `npm run build:native`. */
  readonly origin: 'package' | 'build'
}

/**
 * The addon of this thread, configured for the library that was loaded; null where there is none for this platform
 * and it was not built.
 */
export function addon(): Addon | null {
  if (found !== undefined) return found
  found = hasLibuv() ? load() : null
  found?.configure(addresses())
  return found
}

/**
 * Only Node has libuv itself. Bun ends the process over uv_poll; Deno's imitation loses events, and frees memory twice
 * at the end of the process.
 */
export function hasLibuv(): boolean {
  return !('bun' in process.versions || 'deno' in process.versions)
}

/** Where the addon of this thread comes from; null where there is none. */
export function addonOrigin(): AddonOrigin | null {
  return addon() === null ? null : origin
}

function load(): Addon | null {
  const inPackage = selfContained()
  return (inPackage === null ? null : open(inPackage, 'package')) ?? built()
}

function built(): Addon | null {
  const require = createRequire(import.meta.url)
  try {
    const find = require('node-gyp-build') as { path: (folder: string) => string }
    return open(find.path(dirname(require.resolve('czmq/package.json'))), 'build')
  } catch {
    return null
  }
}

function open(path: string, from: AddonOrigin['origin']): Addon | null {
  try {
    const opened = createRequire(import.meta.url)(path) as Addon
    if (opened.interface !== INTERFACE) return null
    origin = { path, origin: from }
    return opened
  } catch {
    return null
  }
}

function addresses(): BigUint64Array {
  return BigUint64Array.from(FUNCTIONS, (name) => library().handle.symbol(name) as bigint)
}
