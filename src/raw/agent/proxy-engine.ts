import * as zmq from '../generated/constants.ts'
import { C } from '../index.ts'
import { lastErrno } from '../memory.ts'
import { eventsOf } from '../socket-state.ts'
import { closeAtThreadEnd } from '../thread-end.ts'
import type { Pointer, PollItem } from '../types.ts'
import type { Engine } from './engine.ts'
import { AgentFailure } from './link.ts'
import { ProxyLane } from './proxy-lane.ts'
import { bindTo, connectTo, type Security, setOption, setOptions } from './socket-set-up.ts'

/** Which end of a proxy. */
export type Side = 'frontend' | 'backend'

/** How an end of a proxy is made. */
export interface Configuration {
  type: number
  /** What to bind and connect it to. */
  endpoints: { action: 'bind' | 'connect'; address: string }[]
  /** For SUB. */
  topics: string[]
  /** Its security. */
  options: Security
}

/** Passes messages between two sockets, in both directions as far as their types allow. */
export class ProxyEngine implements Engine {
  readonly #home: Pointer<'zctx_t'>
  #frontend: Pointer | null = null
  #backend: Pointer | null = null
  #capture: Pointer | null = null
  readonly #forth = new ProxyLane()
  readonly #back = new ProxyLane()
  #paused = false
  #verbose = false

  constructor(home: Pointer<'zctx_t'>) {
    this.#home = home
  }

  /** Arguments may be secret keys, so only the name of a command is logged. */
  command(name: string, args: unknown[]): unknown {
    if (this.#verbose) C.zsys_info('%s', `zproxy: ${name}`)
    switch (name) {
      case 'frontend':
      case 'backend':
        return this.#configure(name, args[0] as Configuration)
      case 'adopt':
        return this.#adopt(args as [string, string, number])
      case 'capture':
        return this.#captureTo(args as [number, string])
      case 'pause':
      case 'resume':
        this.#paused = name === 'pause'
        return null
      case 'verbose':
        this.#verbose = true
        return null
      case 'statistics':
        return this.#statistics
      case 'end':
        return this.#end()
    }
    throw new Error(`unknown command ${name}`)
  }

  get #statistics(): unknown {
    const forth = { messages: this.#forth.messages, bytes: this.#forth.bytes }
    const back = { messages: this.#back.messages, bytes: this.#back.bytes }
    return { frontend: { received: forth, sent: back }, backend: { received: back, sent: forth } }
  }

  /** The new socket takes the place of the old one when everything has succeeded. */
  #configure(side: Side, configuration: Configuration): number {
    const socket = this.#create(configuration.type)
    try {
      const port = prepare(socket, configuration)
      this.#replace(side, socket)
      return port
    } catch (error) {
      this.#close(socket)
      throw error
    }
  }

  #replace(side: Side, socket: Pointer): void {
    if (side === 'frontend') {
      this.#close(this.#frontend)
      this.#frontend = socket
    } else {
      this.#close(this.#backend)
      this.#backend = socket
    }
  }

  /** Sockets that another thread made for us and uses no more; their context says how long they linger. */
  #adopt([frontend, backend, linger]: [string, string, number]): void {
    C.zctx_set_linger(this.#home, linger)
    this.#frontend = BigInt(frontend) as Pointer
    this.#backend = BigInt(backend) as Pointer
    for (const each of [this.#frontend, this.#backend]) closeAtThreadEnd(each)
  }

  #captureTo([type, address]: [number, string]): void {
    const socket = this.#create(type)
    try {
      connectTo(socket, address)
    } catch (error) {
      this.#close(socket)
      throw error
    }
    this.#close(this.#capture)
    this.#capture = socket
  }

  #create(type: number): Pointer {
    const socket: Pointer | null = C.zsocket_new(this.#home, type)
    if (!socket) throw new AgentFailure(lastErrno(), 'zmq_socket')
    closeAtThreadEnd(socket)
    return socket
  }

  #close(socket: Pointer | null): void {
    if (socket) C.zsocket_destroy(this.#home, socket)
  }

  #end(): void {
    for (const each of [this.#frontend, this.#backend, this.#capture]) this.#close(each)
    this.#frontend = null
    this.#backend = null
    this.#forth.end()
    this.#back.end()
  }

  work(): boolean {
    const front = this.#frontend
    const back = this.#backend
    if (this.#paused || !front || !back) return false
    if (this.#capture && !(eventsOf(this.#capture) & zmq.POLLOUT)) return false
    const toBack = this.#isOpen(this.#forth, front, back) && this.#forth.move(front, back, this.#capture)
    const toFront = this.#isOpen(this.#back, back, front) && this.#back.move(back, front, this.#capture)
    return toBack || toFront
  }

  #isOpen(lane: ProxyLane, from: Pointer, to: Pointer): boolean {
    return (lane.waiting || (eventsOf(from) & zmq.POLLIN) !== 0) && (eventsOf(to) & zmq.POLLOUT) !== 0
  }

  /** What has a message is waited for only when that could go on; else the one that has no room. */
  interests(): { items: PollItem[]; most: number } {
    const most = Number.POSITIVE_INFINITY
    const front = this.#frontend
    const back = this.#backend
    if (this.#paused || !front || !back) return { items: [], most }
    if (this.#capture && !(eventsOf(this.#capture) & zmq.POLLOUT))
      return { items: [item(this.#capture, zmq.POLLOUT)], most }
    return {
      items: [this.#interest(this.#forth, front, back), this.#interest(this.#back, back, front)],
      most,
    }
  }

  #interest(lane: ProxyLane, from: Pointer, to: Pointer): PollItem {
    const isBlocked = lane.waiting || (eventsOf(from) & zmq.POLLIN) !== 0
    return isBlocked ? item(to, zmq.POLLOUT) : item(from, zmq.POLLIN)
  }
}

function item(socket: Pointer, events: number): PollItem {
  return { socket, fd: 0, events, revents: 0 }
}

/** Sets options, subscribes and attaches; answers the port that was bound last, 0 if there is none. */
function prepare(socket: Pointer, { endpoints, topics, options }: Configuration): number {
  setOptions(socket, options)
  for (const topic of topics) setOption(socket, zmq.SUBSCRIBE, Buffer.from(topic))
  let port = 0
  for (const { action, address } of endpoints) {
    if (action === 'bind') port = bindTo(socket, address)
    else connectTo(socket, address)
  }
  return port
}
