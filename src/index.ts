/**
 * CZMQ for Node.js: the C functions (`C`), and namespaces with one function for each (`zctx.new()`).
 *
 * @packageDocumentation
 */
export type { Diagnostics, HandleReport } from './debugging.ts'
export { type CzmqCode, CzmqError, type ErrnoCode, type ErrorCode, type ErrorDetails } from './errors.ts'
export { type AnyHandle, diagnostics, Handle, liveHandles } from './handle.ts'
export type {
  ZconfigFct,
  ZhashFreeFn,
  ZhashxComparatorFn,
  ZhashxDeserializerFn,
  ZhashxDestructorFn,
  ZhashxDuplicatorFn,
  ZhashxFreeFn,
  ZhashxHashFn,
  ZhashxSerializerFn,
  ZlistCompareFn,
  ZlistFreeFn,
  ZlistxComparatorFn,
  ZlistxDestructorFn,
  ZlistxDuplicatorFn,
  ZloopFn,
  ZloopReaderFn,
  ZloopTimerFn,
  ZmqTimerFn,
} from './raw/generated/callbacks.ts'
export { C, type CFunctions } from './raw/index.ts'
export type {
  Memory,
  MessageMemory,
  NativeFunction,
  Pointer,
  PollItem,
  RawSocket,
  Ref,
  Variadic,
} from './raw/types.ts'
export type { AnySocket, Zsock, Zsocket } from './socket-kinds.ts'

export {
  type AuthenticationCounters,
  type AuthenticationHandler,
  type AuthenticationLimits,
  type AuthenticationRequest,
  Authenticator,
  type AuthenticatorOptions,
  type CurveClients,
  type CurveRequest,
  type Decision,
  type DomainOptions,
  type GssapiRequest,
  type Mechanism,
  type NullRequest,
  type PlainOptions,
  type PlainRequest,
  type Ruling,
  type UseOptions,
  type ZapStatus,
} from './sockets/authenticator.ts'

import './sockets/by-type.ts'

