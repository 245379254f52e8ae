import type { Handle, Kind } from '../handle.ts'
import { C } from '../raw/index.ts'
import { cast } from '../raw/types.ts'

/** A set of certificates, found by their public keys. */
export type Zcertstore = Handle<'zcertstore'>

export const zcertstoreKind: Kind<'zcertstore'> = {
  name: 'zcertstore',
  collected: true,
  endsAtExit: false,
  release: (pointer) => C.zcertstore_destroy([cast<'zcertstore_t'>(pointer)]),
}
