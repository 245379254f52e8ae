import { type CurveClients, curveClient, curveServer, type Identity, type Socket } from 'czmq'
import { ConfigurationError } from './errors.ts'

/** How a daemon is secured. */
export interface ServerSecurity {
  /** The daemon's certificate, with its secret key; or the path of its files. Then connections are encrypted. */
  certificate?: Identity | undefined
  /** Who may come in, with a certificate: `'*'` (if absent) for whoever knows the daemon's key; a directory; keys. */
  clients?: CurveClients | undefined
  /** Lets a daemon without a certificate listen where other machines reach it. */
  insecure?: boolean | undefined
}

/** Public keys are 40 characters of Z85, among which is `#` itself. */
const WITH_KEY = /^(.+?)#(.{40})$/s

/** An address, and the public key of who is there: `tcp://10.0.0.2:2012#<key>`. */
export function splitKey(address: string): { endpoint: string; key: string | undefined } {
  const match = WITH_KEY.exec(address)
  return match ? { endpoint: match[1] ?? '', key: match[2] } : { endpoint: address, key: undefined }
}

/** Whether only programs on this machine reach an address. */
export function isLocal(address: string): boolean {
  if (/^(ipc|inproc):\/\//.test(address)) return true
  const host = /^tcp:\/\/(.*):[^:]*$/.exec(address)?.[1] ?? ''
  return /^127\.\d+\.\d+\.\d+$/.test(host) || ['localhost', '[::1]', 'lo'].includes(host)
}

/**
 * Secures the socket of a daemon before it is bound.
 *
 * @throws {@link ConfigurationError} when it would listen to other machines without CURVE, and nobody said `insecure`.
 */
export function secureServer(socket: Socket, addresses: readonly string[], security: ServerSecurity): void {
  const { certificate, clients = '*', insecure } = security
  if (certificate !== undefined) {
    curveServer(socket, { certificate, allow: clients })
    return
  }
  const open = addresses.find((each) => !isLocal(each))
  if (open !== undefined && insecure !== true)
    throw new ConfigurationError(
      `${open} can be reached from other machines: give the daemon a certificate, or say insecure: true`,
    )
}

/** Secures the socket of a client: it connects to nobody but who has the key. */
export function secureClient(
  socket: Socket,
  key: string | undefined,
  certificate: Identity | undefined,
): void {
  if (key === undefined) return
  curveClient(socket, { serverKey: key, ...(certificate !== undefined && { certificate }) })
}
