import { types } from 'node:util'
import { address, bytes, integer, sizeOf, text } from '../arguments.ts'
import { invalidType, invalidValue, outOfRange } from '../errors.ts'
import { pointerOf } from '../handle.ts'
import { zframeKind, zmsgKind } from '../message-kinds.ts'
import { C } from '../raw/index.ts'
import { copyBytes } from '../raw/memory.ts'
import { cast, type Pointer } from '../raw/types.ts'

/** Values that have the same bytes in both kinds of pictures, checked and copied. */

const MAX_SAFE = BigInt(Number.MAX_SAFE_INTEGER)
const LAST_64 = 2n ** 64n - 1n
const UUID = /^[0-9a-f]{8}-?[0-9a-f]{4}-?[0-9a-f]{4}-?[0-9a-f]{4}-?[0-9a-f]{12}$/i
/** A pointer has 8 bytes on every system that libczmq is loaded from here. */
export const POINTER_SIZE = 8

/** 0 to 2⁶⁴−1. */
export function unsigned64(name: string, value: unknown): bigint {
  if (typeof value === 'bigint') {
    if (value < 0n || value > LAST_64) throw outOfRange(name, 'an integer from 0 to 2^64-1', value)
    return value
  }
  return BigInt(integer(name, value, 0, Number(MAX_SAFE)))
}

/** Copies bytes, so that their size cannot change any more; none of an array whose buffer is detached. */
export function copyOf(name: string, value: unknown): Buffer {
  const given = bytes(name, value)
  const copy = Buffer.alloc(sizeOf(given))
  if (copy.length > 0) copy.set(given)
  return copy
}

/** The 16 bytes of a UUID. */
export function uuidBytes(name: string, value: unknown): Buffer {
  if (typeof value === 'string') {
    if (!UUID.test(value)) throw invalidValue(name, 'must be a UUID of 32 hexadecimal digits')
    return Buffer.from(value.replaceAll('-', ''), 'hex')
  }
  const copy = copyOf(name, value)
  if (copy.length !== 16) throw invalidValue(name, `must have the 16 bytes of a UUID; it has ${copy.length}`)
  return copy
}

/** The text of a UUID. */
export function uuidText(frame: Buffer): string {
  return frame.toString('hex').replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-')
}

/** An address in the byte order of the machine; `null` is 0. */
export function pointerBytes(name: string, value: unknown): Buffer {
  return Buffer.from(BigUint64Array.of(value === null ? 0n : address(name, value)).buffer)
}

/** The address in those bytes. */
export function pointerIn(frame: Buffer): Pointer | null {
  const [value = 0n] = new BigUint64Array(new Uint8Array(frame).buffer)
  return value === 0n ? null : (value as Pointer)
}

/** A copy of what a frame holds. */
export function frameBytes(name: string, value: unknown): Buffer {
  return contentOf(cast<'zframe_t'>(pointerOf(zframeKind, value, name)))
}

/** A copy of what each frame of a message holds. */
export function messageFrames(name: string, value: unknown): Buffer[] {
  const message = cast<'zmsg_t'>(pointerOf(zmsgKind, value, name))
  const frames: Buffer[] = []
  for (let frame = C.zmsg_first(message); frame; frame = C.zmsg_next(message)) frames.push(contentOf(frame))
  return frames
}

function contentOf(frame: Pointer<'zframe_t'>): Buffer {
  const data = C.zframe_data(frame)
  const size = C.zframe_size(frame)
  return data === null || size === 0 ? Buffer.alloc(0) : copyBytes(data, size)
}

/** A dictionary as `zhashx_pack` writes it: how many, then each name with a size of 1 byte, its value with one of 4. */
export function hashBytes(name: string, value: unknown): Buffer {
  const parts: Buffer[] = [sized32(0)]
  entriesOf(name, value).forEach(([key, each], index) => {
    const title = Buffer.from(text(`${name}'s name`, key))
    if (title.length === 0 || title.length > 255) {
      throw invalidValue(`${name}'s name`, `must have 1 to 255 bytes of UTF-8; it has ${title.length}`)
    }
    const content = Buffer.from(text(`${name}'s value`, each))
    parts.push(Buffer.of(title.length), title, sized32(content.length), content)
    parts[0]?.writeUInt32BE(index + 1)
  })
  return Buffer.concat(parts)
}

/** A number of 4 bytes in network order. */
export function sized32(value: number): Buffer {
  const buffer = Buffer.alloc(4)
  buffer.writeUInt32BE(value)
  return buffer
}

/** The entries of a Map, whatever its own methods say. */
function entriesOf(name: string, value: unknown): [unknown, unknown][] {
  if (!types.isMap(value)) throw invalidType(name, 'a Map of strings', value)
  const entries: [unknown, unknown][] = []
  Map.prototype.forEach.call(value, (each, key) => entries.push([key, each]))
  return entries
}
