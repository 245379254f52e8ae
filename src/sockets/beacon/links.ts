import { isIPv4 } from 'node:net'
import { type NetworkInterfaceInfo, networkInterfaces } from 'node:os'
import { failureOf } from '../../failure.ts'

/** Where beacons go out: one address of one network interface. */
export interface Link {
  /** The interface, as the system calls it. */
  readonly name: string
  readonly address: string
  /** Where all others can be reached. */
  readonly target: string
  /** Whether a host may be in its network. */
  readonly reaches: (address: string) => boolean
}

/** All interfaces. */
export const ALL = '*'

/**
 * Where to send.
 *
 * @param wanted - An interface's name or address, {@link ALL}, or `''` for the first that is not the loopback.
 * @param group - The multicast group; null for broadcast.
 * @throws {@link CzmqError} `EMFILE` when the system cannot be asked.
 */
export function findLinks(wanted: string, group: string | null): Link[] {
  const family = group === null || isIPv4(group) ? 'IPv4' : 'IPv6'
  const links = Object.entries(interfaces()).flatMap(([name, addresses = []]) =>
    byReach(addresses)
      .filter(
        (each) => each.family === family && isWanted(wanted, name, each) && (group || canBroadcast(each)),
      )
      .slice(0, 1)
      .map((each) => link(name, each, group)),
  )
  return wanted === ALL ? links : links.slice(0, 1)
}

function interfaces(): ReturnType<typeof networkInterfaces> {
  try {
    return networkInterfaces()
  } catch (error) {
    const { errno } = error as NodeJS.ErrnoException
    throw failureOf(Math.abs(errno ?? 0), 'uv_interface_addresses')
  }
}

/** First the addresses at which more than the neighbours can reach this host. */
function byReach(addresses: NetworkInterfaceInfo[]): NetworkInterfaceInfo[] {
  const isLocal = ({ address }: NetworkInterfaceInfo) => Number(address.startsWith('fe80:'))
  return [...addresses].sort((one, other) => isLocal(one) - isLocal(other))
}

function isWanted(wanted: string, name: string, { address, internal }: NetworkInterfaceInfo): boolean {
  return wanted === '' || wanted === ALL ? !internal : wanted === name || wanted === address
}

function canBroadcast({ netmask }: NetworkInterfaceInfo): boolean {
  return bits(netmask) < 0xffff_fffe
}

function link(name: string, { address, netmask, family }: NetworkInterfaceInfo, group: string | null): Link {
  if (family === 'IPv6') {
    const scope = address.startsWith('fe80:') ? `%${name}` : ''
    return { name, address: address + scope, target: `${group}%${name}`, reaches: () => true }
  }
  const mask = bits(netmask)
  const network = bits(address) & mask
  return {
    name,
    address,
    target: group ?? dotted(network | ~mask),
    reaches: (other) => (bits(other) & mask) === network,
  }
}

/** An IPv4 address as a number. */
function bits(address: string): number {
  return address.split('.').reduce((sum, part) => sum * 256 + Number(part), 0)
}

function dotted(address: number): string {
  return [24, 16, 8, 0].map((shift) => (address >>> shift) & 255).join('.')
}
