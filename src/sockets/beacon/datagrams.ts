import { createSocket, type RemoteInfo, type Socket } from 'node:dgram'
import { isIPv4 } from 'node:net'
import { CzmqError, type ErrorCode } from '../../errors.ts'
import type { Link } from './links.ts'

/** UDP sockets of a beacon. None of them keeps the process alive unless it is told to. */

/** Nothing is to be looked up, so binding and sending need not wait for it. */
function open(address: string, reuseAddr: boolean, onError: (error: Error) => void): Socket {
  const family = isIPv4(address) ? 4 : 6
  const socket = createSocket({
    type: family === 4 ? 'udp4' : 'udp6',
    reuseAddr,
    ipv6Only: family === 6,
    lookup: (host, _options, callback) => callback(null, host, family),
  })
  return socket.on('error', onError).unref()
}

/** What a beacon is told by Node. */
export function asCzmqError(error: NodeJS.ErrnoException): CzmqError {
  const { code = 'UNKNOWN', errno, syscall, message } = error
  const details = { ...(errno !== undefined && { errno: Math.abs(errno) }), ...(syscall && { syscall }) }
  return new CzmqError(code as ErrorCode, message, { ...details, cause: error })
}

/** Sends on one link, from a port of its own: so what it has sent can be told from what others have. */
export class Speaker {
  readonly link: Link
  readonly #socket: Socket
  #open = true

  constructor(link: Link, group: string | null, onError: (error: Error) => void) {
    this.link = link
    this.#socket = open(link.address, false, (error) => {
      this.close()
      onError(error)
    })
    this.#socket.bind({ address: link.address, port: 0, exclusive: true }, () => this.#prepare(group))
  }

  #prepare(group: string | null): void {
    if (group === null) this.#socket.setBroadcast(true)
    else this.#socket.setMulticastInterface(isIPv4(group) ? this.link.address : `::%${this.link.name}`)
  }

  get open(): boolean {
    return this.#open
  }

  /** Whether a datagram came from here. */
  sent({ address, port }: RemoteInfo): boolean {
    if (!this.#open) return false
    const own = this.#socket.address()
    return own.port === port && withoutScope(address) === withoutScope(this.link.address)
  }

  /** One that fails is closed; nothing else comes of it. */
  send(data: Uint8Array, port: number): void {
    if (!this.#open) return
    this.#socket.send(data, port, this.link.target, (error) => {
      if (error) this.close()
    })
  }

  close(): void {
    if (!this.#open) return
    this.#open = false
    this.#socket.close()
  }
}

/** Not all runtimes say at which interface an IPv6 address is. */
function withoutScope(address: string): string {
  return address.replace(/%.*/, '')
}

/** Receives on a port that it shares with all beacons of this host. */
export class Listener {
  readonly #socket: Socket
  readonly #group: string | null
  #open = true

  constructor(
    port: number,
    group: string | null,
    onDatagram: (data: Buffer, from: RemoteInfo) => void,
    onError: (error: Error) => void,
  ) {
    const address = group === null || isIPv4(group) ? '0.0.0.0' : '::'
    this.#group = group
    this.#socket = open(address, true, (error) => {
      this.close()
      onError(error)
    })
    this.#socket.on('message', onDatagram)
    this.#socket.bind({ address, port, exclusive: true })
  }

  /** Hears what is sent to the group on this link. Where it does already, or cannot, nothing changes. */
  join({ name, address }: Link): void {
    if (this.#group === null || !this.#open) return
    const at = isIPv4(this.#group) ? address : `::%${name}`
    try {
      this.#socket.addMembership(this.#group, at)
    } catch {
      // It has joined already, or the interface is not ready: then it is tried again
    }
  }

  keepAlive(alive: boolean): void {
    if (!this.#open) return
    if (alive) this.#socket.ref()
    else this.#socket.unref()
  }

  close(): void {
    if (!this.#open) return
    this.#open = false
    this.#socket.close()
  }
}
