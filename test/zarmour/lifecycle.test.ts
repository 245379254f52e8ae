import assert from 'node:assert/strict'
import { type Zarmour, zarmour, zchunk } from '../../src/index.ts'
import { runCode } from '../helpers/child.ts'

const OPERATIONS: Record<string, (armour: Zarmour) => unknown> = {
  decode: (armour) => zchunk.destroy(zarmour.decode(armour, 'Zm9v')),
  encode: (armour) => zarmour.encode(armour, 'foo'),
  lineBreaks: zarmour.lineBreaks,
  lineLength: zarmour.lineLength,
  mode: zarmour.mode,
  modeStr: zarmour.modeStr,
  pad: zarmour.pad,
  padChar: zarmour.padChar,
  print: zarmour.print,
  setLineBreaks: (armour) => zarmour.setLineBreaks(armour, true),
  setLineLength: (armour) => zarmour.setLineLength(armour, 5),
  setMode: (armour) => zarmour.setMode(armour, 1),
  setPad: (armour) => zarmour.setPad(armour, true),
  setPadChar: (armour) => zarmour.setPadChar(armour, '='),
}

describe('zarmour in all its states', () => {
  for (const [name, operation] of Object.entries(OPERATIONS)) {
    it(`${name} works while it lives and says so when it does not`, () => {
      const armour = zarmour.new()
      operation(armour)
      zarmour.destroy(armour)
      assert.throws(() => operation(armour), { code: 'ERR_CZMQ_DESTROYED' })
      zarmour.destroy(armour)
      const disposed = zarmour.new()
      disposed[Symbol.dispose]()
      assert.throws(() => operation(disposed), { code: 'ERR_CZMQ_DESTROYED' })
    })
  }

  it('throws typed errors, whatever it is given', async () => {
    const { stdout, stderr, code } = await runCode(`import '${import.meta.dirname}/attack-zarmour.ts'`)
    assert.match(stdout, /\nsurvived$/, `${stdout.slice(-500)} ${stderr}`)
    assert.equal(code, 0, stderr)
  }).timeout(30_000)
})
