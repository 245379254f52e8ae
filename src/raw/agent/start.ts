import { randomUUID } from 'node:crypto'
import { constants } from 'node:os'
import { isMainThread } from 'node:worker_threads'
import { CzmqError, errnoName } from '../../errors.ts'
import { native } from '../compat/native.ts'
import { LINGER, PAIR, POLLIN, RCVHWM, SNDHWM } from '../generated/constants.ts'
import { hasDescriptors, hasRoomForWorker } from '../headroom.ts'
import { ProgramThread } from '../launch.ts'
import { lastErrno } from '../memory.ts'
import { bindMessages } from '../messages.ts'
import { SLICE } from '../patience.ts'
import { poll } from '../poll.ts'
import { closeAtThreadEnd, closeEarly } from '../thread-end.ts'
import type { Pointer } from '../types.ts'
import { type AgentData, type Reply, receiveAll, sendAll } from './link.ts'

/**
 * Agents: what CZMQ's actors do, in a worker thread. The native ones end or hang the process where a port is taken, a
 * peer is slow or a stranger sends four bytes; ARCHITECTURE.md has the list. An agent works while the program blocks
 * in C, does not keep the process alive, and never waits for anybody.
 */

/** One agent, as the thread that started it sees it. */
export interface Agent {
  /** Commands and their answers. */
  readonly control: Pointer<'void'>
  /** What the agent tells by itself. */
  readonly news: Pointer<'void'> | null
  /** Where it works. */
  readonly thread: ProgramThread
}

/** How long an agent may take to start, or to answer. It needs milliseconds, but a busy machine may let it wait. */
const PATIENCE = 30_000
/** How long the end of the process waits for it. */
const LAST_PATIENCE = 3000

const agents = new Map<Pointer, Agent>()
const counted = new Set<Pointer>()
let lastId = 0

/** The agent with this control socket. */
export function agentOf(control: Pointer): Agent {
  const found = agents.get(control)
  if (!found) throw new TypeError('not an agent of this thread, or already ended')
  return found
}

/**
 * Starts an agent in a 0MQ context, and waits until it is there.
 *
 * @throws {@link CzmqError} `EMFILE`, `EAGAIN` when no thread can be started, `ETERM`, `ETIMEDOUT`; `EPIPE` when the
 *   thread has ended.
 */
export function startAgent(kind: AgentData['agent'], context: Pointer): Agent {
  // Now, because koffi ends the process when it binds a function while a worker is being terminated
  bindMessages()
  if (!hasRoomForWorker()) throw failed(lastErrno(), 'an agent')
  const name = `inproc://czmq.agent.${randomUUID()}`
  const control = pair(context, name)
  let news: Pointer<'void'> | null = null
  try {
    if (kind === 'gossip') news = pair(context, `${name}.news`)
    const thread = launch({ agent: kind, context, control: name, news: news ? `${name}.news` : '' })
    valueIn(replyTo('0', { control, thread }, PATIENCE))
    const agent = { control, news, thread }
    agents.set(control, agent)
    return agent
  } catch (error) {
    for (const each of [control, news]) if (each) close(each)
    throw error
  }
}

/** Nothing may limit what an agent tells, because it never waits. It lingers, so that the last command arrives. */
function pair(context: Pointer, endpoint: string): Pointer<'void'> {
  const socket = hasDescriptors() ? newSocket(context) : null
  if (!socket) throw failed(lastErrno(), 'zmq_socket')
  closeAtThreadEnd(socket)
  native.zmq_setsockopt(socket, LINGER, new Uint8Array(Int32Array.of(-1).buffer), 4)
  for (const option of [SNDHWM, RCVHWM]) native.zmq_setsockopt(socket, option, new Uint8Array(4), 4)
  if (native.zmq_bind(socket, endpoint) === -1) {
    const errno = lastErrno()
    close(socket)
    throw failed(errno, 'zmq_bind', endpoint)
  }
  return socket
}

