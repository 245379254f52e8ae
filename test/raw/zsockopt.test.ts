import assert from 'node:assert/strict'
import { C, type Pointer } from '../../src/index.ts'
import * as zmq from '../../src/raw/generated/constants.ts'
import { samples } from '../../src/raw/socket-option-samples.ts'
import { type OptionName, type SocketOption, socketOptions } from '../../src/raw/socket-options.ts'
import { runCode } from '../helpers/child.ts'

type Getter = (zocket: Pointer) => number | string
type Setter = (zocket: Pointer, value: unknown) => void
const functions = C as unknown as Record<string, (Getter & Setter) | undefined>

function call(name: string): Getter & Setter {
  const found = functions[name]
  assert.ok(found, `C has no ${name}`)
  return found
}

function withSocket(type: number, use: (socket: Pointer) => void): void {
  const context = C.zctx_new()
  try {
    use(C.zsocket_new(context, type))
  } finally {
    C.zctx_destroy([context])
  }
}

const names = Object.keys(socketOptions) as OptionName[]
const option = (name: OptionName): SocketOption => socketOptions[name]
/** What Debian's libzmq 4.3.4 does not have: drafts and what needs other libraries. */
const isMissing = (error: unknown) => error instanceof Error && 'code' in error && error.code === 'EINVAL'

/** Every option function of CZMQ 2. */
const CZMQ_2_READS =
  'ipv6 ipv4only plain_server plain_username plain_password curve_server curve_publickey curve_secretkey curve_serverkey zap_domain type sndhwm rcvhwm affinity identity rate recovery_ivl sndbuf rcvbuf linger reconnect_ivl reconnect_ivl_max backlog maxmsgsize multicast_hops rcvtimeo sndtimeo tcp_keepalive tcp_keepalive_idle tcp_keepalive_cnt tcp_keepalive_intvl tcp_accept_filter rcvmore fd events last_endpoint'
const CZMQ_2_WRITES =
  'ipv6 immediate router_raw ipv4only delay_attach_on_connect router_mandatory probe_router req_relaxed req_correlate conflate plain_server plain_username plain_password curve_server curve_publickey curve_publickey_bin curve_secretkey curve_secretkey_bin curve_serverkey curve_serverkey_bin zap_domain sndhwm rcvhwm affinity subscribe unsubscribe identity rate recovery_ivl sndbuf rcvbuf linger reconnect_ivl reconnect_ivl_max backlog maxmsgsize multicast_hops rcvtimeo sndtimeo xpub_verbose tcp_keepalive tcp_keepalive_idle tcp_keepalive_cnt tcp_keepalive_intvl tcp_accept_filter hwm'

