/**
 * The vocabulary of the raw layer: what a C pointer, an out parameter and a C socket are in TypeScript.
 *
 * A pointer is a bigint at run time and carries the name of the C type it points to at compile time, so that a
 * frame cannot be given where a message is wanted. Nothing is checked at run time: that is the raw contract.
 */

declare const pointee: unique symbol

/** A C pointer to a `Name`, for example `Pointer<'zframe_t'>`; never NULL (NULL is `null`). */
export type Pointer<Name extends string = string> = bigint & {
  /** The C type, at compile time only. */
  readonly [pointee]: Name
}

/**
 * A C out parameter: an array whose first element the C function reads, writes, or both.
 * Destructors write `null` into it, as they do in C: `C.zframe_destroy([frame])`.
 */
export type Ref<T> = [T | null] | (T | null)[]

/** What C calls `void *socket`: a CZMQ 4 socket, an actor, or a raw libzmq socket. */
export type RawSocket = Pointer

/** Memory that C reads or writes during the call only. */
export type Memory = Uint8Array | Pointer

/** `zmq_msg_t`: 64 bytes that libzmq manages; make one with `Buffer.alloc(zmq.MSG_T_SIZE)`. */
export type MessageMemory = Uint8Array | Pointer<'zmq_msg_t'>

/** A function of `C`, given where C wants a function pointer: `C.zactor_new(C.zproxy, null)`. */
// biome-ignore lint/suspicious/noExplicitAny: any function of C will do, whatever its parameters
export type NativeFunction = (...args: any[]) => unknown

/** `zmq_pollitem_t`; `revents` is written by `C.zmq_poll`. */
export interface PollItem {
  /** A socket, or `null` to poll `fd` instead. */
  socket: RawSocket | null
  /** A file descriptor; not read when `socket` is set. */
  fd: number
  /** What to wait for: `zmq.POLLIN | zmq.POLLOUT | zmq.POLLERR | zmq.POLLPRI`. */
  events: number
  /** What happened. */
  revents: number
}

/** What a C variadic accepts here; which of them, the format or the picture says. */
export type Variadic =
  | string
  | number
  | bigint
  | boolean
  | Uint8Array
  | null
  | Ref<string>
  | Ref<number>
  | Ref<bigint>
  | Ref<Pointer>
  | Ref<Uint8Array>

/** The size of a `zmq_msg_t` in bytes (libzmq 4.1 and later). */
export const MSG_T_SIZE = 64

/** Gives a pointer the type that its owner knows it has, like a cast in C. */
export function cast<Name extends string>(pointer: Pointer): Pointer<Name> {
  return pointer as unknown as Pointer<Name>
}
