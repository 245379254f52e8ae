import type { SecurityOptions } from './security.ts'
import type { TransportOptions } from './transport.ts'

/**
 * The options of every socket. They are checked when they are set, and take effect at the next bind or connect, but
 * for those that say "at once".
 */
export interface GeneralOptions extends SecurityOptions, TransportOptions {
  /**
   * How long messages are kept for sending when the socket is closed: milliseconds, -1 (at first) for ever; at once.
   *
   * C: `ZMQ_LINGER`
   */
  linger: number
  /**
   * Which I/O threads of the context serve the connections: a bit for each; 0 (at first) is any.
   *
   * C: `ZMQ_AFFINITY`
   */
  get affinity(): number
  /** Sets it; see the getter. */
  set affinity(value: number | bigint)
  /**
   * How many connections may wait to be accepted; 100 at first.
   *
   * C: `ZMQ_BACKLOG`
   */
  backlog: number
  /**
   * Whether messages wait for completed connections only; `false` at first.
   *
   * C: `ZMQ_IMMEDIATE`
   */
  immediate: boolean
  /**
   * The largest message in bytes that a peer may send before it is disconnected; -1 (at first) is any.
   *
   * C: `ZMQ_MAXMSGSIZE`
   */
  maxMessageSize: number
  /**
   * How long to wait before connecting again: milliseconds, 100 at first; -1 never does.
   *
   * C: `ZMQ_RECONNECT_IVL`
   */
  reconnectInterval: number
  /**
   * Up to how much that doubles at each attempt: milliseconds; 0 (at first) keeps it as it is.
   *
   * C: `ZMQ_RECONNECT_IVL_MAX`
   */
  reconnectMaxInterval: number
  /**
   * When not to connect again, a sum: 1 refused, 2 handshake failed, 4 after disconnect; 0 (at first) always does.
   * Draft.
   *
   * C: `ZMQ_RECONNECT_STOP`
   */
  reconnectStop: number
  /**
   * How long connecting may take: milliseconds; 0 (at first) leaves it to the system.
   *
   * C: `ZMQ_CONNECT_TIMEOUT`
   */
  connectTimeout: number
  /**
   * How long a handshake may take: milliseconds, 30000 at first; 0 is for ever.
   *
   * C: `ZMQ_HANDSHAKE_IVL`
   */
  handshakeInterval: number
  /**
   * How often ZMTP pings are sent: milliseconds; 0 (at first) is never.
   *
   * C: `ZMQ_HEARTBEAT_IVL`
   */
  heartbeatInterval: number
  /**
   * How long the peer may wait for the next ping: milliseconds in steps of 100, up to 6553599; 0 at first.
   *
   * C: `ZMQ_HEARTBEAT_TTL`
   */
  heartbeatTimeToLive: number
  /**
   * How long to wait for the answer to a ping: milliseconds; -1 (at first) is the interval of the pings.
   *
   * C: `ZMQ_HEARTBEAT_TIMEOUT`
   */
  heartbeatTimeout: number
  /**
   * What peers learn about this socket: `'X-key:value'`; the last one set, `null` at first.
   *
   * C: `ZMQ_METADATA`
   */
  metadata: string | null
  /**
   * The message that a new peer receives first, copied; `null` at first. Draft.
   *
   * C: `ZMQ_HELLO_MSG`
   */
  helloMessage: Buffer | null
  /**
   * The message received when a peer goes away, copied; `null` at first. Draft.
   *
   * C: `ZMQ_DISCONNECT_MSG`
   */
  disconnectMessage: Buffer | null
  /**
   * The message received when a connection is interrupted, copied; `null` at first. Draft.
   *
   * C: `ZMQ_HICCUP_MSG`
   */
  hiccupMessage: Buffer | null
  /**
   * The priority of connections made from now on. Draft.
   *
   * C: `ZMQ_PRIORITY`
   */
  priority: number
  /**
   * Where the socket listens or connects to, the last one; `null` before.
   *
   * C: `ZMQ_LAST_ENDPOINT`
   */
  readonly lastEndpoint: string | null
  /**
   * How peers are authenticated, set by the options of one; `null` is not at all.
   *
   * C: `ZMQ_MECHANISM`
   */
  readonly securityMechanism: null | 'plain' | 'curve' | 'gssapi'
  /**
   * Whether libzmq lets several threads use the socket: draft types only.
   *
   * C: `ZMQ_THREAD_SAFE`
   */
  readonly threadSafe: boolean
}
