import assert from 'node:assert/strict'
import { join } from 'node:path'
import { runCode } from '../helpers/child.ts'

describe('zcert with hostile arguments', () => {
  it('throws typed errors, whatever it is given', async () => {
    const { stdout, stderr, code } = await runCode(`import '${join(import.meta.dirname, 'attack-zcert.ts')}'`)
    assert.match(stdout, /\nsurvived/, `${stdout.slice(-500)} ${stderr}`)
    assert.equal(code, 0, stderr)
  }).timeout(30_000)

  it('reads any file without harm', async () => {
    const { stdout, stderr, code } = await runCode(`
      import { zcert, liveHandles } from '$src/index.ts'
      import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
      import { tmpdir } from 'node:os'
      let seed = 20_261
      const random = (most) => (seed = (seed * 1_103_515_245 + 12_345) % 2 ** 31, seed % most)
      const folder = mkdtempSync(tmpdir() + '/czmq-fuzz-')
      const cert = zcert.new()
      zcert.setMeta(cert, 'name', "Joe's %s%n")
      zcert.setMeta(cert, 'a/b', 'x')
      zcert.save(cert, folder + '/cert')
      const good = readFileSync(folder + '/cert_secret')
      const outcomes = {}
      for (let round = 0; round < 5000; round++) {
        let bad = Buffer.from(good)
        for (let change = random(4); change >= 0; change--) {
          const at = random(bad.length)
          const kind = random(4)
          if (kind === 0) bad[at] = random(256)
          if (kind === 1) bad = Buffer.concat([bad.subarray(0, at), bad.subarray(at + 1 + random(20))])
          if (kind === 2) bad = Buffer.concat([bad.subarray(0, at), bad.subarray(random(bad.length), at), bad.subarray(at)])
          if (kind === 3) bad[at] = Buffer.from('\\n"\\'#=/ %\\0')[random(9)]
          if (bad.length === 0) break
        }
        writeFileSync(folder + '/bad', bad)
        let outcome = 'read'
        try { zcert.destroy(zcert.load(folder + '/bad')) } catch (error) { outcome = error.code ?? error.stack }
        outcomes[outcome] = (outcomes[outcome] ?? 0) + 1
      }
      rmSync(folder, { recursive: true })
      zcert.destroy(cert)
      console.log(Object.keys(outcomes).sort().join(), liveHandles())`)
    assert.equal(stdout.trim(), 'EBADMSG,read 0', stderr)
    assert.equal(code, 0)
  }).timeout(30_000)
})
