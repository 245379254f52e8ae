import { CzmqError } from '../errors.ts'
import { failure } from '../failure.ts'
import { onDestroy } from '../handle.ts'
import { FD } from '../raw/generated/constants.ts'
import { C } from '../raw/index.ts'
import type { Pointer } from '../raw/types.ts'
import type { AnySocket } from '../socket-kinds.ts'

/**
 * What a poller polls. Sockets and pollers tell each other when they end, through functions that the records of both
 * refer to. The collector's registry holds these records; so the functions must not refer to any handle, or what they
 * refer to would never be collected: `handles` is theirs only as long as someone else has it.
 */
export class Readers {
  readonly #poller: Pointer<'zpoller_t'>
  readonly #handles = new Map<Pointer, AnySocket>()
  readonly #watches = new Map<Pointer, () => void>()

  /** The readers of this poller: none yet. */
  constructor(poller: Pointer<'zpoller_t'>) {
    this.#poller = poller
  }

  get empty(): boolean {
    return this.#handles.size === 0
  }

  has(socket: Pointer): boolean {
    return this.#handles.has(socket)
  }

  get(socket: Pointer): AnySocket | null {
    return this.#handles.get(socket) ?? null
  }

  /** Polls the socket until it ends. */
  add(reader: AnySocket, socket: Pointer): void {
    if (C.zpoller_add(this.#poller, socket) === -1) throw failure('zpoller_add')
    this.#handles.set(socket, reader)
    const handles = new WeakRef(this.#handles)
    this.#watches.set(socket, onDestroy(reader, leaving(this.#poller, socket, this.#watches, handles)))
  }

  remove(socket: Pointer): void {
    leaving(this.#poller, socket, this.#watches, new WeakRef(this.#handles))()
  }

  /** What is to be done when the poller ends: its readers forget it. */
  get ending(): () => void {
    const watches = this.#watches
    const handles = new WeakRef(this.#handles)
    return () => {
      for (const unwatch of watches.values()) unwatch()
      handles.deref()?.clear()
    }
  }
}

/** What is to be done when a reader leaves its poller. */
function leaving(
  poller: Pointer<'zpoller_t'>,
  socket: Pointer,
  watches: Map<Pointer, () => void>,
  handles: WeakRef<Map<Pointer, AnySocket>>,
): () => void {
  return () => {
    C.zpoller_remove(poller, socket)
    watches.get(socket)?.()
    watches.delete(socket)
    handles.deref()?.delete(socket)
  }
}

/** Refuses the thread-safe types of the draft API: they have no descriptor, and CZMQ would take them for one. */
export function checkPollable(socket: Pointer): void {
  if (C.zmq_getsockopt(socket, FD, new Uint8Array(8), [process.platform === 'win32' ? 8 : 4]) === 0) return
  const error = failure('zmq_getsockopt')
  if (error.code !== 'EINVAL') throw error
  throw new CzmqError('ERR_CZMQ_SOCKET_TYPE', `A ${C.zsocket_type_str(socket)} socket cannot be polled`)
}
