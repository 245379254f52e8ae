import type { Handle, Kind } from '../handle.ts'
import { C } from '../raw/index.ts'
import { cast } from '../raw/types.ts'

/** A reactor: it calls handlers when sockets have messages and when times have come. */
export type Zloop = Handle<'zloop'>

export const zloopKind: Kind<'zloop'> = {
  name: 'zloop',
  collected: true,
  endsAtExit: false,
  release: (pointer) => C.zloop_destroy([cast<'zloop_t'>(pointer)]),
}
