import { flag, text } from '../arguments.ts'
import { invalidValue } from '../errors.ts'
import { failure } from '../failure.ts'
import { C } from '../raw/index.ts'
import type { Pointer } from '../raw/types.ts'
import { checkLogEndpoint } from './log-endpoint.ts'

/** Where the log can be written. */
export type LogStream = 'stdout' | 'stderr'

const DESCRIPTORS = { stdout: 1, stderr: 2 } as const
/** C keeps the stream, and other threads write to it: so they are never closed. */
const streams = new Map<LogStream, Pointer<'FILE'>>()

/**
 * Logs an error. All log functions end a line after 1023 bytes, as C does.
 *
 * C: `zsys_error`
 */
export function error(message: string): void {
  C.zsys_error('%s', text('message', message))
}

/**
 * Logs a warning.
 *
 * C: `zsys_warning`
 */
export function warning(message: string): void {
  C.zsys_warning('%s', text('message', message))
}

/**
 * Logs something normal but significant.
 *
 * C: `zsys_notice`
 */
export function notice(message: string): void {
  C.zsys_notice('%s', text('message', message))
}

/**
 * Logs information.
 *
 * C: `zsys_info`
 */
export function info(message: string): void {
  C.zsys_info('%s', text('message', message))
}

/**
 * Logs what helps to find mistakes.
 *
 * C: `zsys_debug`
 */
export function debug(message: string): void {
  C.zsys_debug('%s', text('message', message))
}

/**
 * Where CZMQ's log is written, its own messages and those of this module; nowhere at first.
 *
 * C: `zsys_set_logstream`
 * @param stream - `null` writes it nowhere.
 * @throws {@link CzmqError} `EBADF` when the process has no such stream.
 */
export function setLogstream(stream: LogStream | null): void {
  C.zsys_set_logstream(stream === null ? null : fileOf(stream))
}

function fileOf(stream: LogStream): Pointer<'FILE'> {
  if (stream !== 'stdout' && stream !== 'stderr')
    throw invalidValue('stream', "must be 'stdout', 'stderr' or null")
  const file = streams.get(stream) ?? C.fdopen(DESCRIPTORS[stream], 'a')
  if (!file) throw failure('fdopen')
  streams.set(stream, file)
  return file
}

/**
 * A name of the program at the beginning of every line of the log.
 *
 * C: `zsys_set_logident`
 */
export function setLogident(value: string): void {
  C.zsys_set_logident(text('value', value))
}

/**
 * Sends the log also to whoever subscribes: every line is a message of one frame, from a PUB socket that binds to the
 * endpoint, to each one that is given; `null` ends that. The socket belongs to CZMQ, for the use of one thread: with
 * actors or workers that log, leave it.
 *
 * The endpoint is tried out first, because CZMQ ends the process when it cannot be bound. Another program must not take
 * it in that very moment. Can block, while the attempt is cleared away.
 *
 * C: `zsys_set_logsender`
 * @param endpoint - To connect to a SUB socket instead, with `>` before it.
 * @throws {@link CzmqError} `EADDRINUSE`, `EADDRNOTAVAIL`, `ENODEV`, `EPROTONOSUPPORT`, `EINVAL`, `EMFILE`, …
 */
export function setLogsender(endpoint: string | null): void {
  C.zsys_set_logsender(endpoint === null ? null : checkLogEndpoint(endpoint))
}

/**
 * Whether the log goes to the system's (syslog) instead; off at first.
 *
 * C: `zsys_set_logsystem`
 */
export function setLogsystem(logsystem: boolean): void {
  C.zsys_set_logsystem(flag('logsystem', logsystem) === 1)
}
