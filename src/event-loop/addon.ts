import { type Addon, addon } from '../raw/addon.ts'
import type { EventLoop, Watcher } from './watcher.ts'

/** uv_poll by the addon; null where there is none for this platform and it was not built. */
export function addonLoop(): EventLoop | null {
  const found = addon()
  return (
    found && {
      way: 'addon',
      watch: (descriptor, onReady) => watcher(found, found.watch(descriptor, onReady)),
      drain: (socket, into, most) =>
        found.drain(socket, into.slab, into.offset, into.sizes, into.large, most),
      into: found.into,
      sender: found.sender,
    }
  )
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
