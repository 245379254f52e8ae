/** The numbers that failures have on the wire; user code may use those from 1000. */
export const CODES = {
  UNKNOWN: 1,
  METHOD_NOT_FOUND: 2,
  SERVICE_NOT_FOUND: 3,
  BAD_REQUEST: 4,
  ACCESS_DENIED: 5,
  SESSION_EXPIRED: 6,
  TIMEOUT: 7,
  CANCELLED: 8,
  BUSY: 9,
  GONE: 10,
  TOO_LARGE: 11,
  NAME_TAKEN: 12,
  MOVED: 13,
} as const

/** What an error can be given besides its message. */
export interface RemoteErrorOptions extends ErrorOptions {
  /** One of {@link CODES}, or a number of the user's from 1000. */
  code?: number | undefined
  /** The name of the error's class where it was thrown. */
  type?: string | undefined
  /** A value that goes with the error; anything that can be an argument. */
  data?: unknown
  /** The stack where it was thrown. */
  remoteStack?: string | undefined
}

/**
 * What a call rejects with. Thrown in a method it arrives with its message, `code` and `data`.
 *
 * @example
 * ```ts
 * try {
 *   await stock.price('?')
 * } catch (error) {
 *   if (error instanceof RemoteError) console.log(error.type, error.code, error.data)
 * }
 * ```
 */
export class RemoteError extends Error {
  /** One of {@link CODES}, or a number of the user's. */
  readonly code: number
  /** The name of the error's class where it was thrown: `'TypeError'`. */
  readonly type: string
  /** The value that the other side has sent with the error. */
  readonly data: unknown
  /** The stack where it was thrown, if the other side tells. */
  readonly remoteStack: string | undefined

  constructor(message: string, options: RemoteErrorOptions = {}) {
    super(message, 'cause' in options ? { cause: options.cause } : undefined)
    this.code = options.code ?? CODES.UNKNOWN
    this.type = options.type ?? new.target.name
    this.data = options.data
    this.remoteStack = options.remoteStack
  }

  override get name(): string {
    return this.constructor.name
  }
}

/** The interface has no such method, or it is not exposed. */
export class MethodNotFound extends RemoteError {
  constructor(message: string, options: RemoteErrorOptions = {}) {
    super(message, { ...options, code: CODES.METHOD_NOT_FOUND })
  }
}

/** No service with this name or interface is known. */
export class ServiceNotFound extends RemoteError {
  constructor(message: string, options: RemoteErrorOptions = {}) {
    super(message, { ...options, code: CODES.SERVICE_NOT_FOUND })
  }
}

/** The request is malformed, or its arguments are not what the method takes. */
export class BadRequest extends RemoteError {
  constructor(message: string, options: RemoteErrorOptions = {}) {
    super(message, { ...options, code: CODES.BAD_REQUEST })
  }
}

/** The caller may not do this. */
export class AccessDenied extends RemoteError {
  constructor(message: string, options: RemoteErrorOptions = {}) {
    super(message, { ...options, code: CODES.ACCESS_DENIED })
  }
}

/** The session is not known any more: the daemon was restarted, or nothing was heard for too long. */
export class SessionExpired extends RemoteError {
  constructor(message: string, options: RemoteErrorOptions = {}) {
    super(message, { ...options, code: CODES.SESSION_EXPIRED })
  }
}

/** There was no answer in time. The method was told to stop. */
export class Timeout extends RemoteError {
  constructor(message: string, options: RemoteErrorOptions = {}) {
    super(message, { ...options, code: CODES.TIMEOUT })
  }
}

/** The call was cancelled; `cause` is the signal's reason. */
export class Cancelled extends RemoteError {
  constructor(message: string, options: RemoteErrorOptions = {}) {
    super(message, { ...options, code: CODES.CANCELLED })
  }
}

/** The daemon has too many calls in flight; nothing was done. */
export class Busy extends RemoteError {
  constructor(message: string, options: RemoteErrorOptions = {}) {
    super(message, { ...options, code: CODES.BUSY })
  }
}

/** The object or stream was released. */
export class Gone extends RemoteError {
  constructor(message: string, options: RemoteErrorOptions = {}) {
    super(message, { ...options, code: CODES.GONE })
  }
}

/** A message or value is larger than a limit. */
export class TooLarge extends RemoteError {
  constructor(message: string, options: RemoteErrorOptions = {}) {
    super(message, { ...options, code: CODES.TOO_LARGE })
  }
}

