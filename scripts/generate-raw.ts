/**
 * Makes `src/raw/generated` from the installed C headers and the reviewed notes.
 *
 *     npm run generate              writes the files
 *     npm run generate -- --check   compares only; exits 1 when they differ
 */
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { emit } from './generate-raw/emit.ts'
import { type Headers, readHeaders } from './generate-raw/headers.ts'
import { isCallback } from './generate-raw/koffi-types.ts'
import { type Note, notes } from './generate-raw/notes.ts'

const FOLDER = join(import.meta.dirname, '../src/raw/generated')

/** The notes are checked against the headers, so that a typo or a renamed parameter is found. */
export function reviewNotes(headers: Headers, reviewed: Record<string, Note>): string[] {
  const prototypes = new Map(headers.prototypes.map((each) => [each.name, each]))
  const problems = Object.entries(reviewed).flatMap(([name, note]) => {
    const prototype = prototypes.get(name)
    if (!prototype) return name.startsWith('zdir_watch') ? [] : [`${name}: noted, but no header declares it`]
    const names = new Set(prototype.parameters.map((each) => each.name))
    const mentioned = [...(note.takes ?? []), ...(note.keeps ?? []), ...(note.nullable ?? [])]
    return mentioned.filter((each) => !names.has(each)).map((each) => `${name}: has no parameter ${each}`)
  })
  for (const each of headers.prototypes) {
    const note = reviewed[each.name]
    if (each.parameters.some((parameter) => isCallback(parameter.type)) && !note?.callback)
      problems.push(`${each.name}: say when its callback is called`)
    if (each.variadic && !note?.variadic)
      problems.push(`${each.name}: say how its variable arguments are read`)
    if (
      each.returns.endsWith('*') &&
      !each.returns.startsWith('const char') &&
      !note?.returns &&
      !note?.unbound &&
      !isConstructor(each.name)
    ) {
      problems.push(`${each.name}: say whether ${each.returns} is fresh or borrowed`)
    }
  }
  return problems
}

/** `zsock_new_push` and the like: fresh, and null when it fails. */
function isConstructor(name: string): boolean {
  return /^zsock_new_\w+$/.test(name) || /_test$/.test(name)
}

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
