import { existsSync } from 'node:fs'
import { types } from 'node:util'
import { sizeOf } from '../../arguments.ts'
import { certificatePath, loadCertificate, readCertificate, SECRET } from '../../certificate-file.ts'
import type { CertificateContent } from '../../certificate-text.ts'
import { isKey, KEY_BYTES, keyText, mayBePublic, NO_KEY } from '../../curve-keys.ts'
import { CzmqError, invalidType, invalidValue } from '../../errors.ts'
import { refuseKey } from '../../zap/sources.ts'
import { curvePublic } from '../../zmq/curve.ts'

/** Both keys of one end, each as 40 characters of Z85; a `Certificate` is one. */
export interface KeyPair {
  /** Known to the peers. */
  readonly publicKey: string
  /** Known to nobody else. */
  readonly secretKey: string | null
}

/** The public key of the other end, as 40 characters of Z85; a `Certificate` without its secret key is one. */
export interface PublicKey {
  /** Known to everybody. */
  readonly publicKey: string
  /** Not to be had. */
  readonly secretKey?: null | undefined
}

/** Who this end is: a certificate with its secret key, or the path of its files. */
export type Identity = string | KeyPair

/** Who the server is: its public key as 40 characters of Z85 or 32 bytes, its public certificate, or the path of that. */
export type ServerKey = string | Uint8Array | PublicKey

/** Both keys of one end. No key is in any error. */
export function identityFrom(name: string, value: unknown): { publicKey: string; secretKey: string } {
  const { publicKey, secretKey } = keyPairFrom(name, value)
  if (secretKey === null || secretKey === undefined)
    throw invalidValue(name, 'has no secret key: it is the certificate of somebody else')
  const pair = {
    publicKey: keyOf(`${name}.publicKey`, publicKey),
    secretKey: keyOf(`${name}.secretKey`, secretKey),
  }
  if (curvePublic(pair.secretKey) !== pair.publicKey)
    throw invalidValue(name, 'has a secret key that does not belong to the public key')
  return pair
}

function keyPairFrom(name: string, value: unknown): Partial<KeyPair> {
  if (typeof value === 'string') {
    if (!existsSync(value + SECRET))
      refuseKey(name, value, 'give a certificate with both keys, or the path of its files')
    return loadCertificate(certificatePath(name, value), { refuseExposed: true })
  }
  if (typeof value !== 'object' || value === null)
    throw invalidType(name, 'a certificate, or the path of its files', value)
  return value
}

/** The public key of a server. No key is in any error. */
export function serverKeyFrom(name: string, value: unknown): string {
  if (types.isUint8Array(value)) return publicOf(name, bytesToKey(name, value))
  // A path can look like a key: '/tmp/ironhouse-Ab12Cd/server-for-clients' does
  if (typeof value === 'string')
    return isKey(value) && !existsSync(value) ? publicOf(name, value) : keyInFile(name, value)
  if (typeof value !== 'object' || value === null)
    throw invalidType(name, "the server's public key, its public certificate or the path of that", value)
  const { publicKey, secretKey } = value as Partial<KeyPair>
  if (typeof secretKey === 'string') throw invalidValue(name, HAS_SECRET)
  return publicOf(`${name}.publicKey`, publicKey)
}

const HAS_SECRET =
  "has the server's secret key, which its clients must not know; give its public key or its public certificate"

function keyInFile(name: string, path: string): string {
  refuseKey(name, path, 'a key has 40 characters of Z85')
  const { publicKey, secretKey } = readPublic(name, certificatePath(name, path))
  if (secretKey !== null || path.endsWith(SECRET)) throw invalidValue(name, HAS_SECRET)
  return publicOf(name, publicKey)
}

/** Who misspelt a key must not look for a file. */
function readPublic(name: string, path: string): CertificateContent {
  try {
    return readCertificate(path)
  } catch (error) {
    if ((error as CzmqError).code !== 'ENOENT') throw error
    const message = `ENOENT: ${name} is neither 40 characters of Z85 nor a certificate file: '${path}'`
    throw new CzmqError('ENOENT', message, { errno: 2, cause: error })
  }
}

function bytesToKey(name: string, value: Uint8Array): string {
  if (sizeOf(value) !== KEY_BYTES)
    throw invalidValue(name, `must have ${KEY_BYTES} bytes; it has ${sizeOf(value)}`)
  return keyText(value)
}

function publicOf(name: string, value: unknown): string {
  const key = keyOf(name, value)
  if (!mayBePublic(key)) throw invalidValue(name, 'is no public key of CURVE; is it the secret one?')
  return key
}

function keyOf(name: string, value: unknown): string {
  if (typeof value !== 'string') throw invalidType(name, 'a string', value)
  if (!isKey(value)) throw invalidValue(name, 'must have 40 characters of Z85')
  if (value === NO_KEY) throw invalidValue(name, 'is all zeros, which is no key')
  return value
}
