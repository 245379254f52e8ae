/**
 * Certificates: a pair of CURVE keys, or somebody's public key, with metadata that says whose they are. On disk they have
 * CZMQ's format.
 *
 * @example
 * ```ts
 * const certificate = zcert.new()
 * zcert.setMeta(certificate, 'name', 'Pieter Hintjens')
 * zcert.save(certificate, 'server.txt') // and server.txt_secret
 * zcert.destroy(certificate)
 * ```
 */
import { destroyHandle } from '../handle.ts'
import { type Zcert, zcertKind } from './kind.ts'

export type { LoadOptions } from '../certificate-file.ts'
export { dup, eq, print } from './copies.ts'
export { load, save, savePublic, saveSecret } from './file.ts'
export {
  apply,
  create as new,
  newFrom,
  newFromTxt,
  publicKey,
  publicTxt,
  secretKey,
  secretTxt,
} from './keys.ts'
export type { Zcert } from './kind.ts'
export { meta, metaKeys, setMeta, unsetMeta } from './metadata.ts'

/**
 * Destroys a certificate; again, it does nothing. Files stay as they are.
 *
 * C: `zcert_destroy`
 */
export function destroy(self: Zcert): void {
  destroyHandle(zcertKind, self)
}
