import assert from 'node:assert/strict'
import { once } from 'node:events'
import { C } from '../../src/raw/index.ts'
import * as classes from '../../src/sockets/classes.ts'
import { classProperties, generalProperties, type Property } from '../../src/sockets/options/table.ts'
import { internals, Socket } from '../../src/sockets/socket.ts'
import { receiveHighWaterMarkCases, samples } from './option-samples.ts'

const { Dealer, Publisher, Pull, Push, Reply, Request, Router, Stream, Subscriber, XPublisher } = classes
const all = Object.values(classes)
const table: Record<string, Property> = { ...generalProperties, ...classProperties }

/** Properties under another name than in the table. */
const renamed: Record<string, string> = { routerNotify: 'notify', streamNotify: 'notify' }
/** Entries that stand behind `verbosity`. */
const hidden = ['verbose', 'verboser']

function get(socket: object, name: string): unknown {
  return Reflect.get(socket, name)
}

function set(socket: object, name: string, value: unknown): void {
  Reflect.set(socket, name, value)
}

function isMissing(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'ENOTSUP'
}

describe('socket options', () => {
  it('have a sample each', () => {
    assert.deepEqual(
      Object.keys(samples).sort(),
      Object.keys(table)
        .filter((each) => !hidden.includes(each))
        .sort(),
    )
  })

  for (const [entry, { on, initial, values, bad, lacking }] of Object.entries(samples)) {
    const name = renamed[entry] ?? entry
    const { option } = table[entry] as Property

    describe(name === entry ? name : `${name} (${entry})`, () => {
      it(`is on ${on.length === all.length ? 'all classes' : on.map((each) => each.name).join(', ')} only`, () => {
        const having = all.filter((each) => name in each.prototype)
        if (name === entry)
          assert.deepEqual(
            having,
            all.filter((each) => on.includes(each as never)),
          )
        else for (const each of on) assert.ok(having.includes(each as never))
      })

      for (const Class of on.length === all.length ? [Pull] : on) {
        if (lacking && option.access !== 'w') {
          it(`says that the library lacks it (${Class.name})`, () => {
            using socket = new Class()
            assert.throws(() => get(socket, name), { code: 'ENOTSUP', message: new RegExp(name) })
          })
        } else {
          it(`is ${JSON.stringify(initial)} at first (${Class.name})`, () => {
            using socket = new Class()
            const expected = Class === Subscriber && name === 'linger' ? 0 : initial
            assert.equal(get(socket, name), expected)
          })
        }

        for (const value of values) {
          it(`can be ${JSON.stringify(value)} (${Class.name})`, () => {
            using socket = new Class()
            if (lacking) {
              assert.throws(() => set(socket, name, value), isMissing)
              return
            }
            set(socket, name, value)
            assert.deepEqual(get(socket, name), value)
          })
        }

        for (const [value, code] of bad) {
          it(`refuses ${String(value)} with ${code} (${Class.name})`, () => {
            using socket = new Class()
            assert.throws(() => set(socket, name, value), { code })
          })
        }

        it(`needs an open socket (${Class.name})`, () => {
          const socket = new Class()
          socket.close()
          assert.throws(() => get(socket, name), { code: 'EBADF' })
          if (option.access === 'r') return
          assert.throws(() => set(socket, name, values[0]), { code: 'EBADF' })
        })
      }

      if (option.access === 'r') {
        it('cannot be set', () => {
          using socket = new (on[0] ?? Pull)()
          assert.equal(Reflect.set(socket, name, 1), false)
        })
      }
    })
  }

  it('are set by the constructor', () => {
    using socket = new Dealer({
      linger: 7,
      sendTimeout: 5,
      routingId: 'me',
      plainUsername: null,
      backlog: undefined,
    })
    assert.equal(socket.linger, 7)
    assert.equal(socket.routingId, 'me')
    assert.equal(socket.backlog, 100)
  })

  for (const options of [
    { ligner: 1 },
    { type: 3 },
    { lastEndpoint: 'x' },
    { send: () => undefined },
    JSON.parse('{"__proto__":{"linger":1}}') as object,
    { toString: () => 'x' },
  ]) {
    it(`refuses ${JSON.stringify(Object.keys(options))} in the constructor, and leaves no socket behind`, () => {
      assert.throws(() => new Dealer(options as never), { code: 'ERR_INVALID_ARG_VALUE' })
    })
  }

  it('refuse properties that do not exist', () => {
    using socket = new Dealer()
    assert.throws(() => Object.assign(socket, { ligner: 1 }), TypeError)
  })

  it('take no value of the wrong type', () => {
    const hostile = [
      Symbol('x'),
      {},
      [],
      () => 1,
      Number.NaN,
      1.5,
      2 ** 60,
      -(2 ** 40),
      10n ** 30n,
      new Proxy({}, {}),
    ]
    for (const Class of all) {
      using socket = new Class()
      for (const name of Object.keys(table)) {
        for (const value of hostile) {
          const has =
            Object.getOwnPropertyDescriptor(Class.prototype, name) ??
            (name in generalProperties && name in socket)
          if (!has || table[name]?.option.access === 'r') continue
          assert.throws(() => set(socket, name, value), /ERR_|TypeError|RangeError/, `${Class.name}.${name}`)
        }
      }
    }
  })

  it('read without the object that they belong to are refused', () => {
    assert.throws(() => Socket.prototype.linger, TypeError)
    assert.throws(() => set(Object.create(Push.prototype) as object, 'linger', 1), TypeError)
  })
})

