import { writeSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

/** Something that is reported when it still exists at exit. */
interface Reportable {
  readonly kind: { readonly name: string }
  readonly place: string
}

const on = (process.env.CZMQ_DEBUG ?? '').split(',').includes('handles')
const open = new Set<Reportable>()
let hooked = false

/** Whether handles remember where they were made: with `CZMQ_DEBUG=handles`. */
export function debugging(): boolean {
  return on
}

/** The line of the caller's program that is making a handle. */
export function place(): string {
  const lines = (new Error().stack ?? '').split('\n').slice(1)
  const own = new URL('.', import.meta.url)
  const skipped = [own.href, fileURLToPath(own), 'node:internal']
  const found = lines.find((line) => !skipped.some((each) => line.includes(each)))
  return (found ?? lines.at(-1) ?? '').trim()
}

/** Reports a handle that was collected although it was not destroyed. */
export function leaked(kind: string, where: string): void {
  process.emitWarning(`A ${kind} was not destroyed. It was made ${where}`, {
    type: 'CzmqWarning',
    code: 'CZMQ_LEAK',
  })
}

/** Reports a handle at exit, unless it has ended before. */
export function reportAtExit(handle: Reportable, ended?: 'ended'): void {
  if (ended) open.delete(handle)
  else open.add(handle)
  if (hooked) return
  hooked = true
  process.once('exit', () => {
    for (const each of open)
      writeSync(2, `czmq: a ${each.kind.name} is still open at exit. It was made ${each.place}\n`)
  })
}
