import { CzmqError } from '../errors.ts'
import { hasLibuv } from '../raw/addon.ts'
import { addonLoop } from './addon.ts'
import { pollLoop } from './poll.ts'
import type { EventLoop } from './watcher.ts'

export type { EventLoop, Frames, Send, Watcher } from './watcher.ts'
export { FRAME_LARGE, FRAME_MORE, SMALL_SIZE } from './watcher.ts'

const NOT_BUILT = 'The addon is not there: npm run build:native'
const NOT_NODE = 'The addon works in Node alone; here sockets use poll(2)'

let chosen: EventLoop | undefined

/**
 * This thread's way to learn that sockets are ready: the addon where there is one, else `poll(2)`. The environment
 * variable `CZMQ_EVENT_LOOP` (`addon`, `poll`) chooses.
 *
 * @throws {@link CzmqError} `ERR_CZMQ_ADDON` when the addon was asked for and cannot be had.
 */
export function eventLoop(): EventLoop {
  chosen ??= choose(process.env.CZMQ_EVENT_LOOP)
  return chosen
}

function choose(way: string | undefined): EventLoop {
  if (way === 'poll') return pollLoop()
  const loop = addonLoop()
  if (!loop && way === 'addon') throw new CzmqError('ERR_CZMQ_ADDON', hasLibuv() ? NOT_BUILT : NOT_NODE)
  return loop ?? pollLoop()
}
