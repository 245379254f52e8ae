import type { Handle, Kind } from '../handle.ts'
import { C } from '../raw/index.ts'
import { cast } from '../raw/types.ts'

/** A poller of sockets. */
export type Zpoller = Handle<'zpoller'>

export const zpollerKind: Kind<'zpoller'> = {
  name: 'zpoller',
  collected: true,
  endsAtExit: false,
  release: (pointer) => C.zpoller_destroy([cast<'zpoller_t'>(pointer)]),
}
