/**
 * Pollers: they wait until one of several sockets has a message. A poller keeps its readers from being collected as
 * long as it lives; a reader that is destroyed leaves its pollers first.
 *
 * @example
 * ```ts
 * const poller = zpoller.new(orders, cancellations)
 * const reader = zpoller.wait(poller, 1000)
 * if (reader === orders) console.log(zstr.recv(orders))
 * zpoller.destroy(poller)
 * ```
 */
import { flag, milliseconds } from '../arguments.ts'
import { invalidValue } from '../errors.ts'
import { adopt, destroyHandle, type Handle, onDestroy, pointerOf, socketOf } from '../handle.ts'
import { C } from '../raw/index.ts'
import { waitPatiently } from '../raw/patience.ts'
import { cast, type Pointer } from '../raw/types.ts'
import type { AnySocket } from '../socket-kinds.ts'
import { type Zpoller, zpollerKind } from './kind.ts'
import { checkPollable, Readers } from './readers.ts'

export type { Zpoller } from './kind.ts'
export { create as new }

/** Here and nowhere else are a poller's readers referred to for good, so they live as long as it does. */
const readersOf = new WeakMap<Handle, Readers>()

function pointer(self: Zpoller): Pointer<'zpoller_t'> {
  return cast<'zpoller_t'>(pointerOf(zpollerKind, self))
}

function readers(self: Zpoller): Readers {
  return readersOf.get(self) ?? begin(self)
}

function begin(self: Zpoller): Readers {
  const made = new Readers(pointer(self))
  readersOf.set(self, made)
  onDestroy(self, made.ending)
  return made
}

/**
 * A new poller. When more than one reader has a message, the one added first wins. Fresh; keeps the readers.
 *
 * C: `zpoller_new`
 * @throws As {@link add}.
 */
function create(...sources: AnySocket[]): Zpoller {
  const sockets = sources.map((each, index) => socketOf(each, `readers[${index}]`))
  sockets.forEach(checkPollable)
  if (new Set(sockets).size < sockets.length) throw invalidValue('readers', 'has the same reader twice')
  const self = adopt(zpollerKind, C.zpoller_new(null))
  for (const each of sources) add(self, each)
  return self
}

/**
 * Destroys a poller; its readers stay as they are. Takes the poller; again, it does nothing.
 *
 * C: `zpoller_destroy`
 */
export function destroy(self: Zpoller): void {
  destroyHandle(zpollerKind, self)
}

/**
 * Adds a reader. Keeps it, until it is removed or destroyed or the poller ends.
 *
 * C: `zpoller_add`
 * @throws TypeError `ERR_INVALID_ARG_VALUE` when the reader is in the poller already.
 * @throws {@link CzmqError} `ERR_CZMQ_SOCKET_TYPE` for a draft socket type that cannot be polled, `ETERM`.
 */
export function add(self: Zpoller, reader: AnySocket): void {
  pointer(self)
  const socket = socketOf(reader, 'reader')
  if (readers(self).has(socket)) throw invalidValue('reader', 'is in the poller already')
  checkPollable(socket)
  readers(self).add(reader, socket)
}

/**
 * Removes a reader.
 *
 * C: `zpoller_remove`
 * @throws TypeError `ERR_INVALID_ARG_VALUE` when the reader is not in the poller.
 */
export function remove(self: Zpoller, reader: AnySocket): void {
  pointer(self)
  const socket = socketOf(reader, 'reader')
  if (!readers(self).has(socket)) throw invalidValue('reader', 'is not in the poller')
  readers(self).remove(socket)
}

/**
 * Waits until a reader has a message and answers that reader, the very object that was added. Blocks up to `timeout`;
 * `null` when it is over ({@link expired}), and when a signal with a listener came, CZMQ was told to stop
 * (`zsys.interrupted`) or the readers' context is ending ({@link terminated}): the listener runs afterwards.
 *
 * C: `zpoller_wait`
 * @param timeout - Milliseconds; 0 looks only, -1 waits for ever.
 * @throws TypeError `ERR_INVALID_ARG_VALUE` for waiting for ever without any reader.
 */
export function wait(self: Zpoller, timeout: number): AnySocket | null {
  const poller = pointer(self)
  const checked = milliseconds('timeout', timeout)
  const mine = readers(self)
  if (checked === -1 && mine.empty)
    throw invalidValue('timeout', 'must not be -1 for a poller without readers')
  const waitFor = (slice: number) => C.zpoller_wait(poller, slice)
  const socket = waitPatiently(checked, waitFor, (found) => found === null && C.zpoller_expired(poller))
  return socket && mine.get(socket)
}

/**
 * Whether the last {@link wait} ended because its time was over.
 *
 * C: `zpoller_expired`
 */
export function expired(self: Zpoller): boolean {
  return C.zpoller_expired(pointer(self))
}

/**
 * Whether the last {@link wait} ended because a signal came, CZMQ was told to stop, or a context is ending.
 *
 * C: `zpoller_terminated`
 */
export function terminated(self: Zpoller): boolean {
  return C.zpoller_terminated(pointer(self))
}

/**
 * Lets a poller go on waiting although CZMQ was told to stop (`zsys.interrupted`), so that a program can end in order.
 * A signal still ends one wait. Off at first.
 *
 * C: `zpoller_set_nonstop`
 */
export function setNonstop(self: Zpoller, nonstop: boolean): void {
  const poller = pointer(self)
  C.zpoller_set_nonstop(poller, flag('nonstop', nonstop) === 1)
}
