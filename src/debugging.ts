import { writeSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { beforeEndings } from './lifecycle.ts'

/** Something that is reported when it still exists at exit. */
interface Reportable {
  readonly kind: { readonly name: string }
  readonly place: string
}

/** Handles of one class that were made at one place. */
export interface HandleReport {
  /** The CZMQ class, for example `'zframe'`. */
  readonly kind: string
  /** Where they were made: a line of a stack for each call, the innermost first. */
  readonly place: string
  /** How many there are. */
  readonly count: number
}

/** What {@link diagnostics} answers. */
export interface Diagnostics {
  /** Whether `CZMQ_DEBUG=handles` is in the environment; without it `open` and `leaked` are empty. */
  readonly debugging: boolean
  /** How many C objects JavaScript owns in this thread, by CZMQ class. */
  readonly live: Readonly<Record<string, number>>
  /** The handles that are neither destroyed nor taken, the most first. */
  readonly open: readonly HandleReport[]
  /** The handles that were collected although nobody had destroyed them, since the thread began; the most first. */
  readonly leaked: readonly HandleReport[]
}

const on = (process.env.CZMQ_DEBUG ?? '').split(',').includes('handles')
/** Lines of the stack that are kept of each handle. */
const DEPTH = 5
const open = new Set<Reportable>()
const leaks = new Map<string, HandleReport>()
let hooked = false

/** Whether handles remember where they were made: with `CZMQ_DEBUG=handles`. */
export function debugging(): boolean {
  return on
}

/** The lines of the caller's program that are making a handle. */
export function place(): string {
  const lines = stack().split('\n').slice(1)
  const own = new URL('.', import.meta.url)
  const skipped = [own.href, fileURLToPath(own), 'node:internal', '(<anonymous>)']
  const found = lines.filter((line) => !skipped.some((each) => line.includes(each)))
  return (found.length > 0 ? found : lines.slice(-1))
    .slice(0, DEPTH)
    .map((line) => line.trim())
    .join('\n')
}

/** A stack that reaches through this package to the program. */
function stack(): string {
  const { stackTraceLimit } = Error
  Error.stackTraceLimit = 30
  try {
    return new Error().stack ?? ''
  } finally {
    Error.stackTraceLimit = stackTraceLimit
  }
}

/** Reports a handle that was collected although it was not destroyed. */
export function leaked({ kind: { name: kind }, place }: Reportable): void {
  add(leaks, kind, place)
  report(`czmq: a ${kind} was collected and had not been destroyed. It was made`, place)
}

/** From now on the handle is among those that are open, and reported if it still is at exit. */
export function opened(handle: Reportable): void {
  open.add(handle)
  if (hooked) return
  hooked = true
  beforeEndings(() => {
    for (const { kind, place } of open)
      report(`czmq: a ${kind.name} is still open at exit. It was made`, place)
  })
}

/** It was destroyed, taken or collected. */
export function closed(handle: Reportable): void {
  open.delete(handle)
}

/** Written at once, because nothing that waits is written at exit. That nobody reads it must not end the program. */
function report(what: string, place: string): void {
  try {
    writeSync(2, `${what} ${place.replaceAll('\n', '\n    ')}\n`)
  } catch {
    // There is no stderr any more
  }
}

/** The handles that are open, and those that were lost. */
export function reports(): Pick<Diagnostics, 'debugging' | 'open' | 'leaked'> {
  const found = new Map<string, HandleReport>()
  for (const { kind, place } of open) add(found, kind.name, place)
  return { debugging: on, open: sorted(found), leaked: sorted(leaks) }
}

function add(found: Map<string, HandleReport>, kind: string, place: string): void {
  const key = `${kind} ${place}`
  found.set(key, { kind, place, count: (found.get(key)?.count ?? 0) + 1 })
}

function sorted(found: Map<string, HandleReport>): HandleReport[] {
  return [...found.values()].sort((one, other) => other.count - one.count)
}
