import { text } from '../arguments.ts'
import { type BeaconNetwork, refuseNetwork } from '../beacon-hazards.ts'
import { C } from '../raw/index.ts'

/** Where zbeacon sends and listens. */

export { currentInterface as interface }

/**
 * The network interface for beacons.
 *
 * C: `zsys_set_interface`
 * @param value - Its name; `'*'` for all, `''` for the system's choice.
 * @throws {@link CzmqError} `ENODEV` when it is not there and the IPv6 address is a link-local one.
 */
export function setInterface(value: string): void {
  const name = text('value', value)
  refuse({ interface: name })
  C.zsys_set_interface(name)
}

/** A beacon that runs reads the settings again, so they must do together at any time. */
function refuse(change: Partial<BeaconNetwork>): void {
  refuseNetwork({
    interface: C.zsys_interface(),
    ipv6Address: C.zsys_ipv6_address(),
    ipv6McastAddress: C.zsys_ipv6_mcast_address(),
    ...change,
  })
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
 * @param value - `''` for the interface's own.
 * @throws TypeError `ERR_INVALID_ARG_VALUE` for what is no IPv6 address.
 * @throws {@link CzmqError} `ENODEV` for one of an interface that is not there.
 */
export function setIpv6Address(value: string): void {
  const address = text('value', value)
  refuse({ ipv6Address: address })
  C.zsys_set_ipv6_address(address)
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
 * @throws As {@link setIpv6Address}; also for `''`.
 */
export function setIpv6McastAddress(value: string): void {
  const address = text('value', value)
  refuse({ ipv6McastAddress: address })
  C.zsys_set_ipv6_mcast_address(address)
}

/**
 * The IPv6 multicast address to which beacons are sent; `''` when none was set.
 *
 * C: `zsys_ipv6_mcast_address`
 */
export function ipv6McastAddress(): string {
  return C.zsys_ipv6_mcast_address()
}
