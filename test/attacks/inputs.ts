import { type BoxKeys, keysFrom } from './box.ts'
import { CurvePeer } from './curve-peer.ts'
import type { Peer } from './peer.ts'
import type { Random } from './random.ts'
import { INSIDER, PASSWORDS, type Target } from './victims/report.ts'
import * as zmtp from './zmtp.ts'

/** What an attacker knows and does. */
export interface Input {
  /** For reports. */
  name: string
  /** Whether it uses credentials that are right. */
  insider: boolean
  run(peer: Peer): Promise<void>
}

/** What speaks to each type of socket. */
const PARTNERS: Record<string, string> = {
  Router: 'DEALER',
  Reply: 'REQ',
  Pull: 'PUSH',
  Publisher: 'SUB',
  XPublisher: 'XSUB',
  Subscriber: 'PUB',
  XSubscriber: 'XPUB',
  Dealer: 'ROUTER',
  Pair: 'PAIR',
  Request: 'REP',
  Push: 'PULL',
  Stream: 'STREAM',
}
const TYPES = Object.values(PARTNERS) as [string, ...string[]]
const { MORE, LONG, COMMAND } = zmtp

/** A dialogue as it should be, with the credentials of an insider or of nobody. */
export function dialogue(target: Target, random: Random, insider: BoxKeys | null): Input {
  const name = `${insider ? 'insider' : 'stranger'} ${target.mechanism} ${target.type}`
  const metadata = zmtp.metadata(PARTNERS[target.type] ?? 'DEALER', random.bytes(random.below(4)))
  const run = {
    NULL: async (peer: Peer) => shakeNull(peer, metadata, random),
    PLAIN: async (peer: Peer) => shakePlain(peer, metadata, random, insider !== null),
    CURVE: async (peer: Peer) => shakeCurve(peer, target, metadata, random, insider),
  }[target.mechanism]
  return { name, insider: insider !== null, run }
}

async function shakeNull(peer: Peer, metadata: Buffer, random: Random): Promise<void> {
  peer.write(zmtp.greeting('NULL'))
  peer.write(zmtp.command('READY', metadata))
  for (const each of traffic(random)) peer.write(each)
  await peer.has(64 + 10)
}

async function shakePlain(peer: Peer, metadata: Buffer, random: Random, honest: boolean): Promise<void> {
  const password = honest ? (PASSWORDS.get(INSIDER) ?? '') : 'guessed'
  peer.write(zmtp.greeting('PLAIN'))
  peer.write(zmtp.command('HELLO', zmtp.credentials(INSIDER, password)))
  await peer.has(64 + 10)
  peer.write(zmtp.command('INITIATE', metadata))
  for (const each of traffic(random)) peer.write(each)
  await peer.has(64 + 10 + 10)
}

async function shakeCurve(
  peer: Peer,
  { serverKey }: Target,
  metadata: Buffer,
  random: Random,
  insider: BoxKeys | null,
): Promise<void> {
  const keys = insider ?? keysFrom(random.bytes(32))
  const curve = new CurvePeer(peer, Buffer.from(serverKey, 'hex'), keys, random)
  if (!(await curve.shake(metadata))) return
  for (const each of contents(random)) curve.message(...each)
  await peer.has(64 + 170 + 10)
}

/** Messages, subscriptions and heartbeats as they may be: content and flags. */
function contents(random: Random): [Buffer, number][] {
  return Array.from({ length: 1 + random.below(4) }, () => {
    const body = random.pick(
      Buffer.alloc(0),
      Buffer.from([random.below(3)]),
      Buffer.concat([Buffer.from([1]), random.bytes(random.below(8))]),
      random.bytes(random.below(40)),
      Buffer.concat([zmtp.commandBody('PING'), random.bytes(2 + random.below(18))]),
      zmtp.commandBody(
        random.pick('PONG', 'SUBSCRIBE', 'CANCEL', 'JOIN', 'LEAVE'),
        random.bytes(random.below(20)),
      ),
    )
    return [body, random.pick(0, 0, MORE, 2, 3)]
  })
}

