/** ZPL (RFC 4), the language of CZMQ's certificate files, read line by line as `zconfig_load` reads it. */

/** A name, its value, and what is indented below it. */
export interface ZplItem {
  readonly name: string
  /** Empty where there is none. */
  readonly value: string
  readonly items: ZplItem[]
}

/** Four spaces a level. */
const INDENT = 4
/** A line of bytes: indentation, name, and what follows. */
const LINE = /^( *)([A-Za-z0-9$\-_@.&+/]*)(.*)$/s
const NOTHING = /^[ \t\v\f\r]*(?:#.*)?$/s
const VALUE = /^[ \t\v\f\r]*=([ \t\v\f\r]*)(.*)$/s
const QUOTED = /^(?:"([^"]*)"|'([^']*)')(.*)$/s
const SPACES_AT_END = /[ \t\v\f\r]+$/
const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true })

/** What {@link quoted} can write: text in one line, without quotes of both kinds unless it needs none. */
const PLAIN = /^[^\s"'#](?:[^#]*[^\s#])?$/

/**
 * Reads ZPL. The whole is valid, or nothing of it is.
 *
 * @throws Error That names the line, and never what is in it.
 */
export function parseZpl(file: Uint8Array): ZplItem[] {
  const root: ZplItem = { name: '', value: '', items: [] }
  const path = [root]
  for (const [index, line] of linesOf(file).entries()) {
    const found = parseLine(line, index + 1)
    if (found === null) continue
    const parent = path[found.depth]
    if (parent === undefined) throw invalid(index + 1, 'is indented too far')
    parent.items.push(found.item)
    path.splice(found.depth + 1, path.length, found.item)
  }
  return root.items
}

/** Bytes as Latin-1, because ZPL is made of bytes; values are decoded in the end. C ends a line at NUL. */
function linesOf(file: Uint8Array): string[] {
  const text = Buffer.from(file.buffer, file.byteOffset, file.byteLength).toString('latin1')
  return text.split('\n').map((line) => line.replace(/\0.*$/s, '').replace(SPACES_AT_END, ''))
}

function parseLine(line: string, number: number): { depth: number; item: ZplItem } | null {
  const [, spaces = '', name = '', rest = ''] = LINE.exec(line) ?? []
  if (spaces.length % INDENT !== 0) throw invalid(number, 'is not indented by four spaces a level')
  if (name.startsWith('/') || name.endsWith('/'))
    throw invalid(number, 'has a name with / at its start or end')
  if (name !== '')
    return { depth: spaces.length / INDENT, item: { name, value: valueIn(rest, number), items: [] } }
  if (!NOTHING.test(rest)) throw invalid(number, 'has no name')
  return null
}

function valueIn(rest: string, number: number): string {
  const [, spaces = '', given] = VALUE.exec(rest) ?? []
  if (given === undefined) {
    if (NOTHING.test(rest)) return ''
    throw invalid(number, 'has something else than a value after its name')
  }
  return /^["']/.test(given) ? quotedIn(given, number) : decoded(unquoted(spaces, given), number)
}

/** As in C, no comment begins right after the blanks behind `=`. */
function unquoted(spaces: string, given: string): string {
  const isWhole = spaces !== '' && given.startsWith('#')
  return isWhole ? given : given.replace(/#.*$/s, '').replace(SPACES_AT_END, '')
}

function quotedIn(given: string, number: number): string {
  const [, double, single, after = ''] = QUOTED.exec(given) ?? []
  const value = double ?? single
  if (value === undefined) throw invalid(number, 'lacks a closing quote')
  if (!NOTHING.test(after)) throw invalid(number, 'has something else after its value')
  return decoded(value, number)
}

function decoded(value: string, number: number): string {
  try {
    return decoder.decode(Buffer.from(value, 'latin1'))
  } catch {
    throw invalid(number, 'is not UTF-8')
  }
}

function invalid(line: number, what: string): Error {
  return new Error(`line ${line} ${what}`)
}

/** A value as it is written behind `name = `; `null` for text that ZPL has no way to write. */
export function quoted(value: string): string | null {
  if (!value.includes('"')) return `"${value}"`
  if (!value.includes("'")) return `'${value}'`
  return PLAIN.test(value) ? value : null
}
