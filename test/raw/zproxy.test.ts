import assert from 'node:assert/strict'
import { C, type Pointer, zmq } from '../../src/index.ts'

type Context = Pointer<'zctx_t'>
type Socket = Pointer<'void'>
type Sock = Pointer<'zsock_t'>

function timeout(socket: Pointer, milliseconds: number): void {
  C.zmq_setsockopt(socket, zmq.RCVTIMEO, new Uint8Array(Int32Array.of(milliseconds).buffer), 4)
}

function receiveTwo(socket: Pointer): [string | null, string | null] {
  return [C.zstr_recv(socket), C.zstr_recv(socket)]
}

describe('C.zproxy of CZMQ 3', () => {
  let context: Context
  let faucet: Socket
  let sink: Socket
  let proxy: [Pointer<'zproxy_t'> | null]

  beforeEach(() => {
    context = C.zctx_new()
    const [frontend, backend] = [C.zsocket_new(context, zmq.PULL), C.zsocket_new(context, zmq.PUSH)]
    assert.equal(C.zsocket_bind(frontend, 'inproc://frontend'), 0)
    assert.equal(C.zsocket_bind(backend, 'inproc://backend'), 0)
    proxy = [C.zproxy_new(context, frontend, backend)]
    assert.ok(proxy[0])
    faucet = C.zsocket_new(context, zmq.PUSH)
    sink = C.zsocket_new(context, zmq.PULL)
    timeout(sink, 5000)
    assert.equal(C.zsocket_connect(faucet, 'inproc://frontend'), 0)
    assert.equal(C.zsocket_connect(sink, 'inproc://backend'), 0)
  })
  afterEach(() => C.zctx_destroy([context]))

  const self = () => proxy[0] as Pointer<'zproxy_t'>

  it('passes messages', () => {
    C.zstr_sendx(faucet, 'Hello', 'World', null)
    assert.deepEqual(receiveTwo(sink), ['Hello', 'World'])
  })

  it('captures them', () => {
    const capture = C.zsocket_new(context, zmq.PULL)
    timeout(capture, 5000)
    assert.equal(C.zsocket_bind(capture, 'inproc://capture'), 0)
    C.zproxy_capture(self(), 'inproc://capture')
    C.zstr_sendx(faucet, 'Hello', 'World', null)
    assert.deepEqual(receiveTwo(sink), ['Hello', 'World'])
    assert.deepEqual(receiveTwo(capture), ['Hello', 'World'])
  })

  it('pauses and resumes', () => {
    C.zproxy_pause(self())
    C.zstr_sendx(faucet, 'Hello', 'World', null)
    timeout(sink, 100)
    assert.equal(C.zstr_recv(sink), null)
    timeout(sink, 5000)
    C.zproxy_resume(self())
    assert.deepEqual(receiveTwo(sink), ['Hello', 'World'])
  })

  it('closes its sockets when it is destroyed, twice if need be', () => {
    C.zproxy_destroy(proxy)
    assert.equal(proxy[0], null)
    C.zproxy_destroy(proxy)
    const again = C.zsocket_new(context, zmq.PULL)
    const deadline = Date.now() + 5000
    while (C.zsocket_bind(again, 'inproc://frontend') === -1) assert.ok(Date.now() < deadline)
  })

  it('ends with its context', () => {
    C.zctx_destroy([context])
    assert.throws(() => C.zproxy_pause(self()), TypeError)
    context = C.zctx_new()
  })
})

describe('C.zproxy, the actor', () => {
  it('passes, pauses, resumes and captures', () => {
    const actor = C.zactor_new(C.zproxy, null)
    const tell = (...command: string[]) => {
      C.zstr_sendx(actor, command[0] ?? '', ...command.slice(1), null)
      assert.equal(C.zsock_wait(actor), 0)
    }
    tell('FRONTEND', 'PULL', 'inproc://native-frontend')
    tell('BACKEND', 'PUSH', 'inproc://native-backend')
    const sockets: Sock[] = [
      C.zsock_new_push('>inproc://native-frontend'),
      C.zsock_new_pull('>inproc://native-backend'),
      C.zsock_new_pull('inproc://native-capture'),
    ].map((each) => each ?? assert.fail())
    const [faucet, sink, capture] = sockets as [Sock, Sock, Sock]
    for (const each of [sink, capture]) C.zsock_set_rcvtimeo(each, 5000)
    C.zstr_sendx(faucet, 'Hello', 'World', null)
    assert.deepEqual(receiveTwo(sink), ['Hello', 'World'])
    tell('PAUSE')
    C.zstr_sendx(faucet, 'Hello', 'World', null)
    C.zsock_set_rcvtimeo(sink, 100)
    assert.equal(C.zstr_recv(sink), null)
    C.zsock_set_rcvtimeo(sink, 5000)
    tell('RESUME')
    assert.deepEqual(receiveTwo(sink), ['Hello', 'World'])
    tell('CAPTURE', 'inproc://native-capture')
    C.zstr_sendx(faucet, 'Hello', 'World', null)
    assert.deepEqual(receiveTwo(sink), ['Hello', 'World'])
    assert.deepEqual(receiveTwo(capture), ['Hello', 'World'])
    C.zactor_destroy([actor])
    for (const each of sockets) C.zsock_destroy([each])
  })
})
