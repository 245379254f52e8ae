import { invalidValue } from '../errors.ts'
import * as zmq from '../raw/generated/constants.ts'

/** What can happen to a socket. */
export type ZmonitorEventName =
  | 'CONNECTED'
  | 'CONNECT_DELAYED'
  | 'CONNECT_RETRIED'
  | 'LISTENING'
  | 'BIND_FAILED'
  | 'ACCEPTED'
  | 'ACCEPT_FAILED'
  | 'CLOSED'
  | 'CLOSE_FAILED'
  | 'DISCONNECTED'
  | 'MONITOR_STOPPED'
  | 'HANDSHAKE_FAILED_NO_DETAIL'
  | 'HANDSHAKE_SUCCEEDED'
  | 'HANDSHAKE_FAILED_PROTOCOL'
  | 'HANDSHAKE_FAILED_AUTH'

/** libzmq's numbers of the events. */
const NUMBERS: Readonly<Record<ZmonitorEventName, number>> = {
  CONNECTED: zmq.EVENT_CONNECTED,
  CONNECT_DELAYED: zmq.EVENT_CONNECT_DELAYED,
  CONNECT_RETRIED: zmq.EVENT_CONNECT_RETRIED,
  LISTENING: zmq.EVENT_LISTENING,
  BIND_FAILED: zmq.EVENT_BIND_FAILED,
  ACCEPTED: zmq.EVENT_ACCEPTED,
  ACCEPT_FAILED: zmq.EVENT_ACCEPT_FAILED,
  CLOSED: zmq.EVENT_CLOSED,
  CLOSE_FAILED: zmq.EVENT_CLOSE_FAILED,
  DISCONNECTED: zmq.EVENT_DISCONNECTED,
  MONITOR_STOPPED: zmq.EVENT_MONITOR_STOPPED,
  HANDSHAKE_FAILED_NO_DETAIL: zmq.EVENT_HANDSHAKE_FAILED_NO_DETAIL,
  HANDSHAKE_SUCCEEDED: zmq.EVENT_HANDSHAKE_SUCCEEDED,
  HANDSHAKE_FAILED_PROTOCOL: zmq.EVENT_HANDSHAKE_FAILED_PROTOCOL,
  HANDSHAKE_FAILED_AUTH: zmq.EVENT_HANDSHAKE_FAILED_AUTH,
}

/** Something that has happened to a socket. */
export interface ZmonitorEvent {
  /** What; `UNKNOWN` for an event that a later libzmq has. */
  event: ZmonitorEventName | 'UNKNOWN'
  /** More about it, as libzmq has it: a descriptor, an errno, or the milliseconds until the next attempt. */
  value: number
  /** The endpoint. */
  address: string
}

const NAMES = new Map<number, ZmonitorEventName>(
  Object.entries(NUMBERS).map(([name, number]) => [number, name as ZmonitorEventName]),
)
const LITTLE_ENDIAN = new Uint8Array(Uint16Array.of(1).buffer)[0] === 1
/** A 16-bit number, which event it is, and a 32-bit number, its value; in the order of bytes of this machine. */
const HEADER_SIZE = 6

/** The mask of an event, or of all of them. */
export function maskOf(name: string, event: unknown): number {
  if (event === 'ALL') return zmq.EVENT_ALL
  if (typeof event === 'string' && Object.hasOwn(NUMBERS, event)) return NUMBERS[event as ZmonitorEventName]
  throw invalidValue(name, "must be 'ALL' or the name of an event, like 'ACCEPTED'")
}

/** The event that libzmq's two frames tell of. */
export function eventIn([header, address]: readonly Buffer[]): ZmonitorEvent {
  if (header?.length !== HEADER_SIZE) return { event: 'UNKNOWN', value: 0, address: '' }
  const view = new DataView(header.buffer, header.byteOffset, HEADER_SIZE)
  return {
    event: NAMES.get(view.getUint16(0, LITTLE_ENDIAN)) ?? 'UNKNOWN',
    value: view.getUint32(2, LITTLE_ENDIAN),
    address: address?.toString() ?? '',
  }
}
