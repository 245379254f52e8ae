import assert from 'node:assert/strict'
import { errnoName } from '../../src/errors.ts'
import * as zmq from '../../src/raw/generated/constants.ts'
import { decodeEvent } from '../../src/sockets/events/decode.ts'

/** The frames as libzmq makes them, at an odd place in memory. */
function frames(event: number, value: number, address = 'tcp://127.0.0.1:1'): Buffer[] {
  const header = Buffer.alloc(7).subarray(1)
  Buffer.from(Uint16Array.of(event).buffer).copy(header, 0)
  Buffer.from(Uint32Array.of(value).buffer).copy(header, 2)
  return [header, Buffer.from(address)]
}

describe('decodeEvent', () => {
  it('names every event of libzmq', () => {
    const names = {
      EVENT_CONNECTED: 'connect',
      EVENT_CONNECT_DELAYED: 'connect:delay',
      EVENT_CONNECT_RETRIED: 'connect:retry',
      EVENT_LISTENING: 'bind',
      EVENT_BIND_FAILED: 'bind:error',
      EVENT_ACCEPTED: 'accept',
      EVENT_ACCEPT_FAILED: 'accept:error',
      EVENT_CLOSED: 'close',
      EVENT_CLOSE_FAILED: 'close:error',
      EVENT_DISCONNECTED: 'disconnect',
      EVENT_MONITOR_STOPPED: 'end',
      EVENT_HANDSHAKE_FAILED_NO_DETAIL: 'handshake:error:other',
      EVENT_HANDSHAKE_SUCCEEDED: 'handshake',
      EVENT_HANDSHAKE_FAILED_PROTOCOL: 'handshake:error:protocol',
      EVENT_HANDSHAKE_FAILED_AUTH: 'handshake:error:auth',
    }
    for (const [name, type] of Object.entries(names)) {
      assert.equal(decodeEvent(frames(Reflect.get(zmq, name) as number, 300)).type, type)
    }
  })

  it('gives the interval of a retry, and the errors of the system', () => {
    assert.deepEqual(decodeEvent(frames(zmq.EVENT_CONNECT_RETRIED, 137)), {
      type: 'connect:retry',
      address: 'tcp://127.0.0.1:1',
      interval: 137,
    })
    for (const event of [
      zmq.EVENT_BIND_FAILED,
      zmq.EVENT_ACCEPT_FAILED,
      zmq.EVENT_CLOSE_FAILED,
      zmq.EVENT_HANDSHAKE_FAILED_NO_DETAIL,
    ]) {
      const decoded = decodeEvent(frames(event, 24))
      assert.ok('error' in decoded && 'errno' in decoded.error)
      assert.equal(decoded.error.errno, 24)
      assert.equal(decoded.error.code, errnoName(24))
    }
  })

  it('gives the code of every protocol error', () => {
    const names = Object.keys(zmq).filter((name) => name.startsWith('PROTOCOL_ERROR_'))
    assert.ok(names.length > 20)
    for (const name of names) {
      const value = Reflect.get(zmq, name) as number
      const decoded = decodeEvent(frames(zmq.EVENT_HANDSHAKE_FAILED_PROTOCOL, value))
      assert.ok(decoded.type === 'handshake:error:protocol')
      assert.equal(decoded.error.code, name.replace('PROTOCOL_ERROR_', 'ERR_'))
    }
    const decoded = decodeEvent(frames(zmq.EVENT_HANDSHAKE_FAILED_PROTOCOL, 1))
    assert.ok(decoded.type === 'handshake:error:protocol')
    assert.equal(decoded.error.code, 'ERR_UNKNOWN')
  })

  it('gives the status of the authenticator', () => {
    for (const [value, status] of [
      [300, 300],
      [400, 400],
      [500, 500],
      [1, 500],
    ]) {
      const decoded = decodeEvent(frames(zmq.EVENT_HANDSHAKE_FAILED_AUTH, value ?? 0))
      assert.ok(decoded.type === 'handshake:error:auth')
      assert.equal(decoded.error.status, status)
      assert.ok(decoded.error.message.startsWith(String(status)))
    }
  })

  it('has a name for what it does not know', () => {
    assert.deepEqual(decodeEvent(frames(0x8000, 1)), { type: 'unknown' })
    assert.deepEqual(decodeEvent([]), { type: 'unknown' })
    assert.deepEqual(decodeEvent([Buffer.from('more than six')]), { type: 'unknown' })
  })
})
