/**
 * Sockets of CZMQ 2 and 3. A socket belongs to the context that it was made in and to the thread that made it.
 */
import { address, bytes, endpoint, integer, milliseconds, sizeOf } from '../arguments.ts'
import { invalidType, invalidValue } from '../errors.ts'
import { failure, transferFailure } from '../failure.ts'
import { borrow, destroyHandle, isHandle, pointerOf } from '../handle.ts'
import { noteBound, unbinding } from '../inproc-hazards.ts'
import { RCVTIMEO, SNDTIMEO } from '../raw/generated/constants.ts'
import { C } from '../raw/index.ts'
import { patiently, waitPatiently } from '../raw/patience.ts'
import type { Pointer } from '../raw/types.ts'
import { refuseBind, refuseConnect, refuseDisconnect, refuseParts, socketType } from '../socket-hazards.ts'
import { type Zsocket, zsocketKind } from '../socket-kinds.ts'
import { handOverFd, refuseUnusableFd } from '../socket-options.ts'
import { type Zctx, zctxKind } from '../zctx/kind.ts'
import { make } from './make.ts'

export type { Zsocket } from '../socket-kinds.ts'
export {
  affinity,
  backlog,
  bindtodevice,
  connectTimeout,
  curvePublickey,
  curveSecretkey,
  curveServer,
  curveServerkey,
  events,
  fd,
  gssapiPlaintext,
  gssapiPrincipal,
  gssapiPrincipalNametype,
  gssapiServer,
  gssapiServicePrincipal,
  gssapiServicePrincipalNametype,
  handshakeIvl,
  heartbeatIvl,
  heartbeatTimeout,
  heartbeatTtl,
  hwm,
  identity,
  immediate,
  inBatchSize,
  invertMatching,
  ipv4only,
  ipv6,
  lastEndpoint,
  linger,
  loopbackFastpath,
  maxmsgsize,
  mcastLoop,
  mechanism,
  metadata,
  multicastHops,
  multicastLoop,
  multicastMaxtpdu,
  outBatchSize,
  plainPassword,
  plainServer,
  plainUsername,
  priority,
  rate,
  rcvbuf,
  rcvhwm,
  rcvmore,
  rcvtimeo,
  reconnectIvl,
  reconnectIvlMax,
  reconnectStop,
  recoveryIvl,
  recoveryIvlMsec,
  routerNotify,
  setAffinity,
  setBacklog,
  setBindtodevice,
  setConflate,
  setConnectRid,
  setConnectRidBin,
  setConnectTimeout,
  setCurvePublickey,
  setCurvePublickeyBin,
  setCurveSecretkey,
  setCurveSecretkeyBin,
  setCurveServer,
  setCurveServerkey,
  setCurveServerkeyBin,
  setDelayAttachOnConnect,
  setDisconnectMsg,
  setGssapiPlaintext,
  setGssapiPrincipal,
  setGssapiPrincipalNametype,
  setGssapiServer,
  setGssapiServicePrincipal,
  setGssapiServicePrincipalNametype,
  setHandshakeIvl,
  setHeartbeatIvl,
  setHeartbeatTimeout,
  setHeartbeatTtl,
  setHelloMsg,
  setHwm,
  setIdentity,
  setImmediate,
  setInBatchSize,
  setInvertMatching,
  setIpv4only,
  setIpv6,
  setLinger,
  setLoopbackFastpath,
  setMaxmsgsize,
  setMcastLoop,
  setMetadata,
  setMulticastHops,
  setMulticastLoop,
  setMulticastMaxtpdu,
  setOnlyFirstSubscribe,
  setOutBatchSize,
  setPlainPassword,
  setPlainServer,
  setPlainUsername,
  setPriority,
  setProbeRouter,
  setRate,
  setRcvbuf,
  setRcvhwm,
  setRcvtimeo,
  setReconnectIvl,
  setReconnectIvlMax,
  setReconnectStop,
  setRecoveryIvl,
  setRecoveryIvlMsec,
  setReqCorrelate,
  setReqRelaxed,
  setRouterHandover,
  setRouterMandatory,
  setRouterNotify,
  setRouterRaw,
  setSndbuf,
  setSndhwm,
  setSndtimeo,
  setSocksPassword,
  setSocksProxy,
  setSocksUsername,
  setStreamNotify,
  setSubscribe,
  setSwap,
  setTcpAcceptFilter,
  setTcpKeepalive,
  setTcpKeepaliveCnt,
  setTcpKeepaliveIdle,
  setTcpKeepaliveIntvl,
  setTcpMaxrt,
  setTos,
  setUnsubscribe,
  setUseFd,
  setVmciBufferMaxSize,
  setVmciBufferMinSize,
  setVmciBufferSize,
  setVmciConnectTimeout,
  setWssCertPem,
  setWssHostname,
  setWssKeyPem,
  setWssTrustPem,
  setWssTrustSystem,
  setXpubManual,
  setXpubManualLastValue,
  setXpubNodrop,
  setXpubVerbose,
  setXpubVerboser,
  setXpubWelcomeMsg,
  setZapDomain,
  setZapEnforceDomain,
  sndbuf,
  sndhwm,
  sndtimeo,
  socksPassword,
  socksProxy,
  socksUsername,
  swap,
  tcpAcceptFilter,
  tcpKeepalive,
  tcpKeepaliveCnt,
  tcpKeepaliveIdle,
  tcpKeepaliveIntvl,
  tcpMaxrt,
  threadSafe,
  tos,
  type,
  useFd,
  vmciBufferMaxSize,
  vmciBufferMinSize,
  vmciBufferSize,
  vmciConnectTimeout,
  zapDomain,
  zapEnforceDomain,
} from './options.ts'
export { create as new }

