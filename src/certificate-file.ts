import { closeSync, constants, fstatSync, openSync, readFileSync, type Stats } from 'node:fs'
import { boundedText, flag } from './arguments.ts'
import { type CertificateContent, parseCertificate } from './certificate-text.ts'
import { mayHoldKey } from './curve-keys.ts'
import { CzmqError, type ErrorCode, invalidType, invalidValue } from './errors.ts'

/** Certificates on disk: `name` with the public key, and `name_secret` with both. */

/** What CZMQ puts after a path for the file with the secret key. */
export const SECRET = '_secret'
/** CZMQ has 256 bytes for the path of the secret file, and cuts longer ones. */
const LONGEST_PATH = 255 - SECRET.length

/** Larger files are not read: a certificate has a few hundred bytes. */
const LARGEST = 65_536
const { O_RDONLY, O_NONBLOCK = 0 } = constants
/** For opening: a pipe or a device must not block. */
export const READ: number = O_RDONLY | O_NONBLOCK
/** Permissions of those who are neither the owner nor in the owner's group: to read and to write. */
const OTHERS = 0o006

/** What {@link readCertificate} puts up with. */
export interface ReadOptions {
  /** Refuse a file that every user of the system can read or write, if there is a secret key in it. */
  readonly refuseExposed?: boolean
}

/**
 * Reads one certificate file.
 *
 * @throws {@link CzmqError} `ENOENT`, `EACCES`, `EISDIR`, …; `EBADMSG` when it is not a certificate, `EINVAL` when it is
 *   not a file, `EFBIG` when it is too large for a certificate, `ERR_CZMQ_EXPOSED`.
 */
export function readCertificate(path: string, options: ReadOptions = {}): CertificateContent {
  const { content, mode } = readSmallFile(path)
  return certificateFrom(path, content, mode, options)
}

/** The certificate in a file that was read. */
export function certificateFrom(
  path: string,
  content: Uint8Array,
  mode: number,
  options: ReadOptions,
): CertificateContent {
  const certificate = parsed(path, content)
  if (options.refuseExposed && certificate.secretKey !== null) requireHidden(path, mode, 'the secret key')
  return certificate
}

/** What to read of a certificate with two files. */
export interface LoadOptions extends ReadOptions {
  /** `false` reads the public file only, for programs that need no more. Default: true. */
  readonly secret?: boolean
}

/**
 * Reads a certificate: its secret file, which has all there is, or else its public file.
 *
 * @throws As {@link readCertificate}; also when the secret file exists and cannot be used.
 */
export function loadCertificate(path: string, options: LoadOptions = {}): CertificateContent {
  if (options.secret === false) return withoutSecret(readCertificate(path))
  try {
    return readCertificate(path + SECRET, options)
  } catch (error) {
    if ((error as CzmqError).code !== 'ENOENT') throw error
    return readCertificate(path, options)
  }
}

/** Only what everybody may know. */
export function withoutSecret(certificate: CertificateContent): CertificateContent {
  return { ...certificate, secretKey: null }
}

const OPTIONS = ['secret', 'refuseExposed']

/**
 * Checks options: a misspelt one must not mean less security.
 *
 * @throws TypeError `ERR_INVALID_ARG_TYPE`, `ERR_INVALID_ARG_VALUE` for an option that does not exist.
 */
export function loadOptions(value: unknown): LoadOptions {
  if (typeof value !== 'object' || value === null) throw invalidType('options', 'an object', value)
  for (const [name, each] of Object.entries(value)) {
    if (!OPTIONS.includes(name))
      throw invalidValue('options', `has no such option; there are ${OPTIONS.join(', ')}`)
    if (each !== undefined) flag(`options.${name}`, each)
  }
  return value
}

/**
 * The path of a certificate.
 *
 * @throws TypeError `ERR_INVALID_ARG_TYPE`, `ERR_INVALID_ARG_VALUE`: also for one that is too long for CZMQ.
 */
export function certificatePath(name: string, value: unknown): string {
  return boundedText(name, value, LONGEST_PATH)
}

/** Whether every user of the system can read or change a file. On Windows modes say nothing about it. */
export function isExposed(mode: number): boolean {
  return process.platform !== 'win32' && (mode & OTHERS) !== 0
}

/**
 * What is secret is for its owner's eyes, and the owner's group's at most.
 *
 * @throws {@link CzmqError} `ERR_CZMQ_EXPOSED`.
 */
export function requireHidden(path: string, mode: number, secret: string): void {
  if (!isExposed(mode)) return
  throw new CzmqError(
    'ERR_CZMQ_EXPOSED',
    `Every user of this system can read or change ${secret} in '${path}': chmod 600 it, or make a new one`,
  )
}

function parsed(path: string, content: Uint8Array): CertificateContent {
  try {
    return parseCertificate(content)
  } catch (cause) {
    const { message } = cause as Error
    throw new CzmqError('EBADMSG', `EBADMSG: '${path}' is not a certificate: ${message}`)
  }
}

function readSmallFile(path: string): { content: Uint8Array; mode: number } {
  try {
    const descriptor = openSync(path, READ)
    try {
      return readOpen(descriptor)
    } finally {
      closeSync(descriptor)
    }
  } catch (error) {
    throw fileFailure(error as NodeJS.ErrnoException, path)
  }
}

function readOpen(descriptor: number): { content: Uint8Array; mode: number } {
  const status = fstatSync(descriptor)
  requireSmallFile(status)
  return { content: readFileSync(descriptor), mode: status.mode }
}

/** Refuses what is no file, and what is too large. */
export function requireSmallFile(status: Stats): void {
  if (status.isDirectory()) throw withCode('EISDIR')
  if (!status.isFile()) throw withCode('EINVAL')
  if (status.size > LARGEST) throw withCode('EFBIG')
}

function withCode(code: ErrorCode): Error {
  return Object.assign(new Error(code), { code })
}

/** The error for one of Node's, which says the same in C's terms. */
export function fileFailure(cause: NodeJS.ErrnoException, path: string): CzmqError {
  const code = (cause.code ?? 'UNKNOWN') as ErrorCode
  const number = cause.errno === undefined ? {} : { errno: Math.abs(cause.errno) }
  const syscall = cause.syscall === undefined ? {} : { syscall: cause.syscall }
  // A key that was given in the place of a path is shown nowhere, not in the cause either
  if (mayHoldKey(path)) {
    const hidden = `${code}: what looks like a key, and is not shown, cannot be used as the path of a certificate`
    return new CzmqError(code, hidden, { ...number, ...syscall })
  }
  return new CzmqError(code, `${code}: '${path}' cannot be used as a certificate`, {
    ...number,
    ...syscall,
    cause,
  })
}
