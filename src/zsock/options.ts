// Made by `npm run generate` from src/raw/socket-options.ts and scripts/generate-options. Do not edit.
/**
 * The options of a zsock, each as libzmq has it.
 */
import { pointerOf, socketOf } from '../handle.ts'
import type { Pointer } from '../raw/types.ts'
import { type Zsock, zsockKind } from '../socket-kinds.ts'
import {
  bigintOption,
  numberOption,
  setKeyBin,
  setOption,
  setRoutingId,
  setRoutingIdBin,
  textOption,
} from '../socket-options.ts'

/** The libzmq socket inside. */
function pointer(self: Zsock): Pointer {
  pointerOf(zsockKind, self, 'self')
  return socketOf(self, 'self')
}

/**
 * Which I/O threads of the context serve the connections: a bit for each thread; 0 (at first) is any.
 *
 * C: `zsock_affinity`
 */
export function affinity(self: Zsock): bigint {
  return bigintOption(pointer(self), 'affinity')
}

/**
 * Sets which I/O threads of the context serve the connections: a bit for each thread; 0 (at first) is any.
 *
 * C: `zsock_set_affinity`
 */
export function setAffinity(self: Zsock, affinity: bigint | number): void {
  setOption(pointer(self), 'affinity', affinity)
}

/**
 * How many connections may wait to be accepted: 100 at first, for connections made afterwards.
 *
 * C: `zsock_backlog`
 */
export function backlog(self: Zsock): number {
  return numberOption(pointer(self), 'backlog')
}

/**
 * Sets how many connections may wait to be accepted: 100 at first, for connections made afterwards.
 *
 * C: `zsock_set_backlog`
 * @throws RangeError `ERR_OUT_OF_RANGE` outside of 0 to 2147483647.
 */
export function setBacklog(self: Zsock, backlog: number): void {
  setOption(pointer(self), 'backlog', backlog)
}

/**
 * The network device that the socket is tied to: its name, empty at first; the system may want a privilege.
 *
 * C: `zsock_bindtodevice`
 * @throws {@link CzmqError} `ENOTSUP` when the loaded libzmq does not have it.
 */
export function bindtodevice(self: Zsock): string {
  return textOption(pointer(self), 'bindtodevice')
}

/**
 * Sets the network device that the socket is tied to: its name, empty at first; the system may want a
 * privilege.
 *
 * C: `zsock_set_bindtodevice`
 * @throws TypeError `ERR_INVALID_ARG_VALUE` outside of 1 to 16 bytes.
 * @throws {@link CzmqError} `ENOTSUP` when the loaded libzmq does not have it.
 */
export function setBindtodevice(self: Zsock, bindtodevice: string): void {
  setOption(pointer(self), 'bindtodevice', bindtodevice)
}

/**
 * Sets whether only the last message is kept: off at first; before `bind` or `connect`, without frames.
 *
 * C: `zsock_set_conflate`
 * @throws {@link CzmqError} `ERR_CZMQ_SOCKET_TYPE` unless the socket is a PUSH, PULL, PUB, SUB, DEALER.
 */
export function setConflate(self: Zsock, conflate: boolean | 0 | 1): void {
  setOption(pointer(self), 'conflate', conflate)
}

/**
 * Sets the routing id of the peer that is connected to next: text or bytes, copied; not beginning with a
 * zero byte, and each id once. A peer must not have come with the same id of its own: libzmq ends the
 * process then.
 *
 * C: `zsock_set_connect_rid`
 * @throws TypeError `ERR_INVALID_ARG_VALUE` outside of 1 to 255 bytes.
 * @throws {@link CzmqError} `ERR_CZMQ_SOCKET_TYPE` unless the socket is a ROUTER, STREAM.
 */
export function setConnectRid(self: Zsock, connectRid: string | Uint8Array): void {
  setRoutingId(self, pointer(self), connectRid)
}

/**
 * Sets the routing id of the peer that is connected to next: as {@link setConnectRid}, from bytes only.
 *
 * C: `zsock_set_connect_rid_bin`
 * @throws {@link CzmqError} `ERR_CZMQ_SOCKET_TYPE` unless the socket is a ROUTER, STREAM.
 */
export function setConnectRidBin(self: Zsock, connectRid: Uint8Array): void {
  setRoutingIdBin(self, pointer(self), connectRid)
}

/**
 * How long connecting may take: milliseconds; 0 (at first) leaves it to the system.
 *
 * C: `zsock_connect_timeout`
 */
export function connectTimeout(self: Zsock): number {
  return numberOption(pointer(self), 'connect_timeout')
}

/**
 * Sets how long connecting may take: milliseconds; 0 (at first) leaves it to the system.
 *
 * C: `zsock_set_connect_timeout`
 * @throws RangeError `ERR_OUT_OF_RANGE` outside of 0 to 2147483647.
 */
export function setConnectTimeout(self: Zsock, connectTimeout: number): void {
  setOption(pointer(self), 'connect_timeout', connectTimeout)
}

/**
 * This end's public CURVE key: 40 characters of Z85.
 *
 * C: `zsock_curve_publickey`
 */
export function curvePublickey(self: Zsock): string {
  return textOption(pointer(self), 'curve_publickey')
}

/**
 * Sets this end's public CURVE key: 40 characters of Z85.
 *
 * C: `zsock_set_curve_publickey`
 */
export function setCurvePublickey(self: Zsock, curvePublickey: string): void {
  setOption(pointer(self), 'curve_publickey', curvePublickey)
}

/**
 * Sets this end's public CURVE key: 32 bytes, copied.
 *
 * C: `zsock_set_curve_publickey_bin`
 */
export function setCurvePublickeyBin(self: Zsock, curvePublickey: Uint8Array): void {
  setKeyBin(pointer(self), 'curve_publickey', curvePublickey)
}

/**
 * This end's secret CURVE key: 40 characters of Z85.
 *
 * C: `zsock_curve_secretkey`
 */
export function curveSecretkey(self: Zsock): string {
  return textOption(pointer(self), 'curve_secretkey')
}

/**
 * Sets this end's secret CURVE key: 40 characters of Z85.
 *
 * C: `zsock_set_curve_secretkey`
 */
export function setCurveSecretkey(self: Zsock, curveSecretkey: string): void {
  setOption(pointer(self), 'curve_secretkey', curveSecretkey)
}

/**
 * Sets this end's secret CURVE key: 32 bytes, copied.
 *
 * C: `zsock_set_curve_secretkey_bin`
 */
export function setCurveSecretkeyBin(self: Zsock, curveSecretkey: Uint8Array): void {
  setKeyBin(pointer(self), 'curve_secretkey', curveSecretkey)
}

/**
 * Whether this end is the server of CURVE: 1 or 0; off at first.
 *
 * C: `zsock_curve_server`
 * @throws {@link CzmqError} `ENOTSUP` when the loaded libzmq does not have it.
 */
export function curveServer(self: Zsock): number {
  return numberOption(pointer(self), 'curve_server')
}

/**
 * Sets whether this end is the server of CURVE: off at first.
 *
 * C: `zsock_set_curve_server`
 * @throws {@link CzmqError} `ENOTSUP` when the loaded libzmq does not have it.
 */
export function setCurveServer(self: Zsock, curveServer: boolean | 0 | 1): void {
  setOption(pointer(self), 'curve_server', curveServer)
}

/**
 * The server's public CURVE key: 40 characters of Z85; setting it makes this end a client.
 *
 * C: `zsock_curve_serverkey`
 */
export function curveServerkey(self: Zsock): string {
  return textOption(pointer(self), 'curve_serverkey')
}

/**
 * Sets the server's public CURVE key: 40 characters of Z85; setting it makes this end a client.
 *
 * C: `zsock_set_curve_serverkey`
 */
export function setCurveServerkey(self: Zsock, curveServerkey: string): void {
  setOption(pointer(self), 'curve_serverkey', curveServerkey)
}

/**
 * Sets the server's public CURVE key: 32 bytes, copied.
 *
 * C: `zsock_set_curve_serverkey_bin`
 */
export function setCurveServerkeyBin(self: Zsock, curveServerkey: Uint8Array): void {
  setKeyBin(pointer(self), 'curve_serverkey', curveServerkey)
}

/**
 * Sets whether messages wait for completed connections only: off at first; the old name of `immediate`.
 *
 * C: `zsock_set_delay_attach_on_connect`
 */
