import assert from 'node:assert/strict'
import { runCode } from '../helpers/child.ts'

const PRELUDE = `
import { liveHandles, zctx, zmq, zpoller, zsocket, zstr } from '$src/index.ts'
import { setImmediate } from 'node:timers/promises'
const collected = async (done) => {
  for (let round = 0; round < 50 && !done(); round++) { gc(); await setImmediate() }
}
const context = zctx.new()
const pull = (address) => {
  const reader = zsocket.new(context, zmq.PULL)
  zsocket.bind(reader, address)
  return reader
}
`

async function told(code: string): Promise<string> {
  const outcome = await runCode(PRELUDE + code, { execArgv: ['--expose-gc'] })
  assert.equal(outcome.stderr, '')
  assert.equal(outcome.code, 0)
  return outcome.stdout.trim()
}

describe('zpoller and the collector', () => {
  it('collects pollers together with their readers when nobody has either', async () => {
    const stdout = await told(`
      const drop = (each) => {
        const readers = [pull('inproc://a' + each), pull('inproc://b' + each)]
        const poller = zpoller.new(...readers)
        zpoller.wait(poller, 0)
        if (each % 2) zpoller.remove(poller, readers[0])
      }
      for (let each = 0; each < 400; each++) drop(each)
      await collected(() => liveHandles() === 1)
      console.log(liveHandles('zpoller'), liveHandles('zsocket'))`)
    assert.equal(stdout, '0 0')
  })

  it('collects a poller whose reader is still used', async () => {
    const stdout = await told(`
      const reader = pull('inproc://reader')
      ;(() => { zpoller.new(reader) })()
      await collected(() => liveHandles('zpoller') === 0)
      const poller = zpoller.new(reader)
      console.log(liveHandles('zpoller'), liveHandles('zsocket'), zpoller.wait(poller, 0), zpoller.expired(poller))
      zsocket.destroy(context, reader)`)
    assert.equal(stdout, '1 1 null true')
  })

  it('keeps readers that nobody else has as long as the poller lives, and no longer', async () => {
    const stdout = await told(`
      let poller = (() => zpoller.new(pull('inproc://reader')))()
      await collected(() => false)
      const sender = zsocket.new(context, zmq.PUSH)
      zsocket.connect(sender, 'inproc://reader')
      zstr.send(sender, 'hello')
      console.log(zstr.recv(zpoller.wait(poller, 1000)))
      zpoller.destroy(poller)
      await collected(() => liveHandles('zsocket') === 1)
      console.log(liveHandles('zsocket'), poller.destroyed)`)
    assert.equal(stdout, 'hello\n1 true')
  })
}).timeout(30_000)
