import type { OptionName } from '../../src/raw/socket-options.ts'

/** What an option is, as a noun phrase, and what its values mean. A third text replaces "Sets" and the phrase. */
export type Description = readonly [what: string, values: string, setter?: string]

const BEFORE = 'for connections made afterwards'

export const descriptions: Readonly<Record<OptionName, Description>> = {
  priority: [
    "the priority of the socket's packets (SO_PRIORITY)",
    '0 is the lowest, and what it is at first',
  ],
  reconnect_stop: [
    'when not to connect again',
    'a sum of `zmq.RECONNECT_STOP_…`: 1 when refused, 2 when the handshake failed; 0 (at first) is never',
  ],
  only_first_subscribe: [
    'whether only the first frame of a message subscribes',
    'off at first: each frame that begins with a byte 1 or 0 subscribes or unsubscribes',
  ],
  hello_msg: ['the message that each new peer is sent first', 'the bytes of one frame; none at first'],
  disconnect_msg: ['the message received when a peer goes away', 'the bytes of one frame; none at first'],
  wss_trust_system: ['whether `wss://` trusts the certificates of the system', 'off at first'],
  wss_hostname: ["the host name that the server's certificate of `wss://` must have", 'text'],
  wss_trust_pem: ['the certificates that `wss://` trusts', 'text in PEM format'],
  wss_cert_pem: ['the certificate of a server of `wss://`', 'text in PEM format'],
  wss_key_pem: ['the private key of a server of `wss://`', 'text in PEM format'],
  out_batch_size: ['how much is sent to the system at once', 'bytes, 8192 at first'],
  in_batch_size: ['how much is received from the system at once', 'bytes, 8192 at first'],
  socks_password: ['the password for the SOCKS proxy', 'text, empty at first'],
  socks_username: ['the user name for the SOCKS proxy', 'text; empty (at first) is without authentication'],
  xpub_manual_last_value: [
    'whether a manual XPUB sends what is sent next to the newest subscriber only',
    'off at first; switches `xpub_manual` on',
  ],
  router_notify: [
    'which comings and goings of peers are received as empty messages with their routing id',
    'a sum of 1 (`zmq.NOTIFY_CONNECT`) and 2 (`zmq.NOTIFY_DISCONNECT`); 0 at first',
  ],
  multicast_loop: ['whether what is sent by multicast reaches this machine, too', 'on at first'],
  metadata: [
    'a property that peers are told at the handshake',
    'text like `X-key:value`; once for each property',
  ],
  loopback_fastpath: ['whether TCP within the machine takes a short cut of Windows', 'off at first'],
  zap_enforce_domain: ['whether authentication needs a ZAP domain', 'off at first'],
  gssapi_principal_nametype: [
    'what the GSSAPI principal is',
    '0 host-based (at first), 1 user name, 2 Kerberos principal',
  ],
  gssapi_service_principal_nametype: [
    'what the GSSAPI service principal is',
    '0 host-based (at first), 1 user name, 2 Kerberos principal',
  ],
  bindtodevice: [
    'the network device that the socket is tied to',
    'its name, empty at first; the system may want a privilege',
  ],
  heartbeat_ivl: ['how often ZMTP pings are sent', 'milliseconds; 0 (at first) is never'],
  heartbeat_ttl: [
    'how long the peer may wait for the next ping',
    'milliseconds in steps of 100, which libzmq rounds down to; 0 (at first) leaves it to the peer',
  ],
  heartbeat_timeout: [
    'how long to wait for the answer to a ping',
    'milliseconds; -1 (at first) is the interval of the pings',
  ],
  use_fd: [
    'the listening socket of the system that `bind` uses instead of making one',
    'a file descriptor, which libzmq closes; -1 (at first) is none',
  ],
  xpub_manual: ['whether subscriptions of an XPUB are left to the program', 'off at first'],
  xpub_welcome_msg: [
    'the message that each new subscriber receives first',
    'text or bytes, copied; empty (at first) is none',
  ],
  stream_notify: ['whether connecting and disconnecting is received as an empty message', 'on at first'],
  invert_matching: [
    'whether messages go to subscribers whose subscription does not match',
    'off at first; to be set at both ends',
  ],
  xpub_verboser: ['whether an XPUB receives repeated subscriptions and unsubscriptions, too', 'off at first'],
  connect_timeout: ['how long connecting may take', 'milliseconds; 0 (at first) leaves it to the system'],
  tcp_maxrt: [
    'how long TCP may go without an acknowledgement',
    'milliseconds; 0 (at first) leaves it to the system',
  ],
  thread_safe: ['whether several threads may use the socket', '1 for some draft types, else 0'],
  multicast_maxtpdu: ['the size of a multicast packet', 'bytes, 1500 at first'],
  vmci_buffer_size: ['the size of the buffer of VMCI', 'bytes, 65536 at first'],
  vmci_buffer_min_size: ['the least size of the buffer of VMCI', 'bytes, 128 at first'],
  vmci_buffer_max_size: ['the greatest size of the buffer of VMCI', 'bytes, 262144 at first'],
  vmci_connect_timeout: [
    'how long connecting by VMCI may take',
    'milliseconds; -1 (at first) leaves it to the system',
  ],
  tos: [
    "the type of service of the socket's packets (IP_TOS)",
    'the number that goes into the packets, 0 at first',
  ],
  router_handover: [
    'whether a new peer takes over the routing id of an older one',
    'off at first: the new one is ignored',
  ],
  connect_rid: [
    'the routing id of the peer that is connected to next',
    'text or bytes, copied; not beginning with a zero byte, and each id once. A ' +
      'peer must not have come with the same id of its own: libzmq ends the process then',
  ],
  handshake_ivl: ['how long a handshake may take', 'milliseconds, 30000 at first; 0 is for ever'],
  socks_proxy: [
    'the SOCKS5 proxy that TCP connects through',
    '`host:port`, empty at first. It and the endpoints behind it have to be reachable: libzmq 4.3.4 ends the process when they are not',
  ],
  xpub_nodrop: [
    'whether sending fails or blocks at the high-water mark',
    'off at first: messages are dropped',
  ],
  router_mandatory: [
    'whether sending to an unknown peer fails with `EHOSTUNREACH`',
    'off at first: the message is dropped',
  ],
  probe_router: ['whether each new peer is sent an empty message', 'off at first'],
  req_relaxed: ['whether a REQ may send again before it has received', 'off at first'],
  req_correlate: ['whether a REQ drops replies to earlier requests', 'off at first'],
  conflate: [
    'whether only the last message is kept',
    'off at first; before `bind` or `connect`, without frames',
  ],
  zap_domain: ['the domain that authentication is told', 'text, empty at first'],
  mechanism: ['how peers are authenticated', '`zmq.NULL`, `zmq.PLAIN`, `zmq.CURVE` or `zmq.GSSAPI`'],
  plain_server: ['whether this end checks names and passwords (PLAIN)', 'off at first'],
  plain_username: ['the user name for PLAIN', 'text, empty at first; setting it makes this end a client'],
  plain_password: ['the password for PLAIN', 'text, empty at first; setting it makes this end a client'],
  curve_server: ['whether this end is the server of CURVE', 'off at first'],
  curve_publickey: ["this end's public CURVE key", '40 characters of Z85'],
  curve_secretkey: ["this end's secret CURVE key", '40 characters of Z85'],
  curve_serverkey: [
    "the server's public CURVE key",
    '40 characters of Z85; setting it makes this end a client',
  ],
  gssapi_server: ['whether this end is the server of GSSAPI', 'off at first'],
  gssapi_plaintext: ['whether GSSAPI only authenticates', 'off at first: it encrypts, too'],
  gssapi_principal: ['the principal of this end for GSSAPI', 'text, empty at first'],
  gssapi_service_principal: ['the principal of the server for GSSAPI', 'text, empty at first'],
  ipv6: ['whether IPv6 is used besides IPv4', 'off at first'],
  immediate: [
    'whether messages wait for completed connections only',
    'off at first: they go to every endpoint',
  ],
  sndhwm: ['the most messages that wait to be sent to a peer', '0 is without limit, 1000 at first'],
  rcvhwm: ['the most messages that wait to be received from a peer', '0 is without limit, 1000 at first'],
  maxmsgsize: [
    'the size of the greatest frame accepted; a peer that sends more is cut off',
    'bytes; -1 (at first) is without limit',
  ],
  multicast_hops: ['how many routers a multicast packet may pass', '1 (the own network) at first'],
  xpub_verbose: ['whether an XPUB receives repeated subscriptions, too', 'off at first'],
  tcp_keepalive: [
    'whether TCP looks after idle connections',
    '1 yes, 0 no, -1 (at first) as the system does',
  ],
  tcp_keepalive_idle: [
    'how long a connection is idle before TCP looks after it',
    'seconds; -1 (at first) as the system does',
  ],
  tcp_keepalive_cnt: [
    'how often TCP looks in vain before it gives up',
    'times; -1 (at first) as the system does',
  ],
  tcp_keepalive_intvl: [
    'how long TCP waits before it looks again',
    'seconds; -1 (at first) as the system does',
  ],
  tcp_accept_filter: [
    'the IPv4 addresses from which connections are accepted',
    'an address or `address/bits`; each call adds one, and without any all are',
  ],
  last_endpoint: [
    'the endpoint that was bound or connected last, with its real port',
    'text, empty at first',
  ],
  router_raw: ['whether a ROUTER speaks plain TCP', 'off at first; before `bind` or `connect`'],
  ipv4only: ['whether IPv4 only is used', 'on at first; the contrary of `ipv6`'],
  delay_attach_on_connect: [
    'whether messages wait for completed connections only',
    'off at first; the old name of `immediate`',
  ],
  hwm: [
    'both high-water marks, `sndhwm` and `rcvhwm`',
    'messages; 0 is without limit. Reading it answers `sndhwm`',
  ],
  swap: ['the size of the swap file of libzmq 2', 'libzmq 4 has none'],
  affinity: [
    'which I/O threads of the context serve the connections',
    'a bit for each thread; 0 (at first) is any',
  ],
  identity: [
    'the routing id by which a ROUTER knows this socket',
    'text or, when set, bytes; before `connect`; empty at first',
  ],
  rate: ['the rate of multicast', 'kilobits per second, 100 at first'],
  recovery_ivl: [
    'how long a multicast receiver may be away without losing messages',
    'milliseconds, 10000 at first',
  ],
  recovery_ivl_msec: ['the multicast recovery interval of libzmq 2', 'libzmq 4 has `recovery_ivl` only'],
  mcast_loop: ['the multicast loop-back of libzmq 2', 'libzmq 4 has `multicast_loop`'],
  rcvtimeo: ['how long receiving waits', 'milliseconds; 0 not at all, -1 (at first) for ever'],
  sndtimeo: ['how long sending waits', 'milliseconds; 0 not at all, -1 (at first) for ever'],
  sndbuf: ["the size of the system's send buffer", `bytes; -1 (at first) as the system does, ${BEFORE}`],
  rcvbuf: ["the size of the system's receive buffer", `bytes; -1 (at first) as the system does, ${BEFORE}`],
  linger: [
    'how long messages may wait to be sent after closing',
    'milliseconds; 0 drops them, -1 is for ever',
  ],
  reconnect_ivl: [
    'how long to wait before connecting again',
    'milliseconds, 100 at first; -1 is never again',
  ],
  reconnect_ivl_max: [
    'what the wait before connecting again grows to, doubling each time',
    'milliseconds; 0 (at first) does not grow',
  ],
  backlog: ['how many connections may wait to be accepted', `100 at first, ${BEFORE}`],
  subscribe: [
    '',
    'text or bytes, copied; empty is every message. As often as it was subscribed it has to be unsubscribed',
    'Subscribes to messages that begin with a prefix',
  ],
  unsubscribe: ['', 'text or bytes, as they were subscribed', 'Ends a subscription'],
  type: ['the type of the socket', '`zmq.PUSH`, `zmq.PULL`, …'],
  rcvmore: ['whether more frames follow the one received last', '1 or 0'],
  fd: [
    'the file descriptor that tells when `events` changes',
    "to be watched for reading, never read; libzmq's own",
  ],
  events: ['what can be done without waiting', 'a sum of `zmq.POLLIN` (1) and `zmq.POLLOUT` (2)'],
}
