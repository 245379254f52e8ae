/** Loops in a worker: one that ends, one with what another thread sent, and one that is terminated while it waits. */
import { once } from 'node:events'
import { isMainThread, parentPort, Worker, workerData } from 'node:worker_threads'
import { zctx, zloop, zmq, zsocket } from '../../src/index.ts'

const context = zctx.new()
const socket = zsocket.new(context, zmq.PULL)

async function main(): Promise<void> {
  const worker = new Worker(new URL(import.meta.url), { workerData: { socket } })
  const [found] = await once(worker, 'message')
  await once(worker, 'message')
  console.log(JSON.stringify({ ...found, terminated: await worker.terminate() }))
}

function codeOf(call: () => void): unknown {
  try {
    call()
    return null
  } catch (error) {
    return Reflect.get(Object(error), 'code')
  }
}

function inWorker(): void {
  const loop = zloop.new()
  let calls = 0
  zloop.timer(loop, 70, 3, () => calls++)
  zloop.start(loop)
  const ERR = codeOf(() => zloop.reader(loop, workerData.socket, () => 0))
  parentPort?.postMessage({ calls, ERR })
  zloop.reader(loop, socket, () => 0)
  zloop.timer(loop, 10, 1, () => parentPort?.postMessage('waiting'))
  zloop.start(loop)
}

if (isMainThread) await main()
else inWorker()
