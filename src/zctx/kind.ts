import type { Handle, Kind, Reason } from '../handle.ts'
import { abandon, endAtExit } from '../raw/compat/zctx.ts'
import { C } from '../raw/index.ts'
import { cast, type Pointer } from '../raw/types.ts'

/** A context of CZMQ 2 and 3: the home of its sockets. */
export type Zctx = Handle<'zctx'>

function release(pointer: Pointer, reason: Reason): void {
  const self = cast<'zctx_t'>(pointer)
  if (reason === 'collected' && abandon(self)) return
  if (reason === 'exit' && endAtExit(self)) return
  C.zctx_destroy([self])
}

export const zctxKind: Kind<'zctx'> = { name: 'zctx', collected: true, endsAtExit: true, release }
