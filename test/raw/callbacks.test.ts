import assert from 'node:assert/strict'
import koffi from 'koffi'
import { C } from '../../src/raw/index.ts'
import { readPointer } from '../../src/raw/memory.ts'
import type { NativeFunction, Pointer } from '../../src/raw/types.ts'
import { runCode } from '../helpers/child.ts'

const POLLIN = 1
const POLLOUT = 2

/** An address that C only carries around. */
function tag(value: bigint): Pointer {
  return readPointer(BigUint64Array.of(value)) as Pointer
}

function withLoop(use: (loop: Pointer<'zloop_t'>) => void): void {
  const loop = C.zloop_new()
  try {
    use(loop)
  } finally {
    C.zloop_destroy([loop])
  }
}

function withPair(use: (one: Pointer<'zsock_t'>, other: Pointer<'zsock_t'>) => void): void {
  const one = C.zsock_new_pair('@inproc://callbacks')
  const other = C.zsock_new_pair('>inproc://callbacks')
  assert.ok(one && other)
  try {
    use(one, other)
  } finally {
    C.zsock_destroy([one])
    C.zsock_destroy([other])
  }
}

/** The list's own order, by address. */
function itemsOf(list: Pointer<'zlist_t'>): bigint[] {
  const items: bigint[] = []
  for (let item = C.zlist_first(list); item !== null; item = C.zlist_next(list)) items.push(item)
  return items
}

