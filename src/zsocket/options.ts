// Made by `npm run generate` from src/raw/socket-options.ts and scripts/generate-options. Do not edit.
/**
 * The options of a zsocket, each as libzmq has it.
 */
import { pointerOf } from '../handle.ts'
import type { Pointer } from '../raw/types.ts'
import { type Zsocket, zsocketKind } from '../socket-kinds.ts'
import {
  bigintOption,
  numberOption,
  setKeyBin,
  setOption,
  setRoutingId,
  setRoutingIdBin,
  textOption,
} from '../socket-options.ts'

function pointer(socket: Zsocket): Pointer {
  return pointerOf(zsocketKind, socket, 'socket')
}

/**
 * Which I/O threads of the context serve the connections: a bit for each thread; 0 (at first) is any.
 *
 * C: `zsocket_affinity`
 */
export function affinity(socket: Zsocket): bigint {
  return bigintOption(pointer(socket), 'affinity')
}

/**
 * Sets which I/O threads of the context serve the connections: a bit for each thread; 0 (at first) is any.
 *
 * C: `zsocket_set_affinity`
 */
export function setAffinity(socket: Zsocket, affinity: bigint | number): void {
  setOption(pointer(socket), 'affinity', affinity)
}

/**
 * How many connections may wait to be accepted: 100 at first, for connections made afterwards.
 *
 * C: `zsocket_backlog`
 */
export function backlog(socket: Zsocket): number {
  return numberOption(pointer(socket), 'backlog')
}

/**
 * Sets how many connections may wait to be accepted: 100 at first, for connections made afterwards.
 *
 * C: `zsocket_set_backlog`
 * @throws RangeError `ERR_OUT_OF_RANGE` outside of 0 to 2147483647.
 */
export function setBacklog(socket: Zsocket, backlog: number): void {
  setOption(pointer(socket), 'backlog', backlog)
}

/**
 * The network device that the socket is tied to: its name, empty at first; the system may want a privilege.
 *
 * C: `zsocket_bindtodevice`
 * @throws {@link CzmqError} `ENOTSUP` when the loaded libzmq does not have it.
 */
export function bindtodevice(socket: Zsocket): string {
  return textOption(pointer(socket), 'bindtodevice')
}

/**
 * Sets the network device that the socket is tied to: its name, empty at first; the system may want a
 * privilege.
 *
 * C: `zsocket_set_bindtodevice`
 * @throws TypeError `ERR_INVALID_ARG_VALUE` outside of 1 to 16 bytes.
 * @throws {@link CzmqError} `ENOTSUP` when the loaded libzmq does not have it.
 */
export function setBindtodevice(socket: Zsocket, bindtodevice: string): void {
  setOption(pointer(socket), 'bindtodevice', bindtodevice)
}

/**
 * Sets whether only the last message is kept: off at first; before `bind` or `connect`, without frames.
 *
 * C: `zsocket_set_conflate`
 * @throws {@link CzmqError} `ERR_CZMQ_SOCKET_TYPE` unless the socket is a PUSH, PULL, PUB, SUB, DEALER.
 */
export function setConflate(socket: Zsocket, conflate: boolean | 0 | 1): void {
  setOption(pointer(socket), 'conflate', conflate)
}

/**
 * Sets the routing id of the peer that is connected to next: text or bytes, copied; not beginning with a
 * zero byte, and each id once. A peer must not have come with the same id of its own: libzmq ends the
 * process then.
 *
 * C: `zsocket_set_connect_rid`
 * @throws TypeError `ERR_INVALID_ARG_VALUE` outside of 1 to 255 bytes.
 * @throws {@link CzmqError} `ERR_CZMQ_SOCKET_TYPE` unless the socket is a ROUTER, STREAM.
 */
export function setConnectRid(socket: Zsocket, connectRid: string | Uint8Array): void {
  setRoutingId(socket, pointer(socket), connectRid)
}

/**
 * Sets the routing id of the peer that is connected to next: as {@link setConnectRid}, from bytes only.
 *
 * C: `zsocket_set_connect_rid_bin`
 * @throws {@link CzmqError} `ERR_CZMQ_SOCKET_TYPE` unless the socket is a ROUTER, STREAM.
 */
export function setConnectRidBin(socket: Zsocket, connectRid: Uint8Array): void {
  setRoutingIdBin(socket, pointer(socket), connectRid)
}

/**
 * How long connecting may take: milliseconds; 0 (at first) leaves it to the system.
 *
 * C: `zsocket_connect_timeout`
 */
export function connectTimeout(socket: Zsocket): number {
  return numberOption(pointer(socket), 'connect_timeout')
}

/**
 * Sets how long connecting may take: milliseconds; 0 (at first) leaves it to the system.
 *
 * C: `zsocket_set_connect_timeout`
 * @throws RangeError `ERR_OUT_OF_RANGE` outside of 0 to 2147483647.
 */
export function setConnectTimeout(socket: Zsocket, connectTimeout: number): void {
  setOption(pointer(socket), 'connect_timeout', connectTimeout)
}

/**
 * This end's public CURVE key: 40 characters of Z85.
 *
 * C: `zsocket_curve_publickey`
 */
export function curvePublickey(socket: Zsocket): string {
  return textOption(pointer(socket), 'curve_publickey')
}

/**
 * Sets this end's public CURVE key: 40 characters of Z85.
 *
 * C: `zsocket_set_curve_publickey`
 */
export function setCurvePublickey(socket: Zsocket, curvePublickey: string): void {
  setOption(pointer(socket), 'curve_publickey', curvePublickey)
}

/**
 * Sets this end's public CURVE key: 32 bytes, copied.
 *
 * C: `zsocket_set_curve_publickey_bin`
 */
export function setCurvePublickeyBin(socket: Zsocket, curvePublickey: Uint8Array): void {
  setKeyBin(pointer(socket), 'curve_publickey', curvePublickey)
}

/**
 * This end's secret CURVE key: 40 characters of Z85.
 *
 * C: `zsocket_curve_secretkey`
 */
export function curveSecretkey(socket: Zsocket): string {
  return textOption(pointer(socket), 'curve_secretkey')
}

/**
 * Sets this end's secret CURVE key: 40 characters of Z85.
 *
 * C: `zsocket_set_curve_secretkey`
 */
export function setCurveSecretkey(socket: Zsocket, curveSecretkey: string): void {
  setOption(pointer(socket), 'curve_secretkey', curveSecretkey)
}

/**
 * Sets this end's secret CURVE key: 32 bytes, copied.
 *
 * C: `zsocket_set_curve_secretkey_bin`
 */
export function setCurveSecretkeyBin(socket: Zsocket, curveSecretkey: Uint8Array): void {
  setKeyBin(pointer(socket), 'curve_secretkey', curveSecretkey)
}

/**
 * Whether this end is the server of CURVE: 1 or 0; off at first.
 *
 * C: `zsocket_curve_server`
 * @throws {@link CzmqError} `ENOTSUP` when the loaded libzmq does not have it.
 */
export function curveServer(socket: Zsocket): number {
  return numberOption(pointer(socket), 'curve_server')
}

/**
 * Sets whether this end is the server of CURVE: off at first.
 *
 * C: `zsocket_set_curve_server`
 * @throws {@link CzmqError} `ENOTSUP` when the loaded libzmq does not have it.
 */
export function setCurveServer(socket: Zsocket, curveServer: boolean | 0 | 1): void {
  setOption(pointer(socket), 'curve_server', curveServer)
}

/**
 * The server's public CURVE key: 40 characters of Z85; setting it makes this end a client.
 *
 * C: `zsocket_curve_serverkey`
 */
export function curveServerkey(socket: Zsocket): string {
  return textOption(pointer(socket), 'curve_serverkey')
}

/**
 * Sets the server's public CURVE key: 40 characters of Z85; setting it makes this end a client.
 *
 * C: `zsocket_set_curve_serverkey`
 */
export function setCurveServerkey(socket: Zsocket, curveServerkey: string): void {
  setOption(pointer(socket), 'curve_serverkey', curveServerkey)
}

/**
 * Sets the server's public CURVE key: 32 bytes, copied.
 *
 * C: `zsocket_set_curve_serverkey_bin`
 */
export function setCurveServerkeyBin(socket: Zsocket, curveServerkey: Uint8Array): void {
  setKeyBin(pointer(socket), 'curve_serverkey', curveServerkey)
}

/**
 * Sets whether messages wait for completed connections only: off at first; the old name of `immediate`.
 *
 * C: `zsocket_set_delay_attach_on_connect`
 */
