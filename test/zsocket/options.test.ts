import assert from 'node:assert/strict'
import { once } from 'node:events'
import { type AddressInfo, connect, createServer, type Server, type Socket } from 'node:net'
import { C, CzmqError, zsock, zsocket } from '../../src/index.ts'
import * as zmq from '../../src/raw/generated/constants.ts'
import { samples } from '../../src/raw/socket-option-samples.ts'
import { type OptionName, type SocketOption, socketOptions } from '../../src/raw/socket-options.ts'
import * as zsockOptions from '../../src/zsock/options.ts'
import * as zsocketOptions from '../../src/zsocket/options.ts'
import { camel, find, setterName, spaces } from './option-spaces.ts'

const names = Object.keys(socketOptions) as OptionName[]
const option = (name: OptionName): SocketOption => socketOptions[name]
const INT_MAX = 2 ** 31 - 1
const CODES = ['ERR_INVALID_ARG_TYPE', 'ERR_INVALID_ARG_VALUE', 'ERR_OUT_OF_RANGE']

/** The value to try an option with, as the namespace takes it. */
function sample(name: OptionName): unknown {
  const value = samples[name][1]
  return option(name).type === 'frame' ? Buffer.from(String(value)) : value
}

/** What the namespace answers for it. */
function expected(name: OptionName): unknown {
  return option(name).type === 'uint64' ? BigInt(samples[name][1] ?? 0) : samples[name][1]
}

function unlessMissing(name: OptionName, error: unknown): void {
  if (!(option(name).optional && error instanceof CzmqError && error.code === 'ENOTSUP')) throw error
}

describe('the index of a namespace', () => {
  it('lists every option function', () => {
    for (const [space, options] of [[zsocket, zsocketOptions] as const, [zsock, zsockOptions] as const]) {
      for (const [name, value] of Object.entries(options)) assert.equal(Reflect.get(space, name), value, name)
    }
  })
})

