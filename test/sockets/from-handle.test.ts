import assert from 'node:assert/strict'
import {
  Context,
  context,
  Dealer,
  Pair,
  Pull,
  Push,
  Request,
  Socket,
  type Zctx,
  type Zsocket,
  zctx,
  zmq,
  zmsg,
  zsocket,
  zstr,
} from '../../src/index.ts'

/** The first frame of the next message. */
function nextFirst(handle: Zsocket): string | null {
  const message = zmsg.recv(handle)
  assert.ok(message)
  const text = zmsg.popstr(message)
  message.destroy()
  return text
}

describe('Socket.from', () => {
  let home: Zctx
  let puller: Zsocket
  let pusher: Zsocket

  beforeEach(() => {
    home = zctx.new()
    puller = zsocket.new(home, zmq.PULL)
    pusher = zsocket.new(home, zmq.PUSH)
    zsocket.bind(puller, 'inproc://pipeline')
    zsocket.connect(pusher, 'inproc://pipeline')
  })
  afterEach(() => zctx.destroy(home))

  it('is of the class that the type has', () => {
    assert.ok(Socket.from(puller) instanceof Pull)
    assert.ok(Push.from(pusher) instanceof Push)
  })

  it('receives and sends on the event loop', async () => {
    const pull = Pull.from(puller)
    const message = pull.receive()
    await Push.from(pusher).send(['a', 'b'])
    assert.deepEqual((await message).map(String), ['a', 'b'])
  })

  it('is the same object as long as it is open', () => {
    const pull = Pull.from(puller)
    assert.equal(Socket.from(puller), pull)
    pull.close()
    assert.notEqual(Socket.from(puller), pull)
  })

  it('leaves the handle open when it is closed, and ends what waits', async () => {
    const pull = Pull.from(puller)
    const waiting = pull.receive()
    pull.close()
    pull.close()
    await assert.rejects(waiting, { code: 'EAGAIN' })
    assert.equal(pull.closed, true)
    await assert.rejects(pull.receive(), { code: 'EBADF' })
    zstr.send(pusher, 'still here')
    assert.equal(zstr.recv(puller), 'still here')
  })

  it('is closed when the handle is destroyed', async () => {
    const pull = Pull.from(puller)
    const waiting = pull.receive()
    puller.destroy()
    await assert.rejects(waiting, { code: 'EAGAIN' })
    assert.equal(pull.closed, true)
    assert.equal(pull.handle, puller)
  })

  it('takes no message but those that it hands out', async () => {
    for (const each of ['1', '2', '3']) zstr.send(pusher, each)
    const pull = Pull.from(puller)
    assert.equal(String(await pull.receive()), '1')
    assert.equal(zstr.recv(puller), '2')
    assert.equal(String(pull.tryReceive()), '3')
  })

  it('waits as long as the timeouts of the handle say', async () => {
    zsocket.setRcvtimeo(puller, 1)
    await assert.rejects(Pull.from(puller).receive(), { code: 'EAGAIN' })
  })

  it('belongs to the context of the handle', () => {
    const { context } = Pull.from(puller)
    assert.equal(context.handle, home)
    assert.equal(Push.from(pusher).context, context)
  })

  it('tells the events of the handle', async () => {
    const pull = Pull.from(puller)
    const event = pull.events.receive()
    const port = zsocket.bind(puller, 'tcp://127.0.0.1:0')
    assert.ok(port > 0)
    assert.equal((await event).type, 'bind')
    pull.events.close()
  })

  it('refuses what has another class', () => {
    assert.throws(() => Push.from(puller), { code: 'ERR_CZMQ_SOCKET_TYPE' })
    const pull = Pull.from(puller)
    assert.throws(() => Push.from(puller), { code: 'ERR_CZMQ_SOCKET_TYPE' })
    assert.equal(pull.closed, false)
    assert.throws(() => Reflect.construct(Push, [puller]), { code: 'ERR_CZMQ_SOCKET_TYPE' })
  })

  it('makes no second one around a handle', () => {
    const pull = Pull.from(puller)
    assert.throws(() => Reflect.construct(Pull, [puller]), { code: 'ERR_INVALID_ARG_VALUE' })
    assert.equal(pull.closed, false)
  })

  it('refuses a handle whose context is not known', () => {
    const wrapped = zsocket.wrap(puller.pointer)
    assert.throws(() => Socket.from(wrapped), { code: 'ERR_INVALID_ARG_VALUE' })
    wrapped.destroy()
  })

  it('throws typed errors, whatever it is given', () => {
    const hostile = [undefined, null, 0, 1n, 'x', Symbol('x'), {}, [], home, new Proxy(puller, {})]
    for (const each of hostile) {
      assert.throws(() => Reflect.apply(Socket.from, Socket, [each]), { code: 'ERR_INVALID_ARG_TYPE' })
    }
    puller.destroy()
    assert.throws(() => Socket.from(puller), { code: 'ERR_CZMQ_DESTROYED' })
  })
})

