import { isIPv6 } from 'node:net'
import type { Range } from './addresses.ts'

/** The bits before the IPv4 address in an IPv6 address that stands for it. */
const MAPPED_BITS = 96

/** The eight numbers of an IPv6 address without an interface. */
function groupsOf(address: string): number[] {
  const [head = '', tail] = hexadecimal(address).split('::')
  const [first, last] = [numbersOf(head), numbersOf(tail ?? '')]
  const gap = tail === undefined ? 0 : 8 - first.length - last.length
  return [...first, ...Array<number>(gap).fill(0), ...last]
}

/** An IPv4 address at the end becomes two numbers like the others. */
function hexadecimal(address: string): string {
  return address.replace(/(\d+)\.(\d+)\.(\d+)\.(\d+)$/, (_, ...bytes: string[]) => {
    const [a = 0, b = 0, c = 0, d = 0] = bytes.slice(0, 4).map(Number)
    return `${((a << 8) | b).toString(16)}:${((c << 8) | d).toString(16)}`
  })
}

function numbersOf(part: string): number[] {
  return part === '' ? [] : part.split(':').map((each) => Number.parseInt(each, 16))
}

/** The IPv4 address for which an IPv6 address stands (`::ffff:127.0.0.1`); anything else as it is. */
export function unmapped(address: string): string {
  if (!isIPv6(address) || address.includes('%')) return address
  const groups = groupsOf(address)
  const isMapped = groups.slice(0, 5).every((each) => each === 0) && groups[5] === 0xffff
  if (!isMapped) return address
  return groups
    .slice(6)
    .flatMap((each) => [each >> 8, each & 0xff])
    .join('.')
}

/** The range of IPv4 addresses for which a range of IPv6 stands; anything else as it is. */
export function unmappedRange(range: Range): Range {
  const network = unmapped(range.network)
  if (network === range.network || range.prefix < MAPPED_BITS) return range
  return { network, prefix: range.prefix - MAPPED_BITS, family: 'ipv4' }
}

/**
 * Who an address belongs to, as far as one can tell: an IPv4 address is somebody's, of IPv6 everybody has at least 2^64
 * (a `/64`, on one interface), and a client by ipc is a user of this system, whichever process it is.
 */
export function ownerOf(address: string): string {
  const [plain = '', zone = ''] = unmapped(address).split('%')
  if (isIPv6(plain)) return `${groupsOf(plain).slice(0, 4).join(':')}%${zone}`
  return plain.replace(/^(localhost:\d+):\d*:\d*$/, '$1')
}
