/**
 * Beacons: UDP broadcasts in the local network, by which programs find each other. A beacon announces up to 255 bytes
 * again and again, and receives what others announce on the same port; both go on in the background. CZMQ's own
 * settings say where: `zsys.setInterface`, the first interface that can broadcast if there is none; with
 * `zsys.setIpv6` by IPv6 multicast.
 *
 * @example
 * ```ts
 * const beacon = zbeacon.new(context, 9999)
 * zbeacon.publish(beacon, 'service:49152')
 * zbeacon.noecho(beacon)
 * zbeacon.subscribe(beacon, 'service:')
 * const found = zbeacon.recv(beacon) // { address: '192.168.1.7', data: Buffer }
 * zbeacon.destroy(beacon)
 * ```
 */
import { integer } from '../arguments.ts'
import { refuseNetwork } from '../beacon-hazards.ts'
import { failureOf, nothingReceived } from '../failure.ts'
import { adopt, borrow, destroyHandle, isHandle, pointerOf } from '../handle.ts'
import { receiveBeacon } from '../raw/compat/zbeacon-actor.ts'
import { refusalOf } from '../raw/compat/zbeacon-refusal.ts'
import { DONTWAIT } from '../raw/generated/constants.ts'
import { C } from '../raw/index.ts'
import { cast, type Pointer } from '../raw/types.ts'
import { type Zsocket, zsocketKind } from '../socket-kinds.ts'
import { type Zctx, zctxKind } from '../zctx/kind.ts'
import { filterBytes, transmitBytes } from './data.ts'
import { ownContext, type Zbeacon, zbeaconKind } from './kind.ts'

export type { Zbeacon } from './kind.ts'
export { create as new }

/** What a beacon has received. */
export interface ReceivedBeacon {
  /** The IP address of the host that sent it. */
  address: string
  /** What it announces, at most 255 bytes; a copy. */
  data: Buffer
}

const MOST_PORT = 65_535
const sockets = new WeakMap<Zbeacon, Zsocket>()

function pointer(self: Zbeacon): Pointer<'zbeacon_t'> {
  return cast<'zbeacon_t'>(pointerOf(zbeaconKind, self))
}

/**
 * A new beacon on a UDP port, which it shares with all beacons of this host. Fresh; it ends with its context, if it
 * has one.
 *
 * C: `zbeacon_new`
 * @param port - 1 to 65535.
 * @throws {@link CzmqError} `ENODEV` without a usable interface, `EADDRINUSE` when a program has the port for itself,
 *   `EACCES`, `EMFILE`, `EAGAIN`.
 */
function create(port: number): Zbeacon
function create(ctx: Zctx, port: number): Zbeacon
function create(...args: [port: number] | [ctx: Zctx, port: number]): Zbeacon {
  const [ctx, port] = args.length > 1 || isHandle(zctxKind, args[0]) ? args : [null, args[0]]
  const context = ctx === null ? null : cast<'zctx_t'>(pointerOf(zctxKind, ctx, 'ctx'))
  const checked = integer('port', port, 1, MOST_PORT)
  return context ? adopt(zbeaconKind, start(context, checked), ctx as Zctx) : createAlone(checked)
}

function createAlone(port: number): Zbeacon {
  const context = C.zctx_new()
  try {
    const self = start(context, port)
    ownContext(self, context)
    return adopt(zbeaconKind, self)
  } catch (error) {
    C.zctx_destroy([context])
    throw error
  }
}

function start(context: Pointer<'zctx_t'>, port: number): Pointer<'zbeacon_t'> {
  refuseNetwork({
    interface: C.zsys_interface(),
    ipv6Address: C.zsys_ipv6_address(),
    ipv6McastAddress: C.zsys_ipv6_mcast_address(),
  })
  const self = C.zbeacon_new(context, port)
  if (self) return self
  const name = C.zsys_interface() || 'any interface'
  throw failureOf(refusalOf(port), 'zbeacon_new', { address: `${name}, port ${port}` })
}

/**
 * Destroys a beacon: it is silent at once. Takes the beacon; again, it does nothing.
 *
 * C: `zbeacon_destroy`
 */
export function destroy(self: Zbeacon): void {
  destroyHandle(zbeaconKind, self)
}

