import assert from 'node:assert/strict'
import { C, type Pointer, type Ref, zmq } from '../../src/index.ts'
import { runCode } from '../helpers/child.ts'
import { describeNetwork, enter, makeNetwork, type Network } from '../zbeacon/network.ts'

type Context = Pointer<'zctx_t'>
type Beacon = Pointer<'zbeacon_t'>

const PORT = 9999
/** Enough for many beacons of 20 ms. */
const PATIENCE = 5000

describe('C.zbeacon', () => {
  it('has the functions of CZMQ 2', () => {
    for (const name of [
      'zbeacon_new',
      'zbeacon_destroy',
      'zbeacon_hostname',
      'zbeacon_set_interval',
      'zbeacon_noecho',
      'zbeacon_publish',
      'zbeacon_silence',
      'zbeacon_subscribe',
      'zbeacon_unsubscribe',
      'zbeacon_socket',
    ])
      assert.ok(name in C, name)
  })

  it('is NULL without a usable interface', async () => {
    const { stdout, code } = await runCode(`
      import { C } from '$src/index.ts'
      C.zsys_set_interface('none such')
      const context = C.zctx_new()
      console.log(C.zbeacon_new(context, ${PORT}))
      C.zctx_destroy([context])`)
    assert.deepEqual({ stdout, code }, { stdout: 'null\n', code: 0 })
  })
})

describeNetwork('C.zbeacon in a network', () => {
  let network: Network
  let leave: () => void
  let context: Context

  before(() => {
    network = makeNetwork(1)
    leave = enter(network.hosts[0] ?? assert.fail())
  })
  after(() => {
    leave()
    network.remove()
  })
  beforeEach(() => {
    context = C.zctx_new()
  })
  afterEach(() => C.zctx_destroy([context]))

  function beacon(port: number = PORT): Beacon {
    const made = C.zbeacon_new(context, port)
    assert.ok(made)
    C.zbeacon_set_interval(made, 20)
    setPatience(made, PATIENCE)
    return made
  }

  function setPatience(self: Beacon, milliseconds: number): void {
    const value = Buffer.from(Int32Array.of(milliseconds).buffer)
    C.zmq_setsockopt(C.zbeacon_socket(self), zmq.RCVTIMEO, value, 4)
  }

  function publish(self: Beacon, data: string): void {
    C.zbeacon_publish(self, Buffer.from(data), data.length)
  }

  function subscribe(self: Beacon, filter: string): void {
    C.zbeacon_subscribe(self, Buffer.from(filter), filter.length)
  }

  /** The next beacon: the sender's address and the data. */
  function received(self: Beacon): (string | null)[] {
    const socket = C.zbeacon_socket(self)
    const address = C.zstr_recv(socket)
    return [address, address && C.zstr_recv(socket)]
  }

  /** Reads until the next beacon of a kind that was not sent before. */
  function receivedUntil(self: Beacon, data: string): string[] {
    const seen: string[] = []
    while (seen.at(-1) !== data) seen.push(received(self)[1] ?? assert.fail(`no ${data} among ${seen}`))
    return seen
  }

  /** What was on its way comes, and then nothing for ten intervals. */
  function assertSilent(self: Beacon): void {
    setPatience(self, 200)
    for (let count = 0; received(self)[0] !== null; count++) assert.ok(count < 100, 'beacons go on')
    setPatience(self, PATIENCE)
  }

  it('announces a service to a listener, with the address of the interface', () => {
    const [service, client] = [beacon(), beacon()]
    assert.equal(C.zbeacon_hostname(service), '10.77.0.1')
    C.zbeacon_publish(service, Buffer.of(0xca, 0xfe), 2)
    C.zbeacon_subscribe(client, null, 0)
    const socket = C.zbeacon_socket(client)
    assert.equal(C.zstr_recv(socket), '10.77.0.1')
    const frame = C.zframe_recv(socket) ?? assert.fail('no data')
    assert.equal(C.zframe_strhex(frame), 'CAFE')
    C.zframe_destroy([frame])
    C.zbeacon_silence(service)
  })

  it('receives its own beacons, until there is to be no echo', () => {
    const [self, other] = [beacon(), beacon()]
    publish(self, 'mine')
    subscribe(self, '')
    assert.deepEqual(received(self), ['10.77.0.1', 'mine'])
    C.zbeacon_noecho(self)
    publish(other, 'before')
    receivedUntil(self, 'before')
    publish(other, 'after')
    const seen = receivedUntil(self, 'after')
    for (let count = 0; count < 10; count++) seen.push(received(self)[1] ?? '')
    assert.deepEqual(
      seen.filter((each) => each === 'mine'),
      [],
    )
    subscribe(other, 'mine')
    assert.deepEqual(received(other), ['10.77.0.1', 'mine'], 'others go on receiving them')
  })

  it('receives what begins with its filter, and nothing after unsubscribing', () => {
    const [one, two, three] = [beacon(), beacon(), beacon()]
    C.zbeacon_noecho(one)
    publish(one, 'NODE/1')
    publish(two, 'NODE/2')
    publish(three, 'GARBAGE')
    subscribe(one, 'NODE')
    for (let count = 0; count < 20; count++) assert.equal(received(one)[1], 'NODE/2')
    subscribe(one, 'GARB')
    receivedUntil(one, 'GARBAGE')
    C.zbeacon_unsubscribe(one)
    assertSilent(one)
  })

  it('says nothing after silence, and goes on when it publishes again', () => {
    const [self, listener] = [beacon(), beacon()]
    publish(self, 'first')
    subscribe(listener, '')
    receivedUntil(listener, 'first')
    C.zbeacon_silence(self)
    assertSilent(listener)
    publish(self, 'second')
    assert.deepEqual(receivedUntil(listener, 'second'), ['second'])
  })

  it('takes data and filters of 1 to 255 bytes', () => {
    const [self, listener] = [beacon(), beacon()]
    const data = Buffer.alloc(255, 'x')
    C.zbeacon_publish(self, data, 255)
    C.zbeacon_subscribe(listener, data, 255)
    assert.deepEqual(received(listener), ['10.77.0.1', String(data)])
  })

  it('is NULL on a port that a program has for itself', async () => {
    const { createSocket } = await import('node:dgram')
    const taker = createSocket('udp4')
    await new Promise<void>((resolve) => taker.bind(PORT + 1, '10.77.0.1', resolve))
    assert.equal(C.zbeacon_new(context, PORT + 1), null)
    taker.close()
  })

  it('ends with its context, and once', () => {
    const [one, two] = [beacon(), beacon()]
    const ref: Ref<Beacon> = [one]
    C.zbeacon_destroy(ref)
    assert.equal(ref[0], null)
    C.zbeacon_destroy(ref)
    C.zctx_destroy([context])
    context = C.zctx_new()
    for (const each of [one, two]) assert.throws(() => C.zbeacon_hostname(each), TypeError)
  })

  it('lets nobody send commands to its actor through its socket', () => {
    const socket = C.zbeacon_socket(beacon())
    assert.equal(C.zstr_send(socket, 'BOGUS'), -1)
    assert.equal(C.zmq_strerror(C.zmq_errno()), 'Operation not supported')
  })

  it('drops beacons that nobody receives instead of waiting for somebody', () => {
    const [self, listener] = [beacon(), beacon()]
    subscribe(listener, '')
    publish(self, 'one')
    receivedUntil(listener, 'one')
    // Each command sends a beacon at once
    for (let count = 0; count < 20_000; count++) C.zbeacon_set_interval(self, 60_000)
    publish(self, 'last')
    C.zbeacon_set_interval(self, 20)
    const queued = receivedUntil(listener, 'last').length
    assert.ok(queued > 1000 && queued < 5000, `${queued}`)
  })
})

