import assert from 'node:assert/strict'
import { type Zbeacon, type Zctx, type Zpoller, zbeacon, zctx, zpoller, zsocket } from '../../src/index.ts'
import { describeNetwork, enter, makeNetwork, type Network, plugIn, unplug } from './network.ts'

interface Scene {
  context: Zctx
  beacon: Zbeacon
  poller: Zpoller
}

/** What an operation does in a state: a value, or the code of an error. */
type Expected = { value: unknown } | { code: string }

const OPERATIONS: Record<string, (scene: Scene) => unknown> = {
  hostname: ({ beacon }) => zbeacon.hostname(beacon),
  setInterval: ({ beacon }) => zbeacon.setInterval(beacon, 100),
  noecho: ({ beacon }) => zbeacon.noecho(beacon),
  publish: ({ beacon }) => zbeacon.publish(beacon, 'something'),
  silence: ({ beacon }) => zbeacon.silence(beacon),
  subscribe: ({ beacon }) => zbeacon.subscribe(beacon),
  unsubscribe: ({ beacon }) => zbeacon.unsubscribe(beacon),
  socket: ({ beacon }) => zbeacon.socket(beacon).destroyed,
  recv: ({ beacon }) => zbeacon.recv(beacon),
  recvNowait: ({ beacon }) => zbeacon.recvNowait(beacon),
  poll: ({ poller }) => zpoller.wait(poller, 0),
  destroy: ({ beacon }) => zbeacon.destroy(beacon),
  'destroy its context': ({ context }) => zctx.destroy(context),
}

const gone = { code: 'ERR_CZMQ_DESTROYED' }
const nothing = { value: undefined }
const none = { value: null }
const ends = { poll: none, destroy: nothing, 'destroy its context': nothing }
const living: Record<string, Expected> = {
  hostname: { value: '10.77.0.1' },
  setInterval: nothing,
  noecho: nothing,
  publish: nothing,
  silence: nothing,
  subscribe: nothing,
  unsubscribe: nothing,
  socket: { value: false },
  recv: none,
  recvNowait: none,
  ...ends,
}
const dead: Record<string, Expected> = {
  ...Object.fromEntries(Object.keys(living).map((name) => [name, gone])),
  ...ends,
}

const STATES: Record<string, { enter: (scene: Scene) => void; expected: Record<string, Expected> }> = {
  fresh: { enter: () => {}, expected: living },
  'without echo': { enter: ({ beacon }) => zbeacon.noecho(beacon), expected: living },
  publishing: { enter: ({ beacon }) => zbeacon.publish(beacon, 'mine'), expected: living },
  silent: {
    enter: ({ beacon }) => {
      zbeacon.publish(beacon, 'mine')
      zbeacon.silence(beacon)
    },
    expected: living,
  },
  subscribed: { enter: ({ beacon }) => zbeacon.subscribe(beacon, 'nobody'), expected: living },
  destroyed: { enter: ({ beacon }) => zbeacon.destroy(beacon), expected: dead },
  disposed: { enter: ({ beacon }) => beacon[Symbol.dispose](), expected: dead },
  'after its context was destroyed': { enter: ({ context }) => zctx.destroy(context), expected: dead },
}

describeNetwork('zbeacon in all its states', () => {
  let network: Network
  let leave: () => void

  before(() => {
    network = makeNetwork(1)
    leave = enter(network.hosts[0] ?? assert.fail())
  })
  after(() => {
    leave()
    network.remove()
  })

  for (const [state, { enter: begin, expected }] of Object.entries(STATES)) {
    for (const [name, operation] of Object.entries(OPERATIONS)) {
      it(`${name}, ${state}`, () =>
        inScene((scene) => {
          begin(scene)
          meets(expected[name], () => operation(scene))
        }))
    }
  }

  it('survives that its interface vanishes, and goes on when there is one again', () =>
    inScene(({ context, beacon }) => {
      const host = network.hosts[0] ?? assert.fail()
      const listener = zbeacon.new(context, 9999)
      zsocket.setRcvtimeo(zbeacon.socket(listener), 5000)
      zbeacon.setInterval(beacon, 20)
      zbeacon.publish(beacon, 'mine')
      zbeacon.subscribe(listener)
      assert.equal(String(zbeacon.recv(listener)?.data), 'mine')
      unplug(host)
      zsocket.setRcvtimeo(zbeacon.socket(listener), 200)
      while (zbeacon.recv(listener) !== null);
      zbeacon.publish(beacon, 'still here')
      assert.throws(() => zbeacon.new(9999), { code: 'ENODEV' })
      plugIn(host)
      zsocket.setRcvtimeo(zbeacon.socket(listener), 5000)
      assert.equal(String(zbeacon.recv(listener)?.data), 'still here')
    }))
})

function inScene(use: (scene: Scene) => void): void {
  const context = zctx.new()
  const beacon = zbeacon.new(context, 9999)
  const socket = zbeacon.socket(beacon)
  zsocket.setRcvtimeo(socket, 1)
  const poller = zpoller.new(socket)
  try {
    use({ context, beacon, poller })
  } finally {
    zpoller.destroy(poller)
    zctx.destroy(context)
  }
}

function meets(expected: Expected | undefined, operation: () => unknown): void {
  assert.ok(expected, 'the table says nothing about this')
  if ('code' in expected) assert.throws(operation, { code: expected.code })
  else assert.equal(operation(), expected.value)
}
