import { integer, text } from '../arguments.ts'
import { C } from '../raw/index.ts'
import { lastErrno } from '../raw/memory.ts'
import type { Ref } from '../raw/types.ts'

/** A version as three numbers: 4.3.4 is `{ major: 4, minor: 3, patch: 4 }`. */
export interface Version {
  /** Changes when programs have to be changed. */
  major: number
  /** Changes with new functions. */
  minor: number
  /** Changes with repairs. */
  patch: number
}

/**
 * The version of the libzmq that is loaded; `VERSION_MAJOR` and so on are of the one this package was made with.
 *
 * C: `zmq_version`
 */
export function version(): Version {
  const [major, minor, patch]: [Ref<number>, Ref<number>, Ref<number>] = [[0], [0], [0]]
  C.zmq_version(major, minor, patch)
  return { major: major[0] ?? 0, minor: minor[0] ?? 0, patch: patch[0] ?? 0 }
}

/**
 * The errno value of the last C call of this thread, for use after a call through `C`. Errors have their own.
 *
 * C: `zmq_errno`
 */
export function errno(): number {
  return lastErrno()
}

/**
 * What an errno value means, in English or as the system's language is.
 *
 * C: `zmq_strerror`
 */
export function strerror(errnum: number): string {
  return C.zmq_strerror(integer('errnum', errnum))
}

/**
 * Whether the loaded libzmq can do something: `'ipc'`, `'pgm'`, `'tipc'`, `'norm'`, `'curve'`, `'gssapi'`, `'draft'`.
 *
 * C: `zmq_has`
 */
export function has(capability: string): boolean {
  return C.zmq_has(text('capability', capability)) === 1
}
