/** A worker with a beacon is terminated: says how many threads it leaves, and whether its beacon falls silent. */
import { readdirSync } from 'node:fs'
import { setImmediate } from 'node:timers/promises'
import { isMainThread, parentPort, Worker } from 'node:worker_threads'
import { Beacon, zbeacon, zsocket } from '../../src/index.ts'

const PORT = 9999

function threads(): number {
  return readdirSync('/proc/self/task').length
}

/** Terminates a worker while its beacon announces, and waits until nothing is heard of it. */
async function terminateOne(listener: Beacon): Promise<string> {
  const worker = new Worker(new URL(import.meta.url))
  await listener.receive({ timeout: 5000 })
  await worker.terminate()
  for (let count = 0; count < 50; count++) {
    const heard = await listener.receive({ timeout: 300 }).catch(() => null)
    if (!heard) return 'silent'
  }
  return 'it goes on'
}

async function inMainThread(): Promise<void> {
  zbeacon.destroy(zbeacon.new(PORT))
  const listener = new Beacon({ port: PORT })
  listener.subscribe()
  console.log(await terminateOne(listener))
  const before = threads()
  for (let count = 0; count < 2; count++) await terminateOne(listener)
  // A context has one thread more
  console.log(threads() - before <= 4 ? 'no actors are left' : `${threads() - before} threads are left`)
  await setImmediate()
  listener.close()
}

if (isMainThread) await inMainThread()
else {
  const beacon = zbeacon.new(PORT)
  zbeacon.setInterval(beacon, 20)
  zbeacon.publish(beacon, 'from a worker')
  zbeacon.subscribe(beacon)
  for (let count = 0; count < 3; count++) zbeacon.destroy(zbeacon.new(PORT))
  zsocket.setRcvtimeo(zbeacon.socket(beacon), -1)
  parentPort?.ref()
  while (zbeacon.recv(beacon));
}
