/**
 * Buffers in memory of C that can grow. Most programs want a `Buffer`; a chunk is what other functions of CZMQ give and
 * take.
 *
 * @example
 * ```ts
 * const chunk = zchunk.new(16)
 * zchunk.append(chunk, 'hello')
 * zchunk.data(chunk) // <Buffer 68 65 6c 6c 6f>
 * zchunk.destroy(chunk)
 * ```
 */
import { createHash } from 'node:crypto'
import { bytesOrText, integer, plainView, sizeOf, utf8 } from '../arguments.ts'
import { outOfRange } from '../errors.ts'
import { adopt, destroyHandle, isHandle, pointerOf, taken } from '../handle.ts'
import { type Zframe, zframeKind } from '../message-kinds.ts'
import { C } from '../raw/index.ts'
import { cast } from '../raw/types.ts'
import { contentOf as frameContent, newFrame, reserve } from '../zframe/content.ts'
import { describeContent, log, type Output, output } from '../zframe/print.ts'
import { consumedOf, forgetConsumed } from './consumed.ts'
import { contentOf, LARGEST, newChunk, pointer } from './content.ts'
import { type Zchunk, zchunkKind } from './kind.ts'

export { consume, exhausted } from './consumed.ts'
export { read, slurp, write } from './file.ts'
export type { Zchunk } from './kind.ts'
export { create as new }

/**
 * A new chunk: with a copy of `data`, or empty with room for so many bytes. Fresh.
 *
 * C: `zchunk_new`
 * @param data - Bytes, text that becomes its UTF-8, or the size of the room, up to 2147483647.
 * @throws {@link CzmqError} `ENOMEM`.
 */
function create(data: Uint8Array | string | number = 0): Zchunk {
  if (typeof data === 'number') return newChunk(Buffer.alloc(0), integer('data', data, 0, LARGEST))
  return newChunk(checked('data', data))
}

/** What goes into a chunk, as bytes of this module's own kind, so that nothing about them can be redefined. */
function checked(name: string, value: Uint8Array | string): Uint8Array {
  const bytes = bytesOrText(name, value)
  const size = sizeOf(bytes)
  if (size > LARGEST) throw outOfRange(`${name}'s size`, `at most ${LARGEST}`, size)
  return plainView(bytes)
}

/**
 * Destroys a chunk. Takes the chunk; again, it does nothing.
 *
 * C: `zchunk_destroy`
 */
export function destroy(self: Zchunk): void {
  destroyHandle(zchunkKind, self)
}

/**
 * Gives a chunk room for `size` bytes. What was in it is lost.
 *
 * C: `zchunk_resize`
 * @param size - 0 to 2147483647.
 * @throws {@link CzmqError} `ENOMEM`.
 */
export function resize(self: Zchunk, size: number): void {
  const chunk = pointer(self)
  const room = integer('size', size, 0, LARGEST)
  reserve(room)
  C.zchunk_resize(chunk, room)
  forgetConsumed(self)
}

/**
 * How many bytes are in a chunk.
 *
 * C: `zchunk_size`
 */
export function size(self: Zchunk): number {
  return C.zchunk_size(pointer(self))
}

/**
 * How many bytes a chunk has room for.
 *
 * C: `zchunk_max_size`
 */
export function maxSize(self: Zchunk): number {
  return C.zchunk_max_size(pointer(self))
}

/**
 * The content of a chunk, copied.
 *
 * C: `zchunk_data`
 */
export function data(self: Zchunk): Buffer {
  return contentOf(pointer(self))
}

/**
 * Replaces the content by a copy of `data`, as much of it as there is room for. Answers how many bytes that are.
 *
 * C: `zchunk_set`
 * @param data - Bytes, or text that becomes its UTF-8.
 */
export function set(self: Zchunk, data: Uint8Array | string): number {
  const chunk = pointer(self)
  const bytes = checked('data', data)
  forgetConsumed(self)
  return C.zchunk_set(chunk, bytes.length === 0 ? null : bytes, sizeOf(bytes))
}

/**
 * Replaces the content by `size` times the same byte, as often as there is room. Answers how many bytes that are.
 *
 * C: `zchunk_fill`
 * @param filler - The byte, 0 to 255.
 */
export function fill(self: Zchunk, filler: number, size: number): number {
  const chunk = pointer(self)
  const byte = integer('filler', filler, 0, 255)
  const times = integer('size', size, 0, LARGEST)
  forgetConsumed(self)
  return C.zchunk_fill(chunk, byte, times)
}

/**
 * Appends a copy of `data`, as much of it as there is room for. Answers the size of the chunk then.
 *
 * C: `zchunk_append`
 * @param data - Bytes, or text that becomes its UTF-8.
 */
