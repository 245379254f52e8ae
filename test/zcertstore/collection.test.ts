import assert from 'node:assert/strict'
import { runCode } from '../helpers/child.ts'

describe('zcertstore and the collector', () => {
  it('collects stores that nobody has, although their loaders refer to them', async () => {
    const { stdout, stderr } = await runCode(
      `
      import { setImmediate } from 'node:timers/promises'
      import { liveHandles, zcert, zcertstore } from '$src/index.ts'
      const drop = () => {
        const store = zcertstore.new(null)
        zcertstore.setLoader(store, () => zcertstore.empty(store))
        zcertstore.insert(store, zcert.new())
        zcertstore.certs(store)
      }
      for (let each = 0; each < 500; each++) drop()
      for (let round = 0; round < 50 && liveHandles() > 0; round++) { gc(); await setImmediate() }
      console.log(liveHandles())`,
      { execArgv: ['--expose-gc'] },
    )
    assert.equal(stdout.trim(), '0', stderr)
  }).timeout(30_000)

  /** The heaps move by up to 30 MiB; one certificate of each step that is not freed would be 90 MiB. */
  it('keeps memory flat while certificates come and go', async () => {
    const { stdout, stderr } = await runCode(
      `
      import { zcert, zcertstore } from '$src/index.ts'
      const store = zcertstore.new(null)
      const round = () => {
        for (let each = 0; each < 100; each++) zcertstore.insert(store, zcert.newFrom(new Uint8Array(32).fill(each + 1), new Uint8Array(32)))
        for (const cert of zcertstore.certs(store)) zcert.destroy(cert)
        zcertstore.empty(store)
      }
      const sample = () => {
        for (let each = 0; each < 100; each++) round()
        gc()
        const { rss, heapTotal } = process.memoryUsage()
        return rss - heapTotal
      }
      const [first, second, , , fifth, sixth] = Array.from({ length: 6 }, sample)
      console.log((Math.min(fifth, sixth) - Math.min(first, second)) / 2 ** 20)
      zcertstore.destroy(store)`,
      { execArgv: ['--expose-gc'] },
    )
    assert.ok(Number(stdout) < 48, `${stdout} MiB more; ${stderr}`)
  }).timeout(30_000)
})
