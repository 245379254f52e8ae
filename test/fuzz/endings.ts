import { types } from 'node:util'
import * as czmq from '../../src/index.ts'

/** How objects end, and how they are kept from making a call, or their end, take long. */

/** Destroys or closes; what was promised meanwhile is settled by it. */
export function endObject(value: unknown): void {
  if (typeof value !== 'object' || value === null || types.isProxy(value)) return
  calm(value)
  if (value instanceof czmq.Handle) value.destroy()
  else closeObject(value)
}

function closeObject(value: object): void {
  for (const name of ['close', 'terminate', 'destroy']) {
    const end: unknown = Reflect.get(value, name)
    if (typeof end !== 'function') continue
    if (value instanceof czmq.Proxy) closeEnds(value)
    const ended: unknown = Reflect.apply(end, value, [])
    if (types.isPromise(ended)) ended.catch(() => undefined)
    return
  }
}

function closeEnds(proxy: czmq.Proxy<czmq.Socket, czmq.Socket>): void {
  for (const end of [proxy.frontEnd, proxy.backEnd]) {
    calm(end)
    end.close()
  }
}

/** A call may block as long as a socket says, and its end may; so sockets are told not to. */
export function calm(value: unknown): void {
  if (typeof value !== 'object' || value === null || types.isProxy(value)) return
  try {
    if (Array.isArray(value)) for (const each of value.slice(0, 5)) calm(each)
    else if (value instanceof czmq.Socket) value.linger = 0
    else if (value instanceof czmq.Handle && !value.destroyed) CALMING[value.kind]?.(value)
  } catch {
    // A socket of a context that is ending
  }
}

const CALMING: Record<string, (value: czmq.Handle) => void> = {
  zctx: (value) => czmq.zctx.setLinger(value as czmq.Zctx, 0),
  zsocket: (value) => patience(czmq.zsocket, value as never),
  zsock: (value) => patience(czmq.zsock, value as never),
  zbeacon: (value) => patience(czmq.zsocket, czmq.zbeacon.socket(value as czmq.Zbeacon) as never),
  zgossip: (value) => patience(czmq.zsocket, czmq.zactor.sock(value as czmq.Zgossip) as never),
  zmonitor: (value) => patience(czmq.zsocket, czmq.zactor.sock(value as czmq.Zmonitor) as never),
}

function patience(namespace: typeof czmq.zsocket | typeof czmq.zsock, socket: never): void {
  namespace.setLinger(socket, 0)
  namespace.setRcvtimeo(socket, 3)
  namespace.setSndtimeo(socket, 3)
}

/** A loop without end is none that is tried. */
export function endSoon(loop: unknown): void {
  try {
    czmq.zloop.timer(loop as czmq.Zloop, 5, 1, () => -1)
  } catch {
    // No loop, or one that is gone
  }
}