export function setDelayAttachOnConnect(socket: Zsocket, delayAttachOnConnect: boolean | 0 | 1): void {
  setOption(pointer(socket), 'delay_attach_on_connect', delayAttachOnConnect)
}

/**
 * Sets the message received when a peer goes away: the bytes of one frame; none at first.
 *
 * C: `zsocket_set_disconnect_msg`
 * @throws {@link CzmqError} `ENOTSUP` when the loaded libzmq does not have it.
 */
export function setDisconnectMsg(socket: Zsocket, disconnectMsg: Uint8Array): void {
  setOption(pointer(socket), 'disconnect_msg', disconnectMsg)
}

/**
 * What can be done without waiting: a sum of `zmq.POLLIN` (1) and `zmq.POLLOUT` (2).
 *
 * C: `zsocket_events`
 */
export function events(socket: Zsocket): number {
  return numberOption(pointer(socket), 'events')
}

/**
 * The file descriptor that tells when `events` changes: to be watched for reading, never read; libzmq's own.
 *
 * C: `zsocket_fd`
 */
export function fd(socket: Zsocket): number {
  return numberOption(pointer(socket), 'fd')
}

/**
 * Whether GSSAPI only authenticates: 1 or 0; off at first: it encrypts, too.
 *
 * C: `zsocket_gssapi_plaintext`
 * @throws {@link CzmqError} `ENOTSUP` when the loaded libzmq does not have it.
 */
export function gssapiPlaintext(socket: Zsocket): number {
  return numberOption(pointer(socket), 'gssapi_plaintext')
}

/**
 * Sets whether GSSAPI only authenticates: off at first: it encrypts, too.
 *
 * C: `zsocket_set_gssapi_plaintext`
 * @throws {@link CzmqError} `ENOTSUP` when the loaded libzmq does not have it.
 */
export function setGssapiPlaintext(socket: Zsocket, gssapiPlaintext: boolean | 0 | 1): void {
  setOption(pointer(socket), 'gssapi_plaintext', gssapiPlaintext)
}

/**
 * The principal of this end for GSSAPI: text, empty at first.
 *
 * C: `zsocket_gssapi_principal`
 * @throws {@link CzmqError} `ENOTSUP` when the loaded libzmq does not have it.
 */
export function gssapiPrincipal(socket: Zsocket): string {
  return textOption(pointer(socket), 'gssapi_principal')
}

/**
 * Sets the principal of this end for GSSAPI: text, empty at first.
 *
 * C: `zsocket_set_gssapi_principal`
 * @throws TypeError `ERR_INVALID_ARG_VALUE` outside of 1 to 255 bytes.
 * @throws {@link CzmqError} `ENOTSUP` when the loaded libzmq does not have it.
 */
export function setGssapiPrincipal(socket: Zsocket, gssapiPrincipal: string): void {
  setOption(pointer(socket), 'gssapi_principal', gssapiPrincipal)
}

/**
 * What the GSSAPI principal is: 0 host-based (at first), 1 user name, 2 Kerberos principal.
 *
 * C: `zsocket_gssapi_principal_nametype`
 * @throws {@link CzmqError} `ENOTSUP` when the loaded libzmq does not have it.
 */
export function gssapiPrincipalNametype(socket: Zsocket): number {
  return numberOption(pointer(socket), 'gssapi_principal_nametype')
}

/**
 * Sets what the GSSAPI principal is: 0 host-based (at first), 1 user name, 2 Kerberos principal.
 *
 * C: `zsocket_set_gssapi_principal_nametype`
 * @throws RangeError `ERR_OUT_OF_RANGE` outside of 0 to 2.
 * @throws {@link CzmqError} `ENOTSUP` when the loaded libzmq does not have it.
 */
export function setGssapiPrincipalNametype(socket: Zsocket, gssapiPrincipalNametype: number): void {
  setOption(pointer(socket), 'gssapi_principal_nametype', gssapiPrincipalNametype)
}

/**
 * Whether this end is the server of GSSAPI: 1 or 0; off at first.
 *
 * C: `zsocket_gssapi_server`
 * @throws {@link CzmqError} `ENOTSUP` when the loaded libzmq does not have it.
 */
export function gssapiServer(socket: Zsocket): number {
  return numberOption(pointer(socket), 'gssapi_server')
}

/**
 * Sets whether this end is the server of GSSAPI: off at first.
 *
 * C: `zsocket_set_gssapi_server`
 * @throws {@link CzmqError} `ENOTSUP` when the loaded libzmq does not have it.
 */
export function setGssapiServer(socket: Zsocket, gssapiServer: boolean | 0 | 1): void {
  setOption(pointer(socket), 'gssapi_server', gssapiServer)
}

/**
 * The principal of the server for GSSAPI: text, empty at first.
 *
 * C: `zsocket_gssapi_service_principal`
 * @throws {@link CzmqError} `ENOTSUP` when the loaded libzmq does not have it.
 */
export function gssapiServicePrincipal(socket: Zsocket): string {
  return textOption(pointer(socket), 'gssapi_service_principal')
}

/**
 * Sets the principal of the server for GSSAPI: text, empty at first.
 *
 * C: `zsocket_set_gssapi_service_principal`
 * @throws TypeError `ERR_INVALID_ARG_VALUE` outside of 1 to 255 bytes.
 * @throws {@link CzmqError} `ENOTSUP` when the loaded libzmq does not have it.
 */
export function setGssapiServicePrincipal(socket: Zsocket, gssapiServicePrincipal: string): void {
  setOption(pointer(socket), 'gssapi_service_principal', gssapiServicePrincipal)
}

/**
 * What the GSSAPI service principal is: 0 host-based (at first), 1 user name, 2 Kerberos principal.
 *
 * C: `zsocket_gssapi_service_principal_nametype`
 * @throws {@link CzmqError} `ENOTSUP` when the loaded libzmq does not have it.
 */
export function gssapiServicePrincipalNametype(socket: Zsocket): number {
  return numberOption(pointer(socket), 'gssapi_service_principal_nametype')
}

/**
 * Sets what the GSSAPI service principal is: 0 host-based (at first), 1 user name, 2 Kerberos principal.
 *
 * C: `zsocket_set_gssapi_service_principal_nametype`
 * @throws RangeError `ERR_OUT_OF_RANGE` outside of 0 to 2.
 * @throws {@link CzmqError} `ENOTSUP` when the loaded libzmq does not have it.
 */
export function setGssapiServicePrincipalNametype(
  socket: Zsocket,
  gssapiServicePrincipalNametype: number,
): void {
  setOption(pointer(socket), 'gssapi_service_principal_nametype', gssapiServicePrincipalNametype)
}

/**
 * How long a handshake may take: milliseconds, 30000 at first; 0 is for ever.
 *
 * C: `zsocket_handshake_ivl`
 */
export function handshakeIvl(socket: Zsocket): number {
  return numberOption(pointer(socket), 'handshake_ivl')
}

/**
 * Sets how long a handshake may take: milliseconds, 30000 at first; 0 is for ever.
 *
 * C: `zsocket_set_handshake_ivl`
 * @throws RangeError `ERR_OUT_OF_RANGE` outside of 0 to 2147483647.
 */
export function setHandshakeIvl(socket: Zsocket, handshakeIvl: number): void {
  setOption(pointer(socket), 'handshake_ivl', handshakeIvl)
}

/**
 * How often ZMTP pings are sent: milliseconds; 0 (at first) is never.
 *
 * C: `zsocket_heartbeat_ivl`
 */
export function heartbeatIvl(socket: Zsocket): number {
  return numberOption(pointer(socket), 'heartbeat_ivl')
}

/**
 * Sets how often ZMTP pings are sent: milliseconds; 0 (at first) is never.
 *
 * C: `zsocket_set_heartbeat_ivl`
 * @throws RangeError `ERR_OUT_OF_RANGE` outside of 0 to 2147483647.
 */
export function setHeartbeatIvl(socket: Zsocket, heartbeatIvl: number): void {
  setOption(pointer(socket), 'heartbeat_ivl', heartbeatIvl)
}

/**
 * How long to wait for the answer to a ping: milliseconds; -1 (at first) is the interval of the pings.
 *
 * C: `zsocket_heartbeat_timeout`
 */
export function heartbeatTimeout(socket: Zsocket): number {
  return numberOption(pointer(socket), 'heartbeat_timeout')
}

/**
 * Sets how long to wait for the answer to a ping: milliseconds; -1 (at first) is the interval of the pings.
 *
 * C: `zsocket_set_heartbeat_timeout`
 * @throws RangeError `ERR_OUT_OF_RANGE` outside of 0 to 2147483647.
 */
