import { invalidValue } from '../../errors.ts'
import type { KeySource } from '../../raw/zap-agent.ts'
import { type Clients, keySource } from '../../zap/sources.ts'
import { CURVE_ALLOW_ANY } from '../../zauth/index.ts'
import { CertificateStore } from '../certificate-store.ts'

/**
 * Who may come in with CURVE: `'*'` for whoever knows the server's public key; a directory of certificates, by its path or
 * as a store; or certificates or public keys, as they are now.
 */
export type CurveClients = Clients | CertificateStore

/** Checks who may come in with CURVE. No key is in any error. */
export function curveSource(name: string, value: unknown): KeySource {
  if (value === CURVE_ALLOW_ANY) return 'any'
  return keySource(name, value instanceof CertificateStore ? directoryOf(name, value) : value)
}

/** What is in memory of this thread the other one does not see. */
function directoryOf(name: string, store: CertificateStore): string {
  if (store.directory !== null) return store.directory
  throw invalidValue(name, 'is a store in memory; give the certificates in it: await store.list()')
}