export function setDelayAttachOnConnect(self: Zsock, delayAttachOnConnect: boolean | 0 | 1): void {
  setOption(pointer(self), 'delay_attach_on_connect', delayAttachOnConnect)
}

/**
 * Sets the message received when a peer goes away: the bytes of one frame; none at first.
 *
 * C: `zsock_set_disconnect_msg`
 * @throws {@link CzmqError} `ENOTSUP` when the loaded libzmq does not have it.
 */
export function setDisconnectMsg(self: Zsock, disconnectMsg: Uint8Array): void {
  setOption(pointer(self), 'disconnect_msg', disconnectMsg)
}

/**
 * What can be done without waiting: a sum of `zmq.POLLIN` (1) and `zmq.POLLOUT` (2).
 *
 * C: `zsock_events`
 */
export function events(self: Zsock): number {
  return numberOption(pointer(self), 'events')
}

/**
 * The file descriptor that tells when `events` changes: to be watched for reading, never read; libzmq's own.
 *
 * C: `zsock_fd`
 */
export function fd(self: Zsock): number {
  return numberOption(pointer(self), 'fd')
}

/**
 * Whether GSSAPI only authenticates: 1 or 0; off at first: it encrypts, too.
 *
 * C: `zsock_gssapi_plaintext`
 * @throws {@link CzmqError} `ENOTSUP` when the loaded libzmq does not have it.
 */
export function gssapiPlaintext(self: Zsock): number {
  return numberOption(pointer(self), 'gssapi_plaintext')
}

/**
 * Sets whether GSSAPI only authenticates: off at first: it encrypts, too.
 *
 * C: `zsock_set_gssapi_plaintext`
 * @throws {@link CzmqError} `ENOTSUP` when the loaded libzmq does not have it.
 */
export function setGssapiPlaintext(self: Zsock, gssapiPlaintext: boolean | 0 | 1): void {
  setOption(pointer(self), 'gssapi_plaintext', gssapiPlaintext)
}

/**
 * The principal of this end for GSSAPI: text, empty at first.
 *
 * C: `zsock_gssapi_principal`
 * @throws {@link CzmqError} `ENOTSUP` when the loaded libzmq does not have it.
 */
export function gssapiPrincipal(self: Zsock): string {
  return textOption(pointer(self), 'gssapi_principal')
}

/**
 * Sets the principal of this end for GSSAPI: text, empty at first.
 *
 * C: `zsock_set_gssapi_principal`
 * @throws TypeError `ERR_INVALID_ARG_VALUE` outside of 1 to 255 bytes.
 * @throws {@link CzmqError} `ENOTSUP` when the loaded libzmq does not have it.
 */
export function setGssapiPrincipal(self: Zsock, gssapiPrincipal: string): void {
  setOption(pointer(self), 'gssapi_principal', gssapiPrincipal)
}

/**
 * What the GSSAPI principal is: 0 host-based (at first), 1 user name, 2 Kerberos principal.
 *
 * C: `zsock_gssapi_principal_nametype`
 * @throws {@link CzmqError} `ENOTSUP` when the loaded libzmq does not have it.
 */
export function gssapiPrincipalNametype(self: Zsock): number {
  return numberOption(pointer(self), 'gssapi_principal_nametype')
}

/**
 * Sets what the GSSAPI principal is: 0 host-based (at first), 1 user name, 2 Kerberos principal.
 *
 * C: `zsock_set_gssapi_principal_nametype`
 * @throws RangeError `ERR_OUT_OF_RANGE` outside of 0 to 2.
 * @throws {@link CzmqError} `ENOTSUP` when the loaded libzmq does not have it.
 */
export function setGssapiPrincipalNametype(self: Zsock, gssapiPrincipalNametype: number): void {
  setOption(pointer(self), 'gssapi_principal_nametype', gssapiPrincipalNametype)
}

/**
 * Whether this end is the server of GSSAPI: 1 or 0; off at first.
 *
 * C: `zsock_gssapi_server`
 * @throws {@link CzmqError} `ENOTSUP` when the loaded libzmq does not have it.
 */
export function gssapiServer(self: Zsock): number {
  return numberOption(pointer(self), 'gssapi_server')
}

/**
 * Sets whether this end is the server of GSSAPI: off at first.
 *
 * C: `zsock_set_gssapi_server`
 * @throws {@link CzmqError} `ENOTSUP` when the loaded libzmq does not have it.
 */
export function setGssapiServer(self: Zsock, gssapiServer: boolean | 0 | 1): void {
  setOption(pointer(self), 'gssapi_server', gssapiServer)
}

/**
 * The principal of the server for GSSAPI: text, empty at first.
 *
 * C: `zsock_gssapi_service_principal`
 * @throws {@link CzmqError} `ENOTSUP` when the loaded libzmq does not have it.
 */
export function gssapiServicePrincipal(self: Zsock): string {
  return textOption(pointer(self), 'gssapi_service_principal')
}

/**
 * Sets the principal of the server for GSSAPI: text, empty at first.
 *
 * C: `zsock_set_gssapi_service_principal`
 * @throws TypeError `ERR_INVALID_ARG_VALUE` outside of 1 to 255 bytes.
 * @throws {@link CzmqError} `ENOTSUP` when the loaded libzmq does not have it.
 */
export function setGssapiServicePrincipal(self: Zsock, gssapiServicePrincipal: string): void {
  setOption(pointer(self), 'gssapi_service_principal', gssapiServicePrincipal)
}

/**
 * What the GSSAPI service principal is: 0 host-based (at first), 1 user name, 2 Kerberos principal.
 *
 * C: `zsock_gssapi_service_principal_nametype`
 * @throws {@link CzmqError} `ENOTSUP` when the loaded libzmq does not have it.
 */
export function gssapiServicePrincipalNametype(self: Zsock): number {
  return numberOption(pointer(self), 'gssapi_service_principal_nametype')
}

/**
 * Sets what the GSSAPI service principal is: 0 host-based (at first), 1 user name, 2 Kerberos principal.
 *
 * C: `zsock_set_gssapi_service_principal_nametype`
 * @throws RangeError `ERR_OUT_OF_RANGE` outside of 0 to 2.
 * @throws {@link CzmqError} `ENOTSUP` when the loaded libzmq does not have it.
 */
export function setGssapiServicePrincipalNametype(self: Zsock, gssapiServicePrincipalNametype: number): void {
  setOption(pointer(self), 'gssapi_service_principal_nametype', gssapiServicePrincipalNametype)
}

/**
 * How long a handshake may take: milliseconds, 30000 at first; 0 is for ever.
 *
 * C: `zsock_handshake_ivl`
 */
export function handshakeIvl(self: Zsock): number {
  return numberOption(pointer(self), 'handshake_ivl')
}

/**
 * Sets how long a handshake may take: milliseconds, 30000 at first; 0 is for ever.
 *
 * C: `zsock_set_handshake_ivl`
 * @throws RangeError `ERR_OUT_OF_RANGE` outside of 0 to 2147483647.
 */
export function setHandshakeIvl(self: Zsock, handshakeIvl: number): void {
  setOption(pointer(self), 'handshake_ivl', handshakeIvl)
}

/**
 * How often ZMTP pings are sent: milliseconds; 0 (at first) is never.
 *
 * C: `zsock_heartbeat_ivl`
 */
export function heartbeatIvl(self: Zsock): number {
  return numberOption(pointer(self), 'heartbeat_ivl')
}

/**
 * Sets how often ZMTP pings are sent: milliseconds; 0 (at first) is never.
 *
 * C: `zsock_set_heartbeat_ivl`
 * @throws RangeError `ERR_OUT_OF_RANGE` outside of 0 to 2147483647.
 */
export function setHeartbeatIvl(self: Zsock, heartbeatIvl: number): void {
  setOption(pointer(self), 'heartbeat_ivl', heartbeatIvl)
}

/**
 * How long to wait for the answer to a ping: milliseconds; -1 (at first) is the interval of the pings.
 *
 * C: `zsock_heartbeat_timeout`
 */
export function heartbeatTimeout(self: Zsock): number {
  return numberOption(pointer(self), 'heartbeat_timeout')
}

/**
 * Sets how long to wait for the answer to a ping: milliseconds; -1 (at first) is the interval of the pings.
 *
 * C: `zsock_set_heartbeat_timeout`
 * @throws RangeError `ERR_OUT_OF_RANGE` outside of 0 to 2147483647.
 */