export function setHeartbeatTimeout(socket: Zsocket, heartbeatTimeout: number): void {
  setOption(pointer(socket), 'heartbeat_timeout', heartbeatTimeout)
}

/**
 * How long the peer may wait for the next ping: milliseconds in steps of 100, which libzmq rounds down to; 0
 * (at first) leaves it to the peer.
 *
 * C: `zsocket_heartbeat_ttl`
 */
export function heartbeatTtl(socket: Zsocket): number {
  return numberOption(pointer(socket), 'heartbeat_ttl')
}

/**
 * Sets how long the peer may wait for the next ping: milliseconds in steps of 100, which libzmq rounds down
 * to; 0 (at first) leaves it to the peer.
 *
 * C: `zsocket_set_heartbeat_ttl`
 * @throws RangeError `ERR_OUT_OF_RANGE` outside of 0 to 6553599.
 */
export function setHeartbeatTtl(socket: Zsocket, heartbeatTtl: number): void {
  setOption(pointer(socket), 'heartbeat_ttl', heartbeatTtl)
}

/**
 * Sets the message that each new peer is sent first: the bytes of one frame; none at first.
 *
 * C: `zsocket_set_hello_msg`
 * @throws {@link CzmqError} `ENOTSUP` when the loaded libzmq does not have it.
 */
export function setHelloMsg(socket: Zsocket, helloMsg: Uint8Array): void {
  setOption(pointer(socket), 'hello_msg', helloMsg)
}

/**
 * Both high-water marks, `sndhwm` and `rcvhwm`: messages; 0 is without limit. Reading it answers `sndhwm`.
 *
 * C: `zsocket_hwm`
 */
export function hwm(socket: Zsocket): number {
  return numberOption(pointer(socket), 'hwm')
}

/**
 * Sets both high-water marks, `sndhwm` and `rcvhwm`: messages; 0 is without limit. Reading it answers
 * `sndhwm`.
 *
 * C: `zsocket_set_hwm`
 * @throws RangeError `ERR_OUT_OF_RANGE` outside of 0 to 2147483647.
 */
export function setHwm(socket: Zsocket, hwm: number): void {
  setOption(pointer(socket), 'hwm', hwm)
}

/**
 * The routing id by which a ROUTER knows this socket: text or, when set, bytes; before `connect`; empty at
 * first.
 *
 * C: `zsocket_identity`
 * @throws {@link CzmqError} `EILSEQ` when it is binary: the bytes are in the `frames` of the error.
 */
export function identity(socket: Zsocket): string {
  return textOption(pointer(socket), 'identity')
}

/**
 * Sets the routing id by which a ROUTER knows this socket: text or, when set, bytes; before `connect`; empty
 * at first.
 *
 * C: `zsocket_set_identity`
 * @throws TypeError `ERR_INVALID_ARG_VALUE` outside of 1 to 255 bytes.
 * @throws {@link CzmqError} `ERR_CZMQ_SOCKET_TYPE` unless the socket is a REQ, REP, DEALER, ROUTER.
 */
export function setIdentity(socket: Zsocket, identity: string | Uint8Array): void {
  setOption(pointer(socket), 'identity', identity)
}

/**
 * Whether messages wait for completed connections only: 1 or 0; off at first: they go to every endpoint.
 *
 * C: `zsocket_immediate`
 */
export function immediate(socket: Zsocket): number {
  return numberOption(pointer(socket), 'immediate')
}

/**
 * Sets whether messages wait for completed connections only: off at first: they go to every endpoint.
 *
 * C: `zsocket_set_immediate`
 */
export function setImmediate(socket: Zsocket, immediate: boolean | 0 | 1): void {
  setOption(pointer(socket), 'immediate', immediate)
}

/**
 * How much is received from the system at once: bytes, 8192 at first.
 *
 * C: `zsocket_in_batch_size`
 * @throws {@link CzmqError} `ENOTSUP` when the loaded libzmq does not have it.
 */
export function inBatchSize(socket: Zsocket): number {
  return numberOption(pointer(socket), 'in_batch_size')
}

/**
 * Sets how much is received from the system at once: bytes, 8192 at first.
 *
 * C: `zsocket_set_in_batch_size`
 * @throws RangeError `ERR_OUT_OF_RANGE` outside of 1 to 2147483647.
 * @throws {@link CzmqError} `ENOTSUP` when the loaded libzmq does not have it.
 */
export function setInBatchSize(socket: Zsocket, inBatchSize: number): void {
  setOption(pointer(socket), 'in_batch_size', inBatchSize)
}

/**
 * Whether messages go to subscribers whose subscription does not match: 1 or 0; off at first; to be set at
 * both ends.
 *
 * C: `zsocket_invert_matching`
 */
export function invertMatching(socket: Zsocket): number {
  return numberOption(pointer(socket), 'invert_matching')
}

/**
 * Sets whether messages go to subscribers whose subscription does not match: off at first; to be set at both
 * ends.
 *
 * C: `zsocket_set_invert_matching`
 * @throws {@link CzmqError} `ERR_CZMQ_SOCKET_TYPE` unless the socket is a XPUB, PUB, SUB.
 */
export function setInvertMatching(socket: Zsocket, invertMatching: boolean | 0 | 1): void {
  setOption(pointer(socket), 'invert_matching', invertMatching)
}

/**
 * Whether IPv4 only is used: 1 or 0; on at first; the contrary of `ipv6`.
 *
 * C: `zsocket_ipv4only`
 */
export function ipv4only(socket: Zsocket): number {
  return numberOption(pointer(socket), 'ipv4only')
}

/**
 * Sets whether IPv4 only is used: on at first; the contrary of `ipv6`.
 *
 * C: `zsocket_set_ipv4only`
 */
export function setIpv4only(socket: Zsocket, ipv4only: boolean | 0 | 1): void {
  setOption(pointer(socket), 'ipv4only', ipv4only)
}

/**
 * Whether IPv6 is used besides IPv4: 1 or 0; off at first.
 *
 * C: `zsocket_ipv6`
 */
export function ipv6(socket: Zsocket): number {
  return numberOption(pointer(socket), 'ipv6')
}

/**
 * Sets whether IPv6 is used besides IPv4: off at first.
 *
 * C: `zsocket_set_ipv6`
 */
export function setIpv6(socket: Zsocket, ipv6: boolean | 0 | 1): void {
  setOption(pointer(socket), 'ipv6', ipv6)
}

/**
 * The endpoint that was bound or connected last, with its real port: text, empty at first.
 *
 * C: `zsocket_last_endpoint`
 */
export function lastEndpoint(socket: Zsocket): string {
  return textOption(pointer(socket), 'last_endpoint')
}

/**
 * How long messages may wait to be sent after closing: milliseconds; 0 drops them, -1 is for ever.
 *
 * C: `zsocket_linger`
 */
export function linger(socket: Zsocket): number {
  return numberOption(pointer(socket), 'linger')
}

/**
 * Sets how long messages may wait to be sent after closing: milliseconds; 0 drops them, -1 is for ever.
 *
 * C: `zsocket_set_linger`
 * @throws RangeError `ERR_OUT_OF_RANGE` outside of -1 to 2147483647.
 */
export function setLinger(socket: Zsocket, linger: number): void {
  setOption(pointer(socket), 'linger', linger)
}

/**
 * Whether TCP within the machine takes a short cut of Windows: 1 or 0; off at first.
 *
 * C: `zsocket_loopback_fastpath`
 * @throws {@link CzmqError} `ENOTSUP` when the loaded libzmq does not have it.
 */
export function loopbackFastpath(socket: Zsocket): number {
  return numberOption(pointer(socket), 'loopback_fastpath')
}

/**
 * Sets whether TCP within the machine takes a short cut of Windows: off at first.
 *
 * C: `zsocket_set_loopback_fastpath`
 * @throws {@link CzmqError} `ENOTSUP` when the loaded libzmq does not have it.
 */
export function setLoopbackFastpath(socket: Zsocket, loopbackFastpath: boolean | 0 | 1): void {
  setOption(pointer(socket), 'loopback_fastpath', loopbackFastpath)
}

/**
 * The size of the greatest frame accepted; a peer that sends more is cut off: bytes; -1 (at first) is
 * without limit.
 *
 * C: `zsocket_maxmsgsize`
 */
export function maxmsgsize(socket: Zsocket): number {
  return numberOption(pointer(socket), 'maxmsgsize')
}

