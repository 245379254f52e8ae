import { CzmqError } from '../errors.ts'
import { adopt, pointerOf } from '../handle.ts'
import { C } from '../raw/index.ts'
import { copyBytes } from '../raw/memory.ts'
import { cast, type Pointer } from '../raw/types.ts'
import { reserve } from '../zframe/content.ts'
import { type Zchunk, zchunkKind } from './kind.ts'

/** The most bytes of a chunk. */
export const LARGEST = 2 ** 31 - 1

export function pointer(self: Zchunk, name?: string): Pointer<'zchunk_t'> {
  return cast<'zchunk_t'>(pointerOf(zchunkKind, self, name))
}

/** A copy of what a chunk holds. */
export function contentOf(chunk: Pointer<'zchunk_t'>): Buffer {
  const size = C.zchunk_size(chunk)
  const data = C.zchunk_data(chunk)
  return size === 0 || data === null ? Buffer.alloc(0) : copyBytes(data, size)
}

/**
 * A new chunk of `room` bytes that holds a copy of `data`; fresh.
 *
 * @throws {@link CzmqError} `ENOMEM`.
 */
export function newChunk(data: Uint8Array, room: number = data.length): Zchunk {
  reserve(room)
  const chunk = C.zchunk_new(null, room)
  if (chunk === null) throw new CzmqError('ENOMEM', 'ENOMEM: zchunk_new', { syscall: 'zchunk_new' })
  if (data.length > 0) C.zchunk_set(chunk, data, data.length)
  return adopt(zchunkKind, chunk)
}
