import { pointerOf } from '../handle.ts'
import { cast, type Pointer } from '../raw/types.ts'
import { type Zsock, zsockKind } from '../socket-kinds.ts'

/** The `zsock_t *` of a living zsock. */
export function zsockPointer(self: Zsock): Pointer<'zsock_t'> {
  return cast<'zsock_t'>(pointerOf(zsockKind, self, 'self'))
}
