import { flag, integer } from '../arguments.ts'
import { CzmqError, invalidType, invalidValue } from '../errors.ts'
import { failure } from '../failure.ts'
import { type AnyHandle, adopt, borrow, isHandle } from '../handle.ts'
import { newContext } from '../raw/compat/zctx.ts'
import * as zmq from '../raw/generated/constants.ts'
import { C } from '../raw/index.ts'
import type { Pointer } from '../raw/types.ts'
import type { Zsocket } from '../socket-kinds.ts'
import { type Zctx, zctxKind } from '../zctx/kind.ts'
import type { SocketByType } from './by-type.ts'
import { classOf } from './class-of.ts'
import { setOptions } from './set-options.ts'
import { sharedZctx } from './shared-context.ts'
import type { SocketOptions } from './types.ts'

/** Options of a {@link Context}; each is a property, too. */
export interface ContextOptions {
  /** See {@link Context.blocky}. */
  blocky?: boolean
  /** See {@link Context.ioThreads}. */
  ioThreads?: number
  /** See {@link Context.maxMessageSize}. */
  maxMessageSize?: number
  /** See {@link Context.maxSockets}. */
  maxSockets?: number
  /** See {@link Context.ipv6}. */
  ipv6?: boolean
  /** See {@link Context.threadPriority}. */
  threadPriority?: number
  /** See {@link Context.threadSchedulingPolicy}. */
  threadSchedulingPolicy?: number
}

let contextAround: (make: () => Zctx) => Context
/** The context of each handle. */
const contexts = new WeakMap<AnyHandle, Context>()

/**
 * A 0MQ context: the home of sockets and of the threads that do their I/O. Most programs use {@link context}, which
 * all sockets have that are not given another one, and which all threads of the process share. A context of one's own
 * belongs to the thread that made it; what is `inproc://` in one context cannot be reached from another.
 */
export class Context {
  #make: () => Zctx = () => adopt(zctxKind, newContext())
  #handle: Zctx | undefined

  static {
    contextAround = (make) => {
      const made = new Context()
      made.#make = make
      return made
    }
  }

  /**
   * A context of one's own.
   *
   * @param options - Set at once.
   * @throws TypeError `ERR_INVALID_ARG_VALUE` for an option that does not exist.
   */
  constructor(options: ContextOptions = {}) {
    Object.preventExtensions(this)
    setOptions(this, options, 'options')
  }

  /** The handle, for use with the namespaces. */
  get handle(): Zctx {
    if (this.#handle) return this.#handle
    this.#handle = this.#make()
    contexts.set(this.#handle, this)
    return this.#handle
  }

  /**
   * A new socket in this context, of the class that the type has: `context.socket(zmq.PUSH)` is a {@link Push}.
   *
   * @param options - What the constructor of the class takes.
   * @throws {@link CzmqError} `ERR_CZMQ_SOCKET_TYPE` for a number that is no type of socket, `EMFILE`.
   */
  socket<T extends keyof SocketByType>(
    type: T,
    options?: Omit<SocketOptions<SocketByType[T]>, 'context'>,
  ): SocketByType[T] {
    const Class = classOf(type)
    return new Class({ ...options, context: this }) as SocketByType[T]
  }

  /** Whether the end of the process waits for messages of sockets made without a `linger` of their own. Default: true. */
  get blocky(): boolean {
    return this.#get(zmq.BLOCKY) !== 0
  }

  /** Sets it. */
  set blocky(value: boolean) {
    this.#set(zmq.BLOCKY, flag('blocky', value))
  }

  /** Threads that do I/O, one for each GB/s or so; before the first socket is made. Default: 1. */
  get ioThreads(): number {
    return this.#get(zmq.IO_THREADS)
  }

  /** Sets it. */
  set ioThreads(value: number) {
    this.#set(zmq.IO_THREADS, integer('ioThreads', value, 0))
  }

  /** The largest message in bytes that a socket sends or takes. Default: 2147483647. */
  get maxMessageSize(): number {
    return this.#get(zmq.MAX_MSGSZ)
  }

  /** Sets it. */
  set maxMessageSize(value: number) {
    this.#set(zmq.MAX_MSGSZ, integer('maxMessageSize', value, 0))
  }

  /** How many sockets there may be. Default: 1023. */
  get maxSockets(): number {
    return this.#get(zmq.MAX_SOCKETS)
  }

  /** Sets it. */
  set maxSockets(value: number) {
    this.#set(zmq.MAX_SOCKETS, integer('maxSockets', value, 1))
  }

  /** Whether sockets use IPv6 unless they say otherwise. Default: false. */
  get ipv6(): boolean {
    return this.#get(zmq.IPV6) !== 0
  }

  /** Sets it. */
  set ipv6(value: boolean) {
    this.#set(zmq.IPV6, flag('ipv6', value))
  }

  /** The scheduling priority of the I/O threads, as `pthread_setschedparam` takes it; before the first socket. */
  set threadPriority(value: number) {
    this.#set(zmq.THREAD_PRIORITY, integer('threadPriority', value, 0))
  }

  /** The scheduling policy of the I/O threads, as `pthread_setschedparam` takes it; before the first socket. */
  set threadSchedulingPolicy(value: number) {
    this.#set(zmq.THREAD_SCHED_POLICY, integer('threadSchedulingPolicy', value, 0))
  }

  /** The largest number that {@link maxSockets} can be. */
  get maxSocketsLimit(): number {
    return this.#get(zmq.SOCKET_LIMIT)
  }

  /** Whether it was closed. */
  get closed(): boolean {
    return this.handle.destroyed
  }

  /**
   * Closes its sockets and ends the context; again, it does nothing. Can block while messages linger: close and await
   * what matters first. The shared context is left as it is.
   */
  close(): void {
    if (this !== context) this.handle.destroy()
  }

  /** {@link close}, for `using`. */
  [Symbol.dispose](): void {
    this.close()
  }

  get #underlying(): Pointer {
    const underlying = C.zctx_underlying(this.handle.pointer as Pointer<'zctx_t'>)
    if (!underlying) throw new CzmqError('ETERM', 'The context has ended')
    return underlying
  }

  #get(option: number): number {
    const value = C.zmq_ctx_get(this.#underlying, option)
    if (value === -1) throw failure('zmq_ctx_get')
    return value
  }

  #set(option: number, value: number): void {
    if (C.zmq_ctx_set(this.#underlying, option, value) === -1) throw failure('zmq_ctx_set')
  }
}

/** Destroyed at the end of the thread: what runs later must not use the context. */
function shared(): Zctx {
  const handle: Zctx = borrow(
    zctxKind,
    sharedZctx(() => handle.destroy()),
  )
  return handle
}

/** The context that all threads of the process share, and that sockets have unless they are given another one. */
export const context: Context = contextAround(shared)

/** The context that a socket of the namespaces belongs to. */
export function contextOf(socket: Zsocket): Context {
  const { owner } = socket
  if (!isHandle(zctxKind, owner)) throw invalidValue('handle', 'has a context that is not known')
  const context = contexts.get(owner) ?? contextAround(() => owner)
  contexts.set(owner, context)
  return context
}

/** The context that a socket's options name. */
export function contextFrom(value: unknown): Context {
  if (value === undefined) return context
  if (!(value instanceof Context)) throw invalidType('options.context', 'a Context', value)
  return value
}
