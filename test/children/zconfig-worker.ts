/** Makes and ends the widest and the deepest tree in a worker of the smallest usual stack. */
import { once } from 'node:events'
import { isMainThread, parentPort, Worker } from 'node:worker_threads'
import { zconfig } from '../../src/index.ts'

function inWorker(): void {
  const wide = zconfig.strLoad('a\n'.repeat(20_000))
  const lines = Array.from({ length: 256 }, (_, depth) => `${' '.repeat(4 * depth)}a\n`)
  const deep = zconfig.strLoad(lines.join('').slice(0, -1))
  const sizes = [wide, deep].map((each) => [...zconfig.walk(each)].length - 1)
  for (const each of [wide, deep]) zconfig.destroy(each)
  parentPort?.postMessage(sizes.join(' '))
}

if (isMainThread) {
  const worker = new Worker(new URL(import.meta.url), { resourceLimits: { stackSizeMb: 2 } })
  const [sizes] = await once(worker, 'message')
  console.log(sizes)
} else inWorker()
