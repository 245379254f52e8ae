import type { CzmqError } from '../../errors.ts'
import * as zmq from '../../raw/generated/constants.ts'

/** The same type, with its properties spelt out. */
export type Expand<T> = T extends infer Shape ? { [Key in keyof Shape]: Shape[Key] } : never

/** An error of the system or of libzmq: `code` is its errno name. */
export type ErrnoError = CzmqError & {
  /** The number of the error, as the system or libzmq has it. */
  errno: number
}

/** A peer was not let in. */
export interface AuthError extends Error {
  /** What the authenticator answered: a temporary error, a refusal, an error of its own (RFC 27). */
  status: 300 | 400 | 500
}

/** libzmq's numbers of what may be wrong when peers, or a socket and its authenticator, shake hands. */
export const PROTOCOL_ERRORS = {
  ERR_ZMTP_UNSPECIFIED: zmq.PROTOCOL_ERROR_ZMTP_UNSPECIFIED,
  ERR_ZMTP_UNEXPECTED_COMMAND: zmq.PROTOCOL_ERROR_ZMTP_UNEXPECTED_COMMAND,
  ERR_ZMTP_INVALID_SEQUENCE: zmq.PROTOCOL_ERROR_ZMTP_INVALID_SEQUENCE,
  ERR_ZMTP_KEY_EXCHANGE: zmq.PROTOCOL_ERROR_ZMTP_KEY_EXCHANGE,
  ERR_ZMTP_MALFORMED_COMMAND_UNSPECIFIED: zmq.PROTOCOL_ERROR_ZMTP_MALFORMED_COMMAND_UNSPECIFIED,
  ERR_ZMTP_MALFORMED_COMMAND_MESSAGE: zmq.PROTOCOL_ERROR_ZMTP_MALFORMED_COMMAND_MESSAGE,
  ERR_ZMTP_MALFORMED_COMMAND_HELLO: zmq.PROTOCOL_ERROR_ZMTP_MALFORMED_COMMAND_HELLO,
  ERR_ZMTP_MALFORMED_COMMAND_INITIATE: zmq.PROTOCOL_ERROR_ZMTP_MALFORMED_COMMAND_INITIATE,
  ERR_ZMTP_MALFORMED_COMMAND_ERROR: zmq.PROTOCOL_ERROR_ZMTP_MALFORMED_COMMAND_ERROR,
  ERR_ZMTP_MALFORMED_COMMAND_READY: zmq.PROTOCOL_ERROR_ZMTP_MALFORMED_COMMAND_READY,
  ERR_ZMTP_MALFORMED_COMMAND_WELCOME: zmq.PROTOCOL_ERROR_ZMTP_MALFORMED_COMMAND_WELCOME,
  ERR_ZMTP_INVALID_METADATA: zmq.PROTOCOL_ERROR_ZMTP_INVALID_METADATA,
  ERR_ZMTP_CRYPTOGRAPHIC: zmq.PROTOCOL_ERROR_ZMTP_CRYPTOGRAPHIC,
  ERR_ZMTP_MECHANISM_MISMATCH: zmq.PROTOCOL_ERROR_ZMTP_MECHANISM_MISMATCH,
  ERR_ZAP_UNSPECIFIED: zmq.PROTOCOL_ERROR_ZAP_UNSPECIFIED,
  ERR_ZAP_MALFORMED_REPLY: zmq.PROTOCOL_ERROR_ZAP_MALFORMED_REPLY,
  ERR_ZAP_BAD_REQUEST_ID: zmq.PROTOCOL_ERROR_ZAP_BAD_REQUEST_ID,
  ERR_ZAP_BAD_VERSION: zmq.PROTOCOL_ERROR_ZAP_BAD_VERSION,
  ERR_ZAP_INVALID_STATUS_CODE: zmq.PROTOCOL_ERROR_ZAP_INVALID_STATUS_CODE,
  ERR_ZAP_INVALID_METADATA: zmq.PROTOCOL_ERROR_ZAP_INVALID_METADATA,
  ERR_WS_UNSPECIFIED: zmq.PROTOCOL_ERROR_WS_UNSPECIFIED,
} as const

/** Two peers, or a socket and its authenticator, do not speak the same language. */
export interface ProtoError extends Error {
  /** What was wrong; `ERR_UNKNOWN` for what only a later libzmq knows. */
  code: keyof typeof PROTOCOL_ERRORS | 'ERR_UNKNOWN'
}

/** The endpoint that an event is about. */
export interface EventAddress {
  /** For example `'tcp://127.0.0.1:5555'`. */
  address: string
}

/** When libzmq tries again. */
export interface EventInterval {
  /** In milliseconds. */
  interval: number
}

/** What went wrong. */
export interface EventError<E = ErrnoError> {
  /** It is not thrown. */
  error: E
}

/** An event of type `T` with the properties of `D`. */
export type EventFor<T extends string, D = object> = Expand<
  {
    /** What happened. */
    type: T
  } & D
>

/** Something that happened to a socket; `type` tells the members apart. */
export type Event =
  /** A peer has connected to an endpoint that the socket is bound to. */
  | EventFor<'accept', EventAddress>
  | EventFor<'accept:error', EventAddress & EventError>
  /** The socket listens. */
  | EventFor<'bind', EventAddress>
  | EventFor<'bind:error', EventAddress & EventError>
  /** The socket has connected to a peer. */
  | EventFor<'connect', EventAddress>
  /** The connection is being made. */
  | EventFor<'connect:delay', EventAddress>
  /** The connection could not be made; it is tried again. */
  | EventFor<'connect:retry', EventAddress & EventInterval>
  /** A listener or a connection was closed from this side. */
  | EventFor<'close', EventAddress>
  | EventFor<'close:error', EventAddress & EventError>
  /** The connection broke. */
  | EventFor<'disconnect', EventAddress>
  /** The last event: the socket was closed. */
  | EventFor<'end'>
  /** The peers have agreed: messages can flow. */
  | EventFor<'handshake', EventAddress>
  | EventFor<'handshake:error:protocol', EventAddress & EventError<ProtoError>>
  | EventFor<'handshake:error:auth', EventAddress & EventError<AuthError>>
  | EventFor<'handshake:error:other', EventAddress & EventError>
  /** One that only a later libzmq knows. */
  | EventFor<'unknown'>

/** The types of events. */
export type EventType = Event['type']

/** The event of this type: `EventOfType<'accept'>`. */
export type EventOfType<E extends EventType = EventType> = Expand<
  Extract<
    Event,
    {
      /** What happened. */
      type: E
    }
  >
>
