import { constants, writeSync } from 'node:fs'
import { integer } from '../arguments.ts'
import { CzmqError } from '../errors.ts'
import { readUpTo, withFile } from '../files.ts'
import { contentOf, LARGEST, newChunk, pointer } from './content.ts'
import type { Zchunk } from './kind.ts'

const { O_RDONLY, O_WRONLY, O_CREAT, O_TRUNC } = constants
const FARTHEST = Number.MAX_SAFE_INTEGER

/**
 * Reads a chunk from a file; less than `bytes` when the file ends before, and a chunk without content behind its end.
 * Fresh.
 *
 * C: `zchunk_read`
 * @param file - The path.
 * @param bytes - How many, up to 2147483647; the chunk has room for as many.
 * @param offset - Where in the file they begin; 0 is its start.
 * @throws {@link CzmqError} `ENOENT`, `EACCES`, `EISDIR`, …; `EINVAL` for a device or a pipe; `ENOMEM`.
 */
export function read(file: string, bytes: number, offset = 0): Zchunk {
  const most = integer('bytes', bytes, 0, LARGEST)
  const start = integer('offset', offset, 0, FARTHEST)
  const content = withFile('zchunk_read', file, O_RDONLY, (descriptor) =>
    readUpTo(descriptor, start, most, 'zchunk_read'),
  )
  return newChunk(content, most)
}

/**
 * Writes the content of a chunk into a file. Without `offset` it is all that the file holds afterwards; with it the
 * rest of the file stays.
 *
 * C: `zchunk_write`
 * @param file - The path; the file is made when it is not there.
 * @param offset - Where in the file the content begins.
 * @throws {@link CzmqError} `ENOENT`, `EACCES`, `EISDIR`, `ENOSPC`, …
 */
export function write(self: Zchunk, file: string, offset?: number): void {
  const content = contentOf(pointer(self))
  const start = offset === undefined ? 0 : integer('offset', offset, 0, FARTHEST)
  const flags = O_WRONLY | O_CREAT | (offset === undefined ? O_TRUNC : 0)
  withFile('zchunk_write', file, flags, (descriptor) => {
    for (let at = 0; at < content.length; )
      at += writeSync(descriptor, content, at, content.length - at, start + at)
  })
}

/**
 * A chunk with everything that is in a file, or its first `maxsize` bytes. Fresh.
 *
 * C: `zchunk_slurp`
 * @param filename - The path.
 * @param maxsize - The most bytes; 0 is no limit.
 * @throws {@link CzmqError} `ENOENT`, `EACCES`, `EISDIR`, …; `EINVAL` for a device or a pipe; `EFBIG` for more than
 *   2147483647 bytes; `ENOMEM`.
 */
export function slurp(filename: string, maxsize = 0): Zchunk {
  const most = integer('maxsize', maxsize, 0, LARGEST)
  const content = withFile('zchunk_slurp', filename, O_RDONLY, (descriptor) =>
    readUpTo(descriptor, 0, most === 0 ? LARGEST + 1 : most, 'zchunk_slurp'),
  )
  if (content.length <= LARGEST) return newChunk(content)
  throw new CzmqError('EFBIG', `EFBIG: zchunk_slurp '${filename}'`, { syscall: 'zchunk_slurp' })
}
