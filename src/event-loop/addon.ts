import { createRequire } from 'node:module'
import { dirname } from 'node:path'
import { addressesOf } from '../raw/addresses.ts'
import type { EventLoop, Send, Watcher } from './watcher.ts'

/** What `native/watcher.c` exports. */
interface Addon {
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
  sender: (socket: bigint) => Send
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

/** uv_poll by the addon; null where there is none for this platform and it was not built. */
export function addonLoop(): EventLoop | null {
  const addon = load()
  if (!addon) return null
  addon.configure(addressesOf(...FUNCTIONS))
  return {
    way: 'addon',
    watch: (descriptor, onReady) => watcher(addon, addon.watch(descriptor, onReady)),
    drain: (socket, into, most) => addon.drain(socket, into.slab, into.offset, into.sizes, into.large, most),
    sender: (socket) => addon.sender(socket),
  }
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

function watcher(addon: Addon, self: object): Watcher {
  return {
    start: () => addon.start(self),
    stop: () => addon.stop(self),
    ref: () => addon.reference(self),
    unref: () => addon.unreference(self),
    close: () => addon.close(self),
  }
}
