import { createHash, createPrivateKey, createPublicKey, diffieHellman, type KeyObject } from 'node:crypto'

/**
 * NaCl's `crypto_box` (X25519, XSalsa20, Poly1305), which CURVE uses and Node has not: an attacker who speaks CURVE by
 * hand can put anything into its boxes.
 */

const PRIVATE = Buffer.from('302e020100300506032b656e04220420', 'hex')
const PUBLIC = Buffer.from('302a300506032b656e032100', 'hex')
const CONSTANTS = words(Buffer.from('expand 32-byte k'))
const TAG = 16
/** Which words of the state are mixed, by columns and by rows. */
const QUARTERS = [
  [0, 4, 8, 12],
  [5, 9, 13, 1],
  [10, 14, 2, 6],
  [15, 3, 7, 11],
  [0, 1, 2, 3],
  [5, 6, 7, 4],
  [10, 11, 8, 9],
  [15, 12, 13, 14],
] as const

/** Both keys of one end, 32 bytes each. */
export interface BoxKeys {
  publicKey: Buffer
  secretKey: Buffer
}

/** The same keys for the same seed. */
export function keysFrom(seed: Uint8Array): BoxKeys {
  const secretKey = createHash('sha256').update(seed).digest()
  const exported = createPublicKey(privateKey(secretKey)).export({ format: 'der', type: 'spki' })
  return { publicKey: exported.subarray(PUBLIC.length), secretKey }
}

function privateKey(secretKey: Uint8Array): KeyObject {
  return createPrivateKey({ key: Buffer.concat([PRIVATE, secretKey]), format: 'der', type: 'pkcs8' })
}

/** What two ends share; both compute the same. */
export function sharedKey(publicKey: Uint8Array, secretKey: Uint8Array): Buffer {
  const other = createPublicKey({ key: Buffer.concat([PUBLIC, publicKey]), format: 'der', type: 'spki' })
  return hsalsa(diffieHellman({ privateKey: privateKey(secretKey), publicKey: other }), Buffer.alloc(16))
}

/** Encrypts; `nonce` has 24 bytes. */
export function seal(plain: Uint8Array, nonce: Buffer, key: Buffer): Buffer {
  const stream = keystream(32 + plain.length, nonce, key)
  const secret = plain.map((byte, index) => byte ^ (stream[32 + index] ?? 0))
  return Buffer.concat([poly1305(secret, stream), secret])
}

/** Decrypts; null when the box was made by somebody else, or changed. */
export function unseal(box: Uint8Array, nonce: Buffer, key: Buffer): Buffer | null {
  const secret = box.subarray(TAG)
  const stream = keystream(32 + secret.length, nonce, key)
  if (!poly1305(secret, stream).equals(box.subarray(0, TAG))) return null
  return Buffer.from(secret.map((byte, index) => byte ^ (stream[32 + index] ?? 0)))
}

function words(bytes: Buffer): number[] {
  return Array.from({ length: bytes.length / 4 }, (_, index) => bytes.readUInt32LE(index * 4))
}

function bytesOf(values: number[]): Buffer {
  const bytes = Buffer.alloc(values.length * 4)
  for (const [index, value] of values.entries()) bytes.writeUInt32LE(value >>> 0, index * 4)
  return bytes
}

function stateOf(key: Buffer, input: Buffer): number[] {
  const [k, n, c] = [words(key), words(input), CONSTANTS]
  const at = (list: number[], ...indices: number[]) => indices.map((index) => list[index] ?? 0)
  return [
    ...[...at(c, 0), ...at(k, 0, 1, 2, 3), ...at(c, 1), ...at(n, 0, 1, 2, 3)],
    ...[...at(c, 2), ...at(k, 4, 5, 6, 7), ...at(c, 3)],
  ]
}

function rounds(state: number[]): number[] {
  const x = Uint32Array.from(state)
  const mix = (to: number, a: number, b: number, by: number) => {
    const sum = ((x[a] ?? 0) + (x[b] ?? 0)) >>> 0
    x[to] = (x[to] ?? 0) ^ ((sum << by) | (sum >>> (32 - by)))
  }
  for (let round = 0; round < 10; round++)
    for (const [a, b, c, d] of QUARTERS) {
      mix(b, a, d, 7)
      mix(c, b, a, 9)
      mix(d, c, b, 13)
      mix(a, d, c, 18)
    }
  return [...x]
}

function hsalsa(key: Buffer, input: Buffer): Buffer {
  const mixed = rounds(stateOf(key, input))
  return bytesOf([0, 5, 10, 15, 6, 7, 8, 9].map((index) => mixed[index] ?? 0))
}

function keystream(size: number, nonce: Buffer, key: Buffer): Buffer {
  const subkey = hsalsa(key, nonce.subarray(0, 16))
  const blocks: Buffer[] = []
  for (let block = 0; block * 64 < size; block++) {
    const input = Buffer.concat([nonce.subarray(16), Buffer.alloc(8)])
    input.writeUInt32LE(block, 8)
    const state = stateOf(subkey, input)
    blocks.push(bytesOf(rounds(state).map((word, index) => word + (state[index] ?? 0))))
  }
  return Buffer.concat(blocks).subarray(0, size)
}

function poly1305(message: Uint8Array, key: Buffer): Buffer {
  const prime = (1n << 130n) - 5n
  const r = little(key.subarray(0, 16)) & 0x0ffffffc0ffffffc0ffffffc0fffffffn
  let sum = 0n
  for (let at = 0; at < message.length; at += 16) {
    const block = message.subarray(at, at + 16)
    sum = ((sum + little(block) + (1n << BigInt(8 * block.length))) * r) % prime
  }
  const tag = (sum + little(key.subarray(16, 32))) & ((1n << 128n) - 1n)
  return Buffer.from(tag.toString(16).padStart(32, '0'), 'hex').reverse()
}

function little(bytes: Uint8Array): bigint {
  return bytes.length === 0 ? 0n : BigInt(`0x${Buffer.from(bytes).reverse().toString('hex')}`)
}