describe('the handle of an asynchronous socket', () => {
  let push: Push
  let pull: Pull

  beforeEach(async () => {
    push = new Push()
    pull = new Pull()
    push.connect(await pull.bind('tcp://127.0.0.1:*'))
  })
  afterEach(() => {
    push.close()
    pull.close()
  })

  it('is that of the socket, and leads back to it', () => {
    assert.equal(pull.handle, pull.handle)
    assert.equal(Socket.from(pull.handle), pull)
    pull.close()
    assert.equal(pull.handle.destroyed, true)
  })

  it('can be used by the namespaces', async () => {
    zstr.send(push.handle, 'question')
    assert.equal(zstr.recv(pull.handle), 'question')
  })

  it('leaves what comes later to whoever asks first', async () => {
    assert.ok(pull.handle)
    for (const each of ['1', '2', '3', '4']) await push.send(each)
    assert.equal(String(await pull.receive()), '1')
    assert.equal(zstr.recv(pull.handle), '2')
    assert.equal(String(await pull.receive()), '3')
    assert.equal(zstr.recv(pull.handle), '4')
  })

  it('leaves no message half taken', async () => {
    const left = new Pair()
    const right = new Pair()
    right.connect(await left.bind('inproc://half'))
    const frames = Array.from({ length: 3 }, (_, index) => Buffer.alloc(4000, index))
    for (let each = 0; each < 4; each++) await right.send([String(each), ...frames])
    assert.equal((await left.receive()).length, 4)
    const { handle } = left
    // The second had been begun; the others have not been touched
    assert.deepEqual(
      left.tryReceive()?.map((frame) => frame.length),
      [1, 4000, 4000, 4000],
    )
    for (const each of ['2', '3']) assert.equal(nextFirst(handle), each)
    left.close()
    right.close()
  })

  it('does not let a waiting call miss what its use took in', async () => {
    const left = new Pair()
    const right = new Pair()
    right.connect(await left.bind('inproc://missed'))
    const message = left.receive({ timeout: 2000 })
    await right.send('hello')
    // Takes in the command that the descriptor would tell of
    assert.equal(zsocket.poll(left.handle, 1000), true)
    assert.equal(String(await message), 'hello')
    left.close()
    right.close()
  })
})

describe('Context.socket', () => {
  it('makes a socket of the class that the type has', () => {
    const own = new Context()
    const push: Push = own.socket(zmq.PUSH, { sendHighWaterMark: 7 })
    const dealer: Dealer = own.socket(zmq.DEALER)
    const request: Request = own.socket(zmq.REQ)
    assert.ok(push instanceof Push && dealer instanceof Dealer && request instanceof Request)
    assert.equal(push.sendHighWaterMark, 7)
    assert.equal(push.context, own)
    own.close()
    assert.equal(push.closed, true)
  })

  it('says of draft types what is missing', () => {
    assert.throws(() => context.socket(zmq.DGRAM), { code: 'ERR_CZMQ_SYMBOL' })
  })

  it('refuses what the class refuses', () => {
    assert.throws(() => Reflect.apply(context.socket, context, [zmq.PUSH, { nonsense: 1 }]), {
      code: 'ERR_INVALID_ARG_VALUE',
    })
  })

  it('throws typed errors, whatever it is given', () => {
    for (const each of [undefined, null, -1, 99, 1.5, '8', 8n, Symbol('x'), {}, Number.NaN]) {
      assert.throws(() => Reflect.apply(context.socket, context, [each]), { code: 'ERR_CZMQ_SOCKET_TYPE' })
    }
  })
})
