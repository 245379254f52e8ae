/** Keys of CURVE: 32 bytes, or the 40 characters of Z85 (RFC 32) that stand for them. */

/** The size of a key in bytes. */
export const KEY_BYTES = 32
/** The length of a key as text. */
export const KEY_CHARACTERS = 40
/** The key of 32 zero bytes, by which CZMQ says that there is none. */
export const NO_KEY: string = '0'.repeat(KEY_CHARACTERS)

/** The digits of RFC 32, by their value. */
const DIGITS = '0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ.-:+=^!/*?&<>()[]{}@%$#'
const GROUP = 5
const WORD = 2 ** 32

/** Whether text is a key: 40 characters that libzmq decodes to 32 bytes. */
export function isKey(value: string): boolean {
  return value.length === KEY_CHARACTERS && groupsOf(value).every((each) => each < WORD)
}

/** Digits of Z85, with some spaces perhaps, and not many more or less than a key has. */
const LIKE_KEY = /^[0-9A-Za-z.\-:+=^!/*?&<>()[\]{}@%$#\s]{36,44}$/
const LIKE_HEX = /^\s*[0-9A-Fa-f]{64}\s*$/
const LONG_RUN = /[0-9A-Za-z.\-:+=^!/*?&<>()[\]{}@%$#]{40,}/g
/** Of 40 random digits about 9 are among these; paths have few of them. */
const RARE_IN_PATHS = /[:+=^!*?&<>()[\]{}@%$#]/g

/** Whether text that should be a path may be a key, or have one in it: in quotes, in hexadecimal, in a whole certificate. */
export function mayHoldKey(value: string): boolean {
  if (LIKE_KEY.test(value) || LIKE_HEX.test(value) || value.includes('\n')) return true
  return (value.match(LONG_RUN) ?? []).some((run) => (run.match(RARE_IN_PATHS) ?? []).length >= 3)
}

const PRIME = 2n ** 255n - 19n
const A = 486_662n

/**
 * Whether a key can be somebody's public key: whether it is the abscissa of a point of Curve25519 (RFC 7748), which three
 * of four secret keys are not.
 */
export function mayBePublic(key: string): boolean {
  const x = BigInt(`0x${keyBytes(key).reverse().toString('hex')}`)
  if (x >= PRIME) return false
  const square = (x * x * x + A * x * x + x) % PRIME
  return power(square, (PRIME - 1n) / 2n) !== PRIME - 1n
}

function power(base: bigint, exponent: bigint): bigint {
  let result = 1n
  for (let [square, rest] = [base, exponent]; rest > 0n; rest >>= 1n) {
    if (rest & 1n) result = (result * square) % PRIME
    square = (square * square) % PRIME
  }
  return result
}

/** The 32 bytes of a key; whoever asks knows that it {@link isKey}. */
export function keyBytes(key: string): Buffer {
  const bytes = Buffer.alloc(KEY_BYTES)
  for (const [index, group] of groupsOf(key).entries()) bytes.writeUInt32BE(group, index * 4)
  return bytes
}

/** The text of a key of 32 bytes. */
export function keyText(bytes: Uint8Array): string {
  const view = new DataView(new Uint8Array(bytes).buffer)
  const words = Array.from({ length: KEY_BYTES / 4 }, (_, index) => view.getUint32(index * 4))
  return words.map(digitsOf).join('')
}

/** The numbers that each five digits stand for; NaN where one is no digit. */
function groupsOf(text: string): number[] {
  const groups = text.match(/.{5}/gs) ?? []
  return groups.map((group) =>
    [...group].reduce((value, digit) => value * DIGITS.length + digitValue(digit), 0),
  )
}

function digitValue(digit: string): number {
  const value = DIGITS.indexOf(digit)
  return value < 0 ? Number.NaN : value
}

function digitsOf(word: number): string {
  let rest = word
  let digits = ''
  for (let index = 0; index < GROUP; index++) {
    digits = DIGITS.charAt(rest % DIGITS.length) + digits
    rest = Math.floor(rest / DIGITS.length)
  }
  return digits
}
