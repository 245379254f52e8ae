import os from 'node:os'
import type { Callable } from '../bind.ts'
import { koffi } from '../koffi.ts'
import { native } from './native.ts'
import { hasRoomForActors } from './zbeacon-actor.ts'

interface Calls {
  bind: Callable
  close: Callable
}

let calls: Calls | undefined

/** Why there is no beacon on this port, which libczmq does not say: an errno value. */
export function refusalOf(port: number): number {
  const { ENOTSUP, ENODEV } = os.constants.errno
  if (process.platform === 'win32') return ENOTSUP
  if (!hasRoomForActors()) return koffi.errno()
  const addresses = interfaceAddresses(native.zsys_interface())
  if (addresses.length === 0) return ENODEV
  return ['0.0.0.0', ...addresses].map((each) => bindError(each, port)).find((errno) => errno !== 0) ?? ENODEV
}

/** The IPv4 addresses of the interface that CZMQ would use. */
function interfaceAddresses(name: string): string[] {
  if (name === '*') return ['0.0.0.0']
  const found = Object.entries(os.networkInterfaces()).filter(([each]) => name === '' || each === name)
  return found
    .flatMap(([, addresses]) => addresses ?? [])
    .filter(({ family, internal }) => family === 'IPv4' && !internal)
    .map(({ address }) => address)
}

/** What binding a socket with CZMQ's settings to an address says: 0 or errno. */
function bindError(address: string, port: number): number {
  const libc = koffi.load(null)
  calls ??= { bind: libc.func('int bind(int, void *, unsigned int)'), close: libc.func('int close(int)') }
  const socket = native.zsys_udp_new(false)
  const name = socketAddress(address, port)
  const errno = calls.bind(socket, name, name.length) === 0 ? 0 : koffi.errno()
  calls.close(socket)
  return errno
}

const AF_INET = 2

/** A `struct sockaddr_in`. */
function socketAddress(address: string, port: number): Buffer {
  const name = Buffer.alloc(16)
  if (process.platform === 'darwin') name.set([16, AF_INET])
  else name.writeUInt16LE(AF_INET)
  name.writeUInt16BE(port, 2)
  name.set(address.split('.').map(Number), 4)
  return name
}
