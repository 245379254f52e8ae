import koffi from 'koffi'
import type { Pointer } from './types.ts'

/** The pointer that C wrote into a cell; NULL is `null`. */
export function readPointer(cell: BigUint64Array): Pointer | null {
  const value = cell[0]
  return value ? (value as unknown as Pointer) : null
}

/** Copies a fresh NUL-terminated string and frees C's. */
export function freeString(pointer: Pointer): string {
  const text = koffi.decode(pointer, 'char', -1) as string
  koffi.free(pointer)
  return text
}

/** Memory that C may keep: it neither moves nor goes away until {@link free}. */
export function allocate(size: number): Pointer {
  return koffi.alloc('uint8_t', size) as unknown as Pointer
}

/** Frees what {@link allocate} or C's `malloc` gave. */
export function free(pointer: Pointer): void {
  koffi.free(pointer)
}

/** Copies `size` bytes of C memory. */
export function copyBytes(pointer: Pointer, size: number): Buffer {
  return Buffer.from(koffi.decode(pointer, 'uint8_t', size) as Uint8Array)
}

/** `errno` as the last C call of this thread left it. */
export function lastErrno(): number {
  return koffi.errno()
}
