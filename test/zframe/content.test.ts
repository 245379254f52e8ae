import assert from 'node:assert/strict'
import { runCode } from '../helpers/child.ts'

describe('A frame for which there is no memory', () => {
  it('throws ENOMEM, whoever wants to copy it', async function () {
    if (process.platform !== 'linux') this.skip()
    const outcome = await runCode(
      `import { execFileSync } from 'node:child_process'
       import { readFileSync } from 'node:fs'
       import * as zframe from '$src/zframe/index.ts'
       import * as zmsg from '$src/zmsg/index.ts'
       const large = new Uint8Array(2 ** 28)
       const frame = zframe.new(large)
       const message = zmsg.new()
       const codes = []
       function attempt(call) {
         try {
           call()
           codes.push('worked')
         } catch (error) {
           codes.push(error.code)
         }
       }
       const used = Number(/VmSize:\\s+(\\d+)/.exec(readFileSync('/proc/self/status', 'utf8'))[1]) * 1024
       execFileSync('prlimit', ['--pid', String(process.pid), '--as=' + (used + 2 ** 27)])
       attempt(() => zframe.new(large))
       attempt(() => zframe.dup(frame))
       attempt(() => zframe.reset(frame, large))
       attempt(() => zmsg.addmem(message, large))
       attempt(() => zmsg.pushmem(message, large))
       zmsg.append(message, frame)
       attempt(() => zmsg.dup(message))
       attempt(() => zmsg.encode(message))
       attempt(() => zmsg.addmsg(zmsg.new(), message))
       codes.push(zmsg.size(message), zmsg.contentSize(message) === large.length)
       console.log(JSON.stringify(codes))`,
    )
    assert.equal(outcome.code, 0, outcome.stderr)
    assert.deepEqual(JSON.parse(outcome.stdout), [...Array.from({ length: 8 }, () => 'ENOMEM'), 1, true])
  })
})
