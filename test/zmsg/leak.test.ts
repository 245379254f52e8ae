import assert from 'node:assert/strict'
import { liveHandles } from '../../src/handle.ts'
import * as zframe from '../../src/zframe/index.ts'
import * as zmsg from '../../src/zmsg/index.ts'
import { closePair, openPair } from './pair.ts'

const ROUNDS = 20_000
const SAMPLES = 6
/** The heaps of C and V8 move by up to 30 MB; one frame a round that is not freed would be 80 MB. */
const ALLOWED = 48 * 2 ** 20
const payload = Buffer.alloc(1_024, 'x')

/** How much more memory C uses at the end of many rounds than at their beginning. */
function growth(round: () => void): number {
  const samples = Array.from({ length: SAMPLES }, () => sampleAfter(round))
  return Math.min(...samples.slice(-2)) - Math.min(...samples.slice(0, 2))
}

function sampleAfter(round: () => void): number {
  for (let count = 0; count < ROUNDS; count++) round()
  globalThis.gc?.()
  const { rss, heapTotal } = process.memoryUsage()
  return rss - heapTotal
}

describe('100 000 messages', () => {
  it('made, sent, received, taken apart and destroyed leave nothing behind', function () {
    this.timeout(60_000)
    const pair = openPair()
    const round = () => {
      const message = zmsg.new()
      zmsg.addmem(message, payload)
      zmsg.append(message, zframe.new(payload))
      zmsg.first(message)
      zmsg.send(message, pair.output)
      using received = zmsg.recv(pair.input)
      assert.ok(received)
      using popped = zmsg.pop(received)
      assert.ok(popped)
      assert.equal(zframe.size(popped), payload.length)
    }
    const grown = growth(round)
    closePair(pair)
    assert.equal(liveHandles(), 0)
    assert.ok(grown < ALLOWED, `${grown} bytes more`)
  })

  it('copied, encoded and decoded leave nothing behind', function () {
    this.timeout(60_000)
    const round = () => {
      using message = zmsg.new()
      zmsg.addmem(message, payload)
      using copy = zmsg.dup(message)
      zmsg.addmsg(message, zmsg.dup(copy))
      using frame = zmsg.encode(message)
      using decoded = zmsg.decode(frame)
      assert.ok(decoded)
      zmsg.popstr(decoded)
      using inner = zmsg.popmsg(decoded)
      assert.ok(inner)
      using text = zframe.dup(frame)
      zframe.reset(text, payload)
      zframe.strhex(text)
    }
    const grown = growth(round)
    assert.equal(liveHandles(), 0)
    assert.ok(grown < ALLOWED, `${grown} bytes more`)
  })
})