/** The name is another's. */
export class NameTaken extends RemoteError {
  constructor(message: string, options: RemoteErrorOptions = {}) {
    super(message, { ...options, code: CODES.NAME_TAKEN })
  }
}

/** The daemon is about to end and takes no new calls; nothing was done. */
export class Moved extends RemoteError {
  constructor(message: string, options: RemoteErrorOptions = {}) {
    super(message, { ...options, code: CODES.MOVED })
  }
}

/** The service could not be reached. Nothing was delivered: trying again is safe. */
export class ServiceNotAvailable extends RemoteError {
  /** Whether the request has reached the service. */
  readonly delivered: boolean | 'unknown' = false
}

/** The connection was lost while a call was in flight: nobody knows whether it was done. */
export class ConnectionLost extends RemoteError {
  /** Whether the request has reached the service. */
  readonly delivered: boolean | 'unknown' = 'unknown'
}

/** A setting is missing, wrong, or refused because it would not be safe. */
export class ConfigurationError extends RemoteError {}

const classes: Record<number, new (message: string, options?: RemoteErrorOptions) => RemoteError> = {
  [CODES.METHOD_NOT_FOUND]: MethodNotFound,
  [CODES.SERVICE_NOT_FOUND]: ServiceNotFound,
  [CODES.BAD_REQUEST]: BadRequest,
  [CODES.ACCESS_DENIED]: AccessDenied,
  [CODES.SESSION_EXPIRED]: SessionExpired,
  [CODES.TIMEOUT]: Timeout,
  [CODES.CANCELLED]: Cancelled,
  [CODES.BUSY]: Busy,
  [CODES.GONE]: Gone,
  [CODES.TOO_LARGE]: TooLarge,
  [CODES.NAME_TAKEN]: NameTaken,
  [CODES.MOVED]: Moved,
}

/** An error as it is sent. */
export interface ErrorJson {
  code: number
  error: string
  type?: string
  data?: unknown
  stack?: string
  cause?: ErrorJson
}

/** How many causes are told: an error may be its own cause. */
const MOST_CAUSES = 8

/** An error as it is sent; `encode` makes JSON of its `data`. */
export function errorToJson(
  error: unknown,
  stacks: boolean,
  encode: (data: unknown) => unknown,
  causes: number = MOST_CAUSES,
): ErrorJson {
  if (!(error instanceof Error)) return { code: CODES.UNKNOWN, error: String(error), type: typeof error }
  const json: ErrorJson = { code: codeOf(error), error: error.message, type: typeOf(error) }
  const data = (error as { data?: unknown }).data
  if (data !== undefined) json.data = encode(data)
  if (stacks && error.stack !== undefined) json.stack = error.stack
  if (error.cause !== undefined && causes > 0)
    json.cause = errorToJson(error.cause, stacks, encode, causes - 1)
  return json
}

function codeOf(error: Error): number {
  const { code } = error as { code?: unknown }
  return typeof code === 'number' && Number.isSafeInteger(code) && code > 0 ? code : CODES.UNKNOWN
}

function typeOf(error: Error): string {
  return error instanceof RemoteError ? error.type : error.name || 'Error'
}

/** The error that a caller gets. `json` is what a peer has sent, so anything. */
export function errorFromJson(
  json: unknown,
  decode: (data: unknown) => unknown,
  causes: number = MOST_CAUSES,
): RemoteError {
  const { code, error, type, data, stack, cause } = (json ?? {}) as Record<string, unknown>
  const number = typeof code === 'number' ? code : CODES.UNKNOWN
  const Class = classes[number] ?? RemoteError
  const made = new Class(typeof error === 'string' ? error : 'The other side has sent no message', {
    code: number,
    type: typeof type === 'string' ? type : undefined,
    data: data === undefined ? undefined : decode(data),
    remoteStack: typeof stack === 'string' ? stack : undefined,
    ...(isObject(cause) && causes > 0 && { cause: errorFromJson(cause, decode, causes - 1) }),
  })
  return joinStack(made)
}

function isObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null
}

/** Where it was called comes first, then where it was thrown. */
function joinStack(error: RemoteError): RemoteError {
  if (error.remoteStack !== undefined)
    error.stack = `${error.stack}\n  thrown remotely:\n${error.remoteStack}`
  return error
}
