/**
 * Services, a nameserver and remote objects over CZMQ.
 *
 * @packageDocumentation
 */
export type { Balance } from './balance.ts'
export { registerType, type TypeCodec, unregisterType } from './codec.ts'
export { type ConnectOptions, Context, type ContextOptions, type LocateOptions } from './context.ts'
export { CallContext, type Caller, current } from './current.ts'
export { Daemon, type DaemonOptions } from './daemon.ts'
export type { Heartbeat } from './endpoint.ts'
export {
  AccessDenied,
  BadRequest,
  Busy,
  Cancelled,
  CODES,
  ConfigurationError,
  ConnectionLost,
  Gone,
  MethodNotFound,
  Moved,
  NameTaken,
  RemoteError,
  type RemoteErrorOptions,
  ServiceNotAvailable,
  ServiceNotFound,
  SessionExpired,
  Timeout,
  TooLarge,
} from './errors.ts'
export {
  type BehaviorOptions,
  behavior,
  expose,
  type InstanceMode,
  idempotent,
  type MemberDecorator,
  type MethodOptions,
  method,
  type ObjectOptions,
  provides,
} from './expose.ts'
export type { Arguments } from './invoke.ts'
export {
  NAMESERVER,
  type NameChange,
  type NameFilter,
  type NameRecord,
  type NameserverApi,
  type Registering,
} from './names.ts'
export { Nameserver, type NameserverOptions } from './nameserver.ts'
export { oneway } from './oneway.ts'
export type { Hook, Introspection, MethodDescription, ProvideOptions } from './provider.ts'
export {
  assign,
  batch,
  batchSettled,
  call,
  introspect,
  type Oneway,
  ping,
  release,
  type Settled,
} from './proxy.ts'
export type { RegistrationOptions } from './registration.ts'
export type { CallOptions } from './route.ts'
export type { Invocation } from './running.ts'
export type { ServerSecurity } from './security.ts'
export type { ClientHook, OutgoingCall } from './service.ts'
export { MemoryStore, type Store } from './store.ts'
export type { Answer, AttributeNames, Received, Remote, Sent } from './types.ts'
