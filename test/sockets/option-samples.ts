import * as classes from '../../src/sockets/classes.ts'

const {
  Dealer,
  Pair,
  Publisher,
  Pull,
  Push,
  Reply,
  Request,
  Router,
  Stream,
  Subscriber,
  XPublisher,
  XSubscriber,
} = classes
type SocketClass = (typeof classes)[keyof typeof classes]

/** What is to be seen of an option. */
export interface Sample {
  /** The classes that have it. */
  on: readonly SocketClass[]
  initial: unknown
  /** Values that it can have. */
  values: readonly unknown[]
  /** Values that are refused, and the code of the error. */
  bad: readonly (readonly [unknown, string])[]
  /** libzmq 4.3.4 as Debian builds it does not have it. */
  lacking?: true
}

const all = Object.values(classes)
const TYPE = 'ERR_INVALID_ARG_TYPE'
const RANGE = 'ERR_OUT_OF_RANGE'
const VALUE = 'ERR_INVALID_ARG_VALUE'
const KEY = 'rq:rM>}U?@Lns47E1%kR.o@n%FcmmsL/@{H8]yf7'

const readable = [Dealer, Pair, Pull, Reply, Request, Router, Stream, Subscriber, XPublisher, XSubscriber]
const writable = [Dealer, Pair, Publisher, Push, Reply, Request, Router, Stream, XPublisher, XSubscriber]
const withId = [Request, Reply, Dealer, Router]

function number(initial: number, values: number[], tooLow: number, on: readonly SocketClass[] = all): Sample {
  return {
    on,
    initial,
    values,
    bad: [
      [tooLow, RANGE],
      [1.5, RANGE],
      ['1', TYPE],
      [null, TYPE],
      [true, TYPE],
    ],
  }
}

function flag(initial: boolean, on: readonly SocketClass[] = all): Sample {
  return {
    on,
    initial,
    values: [true, false],
    bad: [
      [2, RANGE],
      ['true', TYPE],
      [null, TYPE],
    ],
  }
}

function text(values: string[], on: readonly SocketClass[] = all): Sample {
  return {
    on,
    initial: null,
    values: [...values, null].slice(0, values.length),
    bad: [
      [1, TYPE],
      ['x'.repeat(600), VALUE],
    ],
  }
}

function pem(): Sample {
  return { on: all, initial: null, values: ['pem'], bad: [[1, TYPE]], lacking: true }
}

function frame(): Sample {
  return {
    on: all,
    initial: null,
    values: [Buffer.from('hello')],
    bad: [
      [1, TYPE],
      ['hello', TYPE],
    ],
    lacking: true,
  }
}

const principals: Sample = {
  on: all,
  initial: 'hostBased',
  values: ['userName', 'krb5Principal', 'hostBased'],
  bad: [
    ['other', VALUE],
    [1, TYPE],
    [null, TYPE],
  ],
}

const key: Sample = {
  on: all,
  initial: null,
  values: [KEY],
  bad: [
    ['short', VALUE],
    [1, TYPE],
    ['~'.repeat(40), VALUE],
  ],
}

function lacking(sample: Sample): Sample {
  return { ...sample, initial: undefined, lacking: true }
}

