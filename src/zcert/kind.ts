import type { Handle, Kind } from '../handle.ts'
import { C } from '../raw/index.ts'
import { cast } from '../raw/types.ts'

/** A certificate: a pair of CURVE keys, or a public key alone, with metadata. */
export type Zcert = Handle<'zcert'>

export const zcertKind: Kind<'zcert'> = {
  name: 'zcert',
  collected: true,
  endsAtExit: false,
  release: (pointer) => C.zcert_destroy([cast<'zcert_t'>(pointer)]),
}
