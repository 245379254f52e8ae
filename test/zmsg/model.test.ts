import assert from 'node:assert/strict'
import fc from 'fast-check'
import * as zframe from '../../src/zframe/index.ts'
import * as zmsg from '../../src/zmsg/index.ts'
import { closePair, openPair, type Pair } from './pair.ts'

/** A message must be, after every operation, what an array of buffers is after the same one. */
interface Real {
  message: zmsg.Zmsg
  pair: Pair
}
type Model = { frames: Buffer[] }
type Step = fc.Command<Model, Real>

function contents(message: zmsg.Zmsg): Buffer[] {
  return zmsg.frames(message).map(zframe.data)
}

/** An operation: what it does to the array, and to the message; both answer the same. */
function step(name: string, model: (frames: Buffer[]) => unknown, real: (real: Real) => unknown): Step {
  return {
    check: () => true,
    run: (expected, actual) => {
      const wanted = model(expected.frames)
      const answer = real(actual)
      assert.deepEqual(answer, wanted)
      assert.deepEqual(contents(actual.message), expected.frames)
      assert.equal(zmsg.size(actual.message), expected.frames.length)
      assert.equal(zmsg.contentSize(actual.message), Buffer.concat(expected.frames).length)
    },
    toString: () => name,
  }
}

/** Takes what an operation answered, and ends it. */
function taken(frame: zframe.Zframe | null): Buffer | null {
  if (frame === null) return null
  const data = zframe.data(frame)
  zframe.destroy(frame)
  return data
}

function replace(real: Real, message: zmsg.Zmsg | null): void {
  assert.ok(message)
  zmsg.destroy(real.message)
  real.message = message
}

const content = fc
  .oneof(
    fc.uint8Array({ maxLength: 40 }),
    fc.constantFrom(0, 1, 253, 254, 255, 256, 70_000).map((size) => new Uint8Array(size).fill(size)),
  )
  .map((bytes) => Buffer.from(bytes))
const text = fc.string({ unit: 'binary', maxLength: 20 })
const position = fc.nat({ max: 20 })

const steps: fc.Arbitrary<Step>[] = [
  content.map((bytes) =>
    step(
      `addmem ${bytes.length}`,
      (frames) => void frames.push(bytes),
      ({ message }) => zmsg.addmem(message, bytes),
    ),
  ),
  content.map((bytes) =>
    step(
      `pushmem ${bytes.length}`,
      (frames) => void frames.unshift(bytes),
      ({ message }) => zmsg.pushmem(message, bytes),
    ),
  ),
  text.map((each) =>
    step(
      `addstr ${each}`,
      (frames) => void frames.push(Buffer.from(each)),
      ({ message }) => zmsg.addstr(message, each),
    ),
  ),
  text.map((each) =>
    step(
      `pushstr ${each}`,
      (frames) => void frames.unshift(Buffer.from(each)),
      ({ message }) => zmsg.pushstr(message, each),
    ),
  ),
  content.map((bytes) =>
    step(
      `append ${bytes.length}`,
      (frames) => void frames.push(bytes),
      ({ message }) => zmsg.append(message, zframe.new(bytes)),
    ),
  ),
  content.map((bytes) =>
    step(
      `prepend ${bytes.length}`,
      (frames) => void frames.unshift(bytes),
      ({ message }) => zmsg.prepend(message, zframe.new(bytes)),
    ),
  ),
  content.map((bytes) =>
    step(
      `wrap ${bytes.length}`,
      (frames) => void frames.unshift(bytes, Buffer.alloc(0)),
      ({ message }) => zmsg.wrap(message, zframe.new(bytes)),
    ),
  ),
  fc.constant(
    step(
      'pop',
      (frames) => frames.shift() ?? null,
      ({ message }) => taken(zmsg.pop(message)),
    ),
  ),
  fc.constant(
    step(
      'popstr',
      (frames) => frames.shift()?.toString() ?? null,
      ({ message }) => zmsg.popstr(message),
    ),
  ),
  fc.constant(step('unwrap', unwrapModel, ({ message }) => taken(zmsg.unwrap(message)))),
  position.map((at) =>
    step(
      `remove ${at}`,
      (frames) => frames.splice(at, 1)[0] ?? null,
      ({ message }) => removeAt(message, at),
    ),
  ),
  position.map((at) =>
    step(
      `remove ${at} and append`,
      (frames) => void frames.push(...frames.splice(at, 1)),
      ({ message }) => rotate(message, at),
    ),
  ),
  fc.constant(
    step(
      'dup',
      () => undefined,
      (real) => replace(real, zmsg.dup(real.message)),
    ),
  ),
  fc.constant(
    step(
      'encode and decode',
      () => undefined,
      (real) => replace(real, recoded(real.message)),
    ),
  ),
  fc.constant(step('addmsg and popmsg', () => undefined, nest)),
  fc.constant(step('send and recv', () => undefined, transfer)),
]

function unwrapModel(frames: Buffer[]): Buffer | null {
  const first = frames.shift() ?? null
  if (frames[0]?.length === 0) frames.shift()
  return first
}

function removeAt(message: zmsg.Zmsg, at: number): Buffer | null {
  const frame = zmsg.frames(message)[at]
  return frame ? taken(zmsg.remove(message, frame)) : null
}

function rotate(message: zmsg.Zmsg, at: number): void {
  const frame = zmsg.frames(message)[at]
  const removed = frame ? zmsg.remove(message, frame) : null
  if (removed) zmsg.append(message, removed)
}

function recoded(message: zmsg.Zmsg): zmsg.Zmsg | null {
  using frame = zmsg.encode(message)
  return zmsg.decode(frame)
}

function nest(real: Real): void {
  using outer = zmsg.new()
  zmsg.addmsg(outer, zmsg.dup(real.message))
  replace(real, zmsg.popmsg(outer))
}

function transfer(real: Real): void {
  if (zmsg.size(real.message) === 0) return
  zmsg.send(real.message, real.pair.output)
  replace(real, zmsg.recv(real.pair.input))
}

describe('A zmsg and an array of buffers', () => {
  it('are the same after any sequence of operations', () => {
    const pair = openPair()
    fc.assert(
      fc.property(fc.commands(steps, { maxCommands: 60 }), (commands) => {
        const real = { message: zmsg.new(), pair }
        try {
          fc.modelRun(() => ({ model: { frames: [] }, real }), commands)
        } finally {
          zmsg.destroy(real.message)
        }
      }),
      { numRuns: 300 },
    )
    closePair(pair)
  })
})
