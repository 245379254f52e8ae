import type { Callable } from './bind.ts'
import { library } from './library.ts'
import type { PollItem } from './types.ts'

/** `zmq_pollitem_t`: a pointer, a descriptor, two shorts. */
const DESCRIPTOR_SIZE = process.platform === 'win32' ? 8 : 4
const EVENTS = 8 + DESCRIPTOR_SIZE
const REVENTS = EVENTS + 2
const ITEM_SIZE = process.platform === 'win32' ? 24 : 16

let zmqPoll: Callable | undefined

/**
 * As `C.zmq_poll`, with items in memory of their own: writing into JavaScript objects at the end of a call crashes a
 * Worker that was terminated while it waited.
 */
export function poll(items: readonly PollItem[], timeout: number): number {
  zmqPoll ??= library().handle.func('int zmq_poll(void * items, int nitems, long timeout)')
  const memory = Buffer.alloc(items.length * ITEM_SIZE)
  for (const [index, each] of items.entries()) pack(each, memory.subarray(index * ITEM_SIZE))
  const ready = zmqPoll(memory, items.length, timeout) as number
  items.forEach((each, index) => {
    each.revents = memory.readInt16LE(index * ITEM_SIZE + REVENTS)
  })
  return ready
}

/** `RLIMIT_NOFILE` */
const OPEN_FILES = process.platform === 'darwin' ? 8 : 7

/** The number of descriptors that the process may have open now; more items cannot be polled. */
export function openFilesLimit(): number {
  if (process.platform === 'win32') return Number.POSITIVE_INFINITY
  const limits = new BigUint64Array(2)
  library().handle.func('int getrlimit(int, void *)')(OPEN_FILES, limits)
  return Number(limits[0])
}

function pack({ socket, fd, events }: PollItem, memory: Buffer): void {
  memory.writeBigUInt64LE(socket ?? 0n, 0)
  memory.writeInt32LE(fd, 8)
  memory.writeInt16LE(events, EVENTS)
}
