import assert from 'node:assert/strict'
import { execFile } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { trendOf } from '../../scripts/soak/judge.mjs'
import type { Result } from '../../scripts/soak/run.mjs'

/** Numbers that look random and are the same in every run: -1 to 1. */
function noise(seed: number): () => number {
  let state = seed
  return () => {
    state = (state * 1_103_515_245 + 12_345) % 2 ** 31
    return state / 2 ** 30 - 1
  }
}

function series(count: number, value: (second: number) => number): { x: number; y: number }[] {
  return Array.from({ length: count }, (_, x) => ({ x, y: value(x) }))
}

describe('the judge of long runs', () => {
  it('finds slow growth in strong noise, and its slope', () => {
    const random = noise(1)
    const trend = trendOf(
      series(60, (second) => 1e6 + 100 * second + 500 * random()),
      20,
    )
    assert.equal(trend.verdict, 'grows')
    assert.ok(trend.lower < 100 && trend.upper > 100, JSON.stringify(trend))
    assert.ok(Math.abs(trend.slope - 100) < 20)
  })

  it('calls flat what is constant, what makes noise, and what shrinks', () => {
    const random = noise(2)
    const flat = [
      series(60, () => 7),
      series(60, () => 1e6 + 500 * random()),
      series(60, (second) => 1e6 - 100 * second + 500 * random()),
    ]
    for (const each of flat) assert.equal(trendOf(each, 20).verdict, 'flat')
  })

  it('does not mind one jump, nor outliers', () => {
    const random = noise(3)
    const outliers = series(60, (second) => (second % 20 === 19 ? 5e6 : 1e6 + 500 * random()))
    assert.equal(trendOf(outliers, 20).verdict, 'flat')
    const jump = series(60, (second) => (second < 50 ? 1e6 : 2e6) + 500 * random())
    assert.notEqual(trendOf(jump, 200).verdict, 'grows')
  })

  it('is not sure of what wanders, where independent noise of that height would be growth', () => {
    let [level, wrong] = [0, 0]
    for (let seed = 1; seed <= 50; seed++) {
      const random = noise(seed * 7919)
      level = 0
      const walk = series(60, () => {
        level = level * 0.9 + 1000 * random()
        return level
      })
      if (trendOf(walk, 5).verdict === 'grows') wrong++
    }
    assert.ok(wrong <= 2, `${wrong} of 50`)
  })

  it('says nothing about a few samples', () => {
    assert.equal(
      trendOf(
        series(5, (second) => 1e6 * second),
        20,
      ).verdict,
      'unclear',
    )
  })

  it('judges thousands of samples', () => {
    const random = noise(4)
    const points = series(10_000, (second) => 1e6 + second + 500 * random())
    assert.equal(trendOf(points, 0.5).verdict, 'grows')
    assert.equal(trendOf(points, 2).verdict, 'flat')
  })
})

describe('a short soak', function () {
  this.timeout(60_000)
  let folder: string
  before(() => {
    folder = mkdtempSync(join(tmpdir(), 'czmq-soak-'))
  })
  after(() => rmSync(folder, { recursive: true }))

  async function soak(only: string, samples: number): Promise<{ code: number; output: string }> {
    const short = ['--minutes', '0.005', '--interval', '30', '--samples', String(samples)]
    const args = ['--only', only, '--out', folder, ...short]
    return new Promise((resolve) => {
      execFile(process.execPath, ['scripts/soak.mjs', ...args, '--jobs', '2'], (error, out, errors) =>
        resolve({ code: Number(error?.code ?? 0), output: out + errors }),
      )
    })
  }

  function resultOf(name: string): Result {
    return JSON.parse(readFileSync(join(folder, `${name}.json`), 'utf8')) as Result
  }

  it('finds what was planted: memory of C, objects, buffers, handles, descriptors', async () => {
    const planted = {
      'planted-native': 'rss',
      'planted-heap': 'heap',
      'planted-buffers': 'buffers',
      'planted-handles': 'handles',
      'planted-descriptors': 'descriptors',
    } as const
    const { code, output } = await soak(Object.keys(planted).join(','), 16)
    assert.equal(code, 1, output)
    for (const [name, column] of Object.entries(planted)) {
      const { failure, trends } = resultOf(name)
      assert.deepEqual([name, failure, trends[column]?.verdict], [name, '', 'grows'], output)
    }
  })

  it('runs scenarios, of which each ends with no handle left, and draws what it has seen', async () => {
    const names = ['messages', 'sockets-dropped', 'authenticators', 'workers', 'loops', 'certificates']
    const { output } = await soak(names.join(','), 3)
    for (const name of names) {
      const { failure, samples } = resultOf(name)
      assert.equal(failure, '', output)
      assert.ok(samples.length >= 3 && (samples.at(-1)?.rounds ?? 0) >= 3, output)
      assert.match(
        readFileSync(join(folder, `${name}.svg`), 'utf8'),
        /^<svg .*<polyline points="[\d., ]+".*<\/svg>\s*$/s,
      )
    }
  })

  it('fails where a scenario is not known', async () => {
    const { code, output } = await soak('nothing', 1)
    assert.equal(code, 2)
    assert.match(output, /usage: npm run soak/)
  })
})
