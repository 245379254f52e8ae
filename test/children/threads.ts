/** Programs of several threads; the argument names one. Each prints what it found out as JSON. */
import { once } from 'node:events'
import { readFileSync } from 'node:fs'
import { isMainThread, parentPort, Worker, workerData } from 'node:worker_threads'
import type { Pointer } from '../../src/index.ts'

const PUSH = 8
const PULL = 7
const INPROC = 'inproc://between-threads'

/** What the main thread and its worker do; the worker gets `data`, and its answer is posted. */
interface Program {
  main: () => Promise<unknown>
  worker: (data: unknown) => Promise<unknown>
}

function start(program: string, data?: unknown): Worker {
  return new Worker(new URL(import.meta.url), { workerData: { program, data } })
}

async function library(): Promise<typeof import('../../src/index.ts')> {
  return import('../../src/index.ts')
}

function isMapped(): boolean {
  return readFileSync('/proc/self/maps', 'utf8').includes('libczmq')
}

/** Both ends of `inproc://` in one 0MQ context, which the main thread owns and the worker borrows. */
const inproc: Program = {
  main: async () => {
    const { zctx, zsocket, zstr } = await library()
    const context = zctx.new()
    const receiver = zsocket.new(context, PULL)
    zsocket.bind(receiver, INPROC)
    const ended = once(start('inproc', zctx.underlying(context)), 'exit')
    const received = zstr.recv(receiver)
    await ended
    zctx.destroy(context)
    return received
  },
  worker: async (address) => {
    const { zctx, zsocket, zstr } = await library()
    const context = zctx.shadowZmqCtx(address as Pointer)
    const sender = zsocket.new(context, PUSH)
    zsocket.connect(sender, INPROC)
    zstr.send(sender, 'from a worker')
    zctx.destroy(context)
  },
}

/** The worker waits in C, longer than a slice, for what the main thread sends. */
const waiting: Program = {
  main: async () => {
    const { zctx, zsocket, zstr } = await library()
    const context = zctx.new()
    const sender = zsocket.new(context, PUSH)
    zsocket.bind(sender, INPROC)
    const worker = start('waiting', zctx.underlying(context))
    await once(worker, 'message')
    const [timedOut] = await once(worker, 'message')
    zstr.send(sender, 'from the main thread')
    const [received] = await once(worker, 'message')
    zctx.destroy(context)
    return [timedOut, received]
  },
  worker: async (address) => {
    const { C, zctx, zsocket, zstr } = await library()
    const context = zctx.shadowZmqCtx(address as Pointer)
    const receiver = zsocket.new(context, PULL)
    zsocket.connect(receiver, INPROC)
    parentPort?.postMessage('connected')
    C.zsock_set_rcvtimeo(receiver.pointer, 170)
    const before = performance.now()
    const nothing = zstr.recv(receiver)
    const elapsed = performance.now() - before
    parentPort?.postMessage([nothing, elapsed >= 165, C.zsock_rcvtimeo(receiver.pointer)])
    C.zsock_set_rcvtimeo(receiver.pointer, -1)
    const received = zstr.recv(receiver)
    zctx.destroy(context)
    return received
  },
}

/** Nobody is connected, so that a send waits. */
const sending: Program = {
  main: async () => {
    const [results] = await once(start('sending'), 'message')
    return results
  },
  worker: async () => {
    const { C, CzmqError, zctx, zsocket, zstr } = await library()
    const context = zctx.new()
    const sender = zsocket.new(context, PUSH)
    C.zsock_set_sndtimeo(sender.pointer, 120)
    const before = performance.now()
    try {
      zstr.send(sender, 'to nobody')
      return 'sent'
    } catch (error) {
      const code = error instanceof CzmqError ? error.code : error
      return [code, performance.now() - before >= 115, C.zsock_sndtimeo(sender.pointer)]
    } finally {
      zctx.destroy(context)
    }
  },
}

/** The library must stay where it is when the only thread that has loaded it ends. */
const firstInWorker: Program = {
  main: async () => {
    const before = isMapped()
    const [[received]] = await Promise.all([once(start('firstInWorker'), 'message')])
    await once(start('firstInWorker'), 'exit')
    const after = isMapped()
    return [before, received, after, await roundTrip()]
  },
  worker: async () => roundTrip(),
}

async function roundTrip(): Promise<string | null> {
  const { zctx, zsocket, zstr } = await library()
  const context = zctx.new()
  const [receiver, sender] = [zsocket.new(context, PULL), zsocket.new(context, PUSH)]
  zsocket.bind(receiver, INPROC)
  zsocket.connect(sender, INPROC)
  zstr.send(sender, 'round trip')
  const text = zstr.recv(receiver)
  zctx.destroy(context)
  return text
}

/** A handle is more than its properties: what arrives in the worker is none. */
const cloning: Program = {
  main: async () => {
    const { zctx, zsocket } = await library()
    const context = zctx.new()
    const [codes] = await once(start('cloning', [context, zsocket.new(context, PUSH)]), 'message')
    zctx.destroy(context)
    return codes
  },
  worker: async (data) => {
    const { zctx, zsocket, zstr } = await library()
    const [context, socket] = data as [
      Parameters<typeof zctx.destroy>[0],
      Parameters<typeof zsocket.connect>[0],
    ]
    const uses = [
      () => zctx.destroy(context),
      () => zctx.underlying(context),
      () => zsocket.new(context, PUSH),
      () => zsocket.connect(socket, INPROC),
      () => zstr.send(socket, 'text'),
    ]
    return uses.map((use) => {
      try {
        return use()
      } catch (error) {
        return (error as { code?: string }).code
      }
    })
  },
}

/** One context each, all at once. */
const many: Program = {
  main: async () => {
    const workers = Array.from({ length: 4 }, () => start('many'))
    return Promise.all(workers.map(async (each) => (await once(each, 'message'))[0] as unknown))
  },
  worker: async () => {
    const { liveHandles } = await library()
    for (let count = 0; count < 20; count++) await roundTrip()
    return liveHandles()
  },
}

const programs: Record<string, Program> = { inproc, waiting, sending, firstInWorker, cloning, many }

if (isMainThread) {
  const result = await programs[process.argv[2] ?? '']?.main()
  process.stdout.write(`${JSON.stringify(result)}\n`)
} else {
  const { program, data } = workerData as { program: string; data: unknown }
  parentPort?.postMessage(await programs[program]?.worker(data))
}
