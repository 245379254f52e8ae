import type { Handle, Kind } from '../handle.ts'
import { endAgent } from '../raw/agent/start.ts'

/** A proxy at work in a thread of its own. */
export type Zproxy = Handle<'zproxy'>

export const zproxyKind: Kind<'zproxy'> = {
  name: 'zproxy',
  collected: true,
  endsAtExit: true,
  release: (pointer, reason) => endAgent(pointer, reason),
}
