import type { Callable } from './bind.ts'
import { koffi } from './koffi.ts'

/** What libzmq does not ask before it binds a UDP port: whether that is possible. If not, it tries for ever. */

const AF_INET = 2
const SOCK_DGRAM = 2
const [SOL_SOCKET, SO_REUSEADDR] = process.platform === 'linux' ? [1, 2] : [0xffff, 4]

interface Calls {
  socket: Callable
  bind: Callable
  name: Callable
  option: Callable
  close: Callable
}

let calls: Calls | undefined

function bound(): Calls {
  if (calls) return calls
  const libc = koffi.load(null)
  calls = {
    socket: libc.func('int socket(int, int, int)'),
    bind: libc.func('int bind(int, void *, unsigned int)'),
    name: libc.func('int getsockname(int, void *, void *)'),
    option: libc.func('int setsockopt(int, int, int, void *, unsigned int)'),
    close: libc.func('int close(int)'),
  }
  return calls
}

/**
 * Binds an IPv4 address and lets it go again: the port, which the system has chosen for 0, or -errno.
 *
 * @param shared - Whether others may have bound it. libzmq shares any port, but only one socket gets what comes to it.
 */
export function tryUdpPort(address: string, port: number, { shared }: { shared: boolean }): number {
  const { socket, bind, option, close } = bound()
  const descriptor = socket(AF_INET, SOCK_DGRAM, 0) as number
  if (descriptor < 0) return -koffi.errno()
  if (shared) option(descriptor, SOL_SOCKET, SO_REUSEADDR, Int32Array.of(1), 4)
  const name = socketAddress(address, port)
  const result = bind(descriptor, name, name.length) === 0 ? portOf(descriptor, name) : -koffi.errno()
  close(descriptor)
  return result
}

function portOf(descriptor: number, name: Buffer): number {
  return bound().name(descriptor, name, Uint32Array.of(name.length)) === 0
    ? name.readUInt16BE(2)
    : -koffi.errno()
}

/** A `struct sockaddr_in`. */
function socketAddress(address: string, port: number): Buffer {
  const name = Buffer.alloc(16)
  if (process.platform === 'darwin') name.set([16, AF_INET])
  else name.writeUInt16LE(AF_INET)
  name.writeUInt16BE(port, 2)
  name.set(address.split('.').map(Number), 4)
  return name
}
