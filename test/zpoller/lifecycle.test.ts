import assert from 'node:assert/strict'
import { type Zctx, type Zpoller, type Zsocket, zctx, zmq, zpoller, zsocket, zstr } from '../../src/index.ts'

interface Scene {
  context: Zctx
  reader: Zsocket
  poller: Zpoller
}

/** What an operation does in a state: a value, or the code of an error. */
type Expected = { value: unknown } | { code: string }

const OPERATIONS: Record<string, (scene: Scene) => unknown> = {
  wait: ({ poller }) => zpoller.wait(poller, 0),
  expired: ({ poller }) => zpoller.expired(poller),
  terminated: ({ poller }) => zpoller.terminated(poller),
  setNonstop: ({ poller }) => zpoller.setNonstop(poller, true),
  add: ({ poller, reader }) => zpoller.add(poller, reader),
  remove: ({ poller, reader }) => zpoller.remove(poller, reader),
  destroy: ({ poller }) => zpoller.destroy(poller),
}

const gone = { code: 'ERR_CZMQ_DESTROYED' }
const misuse = { code: 'ERR_INVALID_ARG_VALUE' }
const nothing = { value: undefined }
const living = {
  wait: { value: null },
  expired: { value: false },
  terminated: { value: false },
  setNonstop: nothing,
}
const dead = { wait: gone, expired: gone, terminated: gone, setNonstop: gone, add: gone, remove: gone }

const STATES: Record<string, { enter: (scene: Scene) => void; expected: Record<string, Expected> }> = {
  fresh: { enter: () => {}, expected: { ...living, add: misuse, remove: nothing, destroy: nothing } },
  'without its reader': {
    enter: ({ poller, reader }) => zpoller.remove(poller, reader),
    expected: { ...living, add: nothing, remove: misuse, destroy: nothing },
  },
  'after its reader was destroyed': {
    enter: ({ context, reader }) => zsocket.destroy(context, reader),
    expected: { ...living, add: gone, remove: gone, destroy: nothing },
  },
  'after the context was destroyed': {
    enter: ({ context }) => zctx.destroy(context),
    expected: { ...living, add: gone, remove: gone, destroy: nothing },
  },
  destroyed: { enter: ({ poller }) => zpoller.destroy(poller), expected: { ...dead, destroy: nothing } },
  disposed: { enter: ({ poller }) => poller[Symbol.dispose](), expected: { ...dead, destroy: nothing } },
}

describe('zpoller in all its states', () => {
  for (const [state, { enter, expected }] of Object.entries(STATES)) {
    for (const [name, operation] of Object.entries(OPERATIONS)) {
      it(`${name}, ${state}`, () =>
        inScene((scene) =>
          meets(
            expected[name],
            () => operation(scene),
            () => enter(scene),
          ),
        ))
    }
  }

  it('leaves a reader usable when the poller ends first', () =>
    inScene(({ context, reader, poller }) => {
      zpoller.destroy(poller)
      const sender = zsocket.new(context, zmq.PUSH)
      zsocket.connect(sender, 'inproc://reader')
      zstr.send(sender, 'hello')
      assert.equal(zstr.recv(reader), 'hello')
      zsocket.destroy(context, reader)
    }))

  it('polls the other readers after one was destroyed', () =>
    inScene(({ context, reader, poller }) => {
      const other = zsocket.new(context, zmq.PULL)
      zsocket.bind(other, 'inproc://other')
      zpoller.add(poller, other)
      zsocket.destroy(context, reader)
      const sender = zsocket.new(context, zmq.PUSH)
      zsocket.connect(sender, 'inproc://other')
      zstr.send(sender, 'hello')
      assert.equal(zpoller.wait(poller, 1000), other)
    }))
})

function inScene(use: (scene: Scene) => void): void {
  const context = zctx.new()
  const reader = zsocket.new(context, zmq.PULL)
  zsocket.bind(reader, 'inproc://reader')
  const poller = zpoller.new(reader)
  try {
    use({ context, reader, poller })
  } finally {
    zpoller.destroy(poller)
    zctx.destroy(context)
  }
}

function meets(expected: Expected | undefined, operation: () => unknown, enter: () => void): void {
  enter()
  assert.ok(expected, 'the table says nothing about this')
  if ('code' in expected) assert.throws(operation, { code: expected.code })
  else assert.equal(operation(), expected.value)
}
