import { CzmqError, invalidValue } from './errors.ts'
import { SOCKS_PROXY } from './raw/generated/constants.ts'
import { C } from './raw/index.ts'
import { readBytes } from './raw/socket-option-access.ts'
import type { Pointer } from './raw/types.ts'

/** What makes libzmq end the process, and is refused before. */

const ZAP_ENDPOINT = 'inproc://zeromq.zap.01'
const ZAP_TYPES = ['REP', 'ROUTER', 'SERVER']
/** The types after this one are drafts. */
const STREAM = 11
/** The last libzmq that was seen to abort over a SOCKS proxy (`epoll.cpp:113`). */
const LAST_ABORTING = [4, 3, 4] as const

/** Another type of socket cannot be bound to the endpoint of authentication (RFC 27). */
export function refuseZapEndpoint(socket: Pointer, address: string): void {
  if (address === ZAP_ENDPOINT && !ZAP_TYPES.includes(C.zsocket_type_str(socket))) {
    throw invalidValue('address', `${ZAP_ENDPOINT} is for sockets of type ${ZAP_TYPES.join(', ')} only`)
  }
}

/**
 * A libzmq without drafts makes sockets of draft types, and aborts when they meet a peer (`mechanism.cpp:118`).
 *
 * @throws {@link CzmqError} `ERR_CZMQ_SYMBOL`
 */
export function refuseMissingDraft(type: number): void {
  if (type <= STREAM || C.zmq_has('draft') === 1) return
  throw new CzmqError(
    'ERR_CZMQ_SYMBOL',
    `The loaded libzmq has no draft sockets, of which type ${type} is one`,
  )
}

/**
 * libzmq up to 4.3.4 aborts when a SOCKS proxy, or the target behind it, refuses a connection.
 *
 * @throws {@link CzmqError} `ENOTSUP`
 */
export function refuseSocksProxy(socket: Pointer, address: string): void {
  if (!address.startsWith('tcp://') || !abortsOverSocks()) return
  const proxy = readBytes(socket, SOCKS_PROXY)
  if (proxy === null || proxy.length <= 1) return
  throw new CzmqError(
    'ENOTSUP',
    'This libzmq ends the process when a SOCKS proxy refuses; 4.3.5 or later is needed',
    {
      address,
    },
  )
}

function abortsOverSocks(): boolean {
  const major: [number] = [0]
  const minor: [number] = [0]
  const patch: [number] = [0]
  C.zmq_version(major, minor, patch)
  const found = [major[0], minor[0], patch[0]]
  const first = found.findIndex((part, index) => part !== LAST_ABORTING[index])
  return first < 0 || (found[first] ?? 0) < (LAST_ABORTING[first] ?? 0)
}
