import { isIPv6 } from 'node:net'
import os from 'node:os'
import { CzmqError, invalidValue } from './errors.ts'

/** Settings with which libczmq's `zbeacon` ends the process (`zbeacon.c:149` to `254`), also one that runs already. */

/** Where beacons are sent and received, as `zsys` has it. */
export interface BeaconNetwork {
  readonly interface: string
  readonly ipv6Address: string
  readonly ipv6McastAddress: string
}

/** What libczmq does not take for the name of an interface. */
const NO_NAME = /^(?:\*|\d|)$/

/**
 * Addresses that cannot be looked up, and a link-local one on an interface that is not there.
 *
 * @throws TypeError `ERR_INVALID_ARG_VALUE`
 * @throws {@link CzmqError} `ENODEV`
 */
export function refuseNetwork({ interface: name, ipv6Address, ipv6McastAddress }: BeaconNetwork): void {
  if (ipv6Address !== '') refuseAddress('ipv6Address', ipv6Address)
  refuseAddress('ipv6McastAddress', ipv6McastAddress)
  if (isLinkLocal(ipv6Address) && !ipv6Address.includes('%') && !NO_NAME.test(name)) refuseMissing(name)
}

function refuseAddress(name: string, value: string): void {
  if (!isIPv6(value)) throw invalidValue(name, 'must be an IPv6 address')
  const zone = value.split('%')[1]
  if (zone === undefined) return
  if (!isLinkLocal(value)) throw invalidValue(name, 'must have no zone, because it is not link-local')
  refuseMissing(zone)
}

function isLinkLocal(address: string): boolean {
  return /^(?:fe[89ab]|ff.2)/i.test(address)
}

function refuseMissing(name: string): void {
  if (!Object.hasOwn(os.networkInterfaces(), name))
    throw new CzmqError('ENODEV', `ENODEV: there is no network interface '${name}'`)
}
