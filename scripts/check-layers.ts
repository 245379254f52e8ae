// Imports point down only. `node --import tsx scripts/check-layers.ts [folder]`
//
// The layers and the rules are in check-layers/rules.ts; ARCHITECTURE.md names the edges between siblings.

import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join, relative, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { readEdges } from './check-layers/edges.ts'
import { violationsOf } from './check-layers/rules.ts'
import { readSource, type Violation } from './check-layers/source.ts'

const roots = ['src', 'packages', 'examples', 'benchmark']
const ignored = /(^|\/)(node_modules|dist|build|coverage)\//

/** Every violation in the repository at `root`, in the order of files and lines. */
export function checkLayers(root: string): Violation[] {
  const edges = readEdges(join(root, 'ARCHITECTURE.md'))
  const found = sourceFiles(root).map((path) => {
    const source = readSource(path, readFileSync(join(root, path), 'utf8'))
    return violationsOf(source, edges.named).sort((left, right) => left.line - right.line)
  })
  return [...edges.violations, ...found.flat()]
}

function sourceFiles(root: string): string[] {
  return roots
    .map((folder) => join(root, folder))
    .filter((folder) => existsSync(folder))
    .flatMap((folder) => filesBelow(folder).map((file) => relative(root, join(folder, file))))
    .filter((path) => /\.[cm]?[jt]sx?$/.test(path) && !ignored.test(path))
    .sort()
}

function filesBelow(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
}

function main(root: string): void {
  const violations = checkLayers(root)
  for (const { file, line, message } of violations) console.error(`${file}:${line}: ${message}`)
  process.exitCode = violations.length === 0 ? 0 : 1
}

if (process.argv[1] === fileURLToPath(import.meta.url)) main(resolve(process.argv[2] ?? '.'))