export function setHeartbeatTimeout(self: Zsock, heartbeatTimeout: number): void {
  setOption(pointer(self), 'heartbeat_timeout', heartbeatTimeout)
}

/**
 * How long the peer may wait for the next ping: milliseconds in steps of 100, which libzmq rounds down to; 0
 * (at first) leaves it to the peer.
 *
 * C: `zsock_heartbeat_ttl`
 */
export function heartbeatTtl(self: Zsock): number {
  return numberOption(pointer(self), 'heartbeat_ttl')
}

/**
 * Sets how long the peer may wait for the next ping: milliseconds in steps of 100, which libzmq rounds down
 * to; 0 (at first) leaves it to the peer.
 *
 * C: `zsock_set_heartbeat_ttl`
 * @throws RangeError `ERR_OUT_OF_RANGE` outside of 0 to 6553599.
 */
export function setHeartbeatTtl(self: Zsock, heartbeatTtl: number): void {
  setOption(pointer(self), 'heartbeat_ttl', heartbeatTtl)
}

/**
 * Sets the message that each new peer is sent first: the bytes of one frame; none at first.
 *
 * C: `zsock_set_hello_msg`
 * @throws {@link CzmqError} `ENOTSUP` when the loaded libzmq does not have it.
 */
export function setHelloMsg(self: Zsock, helloMsg: Uint8Array): void {
  setOption(pointer(self), 'hello_msg', helloMsg)
}

/**
 * Both high-water marks, `sndhwm` and `rcvhwm`: messages; 0 is without limit. Reading it answers `sndhwm`.
 *
 * C: `zsock_hwm`
 */
export function hwm(self: Zsock): number {
  return numberOption(pointer(self), 'hwm')
}

/**
 * Sets both high-water marks, `sndhwm` and `rcvhwm`: messages; 0 is without limit. Reading it answers
 * `sndhwm`.
 *
 * C: `zsock_set_hwm`
 * @throws RangeError `ERR_OUT_OF_RANGE` outside of 0 to 2147483647.
 */
export function setHwm(self: Zsock, hwm: number): void {
  setOption(pointer(self), 'hwm', hwm)
}

/**
 * The routing id by which a ROUTER knows this socket: text or, when set, bytes; before `connect`; empty at
 * first.
 *
 * C: `zsock_identity`
 * @throws {@link CzmqError} `EILSEQ` when it is binary: the bytes are in the `frames` of the error.
 */
export function identity(self: Zsock): string {
  return textOption(pointer(self), 'identity')
}

/**
 * Sets the routing id by which a ROUTER knows this socket: text or, when set, bytes; before `connect`; empty
 * at first.
 *
 * C: `zsock_set_identity`
 * @throws TypeError `ERR_INVALID_ARG_VALUE` outside of 1 to 255 bytes.
 * @throws {@link CzmqError} `ERR_CZMQ_SOCKET_TYPE` unless the socket is a REQ, REP, DEALER, ROUTER.
 */
export function setIdentity(self: Zsock, identity: string | Uint8Array): void {
  setOption(pointer(self), 'identity', identity)
}

/**
 * Whether messages wait for completed connections only: 1 or 0; off at first: they go to every endpoint.
 *
 * C: `zsock_immediate`
 */
export function immediate(self: Zsock): number {
  return numberOption(pointer(self), 'immediate')
}

/**
 * Sets whether messages wait for completed connections only: off at first: they go to every endpoint.
 *
 * C: `zsock_set_immediate`
 */
export function setImmediate(self: Zsock, immediate: boolean | 0 | 1): void {
  setOption(pointer(self), 'immediate', immediate)
}

/**
 * How much is received from the system at once: bytes, 8192 at first.
 *
 * C: `zsock_in_batch_size`
 * @throws {@link CzmqError} `ENOTSUP` when the loaded libzmq does not have it.
 */
export function inBatchSize(self: Zsock): number {
  return numberOption(pointer(self), 'in_batch_size')
}

/**
 * Sets how much is received from the system at once: bytes, 8192 at first.
 *
 * C: `zsock_set_in_batch_size`
 * @throws RangeError `ERR_OUT_OF_RANGE` outside of 1 to 2147483647.
 * @throws {@link CzmqError} `ENOTSUP` when the loaded libzmq does not have it.
 */
export function setInBatchSize(self: Zsock, inBatchSize: number): void {
  setOption(pointer(self), 'in_batch_size', inBatchSize)
}

/**
 * Whether messages go to subscribers whose subscription does not match: 1 or 0; off at first; to be set at
 * both ends.
 *
 * C: `zsock_invert_matching`
 */
export function invertMatching(self: Zsock): number {
  return numberOption(pointer(self), 'invert_matching')
}

/**
 * Sets whether messages go to subscribers whose subscription does not match: off at first; to be set at both
 * ends.
 *
 * C: `zsock_set_invert_matching`
 * @throws {@link CzmqError} `ERR_CZMQ_SOCKET_TYPE` unless the socket is a XPUB, PUB, SUB.
 */
export function setInvertMatching(self: Zsock, invertMatching: boolean | 0 | 1): void {
  setOption(pointer(self), 'invert_matching', invertMatching)
}

/**
 * Whether IPv4 only is used: 1 or 0; on at first; the contrary of `ipv6`.
 *
 * C: `zsock_ipv4only`
 */
export function ipv4only(self: Zsock): number {
  return numberOption(pointer(self), 'ipv4only')
}

/**
 * Sets whether IPv4 only is used: on at first; the contrary of `ipv6`.
 *
 * C: `zsock_set_ipv4only`
 */
export function setIpv4only(self: Zsock, ipv4only: boolean | 0 | 1): void {
  setOption(pointer(self), 'ipv4only', ipv4only)
}

/**
 * Whether IPv6 is used besides IPv4: 1 or 0; off at first.
 *
 * C: `zsock_ipv6`
 */
export function ipv6(self: Zsock): number {
  return numberOption(pointer(self), 'ipv6')
}

/**
 * Sets whether IPv6 is used besides IPv4: off at first.
 *
 * C: `zsock_set_ipv6`
 */
export function setIpv6(self: Zsock, ipv6: boolean | 0 | 1): void {
  setOption(pointer(self), 'ipv6', ipv6)
}

/**
 * The endpoint that was bound or connected last, with its real port: text, empty at first.
 *
 * C: `zsock_last_endpoint`
 */
export function lastEndpoint(self: Zsock): string {
  return textOption(pointer(self), 'last_endpoint')
}

/**
 * How long messages may wait to be sent after closing: milliseconds; 0 drops them, -1 is for ever.
 *
 * C: `zsock_linger`
 */
export function linger(self: Zsock): number {
  return numberOption(pointer(self), 'linger')
}

/**
 * Sets how long messages may wait to be sent after closing: milliseconds; 0 drops them, -1 is for ever.
 *
 * C: `zsock_set_linger`
 * @throws RangeError `ERR_OUT_OF_RANGE` outside of -1 to 2147483647.
 */
export function setLinger(self: Zsock, linger: number): void {
  setOption(pointer(self), 'linger', linger)
}

/**
 * Whether TCP within the machine takes a short cut of Windows: 1 or 0; off at first.
 *
 * C: `zsock_loopback_fastpath`
 * @throws {@link CzmqError} `ENOTSUP` when the loaded libzmq does not have it.
 */
export function loopbackFastpath(self: Zsock): number {
  return numberOption(pointer(self), 'loopback_fastpath')
}

/**
 * Sets whether TCP within the machine takes a short cut of Windows: off at first.
 *
 * C: `zsock_set_loopback_fastpath`
 * @throws {@link CzmqError} `ENOTSUP` when the loaded libzmq does not have it.
 */
export function setLoopbackFastpath(self: Zsock, loopbackFastpath: boolean | 0 | 1): void {
  setOption(pointer(self), 'loopback_fastpath', loopbackFastpath)
}

/**
 * The size of the greatest frame accepted; a peer that sends more is cut off: bytes; -1 (at first) is
 * without limit.
 *
 * C: `zsock_maxmsgsize`
 */
export function maxmsgsize(self: Zsock): number {
  return numberOption(pointer(self), 'maxmsgsize')
}

