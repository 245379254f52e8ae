import { text } from '../arguments.ts'
import { CzmqError, invalidValue } from '../errors.ts'
import { quoted } from '../zpl.ts'

/**
 * What ZPL can hold. Whatever is in a tree can be saved and loaded again; so everything is checked when it gets there.
 */

/** C reads no more bytes of a line. */
export const LONGEST_LINE = 1024
/**
 * C calls itself for each item when it destroys a tree, and looks at all siblings when it adds one: 200 000 items take
 * the whole stack of a thread, and 100 000 siblings ten seconds.
 */
export const MOST_ITEMS = 20_000

const INDENT = 4
const NAME = /^[A-Za-z0-9$\-_@.&+/]+$/
const LINE_BREAK = /[\n\r]/
const HALF = /\p{Surrogate}/u

/** A name: letters, digits and `$-_@.&+/`; `/` not at its ends. */
export function checkName(name: string, value: unknown): string {
  const checked = text(name, value)
  if (!NAME.test(checked))
    throw invalidValue(name, 'must consist of letters, digits, and any of $ - _ @ . & + /')
  if (checked.startsWith('/') || checked.endsWith('/'))
    throw invalidValue(name, 'must not have a / at its start or end')
  return checked
}

/** A value: one line, in which `'` and `"` must not both be, unless it can do without either around it. */
export function checkValue(name: string, value: unknown): string | null {
  if (value === null) return null
  const checked = text(name, value)
  if (LINE_BREAK.test(checked)) throw invalidValue(name, 'must not contain a line break')
  if (quoted(checked) === null) throw invalidValue(name, 'must not contain both kinds of quotes here')
  if (HALF.test(checked)) throw invalidValue(name, 'must not contain half of a surrogate pair')
  return checked
}

/** One line of a comment. */
export function checkComment(name: string, value: unknown): string | null {
  if (value === null) return null
  const checked = text(name, value)
  if (LINE_BREAK.test(checked)) throw invalidValue(name, 'must not contain a line break')
  if (HALF.test(checked)) throw invalidValue(name, 'must not contain half of a surrogate pair')
  if (Buffer.byteLength(checked) >= LONGEST_LINE) throw invalidValue(name, 'must be shorter than 1024 bytes')
  return checked
}

/** The names of a path like `/curve/secret-key`. */
export function checkPath(name: string, value: unknown): string[] {
  const segments = text(name, value).replace(/^\//, '').split('/')
  if (segments.some((each) => !NAME.test(each)))
    throw invalidValue(name, 'must consist of names with a / between them')
  return segments
}

/**
 * A line of a file. Items below the root have depth 1. A value that cannot be quoted was loaded, so it can be read as it
 * is: to C `a = # it's "x"` has the value `# it's "x"`.
 */
export function line(depth: number, name: string, value: string | null): string {
  const indent = ' '.repeat(INDENT * (depth - 1))
  return value === null ? `${indent}${name}\n` : `${indent}${name} = ${quoted(value) ?? value}\n`
}

/** Refuses an item whose line C would cut. */
export function checkLine(depth: number, name: string, value: string | null): void {
  if (depth > LONGEST_LINE / INDENT || Buffer.byteLength(line(depth, name, value)) > LONGEST_LINE + 1)
    throw invalidValue(
      'value',
      `needs a line of more than ${LONGEST_LINE} bytes, with its name and indentation`,
    )
}

/** Refuses a tree of more items than C can handle. */
export function checkCount(count: number, syscall: string): void {
  if (count > MOST_ITEMS)
    throw new CzmqError('EMSGSIZE', `EMSGSIZE: more than ${MOST_ITEMS} items, ${syscall}`, { syscall })
}
