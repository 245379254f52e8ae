import { checkMetadataSize, type Metadata, metadataName, metadataValue } from './certificate-metadata.ts'
import { isKey, NO_KEY } from './curve-keys.ts'
import { parseZpl, quoted, type ZplItem } from './zpl.ts'

/**
 * The text of certificate files, which is CZMQ's: ZPL (RFC 4) with a section `metadata` and a section `curve`. It is read
 * here and not by `zcert_load`, because libczmq ends the process over what it finds in some files.
 */

/** What a certificate consists of. */
export interface CertificateContent {
  /** 40 characters of Z85. */
  readonly publicKey: string
  /** 40 characters of Z85; `null` in a certificate that has only the public key. */
  readonly secretKey: string | null
  readonly metadata: Metadata
}

/**
 * Reads the text of a certificate. What CZMQ reads it reads alike, but for keys and metadata that would not work.
 *
 * @throws Error That says what is wrong, and never a key.
 */
export function parseCertificate(file: Uint8Array): CertificateContent {
  const sections = parseZpl(file)
  const curve = sectionOf(sections, 'curve')
  const publicKey = key(curve, 'public-key')
  if (publicKey === null) throw new Error('it has no public key')
  return { publicKey, secretKey: key(curve, 'secret-key'), metadata: metadataOf(sections) }
}

/** What stands in the first section of this name: CZMQ looks no further. */
function sectionOf(sections: readonly ZplItem[], name: string): readonly ZplItem[] {
  return sections.find((each) => each.name === name)?.items ?? []
}

function key(section: readonly ZplItem[], name: string): string | null {
  const found = section.find((each) => each.name === name)?.value
  if (found === undefined) return null
  if (!isKey(found)) throw new Error(`its ${name} is not 40 characters of Z85`)
  return found === NO_KEY ? null : found
}

/** Of two entries with the same name the first counts. */
function metadataOf(sections: readonly ZplItem[]): Metadata {
  const metadata = new Map<string, string>()
  for (const { name, value } of sectionOf(sections, 'metadata')) {
    if (!metadata.has(name)) metadata.set(metadataName(name), metadataValue(value))
  }
  checkMetadataSize(metadata)
  return metadata
}

const PUBLIC = `#   ZeroMQ CURVE Public Certificate
#   Exchange securely, or use a secure mechanism to verify the contents
#   of this file after exchange. Store public certificates in your home
#   directory, in the .curve subdirectory.
`
const SECRET = `#   ZeroMQ CURVE **Secret** Certificate
#   DO NOT PROVIDE THIS FILE TO OTHER USERS nor change its permissions.
`

/** The text that `zcert_save_public` would write. */
export function publicText(certificate: CertificateContent): string {
  return `${heading()}${PUBLIC}
${metadataText(certificate.metadata)}curve
    public-key = "${certificate.publicKey}"
`
}

/** The text that `zcert_save_secret` would write. */
export function secretText(certificate: CertificateContent): string {
  return `${heading()}${SECRET}
${metadataText(certificate.metadata)}curve
    public-key = "${certificate.publicKey}"
    secret-key = "${certificate.secretKey ?? NO_KEY}"
`
}

/** The time is local, as CZMQ writes it. */
function heading(): string {
  return `#   ****  Generated on ${localTime(new Date())} by CZMQ  ****\n`
}

function localTime(now: Date): string {
  const two = (value: number): string => String(value).padStart(2, '0')
  const date = [now.getFullYear(), two(now.getMonth() + 1), two(now.getDate())].join('-')
  return `${date} ${[now.getHours(), now.getMinutes(), now.getSeconds()].map(two).join(':')}`
}

function metadataText(metadata: Metadata): string {
  const lines = [...metadata].map(([name, value]) => `    ${name} = ${quoted(value)}\n`)
  return `metadata\n${lines.join('')}`
}
