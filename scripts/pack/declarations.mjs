// Which declaration files do users need? Those that index.d.ts leads to.

import { readFileSync } from 'node:fs'
import { join, posix } from 'node:path'

const reference = /(?:from|import)\s*\(?\s*['"](\.[^'"]+)\.ts['"]/g

/**
 * @param {string} folder
 * @param {string} entry
 * @returns {string[]} paths in the folder
 */
export function declarations(folder, entry) {
  /** @type {Set<string>} */
  const found = new Set()
  /** @param {string} path */
  const visit = (path) => {
    if (found.has(path)) return
    found.add(path)
    for (const [, target = ''] of readFileSync(join(folder, path), 'utf8').matchAll(reference))
      visit(`${posix.join(posix.dirname(path), target)}.d.ts`)
  }
  visit(entry)
  return [...found].sort()
}