type Actor = Pointer<'zactor_t'>

describeNetwork('C.zbeacon, the actor of CZMQ 4', () => {
  let network: Network
  let leave: () => void
  let made: Actor[]

  before(() => {
    network = makeNetwork(1)
    leave = enter(network.hosts[0] ?? assert.fail())
  })
  after(() => {
    leave()
    network.remove()
  })
  beforeEach(() => {
    made = []
  })
  afterEach(() => {
    for (const each of made) C.zactor_destroy([each])
  })

  function node(port: number): Actor {
    const fresh = C.zactor_new(C.zbeacon, null)
    made.push(fresh)
    assert.equal(C.zsock_send(fresh, 'si', 'CONFIGURE', port), 0)
    assert.equal(C.zstr_recv(fresh), '10.77.0.1')
    C.zsock_set_rcvtimeo(fresh, PATIENCE)
    return fresh
  }

  function publish(self: Actor, data: Buffer): void {
    assert.equal(C.zsock_send(self, 'sbi', 'PUBLISH', data, data.length, 20), 0)
  }

  function subscribe(self: Actor, filter: string): void {
    assert.equal(C.zsock_send(self, 'sb', 'SUBSCRIBE', Buffer.from(filter), filter.length), 0)
  }

  it('announces from a speaker to a listener', () => {
    const [speaker, listener] = [node(PORT), node(PORT)]
    publish(speaker, Buffer.of(0xca, 0xfe))
    subscribe(listener, '')
    assert.equal(C.zstr_recv(listener), '10.77.0.1')
    const content = C.zframe_recv(listener) ?? assert.fail('no data')
    assert.equal(C.zframe_size(content), 2)
    assert.equal(C.zframe_strhex(content), 'CAFE')
    C.zframe_destroy([content])
    assert.equal(C.zstr_sendx(speaker, 'SILENCE', null), 0)
  })

  it('filters, with three nodes, and drops its own', () => {
    const nodes = [node(5670), node(5670), node(5670)]
    for (const [index, data] of ['NODE/1', 'NODE/2', 'RANDOM'].entries())
      publish(nodes[index] ?? assert.fail(), Buffer.from(data))
    const [one = assert.fail(), ...others] = nodes
    subscribe(one, 'NODE')
    const poller = C.zpoller_new(one, ...others)
    for (let count = 0; count < 20; count++) {
      assert.equal(C.zpoller_wait(poller, PATIENCE), one)
      assert.deepEqual([C.zstr_recv(one), C.zstr_recv(one)], ['10.77.0.1', 'NODE/2'])
    }
    C.zpoller_destroy([poller])
    assert.equal(C.zstr_sendx(one, 'UNSUBSCRIBE', null), 0)
    for (const each of nodes) assert.equal(C.zstr_sendx(each, 'SILENCE', null), 0)
  })

  it('passes its own self-test', async () => {
    const { stdout, code, stderr } = await runCode(`
      import { C } from '$src/index.ts'
      C.zbeacon_test(false)
      console.log('passed')`)
    assert.equal(code, 0, stderr)
    assert.match(stdout, /^passed$/m)
    assert.match(stdout, /OK$/m)
    assert.doesNotMatch(stdout, /skipping/)
  })
})
