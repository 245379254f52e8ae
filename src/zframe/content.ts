import { sizeOf } from '../arguments.ts'
import { failure } from '../failure.ts'
import { C } from '../raw/index.ts'
import { copyBytes } from '../raw/memory.ts'
import { MSG_T_SIZE, type Pointer } from '../raw/types.ts'

/** Above this size memory is asked for before libczmq does. */
const LARGE = 1 << 20

/** A copy of what a frame holds. */
export function contentOf(frame: Pointer<'zframe_t'>): Buffer {
  const size = C.zframe_size(frame)
  const data = C.zframe_data(frame)
  return size === 0 || data === null ? Buffer.alloc(0) : copyBytes(data, size)
}

/** A new frame around a copy of `data`; fresh. */
export function newFrame(data: Uint8Array): Pointer<'zframe_t'> {
  const size = sizeOf(data)
  reserve(size)
  return C.zframe_new(size === 0 ? null : data, size)
}

/**
 * Proves that there is memory for a copy: libczmq does not look whether it got what it asked for, and would end the
 * process.
 *
 * @throws {@link CzmqError} `ENOMEM`.
 */
export function reserve(size: number): void {
  if (size < LARGE) return
  const probe = Buffer.alloc(MSG_T_SIZE)
  if (C.zmq_msg_init_size(probe, size) === -1) throw failure('zmq_msg_init_size')
  C.zmq_msg_close(probe)
}