for (const space of spaces) {
  const withSocket = space.withSocket
  const get = (name: OptionName, socket: unknown) => find(space, camel(name))(socket)
  const set = (name: OptionName, socket: unknown, value: unknown) =>
    find(space, setterName(name))(socket, value)

  describe(`options of ${space.name}`, () => {
    it('exist in the directions of the table', () => {
      for (const name of names) {
        assert.equal(camel(name) in space.functions, option(name).access.includes('r'), name)
        assert.equal(setterName(name) in space.functions, option(name).access.includes('w'), `set ${name}`)
      }
    })

    for (const name of names) {
      const { access, number, unreadable } = option(name)
      if (number === null || access === 'r') continue
      it(`sets ${name}${access === 'rw' ? ' and reads it back' : ''}`, () => {
        withSocket(samples[name][0], (socket) => {
          try {
            assert.equal(set(name, socket, sample(name)), undefined)
          } catch (error) {
            unlessMissing(name, error)
            return
          }
          if (access === 'rw' && !unreadable) assert.equal(get(name, socket), expected(name))
        })
      })
    }

    for (const name of names.filter((each) => option(each).type === 'flag' && option(each).access === 'rw')) {
      it(`takes ${name} as true and false, and reads it as 1 and 0`, () => {
        withSocket(samples[name][0], (socket) => {
          for (const [value, found] of [
            [true, 1] as const,
            [false, 0] as const,
            [1, 1] as const,
            [0, 0] as const,
          ]) {
            set(name, socket, value)
            assert.equal(get(name, socket), found)
          }
        })
      })
    }

    for (const name of names.filter((each) => option(each).type === 'int' && option(each).access !== 'r')) {
      const { least, most = INT_MAX, optional, successor } = option(name)
      if (least === undefined || successor) continue
      it(`takes ${name} from ${least} to ${most} and nothing else`, () => {
        withSocket(samples[name][0], (socket) => {
          for (const value of [least, most]) {
            try {
              set(name, socket, value)
            } catch (error) {
              unlessMissing(name, error)
            }
          }
          for (const value of [least - 1, most + 1, 0.5, Number.NaN, Number.POSITIVE_INFINITY]) {
            assert.throws(() => set(name, socket, value), { name: 'RangeError', code: 'ERR_OUT_OF_RANGE' })
          }
          if (!optional && name !== 'heartbeat_ttl') assert.equal(get(name, socket), most)
        })
      })
    }

    for (const name of names.filter((each) => ['text', 'bytes'].includes(option(each).type))) {
      const { least, most, access } = option(name)
      if (access === 'r' || most === undefined || least === undefined) continue
      it(`takes ${name} of ${least} to ${most} bytes and no other size`, () => {
        withSocket(samples[name][0], (socket) => {
          const sizes = [most + 1, ...(least > 0 ? [least - 1] : [])]
          for (const size of sizes) {
            assert.throws(() => set(name, socket, 'x'.repeat(size)), { code: 'ERR_INVALID_ARG_VALUE' })
          }
          if (name === 'tcp_accept_filter' || name === 'metadata' || option(name).optional) return
          for (const size of [least, most]) {
            set(name, socket, 'x'.repeat(size))
            if (access === 'rw') assert.equal(get(name, socket), 'x'.repeat(size))
          }
        })
      })
    }

    for (const name of names.filter((each) => option(each).sockets)) {
      it(`sets ${name} for ${option(name).sockets?.join(', ')} only`, () => {
        for (const type of [
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
        ] as const) {
          const attempt = () => withSocket(zmqType(type), (socket) => void set(name, socket, sample(name)))
          if (option(name).sockets?.includes(type)) attempt()
          else assert.throws(attempt, { name: 'CzmqError', code: 'ERR_CZMQ_SOCKET_TYPE' }, type)
        }
      })
    }

    it('throws ENOTSUP with the successor of what libzmq 4 does not have', () => {
      withSocket(zmq.SUB, (socket) => {
        for (const name of ['swap', 'recovery_ivl_msec', 'mcast_loop'] as const) {
          const successor = new RegExp(option(name).successor ?? '-')
          assert.throws(() => get(name, socket), { code: 'ENOTSUP', message: successor })
          assert.throws(() => set(name, socket, 1), { code: 'ENOTSUP', message: successor })
        }
      })
    })

    it('throws ENOTSUP for what the loaded libzmq was built without', () => {
      withSocket(zmq.DEALER, (socket) => {
        const has = C.zmq_has('vmci') === 1
        const attempt = () => set('vmci_buffer_size', socket, 65_536n)
        if (has) attempt()
        else
          assert.throws(attempt, { code: 'ENOTSUP', message: /vmci_buffer_size/, syscall: 'zmq_setsockopt' })
      })
    })

    it('throws ENOTSUP for the getters that libzmq never answers', () => {
      withSocket(zmq.SUB, (socket) => {
        assert.throws(() => get('tcp_accept_filter', socket), { code: 'ENOTSUP' })
        assert.throws(() => get('metadata', socket), { code: 'ENOTSUP' })
      })
    })

    it('sets both marks with hwm and reads the one for sending', () => {
      withSocket(zmq.DEALER, (socket) => {
        set('hwm', socket, 7)
        set('rcvhwm', socket, 8)
        assert.deepEqual([get('sndhwm', socket), get('rcvhwm', socket), get('hwm', socket)], [7, 8, 7])
      })
    })

    it('takes affinity as a number or a bigint of 64 bits', () => {
      withSocket(zmq.SUB, (socket) => {
        for (const value of [0n, 2n ** 64n - 1n, 5n]) {
          set('affinity', socket, value)
          assert.equal(get('affinity', socket), value)
        }
        set('affinity', socket, 3)
        assert.equal(get('affinity', socket), 3n)
        for (const value of [-1n, 2n ** 64n, -1, 0.5, 2 ** 53]) {
          assert.throws(() => set('affinity', socket, value), { code: 'ERR_OUT_OF_RANGE' })
        }
      })
    })

    it('takes maxmsgsize beyond 32 bits', () => {
      withSocket(zmq.SUB, (socket) => {
        for (const value of [-1, 0, 2 ** 40, Number.MAX_SAFE_INTEGER]) {
          set('maxmsgsize', socket, value)
          assert.equal(get('maxmsgsize', socket), value)
        }
        for (const value of [-2, 2 ** 53, 0.5]) {
          assert.throws(() => set('maxmsgsize', socket, value), { code: 'ERR_OUT_OF_RANGE' })
        }
        assert.throws(() => set('maxmsgsize', socket, 1n), { code: 'ERR_INVALID_ARG_TYPE' })
      })
    })

    it('takes an identity of bytes, which it reads only when it is text', () => {
      withSocket(zmq.DEALER, (socket) => {
        assert.equal(get('identity', socket), '')
        set('identity', socket, Buffer.from('größe'))
        assert.equal(get('identity', socket), 'größe')
        for (const binary of [Buffer.from([0, 1, 2]), Buffer.from('a\0'), Buffer.from([0xff])]) {
          set('identity', socket, binary)
          assert.throws(() => get('identity', socket), {
            name: 'CzmqError',
            code: 'EILSEQ',
            frames: [binary],
          })
        }
      })
    })

    it('takes keys as Z85, or as 32 bytes', () => {
      withSocket(zmq.DEALER, (socket) => {
        for (const name of ['curve_publickey', 'curve_secretkey', 'curve_serverkey'] as const) {
          find(space, `${setterName(name)}Bin`)(socket, Buffer.alloc(32))
          assert.equal(get(name, socket), '0'.repeat(40))
          set(name, socket, '%nSc0'.repeat(8))
          assert.equal(get(name, socket), '%nSc0'.repeat(8))
        }
      })
    })

    it('refuses keys of another size or alphabet', () => {
      withSocket(zmq.DEALER, (socket) => {
        for (const name of ['curve_publickey', 'curve_secretkey', 'curve_serverkey'] as const) {
          for (const key of ['', '0'.repeat(39), '0'.repeat(41), '~'.repeat(40), '_'.repeat(40)]) {
            assert.throws(() => set(name, socket, key), { code: 'ERR_INVALID_ARG_VALUE' })
          }
          assert.throws(() => set(name, socket, '#'.repeat(40)), { code: 'EINVAL' })
          const bin = find(space, `${setterName(name)}Bin`)
          for (const size of [0, 31, 33, 40]) {
            assert.throws(() => bin(socket, Buffer.alloc(size)), { code: 'ERR_INVALID_ARG_VALUE' })
          }
          assert.throws(() => bin(socket, '0'.repeat(32)), { code: 'ERR_INVALID_ARG_TYPE' })
        }
      })
    })

    it('sets a routing id for the next peer once, and none like those of libzmq', () => {
      withSocket(zmq.ROUTER, (socket) => {
        const bin = find(space, 'setConnectRidBin')
        set('connect_rid', socket, 'peer')
        bin(socket, Buffer.from([1, 0, 2]))
        assert.throws(() => set('connect_rid', socket, 'peer'), { name: 'CzmqError', code: 'EADDRINUSE' })
        assert.throws(() => bin(socket, Buffer.from('peer')), { code: 'EADDRINUSE' })
        assert.throws(() => set('connect_rid', socket, '\0a'), { code: 'ERR_INVALID_ARG_VALUE' })
        assert.throws(() => set('connect_rid', socket, ''), { code: 'ERR_INVALID_ARG_VALUE' })
        assert.throws(() => bin(socket, 'text'), { code: 'ERR_INVALID_ARG_TYPE' })
      })
    })

    it('takes text with % as it is, and refuses NUL', () => {
      withSocket(zmq.SUB, (socket) => {
        for (const name of ['plain_username', 'plain_password', 'zap_domain', 'socks_proxy'] as const) {
          set(name, socket, '%s%n')
          assert.equal(get(name, socket), '%s%n')
          assert.throws(() => set(name, socket, 'a\0b'), { code: 'ERR_INVALID_ARG_VALUE' })
        }
      })
    })

    it('refuses an address filter that is none', () => {
      withSocket(zmq.SUB, (socket) => {
        set('tcp_accept_filter', socket, '10.0.0.0/8')
        assert.throws(() => set('tcp_accept_filter', socket, '%s%n'), { code: 'EINVAL' })
      })
    })

    it('does not bind a descriptor that is no listening socket', () => {
      withSocket(zmq.PUSH, (socket) => {
        for (const [fd, code] of [[0x7fffffff, 'EBADF'] as const, [get('fd', socket), 'ENOTSOCK'] as const]) {
          set('use_fd', socket, fd)
          assert.throws(() => find(space, 'bind')(socket, 'tcp://127.0.0.1:*'), { name: 'CzmqError', code })
        }
      })
    })

    it('throw ERR_CZMQ_DESTROYED for a socket that is gone', () => {
      const gone: unknown[] = []
      withSocket(zmq.ROUTER, (socket) => gone.push(socket))
      for (const name of names) {
        const { access } = option(name)
        const code = 'ERR_CZMQ_DESTROYED'
        if (access !== 'w') assert.throws(() => get(name, gone[0]), { name: 'CzmqError', code }, name)
        if (access !== 'r')
          assert.throws(() => set(name, gone[0], sample(name)), { name: 'CzmqError', code }, name)
      }
    })

    it('does not convert: what is of another type is refused', () => {
      const strange = [undefined, null, {}, [], () => 0, Symbol('x'), new Proxy({}, {}), new Uint16Array(4)]
      for (const name of names.filter((each) => option(each).access !== 'r')) {
        withSocket(samples[name][0], (socket) => {
          for (const value of strange) {
            assert.throws(
              () => set(name, socket, value),
              (error) => CODES.includes((error as CzmqError).code),
              name,
            )
          }
        })
      }
    })

    it('never runs code of the value', () => {
      const trap = { valueOf: () => assert.fail('valueOf'), toString: () => assert.fail('toString') }
      withSocket(zmq.PUSH, (socket) => {
        assert.throws(() => set('sndhwm', socket, trap), { code: 'ERR_INVALID_ARG_TYPE' })
        assert.throws(() => set('plain_username', socket, trap), { code: 'ERR_INVALID_ARG_TYPE' })
      })
    })

    it('trusts neither a detached buffer nor a redefined byteLength', () => {
      withSocket(zmq.SUB, (socket) => {
        const detached = new Uint8Array(8)
        structuredClone(detached.buffer, { transfer: [detached.buffer] })
        set('subscribe', socket, detached)
        const lying = new Uint8Array([65, 66])
        Object.defineProperty(lying, 'byteLength', { value: 2 ** 30 })
        Object.defineProperty(lying, 'length', { value: 2 ** 30 })
        set('subscribe', socket, lying)
        set('unsubscribe', socket, 'AB')
      })
    })
  })
}

