/** Workers are terminated while their draft sockets receive; descriptors and threads must not pile up. */
import { readdirSync } from 'node:fs'
import { isMainThread, parentPort, Worker } from 'node:worker_threads'
import { Client, context, Gather, Server } from '../../src/index.ts'

const ROUNDS = 10

async function receiveForEver(): Promise<void> {
  const server = new Server()
  const client = new Client()
  client.connect(await server.bind('tcp://127.0.0.1:*'))
  await client.send('hello')
  await server.receive()
  // One that was closed, so that both ends of a socket in a worker are tried
  new Gather().close()
  void client.receive()
  const waiting = server.receive()
  parentPort?.postMessage('ready')
  await waiting
}

async function terminated(): Promise<number> {
  const worker = new Worker(new URL(import.meta.url))
  await new Promise((resolve) => worker.once('message', resolve))
  await worker.terminate()
  return readdirSync('/proc/self/fd').length
}

async function main(): Promise<void> {
  context.ioThreads = 1
  new Server().close()
  const first = await terminated()
  let last = first
  for (let round = 1; round < ROUNDS; round++) last = await terminated()
  console.log(last - first < ROUNDS)
}

await (isMainThread ? main() : receiveForEver())
