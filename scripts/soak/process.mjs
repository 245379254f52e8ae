// Runs one scenario and prints a sample a second, each a line of JSON: `process.mjs NAME SECONDS INTERVAL SAMPLES`, of which
// there are so many at least. It ends with exit code 1 when handles are left after the scenario has ended.

import { readdirSync } from 'node:fs'
import { setImmediate as turn, setTimeout as wait } from 'node:timers/promises'
import { diagnostics, liveHandles } from 'czmq'
import koffi from 'koffi'
import { scenarios } from './scenarios.mjs'

const [, , name = '', seconds = '', interval = '', least = ''] = process.argv
const begin = scenarios[name]
if (!begin) throw new Error(`there is no scenario ${name}`)
const trim = findTrim()
const start = performance.now()
const { step, end } = await begin()
let rounds = 0
let samples = 0
for (let next = 0; ; ) {
  await step(rounds++)
  const spent = performance.now() - start
  if (spent < next) continue
  console.log(JSON.stringify(await sample()))
  samples++
  // Sampling takes time itself, in which nothing grows
  next = performance.now() - start + Number(interval)
  if (spent >= Number(seconds) * 1000 && samples >= Number(least)) break
}
await end?.()
await settle()
if (liveHandles() > 0) throw new Error(`handles are left: ${JSON.stringify(diagnostics().live)}`)

async function sample() {
  await settle()
  trim?.(0)
  const { rss, heapUsed, external, arrayBuffers } = process.memoryUsage()
  return {
    seconds: (performance.now() - start) / 1000,
    rounds,
    rss,
    heap: heapUsed,
    external,
    buffers: arrayBuffers,
    descriptors: count('fd'),
    threads: count('task'),
    handles: liveHandles(),
  }
}

/** @param {string} folder */
function count(folder) {
  return readdirSync(`/proc/self/${folder}`).length
}

/** glibc's `malloc_trim` gives back what is free: what malloc keeps for later would hide what is lost. */
function findTrim() {
  try {
    return koffi.load(null).func('int malloc_trim(size_t)')
  } catch {
    return null
  }
}

/** What was dropped is collected, and libzmq's threads have ended what was closed: nothing changes any more. */
async function settle() {
  const deadline = performance.now() + 1000
  let before = ''
  for (let same = 0; same < 3 && performance.now() < deadline; ) {
    globalThis.gc?.()
    await turn()
    await wait(5)
    const now = [count('fd'), count('task'), liveHandles()].join(' ')
    same = now === before ? same + 1 : 0
    before = now
  }
}
