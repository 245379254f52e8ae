import { ownerOf } from '../zap/ip.ts'

/** More owners of addresses than these are not remembered. */
const MOST_OWNERS = 10_000

interface Bucket {
  tokens: number
  /** When it was last filled, in milliseconds. */
  filled: number
}

/** How many requests a second each owner of addresses may make; as many may come at once. */
export class RateLimit {
  readonly #rate: number
  readonly #buckets = new Map<string, Bucket>()

  constructor(rate: number) {
    this.#rate = rate
  }

  /** Whether one more may come now. */
  admits(address: string, now: number): boolean {
    if (this.#rate === Number.POSITIVE_INFINITY) return true
    const owner = ownerOf(address)
    const bucket = this.#buckets.get(owner) ?? { tokens: this.#rate, filled: now }
    bucket.tokens = Math.min(this.#rate, bucket.tokens + ((now - bucket.filled) / 1000) * this.#rate)
    bucket.filled = now
    this.#remember(owner, bucket)
    if (bucket.tokens < 1) return false
    bucket.tokens--
    return true
  }

  /** Those that came last stay; who was not seen for longest is forgotten. */
  #remember(owner: string, bucket: Bucket): void {
    this.#buckets.delete(owner)
    this.#buckets.set(owner, bucket)
    if (this.#buckets.size <= MOST_OWNERS) return
    const [oldest] = this.#buckets.keys()
    if (oldest !== undefined) this.#buckets.delete(oldest)
  }
}
