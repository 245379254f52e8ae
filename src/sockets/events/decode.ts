import { failureOf } from '../../failure.ts'
import * as zmq from '../../raw/generated/constants.ts'
import {
  type AuthError,
  type ErrnoError,
  type Event,
  type EventType,
  PROTOCOL_ERRORS,
  type ProtoError,
} from './types.ts'

/** libzmq's numbers of the events. */
const TYPES = new Map<number, EventType>([
  [zmq.EVENT_CONNECTED, 'connect'],
  [zmq.EVENT_CONNECT_DELAYED, 'connect:delay'],
  [zmq.EVENT_CONNECT_RETRIED, 'connect:retry'],
  [zmq.EVENT_LISTENING, 'bind'],
  [zmq.EVENT_BIND_FAILED, 'bind:error'],
  [zmq.EVENT_ACCEPTED, 'accept'],
  [zmq.EVENT_ACCEPT_FAILED, 'accept:error'],
  [zmq.EVENT_CLOSED, 'close'],
  [zmq.EVENT_CLOSE_FAILED, 'close:error'],
  [zmq.EVENT_DISCONNECTED, 'disconnect'],
  [zmq.EVENT_MONITOR_STOPPED, 'end'],
  [zmq.EVENT_HANDSHAKE_SUCCEEDED, 'handshake'],
  [zmq.EVENT_HANDSHAKE_FAILED_PROTOCOL, 'handshake:error:protocol'],
  [zmq.EVENT_HANDSHAKE_FAILED_AUTH, 'handshake:error:auth'],
  [zmq.EVENT_HANDSHAKE_FAILED_NO_DETAIL, 'handshake:error:other'],
])

const PROTOCOL_CODES = new Map<number, ProtoError['code']>(
  Object.entries(PROTOCOL_ERRORS).map(([code, value]) => [value, code as ProtoError['code']]),
)

const AUTH_MESSAGES = {
  300: 'The authenticator could not decide',
  400: 'The authenticator refused the peer',
  500: 'The authenticator failed',
}

/** The names of all events. */
export const eventTypes: ReadonlySet<unknown> = new Set<EventType>([...TYPES.values(), 'unknown'])

const LITTLE_ENDIAN = new Uint8Array(Uint16Array.of(1).buffer)[0] === 1
/** A 16-bit number, which event it is, and a 32-bit number, which says more; in the order of bytes of this machine. */
const HEADER_SIZE = 6

/** The event that libzmq's two frames tell of. */
export function decodeEvent(frames: readonly Buffer[]): Event {
  const [header, address] = frames
  if (header?.length !== HEADER_SIZE) return { type: 'unknown' }
  const view = new DataView(header.buffer, header.byteOffset, HEADER_SIZE)
  const type = TYPES.get(view.getUint16(0, LITTLE_ENDIAN)) ?? 'unknown'
  return eventOf(type, view.getUint32(2, LITTLE_ENDIAN), address?.toString() ?? '')
}

function eventOf(type: EventType, value: number, address: string): Event {
  switch (type) {
    case 'end':
    case 'unknown':
      return { type }
    case 'connect:retry':
      return { type, address, interval: value }
    case 'handshake:error:protocol':
      return { type, address, error: protocolError(value) }
    case 'handshake:error:auth':
      return { type, address, error: authError(value) }
    case 'accept:error':
    case 'bind:error':
    case 'close:error':
    case 'handshake:error:other':
      return { type, address, error: errnoError(type, value, address) }
    case 'accept':
    case 'bind':
    case 'close':
    case 'connect':
    case 'connect:delay':
    case 'disconnect':
    case 'handshake':
      return { type, address }
  }
}

function errnoError(type: EventType, errno: number, address: string): ErrnoError {
  return Object.assign(failureOf(errno, type.slice(0, type.indexOf(':')), { address }), { errno })
}

function protocolError(value: number): ProtoError {
  const code = PROTOCOL_CODES.get(value) ?? 'ERR_UNKNOWN'
  return Object.assign(new Error(`The handshake failed: ${code}`), { code })
}

/** libzmq lets nothing through but these three. */
function authError(value: number): AuthError {
  const status: AuthError['status'] = value === 300 || value === 400 ? value : 500
  return Object.assign(new Error(`${status}: ${AUTH_MESSAGES[status]}`), { status })
}
