import assert from 'node:assert/strict'
import { adopt } from '../../src/handle.ts'
import { C } from '../../src/index.ts'
import { type Zframe, type Zmsg, zframeKind, zmsgKind } from '../../src/message-kinds.ts'
import { copyBytes } from '../../src/raw/memory.ts'
import { cast, type Pointer } from '../../src/raw/types.ts'

/** A frame with this text. */
export function frameOf(text: string): Zframe {
  return adopt(zframeKind, C.zframe_new(Buffer.from(text), Buffer.byteLength(text)))
}

/** A message with these texts. */
export function messageOf(...texts: string[]): Zmsg {
  const message = C.zmsg_new()
  for (const each of texts) C.zmsg_addstr(message, each)
  return adopt(zmsgKind, message)
}

/** The text in a frame. */
export function frameText(frame: Pointer | null): string {
  assert.ok(frame)
  const self = cast<'zframe_t'>(frame)
  const data = C.zframe_data(self)
  return data === null ? '' : copyBytes(data, C.zframe_size(self)).toString()
}

/** The text of each frame of a message. */
export function messageTexts(message: Zmsg): string[] {
  const self = cast<'zmsg_t'>(message.pointer)
  const texts: string[] = []
  for (let frame = C.zmsg_first(self); frame; frame = C.zmsg_next(self)) texts.push(frameText(frame))
  return texts
}