/**
 * A new socket in a context, which closes it at the latest when it is destroyed. Fresh.
 *
 * C: `zsocket_new`
 * @param type - `zmq.PUSH`, `zmq.PULL`, …
 * @throws {@link CzmqError} `EMFILE` when the context has as many sockets as it may, or the process as many
 *   descriptors; `EAGAIN` when there are too many threads; `ERR_CZMQ_SYMBOL` for a draft type that the loaded library
 *   does not have, `ENOTSUP` for `zmq.DGRAM`.
 */
function create(context: Zctx, type: number): Zsocket {
  pointerOf(zctxKind, context, 'context')
  return make(context, socketType('type', type))
}

/**
 * Closes a socket. Messages that it has accepted are sent as long as its context's linger says. Takes the socket;
 * again, it does nothing.
 *
 * C: `zsocket_destroy`
 * @param context - The context that it was made in.
 */
export function destroy(context: Zctx, socket: Zsocket): void {
  if (!isHandle(zctxKind, context)) throw invalidType('context', 'a zctx', context)
  if (isHandle(zsocketKind, socket) && socket.owner !== null && socket.owner !== context) {
    throw invalidValue('context', 'is not the one that the socket was made in')
  }
  destroyHandle(zsocketKind, socket, 'socket')
}

/**
 * A handle for a libzmq socket that someone else owns, for example one that C code gave. Destroying the handle does
 * not close the socket. Borrowed: nothing can tell whether the address is right, and a wrong one crashes.
 */
export function wrap(pointer: Pointer): Zsocket {
  return borrow(zsocketKind, address('pointer', pointer) as Pointer)
}

function pointerOfSocket(socket: Zsocket): Pointer {
  return pointerOf(zsocketKind, socket, 'socket')
}

/**
 * Binds a socket and answers its port; 0 for transports without ports. `tcp://127.0.0.1:*` takes the first free port
 * from 49152 on, `tcp://127.0.0.1:0` one that the system chooses.
 *
 * C: `zsocket_bind`
 * @throws {@link CzmqError} `EADDRINUSE`, `EADDRNOTAVAIL`, `ENODEV`, `EPROTONOSUPPORT`, `EINVAL`, `EACCES`, …
 */
export function bind(socket: Zsocket, address: string): number {
  const pointer = pointerOfSocket(socket)
  const checked = endpoint('address', address)
  refuseBind(pointer, checked)
  refuseUnusableFd(pointer)
  const port = C.zsocket_bind(pointer, '%s', checked)
  if (port === -1) throw failure('zsocket_bind', { address: checked })
  handOverFd(pointer)
  noteBound(socket, checked)
  if (!/^(tcp|udp|ws|wss):/.test(checked)) return 0
  return port || Number(/\d+$/.exec(C.zsock_last_endpoint(pointer) ?? '')?.[0] ?? 0)
}

/**
 * Stops listening on an endpoint.
 *
 * C: `zsocket_unbind`
 * @param address - As `zsocket.lastEndpoint` tells it, with the real port.
 * @throws {@link CzmqError} `ENOENT` when the socket is not bound to it, `EINVAL`, `EPROTONOSUPPORT`; `ENOTSUP` when
 *   a ROUTER or a REP is connected to it inside the process.
 */
