import { CzmqError } from '../errors.ts'
import { addonLoop } from './addon.ts'
import { pollLoop } from './poll.ts'
import type { EventLoop } from './watcher.ts'

export type { EventLoop, Frames, Send, Watcher } from './watcher.ts'
export { FRAME_LARGE, FRAME_MORE, SMALL_SIZE } from './watcher.ts'

let chosen: EventLoop | undefined

/**
 * This thread's way to learn that sockets are ready: the addon where there is one, else `poll(2)`. The environment
 * variable `CZMQ_EVENT_LOOP` (`addon`, `poll`) chooses.
 *
 * @throws {@link CzmqError} `ERR_CZMQ_ADDON` when the addon was asked for and is not there.
 */
export function eventLoop(): EventLoop {
  chosen ??= choose(process.env.CZMQ_EVENT_LOOP)
  return chosen
}

function choose(way: string | undefined): EventLoop {
  if (way === 'poll') return pollLoop()
  const loop = canPoll() ? addonLoop() : null
  if (!loop && way === 'addon')
    throw new CzmqError('ERR_CZMQ_ADDON', 'The addon is not there: npm run build:native')
  return loop ?? pollLoop()
}

/** Bun ends the process when an addon uses libuv's uv_poll. */
function canPoll(): boolean {
  return !('bun' in process.versions)
}
