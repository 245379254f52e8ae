import { createRequire } from 'node:module'
import { dirname } from 'node:path'
import { library } from './library.ts'

/** What `native/watcher.c` exports. */
export interface Addon {
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

let found: Addon | null | undefined

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

function load(): Addon | null {
  const require = createRequire(import.meta.url)
  try {
    const find = require('node-gyp-build') as (folder: string) => Addon
    return find(dirname(require.resolve('czmq/package.json')))
  } catch {
    return null
  }
}

function addresses(): BigUint64Array {
  return BigUint64Array.from(FUNCTIONS, (name) => library().handle.symbol(name) as bigint)
}