export function unbind(socket: Zsocket, address: string): void {
  const pointer = pointerOfSocket(socket)
  const checked = endpoint('address', address)
  unbinding(socket, pointer, checked, () => {
    if (C.zsocket_unbind(pointer, '%s', checked) === -1) throw failure('zsocket_unbind', { address: checked })
  })
}

/**
 * Connects a socket; the connection itself is made in the background, and again when it breaks.
 *
 * C: `zsocket_connect`
 * @throws {@link CzmqError} `EINVAL`, `EPROTONOSUPPORT`, `ENOCOMPATPROTO`, `EMFILE`.
 */
export function connect(socket: Zsocket, address: string): void {
  const pointer = pointerOfSocket(socket)
  const checked = endpoint('address', address)
  refuseConnect(pointer, checked)
  if (C.zsocket_connect(pointer, '%s', checked) === -1) throw failure('zsocket_connect', { address: checked })
}

/**
 * Ends the connections to an endpoint.
 *
 * C: `zsocket_disconnect`
 * @throws {@link CzmqError} `ENOENT` when the socket is not connected to it, `EINVAL`, `EPROTONOSUPPORT`.
 */
export function disconnect(socket: Zsocket, address: string): void {
  const pointer = pointerOfSocket(socket)
  const checked = endpoint('address', address)
  refuseDisconnect(pointer, checked)
  if (C.zsocket_disconnect(pointer, '%s', checked) === -1)
    throw failure('zsocket_disconnect', { address: checked })
}

/**
 * Waits until a message can be received. Blocks up to `msecs`; false when none came, or a signal interrupted it.
 *
 * C: `zsocket_poll`
 * @param msecs - Milliseconds; 0 looks only, -1 waits for ever.
 */
export function poll(socket: Zsocket, msecs: number): boolean {
  const pointer = pointerOfSocket(socket)
  const wait = (slice: number) => C.zsocket_poll(pointer, slice)
  return waitPatiently(milliseconds('msecs', msecs), wait, (isReady) => !isReady)
}

/**
 * The name of the socket's type, for example `'PUSH'`.
 *
 * C: `zsocket_type_str`
 */
export function typeStr(socket: Zsocket): string {
  return C.zsocket_type_str(pointerOfSocket(socket))
}

/**
 * Sends one frame. Blocks while the high-water mark is reached, unless `zframe.DONTWAIT` is in the flags.
 *
 * C: `zsocket_sendmem`
 * @param data - Copied.
 * @param flags - `zframe.MORE`: another frame of the same message follows; `zframe.DONTWAIT`.
 * @throws {@link CzmqError} `EAGAIN` when it would block, or `sndtimeo` is over; `EINTR` when a signal came;
 *   `EHOSTUNREACH`, `EFSM`, `ENOTSUP`, `ETERM`.
 */
export function sendmem(socket: Zsocket, data: Uint8Array, flags = 0): void {
  const pointer = pointerOfSocket(socket)
  const checked = bytes('data', data)
  const options = integer('flags', flags, 0, FRAME_FLAGS)
  if (options & FRAME_MORE) refuseParts(pointer)
  const send = () => C.zsocket_sendmem(pointer, checked, sizeOf(checked), options)
  const result = options & FRAME_DONTWAIT ? send() : patiently(send, pointer, SNDTIMEO)
  if (result === -1) throw transferFailure('zsocket_sendmem', pointer)
}

/** `ZFRAME_MORE | ZFRAME_REUSE | ZFRAME_DONTWAIT`. */
const FRAME_FLAGS = 7
const FRAME_MORE = 1
const FRAME_DONTWAIT = 4

/**
 * Sends an empty frame, for which the other side waits with {@link wait}. Blocks while the high-water mark is
 * reached. It is not the signal of `zsock.signal`, which carries a status.
 *
 * C: `zsocket_signal`
 * @throws {@link CzmqError} As {@link sendmem}.
 */
export function signal(socket: Zsocket): void {
  const pointer = pointerOfSocket(socket)
  if (patiently(() => C.zsocket_signal(pointer), pointer, SNDTIMEO) === -1)
    throw transferFailure('zsocket_signal', pointer)
}

/**
 * Waits for one frame, of {@link signal} or any other, and drops it. Blocks.
 *
 * C: `zsocket_wait`
 * @throws {@link CzmqError} `EINTR` when a signal came, `EAGAIN` when `rcvtimeo` is over, `ENOTSUP`, `EFSM`, `ETERM`.
 */
export function wait(socket: Zsocket): void {
  const pointer = pointerOfSocket(socket)
  if (patiently(() => C.zsocket_wait(pointer), pointer, RCVTIMEO) === -1)
    throw transferFailure('zsocket_wait', pointer)
}
