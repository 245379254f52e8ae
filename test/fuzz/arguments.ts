import { zmq } from '../../src/index.ts'
import type { Random } from '../attacks/random.ts'
import { hostileNames } from './hostile.ts'
import { handles, KEY, objects, STATES, type State } from './objects.ts'
import type { Operation } from './surface.ts'

/** What is given to a call, as data: it can be made again, and shown without touching the value. */
export type Spec =
  | { readonly hostile: string }
  /** One of fast-check's. */
  | { readonly anything: number }
  | { readonly plain: string | number | boolean | null }
  | { readonly bytes: number }
  | { readonly object: string; readonly state: State; readonly n: number; readonly again: boolean }
  | { readonly callback: (typeof CALLBACKS)[number] }
  | { readonly list: readonly Spec[] }
  | { readonly record: Readonly<Record<string, Spec>> }

/** What a function of the caller does when it is called. */
export const CALLBACKS = [
  'returns 0',
  'ends',
  'throws',
  'rejects',
  'destroys its arguments',
  'destroys all',
  'calls',
] as const

/** One call. */
export interface Step {
  readonly operation: number
  readonly self: Spec | null
  readonly args: readonly Spec[]
}

/** So many values of fast-check there are to choose from. */
export const ANYTHING = 1500

const plain = (...values: (string | number | boolean | null)[]): Spec[] =>
  values.map((each) => ({ plain: each }))
const bytes = (...sizes: number[]): Spec[] => sizes.map((each) => ({ bytes: each }))
const ENDPOINTS = plain(
  'tcp://127.0.0.1:*',
  'tcp://127.0.0.1:9',
  'inproc://a',
  'inproc://b',
  'ipc://*',
  'ipc://fuzz',
  'tcp://[::1]:*',
  'tcp://127.0.0.1:!',
  '@inproc://a',
  '>inproc://a',
  '@tcp://127.0.0.1:*,>inproc://a',
)
const NUMBERS = plain(0, 1, 2, 3, 5, 16, 255, 1000, -1, 65_536)
const TEXTS = plain(
  'a',
  'topic',
  'global',
  'CURVE',
  '127.0.0.1',
  'lo',
  'root/a',
  KEY,
  '%s',
  'X-key:value',
  'é',
)
const BYTES = bytes(0, 1, 5, 16, 32, 40, 255, 1000, 70_000)
const FLAGS = plain(true, false, 0, 1)
const FILES = plain('file', 'file.txt', '.', 'missing/file', 'certificates-0', 'certificates-0/wrong')
const CALLS: Spec[] = CALLBACKS.map((callback) => ({ callback }))

/** By the name of a parameter; where a name is not here, anything of them may come. */
const BY_NAME: Record<string, readonly Spec[]> = {
  address: [...ENDPOINTS, ...plain('127.0.0.1', '10.0.0.0/8', '::1')],
  endpoint: ENDPOINTS,
  endpoints: ENDPOINTS,
  data: [...BYTES, ...TEXTS],
  string: TEXTS,
  strings: TEXTS,
  prefix: TEXTS,
  group: plain('a', 'b', ''),
  name: [...TEXTS, ...plain('zproxy', 'zgossip', 'zmonitor', 'frontend', 'metadata')],
  path: [...FILES, ...TEXTS],
  file: FILES,
  filename: FILES,
  directory: FILES,
  location: [...FILES, ...plain('*', null)],
  picture: plain('s', 'i', 'si1248zbcfhUpm', 'sss', '', '11', 'S', 'm', 'p', '8', '$', 'b'),
  type: [
    ...plain(...Array.from({ length: 21 }, (_, index) => index)),
    ...plain('PULL', 'PUSH', 'bind', 'connect'),
  ],
  event: plain('bind', 'connect', 'close'),
  events: plain('ALL', 'LISTENING', 'CONNECTED', 'MONITOR_STOPPED'),
  side: plain('frontend', 'backend'),
  command: plain(
    'FRONTEND',
    'BACKEND',
    'PAUSE',
    'RESUME',
    'VERBOSE',
    'BIND',
    'PORT',
    'PUBLISH',
    'STATUS',
    'LISTEN',
    'START',
    'CAPTURE',
    '$TERM',
    'SET',
    'CONNECT',
  ),
  option: plain(
    ...[
      zmq.LINGER,
      zmq.SNDHWM,
      zmq.RCVHWM,
      zmq.TYPE,
      zmq.ROUTING_ID,
      zmq.EVENTS,
      zmq.FD,
      zmq.RCVMORE,
      zmq.IPV6,
      zmq.MAXMSGSIZE,
      zmq.LAST_ENDPOINT,
      zmq.SUBSCRIBE,
      zmq.CURVE_SECRETKEY,
    ],
  ),
  handler: CALLS,
  listener: CALLS,
  loader: CALLS,
  make: CALLS,
  timeout: plain(0, 1, 5),
  msecs: plain(0, 1, 5),
  delay: plain(0, 1, 5),
  interval: plain(1, 5, 1000),
  times: plain(0, 1, 3),
  flags: plain(0, 1, 2, 3, 4, 7),
  message: [...TEXTS, ...BYTES, { list: TEXTS }, { list: BYTES }, { list: [] }],
  messages: [{ list: TEXTS }, { list: [{ list: TEXTS }, { list: BYTES }] }],
  publicKey: [...plain(KEY), ...bytes(32)],
  secretKey: [...plain(KEY), ...bytes(32)],
  source: [...bytes(16, 32), ...TEXTS],
  capability: plain('ipc', 'curve', 'draft'),
}

