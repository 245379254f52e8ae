import assert from 'node:assert/strict'
import { runCode } from '../helpers/child.ts'

/** In a process of their own, because what they must not do is end it. */
for (const name of ['zframe', 'zmsg']) {
  describe(`${name} with any arguments`, () => {
    it('neither ends the process, nor throws without a code, nor leaves anything behind', async function () {
      this.timeout(120_000)
      const outcome = await runCode(
        `import * as namespace from '$src/${name}/index.ts'
         import { attack } from '$src/../test/zmsg/attack.ts'
         console.log(JSON.stringify(attack(namespace)))`,
        { deadline: 110_000 },
      )
      assert.equal(outcome.signal, null, outcome.stderr)
      assert.equal(outcome.code, 0, outcome.stderr)
      const { calls, wrong } = JSON.parse(outcome.stdout) as { calls: number; wrong: string[] }
      assert.deepEqual(wrong.slice(0, 10), [])
      assert.ok(calls > 10_000, `${calls} calls`)
    })
  })
}
