import type { Kind } from '../handle.ts'
import { agentOf, endAgent } from '../raw/agent/start.ts'

export const zgossipKind: Kind<'zgossip'> = {
  name: 'zgossip',
  collected: true,
  endsAtExit: true,
  socket: (pointer) => agentOf(pointer).news ?? pointer,
  release: (pointer, reason) => endAgent(pointer, reason),
}