/**
 * Sets the size of the greatest frame accepted; a peer that sends more is cut off: bytes; -1 (at first) is
 * without limit.
 *
 * C: `zsock_set_maxmsgsize`
 * @throws RangeError `ERR_OUT_OF_RANGE` outside of -1 to 2^53 - 1.
 */
export function setMaxmsgsize(self: Zsock, maxmsgsize: number): void {
  setOption(pointer(self), 'maxmsgsize', maxmsgsize)
}

/**
 * The multicast loop-back of libzmq 2: libzmq 4 has `multicast_loop`.
 *
 * C: `zsock_mcast_loop`
 * @throws {@link CzmqError} `ENOTSUP`, always: use multicast_loop.
 */
export function mcastLoop(self: Zsock): number {
  return numberOption(pointer(self), 'mcast_loop')
}

/**
 * Sets the multicast loop-back of libzmq 2: libzmq 4 has `multicast_loop`.
 *
 * C: `zsock_set_mcast_loop`
 * @throws {@link CzmqError} `ENOTSUP`, always: use multicast_loop.
 */
export function setMcastLoop(self: Zsock, mcastLoop: number): void {
  setOption(pointer(self), 'mcast_loop', mcastLoop)
}

/**
 * How peers are authenticated: `zmq.NULL`, `zmq.PLAIN`, `zmq.CURVE` or `zmq.GSSAPI`.
 *
 * C: `zsock_mechanism`
 */
export function mechanism(self: Zsock): number {
  return numberOption(pointer(self), 'mechanism')
}

/**
 * A property that peers are told at the handshake: text like `X-key:value`; once for each property.
 *
 * C: `zsock_metadata`
 * @throws {@link CzmqError} `ENOTSUP`, always: libzmq does not tell it.
 */
export function metadata(self: Zsock): string {
  return textOption(pointer(self), 'metadata')
}

/**
 * Sets a property that peers are told at the handshake: text like `X-key:value`; once for each property.
 *
 * C: `zsock_set_metadata`
 * @throws TypeError `ERR_INVALID_ARG_VALUE` outside of 1 to 512 bytes.
 */
export function setMetadata(self: Zsock, metadata: string): void {
  setOption(pointer(self), 'metadata', metadata)
}

/**
 * How many routers a multicast packet may pass: 1 (the own network) at first.
 *
 * C: `zsock_multicast_hops`
 */
export function multicastHops(self: Zsock): number {
  return numberOption(pointer(self), 'multicast_hops')
}

/**
 * Sets how many routers a multicast packet may pass: 1 (the own network) at first.
 *
 * C: `zsock_set_multicast_hops`
 * @throws RangeError `ERR_OUT_OF_RANGE` outside of 1 to 2147483647.
 */
export function setMulticastHops(self: Zsock, multicastHops: number): void {
  setOption(pointer(self), 'multicast_hops', multicastHops)
}

/**
 * Whether what is sent by multicast reaches this machine, too: 1 or 0; on at first.
 *
 * C: `zsock_multicast_loop`
 * @throws {@link CzmqError} `ENOTSUP` when the loaded libzmq does not have it.
 */
export function multicastLoop(self: Zsock): number {
  return numberOption(pointer(self), 'multicast_loop')
}

/**
 * Sets whether what is sent by multicast reaches this machine, too: on at first.
 *
 * C: `zsock_set_multicast_loop`
 * @throws {@link CzmqError} `ENOTSUP` when the loaded libzmq does not have it.
 */
export function setMulticastLoop(self: Zsock, multicastLoop: boolean | 0 | 1): void {
  setOption(pointer(self), 'multicast_loop', multicastLoop)
}

/**
 * The size of a multicast packet: bytes, 1500 at first.
 *
 * C: `zsock_multicast_maxtpdu`
 */
export function multicastMaxtpdu(self: Zsock): number {
  return numberOption(pointer(self), 'multicast_maxtpdu')
}

/**
 * Sets the size of a multicast packet: bytes, 1500 at first.
 *
 * C: `zsock_set_multicast_maxtpdu`
 * @throws RangeError `ERR_OUT_OF_RANGE` outside of 1 to 2147483647.
 */
export function setMulticastMaxtpdu(self: Zsock, multicastMaxtpdu: number): void {
  setOption(pointer(self), 'multicast_maxtpdu', multicastMaxtpdu)
}

/**
 * Sets whether only the first frame of a message subscribes: off at first: each frame that begins with a
 * byte 1 or 0 subscribes or unsubscribes.
 *
 * C: `zsock_set_only_first_subscribe`
 * @throws {@link CzmqError} `ERR_CZMQ_SOCKET_TYPE` unless the socket is a XPUB, XSUB; `ENOTSUP` when the
 *   loaded libzmq does not have it.
 */
export function setOnlyFirstSubscribe(self: Zsock, onlyFirstSubscribe: boolean | 0 | 1): void {
  setOption(pointer(self), 'only_first_subscribe', onlyFirstSubscribe)
}

/**
 * How much is sent to the system at once: bytes, 8192 at first.
 *
 * C: `zsock_out_batch_size`
 * @throws {@link CzmqError} `ENOTSUP` when the loaded libzmq does not have it.
 */
export function outBatchSize(self: Zsock): number {
  return numberOption(pointer(self), 'out_batch_size')
}

/**
 * Sets how much is sent to the system at once: bytes, 8192 at first.
 *
 * C: `zsock_set_out_batch_size`
 * @throws RangeError `ERR_OUT_OF_RANGE` outside of 1 to 2147483647.
 * @throws {@link CzmqError} `ENOTSUP` when the loaded libzmq does not have it.
 */
export function setOutBatchSize(self: Zsock, outBatchSize: number): void {
  setOption(pointer(self), 'out_batch_size', outBatchSize)
}

/**
 * The password for PLAIN: text, empty at first; setting it makes this end a client.
 *
 * C: `zsock_plain_password`
 */
export function plainPassword(self: Zsock): string {
  return textOption(pointer(self), 'plain_password')
}

/**
 * Sets the password for PLAIN: text, empty at first; setting it makes this end a client.
 *
 * C: `zsock_set_plain_password`
 * @throws TypeError `ERR_INVALID_ARG_VALUE` outside of 1 to 255 bytes.
 */
export function setPlainPassword(self: Zsock, plainPassword: string): void {
  setOption(pointer(self), 'plain_password', plainPassword)
}

/**
 * Whether this end checks names and passwords (PLAIN): 1 or 0; off at first.
 *
 * C: `zsock_plain_server`
 */
export function plainServer(self: Zsock): number {
  return numberOption(pointer(self), 'plain_server')
}

/**
 * Sets whether this end checks names and passwords (PLAIN): off at first.
 *
 * C: `zsock_set_plain_server`
 */
export function setPlainServer(self: Zsock, plainServer: boolean | 0 | 1): void {
  setOption(pointer(self), 'plain_server', plainServer)
}

/**
 * The user name for PLAIN: text, empty at first; setting it makes this end a client.
 *
 * C: `zsock_plain_username`
 */
export function plainUsername(self: Zsock): string {
  return textOption(pointer(self), 'plain_username')
}

/**
 * Sets the user name for PLAIN: text, empty at first; setting it makes this end a client.
 *
 * C: `zsock_set_plain_username`
 * @throws TypeError `ERR_INVALID_ARG_VALUE` outside of 1 to 255 bytes.
 */
export function setPlainUsername(self: Zsock, plainUsername: string): void {
  setOption(pointer(self), 'plain_username', plainUsername)
}

/**
 * The priority of the socket's packets (SO_PRIORITY): 0 is the lowest, and what it is at first.
 *
 * C: `zsock_priority`
 * @throws {@link CzmqError} `ENOTSUP` when the loaded libzmq does not have it.
 */
export function priority(self: Zsock): number {
  return numberOption(pointer(self), 'priority')
}

/**
 * Sets the priority of the socket's packets (SO_PRIORITY): 0 is the lowest, and what it is at first.
 *
 * C: `zsock_set_priority`
 * @throws RangeError `ERR_OUT_OF_RANGE` outside of 0 to 2147483647.
 * @throws {@link CzmqError} `ENOTSUP` when the loaded libzmq does not have it.
 */
export function setPriority(self: Zsock, priority: number): void {
  setOption(pointer(self), 'priority', priority)
}

