// What has a life of its own: beacons, proxies, gossip, reactors, worker threads.

import { createSocket } from 'node:dgram'
import { once } from 'node:events'
import { Worker } from 'node:worker_threads'
import * as czmq from 'czmq'
import {
  Beacon,
  Dealer,
  Gossip,
  Pair,
  Pull,
  Push,
  Router,
  zbeacon,
  zctx,
  zloop,
  zmonitor,
  zmq,
  zproxy,
  zsocket,
  zstr,
} from 'czmq'

/** @typedef {import('../scenarios.mjs').Scenario} Scenario */

async function freePort() {
  const socket = createSocket('udp4')
  socket.bind(0, '127.0.0.1')
  await once(socket, 'listening')
  const { port } = socket.address()
  socket.close()
  return port
}

/** They find each other and go. @returns {Promise<Scenario>} */
async function beacons() {
  const port = await freePort()
  const step = async (/** @type {number} */ round) => {
    const [one, other] = [
      new Beacon({ port, interface: '127.0.0.1' }),
      new Beacon({ port, interface: '127.0.0.1' }),
    ]
    one.publish(`service ${round}`, { interval: 20 })
    other.subscribe(`service ${round}`)
    await other.receive({ timeout: 10_000 })
    other.close()
    one.close()
  }
  return { step }
}

/** CZMQ's own, with a thread each. @returns {Promise<Scenario>} */
async function actorBeacons() {
  const port = await freePort()
  const step = () => {
    const context = zctx.new()
    const beacon = zbeacon.new(context, port)
    zbeacon.publish(beacon, 'service')
    zbeacon.subscribe(beacon, 'service')
    if (Math.random() < 0.5) beacon.destroy()
    context.destroy()
  }
  return { step }
}

/** On the event loop. @returns {Scenario} */
function proxies() {
  const step = async () => {
    const proxy = new czmq.Proxy(new Router(), new Dealer())
    const [client, worker] = [new Dealer({ linger: 0 }), new Dealer({ linger: 0 })]
    client.connect(await proxy.frontEnd.bind('tcp://127.0.0.1:*'))
    worker.connect(await proxy.backEnd.bind('tcp://127.0.0.1:*'))
    const running = proxy.run()
    for (let index = 0; index < 20; index++) {
      await client.send(['question', String(index)])
      await worker.send(await worker.receive({ timeout: 10_000 }))
      await client.receive({ timeout: 10_000 })
    }
    proxy.terminate()
    await running
    client.close()
    worker.close()
  }
  return { step }
}

/** In threads of their own, with a monitor. @returns {Scenario} */
function agents() {
  const step = async () => {
    const proxy = zproxy.new()
    const [front, back] = ['frontend', 'backend'].map((side) =>
      side === 'frontend'
        ? zproxy.frontend(proxy, zmq.PULL, 'tcp://127.0.0.1:*')
        : zproxy.backend(proxy, zmq.PUSH, 'tcp://127.0.0.1:*'),
    )
    const [push, pull] = [new Push({ linger: 0 }), new Pull()]
    const monitor = zmonitor.new(push.handle)
    zmonitor.listen(monitor, 'ALL')
    zmonitor.start(monitor)
    push.connect(`tcp://127.0.0.1:${front}`)
    pull.connect(`tcp://127.0.0.1:${back}`)
    for (let index = 0; index < 20; index++) {
      await push.send('through')
      await pull.receive({ timeout: 10_000 })
    }
    monitor.destroy()
    push.close()
    pull.close()
    proxy.destroy()
  }
  return { step }
}

/** @returns {Scenario} */
function gossip() {
  const step = async (/** @type {number} */ round) => {
    const [one, other] = [new Gossip(), new Gossip()]
    other.connect(await one.bind('tcp://127.0.0.1:*'))
    one.publish(`key ${round}`, 'value')
    await other.receive({ timeout: 10_000 })
    one.close()
    other.close()
  }
  return { step }
}

/** Timers, tickets and readers of the reactor. @returns {Scenario} */
function loops() {
  const context = zctx.new()
  const [input, output] = [zsocket.new(context, zmq.PAIR), zsocket.new(context, zmq.PAIR)]
  zsocket.bind(input, 'inproc://loop')
  zsocket.connect(output, 'inproc://loop')
  const step = () => {
    const loop = zloop.new()
    zloop.setTicketDelay(loop, 1000)
    for (let index = 0; index < 100; index++) {
      zloop.timer(loop, index % 3, 1, () => 0)
      zloop.ticketDelete(
        loop,
        zloop.ticket(loop, () => 0),
      )
    }
    zloop.reader(loop, input, () => (zstr.recv(input) === 'end' ? -1 : 0))
    zloop.timer(loop, 4, 1, () => {
      zstr.send(output, 'end')
      return 0
    })
    zloop.start(loop)
    loop.destroy()
  }
  return { step, end: () => context.destroy() }
}

const WORKER = `const { workerData } = require('node:worker_threads')
import('czmq').then(async ({ Pair, zctx, zmq, zsocket }) => {
  const pair = new Pair()
  pair.connect(workerData)
  const context = zctx.new()
  zsocket.bind(zsocket.new(context, zmq.PULL), 'tcp://127.0.0.1:*')
  context.destroy()
  await pair.send('here')
  await pair.receive()
  pair.close()
})`

/** Half of them end, half are terminated while they wait. @returns {Promise<Scenario>} */
async function workers() {
  const step = async (/** @type {number} */ round) => {
    const pair = new Pair({ linger: 0 })
    const workerData = await pair.bind(`inproc://workers-${round}`)
    const worker = new Worker(WORKER, { eval: true, workerData })
    const ended = once(worker, 'exit')
    await pair.receive({ timeout: 30_000 })
    if (round % 2) await pair.send('end')
    else await worker.terminate()
    await ended
    pair.close()
  }
  return { step }
}

/** @type {Record<string, () => Scenario | Promise<Scenario>>} */
export const scenarios = {
  beacons,
  'actor-beacons': actorBeacons,
  proxies,
  agents,
  gossip,
  loops,
  workers,
}
