import assert from 'node:assert/strict'
import { constants } from 'node:os'
import { C, type Pointer } from '../../src/index.ts'
import { CHANNEL, DEALER, EFSM, PAIR, PULL, PUSH, REP, ROUTER } from '../../src/raw/generated/constants.ts'

const { errno } = constants
const MORE = 1
const DONTWAIT = 4

describe('C.zsocket', () => {
  let context: Pointer<'zctx_t'>
  let sender: Pointer
  let receiver: Pointer
  beforeEach(() => {
    context = C.zctx_new()
    sender = C.zsocket_new(context, PUSH)
    receiver = C.zsocket_new(context, PULL)
    for (const each of [sender, receiver]) {
      C.zsocket_set_rcvtimeo(each, 5000)
      C.zsocket_set_sndtimeo(each, 5000)
    }
  })
  afterEach(() => C.zctx_destroy([context]))

  /** The endpoint with its real port. */
  function bound(endpoint = 'tcp://127.0.0.1:*'): string {
    assert.notEqual(C.zsocket_bind(receiver, endpoint), -1)
    return C.zsocket_last_endpoint(receiver)
  }

  it('answers NULL for a type that does not exist', () => {
    assert.equal(C.zsocket_new(context, 99), null)
    assert.equal(C.zmq_errno(), errno.EINVAL)
    assert.equal(C.zsocket_new(context, -1), null)
  })

  it('destroys NULL without an effect', () => {
    C.zsocket_destroy(context, null)
  })

  it('binds the first dynamic port that is free', () => {
    const first = C.zsocket_bind(receiver, 'tcp://127.0.0.1:*')
    const second = C.zsocket_bind(receiver, 'tcp://127.0.0.1:*')
    assert.ok(first >= 49152 && first <= 65535, String(first))
    assert.ok(second > first && second <= 65535, String(second))
    assert.equal(C.zsocket_last_endpoint(receiver), `tcp://127.0.0.1:${second}`)
  })

  it('answers -1 when the port is taken', () => {
    const other = C.zsocket_new(context, PULL)
    const port = C.zsocket_bind(other, 'tcp://127.0.0.1:*')
    assert.equal(C.zsocket_bind(receiver, 'tcp://127.0.0.1:%d', port), -1)
    assert.equal(C.zmq_errno(), errno.EADDRINUSE)
  })

  it('answers 0 for transports without ports', () => {
    assert.equal(C.zsocket_bind(receiver, 'inproc://a'), 0)
    assert.equal(C.zsocket_bind(receiver, 'inproc://%s-%d', 'b', 5), 0)
    assert.equal(C.zsocket_last_endpoint(receiver), 'inproc://b-5')
  })

  it('answers -1 for endpoints that make no sense', () => {
    assert.equal(C.zsocket_bind(receiver, 'bogus'), -1)
    assert.equal(C.zsocket_bind(receiver, 'bogus://127.0.0.1:*'), -1)
    assert.equal(C.zsocket_connect(sender, 'bogus'), -1)
    assert.equal(C.zsocket_unbind(receiver, 'tcp://127.0.0.1:1'), -1)
    assert.equal(C.zsocket_disconnect(sender, 'tcp://127.0.0.1:1'), -1)
  })

  it('connects by a format and sends a message', () => {
    const port = C.zsocket_bind(receiver, 'tcp://%s:*', '127.0.0.1')
    assert.equal(C.zsocket_connect(sender, 'tcp://127.0.0.1:%d', port), 0)
    assert.equal(C.zstr_send(sender, 'hello'), 0)
    assert.equal(C.zstr_recv(receiver), 'hello')
  })

  it('disconnects and unbinds what was connected and bound', () => {
    const endpoint = bound()
    assert.equal(C.zsocket_connect(sender, endpoint), 0)
    assert.equal(C.zsocket_disconnect(sender, endpoint), 0)
    assert.equal(C.zsocket_unbind(receiver, endpoint), 0)
    assert.equal(C.zsocket_unbind(receiver, endpoint), -1)
  })

  it('tells whether there is something to receive', () => {
    C.zsocket_connect(sender, bound())
    assert.equal(C.zsocket_poll(receiver, 0), false)
    C.zstr_send(sender, 'hello')
    assert.equal(C.zsocket_poll(receiver, 5000), true)
  })

  it('names the type of a socket', () => {
    const names = [
      'PAIR',
      'PUB',
      'SUB',
      'REQ',
      'REP',
      'DEALER',
      'ROUTER',
      'PULL',
      'PUSH',
      'XPUB',
      'XSUB',
      'STREAM',
    ]
    names.forEach((name, type) => {
      assert.equal(C.zsocket_type_str(C.zsocket_new(context, type)), name)
    })
    assert.equal(C.zsocket_type_str(C.zsocket_new(context, CHANNEL)), 'CHANNEL')
  })

  it('calls the type of a closed socket UNKNOWN', () => {
    C.zsocket_destroy(context, sender)
    assert.equal(C.zsocket_type_str(sender), 'UNKNOWN')
  })

  it('sends memory as frames', () => {
    C.zsocket_connect(sender, bound())
    assert.equal(C.zsocket_sendmem(sender, Buffer.from('a\0b'), 3, MORE), 0)
    assert.equal(C.zsocket_sendmem(sender, Buffer.from('cd'), 1, 0), 0)
    const message = C.zmsg_recv(receiver) as Pointer<'zmsg_t'>
    assert.equal(C.zmsg_size(message), 2)
    assert.equal(C.zmsg_content_size(message), 4)
    C.zmsg_destroy([message])
  })

  it('does not wait with DONTWAIT', () => {
    assert.equal(C.zsocket_sendmem(sender, Buffer.from('a'), 1, DONTWAIT), -1)
    assert.equal(C.zmq_errno(), errno.EAGAIN)
  })

  it('signals with an empty frame, for which the other side waits', () => {
    const [one, two] = [C.zsocket_new(context, PAIR), C.zsocket_new(context, PAIR)]
    C.zsocket_set_rcvtimeo(two, 5000)
    C.zsocket_bind(one, 'inproc://signal')
    C.zsocket_connect(two, 'inproc://signal')
    assert.equal(C.zsocket_signal(one), 0)
    assert.equal(C.zsocket_wait(two), 0)
    C.zsocket_set_rcvtimeo(two, 0)
    assert.equal(C.zsocket_wait(two), -1)
  })

  it('exchanges messages with an identity', () => {
    const [router, dealer] = [C.zsocket_new(context, ROUTER), C.zsocket_new(context, DEALER)]
    C.zsocket_set_rcvtimeo(router, 5000)
    C.zsocket_set_identity(dealer, 'dealer')
    const port = C.zsocket_bind(router, 'tcp://127.0.0.1:*')
    C.zsocket_connect(dealer, 'tcp://127.0.0.1:%d', port)
    C.zstr_send(dealer, 'hello')
    assert.equal(C.zstr_recv(router), 'dealer')
    assert.equal(C.zsocket_rcvmore(router), 1)
    assert.equal(C.zstr_recv(router), 'hello')
    assert.equal(C.zsocket_rcvmore(router), 0)
  })

  it('cannot receive on a socket in the wrong state', () => {
    const replier = C.zsocket_new(context, REP)
    assert.equal(C.zsocket_signal(replier), -1)
    assert.equal(C.zmq_errno(), EFSM)
  })
})
