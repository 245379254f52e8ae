import assert from 'node:assert/strict'
import { runCode } from '../helpers/child.ts'

/** Waits longer than the test; a signal comes again and again, because one may come before the wait. */
const program = (call: string) => `
  import { spawn } from 'node:child_process'
  import * as zframe from '$src/zframe/index.ts'
  import * as zmsg from '$src/zmsg/index.ts'
  import { openLonely, setTimeouts } from '$src/../test/zmsg/pair.ts'
  import { messageOf } from '$src/../test/zmsg/texts.ts'
  const { socket } = openLonely()
  setTimeouts(socket, 60_000)
  let answer
  process.on('SIGINT', () => {
    console.log(JSON.stringify(answer))
    killer.kill()
    process.exit()
  })
  const killer = spawn('sh', ['-c', 'while kill -INT ' + process.pid + '; do sleep 0.05; done'])
  try {
    answer = ${call}
  } catch (error) {
    answer = [error.code, error.syscall]
  }`

describe('A signal with a listener', () => {
  const calls = {
    'zframe.recv(socket)': null,
    'zmsg.recv(socket)': null,
    "zframe.send(zframe.from('x'), socket)": ['EINTR', 'zframe_send'],
    "zmsg.send(messageOf('x'), socket)": ['EINTR', 'zmsg_send'],
  }
  for (const [call, expected] of Object.entries(calls)) {
    it(`interrupts ${call}, which ${expected === null ? 'answers null' : 'throws EINTR'}`, async function () {
      if (process.platform === 'win32') this.skip()
      const outcome = await runCode(program(call), { deadline: 9_000 })
      assert.equal(outcome.stdout, `${JSON.stringify(expected)}\n`, outcome.stderr)
    })
  }
})