/**
 * Sets whether each new peer is sent an empty message: off at first.
 *
 * C: `zsock_set_probe_router`
 * @throws {@link CzmqError} `ERR_CZMQ_SOCKET_TYPE` unless the socket is a ROUTER, DEALER, REQ.
 */
export function setProbeRouter(self: Zsock, probeRouter: boolean | 0 | 1): void {
  setOption(pointer(self), 'probe_router', probeRouter)
}

/**
 * The rate of multicast: kilobits per second, 100 at first.
 *
 * C: `zsock_rate`
 */
export function rate(self: Zsock): number {
  return numberOption(pointer(self), 'rate')
}

/**
 * Sets the rate of multicast: kilobits per second, 100 at first.
 *
 * C: `zsock_set_rate`
 * @throws RangeError `ERR_OUT_OF_RANGE` outside of 1 to 2147483647.
 */
export function setRate(self: Zsock, rate: number): void {
  setOption(pointer(self), 'rate', rate)
}

/**
 * The size of the system's receive buffer: bytes; -1 (at first) as the system does, for connections made
 * afterwards.
 *
 * C: `zsock_rcvbuf`
 */
export function rcvbuf(self: Zsock): number {
  return numberOption(pointer(self), 'rcvbuf')
}

/**
 * Sets the size of the system's receive buffer: bytes; -1 (at first) as the system does, for connections
 * made afterwards.
 *
 * C: `zsock_set_rcvbuf`
 * @throws RangeError `ERR_OUT_OF_RANGE` outside of -1 to 2147483647.
 */
export function setRcvbuf(self: Zsock, rcvbuf: number): void {
  setOption(pointer(self), 'rcvbuf', rcvbuf)
}

/**
 * The most messages that wait to be received from a peer: 0 is without limit, 1000 at first.
 *
 * C: `zsock_rcvhwm`
 */
export function rcvhwm(self: Zsock): number {
  return numberOption(pointer(self), 'rcvhwm')
}

/**
 * Sets the most messages that wait to be received from a peer: 0 is without limit, 1000 at first.
 *
 * C: `zsock_set_rcvhwm`
 * @throws RangeError `ERR_OUT_OF_RANGE` outside of 0 to 2147483647.
 */
export function setRcvhwm(self: Zsock, rcvhwm: number): void {
  setOption(pointer(self), 'rcvhwm', rcvhwm)
}

/**
 * Whether more frames follow the one received last: 1 or 0.
 *
 * C: `zsock_rcvmore`
 */
export function rcvmore(self: Zsock): number {
  return numberOption(pointer(self), 'rcvmore')
}

/**
 * How long receiving waits: milliseconds; 0 not at all, -1 (at first) for ever.
 *
 * C: `zsock_rcvtimeo`
 */
export function rcvtimeo(self: Zsock): number {
  return numberOption(pointer(self), 'rcvtimeo')
}

/**
 * Sets how long receiving waits: milliseconds; 0 not at all, -1 (at first) for ever.
 *
 * C: `zsock_set_rcvtimeo`
 * @throws RangeError `ERR_OUT_OF_RANGE` outside of -1 to 2147483647.
 */
export function setRcvtimeo(self: Zsock, rcvtimeo: number): void {
  setOption(pointer(self), 'rcvtimeo', rcvtimeo)
}

/**
 * How long to wait before connecting again: milliseconds, 100 at first; -1 is never again.
 *
 * C: `zsock_reconnect_ivl`
 */
export function reconnectIvl(self: Zsock): number {
  return numberOption(pointer(self), 'reconnect_ivl')
}

/**
 * Sets how long to wait before connecting again: milliseconds, 100 at first; -1 is never again.
 *
 * C: `zsock_set_reconnect_ivl`
 * @throws RangeError `ERR_OUT_OF_RANGE` outside of -1 to 2147483647.
 */
export function setReconnectIvl(self: Zsock, reconnectIvl: number): void {
  setOption(pointer(self), 'reconnect_ivl', reconnectIvl)
}

/**
 * What the wait before connecting again grows to, doubling each time: milliseconds; 0 (at first) does not
 * grow.
 *
 * C: `zsock_reconnect_ivl_max`
 */
export function reconnectIvlMax(self: Zsock): number {
  return numberOption(pointer(self), 'reconnect_ivl_max')
}

/**
 * Sets what the wait before connecting again grows to, doubling each time: milliseconds; 0 (at first) does
 * not grow.
 *
 * C: `zsock_set_reconnect_ivl_max`
 * @throws RangeError `ERR_OUT_OF_RANGE` outside of 0 to 2147483647.
 */
export function setReconnectIvlMax(self: Zsock, reconnectIvlMax: number): void {
  setOption(pointer(self), 'reconnect_ivl_max', reconnectIvlMax)
}

/**
 * When not to connect again: a sum of `zmq.RECONNECT_STOP_…`: 1 when refused, 2 when the handshake failed; 0
 * (at first) is never.
 *
 * C: `zsock_reconnect_stop`
 * @throws {@link CzmqError} `ENOTSUP` when the loaded libzmq does not have it.
 */
export function reconnectStop(self: Zsock): number {
  return numberOption(pointer(self), 'reconnect_stop')
}

/**
 * Sets when not to connect again: a sum of `zmq.RECONNECT_STOP_…`: 1 when refused, 2 when the handshake
 * failed; 0 (at first) is never.
 *
 * C: `zsock_set_reconnect_stop`
 * @throws RangeError `ERR_OUT_OF_RANGE` outside of 0 to 7.
 * @throws {@link CzmqError} `ENOTSUP` when the loaded libzmq does not have it.
 */
export function setReconnectStop(self: Zsock, reconnectStop: number): void {
  setOption(pointer(self), 'reconnect_stop', reconnectStop)
}

/**
 * How long a multicast receiver may be away without losing messages: milliseconds, 10000 at first.
 *
 * C: `zsock_recovery_ivl`
 */
export function recoveryIvl(self: Zsock): number {
  return numberOption(pointer(self), 'recovery_ivl')
}

/**
 * Sets how long a multicast receiver may be away without losing messages: milliseconds, 10000 at first.
 *
 * C: `zsock_set_recovery_ivl`
 * @throws RangeError `ERR_OUT_OF_RANGE` outside of 0 to 2147483647.
 */
export function setRecoveryIvl(self: Zsock, recoveryIvl: number): void {
  setOption(pointer(self), 'recovery_ivl', recoveryIvl)
}

/**
 * The multicast recovery interval of libzmq 2: libzmq 4 has `recovery_ivl` only.
 *
 * C: `zsock_recovery_ivl_msec`
 * @throws {@link CzmqError} `ENOTSUP`, always: use recovery_ivl, which counts milliseconds.
 */
export function recoveryIvlMsec(self: Zsock): number {
  return numberOption(pointer(self), 'recovery_ivl_msec')
}

/**
 * Sets the multicast recovery interval of libzmq 2: libzmq 4 has `recovery_ivl` only.
 *
 * C: `zsock_set_recovery_ivl_msec`
 * @throws {@link CzmqError} `ENOTSUP`, always: use recovery_ivl, which counts milliseconds.
 */
export function setRecoveryIvlMsec(self: Zsock, recoveryIvlMsec: number): void {
  setOption(pointer(self), 'recovery_ivl_msec', recoveryIvlMsec)
}

/**
 * Sets whether a REQ drops replies to earlier requests: off at first.
 *
 * C: `zsock_set_req_correlate`
 * @throws {@link CzmqError} `ERR_CZMQ_SOCKET_TYPE` unless the socket is a REQ.
 */
export function setReqCorrelate(self: Zsock, reqCorrelate: boolean | 0 | 1): void {
  setOption(pointer(self), 'req_correlate', reqCorrelate)
}

/**
 * Sets whether a REQ may send again before it has received: off at first.
 *
 * C: `zsock_set_req_relaxed`
 * @throws {@link CzmqError} `ERR_CZMQ_SOCKET_TYPE` unless the socket is a REQ.
 */
export function setReqRelaxed(self: Zsock, reqRelaxed: boolean | 0 | 1): void {
  setOption(pointer(self), 'req_relaxed', reqRelaxed)
}

/**
 * Sets whether a new peer takes over the routing id of an older one: off at first: the new one is ignored.
 *
 * C: `zsock_set_router_handover`
 * @throws {@link CzmqError} `ERR_CZMQ_SOCKET_TYPE` unless the socket is a ROUTER.
 */
