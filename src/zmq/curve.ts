import { invalidValue } from '../errors.ts'
import { failure } from '../failure.ts'
import { C } from '../raw/index.ts'
import { z85 } from './z85.ts'

/** A pair of CURVE keys, each as 40 characters of Z85. */
export interface CurveKeypair {
  /** Known to the peers. */
  publicKey: string
  /** Known to nobody else. */
  secretKey: string
}

/** 40 characters and NUL. */
const KEY_MEMORY = 41

function key(memory: Buffer): string {
  return memory.toString('latin1', 0, KEY_MEMORY - 1)
}

/**
 * A new pair of keys for CURVE, from the system's random numbers.
 *
 * C: `zmq_curve_keypair`
 * @throws {@link CzmqError} `ENOTSUP` when libzmq was built without CURVE.
 */
export function curveKeypair(): CurveKeypair {
  const publicKey = Buffer.alloc(KEY_MEMORY)
  const secretKey = Buffer.alloc(KEY_MEMORY)
  if (C.zmq_curve_keypair(publicKey, secretKey) === -1) throw failure('zmq_curve_keypair')
  return { publicKey: key(publicKey), secretKey: key(secretKey) }
}

/**
 * The public key that belongs to a secret key.
 *
 * C: `zmq_curve_public`
 * @param secretKey - 40 characters of Z85.
 * @throws TypeError `ERR_INVALID_ARG_VALUE` for anything else.
 * @throws {@link CzmqError} `ENOTSUP` when libzmq was built without CURVE.
 */
export function curvePublic(secretKey: string): string {
  const checked = z85('secretKey', secretKey)
  if (checked.length !== KEY_MEMORY - 1) throw invalidValue('secretKey', 'must have 40 characters')
  const publicKey = Buffer.alloc(KEY_MEMORY)
  if (C.zmq_curve_public(publicKey, checked) === -1) throw failure('zmq_curve_public')
  return key(publicKey)
}
