// What is sampled, and how fast each may seem to grow before that is called a leak.

/**
 * @typedef {'rss' | 'heap' | 'external' | 'buffers' | 'descriptors' | 'threads' | 'handles'} Column
 * @typedef {{ seconds: number, rounds: number } & Record<Column, number>} Sample
 */

/**
 * Bytes, or things, a second. Resident memory moves in steps of what malloc asks the system for, so a line through it is
 * never quite level. V8 lets its heap grow by some KiB a second while it works, feedback and code among them, and throws
 * that away after half a minute or so.
 *
 * @type {Record<Column, { unit: 'bytes' | 'count', allowed: number }>}
 */
export const COLUMNS = {
  rss: { unit: 'bytes', allowed: 32 * 1024 },
  heap: { unit: 'bytes', allowed: 8 * 1024 },
  external: { unit: 'bytes', allowed: 4 * 1024 },
  buffers: { unit: 'bytes', allowed: 4 * 1024 },
  descriptors: { unit: 'count', allowed: 0.1 },
  threads: { unit: 'count', allowed: 0.1 },
  handles: { unit: 'count', allowed: 0.1 },
}

export const columnNames = /** @type {Column[]} */ (Object.keys(COLUMNS))

/** What is sampled before this part of the rounds is over is warm-up: compiling, caches, pools of malloc. */
export const WARM_UP = 0.4

/**
 * @param {number} value
 * @param {'bytes' | 'count'} unit
 */
export function amount(value, unit) {
  if (unit === 'count') return Number.isInteger(value) ? String(value) : value.toFixed(3)
  if (Math.abs(value) >= 10 * 2 ** 20) return `${(value / 2 ** 20).toFixed(1)} MiB`
  return `${(value / 1024).toFixed(1)} KiB`
}

/**
 * Samples by their rounds, as if all had taken the same time: on a machine that others use, too, what a scenario does in a
 * second differs ten times, and what leaks does so by the round.
 *
 * @param {readonly Sample[]} samples
 * @returns {{ at: number, sample: Sample }[]} in seconds
 */
export function paced(samples) {
  const last = samples.at(-1)
  const pace = last ? last.seconds / last.rounds : 0
  return samples.map((sample) => ({ at: sample.rounds * pace, sample }))
}
