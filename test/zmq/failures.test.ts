import assert from 'node:assert/strict'
import { thrownWhenFailing } from './failing.ts'

describe('zmq, when libzmq fails', () => {
  const calls = [
    ['zmq_curve_keypair', '-1', 'zmq.curveKeypair()'],
    ['zmq_curve_public', '-1', 'zmq.curvePublic("0".repeat(40))'],
    ['zmq_z85_encode', 'null', 'zmq.z85Encode(new Uint8Array(4))'],
    ['zmq_z85_decode', 'null', 'zmq.z85Decode("00000")'],
  ] as const

  for (const [name, result, call] of calls) {
    it(`throws what ${name} says`, async () => {
      assert.equal(await thrownWhenFailing(name, result, call), `CzmqError EINVAL ${name}`)
    })
  }
}).timeout(30_000)
