import { resolve } from 'node:path'
import { types } from 'node:util'
import { text } from '../arguments.ts'
import { metadataName, metadataValue } from '../certificate-metadata.ts'
import { isKey, KEY_CHARACTERS } from '../curve-keys.ts'
import { invalidType, invalidValue } from '../errors.ts'
import type { KeySource, PasswordSource } from '../raw/zap-agent.ts'

/** Who may come in with PLAIN: a file of lines `user=password`, or passwords by user. */
export type Passwords = string | ReadonlyMap<string, string>

/**
 * Who may come in with CURVE: a directory of certificates, public keys of 40 characters of Z85, or what is known about
 * the owner of each.
 */
export type ClientKeys = string | Iterable<string> | ReadonlyMap<string, ReadonlyMap<string, string>>

/** The longest name or password that PLAIN can send. */
const LONGEST = 255

/** Checks who may come in with PLAIN. No password is in any error. */
export function passwordSource(value: unknown): PasswordSource {
  if (typeof value === 'string') return { file: path('passwords', value) }
  if (!types.isMap(value)) throw invalidType('passwords', 'the path of a file or a Map', value)
  const passwords = new Map<string, string>()
  for (const [user, password] of value) passwords.set(secret('user', user), secret('password', password))
  return { passwords }
}

function secret(what: string, value: unknown): string {
  if (typeof value !== 'string') throw invalidType('passwords', `a Map whose ${what}s are strings`, value)
  if (Buffer.byteLength(value) > LONGEST)
    throw invalidValue('passwords', `has a ${what} of more than ${LONGEST} bytes`)
  return value
}

/** Checks who may come in with CURVE. No key is in any error. */
export function keySource(name: string, value: unknown): KeySource {
  if (typeof value === 'string') return { directory: path(name, value) }
  if (types.isMap(value)) return { keys: keysOf(name, value) }
  if (typeof value !== 'object' || value === null || !(Symbol.iterator in value))
    throw invalidType(name, 'the path of a directory, public keys or a Map of them', value)
  const keys = value as Iterable<unknown>
  return {
    keys: keysOf(
      name,
      Array.from(keys, (each) => [each, new Map()] as const),
    ),
  }
}

function keysOf(
  name: string,
  entries: Iterable<readonly [unknown, unknown]>,
): Map<string, Map<string, string>> {
  const keys = new Map<string, Map<string, string>>()
  for (const [key, metadata] of entries) keys.set(publicKey(name, key), metadataOf(name, metadata))
  return keys
}

/** A public key as text. */
export function publicKey(name: string, value: unknown): string {
  if (typeof value !== 'string' || !isKey(value))
    throw invalidValue(name, `must consist of public keys of ${KEY_CHARACTERS} characters of Z85`)
  return value
}

function metadataOf(name: string, value: unknown): Map<string, string> {
  if (!types.isMap(value)) throw invalidType(name, 'a Map whose values are Maps of metadata', value)
  return new Map([...value].map(([key, each]) => [metadataName(key), metadataValue(each)]))
}

/** It is the same whatever the working directory becomes. */
function path(name: string, value: string): string {
  const checked = text(name, value)
  if (checked === '') throw invalidValue(name, 'must not be empty')
  return resolve(checked)
}
