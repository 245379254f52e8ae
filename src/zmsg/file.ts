import { closeSync, constants, fstatSync, openSync, readFileSync, writeFileSync } from 'node:fs'
import { text } from '../arguments.ts'
import { CzmqError, type ErrorCode } from '../errors.ts'
import type { Zmsg } from '../message-kinds.ts'
import { contentOf } from '../zframe/content.ts'
import { assemble, type Visit } from './assemble.ts'
import { framesOf, pointer } from './pointer.ts'

/** A `size_t`: its bytes stand before each frame in the order of the machine. */
const SIZE_BYTES = 8
/** Pipes and terminals must not block. */
const { O_RDONLY, O_WRONLY, O_CREAT, O_TRUNC, O_NONBLOCK = 0 } = constants

/**
 * Writes a message to a file, which C's `zmsg_load` can read unless a frame is empty; {@link load} reads that, too,
 * but no more than 100 000 frames. What was in the file before is lost. The message stays the caller's.
 *
 * C: `zmsg_save`
 * @param file - The path.
 * @throws {@link CzmqError} `ENOENT`, `EACCES`, `EISDIR`, `ENOSPC`, …
 */
export function save(self: Zmsg, file: string): void {
  const message = pointer(self)
  withFile('zmsg_save', file, O_WRONLY | O_CREAT | O_TRUNC, (descriptor) => {
    for (const frame of framesOf(message)) writeFrame(descriptor, contentOf(frame))
  })
}

function writeFrame(descriptor: number, content: Buffer): void {
  const size = new Uint8Array(BigUint64Array.of(BigInt(content.length)).buffer)
  writeFileSync(descriptor, Buffer.concat([size, content]))
}

/**
 * Reads a message from a file that {@link save} or C's `zmsg_save` wrote. Fresh.
 *
 * C: `zmsg_load`
 * @param file - The path.
 * @throws {@link CzmqError} `ENOENT`, `EACCES`, `EISDIR`, …; `EBADMSG` when something else is in the file, `EMSGSIZE`
 *   when the message has more than 100 000 frames, `EINVAL` when it is a device or a pipe, `EFBIG` when it has more than
 *   2 GiB, `ENOMEM`.
 */
export function load(file: string): Zmsg {
  const content = withFile('zmsg_load', file, O_RDONLY, readWhole)
  const message = assemble(content, walk, 'zmsg_load')
  if (message === null)
    throw new CzmqError('EBADMSG', `EBADMSG: there is no saved message in '${file}', zmsg_load`)
  return message
}

function readWhole(descriptor: number): Buffer {
  const kind = fstatSync(descriptor)
  if (!kind.isFile() && !kind.isDirectory()) throw Object.assign(new Error('not a file'), { code: 'EINVAL' })
  return readFileSync(descriptor)
}

function walk(content: Buffer, visit: Visit): boolean {
  const size = new BigUint64Array(1)
  const sizeBytes = new Uint8Array(size.buffer)
  for (let at = 0; at < content.length; ) {
    const start = at + SIZE_BYTES
    if (start > content.length) return false
    content.copy(sizeBytes, 0, at, start)
    const end = start + Number(size[0])
    if (end > content.length) return false
    visit(start, end)
    at = end
  }
  return true
}

function withFile<Result>(
  syscall: string,
  file: string,
  flags: number,
  use: (descriptor: number) => Result,
): Result {
  const path = text('file', file)
  try {
    const descriptor = openSync(path, flags | O_NONBLOCK)
    try {
      return use(descriptor)
    } finally {
      closeSync(descriptor)
    }
  } catch (error) {
    throw fileFailure(error as NodeJS.ErrnoException, syscall, path)
  }
}

function fileFailure(cause: NodeJS.ErrnoException, syscall: string, path: string): unknown {
  const code = cause.code === 'ERR_FS_FILE_TOO_LARGE' ? 'EFBIG' : cause.code
  if (code === undefined || code.startsWith('ERR_')) return cause
  const number = cause.errno === undefined ? {} : { errno: Math.abs(cause.errno) }
  return new CzmqError(code as ErrorCode, `${code}: ${syscall} '${path}'`, { syscall, cause, ...number })
}
