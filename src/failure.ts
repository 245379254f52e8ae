import { CzmqError, type ErrorDetails, errnoName } from './errors.ts'
import { C } from './raw/index.ts'
import { lastErrno } from './raw/memory.ts'
import type { Pointer } from './raw/types.ts'

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
  const { address } = details
  return explained(
    errno,
    syscall,
    details,
    address === undefined ? '' : addressReason(errno, syscall, address),
  )
}

function explained(errno: number, syscall: string, details: ErrorDetails, reason: string): CzmqError {
  const code = errnoName(errno)
  const where = details.address === undefined ? '' : ` '${details.address}'`
  const why = reason && `: ${reason}`
  return new CzmqError(code, `${code}: ${C.zmq_strerror(errno)}, ${syscall}${where}${why}`, {
    errno,
    syscall,
    ...details,
  })
}

/** What is wrong with an address where libzmq says only that it is; empty when nobody knows. */
function addressReason(errno: number, syscall: string, address: string): string {
  const code = errnoName(errno)
  const [, host, port] = /^(?:tcp|udp|wss?):\/\/([^/]*?)(?::(\d+|\*))?(?:\/.*)?$/i.exec(address) ?? []
  if (host === undefined) return ''
  if (code === 'ENODEV' && syscall.endsWith('bind'))
    return 'bind needs an interface or an address, not a host name'
  if (code !== 'EINVAL') return ''
  if (port === undefined) return 'the endpoint has no port'
  return syscall.endsWith('_connect') && (host === '*' || port === '*')
    ? 'only bind takes *; connect needs the address and the port of a peer'
    : ''
}

/**
 * The error of a call that was to send or receive and has just failed; see {@link failure}.
 *
 * @param socket - The libzmq socket, which is alive.
 */
export function transferFailure(syscall: string, socket: Pointer): CzmqError {
  return transferFailureOf(lastErrno(), syscall, socket)
}

/** {@link transferFailure} for an errno value that was read before. */
export function transferFailureOf(errno: number, syscall: string, socket: Pointer): CzmqError {
  return explained(errno, syscall, {}, transferReason(errno, syscall, socket))
}

/** Whose turn it is, by the type and what was tried. */
const TURNS: Readonly<Record<string, string>> = {
  'REQ send': 'receive the reply first',
  'REQ receive': 'send a request first',
  'REP send': 'receive a request first',
  'REP receive': 'send the reply first',
}

/** Why a socket cannot send or receive; empty when nobody knows. */
function transferReason(errno: number, syscall: string, socket: Pointer): string {
  const code = errnoName(errno)
  if (code !== 'ENOTSUP' && code !== 'EFSM') return ''
  const type = C.zsocket_type_str(socket)
  const action = /recv|wait/.test(syscall) ? 'receive' : 'send'
  if (code === 'ENOTSUP') return `a ${type} socket cannot ${action}`
  const turn = TURNS[`${type} ${action}`]
  return turn === undefined ? '' : `it is not this socket's turn, ${turn}`
}

/**
 * What a receive answers when nothing came: `null` when there is no message yet, when the time to wait is over, and
 * when a signal interrupted it, so that its listener can run.
 *
 * @throws {@link CzmqError} For every other failure.
 */
export function nothingReceived(syscall: string, socket: Pointer | null = null): null {
  const errno = lastErrno()
  const code = errnoName(errno)
  if (code === 'EAGAIN' || code === 'EINTR') return null
  throw socket === null ? failureOf(errno, syscall) : transferFailureOf(errno, syscall, socket)
}