function traffic(random: Random): Buffer[] {
  return contents(random).map(([body, flags]) => zmtp.frame(body, (flags & MORE) | (flags & 2 ? COMMAND : 0)))
}

/** Bytes that no honest peer would send. */
export function hostile(target: Target, random: Random): Input {
  const kinds = { noise, greetings, lies, commands, storms, older, errors }
  const kind = random.pick('noise', 'greetings', 'lies', 'commands', 'storms', 'older', 'errors')
  return {
    name: `${kind} to ${target.mechanism} ${target.type}`,
    insider: false,
    run: async (peer) => {
      for (const each of kinds[kind](random, target)) {
        peer.write(each)
        if (random.chance(10)) await peer.has(peer.received.length + 1, 20)
      }
    },
  }
}

function noise(random: Random): Buffer[] {
  const start = random.pick(
    Buffer.alloc(0),
    Buffer.from([255]),
    Buffer.from([255, 0, 0, 0, 0, 0, 0, 0, 0, 127]),
  )
  return [start, random.bytes(random.below(600))]
}

function greetings(random: Random): Buffer[] {
  const mechanism = random.pick('NULL', 'PLAIN', 'CURVE', 'GSSAPI', '', 'null', 'N'.repeat(20), '\0NULL')
  const bytes = zmtp.greeting(mechanism, {
    asServer: random.pick(0, 1, 255),
    major: random.pick(3, 3, 3, 0, 1, 2, 4, 255),
    minor: random.pick(0, 1, 2, 255),
  })
  for (let count = random.below(3); count > 0; count--) bytes[random.below(64)] = random.below(256)
  return [bytes, zmtp.command('READY', zmtp.metadata(random.pick(...TYPES))), ...traffic(random)]
}

function greetingOf({ mechanism }: Target): Buffer {
  return zmtp.greeting(mechanism)
}

/** Sizes that are not those of what follows. */
function lies(random: Random, target: Target): Buffer[] {
  const size = random.pick(
    0n,
    1n,
    255n,
    256n,
    99_999n,
    100_001n,
    2n ** 31n,
    2n ** 32n,
    2n ** 63n - 1n,
    2n ** 64n - 1n,
  )
  const flags = random.pick(0, MORE, LONG, COMMAND, LONG | COMMAND, 0xf8, 0xff)
  const body = random.bytes(random.below(300))
  const lying = random.pick(
    zmtp.frame(body, flags, size),
    zmtp.frame(
      zmtp.commandBody('READY', zmtp.property('Socket-Type', 'DEALER', Number(size & 0xffffffffn))),
      COMMAND,
    ),
    zmtp.frame(zmtp.commandBody('READY', body, random.below(256)), COMMAND),
    zmtp.frame(zmtp.commandBody('HELLO', zmtp.credentials('a', 'b'), random.below(256)), COMMAND),
    zmtp.command('HELLO', Buffer.concat([Buffer.from([random.below(256)]), body])),
  )
  const ready =
    target.mechanism === 'NULL' ? [zmtp.command('READY', zmtp.metadata(PARTNERS[target.type] ?? ''))] : []
  return [greetingOf(target), ...(random.chance(50) ? ready : []), lying, body]
}

/** Commands in the wrong place, with nothing or with anything in them. */
function commands(random: Random, target: Target): Buffer[] {
  const some = Array.from({ length: 1 + random.below(6) }, () => {
    const names = [
      'READY',
      'HELLO',
      'WELCOME',
      'INITIATE',
      'ERROR',
      'SUBSCRIBE',
      'CANCEL',
      'PING',
      'PONG',
      'MESSAGE',
    ] as const
    const name = random.pick(...names, 'JOIN', 'LEAVE', '', 'X'.repeat(255))
    const fitting = name === 'HELLO' || name === 'INITIATE' ? random.pick(192, 248, 249, 257) : 2
    const data = random.pick(
      Buffer.alloc(0),
      random.bytes(random.below(300)),
      random.bytes(fitting),
      zmtp.metadata(random.pick(...TYPES), random.bytes(random.pick(0, 1, 255, 256))),
    )
    return zmtp.frame(zmtp.commandBody(name, data), random.pick(COMMAND, COMMAND, COMMAND | MORE, 0))
  })
  return [greetingOf(target), ...some]
}

