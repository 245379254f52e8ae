import assert from 'node:assert/strict'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { isHandle, liveHandles } from '../../src/handle.ts'
import { zframeKind, zmsgKind } from '../../src/message-kinds.ts'
import * as zctx from '../../src/zctx/index.ts'
import * as zframe from '../../src/zframe/index.ts'
import * as zmsg from '../../src/zmsg/index.ts'
import { openPair, setTimeouts } from './pair.ts'

/**
 * Calls every function of a namespace with every combination of values that it does and does not expect. Whatever it
 * does, the process must go on, what it throws must have a code, and nothing may be left behind.
 */

type Make = () => unknown

const pair = openPair()
for (const each of [pair.input, pair.output]) setTimeouts(each, 0)

function frame(): zframe.Zframe {
  return zframe.from('text')
}
function message(): zmsg.Zmsg {
  const made = zmsg.new()
  zmsg.addstr(made, 'text')
  return made
}
const lender = message()

function madeAnd<Made>(make: () => Made, use: (made: Made) => unknown): () => Made {
  return () => {
    const made = make()
    use(made)
    return made
  }
}

function giveFrame(frame: zframe.Zframe): void {
  using into = zmsg.new()
  zmsg.append(into, frame)
}
function giveMessage(message: zmsg.Zmsg): void {
  using into = zmsg.new()
  zmsg.addmsg(into, message)
}

class Trap extends Error {
  readonly code = 'TRAP'
}
function trap(): never {
  throw new Trap()
}
const traps = new Proxy({}, { get: () => trap })

function revoked(): object {
  const { proxy, revoke } = Proxy.revocable({}, {})
  revoke()
  return proxy
}

function detached(): Uint8Array {
  const bytes = new Uint8Array(4)
  structuredClone(bytes.buffer, { transfer: [bytes.buffer] })
  return bytes
}

function lying(): Uint8Array {
  const bytes = Buffer.from('lie')
  for (const name of ['length', 'byteLength', 'byteOffset'])
    Object.defineProperty(bytes, name, { value: 1e9 })
  Object.defineProperty(bytes, 'buffer', { get: trap })
  return bytes
}

/** A handle whose own properties say something else. */
function disguised<Made extends object>(make: () => Made): () => Made {
  return () => {
    const made = make()
    for (const name of ['pointer', 'destroyed', 'kind', 'owner'])
      Object.defineProperty(made, name, { get: trap })
    return made
  }
}

const values: Record<string, Make> = {
  undefined: () => undefined,
  null: () => null,
  true: () => true,
  false: () => false,
  zero: () => 0,
  one: () => 1,
  'REUSE and DONTWAIT': () => 6,
  'minus one': () => -1,
  fraction: () => 0.5,
  NaN: () => Number.NaN,
  infinite: () => Number.POSITIVE_INFINITY,
  huge: () => 2 ** 53,
  bigint: () => 10n,
  'huge bigint': () => 2n ** 70n,
  symbol: () => Symbol('text'),
  'empty string': () => '',
  string: () => 'text',
  'string with NUL': () => 'te\0xt',
  format: () => '%s%n%s%n',
  'lone surrogate': () => '\ud800',
  'long string': () => 'x'.repeat(5_000),
  array: () => [1, 2],
  object: () => ({}),
  function: () => () => 1,
  class: () => class {},
  output: () => ({ write: () => true }),
  'throwing output': () => ({ write: trap }),
  'throwing getter': () => ({
    get write() {
      return trap()
    },
  }),
  'throwing Proxy': () => new Proxy({}, traps),
  'revoked Proxy': revoked,
  'no prototype': () => Object.create(null) as unknown,
  bytes: () => Buffer.from('bytes'),
  'no bytes': () => new Uint8Array(),
  'detached bytes': detached,
  'lying bytes': lying,
  'Proxy of bytes': () => new Proxy(new Uint8Array(4), {}),
  'shared bytes': () => new Uint8Array(new SharedArrayBuffer(4)),
  'bytes without prototype': () => Object.setPrototypeOf(new Uint8Array(4), null) as unknown,
  ArrayBuffer: () => new ArrayBuffer(4),
  Uint16Array: () => new Uint16Array(4),
  frame,
  'destroyed frame': madeAnd(frame, zframe.destroy),
  'taken frame': madeAnd(frame, giveFrame),
  'lent frame': () => zmsg.first(lender),
  'disguised frame': disguised(frame),
  'Proxy of a frame': () => new Proxy(madeAnd(frame, zframe.destroy)(), {}),
  'heir of a frame': () => Object.create(madeAnd(frame, zframe.destroy)()) as unknown,
  message,
  'empty message': () => zmsg.new(),
  'destroyed message': madeAnd(message, zmsg.destroy),
  'taken message': madeAnd(message, giveMessage),
  'disguised message': disguised(message),
  socket: () => pair.output,
  'other socket': () => pair.input,
  context: () => pair.context,
  'destroyed context': madeAnd(zctx.new, zctx.destroy),
}
const makes = Object.entries(values)

