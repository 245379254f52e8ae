/**
 * CZMQ for Node.js: the C functions (`C`), and namespaces with one function for each (`zctx.new()`).
 *
 * @packageDocumentation
 */
export { type CzmqCode, CzmqError, type ErrnoCode, type ErrorCode, type ErrorDetails } from './errors.ts'
export { type AnyHandle, Handle, liveHandles } from './handle.ts'
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
export type { Socket, Zsock, Zsocket } from './socket-kinds.ts'
export type { Zctx } from './zctx/index.ts'
export * as zctx from './zctx/index.ts'
export type { Output, Zframe } from './zframe/index.ts'
export * as zframe from './zframe/index.ts'
export * as zmq from './zmq/index.ts'
export type { Zmsg } from './zmsg/index.ts'
export * as zmsg from './zmsg/index.ts'
export type { Zpoller } from './zpoller/index.ts'
export * as zpoller from './zpoller/index.ts'
export * as zsock from './zsock/index.ts'
export * as zsocket from './zsocket/index.ts'
export * as zstr from './zstr/index.ts'
export * as zsys from './zsys/index.ts'
