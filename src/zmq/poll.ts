import { integer, milliseconds } from '../arguments.ts'
import { invalidType, invalidValue, outOfRange } from '../errors.ts'
import { failure } from '../failure.ts'
import { socketOf } from '../handle.ts'
import { POLLERR, POLLIN, POLLOUT, POLLPRI } from '../raw/generated/constants.ts'
import { waitPatiently } from '../raw/patience.ts'
import { openFilesLimit, poll as pollItems } from '../raw/poll.ts'
import type { PollItem } from '../raw/types.ts'
import type { AnySocket } from '../socket-kinds.ts'

/** Something to poll: a socket, or a file descriptor of the system. */
export type PollRequest =
  | {
      /** A socket. */
      socket: AnySocket
      /** What to wait for: `POLLIN`, `POLLOUT`, `POLLERR`, `POLLPRI`, or several of them by `|`. */
      events?: number
    }
  | {
      /** A file descriptor. */
      fd: number
      /** As for a socket. */
      events?: number
    }

/** An item of {@link poll}, from {@link pollitem}. */
export interface Pollable {
  /** The socket, or `null` for a file descriptor. */
  readonly socket: AnySocket | null
  /** The file descriptor; without meaning for a socket. */
  readonly fd: number
  /** What to wait for. */
  readonly events: number
  /** What has happened: written by {@link poll}. */
  revents: number
}

const ALL_EVENTS = POLLIN | POLLOUT | POLLERR | POLLPRI

/** What an item says, read once: getters are code of the caller, which might destroy a socket. */
type Snapshot = Omit<Pollable, 'revents'>

/**
 * An item for {@link poll}. It waits for `POLLIN` unless `events` says otherwise.
 *
 * C: `zmq_pollitem_t`
 */
export function pollitem(request: PollRequest): Pollable {
  if (typeof request !== 'object' || request === null) throw invalidType('request', 'an object', request)
  const { socket = null, fd, events = POLLIN }: Partial<Snapshot> = request
  if (socket === null && fd === undefined) throw invalidValue('request', 'must have a socket or an fd')
  const item: Snapshot = { socket, fd: fd ?? 0, events }
  native(item, 'request')
  return { ...item, revents: 0 }
}

function snapshot(item: Pollable, name: string): Snapshot {
  if (typeof item !== 'object' || item === null) throw invalidType(name, 'an item of zmq.pollitem', item)
  const { socket, fd, events } = item
  return { socket, fd, events }
}

/** The item as C wants it. */
function native({ socket, fd, events }: Snapshot, name: string): PollItem {
  return {
    socket: socket === null ? null : socketOf(socket, `${name}.socket`),
    fd: integer(`${name}.fd`, fd, 0),
    events: integer(`${name}.events`, events, 0, ALL_EVENTS),
    revents: 0,
  }
}

/**
 * Waits until something happens to one of the items, writes what into each one's `revents`, and answers to how many.
 * Blocks up to `timeout`; 0 when it is over, and when a signal with a listener came, so that the listener can run.
 *
 * C: `zmq_poll`
 * @param items - From {@link pollitem}.
 * @param timeout - Milliseconds; 0 looks only, -1 waits for ever.
 * @throws TypeError `ERR_INVALID_ARG_VALUE` for waiting for ever for nothing.
 * @throws RangeError `ERR_OUT_OF_RANGE` for more items than the process may open files: libzmq would end it.
 * @throws {@link CzmqError} `ETERM` when a socket's context is ending, `EINVAL` for a draft socket type that cannot be
 *   polled.
 */
export function poll(items: Pollable[], timeout: number): number {
  if (!Array.isArray(items)) throw invalidType('items', 'an array', items)
  const given: [Pollable, Snapshot][] = []
  for (const each of items) given.push([each, snapshot(each, `items[${given.length}]`)])
  const limit = milliseconds('timeout', timeout)
  if (given.length === 0 && limit === -1) throw invalidValue('timeout', 'must not be -1 without items')
  const most = openFilesLimit()
  if (given.length > most)
    throw outOfRange('items.length', `at most ${most}, as many as files may be open`, given.length)
  const polled = given.map(([, item], index) => native(item, `items[${index}]`))
  const wait = (slice: number) => pollItems(polled, slice)
  const ready = waitPatiently(limit, wait, (count) => count === 0)
  if (ready === -1) return interrupted()
  given.forEach(([item], index) => {
    item.revents = polled[index]?.revents ?? 0
  })
  return ready
}

function interrupted(): 0 {
  const error = failure('zmq_poll')
  if (error.code === 'EINTR') return 0
  throw error
}
