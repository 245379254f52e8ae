/**
 * Makes `src/raw/generated` from the installed C headers and the reviewed notes.
 *
 *     npm run generate              writes the files
 *     npm run generate -- --check   compares only; exits 1 when they differ
 */
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { emit } from './generate-raw/emit.ts'
import { readHeaders } from './generate-raw/headers.ts'
import { notes } from './generate-raw/notes.ts'
import { reviewNotes } from './generate-raw/review.ts'

const FOLDER = join(import.meta.dirname, '../src/raw/generated')

function write(files: Map<string, string>): void {
  mkdirSync(FOLDER, { recursive: true })
  for (const name of readdirSync(FOLDER)) if (!files.has(name)) rmSync(join(FOLDER, name))
  for (const [name, text] of files) writeFileSync(join(FOLDER, name), text)
}

function differences(files: Map<string, string>): string[] {
  const present = new Set(readdirSync(FOLDER))
  const changed = [...files].filter(
    ([name, text]) => !present.has(name) || readFileSync(join(FOLDER, name), 'utf8') !== text,
  )
  const extra = [...present].filter((name) => !files.has(name))
  return [
    ...changed.map(([name]) => `${name} is not what the generator makes`),
    ...extra.map((name) => `${name} is not made by the generator`),
  ]
}

function main(): void {
  const headers = readHeaders()
  const files = emit(headers, notes)
  const problems = reviewNotes(headers, notes)
  if (process.argv.includes('--check')) problems.push(...differences(files))
  else if (problems.length === 0) write(files)
  for (const each of problems) process.stderr.write(`generate-raw: ${each}\n`)
  process.exitCode = problems.length === 0 ? 0 : 1
}

main()
