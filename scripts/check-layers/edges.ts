import { existsSync, readFileSync } from 'node:fs'
import { basename } from 'node:path'
import type { Violation } from './source.ts'

/**
 * The imports between siblings that are wanted, such as `zsocket -> zctx`, from the blocks marked
 * "edges" of a Markdown file. Without the file there are none.
 */
export function readEdges(path: string): { named: Set<string>; violations: Violation[] } {
  const named = new Set<string>()
  const violations: Violation[] = []
  for (const [line, text] of edgeLines(path)) {
    const match = /^([\w-]+)\s*->\s*([\w-]+)$/.exec(text)
    if (match) named.add(`${match[1]} -> ${match[2]}`)
    else violations.push({ file: basename(path), line, message: `not of the form "a -> b": ${text}` })
  }
  return { named, violations }
}

/** Line numbers and texts of the lines inside the blocks that are neither empty nor comments (#). */
function edgeLines(path: string): [number, string][] {
  const lines = existsSync(path) ? readFileSync(path, 'utf8').split('\n') : []
  let inside = false
  const found: [number, string][] = []
  for (const [index, line] of lines.entries()) {
    const text = line.replace(/#.*/, '').trim()
    if (line.startsWith('```')) inside = line.trim() === '```edges'
    else if (inside && text !== '') found.push([index + 1, text])
  }
  return found
}
