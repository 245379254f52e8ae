import { agentOf, endAgent, request, startAgent } from '../agent/start.ts'
import * as zmq from '../generated/constants.ts'
import { cast, type Pointer, type Ref } from '../types.ts'
import type { Composition } from './composition.ts'
import { contextOf, start } from './zctx.ts'

/** The proxy class of CZMQ 3: it works in a thread of its own. The library's own `zproxy` is an actor. */
export interface ZproxyCompatFunctions {
  /**
   * C: `zproxy_t *zproxy_new(zctx_t *ctx, void *frontend, void *backend)`; fresh; takes frontend, backend. NULL when it
   * cannot be started; then the sockets stay the caller's.
   */
  zproxy_new(ctx: Pointer<'zctx_t'>, frontend: Pointer, backend: Pointer): Pointer<'zproxy_t'> | null
  /** C: `void zproxy_destroy(zproxy_t **self_p)`; closes both sockets. */
  zproxy_destroy(self_p: Ref<Pointer<'zproxy_t'>>): void
  /** C: `void zproxy_capture(zproxy_t *self, const char *endpoint)`; to a PULL socket that is bound there. */
  zproxy_capture(self: Pointer<'zproxy_t'>, endpoint: string): void
  /** C: `void zproxy_pause(zproxy_t *self)`. */
  zproxy_pause(self: Pointer<'zproxy_t'>): void
  /** C: `void zproxy_resume(zproxy_t *self)`. */
  zproxy_resume(self: Pointer<'zproxy_t'>): void
}

/** How to forget that its context ends a proxy. */
const forgetting = new Map<Pointer, () => void>()

function create(ctx: Pointer, frontend: Pointer, backend: Pointer): Pointer<'zproxy_t'> | null {
  const context = contextOf(ctx)
  const underlying = start(context)
  const control = underlying && attempt(underlying)
  if (!control) return null
  for (const each of [frontend, backend]) context.sockets.delete(each)
  request(control, 'adopt', String(frontend), String(backend), Math.max(-1, context.linger ?? 0))
  const ending = () => end(control)
  context.agents.add(ending)
  forgetting.set(control, () => context.agents.delete(ending))
  return cast<'zproxy_t'>(control)
}

function attempt(underlying: Pointer): Pointer | null {
  try {
    return startAgent('proxy', underlying).control
  } catch {
    return null
  }
}

function end(control: Pointer): void {
  forgetting.get(control)?.()
  forgetting.delete(control)
  endAgent(control, 'asked')
}

function command(prototype: string, name: string): Composition {
  return { prototype, compose: (self: Pointer) => void request(agentOf(self).control, name) }
}

export const zproxy: Record<keyof ZproxyCompatFunctions, Composition> = {
  zproxy_new: {
    prototype: 'void * zproxy_new(void * ctx, void * frontend, void * backend)',
    compose: create,
  },
  zproxy_destroy: {
    prototype: 'void zproxy_destroy(_Inout_ void ** self_p)',
    compose: (ref: Ref<Pointer<'zproxy_t'>>) => {
      const self = ref[0]
      if (!self) return
      ref[0] = null
      end(self)
    },
  },
  zproxy_capture: {
    prototype: 'void zproxy_capture(void * self, const char * endpoint)',
    compose: (self: Pointer, endpoint: string) => {
      request(agentOf(self).control, 'capture', zmq.PUSH, endpoint)
    },
  },
  zproxy_pause: command('void zproxy_pause(void * self)', 'pause'),
  zproxy_resume: command('void zproxy_resume(void * self)', 'resume'),
}
