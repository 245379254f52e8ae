import type { Headers, Prototype } from './headers.ts'
import { isCallback } from './koffi-types.ts'
import type { Note } from './notes.ts'

type Notes = Readonly<Record<string, Note>>

/** What is wrong with the notes: a typo, a renamed parameter, or something that a header leaves open and they do too. */
export function reviewNotes(headers: Headers, reviewed: Notes): string[] {
  const prototypes = new Map(headers.prototypes.map((each) => [each.name, each]))
  return [
    ...Object.entries(reviewed).flatMap(([name, note]) => mistakes(name, note, prototypes.get(name))),
    ...headers.prototypes.flatMap((each) => gaps(each, reviewed[each.name] ?? {})),
  ]
}

function mistakes(name: string, note: Note, prototype: Prototype | undefined): string[] {
  if (!prototype) return name.startsWith('zdir_watch') ? [] : [`${name}: noted, but no header declares it`]
  const names = new Set(prototype.parameters.map((each) => each.name))
  const mentioned = [...(note.takes ?? []), ...(note.keeps ?? []), ...(note.nullable ?? [])]
  return mentioned.filter((each) => !names.has(each)).map((each) => `${name}: has no parameter ${each}`)
}

function gaps(prototype: Prototype, note: Note): string[] {
  const { name, parameters, variadic, returns } = prototype
  const problems: string[] = []
  if (parameters.some((each) => isCallback(each.type)) && !note.callback) {
    problems.push(`${name}: say when its callback is called`)
  }
  if (variadic && !note.variadic) problems.push(`${name}: say how its variable arguments are read`)
  if (isOwnershipOpen(prototype) && !note.returns && !note.unbound) {
    problems.push(`${name}: say whether ${returns} is fresh or borrowed`)
  }
  return problems
}

/** A pointer to something that may be changed; text that may not is borrowed. */
function isOwnershipOpen({ name, returns }: Prototype): boolean {
  return returns.endsWith('*') && !returns.startsWith('const char') && !isConstructor(name)
}

/** `zsock_new_push` and the like: fresh, and null when it fails. */
function isConstructor(name: string): boolean {
  return /^zsock_new_\w+$/.test(name) || /_test$/.test(name)
}
