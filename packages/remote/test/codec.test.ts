import assert from 'node:assert/strict'
import fc from 'fast-check'
import { Decoder, Encoder, type References } from '../src/codec.ts'
import { BadRequest, registerType, unregisterType } from '../src/index.ts'

const NONE: References = {
  send: () => undefined,
  receive: () => {
    throw new BadRequest('no references here')
  },
}

function travel(value: unknown): unknown {
  const encoder = new Encoder(NONE)
  const json = JSON.stringify(encoder.encode(value))
  return new Decoder(
    encoder.frames.map((each) => Buffer.from(each)),
    NONE,
  ).decode(JSON.parse(json))
}

describe('values', () => {
  it('arrive as they were, of whatever they are made', () => {
    const leaf = fc.oneof(
      fc.string(),
      fc.double(),
      fc.bigInt(),
      fc.boolean(),
      fc.constantFrom(null, undefined, -0, Number.NaN, Number.NEGATIVE_INFINITY),
      fc.date(),
      fc.uint8Array(),
      fc.float64Array(),
      fc.constant(new URL('http://x.org/ü')),
      fc.constant(/a\/b/giu),
    )
    const key = fc.string().filter((each) => !['__proto__', 'constructor', 'prototype'].includes(each))
    const { value } = fc.letrec((tie) => ({
      value: fc.oneof(
        { maxDepth: 4 },
        leaf,
        fc.array(tie('value'), { maxLength: 4 }),
        fc.dictionary(fc.oneof(key, fc.constant('$')), tie('value'), { maxKeys: 4, noNullPrototype: true }),
        fc.array(fc.tuple(leaf, tie('value')), { maxLength: 3 }).map((each) => new Map(each)),
        fc.array(tie('value'), { maxLength: 3 }).map((each) => new Set(each)),
      ),
    }))
    fc.assert(
      fc.property(value, (each) => assert.deepStrictEqual(travel(each), each)),
      { numRuns: 300, seed: 7 },
    )
  })

  it('of errors keep name, message and cause', () => {
    const error = travel(new RangeError('out', { cause: 'why' })) as Error
    assert(error instanceof Error)
    assert.deepEqual([error.name, error.message, error.cause], ['RangeError', 'out', 'why'])
  })

  it('of every view arrive as the same view', () => {
    for (const view of [Int8Array.of(-1), Uint16Array.of(65535), Float32Array.of(1.5), BigInt64Array.of(-1n)])
      assert.deepStrictEqual(travel(view), view)
    assert.deepStrictEqual(travel(Uint8Array.of(1, 2).buffer), Uint8Array.of(1, 2).buffer)
    assert.equal((travel(new DataView(Uint8Array.of(9).buffer)) as DataView).getUint8(0), 9)
    assert(Buffer.isBuffer(travel(Buffer.from('x'))))
  })

  it('of registered classes arrive as instances', () => {
    class Point {
      readonly x: number
      constructor(x: number) {
        this.x = x
      }
    }
    registerType({
      name: 'point',
      class: Point,
      encode: ({ x }) => [x],
      decode: ([x]: number[]) => new Point(x ?? 0),
    })
    try {
      assert.deepStrictEqual(travel([new Point(5)]), [new Point(5)])
      const again = { name: 'point', class: Point, encode: () => 0, decode: () => new Point(0) }
      assert.throws(() => registerType(again), TypeError)
    } finally {
      assert.equal(unregisterType('point'), true)
    }
    assert.throws(() => travel(new Point(5)), /An instance of Point cannot travel/)
  })

  it('that no honest peer sends are refused, and touch nothing', () => {
    const deep = `${'['.repeat(200)}${']'.repeat(200)}`
    const hostile = [
      '{"__proto__":{"polluted":1}}',
      '{"constructor":{"prototype":{"polluted":1}}}',
      '{"$":"object","v":{"__proto__":{"polluted":1}}}',
      '{"$":"toString"}',
      '{"$":"hasOwnProperty","v":"x"}',
      '{"$":{}}',
      '{"$":"bin","v":[5,"Buffer"]}',
      '{"$":"bin","v":[0,"constructor"]}',
      '{"$":"bin","v":null}',
      '{"$":"bigint","v":"1e9"}',
      '{"$":"regexp","v":["(","g"]}',
      '{"$":"url","v":"no"}',
      '{"$":"map","v":1}',
      '{"$":"type","v":["unknown",1]}',
      '{"$":"number","v":"1"}',
      '{"$":"ref","v":{"object":1}}',
      deep,
    ]
    for (const json of hostile)
      assert.throws(() => new Decoder([], NONE).decode(JSON.parse(json)), BadRequest, json)
    assert.equal(({} as { polluted?: number }).polluted, undefined)
  })
})
