import { createHash } from 'node:crypto'
import type { Worker } from './crew.ts'
import type { Found } from './files.ts'
import type { Result } from './messages.ts'
import type { Outcome } from './pipeline.ts'

/** What went wrong, a line each. */
export function problemsOf(found: Found, outcome: Outcome): string[] {
  const unreadable = [...found.problems, ...outcome.problems].sort((a, b) => Buffer.compare(a.path, b.path))
  const lost = outcome.workers.filter((worker) => worker.lost !== null)
  return [
    ...unreadable.map(({ path, reason }) => `Cannot read ${printable(path.toString() || '.')}: ${reason}`),
    ...lost.map((worker) => `Worker ${worker.number} (process ${worker.process.pid}) ${worker.lost}`),
    ...(lost.length > 0 ? [consequence(found.files.length, outcome.unfinished)] : []),
  ]
}

function consequence(files: number, unfinished: number): string {
  if (unfinished === 0) return 'The other workers have finished their files'
  return `All workers were lost: ${unfinished} of ${files} files were not hashed`
}

/** The table. */
export function reportOf(found: Found, outcome: Outcome): string {
  const shares = outcome.workers.length === 0 ? [] : ['', ...sharesOf(outcome.workers)]
  return [...totalsOf(found, outcome), ...shares].join('\n')
}

function totalsOf(found: Found, { results, unfinished, messages, seconds }: Outcome): string[] {
  const finished = results.filter((each) => each !== undefined)
  const rows: [string, string | number][] = [
    ['files', finished.length],
    ['bytes', sum(finished.map(({ bytes }) => bytes))],
    ['lines', sum(finished.map(({ lines }) => lines))],
    ['digest', unfinished > 0 ? 'incomplete' : digestOfDigests(found.files, results)],
    ['seconds', seconds.toFixed(3)],
    ['messages/s', Math.round(messages / seconds) || 0],
  ]
  if (found.skipped.size > 0) rows.push(['skipped', skippedOf(found)])
  return rows.map(([name, value]) => `${name.padEnd(12)}${value}`)
}

function skippedOf({ skipped }: Found): string {
  return [...skipped].map(([kind, number]) => `${kind}: ${number}`).join(', ')
}

/**
 * One digest for all files, which does not depend on who hashed which of them in what order: the SHA-256 of what
 * `sha256sum --zero` prints for the files in the order of their names.
 */
export function digestOfDigests(files: Buffer[], results: Result[]): string {
  const hash = createHash('sha256')
  for (const [file, path] of files.entries()) {
    const digest = results[file]?.digest
    if (digest !== undefined) hash.update(`${digest}  `).update(path).update('\0')
  }
  return hash.digest('hex')
}

function sharesOf(workers: Worker[]): string[] {
  const all = sum(workers.map(({ done }) => done.files))
  const rows = workers.map(({ number, process, done, lost }) => [
    number,
    process.pid ?? '-',
    done.files,
    done.bytes,
    all === 0 ? '-' : `${((100 * done.files) / all).toFixed(1)} %`,
    lost === null ? '' : '  lost',
  ])
  return [['worker', 'process', 'files', 'bytes', 'share', ''], ...rows].map(line)
}

/** Of the columns of the second part, in characters. */
const WIDTHS = [6, 10, 9, 15, 9, 0]

function line(cells: (string | number)[]): string {
  return cells.map((cell, column) => String(cell).padStart(WIDTHS[column] ?? 0)).join('')
}

function sum(numbers: number[]): number {
  return numbers.reduce((total, each) => total + each, 0)
}

/** Names of files may contain whatever would play tricks on a terminal. */
function printable(name: string): string {
  return /[\p{Cc}\p{Cf}]/u.test(name) ? JSON.stringify(name).replace(/[\p{Cc}\p{Cf}]/gu, escaped) : name
}

function escaped(character: string): string {
  return `\\u{${character.codePointAt(0)?.toString(16)}}`
}
