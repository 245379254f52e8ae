import { networkInterfaces } from 'node:os'
import { invalidType, invalidValue } from '../../errors.ts'
import { failureOf } from '../../failure.ts'
import { tryUdpPort } from '../../raw/udp.ts'

/** Addresses of UDP sockets and their peers. */

const ANY = '0.0.0.0'
/** Node's own `isIPv4` would load its network code at start. */
const IPV4 = /^(?:(?:25[0-5]|2[0-4]\d|1?\d?\d)\.){3}(?:25[0-5]|2[0-4]\d|1?\d?\d)$/

/**
 * The endpoint that a socket can be bound to, with a real port in place of `*`.
 *
 * @param endpoint - `udp://address:port`; the address may be `*`, the name of an interface, or a multicast group, with
 *   an interface and `;` before it.
 * @throws TypeError `ERR_INVALID_ARG_VALUE`
 * @throws {@link CzmqError} `EADDRINUSE`, `EADDRNOTAVAIL`, `EACCES`, `EMFILE`
 */
export function udpEndpoint(endpoint: string): string {
  const [, place = '', wanted = ''] = /^udp:\/\/(.+):(\d+|\*)$/.exec(endpoint) ?? []
  if (place === '') throw invalidValue('address', "must be like 'udp://127.0.0.1:5555'")
  const address = place.slice(place.indexOf(';') + 1)
  const shared = isMulticast(address) && wanted !== '*'
  const port = tryUdpPort(localAddress(address), wanted === '*' ? 0 : Number(wanted), { shared })
  if (port < 0) throw failureOf(-port, 'bind', { address: endpoint })
  return `udp://${place}:${port}`
}

/** What libzmq would bind. Of a name that is no interface's it says so itself. */
function localAddress(address: string): string {
  if (isMulticast(address)) return ANY
  if (IPV4.test(address)) return address
  return networkInterfaces()[address]?.find(({ family }) => family === 'IPv4')?.address ?? ANY
}

function isMulticast(address: string): boolean {
  const first = Number.parseInt(address, 10)
  return IPV4.test(address) && first >= 224 && first <= 239
}

/**
 * The address of a peer, as `address:port`; as it is received it has a NUL at the end. libzmq drops messages to any
 * other.
 */
export function peerAddress(name: string, value: unknown): Uint8Array | string {
  if (typeof value !== 'string' && !Buffer.isBuffer(value) && !(value instanceof Uint8Array))
    throw invalidType(name, 'a string or a Uint8Array', value)
  const text = Buffer.from(value).toString('latin1').replace(/\0$/, '')
  const [, address = '', port = ''] = /^([\d.]+):(\d{1,5})$/.exec(text) ?? []
  if (!IPV4.test(address) || Number(port) < 1 || Number(port) > 65_535)
    throw invalidValue(name, "must be like '127.0.0.1:5555'")
  return text
}
