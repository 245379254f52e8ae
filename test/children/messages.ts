/** Frames and messages in Worker threads: each blocks in one call, and posts what came of it. Prints JSON. */
import { once } from 'node:events'
import { setTimeout as sleep } from 'node:timers/promises'
import { isMainThread, parentPort, Worker, workerData } from 'node:worker_threads'
import { C } from '../../src/raw/index.ts'
import { SLICE } from '../../src/raw/patience.ts'
import * as zctx from '../../src/zctx/index.ts'
import * as zframe from '../../src/zframe/index.ts'
import * as zmsg from '../../src/zmsg/index.ts'
import * as zsocket from '../../src/zsocket/index.ts'

const PAIR = 0
const TIMEOUT = 120

type Call = (socket: zsocket.Zsocket) => unknown

function message(): zmsg.Zmsg {
  const made = zmsg.new()
  zmsg.addstr(made, 'text')
  return made
}

/** There is no other end: a send waits, too. */
const calls: Record<string, Call> = {
  'zframe.recv': zframe.recv,
  'zmsg.recv': zmsg.recv,
  'zframe.send': (socket) => zframe.send(zframe.from('text'), socket),
  'zmsg.send': (socket) => zmsg.send(message(), socket),
  'zmsg.sendm': (socket) => zmsg.sendm(message(), socket),
}

function block(): void {
  const { name, timeout } = workerData as { name: string; timeout: number }
  const socket = zsocket.new(zctx.new(), PAIR)
  // Once without waiting: koffi may end the process when it binds a function while a worker is being terminated
  setTimeouts(socket, 0)
  attempt(() => calls[name]?.(socket))
  setTimeouts(socket, timeout)
  parentPort?.postMessage('blocks')
  const before = performance.now()
  const answer = attempt(() => calls[name]?.(socket))
  const waited = performance.now() - before >= TIMEOUT - 1
  parentPort?.postMessage([
    answer,
    waited,
    C.zsock_rcvtimeo(socket.pointer),
    C.zsock_sndtimeo(socket.pointer),
  ])
}

function setTimeouts({ pointer }: zsocket.Zsocket, timeout: number): void {
  C.zsock_set_rcvtimeo(pointer, timeout)
  C.zsock_set_sndtimeo(pointer, timeout)
}

function attempt(call: () => unknown): unknown {
  try {
    return call()
  } catch (error) {
    return error instanceof Error && 'code' in error ? error.code : String(error)
  }
}

/** Lets every call wait until the socket's timeout, or until the Worker is ended. */
async function run(timeout: number): Promise<unknown> {
  const found: Record<string, unknown> = {}
  for (const name of Object.keys(calls)) {
    const worker = new Worker(new URL(import.meta.url), { workerData: { name, timeout } })
    await once(worker, 'message')
    // While it waits, that is, and not on the way there: koffi may crash when a worker is terminated in the middle of a call
    if (timeout < 0) await sleep(3 * SLICE)
    found[name] = timeout < 0 ? await worker.terminate() : (await once(worker, 'message'))[0]
  }
  return found
}

if (isMainThread) console.log(JSON.stringify(await run(process.argv[2] === 'timeout' ? TIMEOUT : -1)))
else block()