/**
 * The IP address of the beacon's interface, at which others can reach this host; `'*'` when it uses all interfaces.
 *
 * C: `zbeacon_hostname`
 */
export function hostname(self: Zbeacon): string {
  return C.zbeacon_hostname(pointer(self))
}

/**
 * How often it announces; 1000 at first. What is being announced goes out at once, and then so often.
 *
 * C: `zbeacon_set_interval`
 * @param interval - Milliseconds, 1 or more.
 * @throws {@link CzmqError} `EAGAIN` when the beacon takes no commands any more, because CZMQ was shut down.
 */
export function setInterval(self: Zbeacon, interval: number): void {
  C.zbeacon_set_interval(pointer(self), integer('interval', interval, 1))
}

/**
 * It does not receive its own announcements any more, nor those of others that are the same. It does at first.
 *
 * C: `zbeacon_noecho`
 * @throws {@link CzmqError} As {@link setInterval}.
 */
export function noecho(self: Zbeacon): void {
  C.zbeacon_noecho(pointer(self))
}

/**
 * Announces this from now on, instead of what it announced before; now for the first time.
 *
 * C: `zbeacon_publish`
 * @param transmit - 1 to 255 bytes; text becomes its UTF-8. A copy is made.
 * @throws TypeError `ERR_INVALID_ARG_VALUE` for another size.
 * @throws {@link CzmqError} As {@link setInterval}.
 */
export function publish(self: Zbeacon, transmit: Uint8Array | string): void {
  const beacon = pointer(self)
  const data = transmitBytes(transmit)
  C.zbeacon_publish(beacon, data, data.length)
}

/**
 * Announces nothing any more.
 *
 * C: `zbeacon_silence`
 * @throws {@link CzmqError} As {@link setInterval}.
 */
export function silence(self: Zbeacon): void {
  C.zbeacon_silence(pointer(self))
}

/**
 * Receives announcements that begin with this from now on; what it received before is still there. Up to about 2000
 * wait to be received, more are dropped.
 *
 * C: `zbeacon_subscribe`
 * @param filter - At most 255 bytes; text becomes its UTF-8. Nothing receives all.
 * @throws TypeError `ERR_INVALID_ARG_VALUE` for more.
 * @throws {@link CzmqError} As {@link setInterval}.
 */
export function subscribe(self: Zbeacon, filter: Uint8Array | string = ''): void {
  const beacon = pointer(self)
  const data = filterBytes(filter)
  C.zbeacon_subscribe(beacon, data, data.length)
}

/**
 * Receives no announcements any more; those that came before are still there.
 *
 * C: `zbeacon_unsubscribe`
 * @throws {@link CzmqError} As {@link setInterval}.
 */
export function unsubscribe(self: Zbeacon): void {
  C.zbeacon_unsubscribe(pointer(self))
}

/**
 * The socket on which announcements come in, for `zpoller`, `zmsg`, `zstr` and its options: messages of two frames, the
 * sender's address and the data. Nothing can be sent on it. Borrowed; it ends with the beacon.
 *
 * C: `zbeacon_socket`
 */
export function socket(self: Zbeacon): Zsocket {
  const beacon = pointer(self)
  const known = sockets.get(self)
  if (known && !known.destroyed) return known
  const made = borrow(zsocketKind, C.zbeacon_socket(beacon), self)
  sockets.set(self, made)
  return made
}

/**
 * Receives an announcement. Blocks until one comes; `null` when a signal with a listener interrupted it, so that the
 * listener can run, or when the {@link socket}'s `rcvtimeo` is over.
 *
 * C: `zmsg_recv` on `zbeacon_socket`
 * @throws {@link CzmqError} `ETERM` when CZMQ was shut down.
 */
export function recv(self: Zbeacon): ReceivedBeacon | null {
  return receiveBeacon(C.zbeacon_socket(pointer(self)), 0) ?? nothingReceived('zmsg_recv')
}

/**
 * Receives an announcement if one has come, else `null`. Does not block.
 *
 * C: `zmsg_recv_nowait` on `zbeacon_socket`
 * @throws {@link CzmqError} As {@link recv}.
 */
export function recvNowait(self: Zbeacon): ReceivedBeacon | null {
  return receiveBeacon(C.zbeacon_socket(pointer(self)), DONTWAIT) ?? nothingReceived('zmsg_recv_nowait')
}