export { Beacon, type BeaconOptions, type PublishOptions } from './sockets/beacon.ts'
export type { SocketByType, SocketClasses } from './sockets/by-type.ts'
export {
  type Capability,
  type CurveKeypair,
  capability,
  curveKeyPair,
  version,
} from './sockets/capability.ts'
export {
  Certificate,
  type CertificateJson,
  type CertificateKeys,
  type CertificateLoadOptions,
  type CertificateMetadata,
  type CertificateOptions,
} from './sockets/certificate.ts'
export {
  type CertificateAddOptions,
  type CertificateChange,
  type CertificateChangesOptions,
  type CertificateProblem,
  CertificateStore,
} from './sockets/certificate-store.ts'
export type {
  AddressTrace,
  BindTrace,
  ErrorTrace,
  ReceiveTrace,
  SendTrace,
  SocketChannels,
  SocketTrace,
} from './sockets/channels.ts'
export {
  Dealer,
  Pair,
  Publisher,
  Pull,
  Push,
  Reply,
  Request,
  Router,
  type RouterConnectOptions,
  Stream,
  type StreamConnectOptions,
  Subscriber,
  XPublisher,
  XSubscriber,
} from './sockets/classes.ts'
export { Context, type ContextOptions, context } from './sockets/context.ts'
export {
  type CurveClientOptions,
  type CurveServerOptions,
  curveClient,
  curveServer,
  type Identity,
  type KeyPair,
  type PublicKey,
  type ServerKey,
} from './sockets/curve.ts'
export type { ReadableSocket, WritableSocket } from './sockets/directed.ts'
export {
  Channel,
  Client,
  Datagram,
  Dish,
  type DishGroupOptions,
  Gather,
  Peer,
  Radio,
  type RadioGroupOptions,
  Scatter,
  Server,
  type ServerRoutingOptions,
} from './sockets/draft.ts'
export type { Expand } from './sockets/events/types.ts'
export type { SocketClass } from './sockets/from-handle.ts'
export {
  Gossip,
  type GossipConnectOptions,
  type GossipKeys,
  type GossipOptions,
  type GossipTuple,
} from './sockets/gossip.ts'
export {
  type AddonOrigin,
  type LibraryOrigin,
  type LibraryVersions,
  type LoadedLibrary,
  library,
} from './sockets/library.ts'
export * as types from './sockets/object-types.ts'
export {
  type AuthError,
  type ErrnoError,
  type Event,
  type EventAddress,
  type EventError,
  type EventFor,
  type EventInterval,
  type EventOfType,
  type EventSubscriber,
  type EventType,
  type Listener,
  Observer,
  type ProtoError,
} from './sockets/observer.ts'
export type { PrincipalNameType } from './sockets/options/security.ts'
export { type PollEvent, poll, pollOnce } from './sockets/poll.ts'
export {
  Proxy,
  type ProxyOptions,
  type ProxyStatistics,
  type ProxyTraffic,
  type Traffic,
} from './sockets/proxy.ts'
export type { Message, Readable } from './sockets/readable.ts'
export { Socket } from './sockets/socket.ts'
export { SocketType } from './sockets/socket-types.ts'
export type { StreamOptions } from './sockets/stream-options.ts'
export { toDuplex, toReadable, toWritable } from './sockets/streams.ts'
export type { Same, SettableNames, SocketOptions } from './sockets/types.ts'
export type { WaitOptions } from './sockets/waiting.ts'
export { readableStream, writableStream } from './sockets/web-streams.ts'
export type { JsonOptions, JsonSendOptions, MessageLike, SendOptions, Writable } from './sockets/writable.ts'
export type { AnyActor, Zactor } from './zactor/index.ts'
export * as zactor from './zactor/index.ts'
export type { Zarmour } from './zarmour/index.ts'
export * as zarmour from './zarmour/index.ts'
export type { Clients, KnownClient, Passwords, Zauth } from './zauth/index.ts'
export * as zauth from './zauth/index.ts'
export type { ReceivedBeacon, Zbeacon } from './zbeacon/index.ts'
export * as zbeacon from './zbeacon/index.ts'
export type { Zcert } from './zcert/index.ts'
export * as zcert from './zcert/index.ts'
export type { Zcertstore } from './zcertstore/index.ts'
export * as zcertstore from './zcertstore/index.ts'
export type { Zchunk } from './zchunk/index.ts'
export * as zchunk from './zchunk/index.ts'
export type { Zconfig } from './zconfig/index.ts'
export * as zconfig from './zconfig/index.ts'
export type { Zctx } from './zctx/index.ts'
export * as zctx from './zctx/index.ts'
export type { Output, Zframe } from './zframe/index.ts'
export * as zframe from './zframe/index.ts'
export type { Zgossip, ZgossipTuple } from './zgossip/index.ts'
export * as zgossip from './zgossip/index.ts'
export type { NetworkInterface, Ziflist } from './ziflist/index.ts'
export * as ziflist from './ziflist/index.ts'
export type { Zloop } from './zloop/index.ts'
export * as zloop from './zloop/index.ts'
export type { Zmonitor, ZmonitorEvent, ZmonitorEventName } from './zmonitor/index.ts'
export * as zmonitor from './zmonitor/index.ts'
export * as zmq from './zmq/index.ts'
export type { Zmsg } from './zmsg/index.ts'
export * as zmsg from './zmsg/index.ts'
export type { Zpoller } from './zpoller/index.ts'
export * as zpoller from './zpoller/index.ts'
export type { Zproxy, ZproxyEnd, ZproxyStatistics, ZproxyTraffic } from './zproxy/index.ts'
export * as zproxy from './zproxy/index.ts'
export * as zsock from './zsock/index.ts'
export * as zsocket from './zsocket/index.ts'
export * as zstr from './zstr/index.ts'
export * as zsys from './zsys/index.ts'
export type { Zuuid } from './zuuid/index.ts'
export * as zuuid from './zuuid/index.ts'