/** Many small ones at once. */
function storms(random: Random, target: Target): Buffer[] {
  const one = random.pick(
    zmtp.frame(Buffer.alloc(0)),
    zmtp.frame(Buffer.alloc(0), MORE),
    zmtp.frame(Buffer.alloc(0), COMMAND),
    zmtp.command('PING', Buffer.from([0, 1])),
    zmtp.command('SUBSCRIBE', random.bytes(3)),
    zmtp.frame(Buffer.concat([Buffer.from([random.below(2)]), random.bytes(4)])),
  )
  const ready = zmtp.command('READY', zmtp.metadata(PARTNERS[target.type] ?? ''))
  return [greetingOf(target), ready, Buffer.concat(Array.from({ length: 200 }, () => one))]
}

/** ZMTP 1.0 and 2.0, of clients that know of no mechanism. */
function older(random: Random): Buffer[] {
  const identity = random.bytes(random.pick(0, 1, 5, 255, 256, 300))
  const body = random.bytes(random.below(300))
  if (random.chance(50)) return [zmtp.frame1(identity), zmtp.frame1(body, random.below(4)), random.bytes(20)]
  const start = zmtp.greeting2(random.below(20), random.pick(0, 1, 1, 2))
  return [
    start,
    zmtp.frame(identity),
    zmtp.frame(body, random.pick(0, MORE, COMMAND, 0xff)),
    ...traffic(random),
  ]
}

/** ERROR says a status of three digits, or something else. */
function errors(random: Random, target: Target): Buffer[] {
  const reason = random.pick('', '4', '400', '999', 'abc', '400'.repeat(80), '\0\0\0')
  const size = random.pick(reason.length, 0, 255)
  const data = Buffer.concat([Buffer.from([size]), Buffer.from(reason)])
  return [greetingOf(target), zmtp.command('ERROR', data), ...traffic(random)]
}

/** Well sealed boxes with bad content, of insiders and strangers. */
export function boxed(target: Target, random: Random, insider: BoxKeys | null): Input {
  const keys = insider ?? keysFrom(random.bytes(32))
  const metadata = random.pick(
    zmtp.metadata(PARTNERS[target.type] ?? ''),
    zmtp.metadata(random.pick(...TYPES), random.bytes(random.pick(255, 256, 300))),
    Buffer.alloc(0),
    zmtp.property('Socket-Type', 'DEALER', random.next()),
    zmtp.property('X'.repeat(255), random.bytes(20), random.below(40)),
    random.bytes(random.below(500)),
  )
  const odd = random.pick<Parameters<CurvePeer['shake']>[1]>(
    {},
    {},
    { helloVersion: random.bytes(2) },
    { signature: random.bytes(random.pick(0, 63, 64, 65)) },
    { vouch: random.bytes(random.pick(96, 95, 0)) },
    { cookie: random.bytes(random.pick(96, 0, 97)) },
    { claims: random.bytes(32) },
  )
  const run = async (peer: Peer) => {
    const curve = new CurvePeer(peer, Buffer.from(target.serverKey, 'hex'), keys, random)
    if (!(await curve.shake(metadata, odd))) return
    for (const [body, flags] of contents(random)) curve.message(body, random.pick(flags, random.below(256)))
    if (random.chance(30)) curve.message('again', 0, Buffer.alloc(8))
    for (const each of traffic(random)) peer.write(each)
    await peer.has(64 + 170 + 10)
  }
  return { name: `boxed ${insider ? 'insider' : 'stranger'} ${target.type}`, insider: insider !== null, run }
}
