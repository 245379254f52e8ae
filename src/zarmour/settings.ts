import { flag, integer } from '../arguments.ts'
import { invalidType, invalidValue } from '../errors.ts'
import { pointerOf } from '../handle.ts'
import { C } from '../raw/index.ts'
import { cast, type Pointer } from '../raw/types.ts'
import { MODE_BASE64_STD, MODE_Z85 } from './alphabets.ts'
import { type Zarmour, zarmourKind } from './kind.ts'

export function pointer(self: Zarmour): Pointer<'zarmour_t'> {
  return cast<'zarmour_t'>(pointerOf(zarmourKind, self))
}

/**
 * The encoding: {@link MODE_BASE64_STD} at first.
 *
 * C: `zarmour_mode`
 */
export function mode(self: Zarmour): number {
  return C.zarmour_mode(pointer(self))
}

/**
 * The name of the encoding, for example `'base64'`.
 *
 * C: `zarmour_mode_str`
 */
export function modeStr(self: Zarmour): string {
  return C.zarmour_mode_str(pointer(self))
}

/**
 * Sets the encoding.
 *
 * C: `zarmour_set_mode`
 * @param mode - One of the constants `MODE_…`.
 */
export function setMode(self: Zarmour, mode: number): void {
  const armour = pointer(self)
  C.zarmour_set_mode(armour, integer('mode', mode, MODE_BASE64_STD, MODE_Z85))
}

/**
 * Whether text is padded to whole groups of characters. It is at first.
 *
 * C: `zarmour_pad`
 */
export function pad(self: Zarmour): boolean {
  return C.zarmour_pad(pointer(self))
}

/**
 * Sets whether text is padded; hexadecimal digits and Z85 never are.
 *
 * C: `zarmour_set_pad`
 */
export function setPad(self: Zarmour, pad: boolean): void {
  const armour = pointer(self)
  C.zarmour_set_pad(armour, flag('pad', pad) === 1)
}

/**
 * The character that pads: `'='` at first.
 *
 * C: `zarmour_pad_char`
 */
export function padChar(self: Zarmour): string {
  return String.fromCharCode(C.zarmour_pad_char(pointer(self)))
}

/**
 * Sets the character that pads.
 *
 * C: `zarmour_set_pad_char`
 * @param padChar - One printable character of ASCII that is a digit of no encoding.
 * @throws TypeError `ERR_INVALID_ARG_VALUE` for any other.
 */
export function setPadChar(self: Zarmour, padChar: string): void {
  const armour = pointer(self)
  if (typeof padChar !== 'string') throw invalidType('padChar', 'a string', padChar)
  if (!/^[!-~]$/.test(padChar) || /[\w+/-]/.test(padChar))
    throw invalidValue('padChar', 'must be one printable character that is not a digit of an encoding')
  C.zarmour_set_pad_char(armour, padChar.charCodeAt(0))
}

/**
 * Whether text is broken into lines. It is not at first.
 *
 * C: `zarmour_line_breaks`
 */
export function lineBreaks(self: Zarmour): boolean {
  return C.zarmour_line_breaks(pointer(self))
}

/**
 * Sets whether text is broken into lines; Z85 never is.
 *
 * C: `zarmour_set_line_breaks`
 */
export function setLineBreaks(self: Zarmour, lineBreaks: boolean): void {
  const armour = pointer(self)
  C.zarmour_set_line_breaks(armour, flag('lineBreaks', lineBreaks) === 1)
}

/**
 * How many characters a line has: 72 at first.
 *
 * C: `zarmour_line_length`
 */
export function lineLength(self: Zarmour): number {
  return C.zarmour_line_length(pointer(self))
}

/**
 * Sets how many characters a line has; 0 is no limit.
 *
 * C: `zarmour_set_line_length`
 * @param lineLength - 0 to 2147483647.
 */
export function setLineLength(self: Zarmour, lineLength: number): void {
  const armour = pointer(self)
  C.zarmour_set_line_length(armour, integer('lineLength', lineLength, 0))
}