/**
 * Sets the size of the greatest frame accepted; a peer that sends more is cut off: bytes; -1 (at first) is
 * without limit.
 *
 * C: `zsocket_set_maxmsgsize`
 * @throws RangeError `ERR_OUT_OF_RANGE` outside of -1 to 2^53 - 1.
 */
export function setMaxmsgsize(socket: Zsocket, maxmsgsize: number): void {
  setOption(pointer(socket), 'maxmsgsize', maxmsgsize)
}

/**
 * The multicast loop-back of libzmq 2: libzmq 4 has `multicast_loop`.
 *
 * C: `zsocket_mcast_loop`
 * @throws {@link CzmqError} `ENOTSUP`, always: use multicast_loop.
 */
export function mcastLoop(socket: Zsocket): number {
  return numberOption(pointer(socket), 'mcast_loop')
}

/**
 * Sets the multicast loop-back of libzmq 2: libzmq 4 has `multicast_loop`.
 *
 * C: `zsocket_set_mcast_loop`
 * @throws {@link CzmqError} `ENOTSUP`, always: use multicast_loop.
 */
export function setMcastLoop(socket: Zsocket, mcastLoop: number): void {
  setOption(pointer(socket), 'mcast_loop', mcastLoop)
}

/**
 * How peers are authenticated: `zmq.NULL`, `zmq.PLAIN`, `zmq.CURVE` or `zmq.GSSAPI`.
 *
 * C: `zsocket_mechanism`
 */
export function mechanism(socket: Zsocket): number {
  return numberOption(pointer(socket), 'mechanism')
}

/**
 * A property that peers are told at the handshake: text like `X-key:value`; once for each property.
 *
 * C: `zsocket_metadata`
 * @throws {@link CzmqError} `ENOTSUP`, always: libzmq does not tell it.
 */
export function metadata(socket: Zsocket): string {
  return textOption(pointer(socket), 'metadata')
}

/**
 * Sets a property that peers are told at the handshake: text like `X-key:value`; once for each property.
 *
 * C: `zsocket_set_metadata`
 * @throws TypeError `ERR_INVALID_ARG_VALUE` outside of 1 to 512 bytes.
 */
export function setMetadata(socket: Zsocket, metadata: string): void {
  setOption(pointer(socket), 'metadata', metadata)
}

/**
 * How many routers a multicast packet may pass: 1 (the own network) at first.
 *
 * C: `zsocket_multicast_hops`
 */
export function multicastHops(socket: Zsocket): number {
  return numberOption(pointer(socket), 'multicast_hops')
}

/**
 * Sets how many routers a multicast packet may pass: 1 (the own network) at first.
 *
 * C: `zsocket_set_multicast_hops`
 * @throws RangeError `ERR_OUT_OF_RANGE` outside of 1 to 2147483647.
 */
export function setMulticastHops(socket: Zsocket, multicastHops: number): void {
  setOption(pointer(socket), 'multicast_hops', multicastHops)
}

/**
 * Whether what is sent by multicast reaches this machine, too: 1 or 0; on at first.
 *
 * C: `zsocket_multicast_loop`
 * @throws {@link CzmqError} `ENOTSUP` when the loaded libzmq does not have it.
 */
export function multicastLoop(socket: Zsocket): number {
  return numberOption(pointer(socket), 'multicast_loop')
}

/**
 * Sets whether what is sent by multicast reaches this machine, too: on at first.
 *
 * C: `zsocket_set_multicast_loop`
 * @throws {@link CzmqError} `ENOTSUP` when the loaded libzmq does not have it.
 */
export function setMulticastLoop(socket: Zsocket, multicastLoop: boolean | 0 | 1): void {
  setOption(pointer(socket), 'multicast_loop', multicastLoop)
}

/**
 * The size of a multicast packet: bytes, 1500 at first.
 *
 * C: `zsocket_multicast_maxtpdu`
 */
export function multicastMaxtpdu(socket: Zsocket): number {
  return numberOption(pointer(socket), 'multicast_maxtpdu')
}

/**
 * Sets the size of a multicast packet: bytes, 1500 at first.
 *
 * C: `zsocket_set_multicast_maxtpdu`
 * @throws RangeError `ERR_OUT_OF_RANGE` outside of 1 to 2147483647.
 */
export function setMulticastMaxtpdu(socket: Zsocket, multicastMaxtpdu: number): void {
  setOption(pointer(socket), 'multicast_maxtpdu', multicastMaxtpdu)
}

/**
 * Sets whether only the first frame of a message subscribes: off at first: each frame that begins with a
 * byte 1 or 0 subscribes or unsubscribes.
 *
 * C: `zsocket_set_only_first_subscribe`
 * @throws {@link CzmqError} `ERR_CZMQ_SOCKET_TYPE` unless the socket is a XPUB, XSUB; `ENOTSUP` when the
 *   loaded libzmq does not have it.
 */
export function setOnlyFirstSubscribe(socket: Zsocket, onlyFirstSubscribe: boolean | 0 | 1): void {
  setOption(pointer(socket), 'only_first_subscribe', onlyFirstSubscribe)
}

/**
 * How much is sent to the system at once: bytes, 8192 at first.
 *
 * C: `zsocket_out_batch_size`
 * @throws {@link CzmqError} `ENOTSUP` when the loaded libzmq does not have it.
 */
export function outBatchSize(socket: Zsocket): number {
  return numberOption(pointer(socket), 'out_batch_size')
}

/**
 * Sets how much is sent to the system at once: bytes, 8192 at first.
 *
 * C: `zsocket_set_out_batch_size`
 * @throws RangeError `ERR_OUT_OF_RANGE` outside of 1 to 2147483647.
 * @throws {@link CzmqError} `ENOTSUP` when the loaded libzmq does not have it.
 */
export function setOutBatchSize(socket: Zsocket, outBatchSize: number): void {
  setOption(pointer(socket), 'out_batch_size', outBatchSize)
}

/**
 * The password for PLAIN: text, empty at first; setting it makes this end a client.
 *
 * C: `zsocket_plain_password`
 */
export function plainPassword(socket: Zsocket): string {
  return textOption(pointer(socket), 'plain_password')
}

/**
 * Sets the password for PLAIN: text, empty at first; setting it makes this end a client.
 *
 * C: `zsocket_set_plain_password`
 * @throws TypeError `ERR_INVALID_ARG_VALUE` outside of 1 to 255 bytes.
 */
export function setPlainPassword(socket: Zsocket, plainPassword: string): void {
  setOption(pointer(socket), 'plain_password', plainPassword)
}

/**
 * Whether this end checks names and passwords (PLAIN): 1 or 0; off at first.
 *
 * C: `zsocket_plain_server`
 */
export function plainServer(socket: Zsocket): number {
  return numberOption(pointer(socket), 'plain_server')
}

/**
 * Sets whether this end checks names and passwords (PLAIN): off at first.
 *
 * C: `zsocket_set_plain_server`
 */
export function setPlainServer(socket: Zsocket, plainServer: boolean | 0 | 1): void {
  setOption(pointer(socket), 'plain_server', plainServer)
}

/**
 * The user name for PLAIN: text, empty at first; setting it makes this end a client.
 *
 * C: `zsocket_plain_username`
 */
export function plainUsername(socket: Zsocket): string {
  return textOption(pointer(socket), 'plain_username')
}

/**
 * Sets the user name for PLAIN: text, empty at first; setting it makes this end a client.
 *
 * C: `zsocket_set_plain_username`
 * @throws TypeError `ERR_INVALID_ARG_VALUE` outside of 1 to 255 bytes.
 */
export function setPlainUsername(socket: Zsocket, plainUsername: string): void {
  setOption(pointer(socket), 'plain_username', plainUsername)
}

/**
 * The priority of the socket's packets (SO_PRIORITY): 0 is the lowest, and what it is at first.
 *
 * C: `zsocket_priority`
 * @throws {@link CzmqError} `ENOTSUP` when the loaded libzmq does not have it.
 */
export function priority(socket: Zsocket): number {
  return numberOption(pointer(socket), 'priority')
}

/**
 * Sets the priority of the socket's packets (SO_PRIORITY): 0 is the lowest, and what it is at first.
 *
 * C: `zsocket_set_priority`
 * @throws RangeError `ERR_OUT_OF_RANGE` outside of 0 to 2147483647.
 * @throws {@link CzmqError} `ENOTSUP` when the loaded libzmq does not have it.
 */
export function setPriority(socket: Zsocket, priority: number): void {
  setOption(pointer(socket), 'priority', priority)
}

