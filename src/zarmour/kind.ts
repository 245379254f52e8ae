import type { Handle, Kind } from '../handle.ts'
import { C } from '../raw/index.ts'
import { cast } from '../raw/types.ts'

/** How binary is made text: its alphabet, padding and lines. */
export type Zarmour = Handle<'zarmour'>

export const zarmourKind: Kind<'zarmour'> = {
  name: 'zarmour',
  collected: true,
  endsAtExit: false,
  release: (pointer) => C.zarmour_destroy([cast<'zarmour_t'>(pointer)]),
}
