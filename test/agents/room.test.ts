import assert from 'node:assert/strict'
import { runCode } from '../helpers/child.ts'

/** Takes all descriptors, of which there are few. */
const SCARCE = `
  import { closeSync, openSync } from 'node:fs'
  import koffi from 'koffi'
  const RLIMIT_NOFILE = 7
  const setrlimit = koffi.load(null).func('int setrlimit(int, void *)')
  if (setrlimit(RLIMIT_NOFILE, BigUint64Array.of(200n, 200n)) !== 0) throw new Error('setrlimit failed')
  const open = []
  const takeAll = () => { try { for (;;) open.push(openSync('/dev/null')) } catch {} }
`

describe('zproxy and zgossip where there is no room', () => {
  it('throw EMFILE while descriptors are missing, however many, and work again afterwards', async () => {
    const { stdout, stderr, code } = await runCode(
      `
      ${SCARCE}
      import { zgossip, zmq, zproxy, zsock } from '$src/index.ts'
      zproxy.destroy(zproxy.new())
      takeAll()
      const outcomes = new Set()
      for (let free = 0; free < 24; free++) {
        for (const start of [zproxy.new, zgossip.new]) {
          try { start().destroy() } catch (error) { outcomes.add(error.code) }
        }
        closeSync(open.pop())
      }
      console.log([...outcomes].join())
      for (const each of open) closeSync(each)
      const proxy = zproxy.new()
      console.log(zproxy.frontend(proxy, zmq.PULL, 'tcp://127.0.0.1:*') > 0)`,
      { deadline: 110_000 },
    )
    assert.deepEqual({ stdout, stderr, code }, { stdout: 'EMFILE\ntrue\n', stderr: '', code: 0 })
  }).timeout(120_000)

  it('throw EMFILE when an end cannot be made, and go on', async () => {
    const { stdout, stderr, code } = await runCode(`
      ${SCARCE}
      import { zgossip, zmq, zproxy } from '$src/index.ts'
      const proxy = zproxy.new()
      const node = zgossip.new()
      takeAll()
      const attempts = [
        () => zproxy.frontend(proxy, zmq.PULL, 'tcp://127.0.0.1:*'),
        () => zproxy.capture(proxy, 'inproc://capture'),
        () => zgossip.bind(node, 'tcp://127.0.0.1:*'),
        () => zgossip.connect(node, 'inproc://node'),
      ]
      for (const attempt of attempts) try { attempt(); console.log('done') } catch (error) { console.log(error.code) }
      for (const each of open) closeSync(each)
      console.log(zproxy.frontend(proxy, zmq.PULL, 'tcp://127.0.0.1:*') > 0, zgossip.status(node))`)
    assert.deepEqual(
      { stdout, stderr, code },
      { stdout: `${'EMFILE\n'.repeat(4)}true 0\n`, stderr: '', code: 0 },
    )
  }).timeout(30_000)
})
