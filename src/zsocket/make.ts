import { failure } from '../failure.ts'
import { adopt, pointerOf } from '../handle.ts'
import { canStart } from '../raw/compat/zctx.ts'
import { C } from '../raw/index.ts'
import { cast, type Pointer } from '../raw/types.ts'
import { globalZctx, type Zsocket, zsocketKind } from '../socket-kinds.ts'
import { type Zctx, zctxKind } from '../zctx/kind.ts'

/** A new socket of a type that the loaded library has, in a context. Fresh. */
export function make(context: Zctx, type: number): Zsocket {
  const self = cast<'zctx_t'>(pointerOf(zctxKind, context, 'context'))
  const pointer = self === globalZctx() ? createGlobal(self, type) : C.zsocket_new(self, type)
  if (!pointer) throw failure('zmq_socket')
  return adopt(zsocketKind, pointer, context)
}

/** One that CZMQ counts, so that it ends its context in peace. */
function createGlobal(context: Pointer, type: number): Pointer | null {
  return canStart(context) ? C.zsys_socket(type, null, 0) : null
}
