import type { Zmsg } from '../message-kinds.ts'
import { describe, log, type Output, output } from '../zframe/print.ts'
import { framesOf, pointer } from './pointer.ts'

const RULE = '-'.repeat(38)
const FRAMES_SHOWN = 10

/**
 * Writes a message to CZMQ's log: a rule, and a line for each of its first ten frames, as `zframe.print` shows them.
 *
 * C: `zmsg_print`
 */
export function print(self: Zmsg): void {
  for (const line of linesOf(self)) log(line)
}

/**
 * Writes a message to `file` as {@link print} does.
 *
 * C: `zmsg_fprint`
 * @param file - A stream, for example `process.stderr`.
 */
export function fprint(self: Zmsg, file: Output): void {
  const lines = linesOf(self)
  output(file).write(`${lines.join('\n')}\n`)
}

function linesOf(self: Zmsg): string[] {
  return [RULE, ...framesOf(pointer(self)).slice(0, FRAMES_SHOWN).map(describe)]
}
