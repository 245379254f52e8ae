import { execFileSync } from 'node:child_process'
import { cProgram, nodeProgram, type Program, pythonProgram, withArguments } from './measure.ts'

/** What runs the same work, by name. */
export type Contestants = Record<string, Program>

/** What all others are compared with. */
export const C_NAME = 'C, libzmq'

/** The asynchronous sockets of czmq, by both of its ways, and of zeromq.js. */
export function sockets(): Contestants {
  const sockets = nodeProgram('sockets.ts')
  const czmq = withArguments(sockets, 'czmq')
  return {
    'czmq sockets, addon': { ...czmq, env: { CZMQ_EVENT_LOOP: 'addon' } },
    'czmq sockets, poll(2)': { ...czmq, env: { CZMQ_EVENT_LOOP: 'poll' } },
    'zeromq.js': withArguments(sockets, 'zeromq'),
  }
}

/** All that can send and receive a flow of messages between two processes. */
export function flows(): Contestants {
  return {
    [C_NAME]: withArguments(cProgram('throughput'), 'zmq'),
    'C, CZMQ': withArguments(cProgram('throughput'), 'zframe'),
    ...sockets(),
    'czmq namespaces': withArguments(nodeProgram('namespaces.ts'), 'zframe'),
    ...python('peer.py'),
  }
}

/** Those that wait for answers: C by one of its programs, the sockets, and Python. */
export function waiters(cName: string): Contestants {
  return { [C_NAME]: cProgram(cName), ...sockets(), ...python('peer.py') }
}

/** Receiving large messages into memory that is used again and again. */
export function reusingMemory(): Contestants {
  const czmq = withArguments(nodeProgram('sockets.ts'), 'czmq')
  return { 'czmq sockets, `receiveInto`': { ...czmq, env: { RECEIVE_INTO: '1' } } }
}

/** The first python3, and that of the system, which has the distribution's packages. */
const PYTHONS = ['python3', '/usr/bin/python3']
let found: string | null | undefined

/** pyzmq with `peers/<name>`, where it is installed. */
export function python(name: string): Contestants {
  if (found === undefined) found = PYTHONS.find((each) => canRun(each, ['-c', 'import zmq'])) ?? null
  return found ? { pyzmq: pythonProgram(found, name) } : {}
}

function canRun(command: string, args: string[]): boolean {
  try {
    execFileSync(command, args, { stdio: 'ignore' })
    return true
  } catch {
    return false
  }
}
