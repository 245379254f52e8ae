/** Arguments: what the program leaves behind, how it ends, and which thread has made it. */
import { writeSync } from 'node:fs'
import { isMainThread, parentPort, Worker } from 'node:worker_threads'

type Library = typeof import('../../src/index.ts')

const [situation = '', ending = '', place = ''] = process.argv.slice(2)
let kept: unknown
const keepAlive = setInterval(() => kept, 2 ** 30)

function announce(): void {
  if (isMainThread) writeSync(1, 'ready\n')
  else parentPort?.postMessage('ready')
}

/** Messages wait on both sides of it. */
function stuckProxy({ zmq, zproxy, zsock, zstr }: Library): unknown {
  const proxy = zproxy.new()
  const port = zproxy.frontend(proxy, zmq.PULL, 'tcp://127.0.0.1:*')
  zproxy.backend(proxy, zmq.PUSH, 'tcp://127.0.0.1:*')
  zproxy.capture(proxy, 'inproc://nobody')
  const faucet = zsock.newPush(`tcp://127.0.0.1:${port}`)
  for (let count = 0; count < 100; count++) zstr.send(faucet, 'to nobody')
  return [proxy, faucet]
}

/**
 * Each answers what keeps it reachable. Those that block use the function before, because binding it in a Worker that
 * is being terminated ends the process.
 */
const situations: Record<string, (library: Library) => unknown> = {
  'a proxy': stuckProxy,
  'a gossip node': ({ zgossip }) => {
    const node = zgossip.new()
    zgossip.connect(node, `tcp://127.0.0.1:${zgossip.bind(node, 'tcp://127.0.0.1:*')}`)
    for (let count = 0; count < 2000; count++) zgossip.publish(node, String(count), 'value')
    return node
  },
  'a monitor': ({ zctx, zmonitor, zmq, zsock, zsocket }) => {
    const context = zctx.new()
    const sockets = [zsock.new(zmq.PULL), zsocket.new(context, zmq.PULL)] as const
    zsock.connect(sockets[0], 'tcp://127.0.0.1:9')
    return sockets.map((each) => {
      const monitor = zmonitor.new(each)
      zmonitor.listen(monitor, 'ALL')
      zmonitor.start(monitor)
      return [context, monitor]
    })
  },
  'blocked in zgossip.recv': ({ zgossip }) => {
    const node = zgossip.new()
    zgossip.recvNowait(node)
    announce()
    zgossip.recv(node)
    writeSync(1, 'returned\n')
    return node
  },
  'blocked in zmonitor.recv': ({ zmonitor, zmq, zsock }) => {
    const socket = zsock.new(zmq.PULL)
    const monitor = zmonitor.new(socket)
    zmonitor.listen(monitor, 'ALL')
    zmonitor.start(monitor)
    zmonitor.recvNowait(monitor)
    announce()
    zmonitor.recv(monitor)
    writeSync(1, 'returned\n')
    return [monitor, socket]
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
