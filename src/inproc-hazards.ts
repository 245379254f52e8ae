import { CzmqError } from './errors.ts'
import { REP, ROUTER, TYPE } from './raw/generated/constants.ts'
import { readInteger } from './raw/socket-option-access.ts'
import type { Pointer } from './raw/types.ts'

/**
 * Inside the process a connection waits for its address to be bound. When that happens, whoever knows its peers by an id
 * is to get one, and if the connection has ended meanwhile, that ends the process: `written (pipe.cpp:87)` in libzmq
 * 4.3.4. Nothing tells whether a connection still waits.
 */

const INSIDE = 'inproc://'
const boundInside = new WeakMap<object, Set<string>>()

function knowsPeersById(socket: Pointer): boolean {
  const type = readInteger(socket, TYPE)
  return type === ROUTER || type === REP
}

/**
 * What waits cannot end alone.
 *
 * @throws {@link CzmqError} `ENOTSUP`
 */
export function refuseDisconnectInside(socket: Pointer, address: string): void {
  if (!address.startsWith(INSIDE) || !knowsPeersById(socket)) return
  throw new CzmqError(
    'ENOTSUP',
    'Inside the process ROUTER and REP sockets cannot disconnect, because libzmq may end it; close the socket',
    { address },
  )
}

/** Remembers where a socket is bound, so that {@link unbinding} knows it. */
export function noteBound(socket: object, address: string): void {
  if (!address.startsWith(INSIDE)) return
  const known = boundInside.get(socket) ?? new Set()
  boundInside.set(socket, known.add(address))
}

/**
 * Unbinds by `unbind`. To unbind what is not bound, but connected, is to disconnect: see {@link refuseDisconnectInside}.
 *
 * @param socket - What {@link noteBound} was told.
 * @throws {@link CzmqError} `ENOTSUP`; what `unbind` throws.
 */
export function unbinding(socket: object, pointer: Pointer, address: string, unbind: () => void): void {
  const known = boundInside.get(socket)
  if (!known?.has(address)) refuseDisconnectInside(pointer, address)
  unbind()
  known?.delete(address)
}
