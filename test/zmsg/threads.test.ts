import assert from 'node:assert/strict'
import { runCompiled } from '../helpers/child.ts'

async function run(what: string): Promise<unknown> {
  const { code, signal, stdout, stderr } = await runCompiled('messages.ts', {
    args: [what],
    deadline: 25_000,
  })
  assert.deepEqual({ code, signal, stderr }, { code: 0, signal: null, stderr: '' })
  return JSON.parse(stdout)
}

describe('Frames and messages in a Worker', function () {
  this.timeout(30_000)

  it('do not keep it from being terminated while they wait', async () => {
    assert.deepEqual(await run('terminate'), {
      'zframe.recv': 1,
      'zmsg.recv': 1,
      'zframe.send': 1,
      'zmsg.send': 1,
      'zmsg.sendm': 1,
    })
  })

  it('wait as long as the socket says, and its timeouts stay as they were', async () => {
    const nothing = [null, true, 120, 120]
    const again = ['EAGAIN', true, 120, 120]
    assert.deepEqual(await run('timeout'), {
      'zframe.recv': nothing,
      'zmsg.recv': nothing,
      'zframe.send': again,
      'zmsg.send': again,
      'zmsg.sendm': again,
    })
  })
})
