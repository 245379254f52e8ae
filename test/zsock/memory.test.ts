import assert from 'node:assert/strict'
import { runCode } from '../helpers/child.ts'

describe('A received message for whose handles there is no memory', () => {
  it('throws ENOMEM with its frames, and leaves no handle', async function () {
    if (process.platform !== 'linux') this.skip()
    const outcome = await runCode(
      `import { execFileSync } from 'node:child_process'
       import { readFileSync } from 'node:fs'
       import { liveHandles } from '$src/handle.ts'
       import * as zframe from '$src/zframe/index.ts'
       import * as zmsg from '$src/zmsg/index.ts'
       import { unpack } from '$src/zsock/binary.ts'
       import { decode } from '$src/zsock/decode.ts'
       import { fitting } from '$src/zsock/reader.ts'
       const room = 2 ** 27
       const empty = Buffer.alloc(0)
       const half = Buffer.alloc(room * 0.6)
       const large = Buffer.alloc(room * 2)
       zframe.from('all of C that is needed').destroy()
       zmsg.new().destroy()
       const found = []
       function attempt(read, letters, frames) {
         try {
           fitting(letters, frames, 'zsock_recv', () => read([...letters], frames))
           found.push('worked')
         } catch (error) {
           found.push(error.code + ' ' + (error.frames === frames) + ' ' + liveHandles())
         }
       }
       const used = Number(/VmSize:\\s+(\\d+)/.exec(readFileSync('/proc/self/status', 'utf8'))[1]) * 1024
       execFileSync('prlimit', ['--pid', String(process.pid), '--as=' + (used + room)])
       attempt(decode, 'f', [large])
       attempt(decode, 'm', [large])
       attempt(decode, 'ff', [half, half])
       attempt(decode, 'fm', [half, half])
       attempt(decode, 'bb', [large, large])
       attempt(unpack, 'f', [empty, large])
       attempt(unpack, 'm', [empty, large])
       attempt(unpack, 'fm', [empty, half, half])
       console.log(JSON.stringify(found))`,
    )
    assert.equal(outcome.code, 0, outcome.stderr)
    const refused = 'ENOMEM true 0'
    assert.deepEqual(JSON.parse(outcome.stdout), [
      ...Array.from({ length: 4 }, () => refused),
      'worked',
      ...Array.from({ length: 3 }, () => refused),
    ])
  })
})
