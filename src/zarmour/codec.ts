import { constants } from 'node:buffer'
import { bytesOrText, sizeOf, text } from '../arguments.ts'
import { invalidValue, outOfRange } from '../errors.ts'
import { failure } from '../failure.ts'
import { C } from '../raw/index.ts'
import type { Pointer } from '../raw/types.ts'
import { contentOf, newChunk } from '../zchunk/content.ts'
import type { Zchunk } from '../zchunk/kind.ts'
import { reserve } from '../zframe/content.ts'
import { z85 } from '../zmq/z85.ts'
import { ALPHABETS, MODE_Z85 } from './alphabets.ts'
import type { Zarmour } from './kind.ts'
import { pointer } from './settings.ts'

type Armour = Pointer<'zarmour_t'>

/** What C takes for no data. */
const NOTHING = Buffer.alloc(1)

/**
 * Binary as text.
 *
 * C: `zarmour_encode`
 * @param data - Bytes, or text that becomes its UTF-8. With Z85 a multiple of four bytes. Borrows.
 * @throws TypeError `ERR_INVALID_ARG_VALUE` for another size with Z85, RangeError `ERR_OUT_OF_RANGE` for more than a
 *   string holds; {@link CzmqError} `ENOMEM`.
 */
export function encode(self: Zarmour, data: Uint8Array | string): string {
  const armour = pointer(self)
  const bytes = bytesOrText('data', data)
  const size = sizeOf(bytes)
  const length = encodedLength(armour, size)
  if (length > constants.MAX_STRING_LENGTH)
    throw outOfRange('data', 'so small that a string can hold it', size)
  reserve(2 * length)
  const encoded = C.zarmour_encode(armour, size === 0 ? NOTHING : bytes, size)
  if (encoded === null) throw failure('zarmour_encode')
  return encoded
}

/** The most characters that so many bytes become. */
function encodedLength(armour: Armour, size: number): number {
  const alphabet = ALPHABETS[C.zarmour_mode(armour)]
  if (!alphabet) {
    if (size % 4 !== 0) throw invalidValue('data', `must have a multiple of 4 bytes for Z85; it has ${size}`)
    return (size / 4) * 5
  }
  const digits = Math.ceil((size * 8) / alphabet.bits) + alphabet.group
  const line = C.zarmour_line_breaks(armour) ? C.zarmour_line_length(armour) : 0
  return digits + (line === 0 ? 0 : Math.ceil(digits / line))
}

/**
 * The binary that {@link encode} made into text; upper and lower case are the same where the alphabet has one of them.
 * Line breaks and padding may be there or not, whatever is set. Fresh.
 *
 * C: `zarmour_decode`
 * @returns A chunk with exactly what was encoded, without the NUL that C puts behind it.
 * @throws TypeError `ERR_INVALID_ARG_VALUE` for text of another encoding; {@link CzmqError} `ENOMEM`.
 */
export function decode(self: Zarmour, data: string): Zchunk {
  const armour = pointer(self)
  const checked = text('data', data)
  const digits = C.zarmour_mode(armour) === MODE_Z85 ? z85('data', checked) : digitsOf(armour, checked)
  return digits === '' ? newChunk(Buffer.alloc(0)) : decoded(armour, digits)
}

/** C ends the process over a base 32 text of a wrong length, and stops without a word at a character that it does not know. */
function digitsOf(armour: Armour, data: string): string {
  const alphabet = ALPHABETS[C.zarmour_mode(armour)]
  if (!alphabet) throw invalidValue('self', 'has an unknown mode')
  const padded = data.replaceAll(/\r?\n/g, '')
  const digits = unpadded(padded, String.fromCharCode(C.zarmour_pad_char(armour)))
  if (!alphabet.digits.test(digits)) throw invalidValue('data', `is not ${C.zarmour_mode_str(armour)}`)
  if (!alphabet.rests.includes(digits.length % alphabet.group))
    throw invalidValue(
      'data',
      `has a length that ${C.zarmour_mode_str(armour)} cannot have: ${digits.length}`,
    )
  if (padded.length !== digits.length && padded.length % alphabet.group !== 0)
    throw invalidValue('data', 'has too much or too little padding')
  if (padded.length - digits.length >= alphabet.group) throw invalidValue('data', 'has too much padding')
  return digits
}

function unpadded(text: string, pad: string): string {
  let end = text.length
  while (end > 0 && text[end - 1] === pad) end--
  return text.slice(0, end)
}

function decoded(armour: Armour, digits: string): Zchunk {
  reserve(2 * digits.length)
  const lineBreaks = C.zarmour_line_breaks(armour)
  C.zarmour_set_line_breaks(armour, false)
  const chunk = C.zarmour_decode(armour, digits)
  C.zarmour_set_line_breaks(armour, lineBreaks)
  if (chunk === null) throw failure('zarmour_decode')
  const content = contentOf(chunk).subarray(0, -1)
  C.zchunk_destroy([chunk])
  return newChunk(content)
}
