import os from 'node:os'
import { types } from 'node:util'

/** Codes of misuse: thrown before C is entered. */
export type MisuseCode =
  | 'ERR_INVALID_ARG_TYPE'
  | 'ERR_INVALID_ARG_VALUE'
  | 'ERR_OUT_OF_RANGE'
  | 'ERR_MISSING_ARGS'
  | 'ERR_ILLEGAL_CONSTRUCTOR'

/** Codes of this library's own failures. */
export type CzmqCode =
  /** No libczmq could be loaded. */
  | 'ERR_CZMQ_LIBRARY'
  /** The loaded library has no such function. */
  | 'ERR_CZMQ_SYMBOL'
  /** The object was destroyed, or its owner was. */
  | 'ERR_CZMQ_DESTROYED'
  /** The message or frame was sent, appended or pushed: it belongs to someone else now. */
  | 'ERR_CZMQ_TAKEN'
  /** The object belongs to another one, which alone may give it away or destroy it. */
  | 'ERR_CZMQ_BORROWED'
  /** The option or function does not fit this socket's type. */
  | 'ERR_CZMQ_SOCKET_TYPE'
  /** A message came that is not what was asked for; it is in the error's `frames`. */
  | 'ERR_CZMQ_PICTURE'
  /** What was received is not JSON; it is in the error's `frames`. */
  | 'ERR_CZMQ_JSON'
  /** The addon was asked for and cannot be loaded. */
  | 'ERR_CZMQ_ADDON'
  /** The object is being used by a call that has not returned. */
  | 'ERR_CZMQ_BUSY'
  /** A file with a secret key that every user of the system can read or change. */
  | 'ERR_CZMQ_EXPOSED'

/** The name of an errno value of the system or of libzmq, for example `'EADDRINUSE'`. */
export type ErrnoCode = keyof typeof os.constants.errno | 'EFSM' | 'ETERM' | 'EMTHREAD' | 'ENOCOMPATPROTO'

/** What {@link CzmqError.code} can be. */
export type ErrorCode = CzmqCode | ErrnoCode | 'UNKNOWN'

/** What went wrong besides its code. */
export interface ErrorDetails {
  /** The errno value of the C call, a positive number. */
  errno?: number
  /** The C function that failed. */
  syscall?: string
  /** The endpoint that was bound or connected. */
  address?: string
  /** What was received and could not be returned. */
  frames?: Uint8Array[]
  /** The error behind this one. */
  cause?: unknown
}

/**
 * Something that failed although it was asked for correctly: tell failures apart by `code`, which is the errno name
 * (`'EADDRINUSE'`) or one of this library's own (`'ERR_CZMQ_…'`).
 */
export class CzmqError extends Error {
  /** `'CzmqError'`. */
  override readonly name: string = 'CzmqError'
  /** What went wrong: an errno name or `ERR_CZMQ_…`. */
  readonly code: ErrorCode
  /** The errno value of the C call, a positive number. */
  declare readonly errno?: number
  /** The C function that failed. */
  declare readonly syscall?: string
  /** The endpoint that was bound or connected. */
  declare readonly address?: string
  /** What was received and could not be returned. */
  declare readonly frames?: Uint8Array[]

  /** An error with this code; `details` become its properties. */
  constructor(code: ErrorCode, message: string, details: ErrorDetails = {}) {
    const { cause, ...rest } = details
    super(message, cause === undefined ? undefined : { cause })
    this.code = code
    Object.assign(this, rest)
  }
}

