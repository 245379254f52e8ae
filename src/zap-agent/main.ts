/**
 * The program of the worker thread that authenticates: it carries out the orders of the thread that started it, one
 * after the other. What goes wrong is an error number of the order, and never the end of the thread.
 */
import { parentPort } from 'node:worker_threads'
import { bindMessages } from '../raw/messages.ts'
import { bindClosing } from '../raw/thread-end.ts'
import { type AgentCommand, type AgentOrder, DONE, ERRNO } from '../raw/zap-agent.ts'
import { Agent } from './agent.ts'

const EINVAL = 22
const EBADF = 9
const agents = new Map<number, Agent>()

// The thread may be ended while it closes an agent, and must not bind functions then
bindMessages()
bindClosing()

parentPort?.on('message', ({ agent, command, reply }: AgentOrder) => {
  const errno = attempt(agent, command)
  if (!reply) return
  const cells = new Int32Array(reply)
  Atomics.store(cells, ERRNO, errno)
  Atomics.store(cells, DONE, 1)
  Atomics.notify(cells, DONE)
})

function attempt(id: number, command: AgentCommand): number {
  try {
    return carryOut(id, command)
  } catch {
    return EINVAL
  }
}

function carryOut(id: number, command: AgentCommand): number {
  if (command.do === 'open') return open(id, command)
  const agent = agents.get(id)
  if (!agent) return EBADF
  if (command.do === 'close') agents.delete(id)
  agent.obey(command)
  return 0
}

function open(id: number, { lent, link }: AgentCommand & { do: 'open' }): number {
  const agent = new Agent(link)
  agent.open(lent)
  agents.set(id, agent)
  return 0
}
