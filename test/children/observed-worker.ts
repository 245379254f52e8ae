/** A worker is terminated while one of its sockets is observed and has peers; the main thread's sockets must go on. */
import { isMainThread, parentPort, Worker } from 'node:worker_threads'
import { Pull, Push } from '../../src/index.ts'

async function observe(): Promise<void> {
  const pull = new Pull()
  pull.events.on('accept', () => parentPort?.postMessage('accepted'))
  parentPort?.postMessage(await pull.bind('tcp://127.0.0.1:*'))
  for await (const _ of pull);
}

async function terminateAndGoOn(): Promise<void> {
  const worker = new Worker(new URL(import.meta.url))
  const messages: string[] = []
  const push = new Push({ linger: 0 })
  await new Promise<void>((resolve) => {
    worker.on('message', (message: string) => {
      if (message === 'accepted') resolve()
      else push.connect(message)
      messages.push(message)
    })
  })
  await worker.terminate()
  const pull = new Pull()
  const sender = new Push()
  sender.connect(await pull.bind('tcp://127.0.0.1:*'))
  await sender.send('still there')
  console.log(String(await pull.receive({ timeout: 5000 })))
  for (const each of [pull, sender, push]) each.close()
}

await (isMainThread ? terminateAndGoOn() : observe())
