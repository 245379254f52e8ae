/** The encodings, by their number in C. */

/** Standard base 64 (RFC 4648). */
export const MODE_BASE64_STD = 0
/** Base 64 for URLs and file names. */
export const MODE_BASE64_URL = 1
/** Standard base 32. */
export const MODE_BASE32_STD = 2
/** Base 32 that sorts like what it encodes. */
export const MODE_BASE32_HEX = 3
/** Hexadecimal digits. */
export const MODE_BASE16 = 4
/** Z85 (RFC 32 of ZeroMQ), which has neither padding nor lines. */
export const MODE_Z85 = 5

/** What is known of an encoding in digits of whole bits. */
interface Alphabet {
  /** All digits, in the case in which they may come. */
  readonly digits: RegExp
  /** How many bits a digit has. */
  readonly bits: number
  /** How many digits make whole bytes; a shorter rest is padded. */
  readonly group: number
  /** The lengths of the rest that make whole bytes. */
  readonly rests: readonly number[]
}

const base32 = { bits: 5, group: 8, rests: [0, 2, 4, 5, 7] }
const base64 = { bits: 6, group: 4, rests: [0, 2, 3] }

export const ALPHABETS: Readonly<Record<number, Alphabet>> = {
  [MODE_BASE64_STD]: { digits: /^[A-Za-z0-9+/]*$/, ...base64 },
  [MODE_BASE64_URL]: { digits: /^[A-Za-z0-9_-]*$/, ...base64 },
  [MODE_BASE32_STD]: { digits: /^[A-Za-z2-7]*$/, ...base32 },
  [MODE_BASE32_HEX]: { digits: /^[A-Va-v0-9]*$/, ...base32 },
  [MODE_BASE16]: { digits: /^[A-Fa-f0-9]*$/, bits: 4, group: 2, rests: [0] },
}
