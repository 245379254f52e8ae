// Messages of all sizes and by all ways.

import { Pair, Pull, Push, zchunk, zconfig, zctx, zframe, zmq, zmsg, zsocket, zstr, zuuid } from 'czmq'

/** @typedef {import('../scenarios.mjs').Scenario} Scenario */

const LARGEST = 8 * 2 ** 20
const SMALL = Buffer.alloc(2 ** 16, 'x')

/** Every order of magnitude is as likely as the others: 1 B to 8 MiB. */
function anySize() {
  return Math.floor(2 ** (Math.random() * Math.log2(LARGEST + 1)))
}

/** @param {number} most */
function message(most) {
  const size = Math.min(anySize(), most)
  if (size > SMALL.length) return Buffer.alloc(size, 1)
  const frame = SMALL.subarray(0, size)
  return size % 3 ? frame : [frame, String(size), '']
}

/** @param {string} address */
async function pairs(address) {
  const sender = new Pair({ sendHighWaterMark: 0 })
  const receiver = new Pair({ receiveHighWaterMark: 0 })
  sender.connect(await receiver.bind(address))
  return { sender, receiver }
}

/** @param {Pair} receiver @param {number} count */
async function byIteration(receiver, count) {
  let left = count
  for await (const _message of receiver) if (--left === 0) break
}

/** @param {Pair} receiver @param {number} count */
async function byBatches(receiver, count) {
  for (let left = count; left > 0; ) left -= (await receiver.receiveMany(left)).length
}

/** @param {Pair} receiver @param {number} count */
async function oneByOne(receiver, count) {
  for (let left = count; left > 0; left--) await receiver.receive({ timeout: 30_000 })
}

const room = Buffer.alloc(LARGEST)

/** @param {Pair} receiver @param {number} count */
async function intoMemory(receiver, count) {
  for (let left = count; left > 0; left--) await receiver.receiveInto(room).catch(allowParts)
}

/** @param {{ code?: string }} error a message of several frames does not go into one piece of memory */
function allowParts(error) {
  if (error.code !== 'EMSGSIZE') throw error
}

const ways = [byIteration, byBatches, oneByOne, intoMemory]

/** @param {string} address @returns {Promise<Scenario>} */
async function traffic(address) {
  const { sender, receiver } = await pairs(address)
  return {
    step: async (round) => {
      const way = ways[round % ways.length] ?? byBatches
      const count = 60
      const all = Array.from({ length: count }, (_, index) => message(index % 20 ? SMALL.length : LARGEST))
      await Promise.all([way(receiver, count), sender.sendMany(all)])
    },
    end: () => {
      sender.close()
      receiver.close()
    },
  }
}

/** @returns {Scenario} */
function namespaces() {
  const context = zctx.new()
  const sender = zsocket.new(context, zmq.PAIR)
  const receiver = zsocket.new(context, zmq.PAIR)
  zsocket.bind(receiver, 'inproc://soak')
  zsocket.connect(sender, 'inproc://soak')
  const step = () => {
    for (let index = 0; index < 20; index++) {
      zstr.send(sender, 'text')
      zstr.recv(receiver)
      zframe.send(zframe.new(Buffer.alloc(Math.min(anySize(), 2 ** 20))), sender, 0)
      zframe.recv(receiver)?.destroy()
      const made = zmsg.new()
      zmsg.addstr(made, 'one')
      zmsg.append(made, zframe.from('two'))
      zmsg.send(made, sender)
      const found = zmsg.recv(receiver)
      if (found) zmsg.popstr(found)
      found?.destroy()
    }
    values()
  }
  return { step, end: () => zctx.destroy(context) }
}

function values() {
  const tree = zconfig.strLoad('server\n    port = 5555\n')
  zconfig.get(tree, '/server/port')
  tree.destroy()
  const chunk = zchunk.new(SMALL)
  zchunk.digest(chunk)
  chunk.destroy()
  zuuid.new().destroy()
}

/** Calls that end without a message, over and over with the same signal, too. @returns {Promise<Scenario>} */
async function aborted() {
  const [pull, push] = [new Pull(), new Push({ sendHighWaterMark: 1, linger: 0 })]
  await pull.bind('tcp://127.0.0.1:*')
  const lasting = new AbortController()
  /** @param {Promise<unknown>} call */
  const fails = async (call) => {
    const outcome = await call.then(
      () => 'success',
      () => 'failure',
    )
    if (outcome !== 'failure') throw new Error('a call was to end without a message')
  }
  const step = async () => {
    const controller = new AbortController()
    const { signal } = lasting
    const calls = Array.from({ length: 50 }, (_, index) =>
      fails(
        index % 2
          ? pull.receive({ signal: controller.signal })
          : push.send('x', { signal: controller.signal }),
      ),
    )
    for (let index = 0; index < 20; index++) calls.push(fails(pull.receive({ signal, timeout: index % 3 })))
    controller.abort()
    await Promise.all(calls)
    await fails(pull.receive({ signal: AbortSignal.abort() }))
  }
  return {
    step,
    end: () => {
      pull.close()
      push.close()
    },
  }
}

/** @type {Record<string, () => Scenario | Promise<Scenario>>} */
export const scenarios = {
  messages: () => traffic('tcp://127.0.0.1:*'),
  'messages-inproc': () => traffic('inproc://soak'),
  namespaces,
  'aborted-calls': aborted,
}
