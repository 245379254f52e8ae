/** Options of the transports. */
export interface TransportOptions {
  /**
   * Whether IPv6 is used besides IPv4; `false` at first, or what the context says.
   *
   * C: `ZMQ_IPV6`
   */
  ipv6: boolean
  /**
   * Whether TCP probes idle connections: 0 no, 1 yes, -1 (at first) as the system does.
   *
   * C: `ZMQ_TCP_KEEPALIVE`
   */
  tcpKeepalive: number
  /**
   * How many probes may go unanswered; -1 (at first) as the system has it.
   *
   * C: `ZMQ_TCP_KEEPALIVE_CNT`
   */
  tcpKeepaliveCount: number
  /**
   * How long a connection is idle before it is probed: seconds; -1 (at first) as the system has it.
   *
   * C: `ZMQ_TCP_KEEPALIVE_IDLE`
   */
  tcpKeepaliveIdle: number
  /**
   * The time between probes: seconds; -1 (at first) as the system has it.
   *
   * C: `ZMQ_TCP_KEEPALIVE_INTVL`
   */
  tcpKeepaliveInterval: number
  /**
   * Adds to the addresses that may connect, as `'127.0.0.1/32'`; `null` (at first) is any. The last one set.
   *
   * C: `ZMQ_TCP_ACCEPT_FILTER`
   */
  tcpAcceptFilter: string | null
  /**
   * How long TCP tries to send again: milliseconds; 0 (at first) as the system has it.
   *
   * C: `ZMQ_TCP_MAXRT`
   */
  tcpMaxRetransmitTimeout: number
  /**
   * The type of service in the IP header; 0 at first.
   *
   * C: `ZMQ_TOS`
   */
  typeOfService: number
  /**
   * The SOCKS5 proxy for connections, as `'127.0.0.1:1080'`; `null` (at first) is none.
   *
   * C: `ZMQ_SOCKS_PROXY`
   */
  socksProxy: string | null
  /**
   * The user at the SOCKS5 proxy; `null` (at first) does not authenticate. Draft.
   *
   * C: `ZMQ_SOCKS_USERNAME`
   */
  socksUsername: string | null
  /**
   * The password at the SOCKS5 proxy; `null` at first. Draft.
   *
   * C: `ZMQ_SOCKS_PASSWORD`
   */
  socksPassword: string | null
  /**
   * The network device that the socket is tied to, 1 to 16 bytes; `null` (at first) is any.
   *
   * C: `ZMQ_BINDTODEVICE`
   */
  interface: string | null
  /**
   * Whether TCP on the same machine takes a short way: Windows only; `false` at first.
   *
   * C: `ZMQ_LOOPBACK_FASTPATH`
   */
  loopbackFastPath: boolean
  /**
   * The rate of multicast: kilobits per second, 100 at first.
   *
   * C: `ZMQ_RATE`
   */
  rate: number
  /**
   * How long a multicast receiver may be away without losing data: milliseconds, 10000 at first.
   *
   * C: `ZMQ_RECOVERY_IVL`
   */
  recoveryInterval: number
  /**
   * The largest multicast packet: bytes, 1500 at first.
   *
   * C: `ZMQ_MULTICAST_MAXTPDU`
   */
  multicastMaxTransportDataUnit: number
  /**
   * Whether multicast packets come back to this machine; `true` at first.
   *
   * C: `ZMQ_MULTICAST_LOOP`
   */
  multicastLoop: boolean
  /**
   * The size of the buffer of VMCI: bytes; where libzmq has VMCI.
   *
   * C: `ZMQ_VMCI_BUFFER_SIZE`
   */
  vmciBufferSize: number
  /**
   * Its smallest size: bytes; where libzmq has VMCI.
   *
   * C: `ZMQ_VMCI_BUFFER_MIN_SIZE`
   */
  vmciBufferMinSize: number
  /**
   * Its largest size: bytes; where libzmq has VMCI.
   *
   * C: `ZMQ_VMCI_BUFFER_MAX_SIZE`
   */
  vmciBufferMaxSize: number
  /**
   * How long connecting by VMCI may take: milliseconds, -1 (at first) for ever; where libzmq has VMCI.
   *
   * C: `ZMQ_VMCI_CONNECT_TIMEOUT`
   */
  vmciConnectTimeout: number
  /**
   * How much is received from the network in one step: bytes, 8192 at first. Draft.
   *
   * C: `ZMQ_IN_BATCH_SIZE`
   */
  inBatchSize: number
  /**
   * How much is sent to the network in one step: bytes, 8192 at first. Draft.
   *
   * C: `ZMQ_OUT_BATCH_SIZE`
   */
  outBatchSize: number
  /**
   * How long the system polls the network device for data: microseconds; 0 (at first) does not. Draft.
   *
   * C: `ZMQ_BUSY_POLL`
   */
  busyPoll: number
}
