import assert from 'node:assert/strict'
import { Pull, Push } from '../../src/index.ts'
import { idleSituations, lingering, MESSAGES, waiting } from '../children/sockets-situations.ts'
import { type Outcome, type RunOptions, runCompiled } from '../helpers/child.ts'
import { closeAll, open, upTo } from './ends.ts'

const PLACES = [
  'the main thread',
  'a worker',
  'a terminated worker',
  'a worker that exits',
  'a worker of a main thread without sockets',
]
const boom = /^\S+sockets-exit\.js:\d+\n.*\n.*\^\n\nError: boom\n(?: {4}at .*\n)+\nNode\.js .*\n$/

/** A way to end, and what Node makes of it. */
interface Ending {
  name: string
  signal?: true
  listener?: true
  code: number | null
  stdout: string
  stderr: RegExp
}

const natural: Ending = { name: 'a natural end', code: 0, stdout: 'ready\n', stderr: /^$/ }
const exit: Ending = { name: 'process.exit', code: 7, stdout: 'ready\n', stderr: /^$/ }
const exception: Ending = { name: 'an uncaught exception', code: 1, stdout: 'ready\n', stderr: boom }
const interrupted: Ending = { name: 'a signal', signal: true, code: null, stdout: 'ready\n', stderr: /^$/ }
const listened: Ending = {
  name: 'a signal',
  signal: true,
  listener: true,
  code: 5,
  stdout: 'ready\nlistener\n',
  stderr: /^$/,
}

const env: { PEER?: string; SOURCE?: string } = {}

/** Eight processes at once, most with a second thread or a third, have taken 57 s each beside two dozen others on two cores. */
const DEADLINE = 110_000

async function run(way: string, situation: string, ending: Ending, place: string, options: RunOptions = {}) {
  return runCompiled('sockets-exit.ts', {
    args: [situation, ending.name, place],
    env: { ...env, CZMQ_EVENT_LOOP: way, ...(ending.listener && { LISTENER: '1' }) },
    deadline: DEADLINE,
    onOutput: (stdout, child) => {
      if (ending.signal && stdout === 'ready\n') child.kill('SIGINT')
    },
    ...options,
  })
}

function assertEnds(outcome: Outcome, ending: Ending, what: string): void {
  const { code, signal, stdout, stderr } = outcome
  const expected = {
    code: ending.code,
    signal: ending.code === null ? 'SIGINT' : null,
    stdout: ending.stdout,
  }
  assert.deepEqual({ code, signal, stdout }, expected, `${what}, ${ending.name}: ${stderr}`)
  assert.match(stderr, ending.stderr, what)
}

/** Whether a worker has gone before the process ends. */
function isOver(place: string): boolean {
  return place === 'a terminated worker' || place === 'a worker that exits'
}

/** The endings that matter where nothing waits. */
function endingsOf(place: string): Ending[] {
  if (place === 'the main thread') return [natural, exit, exception]
  return place === 'a worker' ? [natural, exit] : [natural]
}

/** The endings where something waits. */
function interruptionsOf(place: string): Ending[] {
  if (place === 'the main thread') return [exit, exception, interrupted, listened]
  return isOver(place) ? [natural] : [exit]
}

/** Nobody is left to wait for a context that a worker has for itself, unless the worker can do it. */
function isWaitedFor(name: string, place: string): boolean {
  if (place === 'a worker of a main thread without sockets') return false
  const isOwn = name === 'messages of a context of its own'
  return !isOwn || place === 'the main thread' || place === 'a worker that exits'
}

function cases(endings: (place: string) => Ending[]): { place: string; ending: Ending }[] {
  return PLACES.flatMap((place) => endings(place).map((ending) => ({ place, ending })))
}

async function assertAllEnd(way: string, name: string, endings: (place: string) => Ending[]): Promise<void> {
  await Promise.all(
    cases(endings).map(async ({ place, ending }) =>
      assertEnds(await run(way, name, ending, place), ending, `${name}, ${place}`),
    ),
  )
}

/** Repeats something that waits until the signal comes. */
async function endlessly(signal: AbortSignal, step: () => Promise<unknown>): Promise<void> {
  while (!signal.aborted) await step().catch(() => undefined)
}

for (const way of ['addon', 'poll']) {
  describe(`the end of a process with asynchronous sockets (${way})`, function () {
    this.timeout(DEADLINE + 10_000)
    let peer: Pull
    let source: Push

    beforeEach(async () => {
      peer = open(new Pull({ receiveTimeout: 5000, receiveHighWaterMark: 0 }))
      source = open(new Push({ linger: 0 }))
      env.PEER = await peer.bind('tcp://127.0.0.1:*')
      env.SOURCE = await source.bind('tcp://127.0.0.1:*')
    })

    afterEach(closeAll)

    for (const name of Object.keys(idleSituations)) {
      it(`is not held up by ${name}`, () => assertAllEnd(way, name, endingsOf))
    }

    for (const name of Object.keys(lingering)) {
      it(`waits for ${name}`, async () => {
        for (const { place, ending } of cases(endingsOf)) {
          if (!isWaitedFor(name, place)) continue
          assertEnds(await run(way, name, ending, place), ending, `${name}, ${place}`)
          for (const index of upTo(MESSAGES)) {
            const [frame] = await peer.receive().catch(() => [])
            assert.equal(String(frame), String(index), `${place}, ${ending.name}`)
          }
        }
      })
    }

    for (const name of Object.keys(waiting)) {
      it(`ends when told, whatever waits: ${name}`, async () => {
        const controller = new AbortController()
        const flood = endlessly(controller.signal, () => source.send('flood', { signal: controller.signal }))
        const sink = endlessly(controller.signal, () =>
          peer.receive({ signal: controller.signal, timeout: -1 }),
        )
        try {
          await assertAllEnd(way, name, interruptionsOf)
        } finally {
          controller.abort()
          await Promise.all([flood, sink])
        }
      })

      it(`does not come before what waits: ${name}`, async () => {
        const { signal, stdout } = await run(way, name, natural, 'the main thread', {
          onOutput: (_, child) => setTimeout(() => child.kill('SIGKILL'), 700),
        })
        assert.deepEqual([signal, stdout], ['SIGKILL', 'ready\n'])
      })
    }

    it('says after half a second that messages linger, and waits', async () => {
      let warned = ''
      const outcome = await run(way, 'a message that lingers for ever', natural, 'the main thread', {
        onOutput: (_, child) => {
          child.stderr?.on('data', (text: string) => {
            warned += text
            setTimeout(() => child.kill('SIGKILL'), 300)
          })
        },
      })
      assert.equal(outcome.signal, 'SIGKILL')
      assert.match(warned, /^czmq: waiting for queued messages to be delivered\. .*\n$/)
    })

    it('makes no socket when its context has ended', async () => {
      const outcome = await run(way, 'a socket made while the process ends', natural, 'the main thread')
      assertEnds(outcome, { ...natural, stdout: 'ready\nERR_CZMQ_DESTROYED\n' }, 'late')
    })
  })
}
