import { failure } from '../failure.ts'
import { adopt, onDestroy, pointerOf } from '../handle.ts'
import { newZauth } from '../raw/compat/zauth.ts'
import type { AgentLink } from '../raw/zap-agent.ts'
import { globalZctx } from '../socket-kinds.ts'
import { type Zctx, zctxKind } from '../zctx/kind.ts'
import { type Zauth, zauthKind } from './kind.ts'

/**
 * Without its authentication a context lets everybody in. So it lives as long as its context, whoever refers to it; and
 * CZMQ's own context as long as the process.
 */
const byContext = new WeakMap<Zctx, Zauth>()
const global = new Set<Zauth>()

/** The authentication of a context. Fresh. */
export function open(context: Zctx, link: AgentLink | null = null): Zauth {
  const owner = pointerOf(zctxKind, context, 'context')
  const pointer = newZauth(owner, link)
  if (!pointer) throw failure('zauth_new')
  const self = adopt(zauthKind, pointer, context)
  if (owner === globalZctx()) keep(self)
  else byContext.set(context, self)
  return self
}

function keep(self: Zauth): void {
  global.add(self)
  onDestroy(self, () => global.delete(self))
}