function zmqType(
  name:
    | 'PAIR'
    | 'PUB'
    | 'SUB'
    | 'REQ'
    | 'REP'
    | 'DEALER'
    | 'ROUTER'
    | 'PULL'
    | 'PUSH'
    | 'XPUB'
    | 'XSUB'
    | 'STREAM',
): number {
  const { PAIR, PUB, SUB, REQ, REP, DEALER, ROUTER, PULL, PUSH, XPUB, XSUB, STREAM } = zmq
  return { PAIR, PUB, SUB, REQ, REP, DEALER, ROUTER, PULL, PUSH, XPUB, XSUB, STREAM }[name]
}

/** Node tells the descriptor of a handle only inside. */
function descriptor(of: Server | Socket): number {
  return (of as unknown as { _handle: { fd: number } })._handle.fd
}

describe('useFd', () => {
  let server: Server
  beforeEach((done) => {
    server = createServer().listen(0, '127.0.0.1', done)
  })
  afterEach((done) => {
    server.close(() => done())
  })

  for (const { name, withSocket, functions } of spaces) {
    it(`of ${name} takes a listening socket`, () => {
      withSocket(zmq.PULL, (socket) => {
        find({ name, withSocket, functions }, 'setUseFd')(socket, descriptor(server))
        // inproc does not take the descriptor over, so that the server can close it
        find({ name, withSocket, functions }, 'bind')(socket, 'inproc://with-descriptor')
      })
    })

    it(`of ${name} does not bind a socket that does not listen`, async () => {
      const client = connect((server.address() as AddressInfo).port, '127.0.0.1')
      await once(client, 'connect')
      withSocket(zmq.PULL, (socket) => {
        find({ name, withSocket, functions }, 'setUseFd')(socket, descriptor(client))
        const bind = find({ name, withSocket, functions }, 'bind')
        assert.throws(() => bind(socket, 'tcp://127.0.0.1:*'), { name: 'CzmqError', code: 'EINVAL' })
      })
      client.destroy()
    })
  }
})
