import type { Handle, Kind } from '../handle.ts'
import { C } from '../raw/index.ts'
import { cast } from '../raw/types.ts'

/** An item of a configuration tree: the root, which is collected, or one below it, which belongs to the root. */
export type Zconfig = Handle<'zconfig'>

export const zconfigKind: Kind<'zconfig'> = {
  name: 'zconfig',
  collected: true,
  endsAtExit: false,
  release: (pointer) => C.zconfig_destroy([cast<'zconfig_t'>(pointer)]),
}
