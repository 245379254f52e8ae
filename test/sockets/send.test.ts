import assert from 'node:assert/strict'
import { Dealer, Pair, Publisher, Pull, Push, Request, Router } from '../../src/sockets/classes.ts'
import type { MessageLike } from '../../src/sockets/sender.ts'
import { closeAll, codeOf, join, open, transports, turn, upTo } from './ends.ts'

/** One that nobody reads from: so many messages go in, no more. */
function narrow(most = 2): Push {
  const push = open(new Push({ sendHighWaterMark: most, linger: 0 }))
  push.connect('tcp://127.0.0.1:9')
  return push
}

async function filled(most = 2): Promise<Push> {
  const push = narrow(most)
  for (const index of upTo(most)) await push.send(String(index))
  return push
}

describe('send', () => {
  afterEach(closeAll)

  for (const transport of transports) {
    it(`delivers frames from nothing to a mebibyte, unchanged, over ${transport}`, async () => {
      const [pull, push] = [open(new Pull()), open(new Push())]
      await join(pull, push, transport)
      const sizes = [0, 1, 33, 4095, 4096, 4097, 8192, 65_535, 65_536, 65_537, 1 << 20]
      const frames = sizes.map((size) => Buffer.alloc(size, size % 251))
      for (const each of frames) await push.send(each)
      await push.send(frames)
      for (const each of frames) assert.deepEqual(await pull.receive(), [each])
      assert.deepEqual(await pull.receive(), frames)
    })

    it(`delivers messages of a thousand frames over ${transport}`, async () => {
      const [pull, push] = [open(new Pull()), open(new Push())]
      await join(pull, push, transport)
      const message = upTo(1000).map((index) => Buffer.alloc(index % 97, String(index)))
      for (const _ of upTo(20)) await push.send(message)
      for (const _ of upTo(20)) assert.deepEqual(await pull.receive(), message)
    })
  }

  it('makes frames of everything that it takes', async () => {
    const [pull, push] = [open(new Pull()), open(new Push())]
    await join(pull, push)
    const bytes = Uint8Array.of(0, 1, 2, 3)
    const shared = new Uint8Array(new SharedArrayBuffer(2)).fill(7)
    const taken: [MessageLike | MessageLike[], string[]][] = [
      ['a\0b', ['a\0b']],
      ['žluť 𝄞', ['žluť 𝄞']],
      ['\ud800', ['\ufffd']],
      ['', ['']],
      [-1.5, ['-1.5']],
      [null, ['']],
      [[], ['']],
      [
        ['a', null, 2],
        ['a', '', '2'],
      ],
      [bytes.subarray(1, 3), ['\x01\x02']],
      [new DataView(bytes.buffer, 2), ['\x02\x03']],
      [bytes.buffer, ['\0\x01\x02\x03']],
      [new Uint16Array([0x4142]), ['BA']],
      [shared, ['\x07\x07']],
      [shared.buffer, ['\x07\x07']],
    ]
    for (const [message, expected] of taken) {
      await push.send(message)
      assert.deepEqual((await pull.receive()).map(String), expected)
    }
  })

  it('leaves the memory to the caller as soon as it has returned', async () => {
    const [pull, push] = [open(new Pull()), narrow(1)]
    const memory = Buffer.alloc(100_000, 'a')
    const sent = [push.send(memory), push.send(memory), push.send([memory, memory.buffer as ArrayBuffer])]
    memory.fill('b')
    push.connect(await pull.bind('tcp://127.0.0.1:*'))
    push.disconnect('tcp://127.0.0.1:9')
    const again = Buffer.alloc(100_000, 'a')
    for (const frame of [...(await pull.receive()), ...(await pull.receive())]) assert.deepEqual(frame, again)
    closeAll()
    await Promise.allSettled(sent)
  })

  it('waits at the high-water mark, and keeps the order', async () => {
    const push = await filled(5)
    const results: number[] = []
    const sent = upTo(3000).map((index) => push.send(`waiting ${index}`).then(() => results.push(index)))
    assert.equal(push.writable, false)
    assert.equal(push.trySend('now'), false)
    const pull = open(new Pull())
    push.connect(await pull.bind('tcp://127.0.0.1:*'))
    for (const index of upTo(3000)) assert.equal(String(await pull.receive()), `waiting ${index}`)
    await Promise.all(sent)
    assert.deepEqual(results, upTo(3000))
  })

  it('rejects with EAGAIN when the time is over, and nothing was sent', async () => {
    const push = await filled()
    push.sendTimeout = 10
    assert.equal(await codeOf(push.send('a')), 'EAGAIN')
    assert.equal(await codeOf(push.send('b', { timeout: 0 })), 'EAGAIN')
    push.sendTimeout = 0
    assert.equal(await codeOf(push.send('c')), 'EAGAIN')
    const waiting = push.send('d', { timeout: -1 })
    const pull = open(new Pull())
    push.connect(await pull.bind('tcp://127.0.0.1:*'))
    assert.equal(String(await pull.receive()), 'd')
    await waiting
  })

  it('rejects with the reason of its signal at every stage', async () => {
    const push = await filled()
    const reason = new Error('enough')
    const early = AbortSignal.abort(reason)
    await assert.rejects(push.send('early', { signal: early }), reason)
    const controller = new AbortController()
    const [first, second, third] = [
      push.send('first'),
      push.send('second', { signal: controller.signal }),
      push.send('third'),
    ]
    controller.abort(reason)
    await assert.rejects(second, reason)
    const pull = open(new Pull())
    push.connect(await pull.bind('tcp://127.0.0.1:*'))
    await Promise.all([first, third])
    assert.deepEqual([String(await pull.receive()), String(await pull.receive())], ['first', 'third'])
    const late = new AbortController()
    await push.send('late', { signal: late.signal })
    late.abort()
    assert.equal(String(await pull.receive()), 'late')
  })

  it('lets thousands wait for one signal, without a warning', async () => {
    const warnings: Error[] = []
    const note = (warning: Error) => warnings.push(warning)
    process.on('warning', note)
    const push = await filled()
    const controller = new AbortController()
    const sent = upTo(5000).map(() => codeOf(push.send('x', { signal: controller.signal })))
    controller.abort()
    const { code } = new DOMException('', 'AbortError')
    assert.deepEqual(new Set(await Promise.all(sent)), new Set([code]))
    await turn()
    process.off('warning', note)
    assert.deepEqual(warnings, [])
  })

  it('is refused by a closed socket, and cancelled by closing', async () => {
    const push = await filled()
    const waiting = upTo(100).map(() => codeOf(push.send('x')))
    push.close()
    assert.deepEqual(new Set(await Promise.all(waiting)), new Set(['EAGAIN']))
    assert.equal(await codeOf(push.send('x')), 'EBADF')
    assert.equal(await codeOf(push.sendMany(['x'])), 'EBADF')
    assert.equal(await codeOf(push.sendJson('x')), 'EBADF')
    assert.throws(() => push.trySend('x'), { code: 'EBADF' })
    assert.equal(push.writable, false)
  })

  it('fails with EFSM when a request is out, as often as one likes', async () => {
    const request = open(new Request({ linger: 0 }))
    await request.bind('inproc://nobody-answers')
    const peer = open(new Dealer({ linger: 0 }))
    peer.connect('inproc://nobody-answers')
    await request.send('question')
    const codes = await Promise.all(upTo(1500).map(() => codeOf(request.send('again'))))
    assert.deepEqual(new Set(codes), new Set(['EFSM']))
    assert.equal(await codeOf(request.receive({ timeout: 1 })), 'EAGAIN')
    assert.equal(await codeOf(request.send('after the time-out')), 'EFSM')
    assert.equal(request.writable, false)
  })

  it('fails with EHOSTUNREACH when a mandatory router does not know the peer', async () => {
    const router = open(new Router({ mandatory: true }))
    await router.bind('tcp://127.0.0.1:*')
    assert.equal(await codeOf(router.send(['nobody', 'x'])), 'EHOSTUNREACH')
    assert.throws(() => router.trySend(['nobody', 'x']), { code: 'EHOSTUNREACH' })
    const dealer = open(new Dealer({ routingId: 'somebody' }))
    await join(router, dealer)
    await dealer.send('hello')
    const [id] = await router.receive()
    assert.ok(id)
    await router.send([id, 'welcome'])
    assert.equal(String(await dealer.receive()), 'welcome')
  })

  it('waits for a peer of a mandatory router that is full', async () => {
    const router = open(new Router({ mandatory: true, sendHighWaterMark: 1, linger: 0 }))
    const dealer = open(new Dealer({ routingId: 'slow', receiveHighWaterMark: 1 }))
    await join(router, dealer, 'inproc')
    await dealer.send('hello')
    await router.receive()
    const sent = upTo(600).map((index) => router.send(['slow', String(index)]))
    assert.equal(router.trySend(['slow', 'x']), false)
    for (const index of upTo(600)) assert.equal(String(await dealer.receive()), String(index))
    await Promise.all(sent)
  })

  it('drops what nobody has subscribed to', async () => {
    const publisher = open(new Publisher())
    await publisher.bind('tcp://127.0.0.1:*')
    for (const _ of upTo(2000)) await publisher.send('x')
  })

  it('is not possible before a PAIR has a peer, and goes on when one comes', async () => {
    const [pair, peer] = [open(new Pair()), open(new Pair())]
    const waiting = pair.send('hello')
    await join(peer, pair, 'inproc')
    assert.equal(String(await peer.receive()), 'hello')
    await waiting
  })

  it('sees at once that there is room again', async () => {
    const [push, pull] = [
      open(new Push({ sendHighWaterMark: 1 })),
      open(new Pull({ receiveHighWaterMark: 1 })),
    ]
    await join(pull, push, 'inproc')
    let sent = 0
    while (push.trySend('x')) sent++
    for (const _ of upTo(sent)) assert.ok(pull.tryReceive())
    assert.equal(push.trySend('x'), true)
  })

  describe('of what is no message', () => {
    const buffer = () => new ArrayBuffer(8)
    const detached = () => {
      const view = new Uint8Array(8)
      structuredClone(view.buffer, { transfer: [view.buffer] })
      return view
    }
    const hostile: [string, () => unknown][] = [
      ['undefined', () => undefined],
      ['a symbol', () => Symbol('x')],
      ['a bigint', () => 1n],
      ['a boolean', () => true],
      ['a function', () => () => 'x'],
      ['an object', () => ({ length: 1, 0: 'x' })],
      ['a Proxy of a view', () => new Proxy(new Uint8Array(4), {})],
      ['an array with a hole', () => Object.assign(['a', 'b', 'c'], { length: 5 })],
      ['an array of arrays', () => ['a', ['b']]],
      ['an array of something else', () => ['a', {}]],
    ]
    for (const [name, make] of hostile) {
      it(`rejects ${name}, and sends no part of it`, async () => {
        const [pull, push] = [open(new Pull()), open(new Push())]
        await join(pull, push, 'inproc')
        const message = make() as MessageLike
        assert.equal(await codeOf(push.send(message)), 'ERR_INVALID_ARG_TYPE')
        assert.throws(() => push.trySend(message), { code: 'ERR_INVALID_ARG_TYPE' })
        await push.send('good')
        assert.deepEqual((await pull.receive()).map(String), ['good'])
      })
    }

    it('believes no size that memory claims to have', async () => {
      const [pull, push] = [open(new Pull()), narrow(1)]
      const lying = Object.defineProperties(new Uint8Array(4).fill(1), {
        length: { value: 1e9 },
        byteLength: { value: 1e9 },
      })
      const waiting = [push.send(lying), push.send(lying), push.send([lying, detached(), buffer()])]
      push.connect(await pull.bind('tcp://127.0.0.1:*'))
      assert.deepEqual(await pull.receive(), [Buffer.alloc(4, 1)])
      assert.deepEqual(await pull.receive(), [Buffer.alloc(4, 1), Buffer.alloc(0), Buffer.alloc(8)])
      closeAll()
      await Promise.allSettled(waiting)
    })

    it('survives code of the caller that closes the socket', async () => {
      const closing = (socket: Push) => {
        const close = () => {
          socket.close()
          return 0
        }
        return {
          message: new Proxy(['a'], { get: (target, key) => Reflect.get(target, key, close()) }),
          view: Object.defineProperty(new DataView(buffer()), 'byteOffset', { get: close }),
          options: Object.defineProperty({}, 'timeout', { get: close }),
        }
      }
      const attempts: ((socket: Push) => Promise<unknown>)[] = [
        (socket) => socket.send(closing(socket).message),
        (socket) => socket.send(closing(socket).view),
        (socket) => socket.send('x', closing(socket).options),
        (socket) => socket.sendJson({ toJSON: () => socket.close() ?? 1 }),
        (socket) => socket.sendMany([closing(socket).message]),
        async (socket) => socket.trySend(closing(socket).message),
      ]
      for (const attempt of attempts) {
        assert.equal(await codeOf(attempt(narrow())), 'EBADF')
        assert.equal(await codeOf(attempt(await filled())), 'EBADF')
      }
    })

    it('rejects options that are none', async () => {
      const push = narrow()
      for (const [options, code] of [
        [null, 'ERR_INVALID_ARG_TYPE'],
        [5, 'ERR_INVALID_ARG_TYPE'],
        [{ timeout: '5' }, 'ERR_INVALID_ARG_TYPE'],
        [{ timeout: 5n }, 'ERR_INVALID_ARG_TYPE'],
        [{ timeout: Number.NaN }, 'ERR_OUT_OF_RANGE'],
        [{ timeout: -0.5 }, 'ERR_OUT_OF_RANGE'],
        [{ timeout: -2 }, 'ERR_OUT_OF_RANGE'],
        [{ timeout: 2 ** 31 }, 'ERR_OUT_OF_RANGE'],
        [{ signal: {} }, 'ERR_INVALID_ARG_TYPE'],
        [{ signal: null }, 'ERR_INVALID_ARG_TYPE'],
      ] as const)
        assert.equal(await codeOf(push.send('x', options as object)), code, JSON.stringify(String(options)))
    })

    it('waits for no signal that cannot be listened to', async () => {
      const push = await filled()
      const { signal } = new AbortController()
      signal.addEventListener = () => {
        throw new Error('deaf')
      }
      await assert.rejects(push.send('x', { signal }), /deaf/)
      const pull = open(new Pull())
      push.connect(await pull.bind('tcp://127.0.0.1:*'))
      await push.send('z')
      assert.equal(String(await pull.receive()), 'z')
    })
  })
})
