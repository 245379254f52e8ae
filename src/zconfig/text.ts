import { types } from 'node:util'
import { bytesOrText, sizeOf, text } from '../arguments.ts'
import { CzmqError } from '../errors.ts'
import { pointerOf } from '../handle.ts'
import { C } from '../raw/index.ts'
import { cast } from '../raw/types.ts'
import { contentOf, newChunk } from '../zchunk/content.ts'
import { type Zchunk, zchunkKind } from '../zchunk/kind.ts'
import { log, type Output, output } from '../zframe/print.ts'
import { parseZpl, type ZplItem } from '../zpl.ts'
import type { Zconfig } from './kind.ts'
import { checkCount, LONGEST_LINE, line } from './rules.ts'
import { below, commentsOf, type Item, type Origin, plant, pointer, setValueOf } from './tree.ts'

/** The text of a tree without its root, as C writes it; but a value in which there is a `"` can be read again. */
export function textOf(top: Item): string {
  const lines = commentLines(top)
  for (const { item, depth } of below(top))
    lines.push(...commentLines(item), line(depth, C.zconfig_name(item) ?? '', C.zconfig_value(item)))
  return lines.join('')
}

function commentLines(item: Item): string[] {
  const comments = commentsOf(item)
  return comments.length === 0 ? [] : [...comments.map((each) => `#${each}\n`), '\n']
}

/** What was read of a text, before anything is made of it. */
export interface Source {
  readonly items: readonly ZplItem[]
  /** Lines that begin with `#`; the root has them all. */
  readonly comments: readonly string[]
  /** The number of items. */
  readonly count: number
}

/**
 * Makes a tree of text. C's own parser writes to stdout what it does not like, and cuts long lines.
 *
 * @throws {@link CzmqError} `EBADMSG` for what is not ZPL, `EMSGSIZE` for too many items.
 */
export function parse(content: Uint8Array, syscall: string, origin: Origin | null = null): Zconfig {
  const source = read(content, syscall)
  return plant(build(source), source.count, origin)
}

/** C items for what was read; fresh. */
export function build({ items, comments }: Source): Item {
  const root = C.zconfig_new('root', null)
  for (const each of comments) C.zconfig_set_comment(root, '%s', each)
  const waiting = items.toReversed().map((each) => ({ each, parent: root }))
  for (let next = waiting.pop(); next; next = waiting.pop()) {
    const made = C.zconfig_new(next.each.name, next.parent)
    setValueOf(made, next.each.value)
    for (const each of next.each.items.toReversed()) waiting.push({ each, parent: made })
  }
  return root
}

/** What ZPL says. */
export function read(content: Uint8Array, syscall: string): Source {
  try {
    checkLines(content)
    const items = parseZpl(content)
    const comments = commentsIn(content)
    const count = countOf(items)
    checkCount(count + comments.length, syscall)
    return { items, comments, count }
  } catch (cause) {
    if (cause instanceof CzmqError) throw cause
    const why = cause instanceof Error ? cause.message : ''
    throw new CzmqError('EBADMSG', `EBADMSG: this is not ZPL: ${why}, ${syscall}`, { syscall, cause })
  }
}

function countOf(items: readonly ZplItem[]): number {
  let count = 0
  const waiting = [items]
  for (let next = waiting.pop(); next; next = waiting.pop()) {
    count += next.length
    for (const each of next) if (each.items.length > 0) waiting.push(each.items)
  }
  return count
}

function commentsIn(content: Uint8Array): string[] {
  const lines = Buffer.from(content.buffer, content.byteOffset, content.byteLength).toString().split('\n')
  return lines.filter((each) => each.startsWith('#')).map((each) => each.slice(1).replace(SPACES_AT_END, ''))
}

/** What C's `isspace` takes for spaces. */
const SPACES_AT_END = /[ \t\v\f\r]+$/

function checkLines(content: Uint8Array): void {
  let number = 1
  for (let at = 0; at < content.length; number++) {
    const found = content.indexOf(10, at)
    const end = found < 0 ? content.length : found
    if (end - at > LONGEST_LINE) throw new Error(`line ${number} has more than ${LONGEST_LINE} bytes`)
    if (content.subarray(at, end).includes(0)) throw new Error(`line ${number} has a NUL character`)
    at = end + 1
  }
}

/**
 * A tree of what is in ZPL text. Fresh.
 *
 * C: `zconfig_str_load`
 * @throws {@link CzmqError} `EBADMSG`, with the number of the line, for what is not ZPL; `EMSGSIZE` for more than 20000
 *   items and comments.
 */
export function strLoad(string: string): Zconfig {
  return parse(Buffer.from(text('string', string)), 'zconfig_str_load')
}

/**
 * A tree as ZPL text. The name and the value of the item itself are not in it.
 *
 * C: `zconfig_str_save`
 */
export function strSave(self: Zconfig): string {
  return textOf(pointer(self))
}

/**
 * A tree of what is in a chunk, or other bytes. The chunk stays the caller's. Fresh.
 *
 * C: `zconfig_chunk_load`
 * @throws {@link CzmqError} As {@link strLoad}.
 */
export function chunkLoad(chunk: Zchunk | Uint8Array): Zconfig {
  return parse(contentIn(chunk), 'zconfig_chunk_load')
}

function contentIn(chunk: Zchunk | Uint8Array): Uint8Array {
  if (!types.isUint8Array(chunk)) return contentOf(cast<'zchunk_t'>(pointerOf(zchunkKind, chunk, 'chunk')))
  const bytes = bytesOrText('chunk', chunk)
  return sizeOf(bytes) === 0 ? Buffer.alloc(0) : Uint8Array.prototype.slice.call(bytes)
}

/**
 * A chunk with a tree as ZPL text. Fresh.
 *
 * C: `zconfig_chunk_save`
 */
export function chunkSave(self: Zconfig): Zchunk {
  return newChunk(Buffer.from(strSave(self)))
}

/**
 * Writes a tree to CZMQ's log, as ZPL text, line by line.
 *
 * C: `zconfig_print`
 */
export function print(self: Zconfig): void {
  for (const each of strSave(self).split('\n').slice(0, -1)) log(each)
}

/**
 * Writes a tree to `file` as ZPL text.
 *
 * C: `zconfig_fprint`
 * @param file - A stream, for example `process.stderr`.
 */
export function fprint(self: Zconfig, file: Output): void {
  const saved = strSave(self)
  output(file).write(saved)
}
