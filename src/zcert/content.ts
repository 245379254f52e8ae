import type { Metadata } from '../certificate-metadata.ts'
import type { CertificateContent } from '../certificate-text.ts'
import { KEY_BYTES, keyBytes, NO_KEY } from '../curve-keys.ts'
import { pointerOf } from '../handle.ts'
import { C } from '../raw/index.ts'
import { copyString } from '../raw/memory.ts'
import { cast, type Pointer } from '../raw/types.ts'
import { type Zcert, zcertKind } from './kind.ts'

/** What is in a `zcert_t`, and the other way round. */

export function pointer(self: Zcert): Pointer<'zcert_t'> {
  return cast<'zcert_t'>(pointerOf(zcertKind, self))
}

/** The content of a certificate, its metadata in CZMQ's order. */
export function contentOf(certificate: Pointer<'zcert_t'>): CertificateContent {
  const secretKey = C.zcert_secret_txt(certificate)
  return {
    publicKey: C.zcert_public_txt(certificate),
    secretKey: secretKey === NO_KEY ? null : secretKey,
    metadata: metadataOf(certificate),
  }
}

export function metadataOf(certificate: Pointer<'zcert_t'>): Map<string, string> {
  const names = metadataNames(certificate)
  return new Map(names.map((name) => [name, C.zcert_meta(certificate, name) ?? '']))
}

export function metadataNames(certificate: Pointer<'zcert_t'>): string[] {
  const list = C.zcert_meta_keys(certificate)
  const names: string[] = []
  for (let item = C.zlist_first(list); item !== null; item = C.zlist_next(list)) names.push(copyString(item))
  C.zlist_destroy([list])
  return names
}

/** A `zcert_t` with this content. Fresh. */
export function certificateOf({ publicKey, secretKey, metadata }: CertificateContent): Pointer<'zcert_t'> {
  const secret = secretKey === null ? Buffer.alloc(KEY_BYTES) : keyBytes(secretKey)
  const certificate = C.zcert_new_from(keyBytes(publicKey), secret)
  secret.fill(0)
  addMetadata(certificate, metadata)
  return certificate
}

/** The value goes as an argument: it is text, never a format. */
export function addMetadata(certificate: Pointer<'zcert_t'>, metadata: Metadata): void {
  for (const [name, value] of metadata) C.zcert_set_meta(certificate, name, '%s', value)
}
