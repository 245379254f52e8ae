/**
 * Arguments: what the program leaves behind, how it ends, and which thread has made it. With LISTENER in the
 * environment it listens to signals. It writes `ready` when it is about to end, or can be ended.
 */
import { writeSync } from 'node:fs'
import { isMainThread, Worker } from 'node:worker_threads'
import { announce, situations } from './exit-situations.ts'

const [situation = '', ending = '', place = ''] = process.argv.slice(2)
let kept: unknown
const keepAlive = setInterval(() => kept, 2 ** 30)

async function leaveBehind(): Promise<void> {
  if (situation !== 'nothing') kept = situations[situation]?.(await import('../../src/index.ts'))
  if (!situation.startsWith('blocked')) announce()
}

const endings: Record<string, () => void> = {
  'a normal end': () => clearInterval(keepAlive),
  'process.exit': () => process.exit(7),
  'an uncaught exception': () => {
    throw new Error('boom')
  },
  'an unhandled rejection': () => void Promise.reject(new Error('boom')),
  'a signal': () => {},
}

function end(): void {
  setImmediate(endings[ending] ?? (() => {}))
}

async function inWorker(): Promise<void> {
  await leaveBehind()
  if (place === 'a worker that exits') process.exit(3)
  if (ending === 'a normal end') clearInterval(keepAlive)
}

/** The main thread ends when its worker is ready, has been terminated, or has exited. */
function inMainThread(): void {
  const worker = new Worker(new URL(import.meta.url), { argv: process.argv.slice(2) })
  const proceed = () => {
    announce()
    end()
  }
  if (place === 'a worker that exits') {
    worker.once('exit', proceed)
    return
  }
  worker.once('message', () => {
    if (place === 'a terminated worker') void worker.terminate().then(proceed)
    else proceed()
  })
  worker.unref()
}

function listen(): void {
  const stop = () => {
    writeSync(1, 'listener\n')
    process.exit(5)
  }
  process.on('SIGINT', stop).on('SIGTERM', stop)
}

if (!isMainThread) {
  await inWorker()
} else {
  if (process.env.LISTENER) listen()
  if (place === 'the main thread') await leaveBehind().then(end)
  else inMainThread()
}
