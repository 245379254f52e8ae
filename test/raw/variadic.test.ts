import assert from 'node:assert/strict'
import { C } from '../../src/raw/index.ts'
import type { Pointer, Ref, Variadic } from '../../src/raw/types.ts'
import { runCode } from '../helpers/child.ts'

const invalid = (code: string) => ({ name: 'TypeError', code })

/** Two connected sockets of CZMQ 4. */
function withPair(use: (one: Pointer<'zsock_t'>, other: Pointer<'zsock_t'>) => void): void {
  const one = C.zsock_new_pair('@inproc://variadic')
  const other = C.zsock_new_pair('>inproc://variadic')
  assert.ok(one && other)
  C.zsock_set_rcvtimeo(other, 1000)
  try {
    use(one, other)
  } finally {
    C.zsock_destroy([one])
    C.zsock_destroy([other])
  }
}

describe('printf formats', () => {
  const formats: [string, Variadic[], string][] = [
    ['text', [], 'text'],
    ['100 %%', [], '100 %'],
    ['%s', ['text'], 'text'],
    ['%s', ['%s%n'], '%s%n'],
    ['%10s|%-10s|', ['a', 'b'], '         a|b         |'],
    ['%.2s', ['text'], 'te'],
    ['%*s|%-*s|', [4, 'a', 3, 'b'], '   a|b  |'],
    ['%.*s', [3, 'text'], 'tex'],
    ['%d %i', [-1, 2], '-1 2'],
    ['%+d % d %05d %-5d|', [1, 2, 3, 4], '+1  2 00003 4    |'],
    ['%u %x %X %o', [4294967295, 255, 255, 8], '4294967295 ff FF 10'],
    ['%#x %#o', [255, 8], '0xff 010'],
    ['%hd %hhd', [70000, 300], '4464 44'],
    ['%ld %lld %jd %td', [-(2n ** 40n), 2n ** 62n, -1n, 7n], '-1099511627776 4611686018427387904 -1 7'],
    ['%zu %lu %llu %ju', [2n ** 63n, 12, 2n ** 64n - 1n, 1], '9223372036854775808 12 18446744073709551615 1'],
    ['%f %.2f %e %g', [1.5, 2.345, 1500, 0.0001], '1.500000 2.35 1.500000e+03 0.0001'],
    ['%F %E %G %a', [1, 1, 1e20, 1], '1.000000 1.000000E+00 1E+20 0x1p+0'],
    ['%lf', [1.5], '1.500000'],
    ['%c%c', [65, 66], 'AB'],
    ['%s %d %s', ['a', 1, 'b'], 'a 1 b'],
    ['ü %s', ['€😀'], 'ü €😀'],
  ]

  for (const [format, values, expected] of formats) {
    it(`take the arguments of ${JSON.stringify(format)}`, () => {
      assert.equal(C.zsys_sprintf(format, ...values), expected)
    })
  }

  it('print pointers', () => {
    assert.match(C.zsys_sprintf('%p', C.zsys_init()) ?? '', /^0x[\da-f]+$/)
  })

  it('take a va_list as an array', () => {
    assert.equal(C.zsys_vprintf('%s %d', ['text', 7]), 'text 7')
  })

  const refused: [string, Variadic[]][] = [
    ['%s', []],
    ['text', ['superfluous']],
    ['%s %s', ['one']],
    ['%*d', [1]],
    ['%.*f', [1.5]],
    ['%n', [[0]]],
    ['%hn', [[0]]],
    ['%ln', [[0]]],
    ['%1$s', ['positional']],
    ['%', []],
    ['%%%', []],
    ['%y', [1]],
    ['%ls', ['wide']],
    ['%lc', [65]],
    ['%Lf', [1.5]],
    ['%m', []],
  ]

  for (const [format, values] of refused) {
    it(`are refused when they are ${JSON.stringify(format)} with ${values.length} arguments`, () => {
      assert.throws(() => C.zsys_sprintf(format, ...values), invalid('ERR_INVALID_ARG_VALUE'))
    })
  }

  it('must be strings', () => {
    assert.throws(() => C.zsys_sprintf(7 as unknown as string), invalid('ERR_INVALID_ARG_TYPE'))
  })

  it('may be NULL where C allows it', () => {
    const config = C.zconfig_new('name', null)
    C.zconfig_set_value(config, '%s', 'value')
    assert.equal(C.zconfig_value(config), 'value')
    C.zconfig_set_value(config, null)
    assert.equal(C.zconfig_value(config), null)
    C.zconfig_destroy([config])
  })

  it('make endpoints', () => {
    const socket = C.zsock_new(7)
    const port = C.zsock_bind(socket, 'tcp://%s:*', '127.0.0.1')
    assert.ok(port > 0)
    assert.equal(C.zsock_unbind(socket, 'tcp://127.0.0.1:%d', port), 0)
    C.zsock_destroy([socket])
  })

  it('make endpoints of composed functions', () => {
    const context = C.zctx_new()
    const [one, other] = [C.zsocket_new(context, 0), C.zsocket_new(context, 0)]
    assert.equal(C.zsocket_bind(one, 'inproc://%s-%d', 'name', 7), 0)
    assert.equal(C.zsocket_connect(other, 'inproc://name-7'), 0)
    assert.equal(C.zsocket_disconnect(other, '%s://name-7', 'inproc'), 0)
    assert.equal(C.zsocket_unbind(one, 'inproc://%s', 'name-7'), 0)
    assert.throws(() => C.zsocket_bind(one, 'inproc://%s'), invalid('ERR_INVALID_ARG_VALUE'))
    C.zctx_destroy([context])
  })
})