/** Calls all functions; answers how many calls there were, and what went wrong. */
export function attack(namespace: Record<string, unknown>): { calls: number; wrong: string[] } {
  const folder = mkdtempSync(join(tmpdir(), 'czmq-'))
  process.chdir(folder)
  writeFileSync('text', '')
  const wrong: string[] = []
  let calls = 0
  for (const [name, member] of Object.entries(namespace)) {
    if (!isFunction(member)) continue
    let worked = 0
    for (const chosen of combinations(arity(name, member))) {
      calls++
      const problem = call(name, member, chosen)
      if (problem === null) worked++
      else if (problem !== '') wrong.push(problem)
    }
    if (worked === 0 && !DRAFTS.includes(name)) wrong.push(`${name} never worked`)
    drain()
  }
  zmsg.destroy(lender)
  zctx.destroy(pair.context)
  rmSync(folder, { recursive: true })
  if (liveHandles() !== 0) wrong.push(`${liveHandles()} handles are left`)
  return { calls, wrong }
}

function isFunction(member: unknown): member is (...args: unknown[]) => unknown {
  return typeof member === 'function'
}

const DRAFTS = ['routingId', 'setRoutingId', 'group', 'setGroup']

/** Parameters with a default do not count in a function's length. */
function arity(name: string, member: { length: number }): number {
  return ['new', 'send', 'print'].includes(name) ? Math.min(member.length + 1, 3) : member.length
}

type Chosen = [string, Make]

function* combinations(count: number, before: Chosen[] = []): Generator<Chosen[]> {
  if (before.length === count) {
    yield before
    return
  }
  for (const each of makes) yield* combinations(count, [...before, each])
}

/** `null` when it worked, an empty string when it threw as it should, else what is wrong. */
function call(name: string, member: (...args: unknown[]) => unknown, chosen: Chosen[]): string | null {
  const args = chosen.map(([, make]) => make())
  try {
    const result: unknown = Reflect.apply(member, undefined, args)
    end(result)
    return null
  } catch (error) {
    const code: unknown = error instanceof Error && 'code' in error ? error.code : undefined
    const known =
      typeof code === 'string' && /^(ERR_(INVALID_ARG|OUT_OF_RANGE|CZMQ_)|E[A-Z]+$|TRAP)/.test(code)
    return known || isRevoked(error)
      ? ''
      : `${name}(${chosen.map(([what]) => what).join(', ')}): ${String(error)}`
  } finally {
    for (const each of args) end(each)
    if (zmsg.size(lender) !== 1) refill()
  }
}

/** What JavaScript itself throws when the caller's object is a revoked Proxy. */
function isRevoked(error: unknown): boolean {
  return error instanceof TypeError && error.message.includes('has been revoked')
}

function end(value: unknown): void {
  if (isHandle(zmsgKind, value) && value !== lender) value.destroy()
  if (isHandle(zframeKind, value) && !isLent(value)) value.destroy()
}

function isLent(value: zframe.Zframe): boolean {
  return zmsg.frames(lender).includes(value)
}

function refill(): void {
  while (zmsg.popstr(lender) !== null);
  zmsg.addstr(lender, 'text')
}

function drain(): void {
  for (let got = zmsg.recvNowait(pair.input); got !== null; got = zmsg.recvNowait(pair.input))
    zmsg.destroy(got)
  for (let got = zmsg.recvNowait(pair.output); got !== null; got = zmsg.recvNowait(pair.output))
    zmsg.destroy(got)
}

assert.ok(makes.length > 40)
