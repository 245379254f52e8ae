import type { Handle, Kind } from '../handle.ts'
import { C } from '../raw/index.ts'
import { cast } from '../raw/types.ts'

/** A buffer in memory of C that can grow. */
export type Zchunk = Handle<'zchunk'>

export const zchunkKind: Kind<'zchunk'> = {
  name: 'zchunk',
  collected: true,
  endsAtExit: false,
  release: (pointer) => C.zchunk_destroy([cast<'zchunk_t'>(pointer)]),
}
