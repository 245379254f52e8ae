import { koffi } from '../koffi.ts'
import { allocate, free } from '../memory.ts'
import { cast, type Pointer, type Ref, type Variadic } from '../types.ts'
import { type AgentLink, openAgent, type ZapAgent } from '../zap-agent.ts'
import type { Composition } from './composition.ts'
import { contextOf, start } from './zctx.ts'
import { formatted } from './zsocket.ts'

/** Authentication of CZMQ 2: one agent for each context, which all its sockets ask who may connect. */
export interface ZauthCompatFunctions {
  /** C: `zauth_t *zauth_new(zctx_t *ctx)`; fresh. NULL when the context has an agent already. */
  zauth_new(ctx: Pointer<'zctx_t'>): Pointer<'zauth_t'> | null
  /** C: `void zauth_destroy(zauth_t **self_p)`. */
  zauth_destroy(self_p: Ref<Pointer<'zauth_t'>>): void
  /** C: `void zauth_allow(zauth_t *self, char *address)`; from then on all others are denied. */
  zauth_allow(self: Pointer<'zauth_t'>, address: string): void
  /** C: `void zauth_deny(zauth_t *self, char *address)`. */
  zauth_deny(self: Pointer<'zauth_t'>, address: string): void
  /** C: `void zauth_configure_plain(zauth_t *self, char *domain, char *filename, ...)`; domain is ignored. */
  zauth_configure_plain(
    self: Pointer<'zauth_t'>,
    domain: string,
    filename: string,
    ...variadic: Variadic[]
  ): void
  /** C: `void zauth_configure_curve(zauth_t *self, char *domain, char *location, ...)`; domain is ignored. */
  zauth_configure_curve(
    self: Pointer<'zauth_t'>,
    domain: string,
    location: string,
    ...variadic: Variadic[]
  ): void
  /** C: `void zauth_set_verbose(zauth_t *self, bool verbose)`; to CZMQ's log. */
  zauth_set_verbose(self: Pointer<'zauth_t'>, verbose: boolean): void
}

/** What `zauth_t` is here. */
interface Authentication {
  readonly agent: ZapAgent
  /** It does not end with its context any more. */
  readonly forget: () => void
}

const EMFILE = 24
const ALL_DOMAINS = '*'
const ANY = '*'
/** By the address of a little memory that stands for the `zauth_t`. */
const authentications = new Map<Pointer, Authentication>()

/** The agent behind a `zauth_t *`. */
export function agentOf(self: Pointer): ZapAgent {
  return authenticationOf(self).agent
}

function authenticationOf(self: Pointer): Authentication {
  const found = authentications.get(self)
  if (!found) throw new TypeError('not a zauth_t of this thread, or already destroyed')
  return found
}

/** As `zauth_new`, with a link to its agent. */
export function newZauth(ctx: Pointer, link: AgentLink | null = null): Pointer<'zauth_t'> | null {
  const context = contextOf(ctx)
  const underlying = start(context)
  const agent = underlying ? openAgent(underlying, link) : EMFILE
  if (typeof agent === 'number') {
    koffi.errno(agent)
    return null
  }
  const self = cast<'zauth_t'>(allocate(16))
  const ending = () => end(self)
  context.agents.add(ending)
  authentications.set(self, { agent, forget: () => context.agents.delete(ending) })
  return self
}

function end(self: Pointer): void {
  const { agent } = dismiss(self)
  agent.close()
}

/** Ends an authentication without waiting for it: the collector must not block the program. */
export function abandonZauth(self: Pointer): void {
  const { agent } = dismiss(self)
  agent.abandon()
}

function dismiss(self: Pointer): Authentication {
  const found = authenticationOf(self)
  authentications.delete(self)
  found.forget()
  free(self)
  return found
}

export const zauth: Record<keyof ZauthCompatFunctions, Composition> = {
  zauth_new: { compose: (ctx: Pointer) => newZauth(ctx) },
  zauth_destroy: {
    compose: (ref: Ref<Pointer<'zauth_t'>>) => {
      const self = ref[0]
      ref[0] = null
      if (self) end(self)
    },
  },
  zauth_allow: {
    compose: (self: Pointer, address: string) => agentOf(self).order({ do: 'allow', address }),
  },
  zauth_deny: {
    compose: (self: Pointer, address: string) => agentOf(self).order({ do: 'deny', address }),
  },
  zauth_configure_plain: {
    compose: (self: Pointer, _domain: string, filename: string, ...args: Variadic[]) => {
      const source = { file: formatted(filename, args), refuseExposed: false }
      agentOf(self).order({ do: 'plain', domain: ALL_DOMAINS, source })
    },
  },
  zauth_configure_curve: {
    compose: (self: Pointer, _domain: string, location: string, ...args: Variadic[]) => {
      const directory = formatted(location, args)
      const source = directory === ANY ? 'any' : { directory }
      agentOf(self).order({ do: 'curve', domain: ALL_DOMAINS, source })
    },
  },
  zauth_set_verbose: {
    compose: (self: Pointer, verbose: boolean) => agentOf(self).order({ do: 'verbose', verbose }),
  },
}
