import type { Frame } from './wire.ts'

const MOST = 20_000
const MOST_BYTES = 16 * 1024 * 1024
/** Larger replies are not kept. */
const LARGEST = 64 * 1024

/**
 * Replies that may have to be sent again, because a connection can break while one is on its way. So a call that is
 * repeated is answered, and not done twice.
 */
export class ReplyCache {
  readonly #replies = new Map<number, { frames: Frame[] | null; bytes: number }>()
  #bytes = 0
  /** Replies up to this id were forgotten without being acknowledged. */
  #floor = 0

  /** Keeps a reply; the caller's memory is copied. */
  keep(id: number, frames: readonly Frame[]): void {
    const bytes = frames.reduce((sum, each) => sum + each.length, 0)
    const small = bytes <= LARGEST
    const copy = (each: Frame): Frame => (typeof each === 'string' ? each : Buffer.from(each))
    this.#replies.set(id, small ? { frames: frames.map(copy), bytes } : { frames: null, bytes: 0 })
    this.#bytes += small ? bytes : 0
    if (this.#replies.size > MOST || this.#bytes > MOST_BYTES) this.#evict()
  }

  #evict(): void {
    for (const [id, { bytes }] of this.#replies) {
      if (this.#replies.size <= MOST && this.#bytes <= MOST_BYTES) return
      this.#replies.delete(id)
      this.#bytes -= bytes
      this.#floor = Math.max(this.#floor, id)
    }
  }

  /** The reply to a repeated call; `'lost'` when it was answered, or may have been, and the reply is not there any more. */
  find(id: number): readonly Frame[] | 'lost' | undefined {
    const known = this.#replies.get(id)
    if (known) return known.frames ?? 'lost'
    return id <= this.#floor ? 'lost' : undefined
  }

  /** The caller has all replies up to `id`. */
  acknowledge(id: number): void {
    for (const [each, { bytes }] of this.#replies) {
      if (each > id) continue
      this.#replies.delete(each)
      this.#bytes -= bytes
    }
  }
}
