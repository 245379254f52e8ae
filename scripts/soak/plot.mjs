// A picture of a scenario, by hand: a small diagram for each column, with the line of its trend.

import { amount, COLUMNS, columnNames, paced, WARM_UP } from './columns.mjs'

/** @typedef {import('./run.mjs').Result} Result */
/** @typedef {import('./columns.mjs').Column} Column */

const WIDTH = 640
const HEIGHT = 110
const LEFT = 100
const TOP = 26
const COLOURS = { flat: '#2a7f3f', grows: '#c0272d', unclear: '#b07c10' }

/** @param {Result} result */
export function plot(result) {
  const height = columnNames.length * (HEIGHT + TOP) + TOP
  const parts = columnNames.map((column, index) => diagram(result, column, TOP + index * (HEIGHT + TOP)))
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${WIDTH + LEFT + 20}" height="${height}" font-family="sans-serif" font-size="11">`,
    '<rect width="100%" height="100%" fill="white"/>',
    `<text x="8" y="16" font-size="13" font-weight="bold">${escaped(result.name)}</text>`,
    ...parts,
    '</svg>\n',
  ].join('\n')
}

/**
 * @param {Result} result
 * @param {Column} column
 * @param {number} top
 */
function diagram({ samples, trends }, column, top) {
  const trend = trends[column]
  const end = samples.at(-1)?.seconds ?? 1
  const values = samples.map((each) => each[column])
  const [low, high] = [Math.min(...values), Math.max(...values)]
  const x = (/** @type {number} */ seconds) => (LEFT + (seconds / end) * WIDTH).toFixed(1)
  const y = (/** @type {number} */ value) =>
    (top + HEIGHT - 6 - ((value - low) / (high - low || 1)) * (HEIGHT - 24)).toFixed(1)
  const points = paced(samples)
    .map(({ at, sample }) => `${x(at)},${y(sample[column])}`)
    .join(' ')
  const { unit } = COLUMNS[column]
  const verdict = trend?.verdict ?? 'unclear'
  const line =
    trend && Number.isFinite(trend.slope)
      ? [end * WARM_UP, end].map((at) => [at, trend.level + trend.slope * at])
      : []
  const ends = line.map(([at = 0, value = 0]) => `${x(at)},${y(value)}`).join(' ')
  return [
    `<rect x="${LEFT}" y="${top}" width="${WIDTH}" height="${HEIGHT}" fill="#f6f6f6"/>`,
    `<rect x="${LEFT}" y="${top}" width="${(WIDTH * WARM_UP).toFixed(1)}" height="${HEIGHT}" fill="#ececec"/>`,
    `<text x="${LEFT + 6}" y="${top + 13}" fill="${COLOURS[verdict]}">${column}: ${verdict}${trend ? `, ${amount(trend.slope, unit)}/s` : ''}</text>`,
    `<text x="${LEFT - 6}" y="${top + 24}" text-anchor="end">${amount(high, unit)}</text>`,
    `<text x="${LEFT - 6}" y="${top + HEIGHT - 4}" text-anchor="end">${amount(low, unit)}</text>`,
    `<polyline points="${points}" fill="none" stroke="#3465a4"/>`,
    ends && `<polyline points="${ends}" fill="none" stroke="${COLOURS[verdict]}" stroke-dasharray="4 3"/>`,
  ].join('\n')
}

/** @param {string} text */
function escaped(text) {
  return text.replace(/[<>&]/g, (each) => `&#${each.charCodeAt(0)};`)
}
