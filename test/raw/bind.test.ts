import assert from 'node:assert/strict'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { CzmqError } from '../../src/errors.ts'
import { C } from '../../src/raw/index.ts'
import { MSG_T_SIZE, type Pointer } from '../../src/raw/types.ts'
import { runCode } from '../helpers/child.ts'

const PAIR = 0
const PUSH = 8
const PULL = 7
const POLLIN = 1
const POLLOUT = 2
const RCVTIMEO = 27
const SNDMORE = 2

/** Two connected sockets in a context of their own; receiving waits a second at most. */
function withPair(use: (one: Pointer<'void'>, other: Pointer<'void'>) => void): void {
  const context = C.zctx_new()
  const [one, other] = [C.zsocket_new(context, PAIR), C.zsocket_new(context, PAIR)]
  for (const each of [one, other]) C.zmq_setsockopt(each, RCVTIMEO, Uint8Array.of(0xe8, 3, 0, 0), 4)
  C.zsocket_bind(one, 'inproc://pair')
  C.zsocket_connect(other, 'inproc://pair')
  try {
    use(one, other)
  } finally {
    C.zctx_destroy([context])
  }
}

describe('C', () => {
  it('binds a function once', () => {
    assert.equal(C.zframe_new, C.zframe_new)
    assert.ok(Object.hasOwn(C, 'zframe_new'))
  })

  it('tells which functions there are', () => {
    assert.ok('zframe_new' in C)
    assert.ok('zctx_new' in C)
    assert.ok('fopen' in C)
    assert.ok(!('zframe_routing_id' in C))
    assert.ok(!('zframe_nonsense' in C))
    assert.ok(!('toString' in C))
  })

  it('throws ERR_CZMQ_SYMBOL for a function that a header declares and the library lacks', () => {
    const isSymbolError = (error: unknown) =>
      error instanceof CzmqError &&
      error.code === 'ERR_CZMQ_SYMBOL' &&
      error.message.includes('zframe_routing_id')
    assert.throws(() => C.zframe_routing_id, isSymbolError)
  })

  it('has no property for what no header declares', () => {
    const names: string[] = ['zframe_nonsense', 'then', 'toString', 'constructor', '__proto__x', 'printf']
    for (const name of names) assert.equal(C[name as keyof typeof C], undefined, name)
    assert.equal(C[Symbol.iterator as unknown as keyof typeof C], undefined)
  })

  it('reads and writes the variables of the library', () => {
    for (const name of ['zsys_interrupted', 'zctx_interrupted'] as const) {
      assert.equal(C[name], 0)
      C[name] = 1
      assert.equal(C[name], 1)
      C[name] = 0
    }
  })

  it('shows the library what was written to a variable', () => {
    const poller = C.zpoller_new(null)
    C.zsys_interrupted = 1
    assert.equal(C.zpoller_wait(poller, -1), null)
    C.zsys_interrupted = 0
    assert.equal(C.zpoller_terminated(poller), true)
    C.zpoller_destroy([poller])
  })

  it('writes out parameters', () => {
    const [major, minor, patch] = [[0], [0], [0]]
    C.zsys_version(major, minor, patch)
    assert.deepEqual([major[0], minor[0]], [4, 2])
    C.zmq_version(major, minor, patch)
    assert.equal(major[0], 4)
    assert.equal(typeof patch[0], 'number')
  })

  it('writes null for what a destructor destroyed', () => {
    const frame: [Pointer<'zframe_t'> | null] = [C.zframe_new(Buffer.from('abc'), 3)]
    C.zframe_destroy(frame)
    assert.deepEqual(frame, [null])
    C.zframe_destroy(frame)
    assert.deepEqual(frame, [null])
  })

  it('writes null for what a function took, and only then', () => {
    withPair((one) => {
      const message = [C.zmsg_new()]
      C.zmsg_addstr(message[0] as Pointer<'zmsg_t'>, 'text')
      assert.equal(C.zmsg_send(message, one), 0)
      assert.equal(message[0], null)
    })
    const lonely = C.zsock_new(PUSH)
    C.zsock_set_sndtimeo(lonely, 0)
    const message = [C.zmsg_new()]
    C.zmsg_addstr(message[0] as Pointer<'zmsg_t'>, 'text')
    assert.equal(C.zmsg_send(message, lonely), -1)
    assert.equal(typeof message[0], 'bigint')
    C.zmsg_destroy(message)
    C.zsock_destroy([lonely])
  })

  it('copies fresh strings and frees them', async () => {
    const { stdout } = await runCode(`import { C } from '$src/raw/index.ts'
      const message = C.zmsg_new()
      const text = 'x'.repeat(1000)
      const round = (count) => { for (let i = 0; i < count; i++) { C.zmsg_addstr(message, text); C.zmsg_popstr(message) } }
      round(20_000)
      const before = process.memoryUsage.rss()
      round(100_000)
      console.log(process.memoryUsage.rss() - before < 30e6)`)
    assert.equal(stdout, 'true\n')
  })

  it('leaves borrowed strings to their owner', () => {
    const certificate = C.zcert_new()
    C.zcert_set_meta(certificate, 'name', '%s', 'value')
    for (let count = 0; count < 3; count++) assert.equal(C.zcert_meta(certificate, 'name'), 'value')
    assert.equal(C.zcert_meta(certificate, 'absent'), null)
    C.zcert_destroy([certificate])
  })

  it('takes and fills buffers', () => {
    const text = Buffer.alloc(11)
    assert.ok(C.zmq_z85_encode(text, Buffer.from('864fd26fb559f75b', 'hex'), 8))
    assert.equal(text.toString('latin1', 0, 10), 'HelloWorld')
    const bytes = new Uint8Array(8)
    assert.ok(C.zmq_z85_decode(bytes, 'HelloWorld'))
    assert.equal(Buffer.from(bytes).toString('hex'), '864fd26fb559f75b')
  })

  it('sends and receives through buffers', () => {
    withPair((one, other) => {
      assert.equal(C.zmq_send(one, Uint8Array.of(1, 0, 2), 3, 0), 3)
      const room = Buffer.alloc(8)
      assert.equal(C.zmq_recv(other, room, 8, 0), 3)
      assert.deepEqual([...room], [1, 0, 2, 0, 0, 0, 0, 0])
    })
  })

  it('reads options whose size C writes back', () => {
    withPair((one) => {
      const [value, size] = [Buffer.alloc(255), [255]]
      assert.equal(C.zmq_getsockopt(one, 32, value, size), 0)
      assert.equal(value.toString('latin1', 0, (size[0] ?? 1) - 1), 'inproc://pair')
    })
  })

  it('polls an array of items, and writes what happened', () => {
    withPair((one, other) => {
      const items = [
        { socket: one, fd: 0, events: POLLIN | POLLOUT, revents: 0 },
        { socket: other, fd: 0, events: POLLIN, revents: 7 },
      ]
      assert.equal(C.zmq_poll(items, 2, 0), 1)
      assert.deepEqual(
        items.map((each) => each.revents),
        [POLLOUT, 0],
      )
      C.zstr_send(one, 'text')
      assert.equal(C.zmq_poll(items, 2, 1000), 2)
      assert.deepEqual(
        items.map((each) => each.revents),
        [POLLOUT, POLLIN],
      )
    })
  })

  it('moves messages of a mebibyte in a zmq_msg_t', () => {
    const size = 2 ** 20
    withPair((one, other) => {
      const [sent, received] = [Buffer.alloc(MSG_T_SIZE), Buffer.alloc(MSG_T_SIZE)]
      assert.equal(C.zmq_msg_init(received), 0)
      for (let count = 0; count < 10; count++) {
        assert.equal(C.zmq_msg_init_size(sent, size), 0)
        assert.equal(C.zmq_msg_size(sent), size)
        assert.equal(C.zmq_msg_send(sent, one, SNDMORE), size)
        assert.equal(C.zmq_send(one, null, 0, 0), 0)
        assert.equal(C.zmq_msg_recv(received, other, 0), size)
        assert.equal(C.zmq_msg_more(received), 1)
        assert.equal(typeof C.zmq_msg_data(received), 'bigint')
        assert.equal(C.zmq_recv(other, null, 0, 0), 0)
      }
      assert.equal(C.zmq_msg_close(received), 0)
    })
  })

  it('gives C a FILE', () => {
    const folder = mkdtempSync(join(tmpdir(), 'czmq-file-'))
    const path = join(folder, 'message')
    const message = C.zmsg_new()
    C.zmsg_addstr(message, 'saved')
    const writing = C.fopen(path, 'w')
    assert.ok(writing)
    assert.equal(C.zmsg_save(message, writing), 0)
    assert.equal(C.fflush(writing), 0)
    assert.equal(C.fclose(writing), 0)
    const reading = C.fopen(path, 'r')
    assert.ok(reading)
    const loaded = C.zmsg_load(reading)
    C.fclose(reading)
    assert.ok(loaded && C.zmsg_eq(message, loaded))
    assert.equal(C.fopen(join(folder, 'absent'), 'r'), null)
    for (const each of [message, loaded]) C.zmsg_destroy([each])
    rmSync(folder, { recursive: true })
  })

  it('makes a poller of any number of readers', () => {
    withPair((one, other) => {
      const poller = C.zpoller_new(one, other)
      C.zstr_send(one, 'text')
      assert.equal(C.zpoller_wait(poller, 1000), other)
      C.zpoller_destroy([poller])
    })
  })

  it('gives errno to zmq_strerror', () => {
    const context = C.zctx_new()
    const socket = C.zsocket_new(context, PULL)
    assert.equal(C.zmq_connect(socket, 'nonsense'), -1)
    assert.equal(C.zmq_strerror(C.zmq_errno()), 'Invalid argument')
    C.zctx_destroy([context])
  })
})
