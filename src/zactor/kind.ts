import type { Kind } from '../handle.ts'
import { C } from '../raw/index.ts'
import { cast } from '../raw/types.ts'

/** An actor that C code made; it is only ever borrowed. */
export const zactorKind: Kind<'zactor'> = {
  name: 'zactor',
  collected: true,
  endsAtExit: true,
  socket: (pointer) => C.zsock_resolve(pointer) ?? pointer,
  release: (pointer) => C.zactor_destroy([cast<'zactor_t'>(pointer)]),
}
