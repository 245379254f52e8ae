import { createHash, type Hash } from 'node:crypto'
import type { Part, Result } from './messages.ts'

const NEWLINE = 0x0a

/** What is known about a file of which parts are still to come. */
interface Unfinished {
  file: number
  hash: Hash
  lines: number
  bytes: number
}

/** Puts the parts of files together, one file after the other. */
export class Hasher {
  #current: Unfinished | null = null

  /** Adds a part; the last one of a file brings the result. The first part of another file gives up an unfinished one. */
  add({ file, last, content }: Part): Result | null {
    if (this.#current?.file !== file) this.#current = { file, hash: createHash('sha256'), lines: 0, bytes: 0 }
    const current = this.#current
    current.hash.update(content)
    current.lines += countLines(content)
    current.bytes += content.length
    if (!last) return null
    this.#current = null
    const { hash, lines, bytes } = current
    return { file, digest: hash.digest('hex'), lines, bytes }
  }
}

function countLines(content: Uint8Array): number {
  let lines = 0
  for (let at = content.indexOf(NEWLINE); at !== -1; at = content.indexOf(NEWLINE, at + 1)) lines++
  return lines
}
