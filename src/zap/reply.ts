import type { Metadata } from '../certificate-metadata.ts'
import { ZAP_VERSION } from './request.ts'

/** How a request is decided: let in, come again later, stay out, the authenticator itself has failed. */
export type ZapStatus = 200 | 300 | 400 | 500

/** What is decided about a client. */
export interface Verdict {
  readonly status: ZapStatus
  /** A word for people. */
  readonly text: string
  /** Who the client is: what messages of its connection tell as `'User-Id'`. */
  readonly userId: string
  /** What else messages of its connection tell. */
  readonly metadata: Metadata
}

const NOTHING: Metadata = new Map()

/** Answers without a user. */
export const REFUSED: Verdict = { status: 400, text: 'NO ACCESS', userId: '', metadata: NOTHING }
export const LATER: Verdict = { status: 300, text: 'TRY LATER', userId: '', metadata: NOTHING }
export const FAILED: Verdict = { status: 500, text: 'INTERNAL ERROR', userId: '', metadata: NOTHING }

/** A client that may come in. */
export function accepted(userId: string, metadata: Metadata = NOTHING): Verdict {
  return { status: 200, text: 'OK', userId, metadata }
}

/** A name of metadata, as certificates have them; its size is one byte on the wire. */
const NAME = /^[A-Za-z0-9$\-_@.&+/]{1,255}$/
/** More than that no application wants to be told about a connection, and each message refers to it. */
const MOST_BYTES = 65_535

/** The frames of a reply, behind its envelope. A user and metadata go only with status 200. */
export function encodeReply(requestId: Uint8Array, verdict: Verdict): (Uint8Array | string)[] {
  const { status, text, userId, metadata } = verdict
  const known = status === 200
  return [
    ZAP_VERSION,
    requestId,
    String(status),
    text,
    known ? userId : '',
    known ? encodeMetadata(metadata) : '',
  ]
}

/** What is wrong with metadata; null when it can be encoded. */
export function metadataProblem(metadata: Metadata): string | null {
  const entries = [...metadata]
  if (entries.some(([name]) => typeof name !== 'string' || !NAME.test(name)))
    return 'names must have 1 to 255 ASCII letters, digits and $-_@.&+/'
  if (entries.some(([, value]) => typeof value !== 'string' || value.includes('\0')))
    return 'values must be strings without NUL'
  const size = entries.reduce((sum, [name, value]) => sum + name.length + Buffer.byteLength(value) + 5, 0)
  return size > MOST_BYTES ? `it must have at most ${MOST_BYTES} bytes` : null
}

/** For each entry: the size of the name in one byte, the name, the size of the value in four, the value. */
export function encodeMetadata(metadata: Metadata): Buffer {
  return Buffer.concat([...metadata].flatMap(([name, value]) => encodeEntry(name, value)))
}

function encodeEntry(name: string, value: string): Buffer[] {
  const content = Buffer.from(value)
  const size = Buffer.alloc(4)
  size.writeUInt32BE(content.length)
  return [Buffer.from([name.length]), Buffer.from(name, 'latin1'), size, content]
}