describe('JavaScript functions that C calls', () => {
  it('run as timers of a reactor, as often as they shall', () => {
    withLoop((loop) => {
      const calls: unknown[][] = []
      const id = C.zloop_timer(
        loop,
        1,
        3,
        (...args: unknown[]) => (calls.push(args) === 3 ? -1 : 0),
        tag(77n),
      )
      assert.equal(C.zloop_start(loop), -1)
      assert.deepEqual(calls, [
        [loop, id, 77n],
        [loop, id, 77n],
        [loop, id, 77n],
      ])
    })
  })

  it('run as readers of a reactor', () => {
    withLoop((loop) => {
      withPair((one, other) => {
        const texts: (string | null)[] = []
        const read = (_: Pointer, reader: Pointer) => (texts.push(C.zstr_recv(reader)) === 2 ? -1 : 0)
        assert.equal(C.zloop_reader(loop, other, read, null), 0)
        C.zstr_send(one, 'first')
        C.zstr_send(one, 'second')
        assert.equal(C.zloop_start(loop), -1)
        assert.deepEqual(texts, ['first', 'second'])
        C.zloop_reader_end(loop, other)
      })
    })
  })

  it('run as pollers of a reactor, and are told what happened', () => {
    withLoop((loop) => {
      withPair((one, other) => {
        C.zstr_send(one, 'text')
        const socket = C.zsock_resolve(other)
        assert.ok(socket)
        const seen: unknown[] = []
        const item = { socket, fd: 0, events: POLLIN | POLLOUT, revents: 0 }
        const handle = (_: Pointer, happened: unknown) => -seen.push(happened)
        assert.equal(C.zloop_poller(loop, item, handle, null), 0)
        assert.equal(C.zloop_start(loop), -1)
        assert.deepEqual(seen, [{ socket, fd: 0, events: POLLIN | POLLOUT, revents: POLLIN | POLLOUT }])
        C.zloop_poller_end(loop, item)
      })
    })
  })

  it('that throw end the reactor, and the call throws what they threw', () => {
    withLoop((loop) => {
      let calls = 0
      C.zloop_timer(
        loop,
        1,
        0,
        () => {
          calls++
          throw new RangeError('from a timer')
        },
        null,
      )
      assert.throws(() => C.zloop_start(loop), { name: 'RangeError', message: 'from a timer' })
      assert.equal(calls, 1)
      assert.throws(() => C.zloop_start(loop), RangeError)
      assert.equal(calls, 2)
    })
  })

  it('may throw anything, even undefined', () => {
    withLoop((loop) => {
      C.zloop_timer(
        loop,
        1,
        1,
        () => {
          throw undefined
        },
        null,
      )
      let thrown: unknown = 'nothing'
      try {
        C.zloop_start(loop)
      } catch (error) {
        thrown = error
      }
      assert.equal(thrown, undefined)
    })
  })

  it('may call functions that call back themselves', () => {
    withLoop((loop) => {
      const list = C.zlist_new()
      for (const each of [3n, 1n, 2n]) C.zlist_append(list, tag(each))
      const sort = () => {
        C.zlist_sort(list, (one: bigint, other: bigint) => (one > other ? 1 : -1))
        return -1
      }
      C.zloop_timer(loop, 1, 1, sort, null)
      assert.equal(C.zloop_start(loop), -1)
      assert.deepEqual(itemsOf(list), [1n, 2n, 3n])
      C.zlist_destroy([list])
    })
  })

  it('that throw in a call within a call are heard by the inner one', () => {
    withLoop((loop) => {
      const list = C.zlist_new()
      for (const each of [2n, 1n]) C.zlist_append(list, tag(each))
      const heard: string[] = []
      const sort = () => {
        try {
          C.zlist_sort(list, () => {
            throw new Error('from the comparison')
          })
        } catch (error) {
          heard.push((error as Error).message)
        }
        return -1
      }
      C.zloop_timer(loop, 1, 1, sort, null)
      assert.equal(C.zloop_start(loop), -1)
      assert.deepEqual(heard, ['from the comparison'])
      C.zlist_destroy([list])
    })
  })

  it('compare the items of a list', () => {
    const list = C.zlist_new()
    for (const each of [5n, 3n, 9n, 1n]) C.zlist_append(list, tag(each))
    C.zlist_sort(list, (one: bigint, other: bigint) => Number(one - other))
    assert.deepEqual(itemsOf(list), [1n, 3n, 5n, 9n])
    C.zlist_destroy([list])
  })

  it('may be forgotten after the call that they were for', async () => {
    const { stdout, stderr, code } = await runCode(
      `import { C } from '$src/raw/index.ts'
      const list = C.zlist_new()
      C.zlist_append(list, C.zsys_init())
      C.zlist_append(list, C.zsys_init())
      for (let i = 0; i < 20_000; i++) C.zlist_sort(list, () => 0)
      console.log('done')`,
    )
    assert.deepEqual({ stdout, stderr, code }, { stdout: 'done\n', stderr: '', code: 0 })
  })

  it('destroy the items of a table, at the latest with the table itself', () => {
    const hash = C.zhashx_new()
    const destroyed: bigint[] = []
    C.zhashx_set_destructor(hash, (item: Pointer) => {
      destroyed.push(koffi.decode(item, 'void *') as bigint)
    })
    C.zhashx_insert(hash, Buffer.from('one\0'), tag(1n))
    C.zhashx_insert(hash, Buffer.from('two\0'), tag(2n))
    C.zhashx_delete(hash, Buffer.from('one\0'))
    assert.deepEqual(destroyed, [1n])
    C.zhashx_destroy([hash])
    assert.deepEqual(destroyed, [1n, 2n])
  })

  it('that throw while an object is destroyed are heard after that', () => {
    const hash = C.zhashx_new()
    const fail = () => {
      throw new Error('from the destructor')
    }
    C.zhashx_set_destructor(hash, fail)
    C.zhashx_insert(hash, Buffer.from('one\0'), tag(1n))
    const ref: [Pointer<'zhashx_t'> | null] = [hash]
    assert.throws(() => C.zhashx_destroy(ref), /from the destructor/)
    assert.deepEqual(ref, [null])
  })

  it('are given back with the object that calls them', async () => {
    const { stdout, stderr, code } = await runCode(
      `import { C } from '$src/raw/index.ts'
      for (let i = 0; i < 10_000; i++) {
        const loop = C.zloop_new()
        C.zloop_timer(loop, 1, 1, () => 0, null)
        C.zloop_destroy([loop])
      }
      console.log('done')`,
    )
    assert.deepEqual({ stdout, stderr, code }, { stdout: 'done\n', stderr: '', code: 0 })
  })

  it('are refused where another thread would call them', () => {
    const callback = (() => undefined) as NativeFunction
    const refused = { name: 'TypeError', code: 'ERR_INVALID_ARG_TYPE' }
    assert.throws(() => C.zactor_new(callback, null), refused)
    assert.throws(() => C.zmq_threadstart(callback, null), refused)
    assert.throws(() => C.zsys_handler_set(callback), refused)
    assert.throws(() => C.zmq_msg_init_data(Buffer.alloc(64), tag(8n), 1, callback, null), refused)
  })
})

describe('functions of C that C calls', () => {
  it('are actors', () => {
    const actor = C.zactor_new(C.zproxy, null)
    assert.equal(typeof actor, 'bigint')
    assert.equal(C.zstr_sendx(actor, 'VERBOSE', null), 0)
    assert.equal(C.zsock_wait(actor), 0)
    C.zactor_destroy([actor])
  })

  it('copy and destroy the items of a list', () => {
    const list = C.zlistx_new()
    C.zlistx_set_duplicator(list, C.zframe_dup)
    C.zlistx_set_destructor(list, C.zframe_destroy)
    const frame = C.zframe_new(Buffer.from('abc'), 3)
    C.zlistx_add_end(list, frame)
    C.zframe_destroy([frame])
    const copy = C.zlistx_first(list) as Pointer<'zframe_t'> | null
    assert.ok(copy && copy !== frame)
    assert.equal(C.zframe_strdup(copy), 'abc')
    C.zlistx_destroy([list])
  })
})
