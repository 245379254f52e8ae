import assert from 'node:assert/strict'
import { type Outcome, runCompiled } from '../helpers/child.ts'

/** What the child has more at the end than after the first round. */
interface Report {
  result: unknown
  live: number
  descriptors: number
  threads: number
  rss: number
  /** Milliseconds. */
  longestTurn: number
}

const MEBIBYTE = 2 ** 20

async function collect(scenario: string, rounds: number): Promise<Report> {
  const outcome = await runCompiled('collection.ts', {
    args: [scenario, String(rounds)],
    execArgv: ['--expose-gc'],
    deadline: 90_000,
  })
  assertClean(outcome)
  const report = JSON.parse(outcome.stdout) as Report
  assert.equal(report.live, 0, 'handles')
  assert.ok(report.descriptors <= 0, `${report.descriptors} descriptors more`)
  assert.ok(report.threads <= 0, `${report.threads} threads more`)
  return report
}

function assertClean({ code, signal, stderr }: Outcome): void {
  assert.deepEqual({ code, signal, stderr }, { code: 0, signal: null, stderr: '' })
}

describe('the collector', function () {
  this.timeout(100_000)

  it('takes 10 000 contexts with sockets, and descriptors, threads and memory stay flat', async () => {
    const { rss } = await collect('contexts with sockets', 100)
    assert.ok(rss < 16 * MEBIBYTE, `${rss} bytes more`)
  })

  it('takes 1000 contexts with sockets that were made without a turn of the event loop', async () => {
    await collect('many contexts in one turn', 2)
  })

  for (const each of [
    'contexts without sockets',
    'connected sockets',
    'shadows',
    'sockets in the global context',
    'zsocks',
  ]) {
    it(`takes ${each}`, async () => {
      await collect(each, 5)
    })
  }

  it('leaves a context alone whose sockets are in use', async () => {
    assert.equal((await collect('sockets alone', 2)).result, 'still there')
  })

  it('takes the sockets of a context that is in use', async () => {
    assert.equal((await collect('contexts alone', 2)).result, '0 PULL')
  })

  it('leaves a context alone whose shadow is in use', async () => {
    assert.equal((await collect('shadows alone', 2)).result, '2 PULL')
  })

  it('frees the port of a bound socket', async () => {
    assert.equal((await collect('bound ports', 2)).result, true)
  })

  it('lets messages linger without holding up the event loop', async () => {
    const { longestTurn } = await collect('messages that linger', 2)
    assert.ok(longestTurn < 400, `${longestTurn} ms; the messages linger for 500`)
  })

  it('lets messages be delivered', async () => {
    assert.equal((await collect('messages that can be delivered', 2)).result, 'last words')
  })

  for (const kept of ['nothing', 'sockets', 'contexts', 'both']) {
    it(`may be at work when the process ends with ${kept} in use`, async () => {
      assertClean(await runCompiled('collection-at-exit.ts', { args: [kept], execArgv: ['--expose-gc'] }))
    })
  }
})
