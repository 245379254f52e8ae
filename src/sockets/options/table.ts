import { PLAIN } from '../../raw/generated/constants.ts'
import { socketOptions as c, type SocketOption } from '../../raw/socket-options.ts'

/** A socket option as a property. */
export interface Property {
  readonly option: SocketOption
  /** It does not wait for the next bind or connect. */
  readonly atOnce?: true
  /** `null` is given to libzmq; without it a value that was set cannot be unset. */
  readonly canUnset?: true
  /** The values by their numbers. */
  readonly names?: readonly (string | null)[]
  /** What it is before it is set, where libzmq does not tell it and it is not off. */
  readonly initial?: true
  /** The mechanism of authentication that it belongs to: under another one it has no value. */
  readonly mechanism?: number
  /** Bytes that are shown as they are, not as text. */
  readonly binary?: true
}

const principals = ['hostBased', 'userName', 'krb5Principal']
const mechanisms = [null, 'plain', 'curve', 'gssapi']

/** Options of libzmq 4.3.5 that CZMQ 4.2 does not know. */
const later = {
  busyPoll: { number: 113, type: 'int', access: 'rw', least: 0, optional: true },
  hiccupMessage: { number: 114, type: 'frame', access: 'w', optional: true },
  verboseUnsubscribe: { number: 115, type: 'flag', access: 'w', optional: true },
  topicsCount: { number: 116, type: 'int', access: 'r', optional: true },
} as const satisfies Record<string, SocketOption>

/** What every socket has. */
export const generalProperties = {
  linger: { option: c.linger, atOnce: true },
  affinity: { option: c.affinity },
  backlog: { option: c.backlog },
  immediate: { option: c.immediate },
  maxMessageSize: { option: c.maxmsgsize },
  reconnectInterval: { option: c.reconnect_ivl },
  reconnectMaxInterval: { option: c.reconnect_ivl_max },
  reconnectStop: { option: c.reconnect_stop },
  connectTimeout: { option: c.connect_timeout },
  handshakeInterval: { option: c.handshake_ivl },
  heartbeatInterval: { option: c.heartbeat_ivl },
  heartbeatTimeToLive: { option: c.heartbeat_ttl },
  heartbeatTimeout: { option: c.heartbeat_timeout },
  metadata: { option: c.metadata },
  helloMessage: { option: c.hello_msg, canUnset: true },
  disconnectMessage: { option: c.disconnect_msg, canUnset: true },
  hiccupMessage: { option: later.hiccupMessage, canUnset: true },
  priority: { option: c.priority },
  lastEndpoint: { option: c.last_endpoint },
  securityMechanism: { option: c.mechanism, names: mechanisms },
  threadSafe: { option: { ...c.thread_safe, type: 'flag' } },

  ipv6: { option: c.ipv6 },
  tcpKeepalive: { option: c.tcp_keepalive },
  tcpKeepaliveCount: { option: c.tcp_keepalive_cnt },
  tcpKeepaliveIdle: { option: c.tcp_keepalive_idle },
  tcpKeepaliveInterval: { option: c.tcp_keepalive_intvl },
  tcpAcceptFilter: { option: c.tcp_accept_filter, canUnset: true },
  tcpMaxRetransmitTimeout: { option: c.tcp_maxrt },
  typeOfService: { option: c.tos },
  socksProxy: { option: c.socks_proxy, canUnset: true },
  socksUsername: { option: c.socks_username, canUnset: true },
  socksPassword: { option: c.socks_password, canUnset: true },
  interface: { option: c.bindtodevice, canUnset: true },
  loopbackFastPath: { option: c.loopback_fastpath },
  rate: { option: c.rate },
  recoveryInterval: { option: c.recovery_ivl },
  multicastMaxTransportDataUnit: { option: c.multicast_maxtpdu },
  multicastLoop: { option: c.multicast_loop },
  vmciBufferSize: { option: c.vmci_buffer_size },
  vmciBufferMinSize: { option: c.vmci_buffer_min_size },
  vmciBufferMaxSize: { option: c.vmci_buffer_max_size },
  vmciConnectTimeout: { option: c.vmci_connect_timeout },
  inBatchSize: { option: c.in_batch_size },
  outBatchSize: { option: c.out_batch_size },
  busyPoll: { option: later.busyPoll },

  plainServer: { option: c.plain_server },
  plainUsername: { option: c.plain_username, canUnset: true, mechanism: PLAIN },
  plainPassword: { option: c.plain_password, canUnset: true, mechanism: PLAIN },
  curveServer: { option: c.curve_server },
  curvePublicKey: { option: c.curve_publickey },
  curveSecretKey: { option: c.curve_secretkey },
  curveServerKey: { option: c.curve_serverkey },
  gssapiServer: { option: c.gssapi_server },
  gssapiPrincipal: { option: c.gssapi_principal },
  gssapiServicePrincipal: { option: c.gssapi_service_principal },
  gssapiPlainText: { option: c.gssapi_plaintext },
  gssapiPrincipalNameType: { option: c.gssapi_principal_nametype, names: principals },
  gssapiServicePrincipalNameType: { option: c.gssapi_service_principal_nametype, names: principals },
  zapDomain: { option: c.zap_domain },
  zapEnforceDomain: { option: c.zap_enforce_domain },
  wssKeyPem: { option: c.wss_key_pem },
  wssCertPem: { option: c.wss_cert_pem },
  wssTrustPem: { option: c.wss_trust_pem },
  wssHostname: { option: c.wss_hostname },
  wssTrustSystem: { option: c.wss_trust_system },
} as const satisfies Record<string, Property>

/** What only some classes have. */
export const classProperties = {
  receiveBufferSize: { option: c.rcvbuf },
  receiveHighWaterMark: { option: c.rcvhwm, atOnce: true },
  receiveTimeout: { option: c.rcvtimeo, atOnce: true },
  multicastHops: { option: c.multicast_hops },
  sendBufferSize: { option: c.sndbuf },
  sendHighWaterMark: { option: c.sndhwm, atOnce: true },
  sendTimeout: { option: c.sndtimeo, atOnce: true },
  routingId: { option: c.identity },
  routingIdBytes: { option: c.identity, binary: true },
  conflate: { option: c.conflate },
  probeRouter: { option: c.probe_router, atOnce: true },
  correlate: { option: c.req_correlate, atOnce: true },
  relaxed: { option: c.req_relaxed, atOnce: true },
  mandatory: { option: c.router_mandatory, atOnce: true },
  handover: { option: c.router_handover, atOnce: true },
  routerNotify: { option: c.router_notify },
  streamNotify: { option: c.stream_notify, initial: true },
  noDrop: { option: c.xpub_nodrop, atOnce: true },
  invertMatching: { option: c.invert_matching, atOnce: true },
  manual: { option: c.xpub_manual, atOnce: true },
  manualLastValue: { option: c.xpub_manual_last_value, atOnce: true },
  welcomeMessage: { option: c.xpub_welcome_msg, canUnset: true },
  onlyFirstSubscribe: { option: c.only_first_subscribe, atOnce: true },
  verboseUnsubscribe: { option: later.verboseUnsubscribe, atOnce: true },
  topicsCount: { option: later.topicsCount },
  verbose: { option: c.xpub_verbose, atOnce: true },
  verboser: { option: c.xpub_verboser, atOnce: true },
} as const satisfies Record<string, Property>
