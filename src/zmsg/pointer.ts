import { pointerOf } from '../handle.ts'
import { type Zmsg, zmsgKind } from '../message-kinds.ts'
import { C } from '../raw/index.ts'
import { cast, type Pointer } from '../raw/types.ts'

/** The C message of a handle that is alive. */
export function pointer(self: Zmsg, name?: string): Pointer<'zmsg_t'> {
  return cast<'zmsg_t'>(pointerOf(zmsgKind, self, name))
}

/** The frames of a message, from the first. Moves its cursor behind the last. */
export function framesOf(message: Pointer<'zmsg_t'>): Pointer<'zframe_t'>[] {
  const found: Pointer<'zframe_t'>[] = []
  for (let frame = C.zmsg_first(message); frame !== null; frame = C.zmsg_next(message)) found.push(frame)
  return found
}