describe('text options', () => {
  it('cannot be unset by null where libzmq cannot', () => {
    using socket = new Dealer({ routingId: null, zapDomain: null })
    socket.routingId = 'a'
    assert.throws(
      () => {
        socket.routingId = null
      },
      { code: 'ERR_INVALID_ARG_VALUE', message: /routingId/ },
    )
    assert.equal(socket.routingId, 'a')
  })

  for (const name of [
    'plainUsername',
    'plainPassword',
    'socksProxy',
    'socksUsername',
    'tcpAcceptFilter',
  ] as const) {
    it(`${name} is unset by null`, () => {
      using socket = new Dealer({ [name]: '127.0.0.1' })
      assert.equal(socket[name], '127.0.0.1')
      socket[name] = null
      assert.equal(socket[name], null)
    })
  }

  it('that end the use of PLAIN end it for both', () => {
    using socket = new Dealer({ plainUsername: 'user', plainPassword: 'password' })
    socket.plainPassword = null
    assert.equal(socket.plainUsername, null)
    assert.equal(socket.securityMechanism, null)
  })

  it('null for what is unset leaves another mechanism as it is', () => {
    using socket = new Dealer({
      curveServerKey: 'rq:rM>}U?@Lns47E1%kR.o@n%FcmmsL/@{H8]yf7',
      plainUsername: null,
    })
    assert.equal(socket.securityMechanism, 'curve')
  })

  it('refuse NUL', () => {
    using socket = new Dealer()
    assert.throws(
      () => {
        socket.zapDomain = 'a\0b'
      },
      { code: 'ERR_INVALID_ARG_VALUE' },
    )
  })
})

describe('routingId', () => {
  for (const Class of [Request, Reply, Dealer, Router]) {
    it(`of a ${Class.name} is not cut at NUL`, () => {
      using socket = new Class()
      socket.routingId = Buffer.from([1, 0, 1])
      assert.equal(socket.routingId, '\x01\0\x01')
      assert.deepEqual(socket.routingIdBytes, Buffer.from([1, 0, 1]))
    })
  }

  it('can be any bytes', () => {
    using socket = new Dealer({ routingIdBytes: Buffer.from([255, 254]) })
    assert.deepEqual(socket.routingIdBytes, Buffer.from([255, 254]))
  })

  it('can be text beyond ASCII', () => {
    using socket = new Dealer({ routingId: 'ø…😀' })
    assert.equal(socket.routingId, 'ø…😀')
  })
})

describe('securityMechanism', () => {
  for (const [options, mechanism] of [
    [{ plainServer: true }, 'plain'],
    [{ plainUsername: 'user' }, 'plain'],
    [{ curveServer: true }, 'curve'],
    [{ gssapiServer: true }, 'gssapi'],
    [{}, null],
  ] as const) {
    it(`is ${mechanism} by ${JSON.stringify(options)}`, () => {
      using socket = new Reply(options)
      assert.equal(socket.securityMechanism, mechanism)
    })
  }
})

describe('lastEndpoint', () => {
  it('is null until the socket is bound or connected', async () => {
    using pull = new Pull()
    using push = new Push({ linger: 0 })
    assert.equal(pull.lastEndpoint, null)
    const endpoint = await pull.bind('tcp://127.0.0.1:*')
    assert.equal(pull.lastEndpoint, endpoint)
    push.connect(endpoint)
    assert.equal(push.lastEndpoint, endpoint)
  })
})

