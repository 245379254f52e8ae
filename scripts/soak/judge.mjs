// Is a column level? The slope of Theil and Sen with Kendall's confidence bound, instead of least squares with Student's t:
// memory grows in steps and has outliers, so residuals are not normal, and one late jump tilts a line of least squares.
// The median of all slopes between two samples does not mind. Neighbouring samples resemble each other, which makes any
// bound too narrow; so it is widened by the correlation of the residuals.

/** @typedef {'flat' | 'grows' | 'unclear'} Verdict */
/** @typedef {{ slope: number, lower: number, upper: number, level: number, verdict: Verdict }} Trend */
/** @typedef {{ x: number, y: number }} Point */

/** Of the normal distribution: 99 % in the middle. A run judges a hundred columns. */
const QUANTILE = 2.576
/** More points would take pairs by the million; they are put together. */
const MOST_POINTS = 400
/** With fewer there is no bound to speak of. */
const LEAST_POINTS = 6

/**
 * @param {readonly Point[]} samples those after the warm-up
 * @param {number} allowed the slope that is no leak yet
 * @returns {Trend}
 */
export function trendOf(samples, allowed) {
  const points = thinned(samples)
  if (points.length < LEAST_POINTS) {
    const level = median(points.map(({ y }) => y))
    return { slope: Number.NaN, lower: -Infinity, upper: Infinity, level, verdict: 'unclear' }
  }
  const slopes = slopesOf(points)
  const slope = median(slopes)
  const level = median(points.map(({ x, y }) => y - slope * x))
  const residuals = points.map(({ x, y }) => y - slope * x - level)
  const width = QUANTILE * Math.sqrt(variance(points.length) * inflation(residuals))
  const at = (/** @type {number} */ rank) => slopes[Math.min(Math.max(rank, 0), slopes.length - 1)] ?? 0
  const lower = at(Math.floor((slopes.length - width) / 2))
  const upper = at(Math.ceil((slopes.length + width) / 2))
  return { slope, lower, upper, level, verdict: verdictOf(lower, upper, allowed) }
}

/**
 * It grows when even the least slope that can be believed is too much; it is flat when the most is not.
 *
 * @param {number} lower
 * @param {number} upper
 * @param {number} allowed
 * @returns {Verdict}
 */
function verdictOf(lower, upper, allowed) {
  if (lower > allowed) return 'grows'
  return upper <= allowed ? 'flat' : 'unclear'
}

/** @param {readonly Point[]} points sorted by x; the slopes are sorted, too */
function slopesOf(points) {
  const slopes = []
  for (const [index, one] of points.entries())
    for (const other of points.slice(index + 1))
      if (other.x > one.x) slopes.push((other.y - one.y) / (other.x - one.x))
  return Float64Array.from(slopes).sort()
}

/**
 * The variance of Kendall's sum of signs when there is no trend.
 *
 * @param {number} count
 */
function variance(count) {
  return (count * (count - 1) * (2 * count + 5)) / 18
}

/**
 * How much less a series says whose neighbours resemble each other, as in a process of first order.
 *
 * @param {readonly number[]} residuals
 */
function inflation(residuals) {
  const mean = residuals.reduce((sum, each) => sum + each, 0) / residuals.length
  const from = residuals.map((each) => each - mean)
  const square = from.reduce((sum, each) => sum + each ** 2, 0)
  if (square === 0) return 1
  const product = from.slice(1).reduce((sum, each, index) => sum + each * (from[index] ?? 0), 0)
  const correlation = Math.min(Math.max(product / square, 0), 0.9)
  return (1 + correlation) / (1 - correlation)
}

/**
 * At most {@link MOST_POINTS}: medians of neighbours.
 *
 * @param {readonly Point[]} samples
 */
function thinned(samples) {
  const size = Math.ceil(samples.length / MOST_POINTS)
  if (size <= 1) return samples
  return Array.from({ length: Math.floor(samples.length / size) }, (_, index) => {
    const part = samples.slice(index * size, (index + 1) * size)
    return { x: median(part.map(({ x }) => x)), y: median(part.map(({ y }) => y)) }
  })
}

/** @param {ArrayLike<number>} values */
function median(values) {
  const sorted = Float64Array.from(values).sort()
  const middle = sorted.length >> 1
  const upper = sorted[middle] ?? Number.NaN
  return sorted.length % 2 ? upper : ((sorted[middle - 1] ?? Number.NaN) + upper) / 2
}
