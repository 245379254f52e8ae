import { BlockList, isIP } from 'node:net'
import { unmapped, unmappedRange } from './ip.ts'

/** IP addresses, ranges of them (`10.0.0.0/8`, `2001:db8::/32`), and other text, which must be the same letter by letter. */
export class Addresses {
  /** Each family by itself: whether a range of one has addresses of the other must not depend on the version of Node. */
  readonly #lists = { ipv4: new BlockList(), ipv6: new BlockList() }
  readonly #texts = new Set<string>()
  #empty = true

  get empty(): boolean {
    return this.#empty
  }

  add(address: string): void {
    this.#empty = false
    const range = parseRange(address)
    if (!range) {
      this.#texts.add(address)
      return
    }
    const { network, prefix, family } = unmappedRange(range)
    this.#lists[family].addSubnet(network, prefix, family)
  }

  /**
   * Whether an address is among them. An IPv4 address is the same as itself mapped to IPv6 (`::ffff:127.0.0.1`), and in
   * no range of IPv6: which of the two libzmq tells depends on the socket.
   */
  has(address: string): boolean {
    if (this.#texts.has(address)) return true
    const plain = unmapped(withoutZone(address))
    const version = isIP(plain)
    if (version === 0) return false
    const family = familyOf(version)
    return this.#lists[family].check(plain, family)
  }
}

/** A range of IP addresses; a single address has a prefix of all bits. */
export interface Range {
  readonly network: string
  readonly prefix: number
  readonly family: 'ipv4' | 'ipv6'
}

/**
 * What text says about IP addresses; null when it is neither one of them nor a range. With an interface (`fe80::1%eth0`) it
 * is none: whoever allows an address on one interface does not mean all.
 */
export function parseRange(address: string): Range | null {
  const [, network = '', digits] = /^([^/]+)(?:\/(\d{1,3}))?$/.exec(address) ?? []
  const version = network.includes('%') ? 0 : isIP(network)
  if (version === 0) return null
  const bits = version === 4 ? 32 : 128
  const prefix = digits === undefined ? bits : Number(digits)
  return prefix > bits ? null : { network, prefix, family: familyOf(version) }
}

function familyOf(version: number): 'ipv4' | 'ipv6' {
  return version === 4 ? 'ipv4' : 'ipv6'
}

/** Link-local addresses come with their interface: `fe80::1%eth0`. */
function withoutZone(address: string): string {
  return address.replace(/%[^/]*$/, '')
}
