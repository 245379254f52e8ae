import * as zmq from './generated/constants.ts'

/**
 * The socket options of CZMQ 4.2 as libzmq 4 has them. CZMQ's own accessors end the process when libzmq refuses a
 * value; whoever sets an option from JavaScript therefore knows its limits from here.
 */

/** What libzmq wants and gives. */
export type OptionType =
  /** A C `int`. */
  | 'int'
  /** A C `int` that is 0 or 1. */
  | 'flag'
  | 'int64'
  | 'uint64'
  /** A file descriptor: a C `int`, or a `SOCKET` on Windows. */
  | 'descriptor'
  /** Text without NUL. */
  | 'text'
  /** Bytes; CZMQ takes text for them, which ends at its first NUL. */
  | 'bytes'
  /** A CURVE key: 40 characters of Z85, or 32 bytes. */
  | 'key'
  /** The content of a frame. */
  | 'frame'

/** One socket option. */
export interface SocketOption {
  /** What libzmq knows it by; `null` when libzmq 4 does not have it. */
  readonly number: number | null
  readonly type: OptionType
  readonly access: 'r' | 'w' | 'rw'
  /** The socket types that it can be set for; all when absent. */
  readonly sockets?: readonly string[]
  /** The lowest number, or the fewest bytes. */
  readonly least?: number
  /** The highest number, or the most bytes. */
  readonly most?: number
  /** Whether a libzmq 4 may be without it: it came late, is a draft, or needs another library. */
  readonly optional?: true
  /** Whether CZMQ has a getter although libzmq answers none. */
  readonly unreadable?: true
  /** The options that do the work of one that libzmq 4 does not have. */
  readonly standsFor?: readonly ['sndhwm', 'rcvhwm']
  /** What to use instead of one that libzmq 4 does not have. */
  readonly successor?: string
}

