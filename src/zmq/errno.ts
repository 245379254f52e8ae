import { constants } from 'node:os'

/**
 * The errno values of the system that functions of libzmq give; those of libzmq alone are among its constants. An
 * error's `code` is their name.
 */

const { errno } = constants

/** Permission denied. */
export const EACCES: number = errno.EACCES
/** The address is in use. */
export const EADDRINUSE: number = errno.EADDRINUSE
/** The address does not exist on this machine. */
export const EADDRNOTAVAIL: number = errno.EADDRNOTAVAIL
/** The address family is not supported. */
export const EAFNOSUPPORT: number = errno.EAFNOSUPPORT
/** It would block, or the time to wait is over. */
export const EAGAIN: number = errno.EAGAIN
/** The connection was given up. */
export const ECONNABORTED: number = errno.ECONNABORTED
/** The peer refused the connection. */
export const ECONNREFUSED: number = errno.ECONNREFUSED
/** The peer reset the connection. */
export const ECONNRESET: number = errno.ECONNRESET
/** An address in memory is wrong. */
export const EFAULT: number = errno.EFAULT
/** No peer can be reached. */
export const EHOSTUNREACH: number = errno.EHOSTUNREACH
/** The operation has begun. */
export const EINPROGRESS: number = errno.EINPROGRESS
/** A signal came. */
export const EINTR: number = errno.EINTR
/** An argument or option is wrong. */
export const EINVAL: number = errno.EINVAL
/** Too many files or sockets are open. */
export const EMFILE: number = errno.EMFILE
/** The message is too large. */
export const EMSGSIZE: number = errno.EMSGSIZE
/** The network is down. */
export const ENETDOWN: number = errno.ENETDOWN
/** The network dropped the connection. */
export const ENETRESET: number = errno.ENETRESET
/** The network cannot be reached. */
export const ENETUNREACH: number = errno.ENETUNREACH
/** No buffer space is left. */
export const ENOBUFS: number = errno.ENOBUFS
/** There is no such network interface. */
export const ENODEV: number = errno.ENODEV
/** There is no such endpoint. */
export const ENOENT: number = errno.ENOENT
/** Memory is exhausted. */
export const ENOMEM: number = errno.ENOMEM
/** The socket is not connected. */
export const ENOTCONN: number = errno.ENOTCONN
/** It is not a socket, or a closed one. */
export const ENOTSOCK: number = errno.ENOTSOCK
/** The socket or the library cannot do that. */
export const ENOTSUP: number = errno.ENOTSUP
/** The transport is not supported. */
export const EPROTONOSUPPORT: number = errno.EPROTONOSUPPORT
/** The time is over. */
export const ETIMEDOUT: number = errno.ETIMEDOUT
