import assert from 'node:assert/strict'
import { zctx, zsock, zsocket } from '../../src/index.ts'
import { PULL } from '../../src/raw/generated/constants.ts'
import { runCode } from '../helpers/child.ts'
import { setTimeouts } from './sockets.ts'

const FUNCTIONS = Object.entries(zsock).filter(([, value]) => typeof value === 'function') as [
  string,
  (...args: unknown[]) => unknown,
][]
const MISUSE = ['ERR_INVALID_ARG_TYPE', 'ERR_INVALID_ARG_VALUE', 'ERR_OUT_OF_RANGE', 'ERR_CZMQ_SYMBOL']
/** What is answered and not thrown; or what reads memory at an address that only C can check. */
const NO_SOCKET = ['is', 'wrap']

function throwing(): object {
  return new Proxy(
    {},
    {
      get: () => {
        throw new Error('a trap was called')
      },
      has: () => {
        throw new Error('a trap was called')
      },
    },
  )
}

function hostileValues(): unknown[] {
  const detached = new Uint8Array(4)
  structuredClone(detached.buffer, { transfer: [detached.buffer] })
  const lying = Object.defineProperty(new Uint8Array(2), 'byteLength', { value: 2 ** 40 })
  const resizable = new Uint8Array(Reflect.construct(ArrayBuffer, [4, { maxByteLength: 64 }]))
  return [
    undefined,
    null,
    true,
    0,
    -0,
    -1,
    1.5,
    Number.NaN,
    Number.POSITIVE_INFINITY,
    2 ** 31,
    2 ** 64,
    1n,
    -1n,
    2n ** 64n,
    2n ** 5000n,
    '',
    'a\0b',
    '%s%n%p',
    '\uD800',
    'x'.repeat(100_000),
    Symbol('s'),
    () => 1,
    {},
    [],
    throwing(),
    new Proxy([], {}),
    detached,
    lying,
    resizable,
    new DataView(new ArrayBuffer(4)),
    new Date(Number.NaN),
    new Map([[throwing(), throwing()]]),
    {
      toString: () => {
        throw new Error('was called')
      },
    },
  ]
}

function codeOf(call: () => unknown): unknown {
  try {
    call()
    return undefined
  } catch (error) {
    return (error as NodeJS.ErrnoException).code ?? error
  }
}

/** Calls a function and ends what it made. */
function ended(call: () => unknown): unknown {
  return codeOf(() => {
    const made = call()
    if (zsock.is(made)) zsock.destroy(made)
  })
}

describe('zsock with hostile arguments', () => {
  for (const [name, call] of FUNCTIONS) {
    const makes = name === 'new' || /^new[A-Z]/.test(name)

    it(`${name} takes nothing but its own class for a socket`, () => {
      if (NO_SOCKET.includes(name)) return
      using context = zctx.new()
      for (const value of [...hostileValues(), context]) {
        if (makes && (value === undefined || value === '' || (name === 'new' && Object.is(value, 0))))
          continue
        if (makes && Object.is(value, -0)) continue
        assert.ok(MISUSE.includes(String(ended(() => call(value)))), `${name}(${typeof value})`)
      }
    })

    if (makes || NO_SOCKET.includes(name)) continue

    it(`${name} throws ERR_CZMQ_DESTROYED for a destroyed socket`, () => {
      const self = zsock.newPair()
      zsock.destroy(self)
      const code = codeOf(() => call(self))
      assert.equal(code, name === 'destroy' ? undefined : 'ERR_CZMQ_DESTROYED')
    })

    it(`${name} survives hostile values after the socket`, () => {
      using self = zsock.newPair()
      setTimeouts(self, 0)
      if (name === 'destroy') return
      for (const first of hostileValues()) {
        codeOf(() => call(self, first))
        for (const second of hostileValues()) codeOf(() => call(self, first, second))
      }
      assert.equal(zsock.is(self), true)
    })
  }

  for (const [name, picture] of [
    ['send', 'i1248usbcfhUpm'],
    ['bsend', '1248sScufpm'],
  ] as const) {
    const call = zsock[name] as (...args: unknown[]) => void
    it(`${name} survives hostile values for every letter`, () => {
      using self = zsock.newPair()
      setTimeouts(self, 0)
      for (const letter of picture) {
        for (const value of hostileValues()) {
          const code = codeOf(() => call(self, letter, value))
          assert.ok([...MISUSE, 'EAGAIN', undefined].includes(code as string), `${letter} ${String(code)}`)
        }
      }
    })
  }

  it('zsockets are taken where every socket is, and nowhere else', () => {
    using context = zctx.new()
    const other = zsocket.new(context, PULL)
    setTimeouts(other, 0)
    const polymorphic = [
      'send',
      'recv',
      'bsend',
      'brecv',
      'signal',
      'wait',
      'flush',
      'setUnbounded',
      'resolve',
      'is',
    ]
    for (const [name, call] of FUNCTIONS) {
      if (name === 'wrap' || /^new/.test(name)) continue
      const code = codeOf(() => call(other, 's'))
      assert.equal(code === 'ERR_INVALID_ARG_TYPE', !polymorphic.includes(name) || name === 'signal', name)
    }
  })

  it('nothing of that ends the process, or writes to it', async () => {
    const { code, stdout, stderr } = await runCode(`
      import { zsock } from '$src/index.ts'
      const values = [undefined, null, -1, NaN, 1n, '', 'tcp://127.0.0.1:*', '%s%n', Symbol(), {}, new Uint8Array(3)]
      for (const [name, call] of Object.entries(zsock)) {
        if (typeof call !== 'function' || name === 'wrap' || name === 'wait') continue
        for (const a of values) for (const b of values) {
          const self = zsock.newPair()
          zsock.setRcvtimeo(self, 0)
          zsock.setSndtimeo(self, 0)
          try { call(self, a, b) } catch {}
          try { const made = call(a, b); if (zsock.is(made)) zsock.destroy(made) } catch {}
          zsock.destroy(self)
        }
      }`)
    assert.deepEqual({ code, stdout, stderr }, { code: 0, stdout: '', stderr: '' })
  })

  it('and everything throws, answers or does nothing after the context was shut down', async () => {
    const { code, stdout, stderr } = await runCode(`
      import { C, zsock } from '$src/index.ts'
      const self = zsock.newPair('@inproc://zsock.ending')
      C.zmq_ctx_shutdown(C.zsys_init())
      const values = { send: ['s', 'x'], recv: ['s'], bsend: ['s', 'x'], brecv: ['s'], signal: [1], wait: [], flush: [],
        setUnbounded: [], bind: ['tcp://127.0.0.1:*'], connect: ['inproc://x'], endpoint: [], typeStr: [],
        unbind: ['inproc://zsock.ending'], disconnect: ['inproc://x'], attach: ['@inproc://y', 'bind'] }
      const codes = new Set()
      for (const [name, rest] of Object.entries(values)) {
        try { zsock[name](self, ...rest) } catch (error) { codes.add(error.code) }
      }
      console.log([...codes].join())
      zsock.destroy(self)`)
    assert.deepEqual({ code, stdout, stderr }, { code: 0, stdout: 'ETERM\n', stderr: '' })
  })
})