describe('C.zsocket options', () => {
  it('has each of CZMQ 2', () => {
    for (const name of CZMQ_2_READS.split(' ')) assert.ok(`zsocket_${name}` in C, name)
    for (const name of CZMQ_2_WRITES.split(' ')) assert.ok(`zsocket_set_${name}` in C, name)
  })

  it('has getters and setters only in the directions of the table', () => {
    for (const name of names) {
      assert.equal(`zsocket_${name}` in C, option(name).access.includes('r'), name)
      assert.equal(`zsocket_set_${name}` in C, option(name).access.includes('w'), `set_${name}`)
    }
  })

  for (const name of names) {
    const { access, type, optional, number, unreadable } = option(name)
    const [socketType, value] = samples[name]
    if (value === undefined || type === 'frame' || number === null || !access.includes('w')) continue
    it(`sets ${name}${access === 'rw' ? ' and reads it back' : ''}`, () => {
      withSocket(socketType, (socket) => {
        try {
          assert.equal(call(`zsocket_set_${name}`)(socket, value), undefined)
        } catch (error) {
          assert.ok(optional && isMissing(error), String(error))
          return
        }
        if (access === 'rw') assert.equal(call(`zsocket_${name}`)(socket, undefined), unreadable ? '' : value)
      })
    })
  }

  for (const name of names.filter((each) => option(each).access === 'r')) {
    it(`reads ${name}`, () => {
      withSocket(samples[name][0], (socket) => {
        const expected = ['text', 'bytes', 'key'].includes(option(name).type) ? 'string' : 'number'
        assert.equal(typeof call(`zsocket_${name}`)(socket, undefined), expected)
      })
    })
  }

  it('sets both marks with hwm and reads the one for sending', () => {
    withSocket(zmq.DEALER, (socket) => {
      C.zsocket_set_hwm(socket, 7)
      assert.deepEqual([C.zsocket_sndhwm(socket), C.zsocket_rcvhwm(socket), C.zsocket_hwm(socket)], [7, 7, 7])
    })
  })

  it('truncates 64 bits to an int, as C does', () => {
    withSocket(zmq.SUB, (socket) => {
      C.zmq_setsockopt(socket, zmq.MAXMSGSIZE, new Uint8Array(BigInt64Array.of(2n ** 32n + 5n).buffer), 8)
      assert.equal(C.zsocket_maxmsgsize(socket), 5)
      C.zsocket_set_affinity(socket, -1)
      assert.equal(C.zsocket_affinity(socket), -1)
    })
  })

  it('ends text at its first NUL, as C does', () => {
    withSocket(zmq.DEALER, (socket) => {
      C.zsocket_set_identity(socket, 'ab\0cd')
      assert.equal(C.zsocket_identity(socket), 'ab')
      C.zmq_setsockopt(socket, zmq.IDENTITY, Buffer.from('x\0y'), 3)
      assert.equal(C.zsocket_identity(socket), 'x')
    })
  })

  it('takes text with % as it is', () => {
    withSocket(zmq.DEALER, (socket) => {
      C.zsocket_set_plain_username(socket, '%s%n')
      assert.equal(C.zsocket_plain_username(socket), '%s%n')
    })
  })

  it('sets a key from 32 bytes and reads it as Z85', () => {
    withSocket(zmq.DEALER, (socket) => {
      C.zsocket_set_curve_publickey_bin(socket, Buffer.alloc(32))
      C.zsocket_set_curve_secretkey_bin(socket, Buffer.alloc(32, 255))
      C.zsocket_set_curve_serverkey_bin(socket, Buffer.alloc(40))
      assert.equal(C.zsocket_curve_publickey(socket), '0'.repeat(40))
      assert.equal(C.zsocket_curve_secretkey(socket), '%nSc0'.repeat(8))
      assert.throws(() => C.zsocket_set_curve_publickey_bin(socket, Buffer.alloc(31)), RangeError)
    })
  })

  it('takes a frame for the messages of drafts, whether libzmq has them or not', () => {
    withSocket(zmq.ROUTER, (socket) => {
      const frame = C.zframe_new(Buffer.from('hello'), 5)
      try {
        C.zsocket_set_hello_msg(socket, frame)
      } catch (error) {
        assert.ok(isMissing(error))
      } finally {
        C.zframe_destroy([frame])
      }
    })
  })

  it('throws where C ends the process: a wrong type of socket, a value that libzmq refuses', () => {
    withSocket(zmq.PUSH, (socket) => {
      assert.throws(() => C.zsocket_set_subscribe(socket, ''), { code: 'EINVAL', syscall: 'zmq_setsockopt' })
      assert.throws(() => C.zsocket_set_sndhwm(socket, -1), { name: 'CzmqError', code: 'EINVAL' })
      assert.throws(() => C.zsocket_set_identity(socket, 'x'.repeat(256)), { code: 'EINVAL' })
    })
  })

  it('does not convert values', () => {
    withSocket(zmq.DEALER, (socket) => {
      for (const value of [undefined, null, '5', true, {}]) {
        assert.throws(() => call('zsocket_set_sndhwm')(socket, value), { code: 'ERR_INVALID_ARG_TYPE' })
      }
      for (const value of [undefined, null, 5, {}]) {
        assert.throws(() => call('zsocket_set_identity')(socket, value), { code: 'ERR_INVALID_ARG_TYPE' })
      }
    })
  })

  it('throws for a socket that is closed', () => {
    const context = C.zctx_new()
    const socket = C.zsocket_new(context, zmq.PUSH)
    C.zsocket_destroy(context, socket)
    assert.throws(() => C.zsocket_sndhwm(socket), { code: 'ENOTSOCK', syscall: 'zmq_getsockopt' })
    assert.throws(() => C.zsocket_set_sndhwm(socket, 1), { code: 'ENOTSOCK', syscall: 'zmq_setsockopt' })
    C.zctx_destroy([context])
  })

  it('does not complain when the context is ending, as C does not', () => {
    const context = C.zmq_ctx_new()
    const socket = C.zmq_socket(context, zmq.PUSH) as Pointer
    C.zmq_ctx_shutdown(context)
    C.zsocket_poll(socket, 0)
    assert.throws(() => C.zsocket_sndhwm(socket), { code: 'ETERM' })
    C.zsocket_set_sndhwm(socket, 1)
    C.zmq_close(socket)
    C.zmq_ctx_term(context)
  })

  it('throws ENOTSUP for options that libzmq 4 does not have', () => {
    withSocket(zmq.SUB, (socket) => {
      for (const name of names.filter((each) => option(each).successor)) {
        assert.throws(() => call(`zsocket_${name}`)(socket, undefined), { code: 'ENOTSUP' }, name)
        assert.throws(() => call(`zsocket_set_${name}`)(socket, 1), { code: 'ENOTSUP' }, name)
      }
    })
  })
})

describe('C.zsockopt_test', () => {
  it('answers 0 without a word', async () => {
    const { code, stdout, stderr } = await runCode(
      "import { C } from '$src/index.ts'; console.log(C.zsockopt_test(false))",
    )
    assert.deepEqual({ code, stdout, stderr }, { code: 0, stdout: '0\n', stderr: '' })
  })

  it('tells which options the library does not have when it is verbose', async () => {
    const { code, stdout } = await runCode("import { C } from '$src/index.ts'; C.zsockopt_test(true)")
    assert.equal(code, 0)
    assert.match(stdout, /^ \* zsockopt: OK, without .*\bswap\b/)
  })
})
