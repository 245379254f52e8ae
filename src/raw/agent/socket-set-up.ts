import * as zmq from '../generated/constants.ts'
import { C } from '../index.ts'
import { lastErrno } from '../memory.ts'
import type { Pointer } from '../types.ts'
import { AgentFailure } from './link.ts'

/** Security of a socket, as an agent is told of it. */
export interface Security {
  zapDomain?: string
  plainServer?: boolean
  curveServer?: boolean
  publicKey?: string
  secretKey?: string
  serverKey?: string
}

/** Sets what is given. */
export function setOptions(socket: Pointer, options: Security): void {
  const { zapDomain, plainServer, curveServer, publicKey, secretKey, serverKey } = options
  const texts = [
    [zmq.ZAP_DOMAIN, zapDomain],
    [zmq.CURVE_PUBLICKEY, publicKey],
    [zmq.CURVE_SECRETKEY, secretKey],
    [zmq.CURVE_SERVERKEY, serverKey],
  ] as const
  if (plainServer) setOption(socket, zmq.PLAIN_SERVER, integer(1))
  if (curveServer) setOption(socket, zmq.CURVE_SERVER, integer(1))
  for (const [option, value] of texts) if (value !== undefined) setOption(socket, option, Buffer.from(value))
}

function integer(value: number): Uint8Array {
  return new Uint8Array(Int32Array.of(value).buffer)
}

/** Sets one option. */
export function setOption(socket: Pointer, option: number, value: Uint8Array): void {
  if (C.zmq_setsockopt(socket, option, value, value.length) === -1)
    throw new AgentFailure(lastErrno(), 'zmq_setsockopt')
}

/** Binds a socket and answers its port, 0 for transports without ports. */
export function bindTo(socket: Pointer, address: string): number {
  const port = C.zsocket_bind(socket, '%s', address)
  if (port === -1) throw new AgentFailure(lastErrno(), 'zsocket_bind', address)
  if (!address.startsWith('tcp:')) return 0
  return port || Number(/:(\d+)$/.exec(C.zsock_last_endpoint(socket) ?? '')?.[1] ?? 0)
}

/** Connects a socket. */
export function connectTo(socket: Pointer, address: string): void {
  if (C.zmq_connect(socket, address) === -1) throw new AgentFailure(lastErrno(), 'zmq_connect', address)
}
