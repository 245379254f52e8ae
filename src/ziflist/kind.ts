import type { Handle, Kind } from '../handle.ts'
import { C } from '../raw/index.ts'
import { cast } from '../raw/types.ts'

/** A list of network interfaces, with a place in it. */
export type Ziflist = Handle<'ziflist'>

export const ziflistKind: Kind<'ziflist'> = {
  name: 'ziflist',
  collected: true,
  endsAtExit: false,
  release: (pointer) => C.ziflist_destroy([cast<'ziflist_t'>(pointer)]),
}
