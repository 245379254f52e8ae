import assert from 'node:assert/strict'
import { C, type Pointer, type Ref, zmq } from '../../src/index.ts'

type Monitor = Pointer<'zmonitor_t'>

/** The frames of the next event. */
function event(monitor: Monitor): string[] {
  const message: Ref<Pointer<'zmsg_t'>> = [C.zmonitor_recv(monitor)]
  assert.ok(message[0], 'no event')
  const frames = Array.from({ length: C.zmsg_size(message[0]) }, () =>
    C.zmsg_popstr(message[0] as Pointer<'zmsg_t'>),
  )
  C.zmsg_destroy(message)
  return frames.map(String)
}

/** Passes over events until this one comes. */
function until(monitor: Monitor, number: number): string[] {
  for (;;) {
    const frames = event(monitor)
    if (frames[0] === String(number)) return frames
  }
}

describe('C.zmonitor of CZMQ 3', () => {
  it('tells of connections', () => {
    const context = C.zctx_new()
    const [sink, source] = [C.zsocket_new(context, zmq.PULL), C.zsocket_new(context, zmq.PUSH)]
    const sinkMonitor = C.zmonitor_new(context, sink, zmq.EVENT_LISTENING | zmq.EVENT_ACCEPTED)
    const sourceMonitor = C.zmonitor_new(context, source, zmq.EVENT_ALL)
    assert.ok(sinkMonitor && sourceMonitor)
    C.zmonitor_set_verbose(sinkMonitor, true)
    assert.equal(C.zmonitor_recv(sinkMonitor), null, 'nothing has happened')
    const port = C.zsocket_bind(sink, 'tcp://127.0.0.1:*')
    const address = `tcp://127.0.0.1:${port}`
    const [listening, descriptor, endpoint, description] = event(sinkMonitor)
    assert.deepEqual([listening, endpoint, description], [String(zmq.EVENT_LISTENING), address, 'listening'])
    assert.ok(Number(descriptor) > 0)
    C.zsocket_connect(source, address)
    assert.equal(C.zsocket_poll(C.zmonitor_socket(sourceMonitor), 5000), true)
    assert.equal(until(sourceMonitor, zmq.EVENT_CONNECT_DELAYED)[2], address)
    assert.equal(until(sourceMonitor, zmq.EVENT_CONNECTED)[2], address)
    assert.equal(event(sinkMonitor)[0], String(zmq.EVENT_ACCEPTED))
    const ref: Ref<Monitor> = [sinkMonitor]
    C.zmonitor_destroy(ref)
    assert.equal(ref[0], null)
    C.zmonitor_destroy(ref)
    C.zctx_destroy([context])
    assert.equal(C.zmonitor_recv(sourceMonitor), null, 'its context has ended')
    C.zmonitor_destroy([sourceMonitor])
  })
})

describe('C.zmonitor, the actor', () => {
  it('tells of connections', () => {
    const client = C.zsock_new(zmq.DEALER)
    const server = C.zsock_new(zmq.DEALER)
    const start = (socket: Pointer<'zsock_t'>, ...events: string[]) => {
      const monitor = C.zactor_new(C.zmonitor, socket)
      C.zstr_sendx(monitor, 'LISTEN', ...events, null)
      C.zstr_sendx(monitor, 'START', null)
      assert.equal(C.zsock_wait(monitor), 0)
      C.zmq_setsockopt(
        C.zsock_resolve(monitor) ?? monitor,
        zmq.RCVTIMEO,
        new Uint8Array(Int32Array.of(5000).buffer),
        4,
      )
      return monitor
    }
    const heard = (monitor: Pointer<'zactor_t'>) => {
      const message = C.zmsg_recv(monitor)
      assert.ok(message)
      const name = C.zmsg_popstr(message)
      C.zmsg_destroy([message])
      return name
    }
    const serverMonitor = start(server, 'LISTENING', 'ACCEPTED')
    const clientMonitor = start(client, 'CONNECT_DELAYED', 'CONNECTED')
    const port = C.zsock_bind(server, 'tcp://127.0.0.1:*')
    C.zsock_connect(client, 'tcp://127.0.0.1:%d', port)
    assert.equal(heard(serverMonitor), 'LISTENING')
    let next = heard(clientMonitor)
    assert.equal(next, 'CONNECT_DELAYED')
    // On a busy machine libzmq may try more than once
    while (next === 'CONNECT_DELAYED') next = heard(clientMonitor)
    assert.equal(next, 'CONNECTED')
    assert.equal(heard(serverMonitor), 'ACCEPTED')
    for (const each of [serverMonitor, clientMonitor]) C.zactor_destroy([each])
    for (const each of [client, server]) C.zsock_destroy([each])
  })
})
