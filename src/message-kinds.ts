import type { Handle, Kind } from './handle.ts'
import { C } from './raw/index.ts'
import { cast } from './raw/types.ts'

/**
 * The classes of messages. Their handles are not collected: whoever makes or receives one sends it, gives it to
 * another message, or destroys it. They stand below the namespaces, because more than their own use them.
 */

/** One frame of a message, in memory of C. */
export type Zframe = Handle<'zframe'>

/** A message: a list of frames, in memory of C. */
export type Zmsg = Handle<'zmsg'>

export const zframeKind: Kind<'zframe'> = {
  name: 'zframe',
  collected: false,
  endsAtExit: false,
  release: (pointer) => C.zframe_destroy([cast<'zframe_t'>(pointer)]),
}

export const zmsgKind: Kind<'zmsg'> = {
  name: 'zmsg',
  collected: false,
  endsAtExit: false,
  release: (pointer) => C.zmsg_destroy([cast<'zmsg_t'>(pointer)]),
}
