// What the addon does, every way at least once, with the built package. It is run under valgrind and with sanitizers.

import assert from 'node:assert/strict'
import { isMainThread, parentPort, Worker } from 'node:worker_threads'
import { C, Pull, Push, Reply, Request, zctx, zmq, zsocket, zstr } from 'czmq'

const sizes = [0, 1, 7, 8, 9, 100, 4095, 4096, 4097, 16_384, 65_535, 65_536, 200_000]

async function messages() {
  const [pull, push] = [new Pull(), new Push()]
  push.connect(await pull.bind('tcp://127.0.0.1:*'))
  for (const size of sizes) {
    await push.send([Buffer.alloc(size, 7), 'x'.repeat(size), 'ä'.repeat(size)])
    const [bytes, text, umlauts] = await pull.receive()
    assert.deepEqual([bytes?.length, text?.length, umlauts?.length], [size, size, size * 2])
  }
  for (let index = 0; index < 600; index++) await push.send([String(index), 'body'])
  let count = 0
  for await (const _ of pull) if (++count === 600) break
  await into(pull, push)
  await waiting(pull)
  push.close()
  pull.close()
}

/**
 * @param {Pull} pull
 * @param {Push} push
 */
async function into(pull, push) {
  const memory = Buffer.alloc(100)
  for (const size of [0, 1, 100]) {
    await push.send(Buffer.alloc(size))
    assert.equal(await pull.receiveInto(memory), size)
  }
  for (const message of [[Buffer.alloc(101)], ['two', 'frames'], [Buffer.alloc(100_000)]]) {
    await push.send(message)
    await assert.rejects(pull.receiveInto(memory), { code: 'EMSGSIZE' })
  }
}

/** @param {Pull} pull */
async function waiting(pull) {
  await assert.rejects(pull.receive({ timeout: 20 }), { code: 'EAGAIN' })
  await assert.rejects(pull.receive({ signal: AbortSignal.timeout(20) }), { name: 'TimeoutError' })
  const closed = new Pull()
  const left = closed.receive()
  setImmediate(() => closed.close())
  await assert.rejects(left, { code: 'EAGAIN' })
}

async function requests() {
  const [reply, request] = [new Reply(), new Request()]
  request.connect(await reply.bind('inproc://memory'))
  for (let index = 0; index < 50; index++) {
    await request.send(`question ${index}`)
    await reply.send(await reply.receive())
    await request.receive()
  }
  reply.close()
  request.close()
}

function text() {
  const context = zctx.new()
  const [pull, push] = [zsocket.new(context, zmq.PULL), zsocket.new(context, zmq.PUSH)]
  zsocket.bind(pull, 'inproc://text')
  zsocket.connect(push, 'inproc://text')
  for (const size of [0, 1, 1019, 1020, 1021, 1024, 5000, 70_000])
    for (const letter of ['x', 'ä', '€', '🦓']) {
      zstr.send(push, letter.repeat(size))
      assert.equal(zstr.recv(pull), letter.repeat(size))
    }
  zctx.destroy(context)
}

/** Watchers whose sockets nobody refers to any more. */
async function collected() {
  for (let index = 0; index < 20; index++) {
    const pull = new Pull()
    await pull.receive({ timeout: 0 }).catch(() => undefined)
    await pull.receive({ timeout: 1 }).catch(() => undefined)
  }
  for (let round = 0; round < 5; round++) {
    globalThis.gc?.()
    await new Promise((resolve) => setTimeout(resolve, 10))
  }
}

/** Threads that end by themselves, and one that is terminated while it receives. */
async function workers() {
  for (const way of ['ends', 'is terminated']) {
    const worker = new Worker(new URL(import.meta.url), { workerData: way })
    const ended = new Promise((resolve) => worker.once('exit', resolve))
    const [message] = await new Promise((resolve) => worker.once('message', (value) => resolve([value])))
    assert.equal(message, 'ready')
    if (way === 'is terminated') await worker.terminate()
    else worker.postMessage('end')
    await ended
  }
}

async function inWorker() {
  await messages()
  const pull = new Pull()
  await pull.bind('tcp://127.0.0.1:*')
  const left = pull.receive()
  parentPort?.once('message', () => pull.close())
  parentPort?.postMessage('ready')
  await left.catch(() => undefined)
}

if (isMainThread) {
  assert.ok('zmq_send' in C)
  await messages()
  await requests()
  text()
  await collected()
  await workers()
  console.log('exercised')
} else await inWorker()
