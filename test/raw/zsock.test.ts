import assert from 'node:assert/strict'
import { C, zmq } from '../../src/index.ts'
import { copyBytes } from '../../src/raw/memory.ts'
import { cast, type Pointer, type Ref } from '../../src/raw/types.ts'
import { runCode } from '../helpers/child.ts'

type Sock = Pointer<'zsock_t'>

const FIRST = 49152
const LAST = 65535
const DEADLINE = 2_000

function ref<T>(): Ref<T> {
  return [null]
}

function destroy(...sockets: (Sock | null)[]): void {
  for (const each of sockets) C.zsock_destroy([each])
}

function content(frame: Pointer<'zframe_t'> | null): string {
  assert.ok(frame)
  return copyBytes(C.zframe_data(frame) as Pointer, C.zframe_size(frame)).toString()
}

describe('C.zsock_*', () => {
  let writer: Sock
  let reader: Sock
  let port: number

  beforeEach(() => {
    writer = C.zsock_new(zmq.PUSH)
    reader = C.zsock_new(zmq.PULL)
    for (const each of [writer, reader]) {
      C.zsock_set_rcvtimeo(each, DEADLINE)
      C.zsock_set_sndtimeo(each, DEADLINE)
    }
    port = C.zsock_bind(writer, 'tcp://127.0.0.1:*')
    assert.notEqual(C.zsock_connect(reader, 'tcp://127.0.0.1:%d', port), -1)
  })
  afterEach(() => destroy(reader, writer))

  it('binds, unbinds and binds again', () => {
    assert.ok(port >= FIRST && port <= LAST)
    assert.equal(C.zsock_unbind(writer, 'tcp://127.0.0.1:%d', port), 0)
    assert.equal(C.zsock_unbind(writer, 'tcp://127.0.0.1:%d', port), -1)
    assert.equal(C.zsock_bind(writer, 'inproc://raw.%s', 'writer'), 0)
    assert.equal(C.zsock_endpoint(writer), 'inproc://raw.writer')
  })

  it('connects and disconnects', () => {
    assert.equal(C.zsock_disconnect(reader, 'tcp://127.0.0.1:%d', port), 0)
    assert.equal(C.zsock_disconnect(reader, 'tcp://127.0.0.1:%d', port), -1)
    assert.equal(C.zsock_connect(reader, 'txp://127.0.0.1:5560'), -1)
    assert.equal(C.zsock_bind(reader, 'txp://127.0.0.1:5560'), -1)
  })

  for (const [ports, first, last] of [
    ['*', FIRST, LAST],
    ['*[50000-]', 50000, LAST],
    ['*[-50001]', FIRST, 50001],
    ['*[60000-60500]', 60000, 60500],
    ['!', FIRST, LAST],
    ['![50000-]', 50000, LAST],
    ['![-50001]', FIRST, 50001],
    ['![60000-60500]', 60000, 60500],
  ] as const) {
    it(`binds to a port for ${ports}`, () => {
      const found = C.zsock_bind(writer, '%s', `tcp://127.0.0.1:${ports}`)
      assert.ok(found >= first && found <= last, String(found))
      assert.equal(C.zsock_endpoint(writer), `tcp://127.0.0.1:${found}`)
    })
  }

  it('attaches to a list of endpoints', () => {
    const dealer = C.zsock_new(zmq.DEALER)
    assert.equal(
      C.zsock_attach(dealer, '@inproc://raw.attach,tcp://127.0.0.1:*,inproc://raw.others', true),
      0,
    )
    assert.equal(C.zsock_attach(dealer, '', false), 0)
    assert.equal(C.zsock_attach(dealer, null, true), 0)
    assert.equal(C.zsock_attach(dealer, '>a,@b, c,, ', false), -1)
    destroy(dealer)
  })

  it('constructs every type of socket, bound or connected', () => {
    const made: [string, Sock | null][] = [
      ['PUB', C.zsock_new_pub('@tcp://127.0.0.1:*')],
      ['SUB', C.zsock_new_sub('@tcp://127.0.0.1:*', 'topic')],
      ['REQ', C.zsock_new_req('@tcp://127.0.0.1:*')],
      ['REP', C.zsock_new_rep('tcp://127.0.0.1:*')],
      ['DEALER', C.zsock_new_dealer('@tcp://127.0.0.1:*')],
      ['ROUTER', C.zsock_new_router('tcp://127.0.0.1:*')],
      ['PUSH', C.zsock_new_push('@tcp://127.0.0.1:*')],
      ['PULL', C.zsock_new_pull('tcp://127.0.0.1:*')],
      ['XPUB', C.zsock_new_xpub('tcp://127.0.0.1:*')],
      ['XSUB', C.zsock_new_xsub('@tcp://127.0.0.1:*')],
      ['PAIR', C.zsock_new_pair('@tcp://127.0.0.1:*')],
      ['STREAM', C.zsock_new_stream('@tcp://127.0.0.1:*')],
    ]
    for (const [type, self] of made) {
      assert.ok(self)
      assert.equal(C.zsock_type_str(self), type)
      assert.match(C.zsock_endpoint(self) ?? '', /^tcp:\/\/127\.0\.0\.1:\d+$/)
      destroy(self)
    }
  })

  it('answers null for a bad endpoint, and NULL into the reference that it destroys', () => {
    assert.equal(C.zsock_new_pub('bogus'), null)
    const self: Ref<Sock> = [C.zsock_new_push('>inproc://raw.nobody')]
    C.zsock_destroy(self)
    assert.equal(self[0], null)
    C.zsock_destroy(self)
  })

  it('resolves a zsock, a libzmq socket, and no descriptor', () => {
    const socket = C.zsock_resolve(reader)
    assert.notEqual(socket, reader)
    assert.equal(C.zsock_resolve(cast(socket as Pointer)), socket)
    assert.equal(C.zsock_is(reader), true)
    assert.equal(C.zsock_is(socket as Pointer), false)
    const descriptor = new Uint8Array(Int32Array.of(C.zsock_fd(reader), 0, 0, 0).buffer)
    assert.equal(C.zsock_resolve(descriptor as unknown as Pointer), null)
    assert.equal(C.zsock_type_str(writer), 'PUSH')
  })

  it('signals and waits', () => {
    assert.equal(C.zsock_signal(writer, 123), 0)
    assert.equal(C.zsock_wait(reader), 123)
    C.zstr_send(writer, 'no signal')
    C.zsock_signal(writer, 0)
    assert.equal(C.zsock_wait(reader), 0)
    C.zsock_set_rcvtimeo(reader, 0)
    assert.equal(C.zsock_wait(reader), -1)
  })

  it('flushes the rest of a message', () => {
    C.zstr_sendx(writer, 'a', 'b', 'c', null)
    C.zstr_send(writer, 'd')
    assert.equal(C.zstr_recv(reader), 'a')
    C.zsock_flush(reader)
    assert.equal(C.zstr_recv(reader), 'd')
  })

  it('takes the high-water marks away', () => {
    C.zsock_set_unbounded(writer)
    assert.equal(C.zsock_sndhwm(writer), 0)
    assert.equal(C.zsock_rcvhwm(writer), 0)
  })

  it('sends and receives pictures of every letter', () => {
    const chunk = C.zchunk_new(Buffer.from('HELLO'), 5)
    const frame = C.zframe_new(Buffer.from('WORLD'), 5)
    const uuid = C.zuuid_new()
    const hash = C.zhashx_new()
    const value = Buffer.from('value A\0')
    C.zhashx_insert(hash, Buffer.from('1\0'), value)
    const numbers = [-12345, 123, 15129, 1860867, 2 ** 32 - 1, 228886641n, 2n ** 64n - 1n]
    const things = ['This is a string', Buffer.from('ABCDE'), 5, chunk, frame, uuid, hash, writer]
    assert.equal(C.zsock_send(writer, 'i124488zsbcfUhp', ...numbers, ...things), 0)

    const cells = numbers.map(() => ref<number>())
    const [string, data, size] = [ref<string>(), ref<Uint8Array>(), ref<number>()]
    const [gotChunk, gotFrame] = [ref<Pointer<'zchunk_t'>>(), ref<Pointer<'zframe_t'>>()]
    const [gotUuid, gotHash, pointer] = [
      ref<Pointer<'zuuid_t'>>(),
      ref<Pointer<'zhashx_t'>>(),
      ref<Pointer>(),
    ]
    const refs = [string, data, size, gotChunk, gotFrame, gotUuid, gotHash, pointer]
    assert.equal(C.zsock_recv(reader, 'i124488zsbcfUhp', ...cells, ...refs), 0)
    assert.deepEqual(
      cells.map((each) => each[0]),
      numbers,
    )
    assert.deepEqual([string[0], data[0], Number(size[0])], ['This is a string', Buffer.from('ABCDE'), 5])
    assert.equal(C.zchunk_size(gotChunk[0] as Pointer<'zchunk_t'>), 5)
    assert.equal(content(gotFrame[0] ?? null), 'WORLD')
    assert.equal(C.zuuid_str(gotUuid[0] as Pointer<'zuuid_t'>), C.zuuid_str(uuid))
    const found = C.zhashx_lookup(gotHash[0] as Pointer<'zhashx_t'>, Buffer.from('1\0'))
    assert.deepEqual(copyBytes(found as Pointer, 8), value)
    assert.equal(pointer[0], writer)
    for (const each of [chunk, gotChunk[0] ?? null]) C.zchunk_destroy([each])
    for (const each of [frame, gotFrame[0] ?? null]) C.zframe_destroy([each])
    for (const each of [uuid, gotUuid[0] ?? null]) C.zuuid_destroy([each])
    for (const each of [hash, gotHash[0] ?? null]) C.zhashx_destroy([each])
  })

  it('fills what a short message lacks with nothing', () => {
    C.zsock_send(writer, 'i', -1)
    const integer = ref<number>()
    const others = [
      ref<string>(),
      ref<Uint8Array>(),
      ref<number>(),
      ref<Pointer>(),
      ref<Pointer>(),
      ref<Pointer>(),
    ]
    assert.equal(C.zsock_recv(reader, 'izsbcfp', integer, ...others), 0)
    assert.equal(integer[0], -1)
    const [string, data, size, chunk, frame, pointer] = others.map((each) => each[0])
    assert.deepEqual([string, data, Number(size), chunk, frame, pointer], [null, null, 0, null, null, null])
  })

  it('sends and receives whole messages after other values', () => {
    const message = C.zmsg_new()
    C.zmsg_addstr(message, 'frame 1')
    C.zmsg_addstr(message, 'frame 2')
    assert.equal(C.zsock_send(writer, 'szm', 'header', message), 0)
    C.zmsg_destroy([message])
    const [header, received] = [ref<string>(), ref<Pointer<'zmsg_t'>>()]
    assert.equal(C.zsock_recv(reader, 'szm', header, received), 0)
    assert.equal(header[0], 'header')
    assert.equal(C.zmsg_size(received[0] as Pointer<'zmsg_t'>), 2)
    assert.equal(content(C.zmsg_first(received[0] as Pointer<'zmsg_t'>)), 'frame 1')
    assert.equal(content(C.zmsg_next(received[0] as Pointer<'zmsg_t'>)), 'frame 2')
    C.zmsg_destroy(received)
  })

  it('skips values whose reference is null', () => {
    C.zsock_send(writer, 'izsbp', -12345, 'This is a string', Buffer.from('ABCDE'), 5, writer)
    const integer = ref<number>()
    assert.equal(C.zsock_recv(reader, 'izsbp', integer, null, null, null, null), 0)
    assert.equal(integer[0], -12345)
  })

  it('sends and receives binary pictures', () => {
    const frame = C.zframe_new(Buffer.from('Hello'), 5)
    const chunk = C.zchunk_new(Buffer.from('World'), 5)
    const message = C.zmsg_new()
    C.zmsg_addstr(message, 'Hello')
    C.zmsg_addstr(message, 'World')
    const sent = [123, 15129, 1860867, 228886641n, 'Hello, World', 'Goodbye', writer, chunk, frame, message]
    assert.equal(C.zsock_bsend(writer, '1248sSpcfm', ...sent), 0)
    const numbers = [ref<number>(), ref<number>(), ref<number>(), ref<bigint>()]
    const texts = [ref<string>(), ref<string>()]
    const [pointer, gotChunk] = [ref<Pointer>(), ref<Pointer<'zchunk_t'>>()]
    const [gotFrame, gotMessage] = [ref<Pointer<'zframe_t'>>(), ref<Pointer<'zmsg_t'>>()]
    const refs = [...numbers, ...texts, pointer, gotChunk, gotFrame, gotMessage]
    assert.equal(C.zsock_brecv(reader, '1248sSpcfm', ...refs), 0)
    assert.deepEqual(
      [...numbers, ...texts, pointer].map((each) => each[0]),
      sent.slice(0, 7),
    )
    assert.equal(C.zchunk_size(gotChunk[0] as Pointer<'zchunk_t'>), 5)
    assert.equal(content(gotFrame[0] ?? null), 'Hello')
    assert.equal(C.zmsg_size(gotMessage[0] as Pointer<'zmsg_t'>), 2)
    for (const each of [chunk, gotChunk[0] ?? null]) C.zchunk_destroy([each])
    for (const each of [frame, gotFrame[0] ?? null]) C.zframe_destroy([each])
    for (const each of [message, gotMessage[0] ?? null]) C.zmsg_destroy([each])
  })

  it('sends what zproto reads: a key and a value of gossip, in one frame', () => {
    C.zsock_bsend(writer, '1111sS4', 0xaa, 0xa0, 2, 1, 'key', 'value', 1234)
    const frame = C.zframe_recv(reader)
    assert.ok(frame)
    const packed = copyBytes(C.zframe_data(frame) as Pointer, C.zframe_size(frame))
    assert.equal(packed.toString('hex'), 'aaa00201036b65790000000576616c7565000004d2')
    C.zframe_destroy([frame])
  })

  it('lacks what is draft, and says so', () => {
    for (const name of ['zsock_new_server', 'zsock_new_radio', 'zsock_join', 'zsock_has_in'] as const) {
      if (name in C) continue
      assert.throws(() => C[name], { code: 'ERR_CZMQ_SYMBOL' })
    }
  })

  it('aborts at the limit of sockets, as C does', async () => {
    const { signal, stdout } = await runCode(`
      import { C } from '$src/index.ts'
      C.zsys_set_max_sockets(5)
      for (let count = 0; count < 10; count++) C.zsock_new(0)
      console.log('not reached')`)
    assert.deepEqual({ signal, stdout }, { signal: 'SIGABRT', stdout: '' })
  })
})
