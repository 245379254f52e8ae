/** Argument: what the program does with an asynchronous beacon before it ends. */
import { readdirSync, writeSync } from 'node:fs'
import { setImmediate } from 'node:timers/promises'
import { isMainThread, parentPort, Worker } from 'node:worker_threads'
import { Beacon } from '../../src/index.ts'

const [situation = ''] = process.argv.slice(2)

function open(): Beacon {
  const beacon = new Beacon({ port: 5670 })
  beacon.subscribe('from')
  return beacon
}

function announce(): Beacon {
  const beacon = open()
  beacon.publish('here', { interval: 10 })
  return beacon
}

function dropSome(): void {
  for (let count = 0; count < 20; count++) open()
}

/** Descriptors of this process. */
function descriptors(): number {
  return readdirSync('/proc/self/fd').length
}

async function collectAll(least: number): Promise<string> {
  for (let round = 0; round < 200 && descriptors() > least; round++) {
    gc?.()
    await setImmediate()
  }
  return descriptors() <= least ? 'collected' : `${descriptors() - least} descriptors are left`
}

const situations: Record<string, () => unknown> = {
  'announces and listens': announce,
  'waits for what comes': async () => {
    await announce().receive()
    writeSync(1, 'found\n')
  },
  'waits with a time': () =>
    open()
      .receive({ timeout: 50 })
      .catch(({ code }) => writeSync(1, `${code}\n`)),
  'calls process.exit': () => {
    void announce().receive()
    process.exit(7)
  },
  'is a worker': () => announce().receive(),
  'is a terminated worker': () => announce().receive(),
  'drops it': async () => {
    open().close()
    await setImmediate()
    const before = descriptors()
    dropSome()
    if (descriptors() < before + 40) throw new Error('they have no sockets')
    writeSync(1, `${await collectAll(before)}\n`)
  },
}

if (!isMainThread) {
  announce()
  parentPort?.postMessage('ready')
  await announce().receive()
} else if (situation.endsWith('worker')) {
  const worker = new Worker(new URL(import.meta.url), { argv: [situation] })
  worker.once('message', () => {
    writeSync(1, 'ready\n')
    if (situation === 'is a worker') worker.unref()
    else void worker.terminate()
  })
} else {
  writeSync(1, 'ready\n')
  await situations[situation]?.()
}
