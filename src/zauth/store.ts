import { isHandle } from '../handle.ts'
import type { KnownClient } from '../zap/sources.ts'
import { destroy, meta, metaKeys, publicTxt, type Zcert } from '../zcert/index.ts'
import { certs, type Zcertstore } from '../zcertstore/index.ts'
import { zcertstoreKind } from '../zcertstore/kind.ts'

/** Whether a value is a store of certificates. */
export function isStore(value: unknown): value is Zcertstore {
  return isHandle(zcertstoreKind, value)
}

/** The clients whose certificates are in a store now. */
export function clientsIn(store: Zcertstore): KnownClient[] {
  return certs(store).map(clientOf)
}

/** Takes the certificate. */
function clientOf(certificate: Zcert): KnownClient {
  const metadata = metaKeys(certificate).map((key): [string, string] => [key, meta(certificate, key) ?? ''])
  const client = { publicKey: publicTxt(certificate), metadata }
  destroy(certificate)
  return client
}
