import { adopt } from '../handle.ts'
import { C } from '../raw/index.ts'
import type { Pointer } from '../raw/types.ts'
import { contentOf, pointer } from './content.ts'
import { type Zcert, zcertKind } from './kind.ts'

/**
 * A copy of a certificate. Fresh.
 *
 * C: `zcert_dup`
 */
export function dup(self: Zcert): Zcert {
  return copyOf(pointer(self))
}

/** A handle for a copy of a certificate that belongs to someone else. */
export function copyOf(certificate: Pointer<'zcert_t'>): Zcert {
  return adopt(zcertKind, C.zcert_dup(certificate) as Pointer<'zcert_t'>)
}

/**
 * Whether two certificates have the same keys, both of them; metadata may differ.
 *
 * C: `zcert_eq`
 */
export function eq(self: Zcert, compare: Zcert): boolean {
  const certificate = pointer(self)
  return C.zcert_eq(certificate, pointer(compare))
}

/**
 * Writes a certificate to CZMQ's log, but for its secret key, which C would write, too.
 *
 * C: `zcert_print`
 * @returns What was written, one line for each item.
 */
export function print(self: Zcert): string {
  const lines = linesOf(pointer(self))
  for (const line of lines) C.zsys_info('%s', `zcert: ${line}`)
  return lines.join('\n')
}

/** A certificate as lines of text, in the order of CZMQ's files, without the secret key. */
export function linesOf(certificate: Pointer<'zcert_t'>): string[] {
  const { publicKey, secretKey, metadata } = contentOf(certificate)
  const items = [...metadata].map(([name, value]) => `    ${name} = "${value}"`)
  const secret = secretKey === null ? 'none' : 'not shown'
  return ['metadata', ...items, 'curve', `    public-key = "${publicKey}"`, `    secret-key: ${secret}`]
}
