import assert from 'node:assert/strict'
import { C, type Handle, zctx, zsocket, zstr } from '../../src/index.ts'
import { situations } from '../children/exit-situations.ts'
import { type Outcome, runCompiled } from '../helpers/child.ts'

type Zsocket = Handle<'zsocket'>

const PULL = 7

/** A way to end, and what Node makes of it. */
interface Ending {
  name: string
  signal?: 'SIGINT' | 'SIGTERM'
  listener?: true
  expected: { code: number | null; signal: string | null; stdout: string; stderr: RegExp }
}

const boom = /^\S+exit\.js:\d+\n.*\n.*\^\n\nError: boom\n(?: {4}at .*\n)+\nNode\.js .*\n$/
const endings: Ending[] = [
  { name: 'a normal end', expected: { code: 0, signal: null, stdout: 'ready\n', stderr: /^$/ } },
  { name: 'process.exit', expected: { code: 7, signal: null, stdout: 'ready\n', stderr: /^$/ } },
  { name: 'an uncaught exception', expected: { code: 1, signal: null, stdout: 'ready\n', stderr: boom } },
  { name: 'an unhandled rejection', expected: { code: 1, signal: null, stdout: 'ready\n', stderr: boom } },
  ...(['SIGINT', 'SIGTERM'] as const).flatMap((signal): Ending[] => [
    { name: 'a signal', signal, expected: { code: null, signal, stdout: 'ready\n', stderr: /^$/ } },
    {
      name: 'a signal',
      signal,
      listener: true,
      expected: { code: 5, signal: null, stdout: 'ready\nlistener\n', stderr: /^$/ },
    },
  ]),
]

/** The blocking call returns, so that the listener can run. */
function interrupted(ending: Ending): Ending {
  return { ...ending, expected: { ...ending.expected, stdout: 'ready\nreturned\nlistener\n' } }
}

let peer: Zsocket
let peerAddress = ''

/** The signal is sent until it has an effect: nothing tells when a child has entered a blocking call. */
async function runEnding(
  situation: string,
  place: string,
  { name, signal, listener }: Ending,
): Promise<Outcome> {
  let repeat: NodeJS.Timeout | undefined
  const outcome = runCompiled('exit.ts', {
    args: [situation, name, place],
    env: { PEER: peerAddress, ...(listener && { LISTENER: '1' }) },
    onOutput: (_, child) => {
      if (!signal || repeat) return
      child.kill(signal)
      repeat = setInterval(() => child.kill(signal), 50)
    },
  })
  return outcome.finally(() => clearInterval(repeat))
}

function assertEnds({ code, signal, stdout, stderr }: Outcome, { expected, ...ending }: Ending): void {
  const what = JSON.stringify(ending)
  const { stderr: pattern, ...rest } = expected
  assert.deepEqual({ code, signal, stdout }, rest, `${what}: ${stderr}`)
  assert.match(stderr, pattern, what)
}

async function assertEndsAsNodeDoes(situation: string, place: string): Promise<void> {
  const outcomes = await Promise.all(endings.map((each) => runEnding(situation, place, each)))
  for (const [index, outcome] of outcomes.entries()) assertEnds(outcome, endings[index] as Ending)
}

function countDelivered(): number {
  let count = 0
  while (zstr.recv(peer) === 'last words') count++
  return count
}

describe('a process ends as Node ends it, and prints nothing', function () {
  this.timeout(30_000)

  beforeEach(() => {
    const context = zctx.new()
    peer = zsocket.new(context, PULL)
    peerAddress = `tcp://127.0.0.1:${zsocket.bind(peer, 'tcp://127.0.0.1:*')}`
    C.zsock_set_rcvtimeo(peer.pointer, 500)
  })

  afterEach(() => peer.owner?.destroy())

  for (const situation of [
    'nothing',
    ...Object.keys(situations).filter((each) => !each.startsWith('blocked')),
  ]) {
    it(`with ${situation} of the main thread`, () => assertEndsAsNodeDoes(situation, 'the main thread'))
  }

  for (const place of ['a worker', 'a terminated worker', 'a worker that exits']) {
    it(`with nothing of ${place}`, () => assertEndsAsNodeDoes('nothing', place))
    it(`with everything of ${place}`, () => assertEndsAsNodeDoes('everything', place))
  }

  for (const situation of Object.keys(situations).filter((each) => each.startsWith('blocked'))) {
    it(`with a worker ${situation}`, async () => {
      const cases = ['a worker', 'a terminated worker'].flatMap((place) =>
        endings.slice(0, 3).map((each) => ({ place, each })),
      )
      await Promise.all(
        cases.map(async ({ place, each }) => assertEnds(await runEnding(situation, place, each), each)),
      )
    })

    it(`with the main thread ${situation}, which signals end or interrupt`, async () => {
      const signals = endings
        .filter((each) => each.signal)
        .map((each) => (each.listener ? interrupted(each) : each))
      await Promise.all(
        signals.map(async (each) => assertEnds(await runEnding(situation, 'the main thread', each), each)),
      )
    })
  }

  for (const situation of ['a message that lingers', 'a message that lingers for ever']) {
    for (const place of ['the main thread', 'a worker that exits']) {
      it(`and delivers ${situation} of ${place}, however it ends but by the signal itself`, async () => {
        const graceful = endings.filter((each) => !each.signal || each.listener)
        await Promise.all(graceful.map((each) => runEnding(situation, place, each)))
        assert.equal(countDelivered(), graceful.length)
      })
    }
  }

  it('and waits for an absent peer as long as the message lingers, but not for ever', async () => {
    const ending = endings.find((each) => each.name === 'process.exit') as Ending
    let ready = 0
    const outcome = await runCompiled('exit.ts', {
      args: ['a message for an absent peer', 'process.exit', 'the main thread'],
      onOutput: () => {
        ready ||= performance.now()
      },
    })
    const elapsed = performance.now() - ready
    assertEnds(outcome, ending)
    assert.ok(elapsed > 290 && elapsed < 5000, `${elapsed} ms`)
  })
})
