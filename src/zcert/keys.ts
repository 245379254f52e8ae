import os from 'node:os'
import { bytes, sizeOf } from '../arguments.ts'
import { isKey, KEY_BYTES, keyBytes, NO_KEY } from '../curve-keys.ts'
import { type CzmqError, invalidType, invalidValue } from '../errors.ts'
import { failure, failureOf } from '../failure.ts'
import { adopt, socketOf } from '../handle.ts'
import { CURVE_PUBLICKEY, CURVE_SECRETKEY } from '../raw/generated/constants.ts'
import { C } from '../raw/index.ts'
import { copyBytes } from '../raw/memory.ts'
import type { Pointer } from '../raw/types.ts'
import type { AnySocket } from '../socket-kinds.ts'
import { pointer } from './content.ts'
import { type Zcert, zcertKind } from './kind.ts'

/**
 * A new certificate with a new pair of keys. Fresh.
 *
 * C: `zcert_new`
 * @throws {@link CzmqError} `ENOTSUP` when libzmq was built without CURVE.
 */
export function create(): Zcert {
  requireCurve('zcert_new')
  return adopt(zcertKind, C.zcert_new())
}

/**
 * A new certificate with these keys, of 32 bytes each. Fresh.
 *
 * C: `zcert_new_from`
 * @param publicKey - Borrows.
 * @param secretKey - 32 zero bytes for a certificate without a secret key. Borrows.
 * @throws TypeError `ERR_INVALID_ARG_VALUE` for a key of another size.
 */
export function newFrom(publicKey: Uint8Array, secretKey: Uint8Array): Zcert {
  const checked = [binaryKey('publicKey', publicKey), binaryKey('secretKey', secretKey)] as const
  return adopt(zcertKind, C.zcert_new_from(...checked))
}

/**
 * A new certificate with these keys, of 40 characters of Z85 each. Fresh.
 *
 * C: `zcert_new_from_txt`
 * @param secretTxt - 40 zeros for a certificate without a secret key.
 * @throws TypeError `ERR_INVALID_ARG_VALUE` for a key that is something else.
 */
export function newFromTxt(publicTxt: string, secretTxt: string): Zcert {
  return newFrom(keyBytes(textKey('publicTxt', publicTxt)), keyBytes(textKey('secretTxt', secretTxt)))
}

function binaryKey(name: string, value: unknown): Uint8Array {
  const checked = bytes(name, value)
  if (sizeOf(checked) !== KEY_BYTES)
    throw invalidValue(name, `must have ${KEY_BYTES} bytes; it has ${sizeOf(checked)}`)
  return checked
}

/** A key as text; the error does not show it. */
export function textKey(name: string, value: unknown): string {
  if (typeof value !== 'string') throw invalidType(name, 'a string', value)
  if (!isKey(value)) throw invalidValue(name, 'must have 40 characters of Z85')
  return value
}

/**
 * The public key, 32 bytes. A copy.
 *
 * C: `zcert_public_key`
 */
export function publicKey(self: Zcert): Buffer {
  return copyBytes(C.zcert_public_key(pointer(self)), KEY_BYTES)
}

/**
 * The secret key, 32 bytes; `null` when there is none, where C answers 32 zero bytes. A copy.
 *
 * C: `zcert_secret_key`
 */
export function secretKey(self: Zcert): Buffer | null {
  const certificate = pointer(self)
  return hasSecret(certificate) ? copyBytes(C.zcert_secret_key(certificate), KEY_BYTES) : null
}

/**
 * The public key as 40 characters of Z85.
 *
 * C: `zcert_public_txt`
 */
export function publicTxt(self: Zcert): string {
  return C.zcert_public_txt(pointer(self))
}

/**
 * The secret key as 40 characters of Z85; `null` when there is none, where C answers 40 zeros.
 *
 * C: `zcert_secret_txt`
 */
export function secretTxt(self: Zcert): string | null {
  const certificate = pointer(self)
  return hasSecret(certificate) ? C.zcert_secret_txt(certificate) : null
}

/**
 * Gives a socket the keys of a certificate, for connections made from now on. Borrows both.
 *
 * C: `zcert_apply`
 * @throws TypeError `ERR_INVALID_ARG_VALUE` for a certificate without a secret key, which could not be used.
 * @throws {@link CzmqError} `ENOTSUP` when libzmq was built without CURVE, where C does nothing; `ETERM`.
 */
export function apply(self: Zcert, socket: AnySocket): void {
  const certificate = requireSecret(pointer(self))
  const target = socketOf(socket, 'socket')
  requireCurve('zcert_apply')
  setKey(target, CURVE_PUBLICKEY, C.zcert_public_key(certificate))
  setKey(target, CURVE_SECRETKEY, C.zcert_secret_key(certificate))
}

function setKey(socket: Pointer, option: number, key: Pointer): void {
  if (C.zmq_setsockopt(socket, option, key, KEY_BYTES) === -1) throw failure('zmq_setsockopt')
}

/** Refuses a certificate that has only the public key. */
export function requireSecret(certificate: Pointer<'zcert_t'>): Pointer<'zcert_t'> {
  if (hasSecret(certificate)) return certificate
  throw invalidValue('self', 'has no secret key: it is the public certificate of somebody')
}

function hasSecret(certificate: Pointer<'zcert_t'>): boolean {
  return C.zcert_secret_txt(certificate) !== NO_KEY
}

function requireCurve(syscall: string): void {
  if (C.zmq_has('curve') !== 1) throw withoutCurve(syscall)
}

function withoutCurve(syscall: string): CzmqError {
  return failureOf(os.constants.errno.ENOTSUP, syscall)
}