describe('time-outs', () => {
  it('receiveTimeout bounds receive', async () => {
    using socket = new Pull({ receiveTimeout: 0 })
    await assert.rejects(socket.receive(), { code: 'EAGAIN' })
    socket.receiveTimeout = 1
    await assert.rejects(socket.receive(), { code: 'EAGAIN' })
  })

  it('sendTimeout bounds send', async () => {
    using socket = new Push({ sendTimeout: 0 })
    await assert.rejects(socket.send('x'), { code: 'EAGAIN' })
    socket.sendTimeout = 1
    await assert.rejects(socket.send('x'), { code: 'EAGAIN' })
  })

  it('are libzmq’s, too', () => {
    using socket = new Dealer({ sendTimeout: 11, receiveTimeout: 12 })
    assert.equal(C.zsock_sndtimeo(socket.handle.pointer), 11)
    assert.equal(C.zsock_rcvtimeo(socket.handle.pointer), 12)
  })
})

describe('how many messages are taken ahead', () => {
  for (const [name, make, most] of receiveHighWaterMarkCases) {
    it(`${most} for ${name}`, () => {
      using socket = make()
      assert.equal(internals(socket).receiver.most, most)
    })
  }
})

describe('an option that comes late', () => {
  async function warningsOf(act: () => void | Promise<void>): Promise<string[]> {
    const seen: string[] = []
    const listener = (warning: Error): void => void seen.push(warning.message)
    process.on('warning', listener)
    await act()
    const end = once(process, 'warning')
    process.emitWarning('end')
    await end
    process.off('warning', listener)
    return seen.filter((each) => each !== 'end')
  }

  it('warns after a bind, and not before or after the unbind', async () => {
    using socket = new Pull()
    const warnings = await warningsOf(async () => {
      socket.receiveBufferSize = 10_000
      const endpoint = await socket.bind('tcp://127.0.0.1:*')
      socket.receiveBufferSize = 10_001
      await socket.unbind(endpoint)
      socket.receiveBufferSize = 10_002
    })
    assert.equal(warnings.length, 1)
    assert.match(warnings[0] ?? '', /receiveBufferSize.*connect or bind/)
  })

  it('warns after a connect', async () => {
    using socket = new Dealer({ linger: 0 })
    const warnings = await warningsOf(() => {
      socket.connect('inproc://nobody')
      socket.ipv6 = true
      socket.disconnect('inproc://nobody')
    })
    assert.equal(warnings.length, 1)
  })

  it('is refused if it is a high-water mark, with which libzmq could crash', async () => {
    using router = new Router()
    await router.bind('tcp://127.0.0.1:*')
    for (const name of ['sendHighWaterMark', 'receiveHighWaterMark'] as const) {
      assert.throws(() => Object.assign(router, { [name]: 5 }), { code: 'EBUSY' })
    }
  })

  it('does not warn where it takes effect at once', async () => {
    using router = new Router()
    using publisher = new XPublisher()
    const warnings = await warningsOf(async () => {
      await router.bind('tcp://127.0.0.1:*')
      await publisher.bind('tcp://127.0.0.1:*')
      Object.assign(router, { linger: 0, mandatory: true, handover: true, probeRouter: true })
      Object.assign(router, {
        sendTimeout: 5,
        receiveTimeout: 5,
      })
      publisher.verbosity = 'allSubs'
      publisher.noDrop = true
    })
    assert.deepEqual(warnings, [])
  })
})

describe('verbosity', () => {
  for (const value of ['allSubs', 'allSubsUnsubs', null] as const) {
    it(`can be ${value}`, () => {
      using socket = new XPublisher({ verbosity: value })
      assert.equal(socket.verbosity, value)
    })
  }

  it('refuses anything else', () => {
    using socket = new XPublisher()
    for (const value of ['all', 1, undefined, {}]) {
      assert.throws(() => set(socket, 'verbosity', value), { code: 'ERR_INVALID_ARG_VALUE' })
    }
    assert.equal(socket.verbosity, null)
  })

  it('is an option of XPublisher only', () => {
    assert.equal('verbosity' in Publisher.prototype, false)
    assert.equal('verbosity' in Stream.prototype, false)
  })
})