export function append(self: Zchunk, data: Uint8Array | string): number {
  const chunk = pointer(self)
  const bytes = checked('data', data)
  return sizeOf(bytes) === 0 ? C.zchunk_size(chunk) : C.zchunk_append(chunk, bytes, sizeOf(bytes))
}

/**
 * Appends a copy of all of `data`; a chunk without room for it gets twice the room that both need. Answers the size
 * of the chunk then.
 *
 * C: `zchunk_extend`
 * @param data - Bytes, or text that becomes its UTF-8.
 * @throws RangeError `ERR_OUT_OF_RANGE` when the chunk would have more than 2147483647 bytes; {@link CzmqError} `ENOMEM`.
 */
export function extend(self: Zchunk, data: Uint8Array | string): number {
  const chunk = pointer(self)
  const bytes = checked('data', data)
  const added = sizeOf(bytes)
  const total = C.zchunk_size(chunk) + added
  if (total > LARGEST) throw outOfRange('data', `small enough for ${LARGEST} bytes altogether`, added)
  if (total <= C.zchunk_max_size(chunk)) return append(self, data)
  const before = contentOf(chunk)
  reserve(2 * total)
  C.zchunk_resize(chunk, 2 * total)
  if (before.length > 0) C.zchunk_set(chunk, before, before.length)
  return C.zchunk_append(chunk, bytes, added)
}

/**
 * A copy of a chunk, with as much room. Fresh.
 *
 * C: `zchunk_dup`
 * @throws {@link CzmqError} `ENOMEM`.
 */
export function dup(self: Zchunk): Zchunk {
  const chunk = pointer(self)
  const copy = newChunk(contentOf(chunk), C.zchunk_max_size(chunk))
  consumedOf(copy, consumedOf(self))
  return copy
}

/**
 * The content as upper-case hexadecimal digits.
 *
 * C: `zchunk_strhex`
 */
export function strhex(self: Zchunk): string {
  return data(self).toString('hex').toUpperCase()
}

/**
 * The content as text. Bytes that are not UTF-8 become U+FFFD, and NUL stays where it was.
 *
 * C: `zchunk_strdup`
 */
export function strdup(self: Zchunk): string {
  return data(self).toString()
}

/**
 * Whether the content is the UTF-8 of `string`.
 *
 * C: `zchunk_streq`
 */
export function streq(self: Zchunk, string: string): boolean {
  const chunk = pointer(self)
  const expected = utf8('string', string)
  return C.zchunk_size(chunk) === expected.length && contentOf(chunk).equals(expected)
}

/**
 * The SHA-1 of the content, as 40 upper-case hexadecimal digits.
 *
 * C: `zchunk_digest`
 */
export function digest(self: Zchunk): string {
  return createHash('sha1').update(data(self)).digest('hex').toUpperCase()
}

/**
 * A frame with a copy of the content. Fresh.
 *
 * C: `zchunk_pack`
 * @throws {@link CzmqError} `ENOMEM`.
 */
export function pack(self: Zchunk): Zframe {
  return adopt(zframeKind, newFrame(data(self)))
}

/**
 * A frame with the content of a chunk. Takes the chunk, unless it throws. Fresh.
 *
 * C: `zchunk_packx`
 * @throws {@link CzmqError} `ENOMEM`.
 */
export function packx(self: Zchunk): Zframe {
  const chunk = pointer(self)
  const frame = pack(self)
  taken(self)
  C.zchunk_destroy([chunk])
  return frame
}

/**
 * A chunk with a copy of what is in a frame, which stays the caller's. Fresh.
 *
 * C: `zchunk_unpack`
 * @throws {@link CzmqError} `ENOMEM`.
 */
export function unpack(frame: Zframe): Zchunk {
  return newChunk(frameContent(cast<'zframe_t'>(pointerOf(zframeKind, frame, 'frame'))))
}

/**
 * Writes a chunk to CZMQ's log: its size in brackets, then its text, or hexadecimal digits when it holds bytes that
 * are not printable ASCII; at most 70 characters.
 *
 * C: `zchunk_print`
 */
export function print(self: Zchunk): void {
  log(describeContent(data(self)))
}

/**
 * Writes a chunk to `file` as {@link print} does, as one line.
 *
 * C: `zchunk_fprint`
 * @param file - A stream, for example `process.stderr`.
 */
export function fprint(self: Zchunk, file: Output): void {
  const line = describeContent(data(self))
  output(file).write(`${line}\n`)
}

/**
 * Whether a value is a chunk that was neither destroyed nor taken.
 *
 * C: `zchunk_is`
 */
export function is(value: unknown): boolean {
  return isHandle(zchunkKind, value) && !value.destroyed
}
