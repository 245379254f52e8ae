import assert from 'node:assert/strict'
import fc from 'fast-check'
import { Handle as HandleClass } from '../../src/handle.ts'
import { type CzmqError, type Handle, zsock } from '../../src/index.ts'
import type { Zsock } from '../../src/socket-kinds.ts'
import { setTimeouts } from './sockets.ts'

const bytes = fc.uint8Array({ maxLength: 40 }).map((each) => Buffer.from(each))
const digits = fc.oneof(fc.bigInt(), fc.integer(), fc.double()).map((each) => Buffer.from(String(each)))
/** Sizes that lie, before some bytes. */
const sized = fc
  .tuple(fc.constantFrom('00', '01', 'ff', '00000000', '00000001', '7fffffff', 'ffffffff'), bytes)
  .map(([size, rest]) => Buffer.concat([Buffer.from(size, 'hex'), rest]))
const frames = fc.array(fc.oneof(bytes, digits, sized), { minLength: 1, maxLength: 6 })

function picture(letters: string): fc.Arbitrary<string> {
  return fc
    .array(fc.constantFrom(...letters), { minLength: 1, maxLength: 6 })
    .map((each) => each.filter((letter, index) => letter !== 'm' || index === each.length - 1))
    .filter((each) => each.length > 0)
    .map((each) => each.join(''))
}

function end(values: unknown[]): void {
  for (const each of values) if (each instanceof HandleClass) (each as Handle).destroy()
}

describe('messages from hostile peers', () => {
  let left: Zsock
  let right: Zsock

  beforeEach(() => {
    left = zsock.newPair('@tcp://127.0.0.1:*')
    right = zsock.newPair(`>${zsock.endpoint(left)}`)
    for (const each of [left, right]) setTimeouts(each, 2000)
  })
  afterEach(() => {
    zsock.destroy(left)
    zsock.destroy(right)
  })

  for (const [name, receive, letters] of [
    ['recv', (self: Zsock, which: string) => zsock.recv(self, which), 'i1248usbcfhUpzm'],
    ['brecv', (self: Zsock, which: string) => zsock.brecv(self, which), '1248sScufpm'],
  ] as const) {
    it(`are values or ERR_CZMQ_PICTURE with all frames to ${name}`, () => {
      const outcomes = { values: 0, misfits: 0 }
      fc.assert(
        fc.property(picture(letters), frames, (which, sent) => {
          zsock.send(left, 'b'.repeat(sent.length) as string, ...sent)
          try {
            const values = receive(right, which)
            assert.ok(values)
            end(values)
            outcomes.values++
          } catch (error) {
            const { code, frames: returned } = error as CzmqError
            assert.equal(code, 'ERR_CZMQ_PICTURE')
            assert.deepEqual(returned, sent)
            outcomes.misfits++
          }
        }),
        { numRuns: 3000 },
      )
      assert.ok(outcomes.values > 0 && outcomes.misfits > 0, JSON.stringify(outcomes))
    })
  }

  it('are what was sent when that was a picture', () => {
    const value = fc.record({
      i: fc.integer(),
      8: fc.bigInt({ min: 0n, max: 2n ** 64n - 1n }),
      s: fc.string({ unit: 'grapheme' }).filter((each) => !each.includes('\0')),
      b: bytes,
      h: fc
        .array(fc.tuple(fc.string({ minLength: 1, maxLength: 60 }), fc.string()))
        .map((each) => new Map(each)),
    })
    fc.assert(
      fc.property(value, ({ i, 8: long, s, b, h }) => {
        zsock.send(left, 'i8sbh', i, long, s, b, h)
        assert.deepEqual(zsock.recv(right, 'i8sbh'), [i, long, s, b, h])
        zsock.bsend(left, '8Sc', long, s, b)
        assert.deepEqual(zsock.brecv(right, '8Sc'), [long, s, b])
      }),
      { numRuns: 500 },
    )
  })
})
