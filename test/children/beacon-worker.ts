/** A worker with a beacon is terminated: says whether the beacon falls silent. */
import { isMainThread, parentPort, Worker } from 'node:worker_threads'
import { Beacon, zbeacon, zsocket } from '../../src/index.ts'

const PORT = 9999

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
  const listener = new Beacon({ port: PORT })
  listener.subscribe()
  for (let count = 0; count < 2; count++) console.log(await terminateOne(listener))
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
