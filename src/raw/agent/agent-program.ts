// What a worker thread runs as an agent; see start.ts.

import { workerData } from 'node:worker_threads'
import { errnoName } from '../../errors.ts'
import * as zmq from '../generated/constants.ts'
import { C } from '../index.ts'
import { lastErrno } from '../memory.ts'
import { SLICE } from '../patience.ts'
import { poll } from '../poll.ts'
import { closeAtThreadEnd } from '../thread-end.ts'
import type { Pointer } from '../types.ts'
import type { Engine } from './engine.ts'
import { GossipEngine } from './gossip-engine.ts'
import { type AgentData, AgentFailure, type Reply, receiveAll, sendAll } from './link.ts'
import { ProxyEngine } from './proxy-engine.ts'
import { rehearse } from './rehearsal.ts'

const data = workerData as AgentData
const home = C.zctx_shadow_zmq_ctx(data.context as Pointer)
const control = link(data.control)
const engine: Engine =
  data.agent === 'proxy' ? new ProxyEngine(home) : new GossipEngine(home, link(data.news))

rehearse(home, data.control)
poll([{ socket: control, fd: 0, events: zmq.POLLIN, revents: 0 }], 0)
sendAll(control, ['0', JSON.stringify({ value: null })])
serve()
C.zctx_destroy([home])

function link(endpoint: string): Pointer {
  const socket = C.zsocket_new(home, zmq.PAIR)
  closeAtThreadEnd(socket)
  for (const option of [zmq.SNDHWM, zmq.RCVHWM]) C.zmq_setsockopt(socket, option, new Uint8Array(4), 4)
  C.zmq_connect(socket, endpoint)
  return socket
}

/** Until it is told to end, or its context ends. */
function serve(): void {
  for (;;) {
    const message = receiveAll(control)
    if (message !== null) {
      if (!obey(message.map(String))) return
    } else if (!engine.work() && !rest()) return
  }
}

/** False at the end. */
function obey([id = '', command = '', args = '[]']: string[]): boolean {
  if (command === 'end') {
    const farewell = JSON.stringify({ value: null })
    engine.command('end', [])
    sendAll(control, [id, farewell])
    return false
  }
  sendAll(control, [id, JSON.stringify(attempt(command, args))])
  return true
}

function attempt(command: string, args: string): Reply {
  try {
    return { value: engine.command(command, JSON.parse(args) as unknown[]) ?? null }
  } catch (error) {
    const { errno, syscall, address } =
      error instanceof AgentFailure ? error : new AgentFailure(0, String(error))
    return { failed: { errno, syscall, ...(address !== undefined && { address }) } }
  }
}

/** In slices, because a worker can be terminated only between two steps of JavaScript. False when the context ends. */
function rest(): boolean {
  const { items, most } = engine.interests()
  const own = { socket: control, fd: 0, events: zmq.POLLIN, revents: 0 }
  if (poll([own, ...items], Math.min(most, SLICE)) !== -1) return true
  return errnoName(lastErrno()) === 'EINTR'
}