describe('lists of strings', () => {
  it('end where they end, or with null', () => {
    withPair((one, other) => {
      assert.equal(C.zstr_sendx(one, 'a', 'b', 'c'), 0)
      assert.equal(C.zstr_sendx(one, 'd', null), 0)
      assert.equal(C.zstr_sendx(one, 'e', null, 'never'), 0)
      for (const expected of [['a', 'b', 'c'], ['d'], ['e']]) {
        const message = C.zmsg_recv(other)
        assert.ok(message)
        assert.deepEqual(
          expected.map(() => C.zmsg_popstr(message)),
          expected,
        )
        assert.equal(C.zmsg_popstr(message), null)
        C.zmsg_destroy([message])
      }
    })
  })

  it('are received into references, and those too many become null', () => {
    withPair((one, other) => {
      C.zstr_sendx(one, 'a', 'b', null)
      const refs: Ref<string>[] = [['x'], ['y'], ['z']]
      const [first, ...rest] = refs as [Ref<string>, ...Ref<string>[]]
      assert.equal(C.zstr_recvx(other, first, ...rest, null), 3)
      assert.deepEqual(refs, [['a'], ['b'], [null]])
    })
  })

  it('give back their memory', async () => {
    const { stdout } = await runCode(`import { C } from '$src/raw/index.ts'
      const one = C.zsock_new_pair('@inproc://strings'), other = C.zsock_new_pair('>inproc://strings')
      const text = 'x'.repeat(2000)
      const refs = [[null], [null]]
      const round = (count) => { for (let i = 0; i < count; i++) { C.zstr_sendx(one, text, text); C.zstr_recvx(other, ...refs) } }
      round(5000)
      const before = process.memoryUsage.rss()
      round(20_000)
      console.log(process.memoryUsage.rss() - before < 30e6, refs[1][0] === text)`)
    assert.equal(stdout, 'true true\n')
  })

  it('come from matches of an expression', () => {
    const expression = C.zrex_new('(\\w+)-(\\w+)')
    assert.equal(C.zrex_matches(expression, 'left-right'), true)
    const [left, right, none]: [Ref<string>, Ref<string>, Ref<string>] = [[''], [''], ['']]
    C.zrex_fetch(expression, left, right, none)
    assert.deepEqual([left, right, none], [['left'], ['right'], [null]])
    C.zrex_destroy([expression])
  })
})