export function setRouterHandover(self: Zsock, routerHandover: boolean | 0 | 1): void {
  setOption(pointer(self), 'router_handover', routerHandover)
}

/**
 * Sets whether sending to an unknown peer fails with `EHOSTUNREACH`: off at first: the message is dropped.
 *
 * C: `zsock_set_router_mandatory`
 * @throws {@link CzmqError} `ERR_CZMQ_SOCKET_TYPE` unless the socket is a ROUTER.
 */
export function setRouterMandatory(self: Zsock, routerMandatory: boolean | 0 | 1): void {
  setOption(pointer(self), 'router_mandatory', routerMandatory)
}

/**
 * Which comings and goings of peers are received as empty messages with their routing id: a sum of 1
 * (`zmq.NOTIFY_CONNECT`) and 2 (`zmq.NOTIFY_DISCONNECT`); 0 at first.
 *
 * C: `zsock_router_notify`
 * @throws {@link CzmqError} `ENOTSUP` when the loaded libzmq does not have it.
 */
export function routerNotify(self: Zsock): number {
  return numberOption(pointer(self), 'router_notify')
}

/**
 * Sets which comings and goings of peers are received as empty messages with their routing id: a sum of 1
 * (`zmq.NOTIFY_CONNECT`) and 2 (`zmq.NOTIFY_DISCONNECT`); 0 at first.
 *
 * C: `zsock_set_router_notify`
 * @throws RangeError `ERR_OUT_OF_RANGE` outside of 0 to 3.
 * @throws {@link CzmqError} `ENOTSUP` when the loaded libzmq does not have it.
 */
export function setRouterNotify(self: Zsock, routerNotify: number): void {
  setOption(pointer(self), 'router_notify', routerNotify)
}

/**
 * Sets whether a ROUTER speaks plain TCP: off at first; before `bind` or `connect`.
 *
 * C: `zsock_set_router_raw`
 * @throws {@link CzmqError} `ERR_CZMQ_SOCKET_TYPE` unless the socket is a ROUTER.
 */
export function setRouterRaw(self: Zsock, routerRaw: boolean | 0 | 1): void {
  setOption(pointer(self), 'router_raw', routerRaw)
}

/**
 * The size of the system's send buffer: bytes; -1 (at first) as the system does, for connections made
 * afterwards.
 *
 * C: `zsock_sndbuf`
 */
export function sndbuf(self: Zsock): number {
  return numberOption(pointer(self), 'sndbuf')
}

/**
 * Sets the size of the system's send buffer: bytes; -1 (at first) as the system does, for connections made
 * afterwards.
 *
 * C: `zsock_set_sndbuf`
 * @throws RangeError `ERR_OUT_OF_RANGE` outside of -1 to 2147483647.
 */
export function setSndbuf(self: Zsock, sndbuf: number): void {
  setOption(pointer(self), 'sndbuf', sndbuf)
}

/**
 * The most messages that wait to be sent to a peer: 0 is without limit, 1000 at first.
 *
 * C: `zsock_sndhwm`
 */
export function sndhwm(self: Zsock): number {
  return numberOption(pointer(self), 'sndhwm')
}

/**
 * Sets the most messages that wait to be sent to a peer: 0 is without limit, 1000 at first.
 *
 * C: `zsock_set_sndhwm`
 * @throws RangeError `ERR_OUT_OF_RANGE` outside of 0 to 2147483647.
 */
export function setSndhwm(self: Zsock, sndhwm: number): void {
  setOption(pointer(self), 'sndhwm', sndhwm)
}

/**
 * How long sending waits: milliseconds; 0 not at all, -1 (at first) for ever.
 *
 * C: `zsock_sndtimeo`
 */
export function sndtimeo(self: Zsock): number {
  return numberOption(pointer(self), 'sndtimeo')
}

/**
 * Sets how long sending waits: milliseconds; 0 not at all, -1 (at first) for ever.
 *
 * C: `zsock_set_sndtimeo`
 * @throws RangeError `ERR_OUT_OF_RANGE` outside of -1 to 2147483647.
 */
export function setSndtimeo(self: Zsock, sndtimeo: number): void {
  setOption(pointer(self), 'sndtimeo', sndtimeo)
}

/**
 * The password for the SOCKS proxy: text, empty at first.
 *
 * C: `zsock_socks_password`
 * @throws {@link CzmqError} `ENOTSUP` when the loaded libzmq does not have it.
 */
export function socksPassword(self: Zsock): string {
  return textOption(pointer(self), 'socks_password')
}

/**
 * Sets the password for the SOCKS proxy: text, empty at first.
 *
 * C: `zsock_set_socks_password`
 * @throws TypeError `ERR_INVALID_ARG_VALUE` outside of 0 to 255 bytes.
 * @throws {@link CzmqError} `ENOTSUP` when the loaded libzmq does not have it.
 */
export function setSocksPassword(self: Zsock, socksPassword: string): void {
  setOption(pointer(self), 'socks_password', socksPassword)
}

/**
 * The SOCKS5 proxy that TCP connects through: `host:port`, empty at first. It and the endpoints behind it
 * have to be reachable: libzmq 4.3.4 ends the process when they are not.
 *
 * C: `zsock_socks_proxy`
 */
export function socksProxy(self: Zsock): string {
  return textOption(pointer(self), 'socks_proxy')
}

/**
 * Sets the SOCKS5 proxy that TCP connects through: `host:port`, empty at first. It and the endpoints behind
 * it have to be reachable: libzmq 4.3.4 ends the process when they are not.
 *
 * C: `zsock_set_socks_proxy`
 * @throws TypeError `ERR_INVALID_ARG_VALUE` outside of 1 to 255 bytes.
 */
export function setSocksProxy(self: Zsock, socksProxy: string): void {
  setOption(pointer(self), 'socks_proxy', socksProxy)
}

/**
 * The user name for the SOCKS proxy: text; empty (at first) is without authentication.
 *
 * C: `zsock_socks_username`
 * @throws {@link CzmqError} `ENOTSUP` when the loaded libzmq does not have it.
 */
export function socksUsername(self: Zsock): string {
  return textOption(pointer(self), 'socks_username')
}

/**
 * Sets the user name for the SOCKS proxy: text; empty (at first) is without authentication.
 *
 * C: `zsock_set_socks_username`
 * @throws TypeError `ERR_INVALID_ARG_VALUE` outside of 0 to 255 bytes.
 * @throws {@link CzmqError} `ENOTSUP` when the loaded libzmq does not have it.
 */
export function setSocksUsername(self: Zsock, socksUsername: string): void {
  setOption(pointer(self), 'socks_username', socksUsername)
}

/**
 * Sets whether connecting and disconnecting is received as an empty message: on at first.
 *
 * C: `zsock_set_stream_notify`
 * @throws {@link CzmqError} `ERR_CZMQ_SOCKET_TYPE` unless the socket is a STREAM.
 */
export function setStreamNotify(self: Zsock, streamNotify: boolean | 0 | 1): void {
  setOption(pointer(self), 'stream_notify', streamNotify)
}

/**
 * Subscribes to messages that begin with a prefix: text or bytes, copied; empty is every message. As often
 * as it was subscribed it has to be unsubscribed.
 *
 * C: `zsock_set_subscribe`
 * @throws TypeError `ERR_INVALID_ARG_VALUE` outside of 0 to 65535 bytes.
 * @throws {@link CzmqError} `ERR_CZMQ_SOCKET_TYPE` unless the socket is a SUB.
 */
export function setSubscribe(self: Zsock, subscribe: string | Uint8Array): void {
  setOption(pointer(self), 'subscribe', subscribe)
}

/**
 * The size of the swap file of libzmq 2: libzmq 4 has none.
 *
 * C: `zsock_swap`
 * @throws {@link CzmqError} `ENOTSUP`, always: use sndhwm.
 */
export function swap(self: Zsock): number {
  return numberOption(pointer(self), 'swap')
}

/**
 * Sets the size of the swap file of libzmq 2: libzmq 4 has none.
 *
 * C: `zsock_set_swap`
 * @throws {@link CzmqError} `ENOTSUP`, always: use sndhwm.
 */
export function setSwap(self: Zsock, swap: number): void {
  setOption(pointer(self), 'swap', swap)
}

