import { closeSync, openSync } from 'node:fs'
import { devNull } from 'node:os'
import { errnoName } from '../errors.ts'
import { failure, failureOf } from '../failure.ts'
import { IO_THREADS, STREAM } from '../raw/generated/constants.ts'
import { hasRoomFor } from '../raw/headroom.ts'
import { C } from '../raw/index.ts'
import { lastErrno } from '../raw/memory.ts'
import type { Pointer } from '../raw/types.ts'
import { globalContext } from '../socket-kinds.ts'

/**
 * `zsock_new` ends the process where libzmq gives it no socket. So what libzmq would say is found out before, without
 * taking a socket away: another thread that takes the last one in between is the one case that is left.
 */

/** A type that no libzmq has. */
const NO_TYPE = 9999

let started = false
/** Types that were found to exist, besides those that always do. */
const known = new Set<number>()

/**
 * Refuses to go on when `zsock_new` could not make a socket of this type.
 *
 * @throws {@link CzmqError} `EMFILE`, `EAGAIN`, `EINVAL`, `ETERM`.
 */
export function requireRoom(type: number): void {
  const context = globalContext()
  requireSlot(context)
  if (type <= STREAM || known.has(type)) return
  const socket: Pointer<'void'> | null = C.zmq_socket(context, type)
  if (!socket) throw failure('zsock_new')
  C.zmq_close(socket)
  known.add(type)
  requireSlot(context)
}

/** libzmq looks for a free slot before it looks at the type, and gives it back at once when there is no such type. */
function requireSlot(context: Pointer): void {
  if (!started && !hasRoomFor(C.zmq_ctx_get(context, IO_THREADS))) throw failure('zsock_new')
  started = true
  C.zmq_socket(context, NO_TYPE)
  const errno = lastErrno()
  if (errnoName(errno) !== 'EINVAL') throw failureOf(errno, 'zsock_new')
  requireDescriptor()
}

function requireDescriptor(): void {
  try {
    closeSync(openSync(devNull, 'r'))
  } catch (error) {
    const { code, errno = 0 } = error as NodeJS.ErrnoException
    if (code === 'EMFILE' || code === 'ENFILE') throw failureOf(-errno, 'zsock_new')
  }
}
