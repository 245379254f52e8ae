import { integer } from '../arguments.ts'
import { C } from '../raw/index.ts'
import type { Pointer, Ref } from '../raw/types.ts'
import { globalContext } from '../socket-kinds.ts'

/** A version as three numbers: 4.2.1 is `{ major: 4, minor: 2, patch: 1 }`. */
export interface Version {
  /** Changes when programs have to be changed. */
  major: number
  /** Changes with new functions. */
  minor: number
  /** Changes with repairs. */
  patch: number
}

/**
 * The version of the libczmq that is loaded.
 *
 * C: `zsys_version`
 */
export function version(): Version {
  const [major, minor, patch]: [Ref<number>, Ref<number>, Ref<number>] = [[0], [0], [0]]
  C.zsys_version(major, minor, patch)
  return { major: major[0] ?? 0, minor: minor[0] ?? 0, patch: patch[0] ?? 0 }
}

/**
 * CZMQ's own 0MQ context, for `C.zmq_…`; `zctx.global()` is the same as a handle. Borrowed: never terminate it.
 *
 * C: `zsys_init`
 */
export function init(): Pointer {
  return globalContext()
}

/**
 * This machine's name for `tcp://` endpoints. Can block while it is looked up; `null` when that fails.
 *
 * C: `zsys_hostname`
 */
export function hostname(): string | null {
  return C.zsys_hostname()
}

/**
 * Whether the loaded libzmq has CURVE.
 *
 * C: `zsys_has_curve`
 */
export function hasCurve(): boolean {
  return C.zsys_has_curve()
}

/** STREAM: the last type that has a name in a libczmq without the draft API, which ends the process over others. */
const LAST_NAMED = 11

/**
 * The name of a socket type: `'PUSH'` for `zmq.PUSH`.
 *
 * C: `zsys_sockname`
 * @param socktype - One of the stable types, `zmq.PAIR` to `zmq.STREAM`.
 */
export function sockname(socktype: number): string {
  return C.zsys_sockname(integer('socktype', socktype, 0, LAST_NAMED))
}