describe('pictures', () => {
  it('carry every kind of value', () => {
    withPair((one, other) => {
      assert.equal(C.zsock_send(one, 'i1248us', -7, 255, 65535, 4294967295, 2n ** 64n - 1n, 12, 'text'), 0)
      const refs: Ref<number>[] = [[0], [0], [0], [0]]
      const [eight, unsigned, text]: [Ref<bigint>, Ref<number>, Ref<string>] = [[0n], [0], ['']]
      assert.equal(C.zsock_recv(other, 'i1248us', ...refs, eight, unsigned, text), 0)
      assert.deepEqual(refs, [[-7], [255], [65535], [4294967295]])
      assert.deepEqual([eight, unsigned, text], [[2n ** 64n - 1n], [12], ['text']])
    })
  })

  it('carry bytes with their size', () => {
    withPair((one, other) => {
      assert.equal(C.zsock_send(one, 'bz', Uint8Array.of(0, 1, 0), 3), 0)
      const [data, size]: [Ref<Uint8Array>, Ref<number>] = [[null], [0]]
      assert.equal(C.zsock_recv(other, 'bz', data, size), 0)
      assert.deepEqual([[...(data[0] ?? [])], size[0]], [[0, 1, 0], 3])
    })
  })

  it('carry objects of CZMQ', () => {
    withPair((one, other) => {
      const [frame, chunk] = [C.zframe_new(Buffer.from('f'), 1), C.zchunk_new(Buffer.from('cc'), 2)]
      assert.ok(chunk)
      assert.equal(C.zsock_send(one, 'fcp', frame, chunk, frame), 0)
      const refs: Ref<Pointer>[] = [[null], [null], [null]]
      assert.equal(C.zsock_recv(other, 'fcp', ...refs), 0)
      const [received, chunked, pointer] = refs.map((each) => each[0] ?? null)
      assert.equal(C.zframe_eq(received as Pointer<'zframe_t'>, frame), true)
      assert.equal(C.zchunk_size(chunked as Pointer<'zchunk_t'>), 2)
      assert.equal(pointer, frame)
      for (const each of [frame, received]) C.zframe_destroy([each as Pointer<'zframe_t'>])
      for (const each of [chunk, chunked]) C.zchunk_destroy([each as Pointer<'zchunk_t'>])
    })
  })

  it('leave out what is received into null', () => {
    withPair((one, other) => {
      C.zsock_send(one, 'is', 7, 'text')
      const text: Ref<string> = ['']
      assert.equal(C.zsock_recv(other, 'is', null, text), 0)
      assert.deepEqual(text, ['text'])
    })
  })

  it('leave the references alone when nothing came', () => {
    withPair((_, other) => {
      C.zsock_set_rcvtimeo(other, 0)
      const [number, text]: [Ref<number>, Ref<string>] = [[1], ['as it was']]
      assert.equal(C.zsock_recv(other, 'is', number, text), -1)
      assert.deepEqual([number, text], [[1], ['as it was']])
    })
  })

  it('are packed by bsend and unpacked by brecv', () => {
    withPair((one, other) => {
      const chunk = C.zchunk_new(Buffer.from('cc'), 2)
      assert.equal(C.zsock_bsend(one, '1248sSc', 1, 2, 4, 8n, 'short', 'long', chunk), 0)
      const refs: Ref<number>[] = [[0], [0], [0]]
      const [eight, short, long, received]: [Ref<bigint>, Ref<string>, Ref<string>, Ref<Pointer>] = [
        [0n],
        [''],
        [''],
        [null],
      ]
      assert.equal(C.zsock_brecv(other, '1248sSc', ...refs, eight, short, long, received), 0)
      assert.deepEqual([refs, eight, short, long], [[[1], [2], [4]], [8n], ['short'], ['long']])
      for (const each of [chunk, received[0]]) C.zchunk_destroy([each as Pointer<'zchunk_t'>])
    })
  })

  it('take a va_list as an array', () => {
    withPair((one, other) => {
      assert.equal(C.zsock_vsend(one, 'is', [7, 'text']), 0)
      const [number, text]: [Ref<number>, Ref<string>] = [[0], ['']]
      assert.equal(C.zsock_vrecv(other, 'is', [number, text]), 0)
      assert.deepEqual([number, text], [[7], ['text']])
    })
  })

  it('with a letter that C does not know are refused', () => {
    withPair((one, other) => {
      for (const picture of ['x', 'i?', '%s', '\0', 'S']) {
        assert.throws(() => C.zsock_send(one, picture, 1, 1), invalid('ERR_INVALID_ARG_VALUE'), picture)
        assert.throws(() => C.zsock_recv(other, picture, [1], [1]), invalid('ERR_INVALID_ARG_VALUE'), picture)
      }
      for (const picture of ['i', 'z', 'toString']) {
        assert.throws(() => C.zsock_bsend(one, picture, 1), invalid('ERR_INVALID_ARG_VALUE'), picture)
        assert.throws(() => C.zsock_brecv(other, picture, [1]), invalid('ERR_INVALID_ARG_VALUE'), picture)
      }
    })
  })

  it('with too few or too many arguments are refused', () => {
    withPair((one, other) => {
      assert.throws(() => C.zsock_send(one, 'is', 1), invalid('ERR_INVALID_ARG_VALUE'))
      assert.throws(() => C.zsock_send(one, 'b', Uint8Array.of(1)), invalid('ERR_INVALID_ARG_VALUE'))
      assert.throws(() => C.zsock_bsend(one, '1', 1, 2), invalid('ERR_INVALID_ARG_VALUE'))
      assert.throws(() => C.zsock_recv(other, 'is', [1]), invalid('ERR_INVALID_ARG_VALUE'))
      assert.throws(() => C.zsock_brecv(other, '1', [1], [2]), invalid('ERR_INVALID_ARG_VALUE'))
    })
  })

  it('must be strings', () => {
    withPair((one) => {
      for (const picture of [null, undefined, 7, {}, Symbol('i')] as unknown as string[]) {
        assert.throws(() => C.zsock_send(one, picture), invalid('ERR_INVALID_ARG_TYPE'))
      }
    })
  })
})
