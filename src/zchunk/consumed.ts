import { invalidValue } from '../errors.ts'
import { C } from '../raw/index.ts'
import { contentOf, pointer } from './content.ts'
import type { Zchunk } from './kind.ts'

/**
 * How much of a chunk others have consumed. C counts that itself, but not anew when the chunk gets other content, and
 * then ends the process (`zchunk.c:327`) or reads behind the end.
 */
const consumed = new WeakMap<Zchunk, number>()

/** How many bytes of a chunk were consumed; with a number, sets that. */
export function consumedOf(self: Zchunk, count?: number): number {
  if (count !== undefined) consumed.set(self, count)
  return consumed.get(self) ?? 0
}

/** The chunk has new content. */
export function forgetConsumed(self: Zchunk): void {
  consumed.delete(self)
}

/**
 * Moves bytes that were not consumed yet from another chunk behind the content of this one, as many as there is room
 * for. The other one keeps its content, and remembers what was consumed until it gets another one by `set`, `fill` or
 * `resize`. Answers the size of this one then.
 *
 * C: `zchunk_consume`
 * @throws TypeError `ERR_INVALID_ARG_VALUE` when both are the same chunk.
 */
export function consume(self: Zchunk, source: Zchunk): number {
  const chunk = pointer(self)
  const from = pointer(source, 'source')
  if (chunk === from) throw invalidValue('source', 'must be another chunk')
  const rest = contentOf(from).subarray(consumedOf(source))
  const before = C.zchunk_size(chunk)
  if (rest.length === 0) return before
  const after = C.zchunk_append(chunk, rest, rest.length)
  consumedOf(source, consumedOf(source) + after - before)
  return after
}

/**
 * Whether everything in a chunk was consumed by others.
 *
 * C: `zchunk_exhausted`
 */
export function exhausted(self: Zchunk): boolean {
  return C.zchunk_size(pointer(self)) === consumedOf(self)
}