/** By the name that CZMQ gives them. */
export const socketOptions = {
  priority: { number: zmq.PRIORITY, type: 'int', access: 'rw', least: 0, optional: true },
  reconnect_stop: {
    number: zmq.RECONNECT_STOP,
    type: 'int',
    access: 'rw',
    least: 0,
    most: 7,
    optional: true,
  },
  only_first_subscribe: {
    number: zmq.ONLY_FIRST_SUBSCRIBE,
    type: 'flag',
    access: 'w',
    sockets: ['XPUB', 'XSUB'],
    optional: true,
  },
  hello_msg: { number: zmq.HELLO_MSG, type: 'frame', access: 'w', optional: true },
  disconnect_msg: { number: zmq.DISCONNECT_MSG, type: 'frame', access: 'w', optional: true },
  wss_trust_system: { number: zmq.WSS_TRUST_SYSTEM, type: 'flag', access: 'w', optional: true },
  wss_hostname: { number: zmq.WSS_HOSTNAME, type: 'text', access: 'w', least: 1, most: 255, optional: true },
  wss_trust_pem: { number: zmq.WSS_TRUST_PEM, type: 'text', access: 'w', optional: true },
  wss_cert_pem: { number: zmq.WSS_CERT_PEM, type: 'text', access: 'w', optional: true },
  wss_key_pem: { number: zmq.WSS_KEY_PEM, type: 'text', access: 'w', optional: true },
  out_batch_size: { number: zmq.OUT_BATCH_SIZE, type: 'int', access: 'rw', least: 1, optional: true },
  in_batch_size: { number: zmq.IN_BATCH_SIZE, type: 'int', access: 'rw', least: 1, optional: true },
  socks_password: {
    number: zmq.SOCKS_PASSWORD,
    type: 'text',
    access: 'rw',
    least: 0,
    most: 255,
    optional: true,
  },
  socks_username: {
    number: zmq.SOCKS_USERNAME,
    type: 'text',
    access: 'rw',
    least: 0,
    most: 255,
    optional: true,
  },
  xpub_manual_last_value: {
    number: zmq.XPUB_MANUAL_LAST_VALUE,
    type: 'flag',
    access: 'w',
    sockets: ['XPUB'],
    optional: true,
  },
  router_notify: { number: zmq.ROUTER_NOTIFY, type: 'int', access: 'rw', least: 0, most: 3, optional: true },
  multicast_loop: { number: zmq.MULTICAST_LOOP, type: 'flag', access: 'rw', optional: true },
  metadata: {
    number: zmq.METADATA,
    type: 'text',
    access: 'rw',
    least: 1,
    most: 512,
    unreadable: true,
  },
  loopback_fastpath: { number: zmq.LOOPBACK_FASTPATH, type: 'flag', access: 'rw', optional: true },
  zap_enforce_domain: { number: zmq.ZAP_ENFORCE_DOMAIN, type: 'flag', access: 'rw', optional: true },
  gssapi_principal_nametype: {
    number: zmq.GSSAPI_PRINCIPAL_NAMETYPE,
    type: 'int',
    access: 'rw',
    least: 0,
    most: 2,
    optional: true,
  },
  gssapi_service_principal_nametype: {
    number: zmq.GSSAPI_SERVICE_PRINCIPAL_NAMETYPE,
    type: 'int',
    access: 'rw',
    least: 0,
    most: 2,
    optional: true,
  },
  bindtodevice: { number: zmq.BINDTODEVICE, type: 'text', access: 'rw', least: 1, most: 16, optional: true },
  heartbeat_ivl: { number: zmq.HEARTBEAT_IVL, type: 'int', access: 'rw', least: 0 },
  heartbeat_ttl: { number: zmq.HEARTBEAT_TTL, type: 'int', access: 'rw', least: 0, most: 6553599 },
  heartbeat_timeout: { number: zmq.HEARTBEAT_TIMEOUT, type: 'int', access: 'rw', least: 0 },
  use_fd: { number: zmq.USE_FD, type: 'int', access: 'rw', least: -1 },
  xpub_manual: { number: zmq.XPUB_MANUAL, type: 'flag', access: 'w', sockets: ['XPUB'] },
  xpub_welcome_msg: { number: zmq.XPUB_WELCOME_MSG, type: 'bytes', access: 'w', sockets: ['XPUB'] },
  stream_notify: { number: zmq.STREAM_NOTIFY, type: 'flag', access: 'w', sockets: ['STREAM'] },
  invert_matching: {
    number: zmq.INVERT_MATCHING,
    type: 'flag',
    access: 'rw',
    sockets: ['XPUB', 'PUB', 'SUB'],
  },
  xpub_verboser: { number: zmq.XPUB_VERBOSER, type: 'flag', access: 'w', sockets: ['XPUB'] },
  connect_timeout: { number: zmq.CONNECT_TIMEOUT, type: 'int', access: 'rw', least: 0 },
  tcp_maxrt: { number: zmq.TCP_MAXRT, type: 'int', access: 'rw', least: 0 },
  thread_safe: { number: zmq.THREAD_SAFE, type: 'int', access: 'r' },
  multicast_maxtpdu: { number: zmq.MULTICAST_MAXTPDU, type: 'int', access: 'rw', least: 1 },
  vmci_buffer_size: { number: zmq.VMCI_BUFFER_SIZE, type: 'uint64', access: 'rw', optional: true },
  vmci_buffer_min_size: { number: zmq.VMCI_BUFFER_MIN_SIZE, type: 'uint64', access: 'rw', optional: true },
  vmci_buffer_max_size: { number: zmq.VMCI_BUFFER_MAX_SIZE, type: 'uint64', access: 'rw', optional: true },
  vmci_connect_timeout: {
    number: zmq.VMCI_CONNECT_TIMEOUT,
    type: 'int',
    access: 'rw',
    least: -1,
    optional: true,
  },
  tos: { number: zmq.TOS, type: 'int', access: 'rw', least: 0 },
  router_handover: { number: zmq.ROUTER_HANDOVER, type: 'flag', access: 'w', sockets: ['ROUTER'] },
  connect_rid: {
    number: zmq.CONNECT_RID,
    type: 'bytes',
    access: 'w',
    sockets: ['ROUTER', 'STREAM'],
    least: 1,
    most: 255,
  },
  handshake_ivl: { number: zmq.HANDSHAKE_IVL, type: 'int', access: 'rw', least: 0 },
  socks_proxy: { number: zmq.SOCKS_PROXY, type: 'text', access: 'rw', least: 1, most: 255 },
  xpub_nodrop: { number: zmq.XPUB_NODROP, type: 'flag', access: 'w', sockets: ['XPUB', 'PUB'] },
  router_mandatory: { number: zmq.ROUTER_MANDATORY, type: 'flag', access: 'w', sockets: ['ROUTER'] },
  probe_router: { number: zmq.PROBE_ROUTER, type: 'flag', access: 'w', sockets: ['ROUTER', 'DEALER', 'REQ'] },
  req_relaxed: { number: zmq.REQ_RELAXED, type: 'flag', access: 'w', sockets: ['REQ'] },
  req_correlate: { number: zmq.REQ_CORRELATE, type: 'flag', access: 'w', sockets: ['REQ'] },
  conflate: {
    number: zmq.CONFLATE,
    type: 'flag',
    access: 'w',
    sockets: ['PUSH', 'PULL', 'PUB', 'SUB', 'DEALER'],
  },
  zap_domain: { number: zmq.ZAP_DOMAIN, type: 'text', access: 'rw', least: 1, most: 255 },
  mechanism: { number: zmq.MECHANISM, type: 'int', access: 'r' },
  plain_server: { number: zmq.PLAIN_SERVER, type: 'flag', access: 'rw' },
  plain_username: { number: zmq.PLAIN_USERNAME, type: 'text', access: 'rw', least: 1, most: 255 },
  plain_password: { number: zmq.PLAIN_PASSWORD, type: 'text', access: 'rw', least: 1, most: 255 },
  curve_server: { number: zmq.CURVE_SERVER, type: 'flag', access: 'rw', optional: true },
  curve_publickey: { number: zmq.CURVE_PUBLICKEY, type: 'key', access: 'rw' },
  curve_secretkey: { number: zmq.CURVE_SECRETKEY, type: 'key', access: 'rw' },
  curve_serverkey: { number: zmq.CURVE_SERVERKEY, type: 'key', access: 'rw' },
  gssapi_server: { number: zmq.GSSAPI_SERVER, type: 'flag', access: 'rw', optional: true },
  gssapi_plaintext: { number: zmq.GSSAPI_PLAINTEXT, type: 'flag', access: 'rw', optional: true },
  gssapi_principal: {
    number: zmq.GSSAPI_PRINCIPAL,
    type: 'text',
    access: 'rw',
    least: 1,
    most: 255,
    optional: true,
  },
  gssapi_service_principal: {
    number: zmq.GSSAPI_SERVICE_PRINCIPAL,
    type: 'text',
    access: 'rw',
    least: 1,
    most: 255,
    optional: true,
  },
  ipv6: { number: zmq.IPV6, type: 'flag', access: 'rw' },
  immediate: { number: zmq.IMMEDIATE, type: 'flag', access: 'rw' },
  sndhwm: { number: zmq.SNDHWM, type: 'int', access: 'rw', least: 0 },
  rcvhwm: { number: zmq.RCVHWM, type: 'int', access: 'rw', least: 0 },
  maxmsgsize: { number: zmq.MAXMSGSIZE, type: 'int64', access: 'rw', least: -1 },
  multicast_hops: { number: zmq.MULTICAST_HOPS, type: 'int', access: 'rw', least: 1 },
  xpub_verbose: { number: zmq.XPUB_VERBOSE, type: 'flag', access: 'w', sockets: ['XPUB'] },
  tcp_keepalive: { number: zmq.TCP_KEEPALIVE, type: 'int', access: 'rw', least: -1, most: 1 },
  tcp_keepalive_idle: { number: zmq.TCP_KEEPALIVE_IDLE, type: 'int', access: 'rw', least: -1 },
  tcp_keepalive_cnt: { number: zmq.TCP_KEEPALIVE_CNT, type: 'int', access: 'rw', least: -1 },
  tcp_keepalive_intvl: { number: zmq.TCP_KEEPALIVE_INTVL, type: 'int', access: 'rw', least: -1 },
  tcp_accept_filter: {
    number: zmq.TCP_ACCEPT_FILTER,
    type: 'text',
    access: 'rw',
    least: 1,
    most: 255,
    unreadable: true,
  },
  last_endpoint: { number: zmq.LAST_ENDPOINT, type: 'text', access: 'r' },
  router_raw: { number: zmq.ROUTER_RAW, type: 'flag', access: 'w', sockets: ['ROUTER'] },
  ipv4only: { number: zmq.IPV4ONLY, type: 'flag', access: 'rw' },
  delay_attach_on_connect: { number: zmq.DELAY_ATTACH_ON_CONNECT, type: 'flag', access: 'w' },
  hwm: { number: null, standsFor: ['sndhwm', 'rcvhwm'], type: 'int', access: 'rw', least: 0 },
  swap: { number: null, successor: 'sndhwm', type: 'int', access: 'rw' },
  affinity: { number: zmq.AFFINITY, type: 'uint64', access: 'rw' },
  identity: {
    number: zmq.IDENTITY,
    type: 'bytes',
    access: 'rw',
    sockets: ['REQ', 'REP', 'DEALER', 'ROUTER'],
    least: 1,
    most: 255,
  },
  rate: { number: zmq.RATE, type: 'int', access: 'rw', least: 1 },
  recovery_ivl: { number: zmq.RECOVERY_IVL, type: 'int', access: 'rw', least: 0 },
  recovery_ivl_msec: {
    number: null,
    successor: 'recovery_ivl, which counts milliseconds',
    type: 'int',
    access: 'rw',
  },
  mcast_loop: { number: null, successor: 'multicast_loop', type: 'int', access: 'rw' },
  rcvtimeo: { number: zmq.RCVTIMEO, type: 'int', access: 'rw', least: -1 },
  sndtimeo: { number: zmq.SNDTIMEO, type: 'int', access: 'rw', least: -1 },
  sndbuf: { number: zmq.SNDBUF, type: 'int', access: 'rw', least: -1 },
  rcvbuf: { number: zmq.RCVBUF, type: 'int', access: 'rw', least: -1 },
  linger: { number: zmq.LINGER, type: 'int', access: 'rw', least: -1 },
  reconnect_ivl: { number: zmq.RECONNECT_IVL, type: 'int', access: 'rw', least: -1 },
  reconnect_ivl_max: { number: zmq.RECONNECT_IVL_MAX, type: 'int', access: 'rw', least: 0 },
  backlog: { number: zmq.BACKLOG, type: 'int', access: 'rw', least: 0 },
  subscribe: { number: zmq.SUBSCRIBE, type: 'bytes', access: 'w', sockets: ['SUB'], least: 0, most: 65_535 },
  unsubscribe: {
    number: zmq.UNSUBSCRIBE,
    type: 'bytes',
    access: 'w',
    sockets: ['SUB'],
    least: 0,
    most: 65_535,
  },
  type: { number: zmq.TYPE, type: 'int', access: 'r' },
  rcvmore: { number: zmq.RCVMORE, type: 'int', access: 'r' },
  fd: { number: zmq.FD, type: 'descriptor', access: 'r' },
  events: { number: zmq.EVENTS, type: 'int', access: 'r' },
} as const satisfies Record<string, SocketOption>

/** The name of a socket option, as in C. */
export type OptionName = keyof typeof socketOptions

/** The options of certain types that can be read or set. */
export type OptionsOf<Type extends OptionType, Access extends 'r' | 'w'> = {
  [Name in OptionName]: (typeof socketOptions)[Name] extends { type: Type; access: Access | 'rw' }
    ? Name
    : never
}[OptionName]
