import { closeSync, openSync } from 'node:fs'
import { devNull } from 'node:os'
import { errnoName } from '../errors.ts'
import { failure, failureOf } from '../failure.ts'
import { STREAM } from '../raw/generated/constants.ts'
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

/** Types that were found to exist, besides those that always do. */
const known = new Set<number>()

/**
 * Refuses a type that the loaded libzmq does not have.
 *
 * @throws {@link CzmqError} `EINVAL`.
 */
export function requireType(type: number): void {
  if (type <= STREAM || known.has(type)) return
  const context: Pointer<'void'> | null = C.zmq_ctx_new()
  if (!context) throw failure('zmq_ctx_new')
  const socket: Pointer<'void'> | null = C.zmq_socket(context, type)
  const errno = lastErrno()
  if (socket) C.zmq_close(socket)
  C.zmq_ctx_term(context)
  if (!socket) throw failureOf(errno, 'zsock_new')
  known.add(type)
}

/**
 * Refuses to go on when CZMQ's context has no room for another socket, or the process none for its descriptor. libzmq
 * looks for room before it looks at the type, and gives the room back at once when the type is wrong.
 *
 * @throws {@link CzmqError} `EMFILE`, `ETERM`.
 */
export function requireRoom(): void {
  C.zmq_socket(globalContext(), NO_TYPE)
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
