import { types } from 'node:util'
import { sizeOf } from '../../arguments.ts'
import { checkMetadataSize, type Metadata, metadataName, metadataValue } from '../../certificate-metadata.ts'
import { isKey, KEY_BYTES, keyText, NO_KEY } from '../../curve-keys.ts'
import { invalidType, invalidValue } from '../../errors.ts'

/** Metadata of a certificate as a program gives it: an object, or entries like those of a Map. */
export type CertificateMetadata = Readonly<Record<string, string>> | Iterable<readonly [string, string]>

/** A key as text; no error shows it. */
export function keyFrom(name: string, value: unknown): string {
  if (typeof value !== 'string' && !types.isUint8Array(value))
    throw invalidType(name, 'a string or a Uint8Array', value)
  if (typeof value !== 'string' && sizeOf(value) !== KEY_BYTES)
    throw invalidValue(name, `must have ${KEY_BYTES} bytes; it has ${sizeOf(value)}`)
  const key = typeof value === 'string' ? value : keyText(value)
  if (!isKey(key)) throw invalidValue(name, 'must have 40 characters of Z85')
  if (key === NO_KEY) throw invalidValue(name, 'is all zeros, which is no key')
  return key
}

/** Metadata in any form that a program may give it. */
export function metadataFrom(value: unknown): Metadata {
  if (value === undefined) return new Map()
  if (typeof value !== 'object' || value === null) throw invalidType('metadata', 'an object or a Map', value)
  const entries = Symbol.iterator in value ? (value as Iterable<unknown>) : Object.entries(value)
  const metadata = new Map<string, string>()
  for (const entry of entries) {
    if (!Array.isArray(entry))
      throw invalidType('metadata', 'an object, or entries of names and values', entry)
    metadata.set(metadataName(entry[0]), metadataValue(entry[1]))
  }
  checkMetadataSize(metadata)
  return metadata
}

/** `true` or `false`. */
export function boolean(name: string, value: unknown): boolean {
  if (typeof value !== 'boolean') throw invalidType(name, 'a boolean', value)
  return value
}

/** Options, none of them misspelt: that must not mean less security. */
export function optionsOf<Options extends object>(value: Options, names: readonly string[]): Options {
  if (typeof value !== 'object' || value === null) throw invalidType('options', 'an object', value)
  const unknown = Object.keys(value).find((name) => !names.includes(name))
  if (unknown !== undefined) throw invalidValue('options', `has only ${names.join(', ')}`)
  return value
}