/**
 * Sets whether each new peer is sent an empty message: off at first.
 *
 * C: `zsocket_set_probe_router`
 * @throws {@link CzmqError} `ERR_CZMQ_SOCKET_TYPE` unless the socket is a ROUTER, DEALER, REQ.
 */
export function setProbeRouter(socket: Zsocket, probeRouter: boolean | 0 | 1): void {
  setOption(pointer(socket), 'probe_router', probeRouter)
}

/**
 * The rate of multicast: kilobits per second, 100 at first.
 *
 * C: `zsocket_rate`
 */
export function rate(socket: Zsocket): number {
  return numberOption(pointer(socket), 'rate')
}

/**
 * Sets the rate of multicast: kilobits per second, 100 at first.
 *
 * C: `zsocket_set_rate`
 * @throws RangeError `ERR_OUT_OF_RANGE` outside of 1 to 2147483647.
 */
export function setRate(socket: Zsocket, rate: number): void {
  setOption(pointer(socket), 'rate', rate)
}

/**
 * The size of the system's receive buffer: bytes; -1 (at first) as the system does, for connections made
 * afterwards.
 *
 * C: `zsocket_rcvbuf`
 */
export function rcvbuf(socket: Zsocket): number {
  return numberOption(pointer(socket), 'rcvbuf')
}

/**
 * Sets the size of the system's receive buffer: bytes; -1 (at first) as the system does, for connections
 * made afterwards.
 *
 * C: `zsocket_set_rcvbuf`
 * @throws RangeError `ERR_OUT_OF_RANGE` outside of -1 to 2147483647.
 */
export function setRcvbuf(socket: Zsocket, rcvbuf: number): void {
  setOption(pointer(socket), 'rcvbuf', rcvbuf)
}

/**
 * The most messages that wait to be received from a peer: 0 is without limit, 1000 at first.
 *
 * C: `zsocket_rcvhwm`
 */
export function rcvhwm(socket: Zsocket): number {
  return numberOption(pointer(socket), 'rcvhwm')
}

/**
 * Sets the most messages that wait to be received from a peer: 0 is without limit, 1000 at first.
 *
 * C: `zsocket_set_rcvhwm`
 * @throws RangeError `ERR_OUT_OF_RANGE` outside of 0 to 2147483647.
 */
export function setRcvhwm(socket: Zsocket, rcvhwm: number): void {
  setOption(pointer(socket), 'rcvhwm', rcvhwm)
}

/**
 * Whether more frames follow the one received last: 1 or 0.
 *
 * C: `zsocket_rcvmore`
 */
export function rcvmore(socket: Zsocket): number {
  return numberOption(pointer(socket), 'rcvmore')
}

/**
 * How long receiving waits: milliseconds; 0 not at all, -1 (at first) for ever.
 *
 * C: `zsocket_rcvtimeo`
 */
export function rcvtimeo(socket: Zsocket): number {
  return numberOption(pointer(socket), 'rcvtimeo')
}

/**
 * Sets how long receiving waits: milliseconds; 0 not at all, -1 (at first) for ever.
 *
 * C: `zsocket_set_rcvtimeo`
 * @throws RangeError `ERR_OUT_OF_RANGE` outside of -1 to 2147483647.
 */
export function setRcvtimeo(socket: Zsocket, rcvtimeo: number): void {
  setOption(pointer(socket), 'rcvtimeo', rcvtimeo)
}

/**
 * How long to wait before connecting again: milliseconds, 100 at first; -1 is never again.
 *
 * C: `zsocket_reconnect_ivl`
 */
export function reconnectIvl(socket: Zsocket): number {
  return numberOption(pointer(socket), 'reconnect_ivl')
}

/**
 * Sets how long to wait before connecting again: milliseconds, 100 at first; -1 is never again.
 *
 * C: `zsocket_set_reconnect_ivl`
 * @throws RangeError `ERR_OUT_OF_RANGE` outside of -1 to 2147483647.
 */
export function setReconnectIvl(socket: Zsocket, reconnectIvl: number): void {
  setOption(pointer(socket), 'reconnect_ivl', reconnectIvl)
}

/**
 * What the wait before connecting again grows to, doubling each time: milliseconds; 0 (at first) does not
 * grow.
 *
 * C: `zsocket_reconnect_ivl_max`
 */
export function reconnectIvlMax(socket: Zsocket): number {
  return numberOption(pointer(socket), 'reconnect_ivl_max')
}

/**
 * Sets what the wait before connecting again grows to, doubling each time: milliseconds; 0 (at first) does
 * not grow.
 *
 * C: `zsocket_set_reconnect_ivl_max`
 * @throws RangeError `ERR_OUT_OF_RANGE` outside of 0 to 2147483647.
 */
export function setReconnectIvlMax(socket: Zsocket, reconnectIvlMax: number): void {
  setOption(pointer(socket), 'reconnect_ivl_max', reconnectIvlMax)
}

/**
 * When not to connect again: a sum of `zmq.RECONNECT_STOP_…`: 1 when refused, 2 when the handshake failed; 0
 * (at first) is never.
 *
 * C: `zsocket_reconnect_stop`
 * @throws {@link CzmqError} `ENOTSUP` when the loaded libzmq does not have it.
 */
export function reconnectStop(socket: Zsocket): number {
  return numberOption(pointer(socket), 'reconnect_stop')
}

/**
 * Sets when not to connect again: a sum of `zmq.RECONNECT_STOP_…`: 1 when refused, 2 when the handshake
 * failed; 0 (at first) is never.
 *
 * C: `zsocket_set_reconnect_stop`
 * @throws RangeError `ERR_OUT_OF_RANGE` outside of 0 to 7.
 * @throws {@link CzmqError} `ENOTSUP` when the loaded libzmq does not have it.
 */
export function setReconnectStop(socket: Zsocket, reconnectStop: number): void {
  setOption(pointer(socket), 'reconnect_stop', reconnectStop)
}

/**
 * How long a multicast receiver may be away without losing messages: milliseconds, 10000 at first.
 *
 * C: `zsocket_recovery_ivl`
 */
export function recoveryIvl(socket: Zsocket): number {
  return numberOption(pointer(socket), 'recovery_ivl')
}

/**
 * Sets how long a multicast receiver may be away without losing messages: milliseconds, 10000 at first.
 *
 * C: `zsocket_set_recovery_ivl`
 * @throws RangeError `ERR_OUT_OF_RANGE` outside of 0 to 2147483647.
 */
export function setRecoveryIvl(socket: Zsocket, recoveryIvl: number): void {
  setOption(pointer(socket), 'recovery_ivl', recoveryIvl)
}

/**
 * The multicast recovery interval of libzmq 2: libzmq 4 has `recovery_ivl` only.
 *
 * C: `zsocket_recovery_ivl_msec`
 * @throws {@link CzmqError} `ENOTSUP`, always: use recovery_ivl, which counts milliseconds.
 */
export function recoveryIvlMsec(socket: Zsocket): number {
  return numberOption(pointer(socket), 'recovery_ivl_msec')
}

/**
 * Sets the multicast recovery interval of libzmq 2: libzmq 4 has `recovery_ivl` only.
 *
 * C: `zsocket_set_recovery_ivl_msec`
 * @throws {@link CzmqError} `ENOTSUP`, always: use recovery_ivl, which counts milliseconds.
 */
export function setRecoveryIvlMsec(socket: Zsocket, recoveryIvlMsec: number): void {
  setOption(pointer(socket), 'recovery_ivl_msec', recoveryIvlMsec)
}

/**
 * Sets whether a REQ drops replies to earlier requests: off at first.
 *
 * C: `zsocket_set_req_correlate`
 * @throws {@link CzmqError} `ERR_CZMQ_SOCKET_TYPE` unless the socket is a REQ.
 */
export function setReqCorrelate(socket: Zsocket, reqCorrelate: boolean | 0 | 1): void {
  setOption(pointer(socket), 'req_correlate', reqCorrelate)
}

/**
 * Sets whether a REQ may send again before it has received: off at first.
 *
 * C: `zsocket_set_req_relaxed`
 * @throws {@link CzmqError} `ERR_CZMQ_SOCKET_TYPE` unless the socket is a REQ.
 */
export function setReqRelaxed(socket: Zsocket, reqRelaxed: boolean | 0 | 1): void {
  setOption(pointer(socket), 'req_relaxed', reqRelaxed)
}

/**
 * Sets whether a new peer takes over the routing id of an older one: off at first: the new one is ignored.
 *
 * C: `zsocket_set_router_handover`
 * @throws {@link CzmqError} `ERR_CZMQ_SOCKET_TYPE` unless the socket is a ROUTER.
 */
