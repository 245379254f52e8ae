import { text } from '../arguments.ts'
import { C } from '../raw/index.ts'

/** Where zbeacon sends and listens. */

export { currentInterface as interface }

/**
 * The network interface for beacons.
 *
 * C: `zsys_set_interface`
 * @param value - Its name; `'*'` for all, `''` for the system's choice.
 */
export function setInterface(value: string): void {
  C.zsys_set_interface(text('value', value))
}

/**
 * The network interface for beacons; `''` when none was set.
 *
 * C: `zsys_interface`
 */
function currentInterface(): string {
  return C.zsys_interface()
}

/**
 * The IPv6 address at which beacons are received.
 *
 * C: `zsys_set_ipv6_address`
 */
export function setIpv6Address(value: string): void {
  C.zsys_set_ipv6_address(text('value', value))
}

/**
 * The IPv6 address at which beacons are received; `''` when none was set.
 *
 * C: `zsys_ipv6_address`
 */
export function ipv6Address(): string {
  return C.zsys_ipv6_address()
}

/**
 * The IPv6 multicast address to which beacons are sent.
 *
 * C: `zsys_set_ipv6_mcast_address`
 */
export function setIpv6McastAddress(value: string): void {
  C.zsys_set_ipv6_mcast_address(text('value', value))
}

/**
 * The IPv6 multicast address to which beacons are sent; `''` when none was set.
 *
 * C: `zsys_ipv6_mcast_address`
 */
export function ipv6McastAddress(): string {
  return C.zsys_ipv6_mcast_address()
}
