import { native } from './compat/native.ts'
import type { Memory, Pointer } from './types.ts'

/** Reading and writing socket options of a libzmq socket. Failure is `null` or -1, and errno tells why. */

const int64 = new BigInt64Array(1)
const int = new Int32Array(int64.buffer)
const number = new Uint8Array(int64.buffer)
/** Enough for nearly every text; an endpoint can be longer. */
const TEXT_SIZES = [256, 4096, 65_536, 1_048_576]
/** A binary key. */
export const KEY_SIZE = 32
/** A key as text and its NUL: libzmq answers text for exactly this size. */
export const KEY_TEXT_SIZE = 41

/** Writes an `int`. */
export function writeInteger(socket: Pointer, option: number, value: number): number {
  int[0] = value
  return native.zmq_setsockopt(socket, option, number, 4)
}

/** Writes an `int64_t` or a `uint64_t`. */
export function writeInt64(socket: Pointer, option: number, value: bigint): number {
  int64[0] = value
  return native.zmq_setsockopt(socket, option, number, 8)
}

/** Writes bytes. */
export function writeBytes(socket: Pointer, option: number, value: Memory, size: number): number {
  return native.zmq_setsockopt(socket, option, value, size)
}

/** Reads an `int`. */
export function readInteger(socket: Pointer, option: number): number | null {
  return native.zmq_getsockopt(socket, option, number, [4]) === 0 ? (int[0] ?? 0) : null
}

/** Reads an `int64_t`. */
export function readInt64(socket: Pointer, option: number): bigint | null {
  return native.zmq_getsockopt(socket, option, number, [8]) === 0 ? (int64[0] ?? 0n) : null
}

/** Reads bytes into a copy; text has its NUL at the end. */
export function readBytes(socket: Pointer, option: number, sizes = TEXT_SIZES): Buffer | null {
  for (const room of sizes) {
    const bytes = Buffer.alloc(room)
    const size: [number] = [room]
    if (native.zmq_getsockopt(socket, option, bytes, size) === 0) return bytes.subarray(0, size[0])
  }
  return null
}
