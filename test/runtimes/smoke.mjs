// What must work on every runtime, tried on the built package as its users get it. Plain JavaScript without a test
// framework, because Bun and Deno run it, too: `node test/runtimes/smoke.mjs`. The last line is "N passed, N failed".

import assert from 'node:assert/strict'
import { spawn } from 'node:child_process'
import { readFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { C, liveHandles, Pull, Push, Reply, Request, zctx, zmq, zsocket, zstr } from '../../dist/index.js'
import { endings } from './endings.mjs'

const deadline = 10_000
const wait = { timeout: 5000 }

/** @type {Record<string, () => unknown>} */
const checks = {
  'calls C by its own names': () => {
    const frame = C.zframe_from('hello')
    assert.equal(C.zframe_strdup(frame), 'hello')
    C.zframe_destroy([frame])
  },

  'passes a string and bytes through the namespaces': () => {
    const context = zctx.new()
    const sender = zsocket.new(context, zmq.PUSH)
    const receiver = zsocket.new(context, zmq.PULL)
    const port = zsocket.bind(receiver, 'tcp://127.0.0.1:*')
    zsocket.connect(sender, `tcp://127.0.0.1:${port}`)
    zstr.send(sender, 'grüße')
    zsocket.sendmem(sender, Uint8Array.of(104, 105))
    assert.deepEqual([zstr.recv(receiver), zstr.recv(receiver)], ['grüße', 'hi'])
    zctx.destroy(context)
  },

  'throws, and does not crash, when it is misused': () => {
    const context = zctx.new()
    const socket = zsocket.new(context, zmq.PULL)
    assert.throws(() => zsocket.bind(socket, 'tcp://nowhere.invalid:*'), { name: 'CzmqError' })
    zctx.destroy(context)
    assert.throws(() => zstr.recv(socket), { code: 'ERR_CZMQ_DESTROYED' })
  },

  'passes many messages from Push to Pull with for await': async () => {
    const [sender, receiver] = await pair(new Push({ sendHighWaterMark: 100 }), new Pull())
    const count = 20_000
    const sending = sendNumbers(sender, count)
    assert.equal(await receiveNumbers(receiver, count), (count * (count - 1)) / 2)
    await sending
    close(sender, receiver)
  },

  'passes frames of all sizes unchanged': async () => {
    const [sender, receiver] = await pair(new Push(), new Pull())
    const frames = [0, 1, 4096, 4097, 1_000_000].map((size) => Buffer.alloc(size, size % 251))
    await sender.send(frames, wait)
    assert.deepEqual(await receiver.receive(wait), frames)
    close(sender, receiver)
  },

  'answers requests': async () => {
    const [client, server] = await pair(new Request(), new Reply())
    const serving = serve(server)
    for (const text of ['one', 'two', 'three']) {
      await client.send(text, wait)
      assert.equal(String(await client.receive(wait)), text.toUpperCase())
    }
    close(client, server)
    await serving
  },

  'ends a receive by its signal': async () => {
    const receiver = new Pull()
    const stop = new AbortController()
    const receiving = receiver.receive({ signal: stop.signal })
    setImmediate(() => stop.abort(new Error('enough')))
    await assert.rejects(receiving, { message: 'enough' })
    close(receiver)
  },

  'ends a receive and a send when their time is over': async () => {
    const [sender, receiver] = [new Push(), new Pull()]
    await assert.rejects(receiver.receive({ timeout: 20 }), { code: 'EAGAIN' })
    await assert.rejects(sender.send('nobody is there', { timeout: 20 }), { code: 'EAGAIN' })
    close(sender, receiver)
  },

  'goes on receiving after a time-out': async () => {
    const [sender, receiver] = await pair(new Push(), new Pull())
    await assert.rejects(receiver.receive({ timeout: 20 }), { code: 'EAGAIN' })
    await sender.send('later', wait)
    assert.equal(String(await receiver.receive(wait)), 'later')
    close(sender, receiver)
  },

  'ends a receive and an iteration when the socket is closed': async () => {
    const [first, second] = [new Pull(), new Pull()]
    const receiving = first.receive()
    const iterating = receiveNumbers(second, 1)
    setImmediate(() => close(first, second))
    await assert.rejects(receiving, { code: 'EAGAIN' })
    assert.equal(await iterating, 0)
    assert.throws(() => first.connect('tcp://127.0.0.1:1'), { code: 'EBADF' })
  },

  'leaves timers their turn in a flood': async () => {
    const [sender, receiver] = await pair(new Push(), new Pull())
    let ticks = 0
    const timer = setInterval(() => ticks++, 1)
    const sending = sendNumbers(sender, 20_000)
    await receiveNumbers(receiver, 20_000)
    await sending
    clearInterval(timer)
    assert.ok(ticks > 0, 'no timer was called')
    close(sender, receiver)
  },

  'leaves the thread pool to others while it waits': async () => {
    const receivers = Array.from({ length: 8 }, () => new Pull())
    const waiting = receivers.map((each) => each.receive().catch((error) => error.code))
    assert.ok((await readFile(fileURLToPath(import.meta.url))).length > 0)
    close(...receivers)
    assert.deepEqual(new Set(await Promise.all(waiting)), new Set(['EAGAIN']))
  },
}

for (const [name, { code, stdout }] of Object.entries(endings)) {
  checks[`the process ends: ${name}`] = async () => {
    assert.deepEqual(await runEnding(name), { code, stdout, stderr: '' })
  }
}

if ('bun' in process.versions || 'deno' in process.versions) {
  checks['refuses the addon, which needs Node'] = async () => {
    const { code, stderr } = await runEnding('by itself when sockets are idle', { CZMQ_EVENT_LOOP: 'addon' })
    assert.equal(code, 1)
    assert.match(stderr, /works in Node alone/)
  }
}

/**
 * Binds the second socket and connects the first.
 *
 * @template {import('../../dist/index.js').Socket} A
 * @template {import('../../dist/index.js').Socket} B
 * @param {A} connecting
 * @param {B} binding
 * @returns {Promise<[A, B]>}
 */
async function pair(connecting, binding) {
  connecting.connect(await binding.bind('tcp://127.0.0.1:*'))
  return [connecting, binding]
}

/** @param {import('../../dist/index.js').Socket[]} sockets */
function close(...sockets) {
  for (const socket of sockets) socket.close()
}

/**
 * @param {Push} sender
 * @param {number} count
 */
async function sendNumbers(sender, count) {
  for (let number = 0; number < count; number++) await sender.send(String(number), wait)
}

/**
 * @param {Pull} receiver
 * @param {number} count
 * @returns {Promise<number>} the sum of what came
 */
async function receiveNumbers(receiver, count) {
  let sum = 0
  let received = 0
  for await (const [message] of receiver) {
    sum += Number(message)
    if (++received === count) break
  }
  return sum
}

/** @param {Reply} server */
async function serve(server) {
  for await (const [request] of server) await server.send(String(request).toUpperCase())
}

/**
 * Runs one of the endings in a process of its own.
 *
 * @param {string} name
 * @param {Record<string, string>} [env]
 * @returns {Promise<{ code: number | null, stdout: string, stderr: string }>}
 */
function runEnding(name, env) {
  const file = fileURLToPath(new URL('endings.mjs', import.meta.url))
  const options = 'deno' in process.versions ? ['run', '--allow-all', '--no-lock'] : []
  const child = spawn(process.execPath, [...options, file, name], {
    env: { ...process.env, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const result = { code: /** @type {number | null} */ (null), stdout: '', stderr: '' }
  child.stdout.setEncoding('utf8').on('data', (chunk) => {
    result.stdout += chunk
  })
  child.stderr.setEncoding('utf8').on('data', (chunk) => {
    result.stderr += chunk
  })
  const timer = setTimeout(() => child.kill('SIGKILL'), deadline - 1000)
  return new Promise((resolve, reject) => {
    child.once('error', reject)
    child.once('close', (code) => {
      clearTimeout(timer)
      resolve({ ...result, code })
    })
  })
}

/**
 * @param {string} name
 * @param {() => unknown} check
 * @returns {Promise<boolean>} whether it passed
 */
async function attempt(name, check) {
  /** @type {NodeJS.Timeout | undefined} */
  let timer
  const late = new Promise((_, reject) => {
    timer = setTimeout(() => reject(new Error(`not done within ${deadline} ms`)), deadline)
  })
  try {
    await Promise.race([check(), late])
    assert.equal(liveHandles(), 0, 'handles that the check did not destroy')
    console.log(`  ✔ ${name}`)
    return true
  } catch (error) {
    console.log(`  ✖ ${name}\n${error instanceof Error ? error.stack : error}`)
    return false
  } finally {
    clearTimeout(timer)
  }
}

let passed = 0
for (const [name, check] of Object.entries(checks)) if (await attempt(name, check)) passed++
const failed = Object.keys(checks).length - passed
console.log(`${passed} passed, ${failed} failed`)
// A check that failed may have left something running
if (failed > 0) process.exit(1)