/** Parameters that are objects of one of these kinds. */
const ANY_SOCKET = ['zsocket', 'zsock', 'zmonitor', 'zgossip', 'Dealer', 'Router', 'Pull', 'Push', 'Pair']
const KINDS_BY_NAME: Record<string, readonly string[]> = {
  socket: ANY_SOCKET,
  source: ANY_SOCKET,
  dest: ANY_SOCKET,
  reader: ANY_SOCKET,
  item: ANY_SOCKET,
  sources: ANY_SOCKET,
  frontEnd: ANY_SOCKET,
  backEnd: ANY_SOCKET,
  argument: ANY_SOCKET,
  context: ['zctx', 'Context'],
  frame: ['zframe', 'zmsg'],
  submessage: ['zmsg'],
  chunk: ['zchunk'],
  certificate: ['zcert', 'Certificate'],
  compare: ['zcert', 'zuuid', 'zframe'],
  other: ['zframe', 'zmsg', 'zcert'],
  parent: ['zconfig'],
  data: ['zchunk', 'zframe'],
  location: ['zcertstore', 'CertificateStore'],
  clients: ['zcertstore', 'CertificateStore'],
}
/** Actors are what `zactor` is about; it makes none of its own. */
const SELF: Record<string, readonly string[]> = {
  zactor: ['zproxy', 'zgossip', 'zmonitor'],
  zsocket: ['zsocket'],
}

/** Of what kinds a parameter may be an object. */
export function kindsOf({ group }: Operation, parameter: string): readonly string[] {
  const name = parameter.replace('...', '')
  if (name === 'self' || (name === 'socket' && group === 'zsocket')) return SELF[group] ?? [group]
  return KINDS_BY_NAME[name] ?? []
}

/** The names of options that calls and constructors know. */
const OPTION_NAMES = [
  'timeout',
  'signal',
  'context',
  'linger',
  'group',
  'routingId',
  'port',
  'interface',
  'domain',
  'metadata',
  'maxSockets',
  'autoClose',
  'objectMode',
  'capture',
  'highWaterMark',
  'publicKey',
  'secretKey',
  'serverKey',
  'ipv6',
  'socket',
  'fd',
  'events',
  'reviver',
  'replacer',
  'bind',
  'address',
]
const KINDS = [
  ...Object.keys(handles),
  ...Object.keys(objects),
  'Dealer',
  'Router',
  'Pull',
  'Push',
  'Subscriber',
  'XPublisher',
]
const PLAUSIBLE = [...NUMBERS, ...TEXTS, ...ENDPOINTS, ...BYTES, ...FLAGS, ...FILES]

function any<T>(random: Random, values: readonly T[]): T {
  return values[random.below(values.length)] as T
}

export function object(random: Random, kind: string, state?: State): Spec {
  const chosen = state ?? (random.chance(75) ? any(random, ['fresh', 'used'] as const) : any(random, STATES))
  return { object: kind, state: chosen, n: random.below(60), again: random.chance(60) }
}

export function hostileSpec(random: Random): Spec {
  return { hostile: any(random, hostileNames) }
}

/** Something that this parameter could well be given. */
export function fitting(random: Random, { group, way }: Operation, parameter: string): Spec {
  const name = parameter.replace('...', '')
  if (name === 'self' || (name === 'socket' && group === 'zsocket'))
    return object(random, any(random, SELF[group] ?? [group]))
  if (name === 'options') return options(random)
  const kinds = KINDS_BY_NAME[name] ?? []
  const values = BY_NAME[name] ?? []
  if (kinds.length > 0 && random.chance(values.length > 0 ? 40 : 95))
    return object(random, any(random, kinds))
  if (values.length > 0) return any(random, values)
  return any(
    random,
    way === 'set' || random.chance(70) ? PLAUSIBLE : [...CALLS, { list: TEXTS }, { list: [] }],
  )
}

function options(random: Random): Spec {
  const record: Record<string, Spec> = {}
  for (let count = random.below(4); count > 0; count--) {
    const key = any(random, OPTION_NAMES)
    record[key] = random.chance(60) ? fitting(random, NOTHING, key) : unfitting(random)
  }
  return { record }
}

const NOTHING: Operation = {
  name: '',
  group: '',
  way: 'function',
  parameters: [],
  call: null,
  run: () => undefined,
}

export function unfitting(random: Random): Spec {
  if (random.chance(45)) return hostileSpec(random)
  if (random.chance(40)) return { anything: random.below(ANYTHING) }
  if (random.chance(50)) return object(random, any(random, KINDS))
  if (random.chance(50)) return { list: Array.from({ length: random.below(4) }, () => unfitting(random)) }
  return any(random, PLAUSIBLE)
}

/** The arguments of one call: mostly such as fit, so that it comes past the first check. */
export function argumentsFor(random: Random, operation: Operation): Spec[] {
  const { parameters } = operation
  const count = random.chance(6) ? random.below(parameters.length + 3) : parameters.length
  return Array.from({ length: count }, (_, index) => {
    const parameter = parameters[Math.min(index, parameters.length - 1)] ?? 'unknown'
    return random.chance(72) ? fitting(random, operation, parameter) : unfitting(random)
  })
}

/** The receiver of a method. */
export function receiverFor(random: Random, { group, way }: Operation): Spec | null {
  if (way === 'function' || way === 'construct' || way === 'static') return null
  return random.chance(97) ? object(random, group) : unfitting(random)
}
