import { zarmour } from '../../src/index.ts'
import { attack, report } from '../zmq/attack.ts'

const armour = () => {
  const made = zarmour.new()
  zarmour.setMode(made, zarmour.MODE_BASE32_STD)
  return made
}
const only = () => [armour()]

report(
  attack(zarmour, {
    decode: () => [armour(), 'MZXQ===='],
    destroy: only,
    encode: () => [armour(), 'foo'],
    lineBreaks: only,
    lineLength: only,
    mode: only,
    modeStr: only,
    new: () => [],
    pad: only,
    padChar: only,
    print: only,
    setLineBreaks: () => [armour(), true],
    setLineLength: () => [armour(), 64],
    setMode: () => [armour(), 0],
    setPad: () => [armour(), false],
    setPadChar: () => [armour(), '='],
  }),
)
