import assert from 'node:assert/strict'
import { runCode } from '../helpers/child.ts'

describe('chunks when memory is short', () => {
  it('throw ENOMEM, and stay as they were where they are not made anew', async function () {
    if (process.platform !== 'linux') this.skip()
    const { stdout, stderr, code } = await runCode(`
      import { execFileSync } from 'node:child_process'
      import { readFileSync } from 'node:fs'
      import { zarmour, zchunk } from '$src/index.ts'
      const small = zchunk.new('abc')
      const armour = zarmour.new()
      const large = Buffer.alloc(2 ** 26)
      const [pages] = readFileSync('/proc/self/statm', 'utf8').split(' ')
      const most = Number(pages) * 4096 + 2 ** 26
      execFileSync('prlimit', ['--pid', String(process.pid), '--as=' + most])
      const codeOf = (call) => { try { call(); return 'no error' } catch ({ code }) { return code } }
      console.log(
        codeOf(() => zchunk.new(2 ** 30)),
        codeOf(() => zchunk.resize(small, 2 ** 30)),
        codeOf(() => zchunk.extend(small, large)),
        codeOf(() => zarmour.encode(armour, large)),
        zchunk.strdup(small),
      )`)
    assert.deepEqual([stdout, stderr, code], ['ENOMEM ENOMEM ENOMEM ENOMEM abc\n', '', 0])
  }).timeout(30_000)
})