/**
 * CZMQ counts sockets of its own context, so that `zsys_shutdown` does not wait for them; the system closes those of a
 * worker that is terminated, and they cannot be counted.
 */
function newSocket(context: Pointer): Pointer<'void'> | null {
  if (!isMainThread || context !== native.zsys_init())
    return native.zmq_socket(context, PAIR) as Pointer<'void'> | null
  const socket = native.zsys_socket(PAIR, null, 0)
  if (socket) counted.add(socket)
  return socket
}

function close(socket: Pointer): void {
  if (counted.delete(socket)) native.zsys_close(socket, null, 0)
  else if (!closeEarly(socket)) native.zmq_close(socket)
}

/** Whoever started it learns of its end by the answer that does not come. */
function launch(data: AgentData): ProgramThread {
  const thread = new ProgramThread('agent-program', { workerData: data, name: `czmq ${data.agent}` })
  thread.worker.on('error', () => undefined)
  return thread
}

/**
 * Has an agent do something and answers what it says.
 *
 * @throws {@link CzmqError} What failed there; `ETERM`, `ETIMEDOUT` when the agent does not answer, `EPIPE` when its
 *   thread has ended.
 */
export function request(control: Pointer, command: string, ...args: readonly unknown[]): unknown {
  const id = String(++lastId)
  if (!sendAll(control, [id, command, JSON.stringify(args)])) throw failed(lastErrno(), command)
  return valueIn(replyTo(id, agentOf(control), PATIENCE))
}

/** Waits for the answer with this number; answers to questions that were given up are passed over. */
function replyTo(id: string, { control, thread }: Omit<Agent, 'news'>, milliseconds: number): Reply {
  const deadline = performance.now() + milliseconds
  let ended = false
  while (performance.now() < deadline) {
    const [tag, text] = receiveAll(control) ?? []
    if (tag !== undefined && tag.toString() === id) return JSON.parse(String(text)) as Reply
    if (tag !== undefined) continue
    if (ended) throw failed(constants.errno.EPIPE, "the agent's thread has ended")
    // What it has said last is still looked for
    ended = !comes(control) && thread.ended
  }
  throw failed(constants.errno.ETIMEDOUT, 'an agent')
}

/** Waits a little; whether something has come. */
function comes(control: Pointer): boolean {
  const count = poll([{ socket: control, fd: 0, events: POLLIN, revents: 0 }], SLICE)
  if (count !== -1) return count > 0
  const errno = lastErrno()
  if (errnoName(errno) !== 'EINTR') throw failed(errno, 'zmq_poll')
  return true
}

function valueIn(reply: Reply): unknown {
  if ('value' in reply) return reply.value
  const { errno, syscall, address } = reply.failed
  throw failed(errno, syscall, address)
}

function failed(errno: number, syscall: string, address?: string): CzmqError {
  const code = errnoName(errno)
  const where = address === undefined ? '' : ` '${address}'`
  return new CzmqError(code, `${code}: ${native.zmq_strerror(errno)}, ${syscall}${where}`, {
    errno,
    syscall,
    ...(address !== undefined && { address }),
  })
}

/**
 * Ends an agent and waits until its sockets are closed; the end of the process waits a little, the collector not at
 * all.
 */
export function endAgent(control: Pointer, reason: 'asked' | 'collected' | 'exit'): void {
  const agent = agents.get(control)
  if (!agent) return
  agents.delete(control)
  const id = String(++lastId)
  try {
    if (sendAll(control, [id, 'end', '[]']) && reason !== 'collected')
      replyTo(id, agent, reason === 'exit' ? LAST_PATIENCE : PATIENCE)
  } catch {
    // Its context has ended, or its thread, and the agent with it
  }
  close(control)
  if (agent.news) close(agent.news)
}

/** Of an agent whose control socket somebody else has closed, together with its context. */
export function forgetAgent(control: Pointer): void {
  agents.delete(control)
}
