import { text } from '../arguments.ts'
import { invalidType } from '../errors.ts'
import { pointerOf } from '../handle.ts'
import { type Zframe, zframeKind } from '../message-kinds.ts'
import { C } from '../raw/index.ts'
import { cast, type Pointer } from '../raw/types.ts'
import { contentOf } from './content.ts'

/** Where text can be written: `process.stderr`, any other stream, or an object with such a method. */
export interface Output {
  /** Writes text. */
  write(text: string): unknown
}

/** How many bytes are shown. */
const TEXT_SHOWN = 70
const BINARY_SHOWN = 35

/**
 * Writes a frame to CZMQ's log: its size in brackets, then its text, or hexadecimal digits when it holds bytes that
 * are not printable ASCII; at most 70 characters. Nothing in the frame or the prefix is taken for a format.
 *
 * C: `zframe_print`
 * @param prefix - Shown before the frame.
 */
export function print(self: Zframe, prefix = ''): void {
  log(lineOf(self, prefix))
}

/**
 * Writes a frame to `file` as {@link print} does, as one line.
 *
 * C: `zframe_fprint`
 * @param prefix - Shown before the frame.
 * @param file - A stream, for example `process.stderr`.
 */
export function fprint(self: Zframe, prefix: string, file: Output): void {
  const line = lineOf(self, prefix)
  output(file).write(`${line}\n`)
}

function lineOf(self: Zframe, prefix: string): string {
  const pointer = cast<'zframe_t'>(pointerOf(zframeKind, self))
  return text('prefix', prefix) + describe(pointer)
}

/** A frame in one line, as CZMQ shows it. */
export function describe(frame: Pointer<'zframe_t'>): string {
  return describeContent(contentOf(frame))
}

/** {@link describe} for bytes that are in no frame. */
export function describeContent(content: Buffer): string {
  const binary = content.some((byte) => byte < 9 || byte > 127)
  const shown = content.subarray(0, binary ? BINARY_SHOWN : TEXT_SHOWN)
  const body = binary ? shown.toString('hex').toUpperCase() : shown.toString('latin1')
  const rest = shown.length < content.length ? '...' : ''
  return `[${String(content.length).padStart(3, '0')}] ${body}${rest}`
}

/** Writes a line to CZMQ's log. C's own print functions take what they show for a format, so that `%n` ends the process. */
export function log(line: string): void {
  C.zsys_debug('%s', line)
}

/** Checks that text can be written to `file`. */
export function output(file: Output): Output {
  if (typeof file?.write !== 'function') throw invalidType('file', 'an object with a write method', file)
  return file
}
