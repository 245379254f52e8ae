/** More addresses than these are not remembered. */
const MOST_ADDRESSES = 10_000

interface Bucket {
  tokens: number
  /** When it was last filled, in milliseconds. */
  filled: number
}

/** How many requests a second each address may make; as many may come at once. */
export class RateLimit {
  readonly #rate: number
  readonly #buckets = new Map<string, Bucket>()

  constructor(rate: number) {
    this.#rate = rate
  }

  /** Whether one more may come now. */
  admits(address: string, now: number): boolean {
    if (this.#rate === Number.POSITIVE_INFINITY) return true
    const bucket = this.#buckets.get(address) ?? { tokens: this.#rate, filled: now }
    bucket.tokens = Math.min(this.#rate, bucket.tokens + ((now - bucket.filled) / 1000) * this.#rate)
    bucket.filled = now
    this.#remember(address, bucket)
    if (bucket.tokens < 1) return false
    bucket.tokens--
    return true
  }

  /** Those that came last stay; who was not seen for longest is forgotten. */
  #remember(address: string, bucket: Bucket): void {
    this.#buckets.delete(address)
    this.#buckets.set(address, bucket)
    if (this.#buckets.size <= MOST_ADDRESSES) return
    const [oldest] = this.#buckets.keys()
    if (oldest !== undefined) this.#buckets.delete(oldest)
  }
}
