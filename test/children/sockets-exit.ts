/**
 * Arguments: what sockets do, how the program ends, and which thread has made them. With LISTENER in the environment
 * it listens to signals. It writes `ready` when it is about to end, or can be ended.
 */
import { writeSync } from 'node:fs'
import { isMainThread, parentPort, Worker } from 'node:worker_threads'
import { situations } from './sockets-situations.ts'

const [situation = '', ending = '', place = ''] = process.argv.slice(2)
let kept: unknown

const endings: Record<string, () => void> = {
  'process.exit': () => process.exit(7),
  'an uncaught exception': () => {
    throw new Error('boom')
  },
}

async function leaveBehind(): Promise<void> {
  const library = await import('../../src/index.ts')
  kept = await situations[situation]?.(library)
}

function announce(): void {
  if (isMainThread) writeSync(1, 'ready\n')
  else parentPort?.postMessage('ready')
}

function end(): void {
  announce()
  setImmediate(endings[ending] ?? (() => kept))
}

/** The main thread ends when its worker is ready, has been terminated, or has ended. */
async function inMainThread(): Promise<void> {
  if (place !== 'a worker of a main thread without sockets') await import('../../src/index.ts')
  const worker = new Worker(new URL(import.meta.url), { argv: process.argv.slice(2) })
  worker.on('error', (error) => writeSync(2, `worker: ${String(error)}\n`))
  worker.once('message', () => {
    if (place === 'a terminated worker') void worker.terminate().then(end)
    else if (place !== 'a worker that exits') end()
  })
  if (place === 'a worker that exits') worker.once('exit', end)
}

function listen(): void {
  process.on('SIGINT', () => {
    writeSync(1, 'listener\n')
    process.exit(5)
  })
}

if (!isMainThread) {
  await leaveBehind()
  announce()
  if (place === 'a worker that exits') process.exit(3)
} else {
  if (process.env.LISTENER) listen()
  if (place === 'the main thread') await leaveBehind().then(end)
  else await inMainThread()
}
