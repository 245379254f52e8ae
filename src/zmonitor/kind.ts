import type { Kind } from '../handle.ts'
import { C } from '../raw/index.ts'
import { cast } from '../raw/types.ts'
import { globalZctx } from '../socket-kinds.ts'

export const zmonitorKind: Kind<'zmonitor'> = {
  name: 'zmonitor',
  collected: true,
  endsAtExit: true,
  socket: (pointer) => pointer,
  release: (pointer, _reason, context) => {
    if (context === null || context === globalZctx()) C.zsys_close(pointer, null, 0)
    else C.zsocket_destroy(cast<'zctx_t'>(context), pointer)
  },
}
