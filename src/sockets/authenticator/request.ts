import type { Verdict } from '../../zap/reply.ts'
import type { Credentials, ZapRequest } from '../../zap/request.ts'

/** How a client says who it is. */
export type Mechanism = 'NULL' | 'PLAIN' | 'CURVE' | 'GSSAPI'

/** What is known about every client. */
interface CommonRequest {
  /** The ZAP domain of the socket that the client wants to connect to; may be empty. */
  readonly domain: string
  /** The client's IP address. */
  readonly address: string
  /** The routing id of the socket that the client wants to connect to: libzmq never tells the client's own. May be empty. */
  readonly routingId: Buffer
  /** Whether what is configured lets the client in; `false` when nothing is configured for its mechanism. */
  readonly accepted: boolean
  /** What the application will be told as `'User-Id'`, unless the handler says something else. */
  readonly userId: string
  /** What the application will be told besides, unless the handler says something else. */
  readonly metadata: Readonly<Record<string, string>>
}

/** A client without a mechanism. */
export interface NullRequest extends CommonRequest {
  /** `'NULL'`. */
  readonly mechanism: 'NULL'
}

/** A client with a name and a password. */
export interface PlainRequest extends CommonRequest {
  /** `'PLAIN'`. */
  readonly mechanism: 'PLAIN'
  /** Who the client says it is. */
  readonly username: string
  /** Shown neither by `console.log` nor in JSON. */
  readonly password: string
}

/** A client that has proved to have the secret key of a public key. */
export interface CurveRequest extends CommonRequest {
  /** `'CURVE'`. */
  readonly mechanism: 'CURVE'
  /** 40 characters of Z85. */
  readonly publicKey: string
}

/** A client that Kerberos knows. */
export interface GssapiRequest extends CommonRequest {
  /** `'GSSAPI'`. */
  readonly mechanism: 'GSSAPI'
  /** Who Kerberos says it is. */
  readonly principal: string
}

/** What a handler decides about. */
export type AuthenticationRequest = NullRequest | PlainRequest | CurveRequest | GssapiRequest

/** The request for a handler. */
export function requestFrom(request: ZapRequest, verdict: Verdict): AuthenticationRequest {
  const { domain, address, routingId, credentials } = request
  const shown = credentialsOf(credentials)
  return Object.defineProperties(
    {
      domain,
      address,
      routingId: Buffer.from(routingId),
      accepted: verdict.status === 200,
      userId: userIdOf(credentials),
      metadata: Object.fromEntries(verdict.metadata),
      ...shown,
    },
    credentials.mechanism === 'PLAIN' ? { password: { value: text(credentials.password) } } : {},
  ) as AuthenticationRequest
}

/** Who a client is by what it has shown. */
export function userIdOf(credentials: Credentials): string {
  switch (credentials.mechanism) {
    case 'NULL':
      return ''
    case 'PLAIN':
      return text(credentials.username)
    case 'CURVE':
      return credentials.publicKey
    case 'GSSAPI':
      return text(credentials.principal)
  }
}

function credentialsOf(credentials: Credentials): object {
  const { mechanism } = credentials
  if (mechanism === 'PLAIN') return { mechanism, username: text(credentials.username) }
  if (mechanism === 'GSSAPI') return { mechanism, principal: text(credentials.principal) }
  return credentials
}

function text(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString()
}
