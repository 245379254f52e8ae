import { KEY_BYTES, keyText } from '../curve-keys.ts'

/** What libzmq asks about a client that wants to connect: a request of ZAP (RFC 27), version 1.0. */
export interface ZapRequest {
  /** To be given back with the answer. */
  readonly requestId: Uint8Array
  /** Of the socket that the client wants to connect to; may be empty. */
  readonly domain: string
  /** The client's IP address; of a client by `ipc://` what libzmq makes of its process. */
  readonly address: string
  /** By RFC 27 the client's routing id; libzmq sends that of the socket. May be empty. */
  readonly routingId: Uint8Array
  readonly credentials: Credentials
}

/** What the client shows, by the mechanism that it uses. */
export type Credentials =
  | { readonly mechanism: 'NULL' }
  | { readonly mechanism: 'PLAIN'; readonly username: Uint8Array; readonly password: Uint8Array }
  | { readonly mechanism: 'CURVE'; readonly publicKey: string }
  | { readonly mechanism: 'GSSAPI'; readonly principal: Uint8Array }

/** A request that cannot be understood; where there is an id, it can be answered. */
export interface Malformed {
  readonly malformed: string
  readonly requestId: Uint8Array | null
}

/** The version of the protocol, first in requests and replies. */
export const ZAP_VERSION = '1.0'
/** Longer ids, domains, addresses and credentials than these libzmq never sends. */
const LONGEST_FRAME = 255
/** Of the principal of GSSAPI it sends what it gets. */
const LONGEST_PRINCIPAL = 65_535

/** Reads the frames of a request, behind its envelope. Whoever sent them may have meant harm. */
export function parseRequest(frames: readonly Uint8Array[]): ZapRequest | Malformed {
  const [version, requestId, domain, address, routingId, mechanism, ...rest] = frames
  if (!version || !requestId || !domain || !address || !routingId || !mechanism)
    return { malformed: 'too few frames', requestId: requestId ?? null }
  if (text(version) !== ZAP_VERSION) return { malformed: 'another version', requestId }
  if ([requestId, domain, address, routingId, mechanism].some((each) => each.length > LONGEST_FRAME))
    return { malformed: 'too long', requestId: null }
  const credentials = credentialsOf(text(mechanism), rest)
  if (!credentials) return { malformed: 'bad credentials', requestId }
  return { requestId, domain: text(domain), address: text(address), routingId, credentials }
}

/** Whether {@link parseRequest} could not read it. */
export function isMalformed(parsed: ZapRequest | Malformed): parsed is Malformed {
  return 'malformed' in parsed
}

function credentialsOf(mechanism: string, frames: readonly Uint8Array[]): Credentials | null {
  const [first, second] = frames
  if (mechanism === 'NULL') return frames.length === 0 ? { mechanism } : null
  if (mechanism === 'PLAIN' && first && second && frames.length === 2) return plain(first, second)
  if (!first || frames.length !== 1) return null
  if (mechanism === 'CURVE')
    return first.length === KEY_BYTES ? { mechanism, publicKey: keyText(first) } : null
  if (mechanism === 'GSSAPI')
    return first.length <= LONGEST_PRINCIPAL ? { mechanism, principal: first } : null
  return null
}

function plain(username: Uint8Array, password: Uint8Array): Credentials | null {
  const fits = username.length <= LONGEST_FRAME && password.length <= LONGEST_FRAME
  return fits ? { mechanism: 'PLAIN', username, password } : null
}

function text(frame: Uint8Array): string {
  return Buffer.from(frame.buffer, frame.byteOffset, frame.byteLength).toString()
}
