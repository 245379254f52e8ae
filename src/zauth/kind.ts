import type { Handle, Kind, Reason } from '../handle.ts'
import { abandonZauth } from '../raw/compat/zauth.ts'
import { C } from '../raw/index.ts'
import { cast, type Pointer } from '../raw/types.ts'

/** What authenticates the clients of a context. */
export type Zauth = Handle<'zauth'>

function release(pointer: Pointer, reason: Reason): void {
  if (reason === 'collected') abandonZauth(pointer)
  else C.zauth_destroy([cast<'zauth_t'>(pointer)])
}

export const zauthKind: Kind<'zauth'> = { name: 'zauth', collected: true, endsAtExit: true, release }
