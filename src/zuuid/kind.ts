import type { Handle, Kind } from '../handle.ts'
import { C } from '../raw/index.ts'
import { cast } from '../raw/types.ts'

/** A universally unique identifier. */
export type Zuuid = Handle<'zuuid'>

export const zuuidKind: Kind<'zuuid'> = {
  name: 'zuuid',
  collected: true,
  endsAtExit: false,
  release: (pointer) => C.zuuid_destroy([cast<'zuuid_t'>(pointer)]),
}
