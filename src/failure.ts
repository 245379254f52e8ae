import { CzmqError, type ErrorDetails, errnoName } from './errors.ts'
import { C } from './raw/index.ts'
import { lastErrno } from './raw/memory.ts'

/**
 * The error of the C call that has just failed. Call it first thing: another C call would change errno.
 *
 * @param syscall - The C function that failed.
 * @param details - What else to say, for example the endpoint.
 */
export function failure(syscall: string, details: ErrorDetails = {}): CzmqError {
  return failureOf(lastErrno(), syscall, details)
}

/** The error for an errno value that was read before. */
export function failureOf(errno: number, syscall: string, details: ErrorDetails = {}): CzmqError {
  const code = errnoName(errno)
  const where = details.address === undefined ? '' : ` '${details.address}'`
  return new CzmqError(code, `${code}: ${C.zmq_strerror(errno)}, ${syscall}${where}`, {
    errno,
    syscall,
    ...details,
  })
}

/**
 * What a receive answers when nothing came: `null` when there is no message yet, when the time to wait is over, and
 * when a signal interrupted it, so that its listener can run.
 *
 * @throws {@link CzmqError} For every other failure.
 */
export function nothingReceived(syscall: string): null {
  const error = failure(syscall)
  if (error.code === 'EAGAIN' || error.code === 'EINTR') return null
  throw error
}
