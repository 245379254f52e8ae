import { Addresses } from './addresses.ts'
import { Domains, isPrivateDomain } from './domains.ts'
import type { Keys } from './keys.ts'
import type { Passwords } from './passwords.ts'
import { accepted, REFUSED, type Verdict } from './reply.ts'
import type { ZapRequest } from './request.ts'

/**
 * Who may come in to one context. Addresses come first: when some are allowed all others are denied, and of what is
 * allowed nothing is denied. Then the mechanism decides: NULL and GSSAPI pass, PLAIN and CURVE must have been configured.
 */
export class Policy {
  readonly allowed: Addresses = new Addresses()
  readonly denied: Addresses = new Addresses()
  readonly passwords: Domains<Passwords> = new Domains<Passwords>()
  readonly keys: Domains<Keys> = new Domains<Keys>()

  /** Decides; `moment` is as {@link Keys} has it. */
  decide(request: ZapRequest, moment: number): Verdict {
    return this.#admits(request.address) ? this.#byMechanism(request, moment) : REFUSED
  }

  /**
   * Whether nobody has said yet who may come in with the request's mechanism, only its address was looked at. For a
   * private domain somebody has, if only to an authenticator before this one.
   */
  leavesOpen({ address, domain, credentials: { mechanism } }: ZapRequest): boolean {
    if (!this.#admits(address) || isPrivateDomain(domain)) return false
    if (mechanism === 'PLAIN') return this.passwords.get(domain) === null
    return mechanism === 'CURVE' && this.keys.get(domain) === null
  }

  #admits(address: string): boolean {
    return this.allowed.empty ? !this.denied.has(address) : this.allowed.has(address)
  }

  #byMechanism({ domain, credentials }: ZapRequest, moment: number): Verdict {
    switch (credentials.mechanism) {
      case 'NULL':
        return accepted('')
      case 'GSSAPI':
        return accepted(textOf(credentials.principal))
      case 'PLAIN':
        return this.passwords.get(domain)?.accepts(credentials.username, credentials.password)
          ? accepted(textOf(credentials.username))
          : REFUSED
      case 'CURVE':
        return this.#byKey(domain, credentials.publicKey, moment)
    }
  }

  #byKey(domain: string, publicKey: string, moment: number): Verdict {
    const metadata = this.keys.get(domain)?.lookup(publicKey, moment)
    return metadata ? accepted(publicKey, metadata) : REFUSED
  }
}

/** What of bytes can be handed on as text: up to the first NUL. */
function textOf(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString().replace(/\0.*$/s, '')
}