/**
 * The IPv4 addresses from which connections are accepted: an address or `address/bits`; each call adds one,
 * and without any all are.
 *
 * C: `zsock_tcp_accept_filter`
 * @throws {@link CzmqError} `ENOTSUP`, always: libzmq does not tell it.
 */
export function tcpAcceptFilter(self: Zsock): string {
  return textOption(pointer(self), 'tcp_accept_filter')
}

/**
 * Sets the IPv4 addresses from which connections are accepted: an address or `address/bits`; each call adds
 * one, and without any all are.
 *
 * C: `zsock_set_tcp_accept_filter`
 * @throws TypeError `ERR_INVALID_ARG_VALUE` outside of 1 to 255 bytes.
 */
export function setTcpAcceptFilter(self: Zsock, tcpAcceptFilter: string): void {
  setOption(pointer(self), 'tcp_accept_filter', tcpAcceptFilter)
}

/**
 * Whether TCP looks after idle connections: 1 yes, 0 no, -1 (at first) as the system does.
 *
 * C: `zsock_tcp_keepalive`
 */
export function tcpKeepalive(self: Zsock): number {
  return numberOption(pointer(self), 'tcp_keepalive')
}

/**
 * Sets whether TCP looks after idle connections: 1 yes, 0 no, -1 (at first) as the system does.
 *
 * C: `zsock_set_tcp_keepalive`
 * @throws RangeError `ERR_OUT_OF_RANGE` outside of -1 to 1.
 */
export function setTcpKeepalive(self: Zsock, tcpKeepalive: number): void {
  setOption(pointer(self), 'tcp_keepalive', tcpKeepalive)
}

/**
 * How often TCP looks in vain before it gives up: times; -1 (at first) as the system does.
 *
 * C: `zsock_tcp_keepalive_cnt`
 */
export function tcpKeepaliveCnt(self: Zsock): number {
  return numberOption(pointer(self), 'tcp_keepalive_cnt')
}

/**
 * Sets how often TCP looks in vain before it gives up: times; -1 (at first) as the system does.
 *
 * C: `zsock_set_tcp_keepalive_cnt`
 * @throws RangeError `ERR_OUT_OF_RANGE` outside of -1 to 2147483647.
 */
export function setTcpKeepaliveCnt(self: Zsock, tcpKeepaliveCnt: number): void {
  setOption(pointer(self), 'tcp_keepalive_cnt', tcpKeepaliveCnt)
}

/**
 * How long a connection is idle before TCP looks after it: seconds; -1 (at first) as the system does.
 *
 * C: `zsock_tcp_keepalive_idle`
 */
export function tcpKeepaliveIdle(self: Zsock): number {
  return numberOption(pointer(self), 'tcp_keepalive_idle')
}

/**
 * Sets how long a connection is idle before TCP looks after it: seconds; -1 (at first) as the system does.
 *
 * C: `zsock_set_tcp_keepalive_idle`
 * @throws RangeError `ERR_OUT_OF_RANGE` outside of -1 to 2147483647.
 */
export function setTcpKeepaliveIdle(self: Zsock, tcpKeepaliveIdle: number): void {
  setOption(pointer(self), 'tcp_keepalive_idle', tcpKeepaliveIdle)
}

/**
 * How long TCP waits before it looks again: seconds; -1 (at first) as the system does.
 *
 * C: `zsock_tcp_keepalive_intvl`
 */
export function tcpKeepaliveIntvl(self: Zsock): number {
  return numberOption(pointer(self), 'tcp_keepalive_intvl')
}

/**
 * Sets how long TCP waits before it looks again: seconds; -1 (at first) as the system does.
 *
 * C: `zsock_set_tcp_keepalive_intvl`
 * @throws RangeError `ERR_OUT_OF_RANGE` outside of -1 to 2147483647.
 */
export function setTcpKeepaliveIntvl(self: Zsock, tcpKeepaliveIntvl: number): void {
  setOption(pointer(self), 'tcp_keepalive_intvl', tcpKeepaliveIntvl)
}

/**
 * How long TCP may go without an acknowledgement: milliseconds; 0 (at first) leaves it to the system.
 *
 * C: `zsock_tcp_maxrt`
 */
export function tcpMaxrt(self: Zsock): number {
  return numberOption(pointer(self), 'tcp_maxrt')
}

/**
 * Sets how long TCP may go without an acknowledgement: milliseconds; 0 (at first) leaves it to the system.
 *
 * C: `zsock_set_tcp_maxrt`
 * @throws RangeError `ERR_OUT_OF_RANGE` outside of 0 to 2147483647.
 */
export function setTcpMaxrt(self: Zsock, tcpMaxrt: number): void {
  setOption(pointer(self), 'tcp_maxrt', tcpMaxrt)
}

/**
 * Whether several threads may use the socket: 1 for some draft types, else 0.
 *
 * C: `zsock_thread_safe`
 */
export function threadSafe(self: Zsock): number {
  return numberOption(pointer(self), 'thread_safe')
}

/**
 * The type of service of the socket's packets (IP_TOS): the number that goes into the packets, 0 at first.
 *
 * C: `zsock_tos`
 */
export function tos(self: Zsock): number {
  return numberOption(pointer(self), 'tos')
}

/**
 * Sets the type of service of the socket's packets (IP_TOS): the number that goes into the packets, 0 at
 * first.
 *
 * C: `zsock_set_tos`
 * @throws RangeError `ERR_OUT_OF_RANGE` outside of 0 to 2147483647.
 */
export function setTos(self: Zsock, tos: number): void {
  setOption(pointer(self), 'tos', tos)
}

/**
 * The type of the socket: `zmq.PUSH`, `zmq.PULL`, ….
 *
 * C: `zsock_type`
 */
export function type(self: Zsock): number {
  return numberOption(pointer(self), 'type')
}

/**
 * Ends a subscription: text or bytes, as they were subscribed.
 *
 * C: `zsock_set_unsubscribe`
 * @throws TypeError `ERR_INVALID_ARG_VALUE` outside of 0 to 65535 bytes.
 * @throws {@link CzmqError} `ERR_CZMQ_SOCKET_TYPE` unless the socket is a SUB.
 */
export function setUnsubscribe(self: Zsock, unsubscribe: string | Uint8Array): void {
  setOption(pointer(self), 'unsubscribe', unsubscribe)
}

/**
 * The listening socket of the system that `bind` uses instead of making one: a file descriptor, which libzmq
 * closes; -1 (at first) is none.
 *
 * C: `zsock_use_fd`
 */
export function useFd(self: Zsock): number {
  return numberOption(pointer(self), 'use_fd')
}

/**
 * Sets the listening socket of the system that `bind` uses instead of making one: a file descriptor, which
 * libzmq closes; -1 (at first) is none.
 *
 * C: `zsock_set_use_fd`
 * @throws RangeError `ERR_OUT_OF_RANGE` outside of -1 to 2147483647.
 */
export function setUseFd(self: Zsock, useFd: number): void {
  setOption(pointer(self), 'use_fd', useFd)
}

/**
 * The greatest size of the buffer of VMCI: bytes, 262144 at first.
 *
 * C: `zsock_vmci_buffer_max_size`
 * @throws {@link CzmqError} `ENOTSUP` when the loaded libzmq does not have it.
 */
export function vmciBufferMaxSize(self: Zsock): bigint {
  return bigintOption(pointer(self), 'vmci_buffer_max_size')
}

/**
 * Sets the greatest size of the buffer of VMCI: bytes, 262144 at first.
 *
 * C: `zsock_set_vmci_buffer_max_size`
 * @throws {@link CzmqError} `ENOTSUP` when the loaded libzmq does not have it.
 */
export function setVmciBufferMaxSize(self: Zsock, vmciBufferMaxSize: bigint | number): void {
  setOption(pointer(self), 'vmci_buffer_max_size', vmciBufferMaxSize)
}

/**
 * The least size of the buffer of VMCI: bytes, 128 at first.
 *
 * C: `zsock_vmci_buffer_min_size`
 * @throws {@link CzmqError} `ENOTSUP` when the loaded libzmq does not have it.
 */
export function vmciBufferMinSize(self: Zsock): bigint {
  return bigintOption(pointer(self), 'vmci_buffer_min_size')
}

/**
 * Sets the least size of the buffer of VMCI: bytes, 128 at first.
 *
 * C: `zsock_set_vmci_buffer_min_size`
 * @throws {@link CzmqError} `ENOTSUP` when the loaded libzmq does not have it.
 */