export function setRouterHandover(socket: Zsocket, routerHandover: boolean | 0 | 1): void {
  setOption(pointer(socket), 'router_handover', routerHandover)
}

/**
 * Sets whether sending to an unknown peer fails with `EHOSTUNREACH`: off at first: the message is dropped.
 *
 * C: `zsocket_set_router_mandatory`
 * @throws {@link CzmqError} `ERR_CZMQ_SOCKET_TYPE` unless the socket is a ROUTER.
 */
export function setRouterMandatory(socket: Zsocket, routerMandatory: boolean | 0 | 1): void {
  setOption(pointer(socket), 'router_mandatory', routerMandatory)
}

/**
 * Which comings and goings of peers are received as empty messages with their routing id: a sum of 1
 * (`zmq.NOTIFY_CONNECT`) and 2 (`zmq.NOTIFY_DISCONNECT`); 0 at first.
 *
 * C: `zsocket_router_notify`
 * @throws {@link CzmqError} `ENOTSUP` when the loaded libzmq does not have it.
 */
export function routerNotify(socket: Zsocket): number {
  return numberOption(pointer(socket), 'router_notify')
}

/**
 * Sets which comings and goings of peers are received as empty messages with their routing id: a sum of 1
 * (`zmq.NOTIFY_CONNECT`) and 2 (`zmq.NOTIFY_DISCONNECT`); 0 at first.
 *
 * C: `zsocket_set_router_notify`
 * @throws RangeError `ERR_OUT_OF_RANGE` outside of 0 to 3.
 * @throws {@link CzmqError} `ENOTSUP` when the loaded libzmq does not have it.
 */
export function setRouterNotify(socket: Zsocket, routerNotify: number): void {
  setOption(pointer(socket), 'router_notify', routerNotify)
}

/**
 * Sets whether a ROUTER speaks plain TCP: off at first; before `bind` or `connect`.
 *
 * C: `zsocket_set_router_raw`
 * @throws {@link CzmqError} `ERR_CZMQ_SOCKET_TYPE` unless the socket is a ROUTER.
 */
export function setRouterRaw(socket: Zsocket, routerRaw: boolean | 0 | 1): void {
  setOption(pointer(socket), 'router_raw', routerRaw)
}

/**
 * The size of the system's send buffer: bytes; -1 (at first) as the system does, for connections made
 * afterwards.
 *
 * C: `zsocket_sndbuf`
 */
export function sndbuf(socket: Zsocket): number {
  return numberOption(pointer(socket), 'sndbuf')
}

/**
 * Sets the size of the system's send buffer: bytes; -1 (at first) as the system does, for connections made
 * afterwards.
 *
 * C: `zsocket_set_sndbuf`
 * @throws RangeError `ERR_OUT_OF_RANGE` outside of -1 to 2147483647.
 */
export function setSndbuf(socket: Zsocket, sndbuf: number): void {
  setOption(pointer(socket), 'sndbuf', sndbuf)
}

/**
 * The most messages that wait to be sent to a peer: 0 is without limit, 1000 at first.
 *
 * C: `zsocket_sndhwm`
 */
export function sndhwm(socket: Zsocket): number {
  return numberOption(pointer(socket), 'sndhwm')
}

/**
 * Sets the most messages that wait to be sent to a peer: 0 is without limit, 1000 at first.
 *
 * C: `zsocket_set_sndhwm`
 * @throws RangeError `ERR_OUT_OF_RANGE` outside of 0 to 2147483647.
 */
export function setSndhwm(socket: Zsocket, sndhwm: number): void {
  setOption(pointer(socket), 'sndhwm', sndhwm)
}

/**
 * How long sending waits: milliseconds; 0 not at all, -1 (at first) for ever.
 *
 * C: `zsocket_sndtimeo`
 */
export function sndtimeo(socket: Zsocket): number {
  return numberOption(pointer(socket), 'sndtimeo')
}

/**
 * Sets how long sending waits: milliseconds; 0 not at all, -1 (at first) for ever.
 *
 * C: `zsocket_set_sndtimeo`
 * @throws RangeError `ERR_OUT_OF_RANGE` outside of -1 to 2147483647.
 */
export function setSndtimeo(socket: Zsocket, sndtimeo: number): void {
  setOption(pointer(socket), 'sndtimeo', sndtimeo)
}

/**
 * The password for the SOCKS proxy: text, empty at first.
 *
 * C: `zsocket_socks_password`
 * @throws {@link CzmqError} `ENOTSUP` when the loaded libzmq does not have it.
 */
export function socksPassword(socket: Zsocket): string {
  return textOption(pointer(socket), 'socks_password')
}

/**
 * Sets the password for the SOCKS proxy: text, empty at first.
 *
 * C: `zsocket_set_socks_password`
 * @throws TypeError `ERR_INVALID_ARG_VALUE` outside of 0 to 255 bytes.
 * @throws {@link CzmqError} `ENOTSUP` when the loaded libzmq does not have it.
 */
export function setSocksPassword(socket: Zsocket, socksPassword: string): void {
  setOption(pointer(socket), 'socks_password', socksPassword)
}

/**
 * The SOCKS5 proxy that TCP connects through: `host:port`, empty at first. It and the endpoints behind it
 * have to be reachable: libzmq 4.3.4 ends the process when they are not.
 *
 * C: `zsocket_socks_proxy`
 */
export function socksProxy(socket: Zsocket): string {
  return textOption(pointer(socket), 'socks_proxy')
}

/**
 * Sets the SOCKS5 proxy that TCP connects through: `host:port`, empty at first. It and the endpoints behind
 * it have to be reachable: libzmq 4.3.4 ends the process when they are not.
 *
 * C: `zsocket_set_socks_proxy`
 * @throws TypeError `ERR_INVALID_ARG_VALUE` outside of 1 to 255 bytes.
 */
export function setSocksProxy(socket: Zsocket, socksProxy: string): void {
  setOption(pointer(socket), 'socks_proxy', socksProxy)
}

/**
 * The user name for the SOCKS proxy: text; empty (at first) is without authentication.
 *
 * C: `zsocket_socks_username`
 * @throws {@link CzmqError} `ENOTSUP` when the loaded libzmq does not have it.
 */
export function socksUsername(socket: Zsocket): string {
  return textOption(pointer(socket), 'socks_username')
}

/**
 * Sets the user name for the SOCKS proxy: text; empty (at first) is without authentication.
 *
 * C: `zsocket_set_socks_username`
 * @throws TypeError `ERR_INVALID_ARG_VALUE` outside of 0 to 255 bytes.
 * @throws {@link CzmqError} `ENOTSUP` when the loaded libzmq does not have it.
 */
export function setSocksUsername(socket: Zsocket, socksUsername: string): void {
  setOption(pointer(socket), 'socks_username', socksUsername)
}

/**
 * Sets whether connecting and disconnecting is received as an empty message: on at first.
 *
 * C: `zsocket_set_stream_notify`
 * @throws {@link CzmqError} `ERR_CZMQ_SOCKET_TYPE` unless the socket is a STREAM.
 */
export function setStreamNotify(socket: Zsocket, streamNotify: boolean | 0 | 1): void {
  setOption(pointer(socket), 'stream_notify', streamNotify)
}

/**
 * Subscribes to messages that begin with a prefix: text or bytes, copied; empty is every message. As often
 * as it was subscribed it has to be unsubscribed.
 *
 * C: `zsocket_set_subscribe`
 * @throws TypeError `ERR_INVALID_ARG_VALUE` outside of 0 to 65535 bytes.
 * @throws {@link CzmqError} `ERR_CZMQ_SOCKET_TYPE` unless the socket is a SUB.
 */
export function setSubscribe(socket: Zsocket, subscribe: string | Uint8Array): void {
  setOption(pointer(socket), 'subscribe', subscribe)
}

/**
 * The size of the swap file of libzmq 2: libzmq 4 has none.
 *
 * C: `zsocket_swap`
 * @throws {@link CzmqError} `ENOTSUP`, always: use sndhwm.
 */
export function swap(socket: Zsocket): number {
  return numberOption(pointer(socket), 'swap')
}

/**
 * Sets the size of the swap file of libzmq 2: libzmq 4 has none.
 *
 * C: `zsocket_set_swap`
 * @throws {@link CzmqError} `ENOTSUP`, always: use sndhwm.
 */
export function setSwap(socket: Zsocket, swap: number): void {
  setOption(pointer(socket), 'swap', swap)
}