/** libzmq's own errno values; they start where no system's do. */
const ZMQ_ERRNO: Record<number, ErrnoCode> = {
  156384713: 'ENOTSUP',
  156384714: 'EPROTONOSUPPORT',
  156384715: 'ENOBUFS',
  156384716: 'ENETDOWN',
  156384717: 'EADDRINUSE',
  156384718: 'EADDRNOTAVAIL',
  156384719: 'ECONNREFUSED',
  156384720: 'EINPROGRESS',
  156384721: 'ENOTSOCK',
  156384722: 'EMSGSIZE',
  156384723: 'EAFNOSUPPORT',
  156384724: 'ENETUNREACH',
  156384725: 'ECONNABORTED',
  156384726: 'ECONNRESET',
  156384727: 'ENOTCONN',
  156384728: 'ETIMEDOUT',
  156384729: 'EHOSTUNREACH',
  156384730: 'ENETRESET',
  156384763: 'EFSM',
  156384764: 'ENOCOMPATPROTO',
  156384765: 'ETERM',
  156384766: 'EMTHREAD',
}

const SYSTEM_ERRNO = new Map<number, ErrnoCode>(
  Object.entries(os.constants.errno).map(([name, value]) => [value, name as ErrnoCode]),
)
/** Where two names share a number, the one that libzmq documents. */
for (const name of ['EAGAIN', 'ENOTSUP'] as const) SYSTEM_ERRNO.set(os.constants.errno[name], name)

/** The name of an errno value, `'UNKNOWN'` for one that neither the system nor libzmq defines. */
export function errnoName(errno: number): ErrorCode {
  return SYSTEM_ERRNO.get(errno) ?? ZMQ_ERRNO[errno] ?? 'UNKNOWN'
}

/** Misuse, made to look like Node's own errors: `TypeError [ERR_INVALID_ARG_TYPE]: …`. */
function misuse<E extends Error>(error: E, code: MisuseCode): E & { code: MisuseCode } {
  return Object.assign(error, { code })
}

/** An argument of the wrong type. */
export function invalidType(name: string, expected: string, actual: unknown): TypeError {
  return misuse(
    new TypeError(`The "${name}" argument must be ${expected}. Received ${describe(actual)}`),
    'ERR_INVALID_ARG_TYPE',
  )
}

/** An argument of the right type that makes no sense here. */
export function invalidValue(name: string, reason: string): TypeError {
  return misuse(new TypeError(`The "${name}" argument ${reason}`), 'ERR_INVALID_ARG_VALUE')
}

/** `new` with a class whose objects are made otherwise. */
export function illegalConstructor(message: string): TypeError {
  return misuse(new TypeError(message), 'ERR_ILLEGAL_CONSTRUCTOR')
}

/** A number outside of its range. */
export function outOfRange(name: string, range: string, actual: unknown): RangeError {
  return misuse(
    new RangeError(`The "${name}" argument must be ${range}. Received ${describe(actual)}`),
    'ERR_OUT_OF_RANGE',
  )
}

/** Says what a value is without running any code of its own and without showing its content. */
function describe(value: unknown): string {
  if (value === null || value === undefined || typeof value === 'boolean') return String(value)
  if (typeof value === 'number') return Object.is(value, -0) ? '-0' : String(value)
  if (typeof value === 'bigint') return value.toString().length > 40 ? 'a huge bigint' : `${value}n`
  if (typeof value === 'object') return describeObject(value)
  return `a ${typeof value}`
}

/** Longer names and stranger ones may be content. */
const CLASS_NAME = /^[A-Z][A-Za-z0-9_]{0,31}$/

/** The class of an object, found without calling a getter or a trap. */
function describeObject(value: object): string {
  if (types.isProxy(value)) return 'a Proxy'
  if (Array.isArray(value)) return 'an array'
  const prototype: unknown = Object.getPrototypeOf(value)
  const name = ownValue(ownValue(prototype, 'constructor'), 'name')
  if (typeof name !== 'string' || name === 'Object' || !CLASS_NAME.test(name)) return 'an object'
  return `an instance of ${name}`
}

/** A property that is a plain value; undefined for any other. */
function ownValue(object: unknown, name: string): unknown {
  const isObject = typeof object === 'function' || (typeof object === 'object' && object !== null)
  if (!isObject || types.isProxy(object)) return undefined
  return Object.getOwnPropertyDescriptor(object, name)?.value
}
