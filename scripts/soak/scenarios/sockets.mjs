// Sockets and contexts that come and go, with and without an end.

import { setImmediate as turn, setTimeout as wait } from 'node:timers/promises'
import * as czmq from 'czmq'
import { Context, Dealer, Pull, Push, Router, zctx, zmq, zpoller, zsock, zsocket } from 'czmq'

/** @typedef {import('../scenarios.mjs').Scenario} Scenario */

const TYPES = [
  'Pair',
  'Publisher',
  'Subscriber',
  'Request',
  'Reply',
  'Dealer',
  'Router',
  'Pull',
  'Push',
  'XPublisher',
  'XSubscriber',
  'Stream',
]
const CLASSES = /** @type {(new (options?: object) => import('czmq').Socket)[]} */ (
  TYPES.map((name) => Reflect.get(czmq, name))
)

let dropped = 0

/** Now and then enough turns for what was dropped to be ended: there is room for a thousand sockets. */
async function collect() {
  dropped += 1
  if (dropped % 10 !== 0) return turn()
  for (let count = 0; count < 3; count++) {
    globalThis.gc?.()
    await turn()
  }
}

/** @param {string} address @param {object} [options] */
function some(address, options) {
  return CLASSES.map((Class, index) => {
    const socket = new Class({ linger: 0, ...options })
    if (index % 3 === 0) socket.bindSync('tcp://127.0.0.1:*')
    else socket.connect(address)
    return socket
  })
}

/**
 * A socket hears only while it is used that peers have gone, so the server is: else what is left of them stays.
 *
 * @param {(address: string) => unknown} make
 * @returns {Promise<Scenario>}
 */
async function withServer(make) {
  const router = new Router()
  const address = await router.bind('tcp://127.0.0.1:*')
  const step = async () => {
    await make(address)
    while (router.tryReceive());
  }
  return { step, end: () => router.close() }
}

/** @param {string} address */
function contextWithSockets(address) {
  const context = new Context()
  some(address, { context })
  return context
}

/** @param {string} address */
function namespaceSockets(address) {
  const context = zctx.new()
  const sockets = [zmq.PUSH, zmq.DEALER, zmq.SUB].map((type) => zsocket.new(context, type))
  for (const each of sockets) zsocket.connect(each, address)
  zpoller.new(...sockets)
  return [context, zsock.newDealer(`>${address}`)]
}

/** Peers that lose each other: the server goes and comes, clients look for it again and again. @returns {Promise<Scenario>} */
async function reconnects() {
  const clients = Array.from(
    { length: 20 },
    () => new Dealer({ reconnectInterval: 1, linger: 0, sendHighWaterMark: 10 }),
  )
  const first = new Router({ linger: 0 })
  const address = await first.bind('tcp://127.0.0.1:*')
  first.close()
  for (const each of clients) each.connect(address)
  const step = async () => {
    const router = new Router({ linger: 0 })
    await bindAgain(router, address)
    // What a client has given to the connection of before is lost
    do for (const each of clients) each.trySend('here')
    while (!(await router.receive({ timeout: 200 }).catch(() => null)))
    router.close()
    await wait(5)
  }
  return { step, end: () => clients.forEach((each) => void each.close()) }
}

/** libzmq closes the listener of before in the background. @param {Router} router @param {string} address */
async function bindAgain(router, address) {
  for (;;) {
    try {
      return await router.bind(address)
    } catch (error) {
      if (/** @type {{ code?: string }} */ (error).code !== 'EADDRINUSE') throw error
      await wait(1)
    }
  }
}

/** Events of sockets, read and unread. @returns {Promise<Scenario>} */
async function observed() {
  const step = async () => {
    for (let index = 0; index < 5; index++) {
      const [pull, push] = [new Pull(), new Push({ linger: 0 })]
      const accepted = new Promise((resolve) => pull.events.on('accept', resolve))
      void push.events
      push.connect(await pull.bind('tcp://127.0.0.1:*'))
      await accepted
      pull.close()
      push.close()
    }
  }
  return { step }
}

/** @type {Record<string, () => Scenario | Promise<Scenario>>} */
export const scenarios = {
  'sockets-closed': () =>
    withServer((address) => {
      for (const each of some(address)) each.close()
      return wait(1)
    }),
  'sockets-dropped': () =>
    withServer((address) => {
      some(address)
      return collect()
    }),
  'contexts-closed': () => withServer((address) => contextWithSockets(address).close()),
  'contexts-dropped': () =>
    withServer((address) => {
      contextWithSockets(address)
      return collect()
    }),
  'namespaces-closed': () =>
    withServer((address) => {
      for (const each of namespaceSockets(address)) each.destroy()
      return collect()
    }),
  'namespaces-dropped': () =>
    withServer((address) => {
      namespaceSockets(address)
      return collect()
    }),
  reconnects,
  observed,
}
