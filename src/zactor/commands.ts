import { invalidValue } from '../errors.ts'
import * as zmq from '../raw/generated/constants.ts'
import type { Zgossip, Zmonitor } from '../socket-kinds.ts'
import * as zgossip from '../zgossip/index.ts'
import * as zmonitor from '../zmonitor/index.ts'
import * as zproxy from '../zproxy/index.ts'

/** A command: its arguments are checked by the function that carries it out. Answers what C's actor would reply. */
type Command<Actor> = (self: Actor, args: readonly string[]) => readonly string[] | null

interface Entry<Actor> {
  /** How many arguments it takes. */
  readonly least: number
  readonly most: number
  readonly run: Command<Actor>
}

/** CZMQ's names of the types of sockets. */
const TYPES: Readonly<Record<string, number>> = {
  PAIR: zmq.PAIR,
  PUB: zmq.PUB,
  SUB: zmq.SUB,
  REQ: zmq.REQ,
  REP: zmq.REP,
  DEALER: zmq.DEALER,
  ROUTER: zmq.ROUTER,
  PULL: zmq.PULL,
  PUSH: zmq.PUSH,
  XPUB: zmq.XPUB,
  XSUB: zmq.XSUB,
}

function typeOf(name: string): number {
  const type = Object.hasOwn(TYPES, name) ? TYPES[name] : undefined
  if (type === undefined) throw invalidValue('args[0]', "must be the name of a type, like 'PULL'")
  return type
}

function sideOf(name: string): zproxy.Side {
  if (name === 'FRONTEND') return 'frontend'
  if (name === 'BACKEND') return 'backend'
  throw invalidValue('args[0]', "must be 'FRONTEND' or 'BACKEND'")
}

function entry<Actor>(
  least: number,
  most: number,
  run: (self: Actor, ...args: string[]) => unknown,
): Entry<Actor> {
  return {
    least,
    most,
    run: (self, args) => {
      run(self, ...args)
      return null
    },
  }
}

function asking<Actor>(name: string, ask: (self: Actor) => number): Entry<Actor> {
  return { least: 0, most: 0, run: (self) => [name, String(ask(self))] }
}

type Table<Actor> = Readonly<Record<string, Entry<Actor>>>
const MANY = Number.POSITIVE_INFINITY

const PROXY: Table<zproxy.Zproxy> = {
  VERBOSE: entry(0, 0, zproxy.verbose),
  FRONTEND: entry(2, MANY, (self, type = '', endpoints = '', ...topics) =>
    zproxy.frontend(self, typeOf(type), endpoints, ...topics),
  ),
  BACKEND: entry(2, MANY, (self, type = '', endpoints = '', ...topics) =>
    zproxy.backend(self, typeOf(type), endpoints, ...topics),
  ),
  CAPTURE: entry(1, 1, zproxy.capture),
  PAUSE: entry(0, 0, zproxy.pause),
  RESUME: entry(0, 0, zproxy.resume),
  DOMAIN: entry(2, 2, (self, side = '', name = '') => zproxy.domain(self, sideOf(side), name)),
  PLAIN: entry(1, 1, (self, side = '') => zproxy.plain(self, sideOf(side))),
  CURVE: entry(3, 3, (self, side = '', publicKey = '', secretKey = '') =>
    zproxy.curve(self, sideOf(side), publicKey, secretKey),
  ),
}

const GOSSIP: Table<Zgossip> = {
  VERBOSE: entry(0, 0, zgossip.verbose),
  BIND: entry(1, 1, zgossip.bind),
  CONNECT: entry(1, 2, zgossip.connect),
  PUBLISH: entry(2, 2, zgossip.publish),
  STATUS: asking('STATUS', zgossip.status),
  PORT: asking('PORT', zgossip.port),
  'SET PUBLICKEY': entry(1, 1, zgossip.setPublickey),
  'SET SECRETKEY': entry(1, 1, zgossip.setSecretkey),
  'ZAP DOMAIN': entry(1, 1, zgossip.zapDomain),
}

const MONITOR: Table<Zmonitor> = {
  VERBOSE: entry(0, 0, zmonitor.verbose),
  LISTEN: entry(1, MANY, (self, ...events) =>
    zmonitor.listen(self, ...(events as zmonitor.ZmonitorEventName[])),
  ),
  START: entry(0, 0, zmonitor.start),
}

/** Each class of actors and what it can be told. */
export const COMMANDS = { zproxy: PROXY, zgossip: GOSSIP, zmonitor: MONITOR }

/** Carries out a command, when there is such a one that takes so many arguments. */
export function carryOut<Actor>(
  table: Table<Actor>,
  self: Actor,
  command: string,
  args: readonly string[],
): readonly string[] | null {
  const found = Object.hasOwn(table, command) ? table[command] : undefined
  if (!found) throw invalidValue('command', `must be one of ${Object.keys(table).join(', ')}`)
  if (args.length < found.least || args.length > found.most)
    throw invalidValue('args', `must be ${range(found)} for ${command}; there are ${args.length}`)
  return found.run(self, args)
}

function range({ least, most }: { least: number; most: number }): string {
  if (least === most) return String(least)
  return most === MANY ? `${least} or more` : `${least} to ${most}`
}