/** By the names of the table. */
export const samples: Record<string, Sample> = {
  linger: number(-1, [0, 1000, -1], -2),
  affinity: number(0, [1, 2 ** 40], -1),
  backlog: number(100, [1, 511], -1),
  immediate: flag(false),
  maxMessageSize: number(-1, [0, 2 ** 40, -1], -2),
  reconnectInterval: number(100, [-1, 0, 5], -2),
  reconnectMaxInterval: number(0, [5], -1),
  reconnectStop: number(0, [1], -1),
  connectTimeout: number(0, [5], -1),
  handshakeInterval: number(30_000, [0, 5], -1),
  heartbeatInterval: number(0, [5], -1),
  heartbeatTimeToLive: number(0, [500], -1),
  heartbeatTimeout: number(-1, [5, 0], -2),
  metadata: {
    ...text(['X-key:value']),
    bad: [
      [1, TYPE],
      ['x'.repeat(600), VALUE],
    ],
  },
  helloMessage: frame(),
  disconnectMessage: frame(),
  hiccupMessage: frame(),
  priority: lacking(number(0, [5], -1)),
  lastEndpoint: { on: all, initial: null, values: [], bad: [] },
  securityMechanism: { on: all, initial: null, values: [], bad: [] },
  threadSafe: { on: all, initial: false, values: [], bad: [] },

  ipv6: flag(false),
  tcpKeepalive: number(-1, [0, 1, -1], -2),
  tcpKeepaliveCount: number(-1, [5], -2),
  tcpKeepaliveIdle: number(-1, [5], -2),
  tcpKeepaliveInterval: number(-1, [5], -2),
  tcpAcceptFilter: text(['127.0.0.1/32']),
  tcpMaxRetransmitTimeout: number(0, [5], -1),
  typeOfService: number(0, [8], -1),
  socksProxy: text(['127.0.0.1:1080']),
  socksUsername: text(['user']),
  socksPassword: text(['password']),
  interface: text(['lo']),
  loopbackFastPath: flag(false),
  rate: number(100, [5], 0),
  recoveryInterval: number(10_000, [5], -1),
  multicastMaxTransportDataUnit: number(1500, [1400], 0),
  multicastLoop: flag(true),
  vmciBufferSize: lacking(number(0, [65_536], -1)),
  vmciBufferMinSize: lacking(number(0, [128], -1)),
  vmciBufferMaxSize: lacking(number(0, [262_144], -1)),
  vmciConnectTimeout: lacking(number(-1, [5], -2)),
  inBatchSize: lacking(number(8192, [5], 0)),
  outBatchSize: lacking(number(8192, [5], 0)),
  busyPoll: lacking(number(0, [5], -1)),

  plainServer: flag(false),
  plainUsername: text(['user', 'ü']),
  plainPassword: text(['password']),
  curveServer: flag(false),
  curvePublicKey: key,
  curveSecretKey: key,
  curveServerKey: key,
  gssapiServer: flag(false),
  gssapiPrincipal: text(['principal']),
  gssapiServicePrincipal: text(['principal']),
  gssapiPlainText: flag(false),
  gssapiPrincipalNameType: principals,
  gssapiServicePrincipalNameType: principals,
  zapDomain: text(['global']),
  zapEnforceDomain: flag(false),
  wssKeyPem: pem(),
  wssCertPem: pem(),
  wssTrustPem: pem(),
  wssHostname: pem(),
  wssTrustSystem: { ...flag(false), lacking: true },

  receiveBufferSize: number(-1, [10_000], -2, readable),
  receiveHighWaterMark: number(1000, [0, 1, 5000], -1, readable),
  receiveTimeout: number(-1, [0, 5, -1], -2, readable),
  multicastHops: number(1, [5], 0, writable),
  sendBufferSize: number(-1, [10_000], -2, writable),
  sendHighWaterMark: number(1000, [0, 1, 5000], -1, writable),
  sendTimeout: number(-1, [0, 5, -1], -2, writable),
  routingId: text(['me', 'ü'], withId),
  routingIdBytes: {
    on: withId,
    initial: null,
    values: [Buffer.from([0, 255])],
    bad: [
      [1, TYPE],
      [Buffer.alloc(256), VALUE],
    ],
  },
  conflate: flag(false, [Dealer, Publisher, Pull, Push, Subscriber]),
  probeRouter: flag(false, [Dealer, Request, Router]),
  correlate: flag(false, [Request]),
  relaxed: flag(false, [Request]),
  mandatory: flag(false, [Router]),
  handover: flag(false, [Router]),
  routerNotify: lacking(number(0, [3], -1, [Router])),
  streamNotify: flag(true, [Stream]),
  noDrop: flag(false, [Publisher, XPublisher]),
  invertMatching: flag(false, [Publisher, Subscriber, XPublisher]),
  manual: flag(false, [XPublisher]),
  manualLastValue: flag(false, [XPublisher]),
  welcomeMessage: { on: [XPublisher], initial: null, values: ['welcome', null], bad: [[1, TYPE]] },
  onlyFirstSubscribe: flag(false, [XPublisher, XSubscriber]),
  verboseUnsubscribe: { ...flag(false, [XSubscriber]), lacking: true },
  topicsCount: {
    on: [Publisher, Subscriber, XPublisher, XSubscriber],
    initial: 0,
    values: [],
    bad: [],
    lacking: true,
  },
}

/** How many messages a socket may take from libzmq before they are asked for. */
export const receiveHighWaterMarkCases = [
  ['a Pull', () => new Pull(), 256],
  ['a Pull whose high-water mark is 5', () => new Pull({ receiveHighWaterMark: 5 }), 5],
  ['a Pull without a high-water mark', () => new Pull({ receiveHighWaterMark: 0 }), 256],
  ['a Pull with a large one', () => new Pull({ receiveHighWaterMark: 5000 }), 256],
  ['a Pull that conflates', () => new Pull({ conflate: true, receiveHighWaterMark: 5 }), 1],
  [
    'a Subscriber that does not',
    () => Object.assign(new Subscriber({ conflate: true }), { conflate: false }),
    256,
  ],
  ['a Request', () => new Request(), 1],
  ['a Request with a high-water mark', () => Object.assign(new Request(), { receiveHighWaterMark: 100 }), 1],
  ['a Reply', () => new Reply({ receiveHighWaterMark: 100 }), 1],
] as const
