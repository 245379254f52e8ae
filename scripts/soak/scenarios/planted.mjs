// Leaks, to prove that they are found: some hundred steps a second, each of which loses a little.

import { closeSync, openSync } from 'node:fs'
import { setTimeout as wait } from 'node:timers/promises'
import { C, zframe } from 'czmq'

/** @typedef {import('../scenarios.mjs').Scenario} Scenario */

/**
 * @param {(round: number) => unknown} lose
 * @param {() => void} [end]
 * @returns {() => Scenario}
 */
function losing(lose, end) {
  const step = async (/** @type {number} */ round) => {
    lose(round)
    await wait(1)
  }
  return () => (end ? { step, end } : { step })
}

const data = Buffer.alloc(4096, 1)
/** @type {unknown[]} */
const kept = []
/** @type {ReturnType<typeof zframe.from>[]} */
const frames = []
/** @type {number[]} */
const descriptors = []

/** @type {Record<string, () => Scenario>} */
export const scenarios = {
  /** Memory of C, of which JavaScript knows nothing. */
  'planted-native': losing(() => C.zframe_new(data, data.length)),
  'planted-heap': losing((round) => kept.push(Array.from({ length: 500 }, (_, index) => ({ round, index })))),
  'planted-buffers': losing(() => kept.push(Buffer.alloc(9000))),
  'planted-handles': losing(
    () => frames.push(zframe.from('kept')),
    () => {
      for (const each of frames) each.destroy()
    },
  ),
  'planted-descriptors': losing(
    (round) => round % 20 === 0 && descriptors.push(openSync('/dev/null', 'r')),
    () => {
      for (const each of descriptors) closeSync(each)
    },
  ),
}
