/** The options of sockets that can receive. */
export interface ReadableOptions {
  /**
   * The size of the system's receive buffer: bytes; -1 (at first) as the system has it.
   *
   * C: `ZMQ_RCVBUF`
   */
  receiveBufferSize: number
  /**
   * How many messages of each peer may wait to be received, 1000 at first; 0 is any number; at once.
   *
   * C: `ZMQ_RCVHWM`
   */
  receiveHighWaterMark: number
  /**
   * How long a call waits unless it says otherwise: milliseconds; 0 does not wait, -1 (at first) for ever; at once.
   *
   * C: `ZMQ_RCVTIMEO`
   */
  receiveTimeout: number
}

/** The options of sockets that can send. */
export interface WritableOptions {
  /**
   * How many routers multicast packets may pass; 1 (at first) is none.
   *
   * C: `ZMQ_MULTICAST_HOPS`
   */
  multicastHops: number
  /**
   * The size of the system's send buffer: bytes; -1 (at first) as the system has it.
   *
   * C: `ZMQ_SNDBUF`
   */
  sendBufferSize: number
  /**
   * How many messages may wait to be sent to each peer, 1000 at first; 0 is any number; at once.
   *
   * C: `ZMQ_SNDHWM`
   */
  sendHighWaterMark: number
  /**
   * How long a call waits unless it says otherwise: milliseconds; 0 does not wait, -1 (at first) for ever; at once.
   *
   * C: `ZMQ_SNDTIMEO`
   */
  sendTimeout: number
}

/** The options of sockets that their peers may know by an id. */
export interface RoutingIdOptions {
  /**
   * What a Router calls this socket, up to 255 bytes; `null` (at first) lets it choose; it cannot be unset. An id that is
   * not text is told by {@link routingIdBytes}.
   *
   * C: `ZMQ_ROUTING_ID`
   */
  get routingId(): string | null
  /** Sets it; see the getter. */
  set routingId(value: string | Uint8Array | null)
  /**
   * The same as bytes, copied.
   *
   * C: `ZMQ_ROUTING_ID`
   */
  get routingIdBytes(): Buffer | null
  /** Sets it; see the getter. */
  set routingIdBytes(value: Uint8Array | null)
}

/** An option of sockets that can do without all messages but the last. */
export interface ConflateOption {
  /**
   * Whether only the last message is kept, which must have one frame; `false` at first. Sending more frames is refused.
   * A peer that sends more ends the process of a receiver: `!_more (fq.cpp:112)` in libzmq 4.3.4.
   *
   * C: `ZMQ_CONFLATE`
   */
  conflate: boolean
}

/** An option of sockets that can introduce themselves to a Router. */
export interface ProbeRouterOption {
  /**
   * Whether an empty message goes to each new peer, which must be a Router; `false` at first; at once.
   *
   * C: `ZMQ_PROBE_ROUTER`
   */
  probeRouter: boolean
}

/** An option of sockets that match subscriptions. */
export interface InvertMatchingOption {
  /**
   * Whether a prefix means what does not match it; `false` at first; at once, on both ends.
   *
   * C: `ZMQ_INVERT_MATCHING`
   */
  invertMatching: boolean
}

/** An option of sockets that publish. */
export interface NoDropOption {
  /**
   * Whether sending waits at the high-water mark; `false` (at first) drops messages; at once.
   *
   * C: `ZMQ_XPUB_NODROP`
   */
  noDrop: boolean
}

/** An option of sockets that know subscriptions. */
export interface TopicsCountOption {
  /**
   * How many prefixes are subscribed to. Draft, libzmq 4.3.5.
   *
   * C: `ZMQ_TOPICS_COUNT`
   */
  readonly topicsCount: number
}

/** The names in {@link ReadableOptions}. */
export const receiving = ['receiveBufferSize', 'receiveHighWaterMark', 'receiveTimeout'] as const
/** The names in {@link WritableOptions}. */
export const sending = ['multicastHops', 'sendBufferSize', 'sendHighWaterMark', 'sendTimeout'] as const
