import * as zframe from '../../src/zframe/index.ts'
import * as zmsg from '../../src/zmsg/index.ts'

/** A message of text frames. */
export function messageOf(...texts: string[]): zmsg.Zmsg {
  const message = zmsg.new()
  for (const each of texts) zmsg.addstr(message, each)
  return message
}

/** The frames of a message as text; it keeps them. */
export function textsOf(message: zmsg.Zmsg): string[] {
  return zmsg.frames(message).map(zframe.strdup)
}
