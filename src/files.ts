import { closeSync, constants, fstatSync, openSync, readSync } from 'node:fs'
import { text } from './arguments.ts'
import { CzmqError, type ErrorCode } from './errors.ts'

/** Files of namespaces whose C functions take a path or a `FILE *`: the same work, with errors that say what failed. */

/** Pipes and terminals must not block. */
const { O_NONBLOCK = 0 } = constants
const PIECE = 1 << 16

/**
 * Opens a file, uses it, and closes it.
 *
 * @param syscall - The C function that is stood for.
 * @param flags - Of `open(2)`.
 * @throws {@link CzmqError} With the system's errno name.
 */
export function withFile<Result>(
  syscall: string,
  file: unknown,
  flags: number,
  use: (descriptor: number) => Result,
): Result {
  const path = text('file', file)
  try {
    const descriptor = openSync(path, flags | O_NONBLOCK, 0o666)
    try {
      return use(descriptor)
    } finally {
      closeSync(descriptor)
    }
  } catch (error) {
    throw fileFailure(error as NodeJS.ErrnoException, syscall, path)
  }
}

/** The system's error, as this library throws it; others as they are. */
export function fileFailure(cause: NodeJS.ErrnoException, syscall: string, path: string): unknown {
  const { code, errno } = cause
  if (cause instanceof CzmqError || code === undefined || code.startsWith('ERR_')) return cause
  const number = errno === undefined ? {} : { errno: Math.abs(errno) }
  return new CzmqError(code as ErrorCode, `${code}: ${syscall} '${path}'`, { syscall, cause, ...number })
}

/**
 * Reads up to `most` bytes from `position` on; less when the file ends there.
 *
 * @throws {@link CzmqError} `EINVAL` for a device or a pipe, which would have no end; `EISDIR`.
 */
export function readUpTo(descriptor: number, position: number, most: number, syscall: string): Buffer {
  const kind = fstatSync(descriptor)
  if (!kind.isFile() && !kind.isDirectory())
    throw new CzmqError('EINVAL', `EINVAL: neither a device nor a pipe can be read, ${syscall}`, { syscall })
  const pieces: Buffer[] = []
  for (let total = 0; total < most; ) {
    const piece = Buffer.allocUnsafe(Math.min(PIECE, most - total))
    const size = readSync(descriptor, piece, 0, piece.length, position + total)
    if (size === 0) break
    pieces.push(piece.subarray(0, size))
    total += size
  }
  return Buffer.concat(pieces)
}