export function setVmciBufferMinSize(self: Zsock, vmciBufferMinSize: bigint | number): void {
  setOption(pointer(self), 'vmci_buffer_min_size', vmciBufferMinSize)
}

/**
 * The size of the buffer of VMCI: bytes, 65536 at first.
 *
 * C: `zsock_vmci_buffer_size`
 * @throws {@link CzmqError} `ENOTSUP` when the loaded libzmq does not have it.
 */
export function vmciBufferSize(self: Zsock): bigint {
  return bigintOption(pointer(self), 'vmci_buffer_size')
}

/**
 * Sets the size of the buffer of VMCI: bytes, 65536 at first.
 *
 * C: `zsock_set_vmci_buffer_size`
 * @throws {@link CzmqError} `ENOTSUP` when the loaded libzmq does not have it.
 */
export function setVmciBufferSize(self: Zsock, vmciBufferSize: bigint | number): void {
  setOption(pointer(self), 'vmci_buffer_size', vmciBufferSize)
}

/**
 * How long connecting by VMCI may take: milliseconds; -1 (at first) leaves it to the system.
 *
 * C: `zsock_vmci_connect_timeout`
 * @throws {@link CzmqError} `ENOTSUP` when the loaded libzmq does not have it.
 */
export function vmciConnectTimeout(self: Zsock): number {
  return numberOption(pointer(self), 'vmci_connect_timeout')
}

/**
 * Sets how long connecting by VMCI may take: milliseconds; -1 (at first) leaves it to the system.
 *
 * C: `zsock_set_vmci_connect_timeout`
 * @throws RangeError `ERR_OUT_OF_RANGE` outside of -1 to 2147483647.
 * @throws {@link CzmqError} `ENOTSUP` when the loaded libzmq does not have it.
 */
export function setVmciConnectTimeout(self: Zsock, vmciConnectTimeout: number): void {
  setOption(pointer(self), 'vmci_connect_timeout', vmciConnectTimeout)
}

/**
 * Sets the certificate of a server of `wss://`: text in PEM format.
 *
 * C: `zsock_set_wss_cert_pem`
 * @throws {@link CzmqError} `ENOTSUP` when the loaded libzmq does not have it.
 */
export function setWssCertPem(self: Zsock, wssCertPem: string): void {
  setOption(pointer(self), 'wss_cert_pem', wssCertPem)
}

/**
 * Sets the host name that the server's certificate of `wss://` must have: text.
 *
 * C: `zsock_set_wss_hostname`
 * @throws TypeError `ERR_INVALID_ARG_VALUE` outside of 1 to 255 bytes.
 * @throws {@link CzmqError} `ENOTSUP` when the loaded libzmq does not have it.
 */
export function setWssHostname(self: Zsock, wssHostname: string): void {
  setOption(pointer(self), 'wss_hostname', wssHostname)
}

/**
 * Sets the private key of a server of `wss://`: text in PEM format.
 *
 * C: `zsock_set_wss_key_pem`
 * @throws {@link CzmqError} `ENOTSUP` when the loaded libzmq does not have it.
 */
export function setWssKeyPem(self: Zsock, wssKeyPem: string): void {
  setOption(pointer(self), 'wss_key_pem', wssKeyPem)
}

/**
 * Sets the certificates that `wss://` trusts: text in PEM format.
 *
 * C: `zsock_set_wss_trust_pem`
 * @throws {@link CzmqError} `ENOTSUP` when the loaded libzmq does not have it.
 */
export function setWssTrustPem(self: Zsock, wssTrustPem: string): void {
  setOption(pointer(self), 'wss_trust_pem', wssTrustPem)
}

/**
 * Sets whether `wss://` trusts the certificates of the system: off at first.
 *
 * C: `zsock_set_wss_trust_system`
 * @throws {@link CzmqError} `ENOTSUP` when the loaded libzmq does not have it.
 */
export function setWssTrustSystem(self: Zsock, wssTrustSystem: boolean | 0 | 1): void {
  setOption(pointer(self), 'wss_trust_system', wssTrustSystem)
}

/**
 * Sets whether subscriptions of an XPUB are left to the program: off at first.
 *
 * C: `zsock_set_xpub_manual`
 * @throws {@link CzmqError} `ERR_CZMQ_SOCKET_TYPE` unless the socket is a XPUB.
 */
export function setXpubManual(self: Zsock, xpubManual: boolean | 0 | 1): void {
  setOption(pointer(self), 'xpub_manual', xpubManual)
}

/**
 * Sets whether a manual XPUB sends what is sent next to the newest subscriber only: off at first; switches
 * `xpub_manual` on.
 *
 * C: `zsock_set_xpub_manual_last_value`
 * @throws {@link CzmqError} `ERR_CZMQ_SOCKET_TYPE` unless the socket is a XPUB; `ENOTSUP` when the loaded
 *   libzmq does not have it.
 */
export function setXpubManualLastValue(self: Zsock, xpubManualLastValue: boolean | 0 | 1): void {
  setOption(pointer(self), 'xpub_manual_last_value', xpubManualLastValue)
}

/**
 * Sets whether sending fails or blocks at the high-water mark: off at first: messages are dropped.
 *
 * C: `zsock_set_xpub_nodrop`
 * @throws {@link CzmqError} `ERR_CZMQ_SOCKET_TYPE` unless the socket is a XPUB, PUB.
 */
export function setXpubNodrop(self: Zsock, xpubNodrop: boolean | 0 | 1): void {
  setOption(pointer(self), 'xpub_nodrop', xpubNodrop)
}

/**
 * Sets whether an XPUB receives repeated subscriptions, too: off at first.
 *
 * C: `zsock_set_xpub_verbose`
 * @throws {@link CzmqError} `ERR_CZMQ_SOCKET_TYPE` unless the socket is a XPUB.
 */
export function setXpubVerbose(self: Zsock, xpubVerbose: boolean | 0 | 1): void {
  setOption(pointer(self), 'xpub_verbose', xpubVerbose)
}

/**
 * Sets whether an XPUB receives repeated subscriptions and unsubscriptions, too: off at first.
 *
 * C: `zsock_set_xpub_verboser`
 * @throws {@link CzmqError} `ERR_CZMQ_SOCKET_TYPE` unless the socket is a XPUB.
 */
export function setXpubVerboser(self: Zsock, xpubVerboser: boolean | 0 | 1): void {
  setOption(pointer(self), 'xpub_verboser', xpubVerboser)
}

/**
 * Sets the message that each new subscriber receives first: text or bytes, copied; empty (at first) is none.
 *
 * C: `zsock_set_xpub_welcome_msg`
 * @throws {@link CzmqError} `ERR_CZMQ_SOCKET_TYPE` unless the socket is a XPUB.
 */
export function setXpubWelcomeMsg(self: Zsock, xpubWelcomeMsg: string | Uint8Array): void {
  setOption(pointer(self), 'xpub_welcome_msg', xpubWelcomeMsg)
}

/**
 * The domain that authentication is told: text, empty at first.
 *
 * C: `zsock_zap_domain`
 */
export function zapDomain(self: Zsock): string {
  return textOption(pointer(self), 'zap_domain')
}

/**
 * Sets the domain that authentication is told: text, empty at first.
 *
 * C: `zsock_set_zap_domain`
 * @throws TypeError `ERR_INVALID_ARG_VALUE` outside of 1 to 255 bytes.
 */
export function setZapDomain(self: Zsock, zapDomain: string): void {
  setOption(pointer(self), 'zap_domain', zapDomain)
}

/**
 * Whether authentication needs a ZAP domain: 1 or 0; off at first.
 *
 * C: `zsock_zap_enforce_domain`
 * @throws {@link CzmqError} `ENOTSUP` when the loaded libzmq does not have it.
 */
export function zapEnforceDomain(self: Zsock): number {
  return numberOption(pointer(self), 'zap_enforce_domain')
}

/**
 * Sets whether authentication needs a ZAP domain: off at first.
 *
 * C: `zsock_set_zap_enforce_domain`
 * @throws {@link CzmqError} `ENOTSUP` when the loaded libzmq does not have it.
 */
export function setZapEnforceDomain(self: Zsock, zapEnforceDomain: boolean | 0 | 1): void {
  setOption(pointer(self), 'zap_enforce_domain', zapEnforceDomain)
}
