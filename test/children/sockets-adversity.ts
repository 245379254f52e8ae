/** Programs that asynchronous sockets are tried with; the argument names one. They print what they found out as JSON. */
import { once } from 'node:events'
import { connect } from 'node:net'
import { isMainThread, parentPort, Worker, workerData } from 'node:worker_threads'
import { context, Dealer, Pull, Push, Router } from '../../src/index.ts'

const [, , program = '', address = '', amount = '0'] = process.argv
const COUNT = Number(amount)

declare const gc: () => void

function upTo(count: number): number[] {
  return Array.from({ length: count }, (_, index) => index)
}

function turn(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve))
}

/** What a ZMTP 3.0 peer says first, and that it is a DEALER. */
const GREETING = Buffer.concat([
  Buffer.from([0xff, 0, 0, 0, 0, 0, 0, 0, 1, 0x7f, 3, 0]),
  Buffer.from('NULL'.padEnd(20, '\0')),
  Buffer.alloc(32),
])
const READY = Buffer.from('\x04\x1b\x05READY\x0bSocket-Type\0\0\0\x06DEALER', 'latin1')
READY[1] = READY.length - 2

/** Memory and open sockets settle. */
async function collect(): Promise<void> {
  for (const _ of upTo(5)) {
    gc()
    await turn()
  }
}

const programs: Record<string, () => Promise<unknown>> = {
  /** Sends numbers to the address, as fast as it can. */
  source: async () => {
    const push = new Push()
    push.connect(address)
    for (let index = 0; ; index++) await push.send(`${process.pid} ${index}`)
  },

  /** Receives and acknowledges, one at a time. */
  echo: async () => {
    const dealer = new Dealer({ linger: 0 })
    dealer.connect(address)
    for await (const message of dealer) await dealer.send(message)
  },

  /** Opens connections that say hello and no more, until it is killed. */
  connections: async () => {
    const port = Number(address.split(':').at(-1))
    const opened = upTo(COUNT).map(async () => {
      const socket = connect(port, '127.0.0.1')
      socket.write(GREETING)
      socket.write(READY)
      // Its greeting has 64 bytes, and then it is ready
      let size = 0
      for await (const data of socket.iterator({ destroyOnReturn: false })) {
        size += (data as Buffer).length
        if (size > 64) break
      }
    })
    await Promise.all(opened)
    process.stdout.write('connected\n')
    await once(process, 'never')
  },

  /** Sockets that wait for messages cost nothing. */
  idle: async () => {
    const pulls: Pull[] = []
    for (const _ of upTo(COUNT)) {
      const [pull, push] = [new Pull(), new Push({ linger: 0 })]
      push.connect(await pull.bind('tcp://127.0.0.1:*'))
      await push.send('x')
      await pull.receive()
      void pull.receive().catch(() => undefined)
      pulls.push(pull)
    }
    await new Promise((resolve) => setTimeout(resolve, 100))
    const before = process.cpuUsage()
    await new Promise((resolve) => setTimeout(resolve, 300))
    const { user, system } = process.cpuUsage(before)
    for (const each of pulls) each.close()
    return (user + system) / 1000
  },

  /** Sockets that nobody refers to are closed, so that their number has no limit; those that wait are not. */
  dropped: async () => {
    const pull = new Pull()
    const address = await pull.bind('tcp://127.0.0.1:*')
    const waiting = (() => {
      const dropped = new Pull()
      const at = dropped.bindSync('tcp://127.0.0.1:*')
      return { at, message: dropped.receive() }
    })()
    const make = async () => {
      const push = new Push({ linger: 0 })
      push.connect(address)
      await push.send('x')
      return new WeakRef(push)
    }
    const references: WeakRef<Push>[] = []
    for (const index of upTo(COUNT)) {
      references.push(await make())
      await pull.receive()
      if (index % 100 === 99) await collect()
    }
    await collect()
    const left = references.filter((each) => each.deref()).length
    const push = new Push()
    push.connect(waiting.at)
    await push.send('still there')
    const [frame] = await waiting.message
    return [left < 200, String(frame)]
  },

  /** Messages between the main thread and a worker, over the context that they share. */
  inproc: async () => {
    const pull = new Pull()
    await pull.bind('inproc://main')
    const worker = new Worker(new URL(import.meta.url), { argv: ['inproc', address, amount] })
    const push = new Push()
    const [ready] = (await once(worker, 'message')) as [string]
    push.connect(ready)
    const sum = { sent: 0, received: 0 }
    const send = (async () => {
      for (const index of upTo(COUNT)) {
        await push.send(index)
        sum.sent += index
      }
    })()
    for (const _ of upTo(COUNT)) sum.received += Number((await pull.receive())[0])
    await send
    await once(worker, 'exit')
    return sum.sent === sum.received
  },

  /** Workers that are terminated at any moment, with all that they have. */
  terminated: async () => {
    const pull = new Pull()
    const at = await pull.bind('tcp://127.0.0.1:*')
    const seen = new Map<string, number>()
    const drain = (async () => {
      for await (const [frame] of pull) {
        const [who = '', index = ''] = String(frame).split(' ')
        if ((seen.get(who) ?? -1) + 1 !== Number(index))
          throw new Error(`${who}: ${index} after ${seen.get(who)}`)
        seen.set(who, Number(index))
      }
    })()
    for (const round of upTo(COUNT)) {
      const workers = upTo(3).map(
        (index) =>
          new Worker(new URL(import.meta.url), { argv: ['terminated', at], workerData: `${round}-${index}` }),
      )
      await Promise.all(workers.map((each) => once(each, 'message')))
      for (const _ of upTo(round)) await turn()
      await Promise.all(workers.map((each) => each.terminate()))
    }
    const { maxSockets } = context
    pull.close()
    await drain
    return [seen.size, maxSockets > 0]
  },

  /** More sockets in a worker than there are thread-specific keys. */
  manyInWorker: async () => {
    const results: unknown[] = []
    for (const _ of upTo(3)) {
      const worker = new Worker(new URL(import.meta.url), { argv: ['manyInWorker', address, amount] })
      results.push((await once(worker, 'message'))[0])
      await worker.terminate()
    }
    return results
  },
}

const inWorker: Record<string, () => Promise<unknown>> = {
  inproc: async () => {
    const [pull, push] = [new Pull(), new Push()]
    push.connect('inproc://main')
    parentPort?.postMessage(await pull.bind('inproc://worker'))
    for (const _ of upTo(COUNT)) await push.send((await pull.receive())[0] ?? null)
  },

  terminated: async () => {
    const [pull, push, router] = [new Pull(), new Push({ linger: 0 }), new Router()]
    push.connect(address)
    await router.bind('tcp://127.0.0.1:*')
    void pull.receive()
    void router.receive({ timeout: 100_000 })
    await push.send(`${String(workerData)} 0`)
    parentPort?.postMessage('ready')
    for (let index = 1; ; index++) await push.send(`${String(workerData)} ${index}`)
  },

  manyInWorker: async () => {
    context.maxSockets = 3000
    const sockets = upTo(COUNT).map(() => new Push())
    parentPort?.postMessage(sockets.length)
    await sockets[0]?.send('to nobody')
  },
}

if (isMainThread) {
  const result = await programs[program]?.()
  process.stdout.write(`${JSON.stringify(result)}\n`)
} else {
  await inWorker[program]?.()
}
