import { execFileSync } from 'node:child_process'
import { closeSync, openSync } from 'node:fs'
import koffi from 'koffi'
import { C, zmq } from '../../src/index.ts'

/** Networks of hosts for one test: network namespaces on a bridge, which nothing outside can see. */

/** One host: a network namespace. */
export interface Host {
  /** For `ip netns exec`. */
  readonly name: string
  readonly address: string
}

/** Its interface to the others; besides it there is `lo`. */
export const INTERFACE = 'net0'
export const BROADCAST = '10.77.0.255'
const HUB = 0
const CLONE_NEWNET = 0x40000000

function ip(...args: string[]): void {
  execFileSync('ip', args, { stdio: ['ignore', 'ignore', 'pipe'] })
}

function nameOf(host: number): string {
  return `czmq-${process.pid}-${host}`
}

/** Why there can be none on this machine; null when there can. */
function obstacle(): string | null {
  if (process.platform !== 'linux') return 'network namespaces exist on Linux only'
  if (process.getuid?.() !== 0) return 'making network namespaces needs root'
  try {
    const network = makeNetwork(1)
    network.remove()
    return null
  } catch (error) {
    return `network namespaces cannot be made: ${error instanceof Error ? error.message.trim() : error}`
  }
}

/** A network of its own. */
export interface Network {
  readonly hosts: Host[]
  remove: () => void
}

/** Connects so many hosts: 10.77.0.1, 10.77.0.2, … */
export function makeNetwork(count: number): Network {
  const names = Array.from({ length: count + 1 }, (_, index) => nameOf(index))
  const remove = () => names.forEach(removeNamespace)
  remove()
  try {
    for (const name of names) ip('netns', 'add', name)
    ip('-n', nameOf(HUB), 'link', 'add', 'bridge', 'type', 'bridge')
    ip('-n', nameOf(HUB), 'link', 'set', 'bridge', 'up')
    const hosts = Array.from({ length: count }, (_, index) => connect(index + 1))
    return { hosts, remove }
  } catch (error) {
    remove()
    throw error
  }
}

function removeNamespace(name: string): void {
  try {
    ip('netns', 'del', name)
  } catch {
    // It was not made
  }
}

function connect(number: number): Host {
  const [name, port] = [nameOf(number), `port${number}`]
  const address = `10.77.0.${number}`
  const pair = ['link', 'add', INTERFACE, 'netns', name, 'type', 'veth', 'peer', 'name', port]
  ip(...pair, 'netns', nameOf(HUB))
  ip('-n', nameOf(HUB), 'link', 'set', port, 'master', 'bridge', 'up')
  ip('-n', name, 'addr', 'add', `${address}/24`, 'brd', BROADCAST, 'dev', INTERFACE)
  ip('-n', name, '-6', 'addr', 'add', `fd77::${number}/64`, 'nodad', 'dev', INTERFACE)
  for (const each of ['lo', INTERFACE]) ip('-n', name, 'link', 'set', each, 'up')
  return { name, address }
}

/** Takes a host's interface away for good. */
export function unplug(host: Host): void {
  ip('-n', host.name, 'link', 'del', INTERFACE)
}

/** Gives it back. */
export function plugIn(host: Host): void {
  connect(Number(host.name.split('-').at(-1)))
}

/**
 * From here on this thread is on a host, and so are the sockets and processes that it makes. Answers how to come back.
 * libzmq's I/O threads stay where they are: those of the context that all tests share are started before.
 */
export function enter(host: Host): () => void {
  C.zsock_destroy([C.zsock_new(zmq.PAIR)])
  const home = openSync('/proc/thread-self/ns/net', 'r')
  setNamespace(`/run/netns/${host.name}`)
  return () => {
    moveTo(home)
    closeSync(home)
  }
}

function setNamespace(path: string): void {
  const descriptor = openSync(path, 'r')
  try {
    moveTo(descriptor)
  } finally {
    closeSync(descriptor)
  }
}

function moveTo(descriptor: number): void {
  const setns = koffi.load(null).func('int setns(int, int)')
  if (setns(descriptor, CLONE_NEWNET) !== 0) throw new Error(`setns: errno ${koffi.errno()}`)
}

const reason = obstacle()

/** `describe` for tests that need networks; where there can be none they are skipped, and the title says why. */
export function describeNetwork(title: string, body: (this: Mocha.Suite) => void): void {
  if (reason === null) describe(title, body)
  else describe.skip(`${title} (skipped: ${reason})`, body)
}
