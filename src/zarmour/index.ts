/**
 * Binary as text and back: base 64, base 32, base 16 and Z85. For base 64 and hexadecimal digits alone `Buffer` is
 * enough.
 *
 * @example
 * ```ts
 * const armour = zarmour.new()
 * zarmour.setMode(armour, zarmour.MODE_BASE32_STD)
 * const text = zarmour.encode(armour, Buffer.from('foob')) // 'MZXW6YQ='
 * const chunk = zarmour.decode(armour, text)
 * zchunk.data(chunk) // <Buffer 66 6f 6f 62>
 * ```
 */
import { adopt, destroyHandle } from '../handle.ts'
import { C } from '../raw/index.ts'
import { log } from '../zframe/print.ts'
import { type Zarmour, zarmourKind } from './kind.ts'
import { lineBreaks, lineLength, modeStr, pad, padChar } from './settings.ts'

export {
  MODE_BASE16,
  MODE_BASE32_HEX,
  MODE_BASE32_STD,
  MODE_BASE64_STD,
  MODE_BASE64_URL,
  MODE_Z85,
} from './alphabets.ts'
export { decode, encode } from './codec.ts'
export type { Zarmour } from './kind.ts'
export {
  lineBreaks,
  lineLength,
  mode,
  modeStr,
  pad,
  padChar,
  setLineBreaks,
  setLineLength,
  setMode,
  setPad,
  setPadChar,
} from './settings.ts'
export { create as new }

/**
 * A new armour: base 64, padded with `'='`, in one line. Fresh.
 *
 * C: `zarmour_new`
 */
function create(): Zarmour {
  return adopt(zarmourKind, C.zarmour_new())
}

/**
 * Destroys an armour. Takes the armour; again, it does nothing.
 *
 * C: `zarmour_destroy`
 */
export function destroy(self: Zarmour): void {
  destroyHandle(zarmourKind, self)
}

/**
 * Writes what is set to CZMQ's log, as one line.
 *
 * C: `zarmour_print`
 */
export function print(self: Zarmour): void {
  const padding = pad(self) ? `padded with ${padChar(self)}` : 'not padded'
  const lines = lineBreaks(self) ? `lines of ${lineLength(self)}` : 'one line'
  log(`zarmour: ${modeStr(self)}, ${padding}, ${lines}`)
}
