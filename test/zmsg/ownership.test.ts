import assert from 'node:assert/strict'
import { devNull } from 'node:os'
import { liveHandles } from '../../src/handle.ts'
import * as zframe from '../../src/zframe/index.ts'
import * as zmsg from '../../src/zmsg/index.ts'
import { closePair, openPair, type Pair } from './pair.ts'
import { messageOf, textsOf } from './texts.ts'

type Outcome = 'works' | 'ERR_CZMQ_TAKEN' | 'ERR_CZMQ_BORROWED' | 'ERR_CZMQ_DESTROYED'

let pair: Pair
/** What a test made besides the object that it looks at. */
let litter: { destroy(): void }[]

function keep<Kept extends { destroy(): void }>(object: Kept): Kept {
  litter.push(object)
  return object
}

function check(expected: Outcome, call: () => unknown): void {
  if (expected === 'works') assert.doesNotThrow(call)
  else assert.throws(call, { name: 'CzmqError', code: expected })
}

function lentBy(message: zmsg.Zmsg): zframe.Zframe {
  const frame = zmsg.first(message)
  assert.ok(frame)
  return frame
}

describe('Ownership', () => {
  beforeEach(() => {
    pair = openPair()
    litter = []
  })
  afterEach(() => {
    for (const each of litter) each.destroy()
    closePair(pair)
  })

  interface FrameState {
    make: () => zframe.Zframe
    reads: Outcome
    gives: Outcome
    destroys: Outcome
  }
  const owned = { reads: 'works', gives: 'works', destroys: 'works' } as const
  const lent = { reads: 'works', gives: 'ERR_CZMQ_BORROWED', destroys: 'ERR_CZMQ_BORROWED' } as const
  const taken = { reads: 'ERR_CZMQ_TAKEN', gives: 'ERR_CZMQ_TAKEN', destroys: 'works' } as const
  const gone = { reads: 'ERR_CZMQ_DESTROYED', gives: 'ERR_CZMQ_DESTROYED', destroys: 'works' } as const

  function frameAfter(use: (frame: zframe.Zframe, message: zmsg.Zmsg) => unknown): () => zframe.Zframe {
    return () => {
      const frame = zframe.from('text')
      use(frame, keep(messageOf('other')))
      return frame
    }
  }
  function lentAfter(use: (message: zmsg.Zmsg, frame: zframe.Zframe) => unknown): () => zframe.Zframe {
    return () => {
      const message = keep(messageOf('text', 'rest'))
      const frame = lentBy(message)
      use(message, frame)
      return frame
    }
  }

  const frameStates: Record<string, FrameState> = {
    fresh: { ...owned, make: () => zframe.from('text') },
    received: {
      ...owned,
      make: () => {
        zframe.send(zframe.from('text'), pair.output)
        return zframe.recv(pair.input) ?? assert.fail()
      },
    },
    'sent with REUSE': {
      ...owned,
      make: frameAfter((frame) => zframe.send(frame, pair.output, zframe.REUSE)),
    },
    popped: { ...owned, make: lentAfter((message, frame) => assert.equal(zmsg.pop(message), frame)) },
    'popped without having been lent': {
      ...owned,
      make: () => zmsg.pop(keep(messageOf('text'))) ?? assert.fail(),
    },
    unwrapped: { ...owned, make: lentAfter((message, frame) => assert.equal(zmsg.unwrap(message), frame)) },
    removed: {
      ...owned,
      make: lentAfter((message, frame) => assert.equal(zmsg.remove(message, frame), frame)),
    },
    'popped from a message that was destroyed': {
      ...owned,
      make: lentAfter((message) => {
        zmsg.pop(message)
        zmsg.destroy(message)
      }),
    },
    borrowed: { ...lent, make: lentAfter(() => {}) },
    'borrowed and sent with REUSE': {
      ...lent,
      make: lentAfter((_, frame) => zframe.send(frame, pair.output, zframe.REUSE)),
    },
    sent: { ...taken, make: frameAfter((frame) => zframe.send(frame, pair.output)) },
    appended: { ...taken, make: frameAfter((frame, message) => zmsg.append(message, frame)) },
    added: { ...taken, make: frameAfter((frame, message) => zmsg.add(message, frame)) },
    prepended: { ...taken, make: frameAfter((frame, message) => zmsg.prepend(message, frame)) },
    pushed: { ...taken, make: frameAfter((frame, message) => zmsg.push(message, frame)) },
    wrapped: { ...taken, make: frameAfter((frame, message) => zmsg.wrap(message, frame)) },
    destroyed: { ...gone, make: frameAfter((frame) => zframe.destroy(frame)) },
    'destroyed twice': {
      ...gone,
      make: frameAfter((frame) => {
        zframe.destroy(frame)
        zframe.destroy(frame)
      }),
    },
    'borrowed from a destroyed message': { ...gone, make: lentAfter((message) => zmsg.destroy(message)) },
    'borrowed from a sent message': {
      ...gone,
      make: lentAfter((message) => zmsg.send(message, pair.output)),
    },
    'borrowed from a half-sent message': {
      ...gone,
      make: lentAfter((message) => zmsg.sendm(message, pair.output)),
    },
    'borrowed from an added message': {
      ...gone,
      make: lentAfter((message) => zmsg.addmsg(keep(zmsg.new()), message)),
    },
    'borrowed and dropped by popstr': { ...gone, make: lentAfter((message) => zmsg.popstr(message)) },
    'borrowed and dropped by popmsg': { ...gone, make: lentAfter((message) => zmsg.popmsg(message)) },
  }

  const reads: Record<string, (frame: zframe.Zframe) => unknown> = {
    size: zframe.size,
    data: zframe.data,
    meta: (frame) => zframe.meta(frame, 'Socket-Type'),
    dup: (frame) => keep(zframe.dup(frame)),
    strhex: zframe.strhex,
    strdup: zframe.strdup,
    streq: (frame) => zframe.streq(frame, 'text'),
    more: zframe.more,
    setMore: (frame) => zframe.setMore(frame, true),
    eq: (frame) => zframe.eq(frame, frame),
    print: (frame) => zframe.print(frame),
    fprint: (frame) => zframe.fprint(frame, '', { write: () => true }),
    'send with REUSE': (frame) => zframe.send(frame, pair.output, zframe.REUSE),
    decode: (frame) => zmsg.decode(frame)?.destroy(),
    pointer: (frame) => frame.pointer,
  }
  const gives: Record<string, (frame: zframe.Zframe) => unknown> = {
    send: (frame) => zframe.send(frame, pair.output),
    reset: (frame) => zframe.reset(frame, Buffer.from('new')),
    append: (frame) => zmsg.append(keep(zmsg.new()), frame),
    add: (frame) => zmsg.add(keep(zmsg.new()), frame),
    prepend: (frame) => zmsg.prepend(keep(zmsg.new()), frame),
    push: (frame) => zmsg.push(keep(zmsg.new()), frame),
    wrap: (frame) => zmsg.wrap(keep(zmsg.new()), frame),
  }
  const destroys: Record<string, (frame: zframe.Zframe) => unknown> = {
    destroy: zframe.destroy,
    'Symbol.dispose': (frame) => frame[Symbol.dispose](),
  }

  for (const [state, { make, ...expected }] of Object.entries(frameStates)) {
    describe(`of a frame that is ${state}`, () => {
      for (const [group, calls] of Object.entries({ reads, gives, destroys })) {
        const outcome = expected[group as keyof typeof expected]
        for (const [name, call] of Object.entries(calls)) {
          it(`${name} ${outcome === 'works' ? outcome : `throws ${outcome}`}`, () => {
            const frame = make()
            check(outcome, () => call(frame))
            if (expected.destroys === 'works') zframe.destroy(frame)
          })
        }
      }
    })
  }

  const messageStates: Record<string, { make: () => zmsg.Zmsg; outcome: Outcome }> = {
    fresh: { outcome: 'works', make: () => messageOf('a', 'b') },
    received: {
      outcome: 'works',
      make: () => {
        zmsg.send(messageOf('a', 'b'), pair.output)
        return zmsg.recv(pair.input) ?? assert.fail()
      },
    },
    sent: { outcome: 'ERR_CZMQ_TAKEN', make: () => afterwards((message) => zmsg.send(message, pair.output)) },
    'half-sent': {
      outcome: 'ERR_CZMQ_TAKEN',
      make: () => afterwards((message) => zmsg.sendm(message, pair.output)),
    },
    'put into another': {
      outcome: 'ERR_CZMQ_TAKEN',
      make: () => afterwards((message) => zmsg.addmsg(keep(zmsg.new()), message)),
    },
    destroyed: { outcome: 'ERR_CZMQ_DESTROYED', make: () => afterwards(zmsg.destroy) },
  }
  function afterwards(use: (message: zmsg.Zmsg) => unknown): zmsg.Zmsg {
    const message = messageOf('a', 'b')
    use(message)
    return message
  }

  function withFrame(
    call: (message: zmsg.Zmsg, frame: zframe.Zframe) => unknown,
  ): (message: zmsg.Zmsg) => unknown {
    return (message) => call(message, keep(zframe.from('frame')))
  }
  const messageCalls: Record<string, (message: zmsg.Zmsg) => unknown> = {
    size: zmsg.size,
    contentSize: zmsg.contentSize,
    dup: (message) => keep(zmsg.dup(message)),
    eq: (message) => zmsg.eq(message, message),
    signal: zmsg.signal,
    append: withFrame(zmsg.append),
    add: withFrame(zmsg.add),
    prepend: withFrame(zmsg.prepend),
    push: withFrame(zmsg.push),
    wrap: withFrame(zmsg.wrap),
    remove: withFrame(zmsg.remove),
    unwrap: (message) => zmsg.unwrap(message)?.destroy(),
    pop: (message) => zmsg.pop(message)?.destroy(),
    first: zmsg.first,
    next: zmsg.next,
    last: zmsg.last,
    frames: zmsg.frames,
    pushmem: (message) => zmsg.pushmem(message, Buffer.from('x')),
    addmem: (message) => zmsg.addmem(message, Buffer.from('x')),
    pushstr: (message) => zmsg.pushstr(message, 'x'),
    addstr: (message) => zmsg.addstr(message, 'x'),
    popstr: zmsg.popstr,
    popmsg: (message) => zmsg.popmsg(message)?.destroy(),
    encode: (message) => keep(zmsg.encode(message)),
    addmsg: (message) => zmsg.addmsg(message, keep(messageOf('inner'))),
    'addmsg to another': (message) => zmsg.addmsg(keep(zmsg.new()), message),
    save: (message) => zmsg.save(message, devNull),
    print: zmsg.print,
    fprint: (message) => zmsg.fprint(message, { write: () => true }),
    send: (message) => zmsg.send(message, pair.output),
    sendm: (message) => zmsg.sendm(message, pair.output),
  }

  for (const [state, { make, outcome }] of Object.entries(messageStates)) {
    describe(`of a message that is ${state}`, () => {
      for (const [name, call] of Object.entries(messageCalls)) {
        it(`${name} ${outcome === 'works' ? outcome : `throws ${outcome}`}`, () => {
          const message = keep(make())
          check(outcome, () => call(message))
        })
      }
      it('destroy works, twice', () => {
        const message = make()
        zmsg.destroy(message)
        zmsg.destroy(message)
        message[Symbol.dispose]()
        assert.equal(zmsg.is(message), false)
      })
    })
  }

  describe('of lent frames', () => {
    it('is shown by one object for each frame', () => {
      using message = messageOf('a', 'b')
      const first = lentBy(message)
      assert.equal(zmsg.first(message), first)
      assert.equal(zmsg.last(message), zmsg.frames(message)[1])
      assert.notEqual(zmsg.first(message), zmsg.last(message))
      assert.equal(first.owner, message)
      assert.equal(liveHandles('zframe'), 0)
    })

    it('moves to the caller with pop, and back with append', () => {
      using message = messageOf('a', 'b')
      const first = lentBy(message)
      zmsg.pop(message)
      assert.equal(first.owner, null)
      assert.equal(liveHandles('zframe'), 1)
      zmsg.append(message, first)
      assert.equal(liveHandles('zframe'), 0)
      assert.throws(() => zframe.data(first), { code: 'ERR_CZMQ_TAKEN' })
      assert.deepEqual(textsOf(message), ['b', 'a'])
      assert.notEqual(zmsg.last(message), first)
    })

    it('does not pass to another message, nor to the same one', () => {
      using message = messageOf('a')
      using other = zmsg.new()
      const frame = lentBy(message)
      for (const into of [message, other]) {
        assert.throws(() => zmsg.append(into, frame), { code: 'ERR_CZMQ_BORROWED' })
      }
      assert.deepEqual(textsOf(message), ['a'])
      assert.equal(zmsg.size(other), 0)
    })

    it('is not mistaken when C uses the memory of a dropped frame again', () => {
      using message = messageOf('a')
      for (let count = 0; count < 1_000; count++) {
        const frame = lentBy(message)
        assert.equal(zmsg.popstr(message), 'a')
        zmsg.addstr(message, 'a')
        assert.notEqual(zmsg.first(message), frame)
        assert.equal(frame.destroyed, true)
      }
    })
  })
})
