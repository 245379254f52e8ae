import * as zmq from '../generated/constants.ts'
import { C } from '../index.ts'
import { lastErrno } from '../memory.ts'
import { eventsOf } from '../socket-state.ts'
import { closeAtThreadEnd } from '../thread-end.ts'
import type { Pointer, PollItem } from '../types.ts'
import type { Engine } from './engine.ts'
import { decodeGossip, encodeGossip, type GossipMessage, LARGEST_VALUE, LONGEST_KEY } from './gossip-codec.ts'
import { AgentFailure, receiveAll, sendAll } from './link.ts'
import { bindTo, connectTo, type Security, setOptions } from './socket-set-up.ts'

/** How often a server hears of us. A native one forgets clients that are silent. */
const PING_INTERVAL = 500
/** How many messages of one socket are taken before the next one gets its turn. */
const TURN = 256
/** A PUBLISH with the longest key and the largest value. */
const LARGEST_MESSAGE = LARGEST_VALUE + LONGEST_KEY + 13

interface Tuple {
  key: Buffer
  value: Buffer
}

/**
 * One node of a gossip network: it keeps what its program and its peers publish, tells the program of everything new,
 * and passes it on to all peers. Whatever strangers send is passed over.
 */
export class GossipEngine implements Engine {
  readonly #home: Pointer<'zctx_t'>
  readonly #news: Pointer
  /** By the bytes of their keys. */
  readonly #tuples = new Map<string, Tuple>()
  #router: Pointer | null = null
  #port = 0
  /** Peers that have connected to us and said HELLO. */
  readonly #clients = new Map<string, Buffer>()
  readonly #remotes: Pointer[] = []
  #pinged = performance.now()
  #name = ''
  #verbose = false

  constructor(home: Pointer<'zctx_t'>, news: Pointer) {
    this.#home = home
    this.#news = news
  }

  command(name: string, args: unknown[]): unknown {
    switch (name) {
      case 'bind':
        return this.#bind(args as [string, Security])
      case 'connect':
        return this.#connect(args as [string, Security])
      case 'publish':
        return this.#accept(Buffer.from(String(args[0])), Buffer.from(String(args[1])), null)
      case 'status':
        return this.#tuples.size
      case 'port':
        return this.#port
      case 'name':
        this.#name = String(args[0])
        return null
      case 'verbose':
        this.#verbose = true
        return null
      case 'end':
        return this.#end()
    }
    throw new Error(`unknown command ${name}`)
  }

  #bind([address, options]: [string, Security]): number {
    const router = this.#router ?? this.#create(zmq.ROUTER, options)
    try {
      const port = bindTo(router, address)
      this.#log(`bound to ${address}`)
      this.#router = router
      if (port !== 0) this.#port = port
      return port
    } catch (error) {
      if (router !== this.#router) this.#close(router)
      throw error
    }
  }