/**
 * The IPv4 addresses from which connections are accepted: an address or `address/bits`; each call adds one,
 * and without any all are.
 *
 * C: `zsocket_tcp_accept_filter`
 * @throws {@link CzmqError} `ENOTSUP`, always: libzmq does not tell it.
 */
export function tcpAcceptFilter(socket: Zsocket): string {
  return textOption(pointer(socket), 'tcp_accept_filter')
}

/**
 * Sets the IPv4 addresses from which connections are accepted: an address or `address/bits`; each call adds
 * one, and without any all are.
 *
 * C: `zsocket_set_tcp_accept_filter`
 * @throws TypeError `ERR_INVALID_ARG_VALUE` outside of 1 to 255 bytes.
 */
export function setTcpAcceptFilter(socket: Zsocket, tcpAcceptFilter: string): void {
  setOption(pointer(socket), 'tcp_accept_filter', tcpAcceptFilter)
}

/**
 * Whether TCP looks after idle connections: 1 yes, 0 no, -1 (at first) as the system does.
 *
 * C: `zsocket_tcp_keepalive`
 */
export function tcpKeepalive(socket: Zsocket): number {
  return numberOption(pointer(socket), 'tcp_keepalive')
}

/**
 * Sets whether TCP looks after idle connections: 1 yes, 0 no, -1 (at first) as the system does.
 *
 * C: `zsocket_set_tcp_keepalive`
 * @throws RangeError `ERR_OUT_OF_RANGE` outside of -1 to 1.
 */
export function setTcpKeepalive(socket: Zsocket, tcpKeepalive: number): void {
  setOption(pointer(socket), 'tcp_keepalive', tcpKeepalive)
}

/**
 * How often TCP looks in vain before it gives up: times; -1 (at first) as the system does.
 *
 * C: `zsocket_tcp_keepalive_cnt`
 */
export function tcpKeepaliveCnt(socket: Zsocket): number {
  return numberOption(pointer(socket), 'tcp_keepalive_cnt')
}

/**
 * Sets how often TCP looks in vain before it gives up: times; -1 (at first) as the system does.
 *
 * C: `zsocket_set_tcp_keepalive_cnt`
 * @throws RangeError `ERR_OUT_OF_RANGE` outside of -1 to 2147483647.
 */
export function setTcpKeepaliveCnt(socket: Zsocket, tcpKeepaliveCnt: number): void {
  setOption(pointer(socket), 'tcp_keepalive_cnt', tcpKeepaliveCnt)
}

/**
 * How long a connection is idle before TCP looks after it: seconds; -1 (at first) as the system does.
 *
 * C: `zsocket_tcp_keepalive_idle`
 */
export function tcpKeepaliveIdle(socket: Zsocket): number {
  return numberOption(pointer(socket), 'tcp_keepalive_idle')
}

/**
 * Sets how long a connection is idle before TCP looks after it: seconds; -1 (at first) as the system does.
 *
 * C: `zsocket_set_tcp_keepalive_idle`
 * @throws RangeError `ERR_OUT_OF_RANGE` outside of -1 to 2147483647.
 */
export function setTcpKeepaliveIdle(socket: Zsocket, tcpKeepaliveIdle: number): void {
  setOption(pointer(socket), 'tcp_keepalive_idle', tcpKeepaliveIdle)
}

/**
 * How long TCP waits before it looks again: seconds; -1 (at first) as the system does.
 *
 * C: `zsocket_tcp_keepalive_intvl`
 */
export function tcpKeepaliveIntvl(socket: Zsocket): number {
  return numberOption(pointer(socket), 'tcp_keepalive_intvl')
}

/**
 * Sets how long TCP waits before it looks again: seconds; -1 (at first) as the system does.
 *
 * C: `zsocket_set_tcp_keepalive_intvl`
 * @throws RangeError `ERR_OUT_OF_RANGE` outside of -1 to 2147483647.
 */
export function setTcpKeepaliveIntvl(socket: Zsocket, tcpKeepaliveIntvl: number): void {
  setOption(pointer(socket), 'tcp_keepalive_intvl', tcpKeepaliveIntvl)
}

/**
 * How long TCP may go without an acknowledgement: milliseconds; 0 (at first) leaves it to the system.
 *
 * C: `zsocket_tcp_maxrt`
 */
export function tcpMaxrt(socket: Zsocket): number {
  return numberOption(pointer(socket), 'tcp_maxrt')
}

/**
 * Sets how long TCP may go without an acknowledgement: milliseconds; 0 (at first) leaves it to the system.
 *
 * C: `zsocket_set_tcp_maxrt`
 * @throws RangeError `ERR_OUT_OF_RANGE` outside of 0 to 2147483647.
 */
export function setTcpMaxrt(socket: Zsocket, tcpMaxrt: number): void {
  setOption(pointer(socket), 'tcp_maxrt', tcpMaxrt)
}

/**
 * Whether several threads may use the socket: 1 for some draft types, else 0.
 *
 * C: `zsocket_thread_safe`
 */
export function threadSafe(socket: Zsocket): number {
  return numberOption(pointer(socket), 'thread_safe')
}

/**
 * The type of service of the socket's packets (IP_TOS): the number that goes into the packets, 0 at first.
 *
 * C: `zsocket_tos`
 */
export function tos(socket: Zsocket): number {
  return numberOption(pointer(socket), 'tos')
}

/**
 * Sets the type of service of the socket's packets (IP_TOS): the number that goes into the packets, 0 at
 * first.
 *
 * C: `zsocket_set_tos`
 * @throws RangeError `ERR_OUT_OF_RANGE` outside of 0 to 2147483647.
 */
export function setTos(socket: Zsocket, tos: number): void {
  setOption(pointer(socket), 'tos', tos)
}

/**
 * The type of the socket: `zmq.PUSH`, `zmq.PULL`, ….
 *
 * C: `zsocket_type`
 */
export function type(socket: Zsocket): number {
  return numberOption(pointer(socket), 'type')
}

/**
 * Ends a subscription: text or bytes, as they were subscribed.
 *
 * C: `zsocket_set_unsubscribe`
 * @throws TypeError `ERR_INVALID_ARG_VALUE` outside of 0 to 65535 bytes.
 * @throws {@link CzmqError} `ERR_CZMQ_SOCKET_TYPE` unless the socket is a SUB.
 */
export function setUnsubscribe(socket: Zsocket, unsubscribe: string | Uint8Array): void {
  setOption(pointer(socket), 'unsubscribe', unsubscribe)
}

/**
 * The listening socket of the system that `bind` uses instead of making one: a file descriptor, which libzmq
 * closes; -1 (at first) is none.
 *
 * C: `zsocket_use_fd`
 */
export function useFd(socket: Zsocket): number {
  return numberOption(pointer(socket), 'use_fd')
}

/**
 * Sets the listening socket of the system that `bind` uses instead of making one: a file descriptor, which
 * libzmq closes; -1 (at first) is none.
 *
 * C: `zsocket_set_use_fd`
 * @throws RangeError `ERR_OUT_OF_RANGE` outside of -1 to 2147483647.
 */
export function setUseFd(socket: Zsocket, useFd: number): void {
  setOption(pointer(socket), 'use_fd', useFd)
}

/**
 * The greatest size of the buffer of VMCI: bytes, 262144 at first.
 *
 * C: `zsocket_vmci_buffer_max_size`
 * @throws {@link CzmqError} `ENOTSUP` when the loaded libzmq does not have it.
 */
export function vmciBufferMaxSize(socket: Zsocket): bigint {
  return bigintOption(pointer(socket), 'vmci_buffer_max_size')
}

/**
 * Sets the greatest size of the buffer of VMCI: bytes, 262144 at first.
 *
 * C: `zsocket_set_vmci_buffer_max_size`
 * @throws {@link CzmqError} `ENOTSUP` when the loaded libzmq does not have it.
 */
export function setVmciBufferMaxSize(socket: Zsocket, vmciBufferMaxSize: bigint | number): void {
  setOption(pointer(socket), 'vmci_buffer_max_size', vmciBufferMaxSize)
}

/**
 * The least size of the buffer of VMCI: bytes, 128 at first.
 *
 * C: `zsocket_vmci_buffer_min_size`
 * @throws {@link CzmqError} `ENOTSUP` when the loaded libzmq does not have it.
 */
export function vmciBufferMinSize(socket: Zsocket): bigint {
  return bigintOption(pointer(socket), 'vmci_buffer_min_size')
}

/**
 * Sets the least size of the buffer of VMCI: bytes, 128 at first.
 *
 * C: `zsocket_set_vmci_buffer_min_size`
 * @throws {@link CzmqError} `ENOTSUP` when the loaded libzmq does not have it.
 */
