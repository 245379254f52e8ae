/**
 * CZMQ for Node.js: the C functions (`C`), and namespaces with one function for each (`zctx.new()`).
 *
 * @packageDocumentation
 */
export { CzmqError } from './errors.ts'
export { Handle, liveHandles } from './handle.ts'
export { C } from './raw/index.ts'
export type { Pointer, Ref } from './raw/types.ts'
export * as zctx from './zctx/index.ts'
export * as zframe from './zframe/index.ts'
export * as zmq from './zmq/index.ts'
export * as zmsg from './zmsg/index.ts'
export * as zpoller from './zpoller/index.ts'
export * as zsock from './zsock/index.ts'
export * as zsocket from './zsocket/index.ts'
export * as zstr from './zstr/index.ts'
export * as zsys from './zsys/index.ts'
