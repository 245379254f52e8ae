import { randomUUID } from 'node:crypto'

/** The domain of what holds for all domains. */
export const ALL_DOMAINS = '*'

const PREFIX = 'czmq.private.'

/**
 * A ZAP domain for one socket, which nobody can guess, and which no other socket has ever had or will have. What is said for
 * all domains is not for it.
 */
export function newPrivateDomain(): string {
  return PREFIX + randomUUID()
}

/** Whether a domain was made by {@link newPrivateDomain}, perhaps in another thread, or for a socket that is no more. */
export function isPrivateDomain(domain: string): boolean {
  return domain.startsWith(PREFIX)
}

/** For each domain one of something; what is there for all domains serves those that have none of their own. */
export class Domains<T> {
  readonly #entries = new Map<string, T>()

  set(domain: string, value: T | null): void {
    const key = domain === '' ? ALL_DOMAINS : domain
    if (value === null) this.#entries.delete(key)
    else this.#entries.set(key, value)
  }

  get(domain: string): T | null {
    const own = this.#entries.get(domain)
    if (own !== undefined || isPrivateDomain(domain)) return own ?? null
    return this.#entries.get(ALL_DOMAINS) ?? null
  }
}