  #connect([address, options]: [string, Security]): void {
    const remote = this.#create(zmq.DEALER, options)
    try {
      connectTo(remote, address)
    } catch (error) {
      this.#close(remote)
      throw error
    }
    this.#remotes.push(remote)
    this.#log(`connected to ${address}`)
    this.#introduce(remote)
  }

  #log(text: string): void {
    if (this.#verbose) C.zsys_info('%s', `${this.#name}: ${text}`)
  }

  /** Without limits, because an agent never waits. */
  #create(type: number, options: Security): Pointer {
    const socket: Pointer | null = C.zsocket_new(this.#home, type)
    if (!socket) throw new AgentFailure(lastErrno(), 'zmq_socket')
    closeAtThreadEnd(socket)
    try {
      setOptions(socket, options)
    } catch (error) {
      this.#close(socket)
      throw error
    }
    for (const option of [zmq.SNDHWM, zmq.RCVHWM]) C.zmq_setsockopt(socket, option, new Uint8Array(4), 4)
    const most = new Uint8Array(BigInt64Array.of(BigInt(LARGEST_MESSAGE)).buffer)
    C.zmq_setsockopt(socket, zmq.MAXMSGSIZE, most, most.length)
    if (type === zmq.ROUTER)
      C.zmq_setsockopt(socket, zmq.ROUTER_MANDATORY, new Uint8Array(Int32Array.of(1).buffer), 4)
    return socket
  }

  #close(socket: Pointer | null): void {
    if (socket) C.zsocket_destroy(this.#home, socket)
  }

  #end(): void {
    for (const each of [this.#router, ...this.#remotes]) this.#close(each)
    this.#router = null
    this.#remotes.length = 0
  }

  /** Says hello, which the peer answers with all that it knows, and tells what is known here. */
  #introduce(remote: Pointer): void {
    sendAll(remote, [encodeGossip({ type: 'HELLO' })])
    for (const { key, value } of this.#tuples.values())
      sendAll(remote, [encodeGossip({ type: 'PUBLISH', key, value })])
  }

  /**
   * What is new is kept, delivered and passed on; what is known is not, so that it does not go round for ever. Who told
   * it is not told: two nodes that change a key at once would answer each other without end.
   */
  #accept(key: Buffer, value: Buffer, from: Buffer | Pointer | null): void {
    const name = key.toString('latin1')
    if (this.#tuples.get(name)?.value.equals(value)) return
    this.#tuples.set(name, { key, value })
    this.#log(`${key} = ${value}`)
    sendAll(this.#news, ['DELIVER', key, value])
    const frame = encodeGossip({ type: 'PUBLISH', key, value })
    const source = Buffer.isBuffer(from) ? from.toString('latin1') : from
    for (const [id, client] of this.#clients) if (id !== source) this.#tell(client, frame)
    for (const remote of this.#remotes) if (remote !== source) sendAll(remote, [frame])
  }

  /** A client that is gone is forgotten. */
  #tell(client: Buffer, frame: Buffer): void {
    if (this.#router && !sendAll(this.#router, [client, frame]))
      this.#clients.delete(client.toString('latin1'))
  }

  work(): boolean {
    this.#ping()
    while (receiveAll(this.#news));
    const fromClients = this.#router !== null && this.#take(this.#router, (frames) => this.#heard(frames))
    let worked = fromClients
    for (const remote of this.#remotes)
      if (this.#take(remote, (frames) => this.#answered(remote, frames))) worked = true
    return worked
  }

  #take(socket: Pointer, use: (frames: Buffer[]) => void): boolean {
    if (!(eventsOf(socket) & zmq.POLLIN)) return false
    for (let count = 0; count < TURN; count++) {
      const frames = receiveAll(socket)
      if (frames === null) return count > 0
      use(frames)
    }
    return true
  }

  /** A message of a client. */
  #heard([client, frame, ...rest]: Buffer[]): void {
    const message = frame && rest.length === 0 ? decodeGossip(frame) : null
    if (!client || !message) return
    const name = client.toString('latin1')
    if (message.type === 'HELLO') this.#welcome(name, client)
    else if (!this.#clients.has(name)) this.#reply(client, { type: 'INVALID' })
    else if (message.type === 'PUBLISH') this.#accept(message.key, message.value, client)
    else this.#reply(client, { type: message.type === 'PING' ? 'PONG' : 'INVALID' })
  }

  #welcome(name: string, client: Buffer): void {
    this.#clients.set(name, client)
    for (const { key, value } of this.#tuples.values())
      this.#tell(client, encodeGossip({ type: 'PUBLISH', key, value }))
  }

  #reply(client: Buffer, message: GossipMessage): void {
    this.#tell(client, encodeGossip(message))
  }

  /** A message of a server. One that has forgotten us, or started anew, calls what we say invalid. */
  #answered(remote: Pointer, [frame, ...rest]: Buffer[]): void {
    const message = frame && rest.length === 0 ? decodeGossip(frame) : null
    if (message?.type === 'PUBLISH') this.#accept(message.key, message.value, remote)
    else if (message?.type === 'INVALID') this.#introduce(remote)
  }

  #ping(): void {
    if (performance.now() - this.#pinged < PING_INTERVAL) return
    this.#pinged = performance.now()
    for (const remote of this.#remotes) sendAll(remote, [encodeGossip({ type: 'PING' })])
  }

  interests(): { items: PollItem[]; most: number } {
    const sockets = [this.#news, ...this.#remotes]
    if (this.#router) sockets.push(this.#router)
    const items = sockets.map((socket) => ({ socket, fd: 0, events: zmq.POLLIN, revents: 0 }))
    return { items, most: PING_INTERVAL }
  }
}
