import { constants } from 'node:buffer'
import { bytes, sizeOf, text } from '../arguments.ts'
import { invalidValue, outOfRange } from '../errors.ts'
import { failure } from '../failure.ts'
import { C } from '../raw/index.ts'

/** The digits of RFC 32, by their value. */
const DIGITS = '0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ.-:+=^!/*?&<>()[]{}@%$#'
const LONGEST = Math.floor(constants.MAX_STRING_LENGTH / 5) * 4 - 4

/**
 * Binary as printable text: five characters for each four bytes.
 *
 * C: `zmq_z85_encode`
 * @param data - Its size must be a multiple of four bytes. Borrows.
 * @throws TypeError `ERR_INVALID_ARG_VALUE` for another size, RangeError `ERR_OUT_OF_RANGE` for more than a string holds.
 */
export function z85Encode(data: Uint8Array): string {
  const checked = bytes('data', data)
  const size = sizeOf(checked)
  if (size % 4 !== 0) throw invalidValue('data', `must have a multiple of 4 bytes; it has ${size}`)
  if (size > LONGEST) throw outOfRange('data', `at most ${LONGEST} bytes long`, size)
  if (size === 0) return ''
  const encoded = C.zmq_z85_encode(Buffer.alloc((size / 4) * 5 + 1), checked, size)
  if (encoded === null) throw failure('zmq_z85_encode')
  return encoded
}

/**
 * The binary that {@link z85Encode} made into text. A copy.
 *
 * C: `zmq_z85_decode`
 * @throws TypeError `ERR_INVALID_ARG_VALUE` for text that is not Z85.
 */
export function z85Decode(string: string): Buffer {
  const checked = z85('string', string)
  const decoded = Buffer.alloc((checked.length / 5) * 4)
  if (decoded.length > 0 && C.zmq_z85_decode(decoded, checked) === null) throw failure('zmq_z85_decode')
  return decoded
}

/** Text of Z85. What libzmq accepts beyond it depends on its version. */
export function z85(name: string, value: unknown): string {
  const checked = text(name, value)
  if (checked.length % 5 !== 0) {
    throw invalidValue(name, `must have a multiple of 5 characters; it has ${checked.length}`)
  }
  for (let at = 0; at < checked.length; at += 5) {
    if (!(groupValue(checked, at) <= 0xffffffff)) throw invalidValue(name, 'is not Z85')
  }
  return checked
}

/** The number that five digits stand for; NaN when one of them is none. */
function groupValue(string: string, at: number): number {
  let value = 0
  for (let index = at; index < at + 5; index++) {
    const digit = DIGITS.indexOf(string.charAt(index))
    value = value * 85 + (digit < 0 ? Number.NaN : digit)
  }
  return value
}
