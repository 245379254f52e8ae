import { accessSync, constants, existsSync, type Stats, statSync } from 'node:fs'
import { resolve } from 'node:path'
import { types } from 'node:util'
import { text } from '../arguments.ts'
import { requireHidden } from '../certificate-file.ts'
import { metadataName, metadataValue } from '../certificate-metadata.ts'
import { isKey, KEY_CHARACTERS, mayBePublic, mayHoldKey } from '../curve-keys.ts'
import { invalidType, invalidValue } from '../errors.ts'
import { fileFailure } from '../files.ts'
import type { KeySource, PasswordFileSource, PasswordSource } from '../raw/zap-agent.ts'
import { PASSWORDS } from './passwords.ts'

/** Who may come in with PLAIN: a file of lines `user=password`, or passwords by user. */
export type Passwords = string | ReadonlyMap<string, string>

/** A client that may come in with CURVE; a certificate is one. */
export interface KnownClient {
  /** 40 characters of Z85. */
  readonly publicKey: string
  /** What the application is told about it. */
  readonly metadata?: Iterable<readonly [string, string]> | undefined
}

/** Who may come in with CURVE: a directory of certificates; or clients, as they are now, or only their public keys. */
export type Clients = string | Iterable<string | KnownClient>

/** The longest name or password that PLAIN can send. */
const LONGEST = 255

/** What is put up with in a file of passwords. */
export interface PasswordOptions {
  /** Refuse a file that every user of the system can read or write, now and whenever it is read. Default: false. */
  readonly refuseExposed?: boolean | undefined
}

/**
 * Checks who may come in with PLAIN. No password is in any error.
 *
 * @throws {@link CzmqError} `ERR_CZMQ_EXPOSED`, `ENOENT`, `EACCES`, `EISDIR` as `options` say.
 */
export function passwordSource(value: unknown, { refuseExposed = false }: PasswordOptions): PasswordSource {
  if (typeof value === 'string') return passwordFile(path('passwords', value), refuseExposed)
  if (!types.isMap(value)) throw invalidType('passwords', 'the path of a file or a Map', value)
  const passwords = new Map<string, string>()
  Map.prototype.forEach.call(value, (password: unknown, user: unknown) => {
    passwords.set(short('user', user), short('password', password))
  })
  return { passwords }
}

/** Later it is the agent's business that the file is there. */
function passwordFile(file: string, refuseExposed: boolean): PasswordFileSource {
  if (refuseExposed) {
    const { mode } = readable(file)
    requireHidden(file, mode, PASSWORDS)
  }
  return { file, refuseExposed }
}

/** A file that can be read now. */
function readable(file: string): Stats {
  try {
    accessSync(file, constants.R_OK)
    const stats = statSync(file)
    if (stats.isDirectory()) throw Object.assign(new Error('EISDIR'), { code: 'EISDIR', errno: -21 })
    return stats
  } catch (error) {
    throw fileFailure(error as NodeJS.ErrnoException, 'open', file)
  }
}

function short(what: string, value: unknown): string {
  if (typeof value !== 'string') throw invalidType('passwords', `a Map whose ${what}s are strings`, value)
  if (Buffer.byteLength(value) > LONGEST)
    throw invalidValue('passwords', `has a ${what} of more than ${LONGEST} bytes`)
  return value
}

/** Checks who may come in with CURVE. No key is in any error. */
export function keySource(name: string, value: unknown): KeySource {
  if (typeof value === 'string') {
    refuseKey(name, value, 'give an array of public keys')
    return { directory: path(name, value) }
  }
  const keys = new Map<string, ReadonlyMap<string, string>>()
  for (const each of iterable(name, value)) {
    if (typeof each === 'string') keys.set(publicKey(name, each), new Map())
    else if (typeof each === 'object' && each !== null) addClient(name, each as Partial<KnownClient>, keys)
    else throw invalidType(name, 'public keys, or objects that have one', each)
  }
  return { keys }
}

/** Bytes are no clients; of a proxy nobody knows what it would do. */
function iterable(name: string, value: unknown): Iterable<unknown> {
  if (typeof value !== 'object' || value === null || ArrayBuffer.isView(value) || types.isProxy(value))
    throw invalidType(name, 'the path of a directory, or an iterable of clients', value)
  if (!(Symbol.iterator in value))
    throw invalidType(name, 'the path of a directory, or an iterable of clients', value)
  return value as Iterable<unknown>
}

function addClient(
  name: string,
  { publicKey: key, metadata = [] }: Partial<KnownClient>,
  keys: Map<string, ReadonlyMap<string, string>>,
): void {
  const known = new Map<string, string>()
  for (const entry of iterable(`${name}.metadata`, metadata)) {
    if (!Array.isArray(entry)) throw invalidType(`${name}.metadata`, 'entries of names and values', entry)
    known.set(metadataName(entry[0]), metadataValue(entry[1]))
  }
  keys.set(publicKey(name, key), known)
}

/** A public key as text. */
export function publicKey(name: string, value: unknown): string {
  if (typeof value !== 'string' || !isKey(value))
    throw invalidValue(name, `must have public keys of ${KEY_CHARACTERS} characters of Z85`)
  if (!mayBePublic(value))
    throw invalidValue(name, 'must have public keys; one of them is none, perhaps a secret one')
  return value
}

/** Refuses what is a key, or was meant to be one, in the place of a path; otherwise errors would show it. */
export function refuseKey(name: string, value: string, instead: string): void {
  if (mayHoldKey(value) && !existsSync(value))
    throw invalidValue(name, `looks like a key and is not the path of anything; ${instead}`)
}

/** It is the same whatever the working directory becomes. */
function path(name: string, value: string): string {
  const checked = text(name, value)
  if (checked === '') throw invalidValue(name, 'must not be empty')
  return resolve(checked)
}
