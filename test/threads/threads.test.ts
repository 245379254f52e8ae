import assert from 'node:assert/strict'
import { runCompiled } from '../helpers/child.ts'

async function run(program: string): Promise<unknown> {
  const { code, signal, stdout, stderr } = await runCompiled('threads.ts', { args: [program] })
  assert.deepEqual({ code, signal, stderr }, { code: 0, signal: null, stderr: '' })
  return JSON.parse(stdout)
}

describe('Worker threads', () => {
  it('share a 0MQ context by its address, and inproc:// connects them', async () => {
    assert.equal(await run('inproc'), 'from a worker')
  })

  it('wait for messages as long as the socket says, and its timeout stays as it was', async () => {
    assert.deepEqual(await run('waiting'), [[null, true, 170], 'from the main thread'])
  })

  it('wait to send as long as the socket says, and its timeout stays as it was', async () => {
    assert.deepEqual(await run('sending'), ['EAGAIN', true, 120])
  })

  it('may load the library first; it stays when they end', async () => {
    assert.deepEqual(await run('firstInWorker'), [false, 'round trip', true, 'round trip'])
  })

  it('get no handle out of a cloned one', async () => {
    assert.deepEqual(
      await run('cloning'),
      Array.from({ length: 5 }, () => 'ERR_INVALID_ARG_TYPE'),
    )
  })

  it('work side by side', async () => {
    assert.deepEqual(await run('many'), [0, 0, 0, 0])
  })
})
