/** Arguments: what the program leaves behind, how it ends, and which thread has made it. */
import { writeSync } from 'node:fs'
import { isMainThread, parentPort, Worker } from 'node:worker_threads'

type Library = typeof import('../../src/index.ts')

const [situation = '', ending = '', place = ''] = process.argv.slice(2)
const PORT = 9999
let kept: unknown
const keepAlive = setInterval(() => kept, 2 ** 30)

function announce(): void {
  if (isMainThread) writeSync(1, 'ready\n')
  else parentPort?.postMessage('ready')
}

/** Each answers what keeps it reachable. */
const situations: Record<string, (library: Library) => unknown> = {
  'a beacon': ({ zbeacon, zctx }) => {
    const beacon = zbeacon.new(zctx.new(), PORT)
    zbeacon.publish(beacon, 'last words')
    zbeacon.subscribe(beacon)
    return beacon
  },
  'a beacon without context': ({ zbeacon }) => zbeacon.new(PORT),
  'a raw beacon': ({ C }) => {
    const beacon = C.zbeacon_new(C.zctx_new(), PORT)
    if (!beacon) throw new Error('no beacon')
    C.zbeacon_publish(beacon, Buffer.from('last words'), 10)
    C.zbeacon_subscribe(beacon, null, 0)
    return beacon
  },
  'blocked in zbeacon.recv': ({ zbeacon, zctx, zsocket }) => {
    const beacon = zbeacon.new(zctx.new(), PORT)
    zsocket.setRcvtimeo(zbeacon.socket(beacon), 0)
    zbeacon.recv(beacon)
    zsocket.setRcvtimeo(zbeacon.socket(beacon), -1)
    announce()
    zbeacon.recv(beacon)
    writeSync(1, 'returned\n')
    return beacon
  },
}

async function leaveBehind(): Promise<void> {
  kept = situations[situation]?.(await import('../../src/index.ts'))
  if (!situation.startsWith('blocked')) announce()
}

const endings: Record<string, () => void> = {
  'a normal end': () => clearInterval(keepAlive),
  'process.exit': () => process.exit(7),
  'an uncaught exception': () => {
    throw new Error('boom')
  },
}

function end(): void {
  setImmediate(endings[ending] ?? (() => {}))
}

/** The main thread ends when its worker is ready, or has been terminated. */
function inMainThread(): void {
  const worker = new Worker(new URL(import.meta.url), { argv: process.argv.slice(2) })
  const proceed = () => {
    announce()
    end()
  }
  worker.once('message', () => {
    if (place === 'a terminated worker') void worker.terminate().then(proceed)
    else proceed()
  })
  worker.unref()
}

if (process.env.LISTENER) process.on('SIGINT', () => process.exit(5))
if (!isMainThread) await leaveBehind()
else if (place === 'the main thread') await leaveBehind().then(end)
else inMainThread()
