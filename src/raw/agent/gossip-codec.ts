/**
 * The messages of the gossip protocol, one frame each: a signature, which message it is, and the version; PUBLISH has
 * a key, a value and a time to live, which nobody uses.
 */

/** A message of the gossip protocol. */
export type GossipMessage =
  | { type: 'HELLO' | 'PING' | 'PONG' | 'INVALID' }
  | { type: 'PUBLISH'; key: Buffer; value: Buffer }

const SIGNATURE = 0xaaa0
const VERSION = 1
const TYPES = [undefined, 'HELLO', 'PUBLISH', 'PING', 'PONG', 'INVALID'] as const
const HEADER_SIZE = 4
/** The length of a key is one byte. */
export const LONGEST_KEY = 255
/** Gossip is for small values, and what strangers send must be limited. */
export const LARGEST_VALUE = 1 << 20

/** The frame of a message. */
export function encodeGossip(message: GossipMessage): Buffer {
  const header = Buffer.from([SIGNATURE >> 8, SIGNATURE & 0xff, TYPES.indexOf(message.type), VERSION])
  if (message.type !== 'PUBLISH') return header
  const { key, value } = message
  const size = Buffer.alloc(4)
  size.writeUInt32BE(value.length)
  return Buffer.concat([header, Buffer.from([key.length]), key, size, value, Buffer.alloc(4)])
}

/** The message in a frame; null for anything else, which comes from a stranger. */
export function decodeGossip(frame: Buffer): GossipMessage | null {
  if (frame.length < HEADER_SIZE || frame.readUInt16BE(0) !== SIGNATURE || frame[3] !== VERSION) return null
  const type = TYPES[frame[2] ?? 0]
  if (type === undefined) return null
  return type === 'PUBLISH' ? decodePublish(frame.subarray(HEADER_SIZE)) : { type }
}

function decodePublish(body: Buffer): GossipMessage | null {
  const keySize = body[0] ?? 0
  const rest = body.subarray(1 + keySize)
  if (rest.length < 4) return null
  const valueSize = rest.readUInt32BE(0)
  if (rest.length < 4 + valueSize + 4) return null
  return { type: 'PUBLISH', key: body.subarray(1, 1 + keySize), value: rest.subarray(4, 4 + valueSize) }
}