export function setVmciBufferMinSize(socket: Zsocket, vmciBufferMinSize: bigint | number): void {
  setOption(pointer(socket), 'vmci_buffer_min_size', vmciBufferMinSize)
}

/**
 * The size of the buffer of VMCI: bytes, 65536 at first.
 *
 * C: `zsocket_vmci_buffer_size`
 * @throws {@link CzmqError} `ENOTSUP` when the loaded libzmq does not have it.
 */
export function vmciBufferSize(socket: Zsocket): bigint {
  return bigintOption(pointer(socket), 'vmci_buffer_size')
}

/**
 * Sets the size of the buffer of VMCI: bytes, 65536 at first.
 *
 * C: `zsocket_set_vmci_buffer_size`
 * @throws {@link CzmqError} `ENOTSUP` when the loaded libzmq does not have it.
 */
export function setVmciBufferSize(socket: Zsocket, vmciBufferSize: bigint | number): void {
  setOption(pointer(socket), 'vmci_buffer_size', vmciBufferSize)
}

/**
 * How long connecting by VMCI may take: milliseconds; -1 (at first) leaves it to the system.
 *
 * C: `zsocket_vmci_connect_timeout`
 * @throws {@link CzmqError} `ENOTSUP` when the loaded libzmq does not have it.
 */
export function vmciConnectTimeout(socket: Zsocket): number {
  return numberOption(pointer(socket), 'vmci_connect_timeout')
}

/**
 * Sets how long connecting by VMCI may take: milliseconds; -1 (at first) leaves it to the system.
 *
 * C: `zsocket_set_vmci_connect_timeout`
 * @throws RangeError `ERR_OUT_OF_RANGE` outside of -1 to 2147483647.
 * @throws {@link CzmqError} `ENOTSUP` when the loaded libzmq does not have it.
 */
export function setVmciConnectTimeout(socket: Zsocket, vmciConnectTimeout: number): void {
  setOption(pointer(socket), 'vmci_connect_timeout', vmciConnectTimeout)
}

/**
 * Sets the certificate of a server of `wss://`: text in PEM format.
 *
 * C: `zsocket_set_wss_cert_pem`
 * @throws {@link CzmqError} `ENOTSUP` when the loaded libzmq does not have it.
 */
export function setWssCertPem(socket: Zsocket, wssCertPem: string): void {
  setOption(pointer(socket), 'wss_cert_pem', wssCertPem)
}

/**
 * Sets the host name that the server's certificate of `wss://` must have: text.
 *
 * C: `zsocket_set_wss_hostname`
 * @throws TypeError `ERR_INVALID_ARG_VALUE` outside of 1 to 255 bytes.
 * @throws {@link CzmqError} `ENOTSUP` when the loaded libzmq does not have it.
 */
export function setWssHostname(socket: Zsocket, wssHostname: string): void {
  setOption(pointer(socket), 'wss_hostname', wssHostname)
}

/**
 * Sets the private key of a server of `wss://`: text in PEM format.
 *
 * C: `zsocket_set_wss_key_pem`
 * @throws {@link CzmqError} `ENOTSUP` when the loaded libzmq does not have it.
 */
export function setWssKeyPem(socket: Zsocket, wssKeyPem: string): void {
  setOption(pointer(socket), 'wss_key_pem', wssKeyPem)
}

/**
 * Sets the certificates that `wss://` trusts: text in PEM format.
 *
 * C: `zsocket_set_wss_trust_pem`
 * @throws {@link CzmqError} `ENOTSUP` when the loaded libzmq does not have it.
 */
export function setWssTrustPem(socket: Zsocket, wssTrustPem: string): void {
  setOption(pointer(socket), 'wss_trust_pem', wssTrustPem)
}

/**
 * Sets whether `wss://` trusts the certificates of the system: off at first.
 *
 * C: `zsocket_set_wss_trust_system`
 * @throws {@link CzmqError} `ENOTSUP` when the loaded libzmq does not have it.
 */
export function setWssTrustSystem(socket: Zsocket, wssTrustSystem: boolean | 0 | 1): void {
  setOption(pointer(socket), 'wss_trust_system', wssTrustSystem)
}

/**
 * Sets whether subscriptions of an XPUB are left to the program: off at first.
 *
 * C: `zsocket_set_xpub_manual`
 * @throws {@link CzmqError} `ERR_CZMQ_SOCKET_TYPE` unless the socket is a XPUB.
 */
export function setXpubManual(socket: Zsocket, xpubManual: boolean | 0 | 1): void {
  setOption(pointer(socket), 'xpub_manual', xpubManual)
}

/**
 * Sets whether a manual XPUB sends what is sent next to the newest subscriber only: off at first; switches
 * `xpub_manual` on.
 *
 * C: `zsocket_set_xpub_manual_last_value`
 * @throws {@link CzmqError} `ERR_CZMQ_SOCKET_TYPE` unless the socket is a XPUB; `ENOTSUP` when the loaded
 *   libzmq does not have it.
 */
export function setXpubManualLastValue(socket: Zsocket, xpubManualLastValue: boolean | 0 | 1): void {
  setOption(pointer(socket), 'xpub_manual_last_value', xpubManualLastValue)
}

/**
 * Sets whether sending fails or blocks at the high-water mark: off at first: messages are dropped.
 *
 * C: `zsocket_set_xpub_nodrop`
 * @throws {@link CzmqError} `ERR_CZMQ_SOCKET_TYPE` unless the socket is a XPUB, PUB.
 */
export function setXpubNodrop(socket: Zsocket, xpubNodrop: boolean | 0 | 1): void {
  setOption(pointer(socket), 'xpub_nodrop', xpubNodrop)
}

/**
 * Sets whether an XPUB receives repeated subscriptions, too: off at first.
 *
 * C: `zsocket_set_xpub_verbose`
 * @throws {@link CzmqError} `ERR_CZMQ_SOCKET_TYPE` unless the socket is a XPUB.
 */
export function setXpubVerbose(socket: Zsocket, xpubVerbose: boolean | 0 | 1): void {
  setOption(pointer(socket), 'xpub_verbose', xpubVerbose)
}

/**
 * Sets whether an XPUB receives repeated subscriptions and unsubscriptions, too: off at first.
 *
 * C: `zsocket_set_xpub_verboser`
 * @throws {@link CzmqError} `ERR_CZMQ_SOCKET_TYPE` unless the socket is a XPUB.
 */
export function setXpubVerboser(socket: Zsocket, xpubVerboser: boolean | 0 | 1): void {
  setOption(pointer(socket), 'xpub_verboser', xpubVerboser)
}

/**
 * Sets the message that each new subscriber receives first: text or bytes, copied; empty (at first) is none.
 *
 * C: `zsocket_set_xpub_welcome_msg`
 * @throws {@link CzmqError} `ERR_CZMQ_SOCKET_TYPE` unless the socket is a XPUB.
 */
export function setXpubWelcomeMsg(socket: Zsocket, xpubWelcomeMsg: string | Uint8Array): void {
  setOption(pointer(socket), 'xpub_welcome_msg', xpubWelcomeMsg)
}

/**
 * The domain that authentication is told: text, empty at first.
 *
 * C: `zsocket_zap_domain`
 */
export function zapDomain(socket: Zsocket): string {
  return textOption(pointer(socket), 'zap_domain')
}

/**
 * Sets the domain that authentication is told: text, empty at first.
 *
 * C: `zsocket_set_zap_domain`
 * @throws TypeError `ERR_INVALID_ARG_VALUE` outside of 1 to 255 bytes.
 */
export function setZapDomain(socket: Zsocket, zapDomain: string): void {
  setOption(pointer(socket), 'zap_domain', zapDomain)
}

/**
 * Whether authentication needs a ZAP domain: 1 or 0; off at first.
 *
 * C: `zsocket_zap_enforce_domain`
 * @throws {@link CzmqError} `ENOTSUP` when the loaded libzmq does not have it.
 */
export function zapEnforceDomain(socket: Zsocket): number {
  return numberOption(pointer(socket), 'zap_enforce_domain')
}

/**
 * Sets whether authentication needs a ZAP domain: off at first.
 *
 * C: `zsocket_set_zap_enforce_domain`
 * @throws {@link CzmqError} `ENOTSUP` when the loaded libzmq does not have it.
 */
export function setZapEnforceDomain(socket: Zsocket, zapEnforceDomain: boolean | 0 | 1): void {
  setOption(pointer(socket), 'zap_enforce_domain', zapEnforceDomain)
}
