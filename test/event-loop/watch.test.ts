import assert from 'node:assert/strict'
import { closeSync, readSync } from 'node:fs'
import { addonLoop } from '../../src/event-loop/addon.ts'
import { pollLoop } from '../../src/event-loop/poll.ts'
import type { EventLoop, Watcher } from '../../src/event-loop/watcher.ts'
import { descriptorCalls } from '../../src/raw/descriptors.ts'
import { runCode } from '../helpers/child.ts'

const loops: [string, () => EventLoop | null][] = [
  ['addon', addonLoop],
  ['poll', pollLoop],
]

for (const [way, make] of loops) {
  describe(`watching descriptors (${way})`, () => {
    let loop: EventLoop
    let [readable, writable] = [-1, -1]
    let watchers: Watcher[] = []

    function watch(onReady: () => void): Watcher {
      const watcher = loop.watch(readable, onReady)
      watchers.push(watcher)
      return watcher
    }

    before(function () {
      const made = make()
      if (!made) this.skip()
      loop = made
    })

    beforeEach(() => {
      ;[readable, writable] = descriptorCalls().pipe()
      watchers = []
    })

    afterEach(() => {
      for (const each of watchers) each.close()
      for (const each of [readable, writable]) closeSync(each)
    })

    it('tells when one can be read, again and again', async () => {
      for (let round = 0; round < 3; round++) {
        await new Promise<void>((resolve) => {
          const watcher = watch(() => {
            watcher.stop()
            readSync(readable, Buffer.alloc(10))
            watcher.close()
            resolve()
          })
          watcher.start()
          watcher.ref()
          descriptorCalls().poke(writable)
        })
      }
    })

    it('tells when one could be read before', async () => {
      descriptorCalls().poke(writable)
      await new Promise<void>((resolve) => {
        const watcher = watch(() => {
          watcher.close()
          resolve()
        })
        watcher.ref()
        watcher.start()
      })
    })

    it('says nothing when it was stopped, or closed', async () => {
      let calls = 0
      const stopped = watch(() => calls++)
      stopped.start()
      stopped.ref()
      stopped.stop()
      stopped.unref()
      descriptorCalls().poke(writable)
      await turns()
      const closed = watch(() => calls++)
      closed.start()
      closed.ref()
      closed.close()
      await turns()
      assert.equal(calls, 0)
    })

    it('does nothing with what was closed', () => {
      const watcher = watch(() => undefined)
      watcher.close()
      watcher.start()
      watcher.ref()
      watcher.stop()
      watcher.unref()
      watcher.close()
    })

    for (const [keeps, reference] of [
      ['ends although one is watched', 'unref'],
      ['goes on while one is watched that is referenced', 'ref'],
    ] as const) {
      it(`the process ${keeps}`, async () => {
        const outcome = await runCode(
          `import { eventLoop } from '$src/event-loop/index.ts'
           import { descriptorCalls } from '$src/raw/descriptors.ts'
           const [readable, writable] = descriptorCalls().pipe()
           const watcher = eventLoop().watch(readable, () => { console.log('told'); watcher.close() })
           watcher.start()
           watcher.${reference}()
           setTimeout(() => descriptorCalls().poke(writable), 300).unref()
           if ('${reference}' === 'ref') setTimeout(() => {}, 310)`,
          { env: { CZMQ_EVENT_LOOP: way } },
        )
        assert.deepEqual([outcome.code, outcome.stderr], [0, ''])
        assert.equal(outcome.stdout, reference === 'ref' ? 'told\n' : '')
      })
    }

    it('lets exceptions of a callback reach the process, and goes on', async () => {
      const outcome = await runCode(
        `import { eventLoop } from '$src/event-loop/index.ts'
         import { descriptorCalls } from '$src/raw/descriptors.ts'
         const [readable, writable] = descriptorCalls().pipe()
         let calls = 0
         process.on('uncaughtException', (error) => console.log(error.message))
         const watcher = eventLoop().watch(readable, () => {
           if (++calls === 2) watcher.close()
           throw new Error('thrown ' + calls)
         })
         watcher.start()
         watcher.ref()
         descriptorCalls().poke(writable)`,
        { env: { CZMQ_EVENT_LOOP: way } },
      )
      assert.deepEqual([outcome.code, outcome.stderr, outcome.stdout], [0, '', 'thrown 1\nthrown 2\n'])
    })
  })
}

/** Some turns of the event loop. */
async function turns(): Promise<void> {
  for (let turn = 0; turn < 20; turn++) await new Promise((resolve) => setTimeout(resolve, 1))
}

describe('watching descriptors', () => {
  it('fails where there are no descriptors left for the pipe, and the call that waits is told', async () => {
    const outcome = await runCode(
      `import { openSync } from 'node:fs'
       import { Pull } from '$src/index.ts'
       const pull = new Pull()
       pull.readable
       const opened = []
       try { for (;;) opened.push(openSync('/dev/null')) } catch {}
       const told = await pull.receive({ timeout: 3000 }).catch((error) => error.message)
       console.log(told)`,
      { env: { CZMQ_EVENT_LOOP: 'poll' } },
    )
    assert.equal(outcome.stdout, 'no pipe can be made: too many open files\n', outcome.stderr)
  })

  it('is not possible by an addon that is not there', async () => {
    const outcome = await runCode(
      `import { liveHandles, Pull } from '$src/index.ts'
       try { new Pull() } catch (error) { console.log(error.code, liveHandles()) }`,
      { env: { CZMQ_EVENT_LOOP: 'addon', CZMQ_PREBUILD: '/nowhere' } },
    )
    assert.match(outcome.stdout, /^ERR_CZMQ_ADDON 0\n$/)
  })
})
