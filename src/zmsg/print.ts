import type { Zmsg } from '../message-kinds.ts'
import { describe, log, type Output, output } from '../zframe/print.ts'
import { framesOf, pointer } from './pointer.ts'

const RULE = '-'.repeat(38)
const FRAMES_SHOWN = 10

/**
 * Writes a message to CZMQ's log: a line for each frame, as `zframe.print` shows it.
 *
 * C: `zmsg_print`
 */
export function print(self: Zmsg): void {
  for (const line of framesOf(pointer(self)).map(describe)) log(line)
}

/**
 * Writes a message to `file`: a rule, and a line for each of its first ten frames.
 *
 * C: `zmsg_fprint`
 * @param file - A stream, for example `process.stderr`.
 */
export function fprint(self: Zmsg, file: Output): void {
  const shown = framesOf(pointer(self)).slice(0, FRAMES_SHOWN).map(describe)
  output(file).write([RULE, ...shown, ''].join('\n'))
}
